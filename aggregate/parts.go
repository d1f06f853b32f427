package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// A Part is some of the people of a whole: the children, the civilians. A range
// that is not stated is a part that nobody counted.
type Part struct {
	Name  string
	Range casualty.Range
}

// A Whole is a total and its parts.
type Whole struct {
	Total      casualty.Range // not stated: nobody gives one
	Parts      []Part
	Exhaustive bool // the parts are all of the whole
	Disjoint   bool // nobody is in two parts
}

// TotalName is the name under which a bound of the whole is derived.
const TotalName = "total"

// Check tells where the parts contradict their total, and what follows from
// them. What follows is derived, not reported, and is never mixed with what was;
// from a contradiction nothing follows.
func (w Whole) Check() (problems []ProblemCode, derived []Part) {
	known := slices.DeleteFunc(slices.Clone(w.Parts), func(p Part) bool { return !p.Range.Stated() })
	sum := w.together(known)
	problem := w.contradiction(known, sum)
	switch {
	case problem != "" && problem != PartsRaiseTotal:
		return []ProblemCode{problem}, nil
	case problem == PartsRaiseTotal:
		return []ProblemCode{problem}, []Part{{TotalName, w.raised(sum.low)}}
	}
	return nil, w.derive(known, sum)
}

// together is the sum of parts, or the largest of parts that overlap.
func (w Whole) together(parts []Part) bounds {
	var sum bounds
	for _, p := range parts {
		b := boundsOf(p.Range)
		if w.Disjoint {
			sum.low, sum.top = sum.low+b.low, sum.top+b.top
		} else {
			sum.low, sum.top = max(sum.low, b.low), max(sum.top, b.top)
		}
		sum.open = sum.open || b.open
	}
	sum.stated = len(parts) > 0
	return sum
}

// contradiction compares the parts with the total. The parts' highs may exceed
// it: they need not hold at once.
func (w Whole) contradiction(known []Part, sum bounds) ProblemCode {
	if !w.Total.Stated() || !sum.stated {
		return ""
	}
	total := boundsOf(w.Total)
	above := func(low int) bool { return !total.open && low > total.top }
	all := w.Exhaustive && len(known) == len(w.Parts)
	switch {
	case slices.ContainsFunc(known, func(p Part) bool { return above(boundsOf(p.Range).low) }):
		return PartAboveTotal
	case above(sum.low):
		return PartsAboveTotal
	case sum.low > total.low:
		return PartsRaiseTotal
	case all && w.Disjoint && !sum.open && sum.top < total.low:
		return PartsBelowTotal
	}
	return ""
}

// raised is the total with the low that its parts need.
func (w Whole) raised(low int) casualty.Range {
	total := boundsOf(w.Total)
	total.low, total.floor, total.top = low, true, max(total.top, low)
	return total.asRange()
}

func (w Whole) derive(known []Part, sum bounds) []Part {
	unknown := len(w.Parts) - len(known)
	switch {
	case !w.Total.Stated() && sum.stated:
		sum.open = sum.open || !w.Exhaustive || !w.Disjoint || unknown > 0
		return follows(TotalName, sum)
	case w.Total.Stated() && unknown == 1 && w.Exhaustive && w.Disjoint:
		return w.rest(sum)
	}
	return nil
}

// rest is what the one unknown part of all parts must be.
func (w Whole) rest(others bounds) []Part {
	i := slices.IndexFunc(w.Parts, func(p Part) bool { return !p.Range.Stated() })
	total := boundsOf(w.Total)
	rest := bounds{low: max(0, total.low-others.top), top: total.top - others.low, open: total.open, stated: true}
	if others.open {
		rest.low = 0
	}
	return follows(w.Parts[i].Name, rest)
}

func follows(name string, b bounds) []Part {
	if r := b.derived(); r.Stated() {
		return []Part{{name, r}}
	}
	return nil
}
