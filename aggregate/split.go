package aggregate

import (
	"fmt"
	"strings"

	"tollbook/casualty"
)

// Split deals a figure evenly over n days or places: low, best less low and high
// less best each apart, the extras one each from the first part, then added
// back, so that the parts keep their order and add up to the figure. The parts
// of an open figure are open. What is dealt is allotted, not reported. n is at
// least 1.
func (f Figure) Split(n int) []Figure {
	parts := make([]Figure, n)
	for i := range parts {
		parts[i] = f
		parts[i].Allotted = n > 1
		parts[i].Range, parts[i].Best = f.share(i, n)
	}
	return parts
}

// Arithmetic shows how [Figure.Split] deals the figure: "12 over 3 days: 4, 4, 4".
func (f Figure) Arithmetic(n int, unit string) string {
	shares := make([]string, n)
	for i, part := range f.Split(n) {
		shares[i] = part.Shown().String()
	}
	return fmt.Sprintf("%s over %d %s: %s", f.Shown(), n, unit, strings.Join(shares, ", "))
}

// share is the i-th of n shares of a figure's range and best number.
func (f Figure) share(i, n int) (within, best casualty.Range) {
	deal := func(people int) int { return people/n + count(i < people%n) }
	middle, hasBest := f.Best.Low()
	if !f.Range.Stated() {
		if hasBest {
			best = numberOf(deal(middle), f.Best.Open())
		}
		return casualty.Range{}, best
	}
	low, _ := f.Range.Low()
	top, _ := f.Range.Highest()
	if !hasBest {
		middle = low
	}
	dealtLow := deal(low)
	dealtBest := dealtLow + deal(middle-low)
	b := bounds{low: dealtLow, top: dealtBest + deal(top-middle), floor: true, open: f.Range.Open(), stated: true}
	if hasBest {
		best = numberOf(dealtBest, f.Best.Open())
	}
	return b.asRange(), best
}

func numberOf(n int, open bool) casualty.Range {
	if open {
		return casualty.AtLeast(n)
	}
	return casualty.Exactly(n)
}
