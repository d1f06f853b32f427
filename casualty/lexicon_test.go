package casualty_test

import (
	"strings"
	"testing"

	"tollbook/casualty"
)

func TestLexicons(t *testing.T) {
	families := func(q casualty.Qualifier, n int) casualty.Count {
		return casualty.Count{Qualifier: q, N: n, Unit: casualty.Families}
	}
	for _, tt := range []struct {
		name, lexicon string
		harm          casualty.Harm
		count         casualty.Count
		economy       string
		want          string // the short form; "-": not recorded
	}{
		{"no family was hurt is nobody", "envelope", casualty.Killed, casualty.Count{Qualifier: casualty.None, Word: casualty.Denied, Unit: casualty.Families}, "", "0"},
		{"no families are no floor", "airwars", casualty.Killed, families(casualty.Exact, 0), "", "-"},
		{"at least twenty families are at least a hundred people", "emdat", casualty.Displaced, families(casualty.AtLeastN, 20), "developing", "100+"},
		{"families killed are not recorded", "emdat", casualty.Killed, families(casualty.Exact, 20), "developing", "-"},
		{"families in an economy that nobody named are not recorded", "emdat", casualty.Displaced, families(casualty.Exact, 20), "", "-"},
		{"an Arabic plural is three where the lexicon says so", "airwars", casualty.Killed, casualty.Count{Qualifier: casualty.Unspecified, Language: "ar"}, "", "3+"},
		{"and one elsewhere", "envelope", casualty.Killed, casualty.Count{Qualifier: casualty.Unspecified, Language: "ar"}, "", "1+"},
		{"silence states no number", "envelope", casualty.Killed, casualty.Count{Qualifier: casualty.None, Word: casualty.NotReported}, "", "-"},
		{"a count that is not stated states none", "envelope", casualty.Killed, casualty.Count{}, "", "-"},
		{"a word that nobody gives a value is set aside", "envelope", casualty.Killed, casualty.Count{Qualifier: casualty.Vague, Word: "some"}, "", "-"},
		{"fewer than twelve is up to eleven", "envelope", casualty.Killed, casualty.Count{Qualifier: casualty.UpTo, N: 11, Word: "fewer than 12"}, "", "<=11"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lexicon, err := casualty.LexiconNamed(tt.lexicon)
			if err != nil {
				t.Fatal(err)
			}
			got := "-"
			if people, ok := lexicon.Code(tt.harm, tt.count, tt.economy); ok {
				text, _ := people.MarshalText()
				got = string(text)
			}
			if got != tt.want {
				t.Errorf("%s makes %s of %+v, want %s", lexicon, got, tt.count, tt.want)
			}
		})
	}
}

func TestVagueWordsOfOtherLanguages(t *testing.T) {
	for word, want := range map[string]string{
		"A number of": "several", "several dozen": "dozens", "a few hundred": "hundreds", "large numbers": "dozens",
		"несколько": "several", "десятки": "tens", "сотни": "hundreds",
		"кілька": "several", "десятки ": "tens", "тисячі": "thousands",
		"plusieurs": "several", "des dizaines": "tens", "des centaines": "hundreds",
		"varios": "several", "decenas": "tens", "miles": "thousands",
		"عدداً من": "several", "عشرات": "tens", "مئات": "hundreds",
		"umpteen": "umpteen",
	} {
		t.Run("“"+word+"” is read as "+want, func(t *testing.T) {
			if got := casualty.VagueWord(casualty.Count{Word: word}); got != want {
				t.Errorf("read as %q, want %q", got, want)
			}
		})
	}
}

func TestLexiconNamed(t *testing.T) {
	t.Run("every lexicon is found by its name and by its version, and says where its values come from", func(t *testing.T) {
		for _, l := range casualty.Lexicons {
			for _, name := range []string{l.Name, l.String()} {
				if got, err := casualty.LexiconNamed(name); err != nil || got.String() != l.String() || got.Source == "" {
					t.Errorf("%q gives %s, %v; want %s with a source", name, got, err, l)
				}
			}
		}
	})
	t.Run("an unknown name is told which there are", func(t *testing.T) {
		if _, err := casualty.LexiconNamed("envelope/9"); err == nil || !strings.Contains(err.Error(), "gtd/1") {
			t.Errorf("error %v, want a list of the lexicons", err)
		}
	})
}
