package sheet

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestCleanShowsWhatACellCannotHold(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"ordinary text stays", "Ostrel, 5 killed", "Ostrel, 5 killed"},
		{"other alphabets stay", "قتل خمسة", "قتل خمسة"},
		{"control characters become their pictures", "a\x00b\x07c\td\x7f", "a␀b␇c␉d␡"},
		{"bytes that are no text become their numbers", "a\xff\xfe", `a\xFF\xFE`},
		{"line ends of other systems become line feeds", "a\r\nb", "a\nb"},
		{"a lone carriage return is shown", "a\rb", "a␍b"},
		{"what XML forbids is written out", "a\ufffe", `a\uFFFE`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Clean(tt.text); got != tt.want {
				t.Errorf("Clean(%q) = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func english(shown, all int) string {
	return fmt.Sprintf("[…cut here: %d of %d characters stand in this cell]", shown, all)
}

func TestFittedTextAlwaysFitsAndSaysWhereItWasCut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat(rapid.String().Draw(t, "text"), rapid.IntRange(0, 9_000).Draw(t, "times"))
		fitted, cut := Fit(text, english)
		control := func(r rune) bool { return r != '\n' && unicode.IsControl(r) }
		if Units(fitted) > MaxText || strings.Count(fitted, "\n") > MaxFeeds || !utf8.ValidString(fitted) || strings.ContainsFunc(fitted, control) {
			t.Errorf("a cell cannot hold %.40q of %d units", fitted, Units(fitted))
		}
		if cut != strings.HasSuffix(fitted, "characters stand in this cell]") || cut != (Units(Clean(text)) > MaxText) {
			t.Errorf("cut is %v of %d units", cut, Units(Clean(text)))
		}
		if again, _ := Fit(fitted, english); again != fitted {
			t.Error("fitting twice changes the text")
		}
	})
}
