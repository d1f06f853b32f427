package phrase

import (
	"strings"
	"testing"
)

// benchmarkText is ten megabytes of the labelled texts of one language.
func benchmarkText(b *testing.B, language string) string {
	var all strings.Builder
	for _, l := range labelled(b) {
		if l.Lang == language {
			all.WriteString(l.Text + "\n\n")
		}
	}
	return strings.Repeat(all.String(), 10<<20/all.Len()+1)
}

// The goal is 10 MB/s on one core in every language.
func BenchmarkRead(b *testing.B) {
	for _, l := range languages {
		b.Run(l.code, func(b *testing.B) {
			text := benchmarkText(b, l.code)
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Read(text, Options{})
			}
		})
	}
}

// A text of nothing but numbers and hedges takes no longer for a byte when it is
// ten times as long.
func BenchmarkReadNumbersOnly(b *testing.B) {
	for _, size := range []int{1 << 20, 10 << 20} {
		text := strings.Repeat("at least 12 or more than 3 to 7, killed 5 and dozens of 3 ", size/58+1)
		b.Run(sizeName(size), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Read(text, Options{Language: "en"})
			}
		})
	}
}

func sizeName(size int) string {
	if size > 1<<20 {
		return "10 MB"
	}
	return "1 MB"
}
