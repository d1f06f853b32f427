package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// verified counts what was verified, case by case, and shows what is pending
// apart.
var verified = Method{
	Name: "verified", Version: 1, Lexicon: mustLexicon("envelope/1"),
	After:    "after the published practice of OHCHR's monitoring missions (their methodology notes): only verified cases count, allegations under corroboration are excluded and named; the states and the choice within a case are inference",
	Sentence: "The sum of the verified cases, each at its latest verified number; cases not verified yet are shown apart, in no number.",
	rules:    func(Question) rules { return rules{keepsEarlier: true, onlyDivided: true, anyWords: true} },
	settle:   settleVerified,
}

func settleVerified(h *hearing, f *Figure) {
	setAsideAll(h.plays, ExaminedOut, func(p *play) bool { return p.State == casualty.Dismissed })
	sum := bounds{floor: true}
	for _, claims := range h.cases() {
		proven := only(claims, func(p *play) bool { return p.State == casualty.Verified })
		if len(proven) == 0 {
			f.Pending = plus(f.Pending, leastOf(claims))
			setAsideAll(claims, NotYetVerified, func(*play) bool { return true })
			f.Status = Pending
			continue
		}
		setAsideAll(claims, NotVerified, func(p *play) bool { return p.State != casualty.Verified })
		setAsideAll(claims, NotRecorded, func(p *play) bool { return !p.coded.floor })
		latest(claims, saidLater)
		sum.add(least(claims, Higher))
	}
	if sum.stated {
		f.Status = Settled
		f.Best = numberOf(sum.low, sum.open)
		f.Range = f.Best
	}
}

// cases are the claims left, by the case they speak of, in the order of the
// cases' names.
func (h *hearing) cases() [][]*play {
	var cases [][]*play
	in := left(h.plays)
	slices.SortStableFunc(in, func(a, b *play) int { return compareText(a.Case, b.Case) })
	for i, p := range in {
		if i == 0 || p.Case != in[i-1].Case {
			cases = append(cases, nil)
		}
		cases[len(cases)-1] = append(cases[len(cases)-1], p)
	}
	return cases
}

// add adds the number that a case's claims agree on.
func (b *bounds) add(claims []*play) {
	if len(claims) == 0 {
		return
	}
	b.low += claims[0].coded.low
	b.open = b.open || len(only(claims, func(p *play) bool { return !p.coded.open })) == 0
	b.top, b.stated = b.low, true
}

// leastOf is the smallest low that claims state; not stated where none does.
func leastOf(claims []*play) casualty.Range {
	floors := smallest(only(claims, func(p *play) bool { return p.coded.floor }), func(p *play) int { return p.coded.low })
	if len(floors) == 0 {
		return casualty.Range{}
	}
	return numberOf(floors[0].coded.low, floors[0].coded.open)
}
