package phrase

import (
	"testing"
	"unicode/utf8"
)

// Whatever the text, reading ends without a panic, each quote is at its place on
// whole characters, parts name a figure that exists, and a second reading gives
// the same.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"At least 12 people were killed, among them three children.", "погибли трое — двое мужчин и женщина", "قتل 62 ألفاً و192 شخصاً بينهم طفلان",
		"1,2,3,4.5.6-7-8 killed", "\xff\xfe12 killed", "a a a of of the the dead dead", "“5” killed—6—(7) wounded: 8 and 9 of them", "وووو12قتل", "de deux à trois morts, dont un", "99999999999 million thousand hundred people killed",
		"in \u200eHoms\u200f nine killed, \u202aAda\u202c said", "قال \u200fالمحافظ\u200e إن ثلاثة قتلوا", "the mayor was killed on Monday and two on Tuesday",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, language := range []string{"", "en", "ru", "uk", "ar", "fr", "es"} {
			figures := Read(text, Options{Language: language, Published: "2025-07-02"})
			checkPlaces(t, text, figures)
			for _, fig := range figures {
				for _, words := range []string{fig.Quote.Text, fig.Claimant, fig.Place} {
					if utf8.ValidString(text) && !utf8.ValidString(words) {
						t.Errorf("%q cuts a character", words)
					}
				}
				if fig.SubsetOf < -1 || fig.SubsetOf >= len(figures) {
					t.Errorf("%q is a part of figure %d of %d", fig.Quote.Text, fig.SubsetOf, len(figures))
				}
			}
			if again := Read(text, Options{Language: language, Published: "2025-07-02"}); said(again) != said(figures) {
				t.Errorf("read %q, then %q", said(figures), said(again))
			}
		}
	})
}
