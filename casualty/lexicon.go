package casualty

import (
	"slices"
	"strconv"
	"strings"
)

// A Lexicon says what words are worth in people, for one method. A published
// lexicon is never edited: a change is a new version beside it. The values
// stand in lexiconforms.go and lexicontable.go, those of vague words in lexiconwords.go,
// each with its source.
type Lexicon struct {
	Name    string // of the method it was made for: "envelope"
	Version int
	Source  string // where the values come from, and which of them are inference

	forms    map[Qualifier]formValue
	words    wordColumn
	wordsOf  []Harm    // harms whose vague words are recorded; empty: all
	plural   wordValue // harm stated without a number
	arabic   wordValue // the same in Arabic, whose plural is three or more; not stated: as plural
	families func(h Harm, people Range, economy string) (Range, bool)
	// familiesFrom is where the sizes of families come from; its range is not stated.
	familiesFrom wordValue
}

// String names the lexicon with its version: "envelope/1".
func (l Lexicon) String() string { return l.Name + "/" + strconv.Itoa(l.Version) }

// Code is what the lexicon makes of a count of harm h. ok is false where the
// lexicon has no value for the words; that is no 0, and the claim is set aside.
// "No casualties were reported" has none in any lexicon. economy is what
// "families" need where a lexicon asks for it: "developing" or "industrialised".
func (l Lexicon) Code(h Harm, c Count, economy string) (people Range, ok bool) {
	people = l.people(h, c)
	if !people.Stated() {
		return Range{}, false
	}
	if c.Unit != Families || c.Qualifier == None {
		return people, true
	}
	if l.families == nil {
		return Range{}, false
	}
	return l.families(h, people, economy)
}

// people codes a count as if it counted people.
func (l Lexicon) people(h Harm, c Count) Range {
	switch c.Qualifier {
	case None:
		return denial(c)
	case Unspecified:
		if c.Language == "ar" && l.arabic.Stated() {
			return l.arabic.Range
		}
		return l.plural.Range
	case Vague:
		return l.word(h, c)
	}
	if f := l.forms[c.Qualifier]; f.code != nil {
		return f.code(c)
	}
	return Range{}
}

// denial: only "nobody was killed" is a 0; silence states no number.
func denial(c Count) Range {
	if c.Word == Denied {
		return Exactly(0)
	}
	return Range{}
}

func (l Lexicon) word(h Harm, c Count) Range {
	if len(l.wordsOf) > 0 && !slices.Contains(l.wordsOf, h) {
		return Range{}
	}
	value, ok := vagueWords[VagueWord(c)]
	if !ok {
		return Range{}
	}
	return value[l.words].Range
}

// VagueWord is the vague word of a count as the lexicons list it: "a number of"
// and "несколько" are "several". A word that is in no table comes back as it
// stands, in small letters.
func VagueWord(c Count) string {
	word := strings.Join(strings.Fields(strings.ToLower(c.Word)), " ")
	if same, ok := sameWord[word]; ok {
		return same
	}
	return word
}

// LexiconNamed is the newest lexicon of that name, or the one of that version
// ("envelope/1").
func LexiconNamed(name string) (Lexicon, error) {
	var names []string
	for i := len(Lexicons) - 1; i >= 0; i-- {
		l := Lexicons[i]
		if name == l.Name || name == l.String() {
			return l, nil
		}
		names = append([]string{l.String()}, names...)
	}
	return Lexicon{}, &Problem{Where: "lexicon", Found: name, Want: "one of " + strings.Join(names, ", ")}
}
