package aggregate

import (
	"iter"

	"tollbook/casualty"
)

// A Total is a sum of figures: lows, bests and highs each added apart. It is an
// envelope of what was reported, not a confidence interval: the lows need not all
// hold at once, nor the highs.
type Total struct {
	// Keys are what the figures have in common, one a breakdown: a period, a place, a
	// cause. None: all.
	Keys []string
	// Key is the keys together, for a reader: "2025-01 / Northern".
	Key      string
	Question Question
	// Incidents counts the figures that were asked for.
	Incidents int
	// Unknown are the incidents without a figure. They add nothing, not 0.
	Unknown int
	// OpenParts are the figures without an upper bound; one leaves the total open.
	OpenParts int
	// NoFloor are the figures whose low of 0 nobody stated.
	NoFloor int
	// Range is not stated where no figure has a range: for the methods of one
	// number, and where nothing is known. Where some have one, as those that a person
	// adopted, the number of the others is their low and high. Open above, its highest number is what
	// the known numbers add to, never a bound.
	Range casualty.Range
	// Best is stated only where every figure has one.
	Best casualty.Range
	// Shared are the incidents that stand under other keys too: a second
	// perpetrator, a second source, a figure dealt over two periods. The totals of
	// the keys then need not add up to the total.
	Shared   int
	Problems []ProblemCode
	// Panel says what the total rests on and what it leaves out. [Sum] makes none: it
	// knows no incidents.
	Panel Panel
}

// Sum adds figures that answer one question. Figures without a number are
// counted and change no sum.
func Sum(figures []Figure) Total { return sum(inPlace(figures)) }

// inPlace are the elements themselves, not copies: a figure is large.
func inPlace[T any](list []T) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for i := range list {
			if !yield(&list[i]) {
				return
			}
		}
	}
}

func sum(figures iter.Seq[*Figure]) Total {
	var t Total
	ranges, bests := 0, 0
	for f := range figures {
		if t.Incidents == 0 {
			t.Question = f.Question
		}
		t.Incidents++
		if !f.Settled() {
			t.Unknown++
			continue
		}
		t.Range = plus(t.Range, f.Shown())
		t.Best = plus(t.Best, f.Best)
		ranges += count(f.Range.Stated())
		bests += count(f.Best.Stated())
		t.OpenParts += count(f.Shown().Open())
		t.NoFloor += count(f.NoFloor)
	}
	if ranges == 0 {
		t.Range = casualty.Range{}
	}
	if bests != t.Incidents-t.Unknown {
		t.Best = casualty.Range{}
	}
	return t
}

// plus adds what is stated; what is not stated changes nothing.
func plus(sum, part casualty.Range) casualty.Range {
	switch added, ok := sum.Add(part); {
	case ok:
		return added
	case sum.Stated():
		return sum
	default:
		return part
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Shown is the total as a reader sees it first: the range, failing that the one
// number.
func (t Total) Shown() casualty.Range {
	if t.Range.Stated() {
		return t.Range
	}
	return t.Best
}

// String says the total for a reader: "30 to 34", "30", "at least 30, no upper
// bound", "up to 12, no floor stated", "no figure".
func (t Total) String() string {
	shown := t.Shown()
	low, _ := shown.Low()
	highest, _ := shown.Highest()
	floorless := t.NoFloor > 0 && low == 0
	switch {
	case !shown.Stated():
		return "no figure"
	case floorless && !t.Range.Stated():
		return OwnZero
	case shown.Open() && floorless:
		return "no floor stated, no upper bound"
	case shown.Open():
		return "at least " + casualty.Exactly(low).String() + ", no upper bound"
	case floorless:
		return casualty.AtMost(highest).String() + ", no floor stated"
	}
	return shown.String()
}
