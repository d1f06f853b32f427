package aggregate

import (
	"iter"
	"maps"
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
// together, as the envelope's words read them. An origin stands by its latest number,
// a repeat is no second one, and of several origins on the very same incidents the
// largest number holds. "Nobody", and people whose belonging is in doubt, cap nothing.
func CapsOf(claims []casualty.Claim) []Cap {
	together := map[string][]Statement{}
	for _, c := range claims {
		if len(c.Over) < 2 {
			continue
		}
		over := slices.Clone(c.Over)
		slices.SortFunc(over, func(a, b casualty.IncidentID) int { return byID(casualty.ClaimID(a), casualty.ClaimID(b)) })
		if c.Over = slices.Compact(over); c.Enters() && c.Erased == "" && len(c.Over) > 1 && scopeReasons[c.Scope] == "" {
			key := joinIDs(c.Over)
			together[key] = append(together[key], statementOf(c, casualty.Source{}, casualty.Origin{}))
		}
	}
	var caps []Cap
	for _, key := range slices.Sorted(maps.Keys(together)) {
		caps = append(caps, capsOn(together[key])...)
	}
	return caps
}

func joinIDs(ids []casualty.IncidentID) (key string) {
	for _, id := range ids {
		key += string(id) + " "
	}
	return key
}

// capsOn are the caps of claims on the same incidents, one a question.
func capsOn(claims []Statement) []Cap {
	over := claims[0].Over
	for i := range claims {
		claims[i].Over = nil // together they are heard as claims on one incident are
	}
	words := map[Question][]*play{}
	plays := collapse(knownBy(claims, ""), "")
	for i := range plays {
		p := &plays[i]
		coded, ok := envelope.Lexicon.Code(p.Harm, p.Count, "")
		if !ok || !p.in() || p.repeats != "" || p.replacedBy != "" || p.isNone() || p.doubtful() {
			continue
		}
		p.coded = boundsOf(coded)
		words[p.question()] = append(words[p.question()], p)
	}
	var caps []Cap
	for _, q := range slices.SortedFunc(maps.Keys(words), Question.Compare) {
		high := highOf(words[q])
		caps = append(caps, Cap{q, over, high.top, high.open})
	}
	return caps
}

// SumUnder adds figures of incidents and holds the highs of those under a cap to
// it. A cap closes the open highs under it. Caps that share an incident, a cap below
// the lows, and one over floors of a method that gives no highs, are not applied and
// are a problem of the total.
func SumUnder(figures iter.Seq[*IncidentFigure], caps []Cap) Total {
	t := sum(plain(figures))
	t.holdAll(caps, func(i int) (Total, bool) {
		part := sum(plain(caps[i].under(figures)))
		return part, part.Incidents > 0
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
		case overlapped(caps, i):
			t.problem(CapsOverlap)
		default:
			t.hold(c, under)
		}
	}
}

func plain(figures iter.Seq[*IncidentFigure]) iter.Seq[*Figure] {
	return func(yield func(*Figure) bool) {
		for f := range figures {
			if !yield(&f.Figure) {
				return
			}
		}
	}
}

// overlapped tells whether another cap holds an incident of the i-th. One that is
// itself a floor holds nothing.
func overlapped(caps []Cap, i int) bool {
	for j, d := range caps {
		if j != i && !d.Open && d.Question == caps[i].Question && slices.ContainsFunc(d.Over, func(id casualty.IncidentID) bool { return slices.Contains(caps[i].Over, id) }) {
			return true
		}
	}
	return false
}

// under are the figures of the incidents that the cap covers.
func (c Cap) under(figures iter.Seq[*IncidentFigure]) iter.Seq[*IncidentFigure] {
	return func(yield func(*IncidentFigure) bool) {
		for f := range figures {
			if slices.Contains(c.Over, f.Incident.ID) && !yield(f) {
				return
			}
		}
	}
}

// hold holds the total to a cap; part is the sum of the incidents under it. A total
// of one numbers has no high to hold: the cap can only contradict it.
func (t *Total) hold(c Cap, part Total) {
	switch low, stated := part.Shown().Low(); {
	case !stated:
	case c.High < low:
		t.problem(CapBelowLows)
	case t.Range.Stated():
		t.takeOff(c, part)
	case part.Best.Open():
		t.problem(CapWithoutHighs)
	}
}

// takeOff takes what lies above the cap off the total.
func (t *Total) takeOff(c Cap, part Total) {
	top, _ := part.Shown().Highest()
	held := c.High
	if !part.Shown().Open() {
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
