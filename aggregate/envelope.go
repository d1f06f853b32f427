package aggregate

import "tollbook/casualty"

// envelope, the default: from the smallest to the largest number that anybody
// stands by, a party to the violence like anybody else.
var envelope = Method{
	Name: "envelope", Version: 1, Lexicon: mustLexicon("envelope/1"),
	Sentence: "From the lowest to the highest number that the sources stand by, each origin at its latest word.",
	settle:   func(h *hearing, f *Figure) { f.setRange(rangeRule(h.plays, anybody)) },
}

// mustLexicon finds a lexicon for the table of methods.
func mustLexicon(name string) casualty.Lexicon {
	l, err := casualty.LexiconNamed(name)
	if err != nil {
		panic(err)
	}
	return l
}
