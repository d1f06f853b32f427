package phrase

import (
	"strings"
	"testing"

	"tollbook/casualty"
)

// A sentenceTest is a made-up sentence and what is read from it, in the words of
// said: figures parted by semicolons, nothing for a sentence without one.
type sentenceTest struct{ text, want string }

// testSentences reads each sentence by itself.
func testSentences(t *testing.T, language string, tests []sentenceTest) {
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			figures := Read(tt.text, Options{Language: language})
			if got := said(figures); got != tt.want {
				t.Errorf("read %q, want %q", got, tt.want)
			}
			checkPlaces(t, tt.text, figures)
		})
	}
}

// said writes figures in one line: "killed at least 12; injured 3 subset serious".
func said(figures []Figure) string {
	lines := make([]string, len(figures))
	for i, f := range figures {
		words := []string{string(f.Harm), f.Count.String()}
		if f.Count.Word == casualty.Denied || f.Count.Word == casualty.NotReported {
			words[1] = f.Count.Word
		}
		for _, w := range []struct {
			word string
			on   bool
		}{
			{"subset", f.Subset}, {"negated", f.Negated}, {string(f.Group), f.Group != ""}, {string(f.Population), f.Population != ""},
			{string(f.Severity), f.Severity != ""}, {string(f.Scope), f.Scope != casualty.ThisIncident},
		} {
			if w.on {
				words = append(words, w.word)
			}
		}
		lines[i] = strings.Join(words, " ")
	}
	return strings.Join(lines, "; ")
}

// checkPlaces fails where a quote is not at its place.
func checkPlaces(t testing.TB, text string, figures []Figure) {
	t.Helper()
	for _, f := range figures {
		q := f.Quote
		if q.Start < 0 || q.End > len(text) || q.Start >= q.End || text[q.Start:q.End] != q.Text {
			t.Errorf("quote %q is not at %d to %d", q.Text, q.Start, q.End)
		}
		if err := f.Count.Check(); err != nil {
			t.Errorf("%q: %v", q.Text, err)
		}
	}
}
