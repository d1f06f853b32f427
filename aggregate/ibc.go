package aggregate

import "slices"

// ibc is the range of civilians over independent origins; one origin alone is
// provisional.
var ibc = Method{
	Name: "ibc", Version: 1, Lexicon: mustLexicon("envelope/1"), civiliansOnly: true,
	After:    "after the published practice of Iraq Body Count (its methods pages): two independent sources, differing reports give minimum and maximum, combatants taken out; the words' values are our own",
	Sentence: "Civilians, from the lowest to the highest number of independent origins; provisional while one origin alone counts somebody.",
	rules:    func(Question) rules { return rules{civilians: true} },
	settle:   settleIBC,
}

func settleIBC(h *hearing, f *Figure) {
	f.setRange(rangeRule(h.plays, anybody))
	counting := only(left(h.plays), func(p *play) bool { return p.countsSomebody() && !p.doubtful() })
	if f.Settled() && voices(counting) < 2 {
		f.Status = Provisional
		f.problem(OneOrigin)
	}
}

// voices counts who speaks.
func voices(plays []*play) int {
	var names []string
	for _, p := range plays {
		if !slices.Contains(names, p.Voice) {
			names = append(names, p.Voice)
		}
	}
	return len(names)
}
