package phrase

import (
	"slices"
	"testing"
)

// A word that is remembered is the same token as one that is looked up.
func TestARememberedWordIsTheSameToken(t *testing.T) {
	for _, l := range languages {
		text := ""
		for _, labelled := range labelled(t) {
			if labelled.Lang == l.code {
				text += labelled.Text + "\n"
			}
		}
		text += text
		plain, remembering := scanner{text: text, lang: l.get()}, scanner{text: text, lang: l.get(), seen: new([seenWords]seenWord)}
		words := 0
		for {
			a, b := plain.next(nil), remembering.next(nil)
			if !slices.Equal(a, b) {
				t.Fatalf("%s: %+v remembered as %+v", l.code, a, b)
			}
			if words += len(a); len(a) == 0 {
				break
			}
		}
		if words < 100 {
			t.Errorf("%s: %d words", l.code, words)
		}
	}
}
