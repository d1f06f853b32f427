package aggregate

import (
	"cmp"
	"slices"

	"tollbook/casualty"
)

// A RunningSeries is what one voice says of a total "so far": its readings, what is
// remarkable about them, and how its rise compares with the incidents of the same
// days. It stands in no sum.
type RunningSeries struct {
	Voice    string
	Question Question
	Place    string // as the claims write it; empty: not stated
	Claims   []casualty.ClaimID
	Checked  Checked
	// Against holds the rise from the first to the last reading against the incidents
	// after the day of the first up to the day of the last. Not made where there is
	// no rise to compare.
	Against Reconciliation
}

// A PeriodTotal is a ministry's or morgue's total for a period, held against the
// incidents in it.
type PeriodTotal struct {
	Claim    casualty.ClaimID
	Voice    string
	Question Question
	Place    string
	Period   casualty.Day // as well as the claim says; empty: not stated, and nothing is compared
	// Across are incidents that lie partly in the period; they are not in the sum.
	Across  int
	Against Reconciliation
}

// RunningTotals gathers the cumulative claims of a record into series, each what
// one voice says of the same people and place, and holds them against a table of
// the same record.
func RunningTotals(r casualty.Record, t Table) []RunningSeries {
	var totals []RunningSeries
	for _, claims := range seriesOf(outOfSums(r, casualty.Cumulative)) {
		first := claims[0]
		rt := RunningSeries{Voice: first.Voice, Question: first.question(), Place: first.Place}
		var series Series
		for _, s := range claims {
			rt.Claims = append(rt.Claims, s.ID)
			series = append(series, readingOf(s))
		}
		rt.Checked = series.Check()
		if rt.Checked.ChangeOK && rt.Checked.Change >= 0 {
			sum, _ := t.within(rt.Question, first.Place, dayAfter(series[0].Day), series[len(series)-1].Day.Last())
			rt.Against = Reconcile(casualty.Exactly(rt.Checked.Change), sum)
		}
		totals = append(totals, rt)
	}
	return totals
}

// PeriodTotals holds the integrative claims of a record against a table of the
// same record.
func PeriodTotals(r casualty.Record, t Table) []PeriodTotal {
	var totals []PeriodTotal
	for _, s := range outOfSums(r, casualty.Integrative) {
		p := PeriodTotal{Claim: s.ID, Voice: s.Voice, Question: s.question(), Place: s.Place, Period: s.Day}
		claimed, ok := envelope.Lexicon.Code(s.Harm, s.Count, t.Settings.Economy)
		if ok && s.Day.Stated() {
			var sum Total
			sum, p.Across = t.within(p.Question, s.Place, s.Day.First(), s.Day.Last())
			p.Against = Reconcile(claimed, sum)
		}
		totals = append(totals, p)
	}
	return totals
}

// outOfSums are the confirmed claims of a scope that belong to no incident, in the
// order of their ids.
func outOfSums(r casualty.Record, scope casualty.Scope) []Statement {
	g := gather(r)
	var claims []Statement
	for _, c := range r.Claims {
		if c.Scope == scope && c.Status == casualty.Confirmed && c.Erased == "" && !c.Negated {
			claims = append(claims, statementOf(c, g.sources[c.Source], g.origins[c.Origin]))
		}
	}
	slices.SortFunc(claims, func(a, b Statement) int { return byID(a.ID, b.ID) })
	return claims
}

func (s Statement) question() Question { return Question{s.Harm, s.Population, s.Group, s.Severity} }

// seriesOf puts cumulative claims into series, each in the order of its days. A
// claim that nobody dated, and one that repeats another, is in none.
func seriesOf(claims []Statement) [][]Statement {
	claims = slices.DeleteFunc(claims, func(s Statement) bool { return !s.Said.Stated() || s.Repeats != "" })
	slices.SortStableFunc(claims, func(a, b Statement) int {
		return cmp.Or(compareSeries(a, b), cmp.Compare(a.Said, b.Said))
	})
	return slices.Collect(func(yield func([]Statement) bool) {
		for len(claims) > 0 {
			n := 1
			for n < len(claims) && compareSeries(claims[0], claims[n]) == 0 {
				n++
			}
			if !yield(claims[:n:n]) {
				return
			}
			claims = claims[n:]
		}
	})
}

func compareSeries(a, b Statement) int {
	return cmp.Or(cmp.Compare(a.Voice, b.Voice), a.question().Compare(b.question()), cmp.Compare(a.Place, b.Place))
}

// readingOf reads a running total: the least that its words allow. Words without
// a number give a reading without a total.
func readingOf(s Statement) Reading {
	r := Reading{Day: s.Said.Day()}
	coded, ok := envelope.Lexicon.Code(s.Harm, s.Count, "")
	if low, floor := coded.Low(); ok && floor && strength(s.Count) == number {
		r.Total = pointer(low)
	}
	return r
}

// within adds the figures of the incidents that lie in the days from first to
// last, at a place if one is named; across counts those that lie in them partly.
func (t Table) within(q Question, place string, first, last casualty.Day) (sum Total, across int) {
	var figures []Figure
	for _, f := range t.Figures {
		day := f.Incident.Day
		switch {
		case f.Figure.Question != q || !day.Stated() || !atPlace(place, f.Incident.Place):
		case first <= day.First() && day.Last() <= last:
			figures = append(figures, f.Figure)
		case first <= day.Last() && day.First() <= last:
			across++
		}
	}
	sum = Sum(figures)
	sum.Question = q
	return sum, across
}

// atPlace tells whether a place as written may hold an incident; no place holds
// all.
func atPlace(written string, p casualty.Place) bool {
	named := nameWords(written)
	known := nameWords(p.Name + " " + p.Admin1 + " " + p.Admin2)
	return len(named) == 0 || slices.ContainsFunc(named, func(w nameWord) bool { return slices.ContainsFunc(known, w.sounds) })
}
