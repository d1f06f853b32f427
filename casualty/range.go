package casualty

import (
	"cmp"
	"fmt"
)

// A Range counts people as reported or as a lexicon reads the words: whole
// people, both bounds inclusive. It may be open above ("12 or more") or have no
// floor ("up to 20").
//
// The zero Range is not stated, and a sum refuses it; a reported zero is
// Exactly(0).
type Range struct {
	low, top int // top: the high, or for an open range the largest number named
	kind     rangeKind
}

type rangeKind uint8

const (
	notStated rangeKind = iota
	closed              // low to top
	open                // low or more; top is the largest number named
	noFloor             // up to top
	unbound             // neither floor nor ceiling; top is the largest number named
)

// Exactly is a number stated as such: 12 killed. n is at least 0.
func Exactly(n int) Range { return Between(n, n) }

// Between is "low to high", both included. It panics unless 0 <= low <= high:
// a caller with foreign numbers checks them first.
func Between(low, high int) Range { return makeRange(closed, low, high) }

// AtLeast is "n or more": a floor without a ceiling.
func AtLeast(n int) Range { return makeRange(open, n, n) }

// AtLeastUpTo is "low to highest or more": open above, and highest is the
// largest number anybody named. It is no bound.
func AtLeastUpTo(low, highest int) Range { return makeRange(open, low, highest) }

// AtMost is "up to n": a ceiling whose floor nobody stated.
func AtMost(n int) Range { return makeRange(noFloor, 0, n) }

// NoBound is neither floor nor ceiling: "up to 5" beside a doubtful "9 or more", of
// which highest is the largest number named.
func NoBound(highest int) Range { return makeRange(unbound, 0, highest) }

func makeRange(kind rangeKind, low, top int) Range {
	if low < 0 || top < low {
		panic(fmt.Sprintf("casualty: a range from %d to %d", low, top))
	}
	return Range{low: low, top: top, kind: kind}
}

// Stated tells whether the range says anything at all.
func (r Range) Stated() bool { return r.kind != notStated }

// Low is the smallest number of people; ok is false where no floor was stated.
func (r Range) Low() (n int, ok bool) { return r.low, r.kind == closed || r.kind == open }

// High is the largest number of people; ok is false for a range without an upper
// bound and for one that is not stated.
func (r Range) High() (n int, ok bool) {
	if r.kind == closed || r.kind == noFloor {
		return r.top, true
	}
	return 0, false
}

// Highest is the largest number named: the high, or for an open range the
// largest floor, which is no bound.
func (r Range) Highest() (n int, ok bool) { return r.top, r.Stated() }

// Open tells whether the range has no upper bound. A range that is not stated
// is not open: nothing is known of it.
func (r Range) Open() bool { return r.kind == open || r.kind == unbound }

// Add sums two ranges, lows and highs apart. An open part keeps the sum open. A
// part without a floor adds nothing to the low, and the sum then has one only
// if the other part has. ok is false, and the sum is not stated, if either is
// not stated: an unknown is never 0.
func (r Range) Add(s Range) (sum Range, ok bool) {
	if !r.Stated() || !s.Stated() {
		return Range{}, false
	}
	kind := closed
	switch floorless := r.floorless() && s.floorless(); {
	case floorless && (r.Open() || s.Open()):
		kind = unbound
	case floorless:
		kind = noFloor
	case r.Open() || s.Open():
		kind = open
	}
	return Range{low: r.low + s.low, top: r.top + s.top, kind: kind}, true
}

func (r Range) floorless() bool { return r.kind == noFloor || r.kind == unbound }

// Compare orders ranges by low, then highest number, then closed before open. A
// range that is not stated comes first, so that tables have one order.
func (r Range) Compare(s Range) int {
	return cmp.Or(
		cmp.Compare(min(r.kind, 1), min(s.kind, 1)),
		cmp.Compare(r.low, s.low),
		cmp.Compare(r.top, s.top),
		cmp.Compare(r.kind, s.kind),
	)
}
