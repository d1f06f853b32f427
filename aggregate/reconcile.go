package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// A Reconciliation holds a total that somebody gave for a period or a place, or
// the change of a running total, against the sum of the incidents in it. The two
// are never added.
type Reconciliation struct {
	Claimed casualty.Range
	Sum     Total
	// NotCovered are the people of the claimed total that no incident holds: from
	// its low less the incidents' highs, to its high less their lows, neither below
	// 0: a low of 0 is no floor. Not stated where no incident has a figure, and where
	// nothing bounds them.
	NotCovered casualty.Range
	Problems   []ProblemCode
}

// Reconcile compares a claimed total with the incidents that it should hold.
func Reconcile(claimed casualty.Range, incidents Total) Reconciliation {
	r := Reconciliation{Claimed: claimed, Sum: incidents}
	shown := incidents.Shown()
	if !claimed.Stated() || !shown.Stated() {
		return r
	}
	total, sum := boundsOf(claimed), boundsOf(shown)
	left := bounds{low: max(0, total.low-sum.top), top: max(0, total.top-sum.low), open: total.open, stated: true}
	if sum.open || !incidents.Range.Stated() && incidents.NoFloor > 0 { // a method's own 0 is no ceiling
		left.low = 0
	}
	if !total.open && sum.low > total.top {
		r.Problems = append(r.Problems, IncidentsAboveTotal)
	}
	r.NotCovered = left.derived()
	return r
}

// median is the middle one of numbers, the lower of two; there is at least one.
func median(numbers []int) int {
	slices.Sort(numbers)
	return numbers[(len(numbers)-1)/2]
}
