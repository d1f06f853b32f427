package aggregate

import "tollbook/casualty"

// lowest gives one number: the lowest that any origin stands by at its latest
// word.
var lowest = Method{
	Name: "lowest", Version: 1, Lexicon: mustLexicon("lowest/1"), Point: true,
	After:    "after the published practice of ACLED (codebook and fatality guidelines): the lowest of conflicting numbers, small words 3 or 10; one word per origin is inference",
	Sentence: "The lowest number that an origin gives at its latest word; one number, no range.",
	rules:    func(Question) rules { return rules{zeroUndivided: true} },
	settle:   settleLowest,
}

func settleLowest(h *hearing, f *Figure) {
	dropDoubtful(h)
	kept := least(h.plays, Higher)
	settleOn(f, kept)
	for _, p := range kept {
		if p.Harm == casualty.Casualties && h.question.Harm != casualty.Casualties && !p.isNone() {
			f.NoFloor = true
		} else if smallWord(p.Count) {
			f.problem(ScaleAssumed)
		}
	}
}

// smallWord: the published values are 3 or 10, by scale and context; 3 is taken.
func smallWord(c casualty.Count) bool {
	if c.Qualifier == casualty.Unspecified {
		return true
	}
	word := casualty.VagueWord(c)
	return c.Qualifier == casualty.Vague && (word == "several" || word == "few" || word == "many")
}
