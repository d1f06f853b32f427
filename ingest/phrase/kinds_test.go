package phrase

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
)

// Every kind of count, harm, people, part, scope, speaker, day and place that the
// reader promises, and of what is never a figure, in each of the six languages.
func TestEachKindIsReadInEachLanguage(t *testing.T) {
	for _, l := range languages {
		t.Run(l.code, func(t *testing.T) {
			f, err := os.Open("testdata/kinds/" + l.code + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			lines, rows := bufio.NewScanner(f), 0
			for lines.Scan() {
				if line := lines.Text(); line != "" && line[0] != '#' {
					readKind(t, l.code, line)
					rows++
				}
			}
			if err := lines.Err(); err != nil || rows < 90 {
				t.Errorf("%d rows, %v", rows, err)
			}
		})
	}
}

// readKind reads one line: a sentence, and what is read from it.
func readKind(t *testing.T, language, line string) {
	line, gap := strings.CutPrefix(line, "? ")
	text, want, _ := strings.Cut(line, " =>")
	want = strings.TrimSpace(want)
	t.Run(text, func(t *testing.T) {
		figures := Read(text, Options{Language: language, Published: "2025-07-02"})
		checkPlaces(t, text, figures)
		got := said(figures)
		if strings.Contains(want, "@") {
			for _, f := range figures {
				got += fmt.Sprintf(" @%s|%s|%s|%s", f.Claimant, f.Place, f.Day, f.Said)
			}
		}
		switch {
		case gap && got == want:
			t.Error("read as wanted: take the mark off the line")
		case gap:
			t.Skipf("a gap: read %q, want %q", got, want)
		case got != want:
			t.Errorf("read %q, want %q", got, want)
		}
	})
}
