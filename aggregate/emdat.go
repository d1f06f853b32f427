package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// emdat gives one number: that of the source ranked highest.
var emdat = Method{
	Name: "emdat", Version: 1, Lexicon: mustLexicon("emdat/1"), Point: true, Needs: true,
	After:    "after the published practice of EM-DAT (its guidelines): ranked sources, a later final figure makes a source primary, the missing count with the dead; the mean of a range rounded down is inference",
	Sentence: "The number of the highest-ranked source, a final figure first; the same source's missing are added to its dead.",
	rules:    func(Question) rules { return rules{onlyDivided: true, withMissing: true} },
	settle:   settleEMDAT,
}

func settleEMDAT(h *hearing, f *Figure) {
	if len(h.settings.Rank) == 0 {
		f.refuse(NoRanking)
		return
	}
	dropDoubtful(h)
	dead, missing := h.deadAndMissing()
	if len(dead) > 0 && voices(dead) < 2 {
		f.Status = Provisional
		f.problem(OneOrigin)
	}
	keepBest(dead, LowerRank, h.rank)
	latest(dead, saidLater)
	chosen := least(dead, Higher)
	settleOn(f, chosen)
	h.addMissing(f, chosen, missing)
}

func saidLater(a, b *play) bool { return later(a.Said, b.Said) }

// deadAndMissing parts the claims of the harm asked from the missing heard with
// the killed.
func (h *hearing) deadAndMissing() (dead, missing []*play) {
	asked := func(p *play) bool { return p.Harm == h.question.Harm || p.isNone() && p.Harm != casualty.Missing }
	in := left(h.plays)
	return only(in, asked), only(in, func(p *play) bool { return !asked(p) })
}

// rank puts final figures first, then the sources by their ranking, the unranked
// last.
func (h *hearing) rank(p *play) int {
	if p.Final {
		return -1
	}
	if i := slices.Index(h.settings.Rank, p.Source); i >= 0 {
		return i
	}
	return len(h.settings.Rank)
}

// addMissing adds the missing of the source that was chosen; other sources'
// missing give way to it.
func (h *hearing) addMissing(f *Figure, chosen, missing []*play) {
	sameSource := func(p *play) bool {
		return slices.ContainsFunc(chosen, func(c *play) bool { return c.Source == p.Source })
	}
	setAsideAll(missing, LowerRank, func(p *play) bool { return !sameSource(p) })
	latest(missing, saidLater)
	kept := least(missing, Higher)
	if len(kept) == 0 {
		return
	}
	open := f.Best.Open() || len(only(kept, func(p *play) bool { return !p.coded.open })) == 0
	f.Best = numberOf(chosen[0].coded.low+kept[0].coded.low, open)
}
