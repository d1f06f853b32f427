package casualty_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"tollbook/casualty"
)

var update = flag.Bool("update", false, "write docs/lexicons.md anew")

func TestEveryValueOfEveryLexiconHasItsSource(t *testing.T) {
	for _, l := range casualty.Lexicons {
		languages := map[string]int{}
		for _, v := range l.Values() {
			languages[v.Language]++
			name := fmt.Sprintf("%s: “%s” (%s)", l, v.Wording, v.Language)
			if v.Source == "" || v.Basis == "" {
				t.Errorf("%s has basis %q and source %q", name, v.Basis, v.Source)
			}
			if v.Language != "en" && (v.Basis != casualty.Inference || !strings.Contains(v.Source, "by analogy with English “"+v.Word+"”, "+l.String())) {
				t.Errorf("%s is %s, %q: no recorder publishes it", name, v.Basis, v.Source)
			}
			count := casualty.Count{Qualifier: casualty.Vague, Word: v.Wording, Language: v.Language}
			if people, _ := l.Code(casualty.Injured, count, ""); people != v.Range {
				t.Errorf("%s is listed as %s and coded as %s", name, v.Range, people)
			}
		}
		for _, language := range casualty.WordLanguages {
			if languages[language] < 9 {
				t.Errorf("%s lists %d words of %s", l, languages[language], language)
			}
		}
	}
}

func TestEveryFormOfWordsHasItsSource(t *testing.T) {
	for _, l := range casualty.Lexicons {
		seen := map[casualty.Qualifier]bool{casualty.Vague: true} // these have a table of their own
		for _, f := range l.Forms() {
			seen[f.Example.Qualifier] = true
			if f.Source == "" || f.Basis == "" {
				t.Errorf("%s: “%s” has basis %q and source %q", l, f.Words(), f.Basis, f.Source)
			}
			if people, _ := l.Code(f.Harm, f.Example, f.Economy); people != f.Range {
				t.Errorf("%s: “%s” is listed as %s and coded as %s", l, f.Words(), f.Range, people)
			}
		}
		for _, q := range casualty.Qualifiers {
			if !seen[q] {
				t.Errorf("%s lists no words of the form %s", l, q)
			}
		}
	}
}

// TestThePageOfLexicons holds docs/lexicons.md to the tables; -update writes it anew.
func TestThePageOfLexicons(t *testing.T) {
	const path = "../docs/lexicons.md"
	want := lexiconPage()
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("docs/lexicons.md does not say what the tables do: go test ./casualty -run PageOfLexicons -update")
	}
}

func lexiconPage() string {
	var b strings.Builder
	b.WriteString(`# What words are worth, and where that comes from

Written from the program's tables. *fact*: a recorder wrote it down, or its published numbers show it. *derived*: read from published numbers.
*inference*: ours. "-": no value; a claim with the word is set aside with that reason. ` + "`envelope`" + `'s words are those of ` + "`ibc`" + `, ` + "`verified`" + ` and ` + "`manual`" + ` too;
those of ` + "`emdat`" + ` are for the injured and the displaced. A published lexicon is never edited, only superseded by a new version.

## Forms of words

Each form on an example: a number alone, "about", "at least", and so on.
`)
	for _, l := range casualty.Lexicons {
		fmt.Fprintf(&b, "\n### Forms in %s\n\n| words | people | | source |\n|---|---|---|---|\n", l)
		for _, f := range l.Forms() {
			fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", f.Words(), short(f.Range), f.Basis, f.Source)
		}
	}
	b.WriteString(`
## Vague words in English
`)
	for _, l := range casualty.Lexicons {
		fmt.Fprintf(&b, "\n### %s\n\n| word | people | | source |\n|---|---|---|---|\n", l)
		for _, v := range l.Values() {
			if v.Language == "en" && v.Wording == v.Word {
				fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", v.Word, short(v.Range), v.Basis, v.Source)
			}
		}
	}
	b.WriteString(`
## Wordings and other languages

No recorder whose texts were read publishes values for words of another language. Each wording has the value of the English word that it means, in every
lexicon, by analogy and as an inference, whatever the English word's own value rests on.

| language | wording | as English |
|---|---|---|
`)
	for _, v := range casualty.Lexicons[0].Values() {
		if v.Wording != v.Word {
			fmt.Fprintf(&b, "| %s | %s | %s |\n", v.Language, v.Wording, v.Word)
		}
	}
	return b.String()
}

func short(r casualty.Range) string {
	if !r.Stated() {
		return "-"
	}
	text, _ := r.MarshalText()
	return string(text)
}
