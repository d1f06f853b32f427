package aggregate

import "tollbook/casualty"

// ucdp gives low, best and high: the best is the most reliable source's number.
var ucdp = Method{
	Name: "ucdp", Version: 1, Lexicon: mustLexicon("ucdp/1"),
	After:    "after the published practice of the UCDP Georeferenced Event Dataset (codebook and definitions): the more reliable source, failing that the lower number; its assembly from published rules and numbers is inference",
	Sentence: "Low and high from the sources, the best number from the most reliable one, of equals the lower; parties and unreliable sources reach the high only.",
	settle:   settleUCDP,
}

func settleUCDP(h *hearing, f *Figure) {
	b := reliableRange(h)
	if !b.stated {
		return
	}
	f.setRange(b)
	credible := only(left(h.plays), (*play).setsLow)
	if len(credible) == 0 {
		f.Status = Unverified
		f.problem(NothingReliable)
		f.Best = casualty.Exactly(0)
		return
	}
	f.Best = bestOf(credible, b, f)
}

// bestOf is the lowest number of the best-graded sources, a number before a vague
// word. Not stated where nobody gives a floor.
func bestOf(credible []*play, b bounds, f *Figure) casualty.Range {
	candidates := only(credible, func(p *play) bool { return p.coded.floor })
	candidates = smallest(candidates, func(p *play) int { return -p.strength() })
	candidates = smallest(candidates, (*play).grade)
	lowest := smallest(candidates, func(p *play) int { return p.coded.low })
	if len(lowest) == 0 {
		return casualty.Range{}
	}
	if lowest[0].grade() == ungraded && len(lowest) < len(candidates) {
		f.problem(ReliabilityUnknown)
	}
	open := b.open && len(only(lowest, func(p *play) bool { return !p.coded.open })) == 0
	return numberOf(lowest[0].coded.low, open)
}

// ungraded is the grade of a source that nobody graded, F.
const ungraded = 'F'

// grade is the source's grade as a letter, A the best; empty counts as F.
func (p *play) grade() int {
	if p.Reliability == "" {
		return ungraded
	}
	return int(p.Reliability[0])
}
