package server

import (
	"slices"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// An adding is one way to add up, that pages and readings share.
type adding struct {
	filter   meaning
	by       []aggregate.By
	question aggregate.Question
	narrowed bool // its figures are of the people asked for, and say all
	caps     func() []aggregate.Cap
	sums     aggregate.Summary
	table    *figureTable
}

// adding reads what is asked for, and adds it up; an edition keeps the sums.
func (v *visit) adding(c choosing, w within, by string) (a adding, err error) {
	s, err := v.showing()
	if err != nil {
		return a, err
	}
	if w.Harm == "" {
		w.Harm = string(casualty.Killed)
	}
	w.By, w.Key, w.Only = by, "", ""
	if a.filter, err = w.read(s); err != nil {
		return a, err
	}
	a.by, a.question = a.filter.by, a.filter.question
	tables, err := c.tables(v)
	if err != nil {
		return a, err
	}
	e, err := v.edition()
	if err != nil {
		return a, err
	}
	a.caps, a.table = e.caps, tables[0]
	// Breakdowns add up figures of all people; where not all are asked for, the
	// figures of those who are stand in their place.
	a.narrowed = !a.question.AllPeople() && !slices.Contains(a.by, aggregate.ByGroup) && !slices.Contains(a.by, aggregate.ByPopulation)
	a.sums = remember(s, "sums "+tables[0].name()+a.filter.name(), func() aggregate.Summary { return a.add(s, tables[0]) })
	return a, nil
}

// add adds the figures up of the incidents that are meant: out of columns where they
// know all that is asked, else figure by figure.
func (a *adding) add(s *showing, t *figureTable) aggregate.Summary {
	settings := t.settings
	settings.Periods, settings.Caps = aggregate.PeriodRule(a.filter.Periods), a.capsAsked()
	var sums *aggregate.Summing
	if s == t.shown && aggregate.CanSum(a.by, settings.Periods) && !t.method.Needs { // columns do not know what is missing
		sums = t.columns.get().Sum(t.method, settings, a.by, a.keep(), a.renamed)
	} else {
		sums = aggregate.InParts(len(s.Incidents), func() *aggregate.Summing { return aggregate.NewSumming(t.method, settings, a.by...) },
			func(sums *aggregate.Summing, from, to int) { a.addPart(sums, s.Incidents[from:to], t) })
	}
	loose := s.loose.get()
	sums.Count(loose.Unconfirmed, loose.Unlinked, loose.Apart)
	return sums.Summary()
}

// keep tells which incidents are meant; nil: all.
func (a *adding) keep() func(casualty.IncidentID) bool {
	if !a.filter.narrows() {
		return nil
	}
	return func(id casualty.IncidentID) bool { return a.filter.holds(a.filter.shown.incident(id)) }
}

func (a *adding) addPart(sums *aggregate.Summing, incidents []casualty.Incident, t *figureTable) {
	var seen []aggregate.IncidentFigure
	for i := range incidents {
		in := &incidents[i]
		if !a.filter.holds(in) {
			continue
		}
		seen = seen[:0]
		for _, f := range t.of(in.ID) {
			var asked bool
			if f.Figure.Question, asked = a.renamed(f.Figure.Question); asked {
				f.Incident = *in
				seen = append(seen, f)
			}
		}
		sums.Add(aggregate.Outline{Figures: seen})
	}
}

// capsAsked are the caps as the figures are asked: narrowed figures say all, and only
// numbers of the same people hold them.
func (a *adding) capsAsked() []aggregate.Cap {
	if !a.narrowed {
		return a.caps()
	}
	var caps []aggregate.Cap
	for _, c := range a.caps() {
		if c.Question == a.question {
			c.Question = aggregate.Question{Harm: a.question.Harm}
			caps = append(caps, c)
		}
	}
	return caps
}

// renamed is the question under which figures on a question are added; ok is false for
// figures of others than the people asked for, where not all are.
func (a *adding) renamed(q aggregate.Question) (as aggregate.Question, ok bool) {
	if !a.narrowed {
		return q, true
	}
	return aggregate.Question{Harm: a.question.Harm}, q == a.question
}

// rows are the sums of the question that is asked, row by row.
func (a adding) rows() []aggregate.Total { return a.of(a.sums.Rows, a.by) }

// whole is the sum of all.
func (a adding) whole() aggregate.Total {
	for _, t := range a.of(a.sums.Whole, nil) {
		return t
	}
	return aggregate.Total{Question: a.question}
}

// of are those of some sums that answer the question.
func (a adding) of(sums []aggregate.Total, by []aggregate.By) []aggregate.Total {
	var rows []aggregate.Total
	for _, t := range sums {
		if a.narrowed && t.Question.Harm == a.question.Harm {
			t.Question = a.question
		}
		if a.asksFor(t.Question, by) {
			rows = append(rows, t)
		}
	}
	return rows
}

// asksFor: broken down by group or population, the rows are of each of them.
func (a adding) asksFor(q aggregate.Question, by []aggregate.By) bool {
	if slices.Contains(by, aggregate.ByGroup) {
		q.Group = a.question.Group
	}
	if slices.Contains(by, aggregate.ByPopulation) {
		q.Population = a.question.Population
	}
	return q == a.question
}
