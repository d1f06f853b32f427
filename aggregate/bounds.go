package aggregate

import "tollbook/casualty"

// bounds are a range while it is worked on: unlike a [casualty.Range] they may be
// open above and without a floor at once.
type bounds struct {
	low, top int  // top: the largest number named
	floor    bool // a low is stated; otherwise low is 0 and nobody's word
	open     bool // no upper bound
	stated   bool
}

func boundsOf(r casualty.Range) bounds {
	low, floor := r.Low()
	top, stated := r.Highest()
	return bounds{low: low, top: top, floor: floor, open: r.Open(), stated: stated}
}

// asRange keeps what a range can: without floor and open, the low is 0.
func (b bounds) asRange() casualty.Range {
	switch {
	case !b.stated:
		return casualty.Range{}
	case b.open:
		return casualty.AtLeastUpTo(b.low, b.top)
	case !b.floor:
		return casualty.AtMost(b.top)
	}
	return casualty.Between(b.low, b.top)
}

// figureRange is the range of a figure, whose low is 0 where nobody stated one.
func (b bounds) figureRange() casualty.Range {
	if b.stated && !b.open {
		return casualty.Between(b.low, b.top)
	}
	return b.asRange()
}

// derived are bounds that follow from others. That there are no fewer than none is
// no floor, and with no ceiling it is nothing; where there can be none at all, it is 0.
func (b bounds) derived() casualty.Range {
	b.floor = b.low > 0 || b.top == 0
	b.stated = b.stated && !(b.open && b.low == 0)
	return b.asRange()
}

// rangeRule makes one range of the claims in play; setsLow tells whose word may
// set the low. Doubtful claims never do.
//
// The low is the smallest that a number states, failing that a vague word,
// failing that "there were deaths"; never above the smallest closed number, and
// 0 without a floor if none is stated. The high is the largest number, plus the
// most that one origin adds besides. It is open exactly if the largest floor is
// larger than the largest closed number, or if what is added is open.
func rangeRule(plays []*play, setsLow func(*play) bool) bounds {
	plays = left(plays)
	if len(plays) == 0 {
		return bounds{}
	}
	b := highOf(plays)
	b.stated = true
	b.low, b.floor = lowOf(plays, func(p *play) bool { return setsLow(p) && !p.doubtful() })
	return b
}

func anybody(*play) bool { return true }

func lowOf(plays []*play, setsLow func(*play) bool) (low int, stated bool) {
	best := silent
	for _, p := range plays {
		if !p.coded.floor || !setsLow(p) || p.strength() < best {
			continue
		}
		if p.strength() > best || p.coded.low < low {
			low, best, stated = p.coded.low, p.strength(), true
		}
	}
	for _, p := range plays {
		if stated && setsLow(p) && p.strength() == number && !p.coded.open {
			low = min(low, p.coded.top)
		}
	}
	return low, stated
}

func highOf(plays []*play) bounds {
	closed, floor := 0, 0
	extra := map[string]bounds{}
	for _, p := range plays {
		switch {
		case p.besides:
			sum := extra[p.Voice]
			extra[p.Voice] = bounds{top: sum.top + p.coded.top, open: sum.open || p.coded.open}
		case p.coded.open:
			floor = max(floor, p.coded.top)
		default:
			closed = max(closed, p.coded.top)
		}
	}
	most := largest(extra)
	return bounds{top: max(closed, floor) + most.top, open: floor > closed || most.open}
}

// largest is the largest of the sums that origins add; a closed sum beats an
// open one of the same size, as a number closes a floor.
func largest(sums map[string]bounds) bounds {
	var most bounds
	first := true
	for _, s := range sums {
		if first || s.top > most.top || s.top == most.top && !s.open {
			most, first = s, false
		}
	}
	return most
}
