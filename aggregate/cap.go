package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// A Cap is a number reported for several incidents together ("twelve killed in
// the two strikes"): their highs cannot add to more. It lifts no low.
type Cap struct {
	Question Question
	Over     []casualty.IncidentID
	High     int
	Open     bool // the number is itself a floor: it caps nothing
}

// CapsOf are the caps of a record: the confirmed claims that speak of several incidents
// together, as the envelope's words read them. A number without an upper end caps
// nothing.
func CapsOf(claims []casualty.Claim) []Cap {
	var caps []Cap
	for _, c := range claims {
		if c.Status != casualty.Confirmed || c.Erased != "" || c.Negated || len(c.Over) < 2 || scopeReasons[c.Scope] != "" {
			continue
		}
		if coded, ok := envelope.Lexicon.Code(c.Harm, c.Count, ""); ok {
			highest, _ := coded.Highest()
			caps = append(caps, Cap{Question{c.Harm, c.Population, c.Group, c.Severity}, c.Over, highest, coded.Open()})
		}
	}
	return caps
}

// SumUnder adds figures of incidents and holds the highs of those under a cap to
// it. A cap closes the open highs under it. Caps that share an incident, and a
// cap below the lows, are not applied and are a problem of the total.
func SumUnder(figures []IncidentFigure, caps []Cap) Total {
	t := Sum(plain(figures))
	t.holdAll(caps, func(i int) (Total, bool) {
		under := caps[i].under(figures)
		return Sum(plain(under)), len(under) > 0
	})
	return t
}

// holdAll holds a total to the caps on its question; part is the sum of the
// incidents under a cap, if the total has any.
func (t *Total) holdAll(caps []Cap, part func(int) (Total, bool)) {
	for i, c := range caps {
		if c.Open || c.Question != t.Question {
			continue
		}
		under, some := part(i)
		switch {
		case !some:
		case slices.ContainsFunc(caps, func(d Cap) bool { return d.overlaps(c) && !same(caps, i, d) }):
			t.problem(CapsOverlap)
		default:
			t.hold(c, under)
		}
	}
}

func plain(figures []IncidentFigure) []Figure {
	plain := make([]Figure, len(figures))
	for i, f := range figures {
		plain[i] = f.Figure
	}
	return plain
}

// same tells whether d is the i-th cap itself.
func same(caps []Cap, i int, d Cap) bool {
	c := caps[i]
	return c.High == d.High && c.Open == d.Open && c.Question == d.Question && slices.Equal(c.Over, d.Over)
}

func (c Cap) overlaps(d Cap) bool {
	return c.Question == d.Question && slices.ContainsFunc(c.Over, func(id casualty.IncidentID) bool { return slices.Contains(d.Over, id) })
}

// under are the figures of the incidents that the cap covers.
func (c Cap) under(figures []IncidentFigure) []IncidentFigure {
	return slices.DeleteFunc(slices.Clone(figures), func(f IncidentFigure) bool {
		return !slices.Contains(c.Over, f.Incident.ID)
	})
}

// hold takes what lies above the cap off the total; part is the sum of the
// incidents under it.
func (t *Total) hold(c Cap, part Total) {
	low, stated := part.Range.Low()
	top, _ := part.Range.Highest()
	if !stated {
		return
	}
	if c.High < low {
		t.problem(CapBelowLows)
		return
	}
	held := c.High
	if !part.Range.Open() {
		held = min(top, c.High)
	}
	whole, _ := t.Range.Low()
	all, _ := t.Range.Highest()
	t.OpenParts -= part.OpenParts
	t.Range = bounds{low: whole, top: all - top + held, floor: true, open: t.OpenParts > 0, stated: true}.asRange()
	if best, ok := t.Best.Low(); ok && best > all-top+held {
		t.Best = casualty.Exactly(all - top + held)
	}
}

func (t *Total) problem(code ProblemCode) {
	if !slices.Contains(t.Problems, code) {
		t.Problems = append(t.Problems, code)
	}
}
