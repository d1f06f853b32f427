package casualty

import (
	"slices"
	"strings"
)

// A Value is what a lexicon makes of one vague wording, and where it has that from.
type Value struct {
	Language string
	Wording  string
	Word     string // the English word of the table that the wording means
	Range    Range  // not stated: not recorded, and a claim with the wording is set aside
	Basis    Basis
	Source   string
}

// Values are what the lexicon makes of every vague wording that it knows, by language
// in the order of [WordLanguages] and then by wording. A wording of another language
// has its value by analogy with the English word, which is an inference whatever the
// English word's own value rests on.
func (l Lexicon) Values() []Value {
	var list []Value
	for _, language := range WordLanguages {
		start := len(list)
		if language == "en" {
			for word := range vagueWords {
				list = append(list, l.valueOf("en", word, word))
			}
		}
		for wording, word := range sameWords[language] {
			list = append(list, l.valueOf(language, wording, word))
		}
		slices.SortFunc(list[start:], func(a, b Value) int { return strings.Compare(a.Wording, b.Wording) })
	}
	return list
}

func (l Lexicon) valueOf(language, wording, word string) Value {
	w := l.wordValue(word)
	v := Value{language, wording, word, w.Range, w.basis, w.source}
	switch {
	case language != "en":
		v.Basis, v.Source = Inference, "by analogy with English “"+word+"”, "+l.String()+" ("+string(w.basis)+": "+w.source+")"
	case wording != word:
		v.Basis, v.Source = Inference, "as “"+word+"” ("+string(w.basis)+": "+w.source+")"
	}
	return v
}

// wordValue is the value of a word of the table, for the harms that the lexicon
// records vague words of.
func (l Lexicon) wordValue(word string) wordValue {
	if l.words != noColumn {
		return vagueWords[word][l.words]
	}
	why := refusals[l.Name]
	if slices.Contains(why.said, word) {
		return fact(Range{}, why.words)
	}
	return inferred(Range{}, why.words+"; that this word is not either is inferred")
}
