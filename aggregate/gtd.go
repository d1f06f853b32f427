package aggregate

// gtd gives one number: the most recent, by majority, failing that the lowest.
var gtd = Method{
	Name: "gtd", Version: 1, Lexicon: mustLexicon("gtd/1"), Point: true,
	After:    "after the published practice of the Global Terrorism Database (codebook): most recent, then majority, then lowest, perpetrators and doubtful sources skipped; one calendar day as “about the same time” and more than half as a majority are inference",
	Sentence: "The most recent number, parties and unreliable sources apart; of one day the one that most origins give, failing that the lowest.",
	rules:    func(Question) rules { return rules{onlyDivided: true} },
	settle:   settleGTD,
}

func settleGTD(h *hearing, f *Figure) {
	dropDoubtful(h)
	before := len(left(h.plays))
	setAsideAll(h.plays, FromParty, func(p *play) bool { return p.Party })
	setAsideAll(h.plays, Unreliable, (*play).unreliable)
	if before > 0 && len(left(h.plays)) == 0 {
		f.problem(NothingReliable)
	}
	dropUndated(h, f)
	latest(h.plays, func(a, b *play) bool {
		order, known := a.Said.Day().Compare(b.Said.Day())
		return known && order > 0
	})
	in := left(h.plays)
	if n, ok := majority(in); ok {
		setAsideAll(in, Outvoted, func(p *play) bool { return p.coded.low != n })
	}
	settleOn(f, least(in, Higher))
}

// unreliable sources are graded D or E.
func (p *play) unreliable() bool { return p.Reliability == "D" || p.Reliability == "E" }

// majority is the low that more than half of the voices give, each at its
// smallest number; there must be two voices at least.
func majority(plays []*play) (n int, ok bool) {
	smallest := map[string]int{}
	for _, p := range plays {
		if low, seen := smallest[p.Voice]; !seen || p.coded.low < low {
			smallest[p.Voice] = p.coded.low
		}
	}
	votes := map[int]int{}
	for _, low := range smallest {
		votes[low]++
		if len(smallest) > 1 && 2*votes[low] > len(smallest) {
			return low, true
		}
	}
	return 0, false
}
