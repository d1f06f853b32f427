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

// numbersOnly are numbers and hedges without end, in each language.
var numbersOnly = map[string]string{
	"en": "at least 12 or more than 3 to 7, killed 5 and dozens of 3 ",
	"fr": "au moins 12 ou plus de 3 à 7, tuant 5 et des dizaines de 3 ",
	"es": "al menos 12 o más de 3 a 7, mató a 5 y decenas de 3 ",
	"ru": "не менее 12 или более 3, от 3 до 7 погибли 5 и десятки 3 ",
	"uk": "щонайменше 12 або понад 3, від 3 до 7 загинули 5 і десятки 3 ",
	"ar": "ما لا يقل عن 12 أو أكثر من 3، بين 3 و7 قتل 5 وعشرات 3 ",
}

// A text of nothing but numbers and hedges takes no longer for a byte when it is
// ten times as long, in any language.
func BenchmarkReadNumbersOnly(b *testing.B) {
	for _, l := range languages {
		for _, size := range []int{1 << 20, 10 << 20} {
			text := strings.Repeat(numbersOnly[l.code], size/len(numbersOnly[l.code])+1)
			b.Run(l.code+" "+sizeName(size), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Read(text, Options{Language: l.code})
				}
			})
		}
	}
}

func sizeName(size int) string {
	if size > 1<<20 {
		return "10 MB"
	}
	return "1 MB"
}
