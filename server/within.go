package server

import (
	"fmt"
	"slices"
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// Names of inputs that others embed: huma reads the fields of an embedded struct
// only where its name is exported.
type (
	Why      = whyInput
	Choosing = choosing
	Within   = within
)

// A within says which incidents are meant, and with a harm which of their figures.
// Its names are those of addresses: what a page shows can be sent on as a link.
type within struct {
	Q          string   `query:"q" doc:"Words in title, place, cause or notes; case, marks on letters and hamza do not matter"`
	From       string   `query:"from" doc:"Not before this day; incidents without a day are then left out"`
	To         string   `query:"to" doc:"Not after this day"`
	Place      string   `query:"place" doc:"Words in the names of the place and its units"`
	Cause      string   `query:"cause" doc:"Words in the cause"`
	Grade      []string `query:"grade" doc:"Only these grades; none is an incident without one"`
	Harm       string   `query:"harm" doc:"Only incidents with a figure of this harm"`
	Population string   `query:"population" doc:"Of the figure"`
	Group      string   `query:"group" doc:"Of the figure"`
	Severity   string   `query:"severity" doc:"Of the figure"`
	By         string   `query:"by" doc:"The breakdown of a total, with key"`
	Key        string   `query:"key" doc:"The key of a total: only the incidents that it counts"`
	Periods    string   `query:"periods" enum:"start,spans,split" doc:"An incident across two periods stands in the first, in a row of its own, or is dealt over its days"`
	Only       string   `query:"only" doc:"Only figures that are: unknown, open, no_floor, one_origin, late, decided, waiting"`
}

// notGraded is how an address asks for incidents without a grade.
const notGraded = "none"

// onlys tell of figures what the panel of a total counts.
var onlys = map[string]func(aggregate.IncidentFigure) bool{
	"unknown":    func(f aggregate.IncidentFigure) bool { return !f.Figure.Settled() },
	"open":       func(f aggregate.IncidentFigure) bool { return f.Figure.Shown().Open() },
	"no_floor":   func(f aggregate.IncidentFigure) bool { return f.Figure.NoFloor },
	"one_origin": func(f aggregate.IncidentFigure) bool { return f.Figure.Settled() && f.Figure.Origins() == 1 },
	"late":       aggregate.IncidentFigure.LearntLate,
	"decided":    func(f aggregate.IncidentFigure) bool { return len(f.Figure.Decisions) > 0 },
	"waiting":    func(f aggregate.IncidentFigure) bool { return len(f.Figure.Waiting) > 0 },
}

// A meaning is a within that was read, ready to ask of many incidents.
type meaning struct {
	within
	from, to casualty.Day
	by       []aggregate.By
	question aggregate.Question
	shown    *showing // what the visitor may see: nobody finds by what they cannot read
}

// withinOf is what the address of a page says.
func withinOf(v *visit) within {
	q := v.request.URL.Query()
	get := func(name string) string { return strings.TrimSpace(q.Get(name)) }
	return within{
		Q: get("q"), From: get("from"), To: get("to"), Place: get("place"), Cause: get("cause"), Grade: q["grade"],
		Harm: get("harm"), Population: get("population"), Group: get("group"), Severity: get("severity"),
		By: get("by"), Key: q.Get("key"), Periods: get("periods"), Only: get("only"),
	}
}

// read checks a within, as a person or a program wrote it.
func (w within) read(s *showing) (f meaning, err error) {
	f = meaning{within: w, shown: s, question: aggregate.Question{
		Harm: casualty.Harm(w.Harm), Population: casualty.Population(w.Population), Group: casualty.Group(w.Group), Severity: casualty.Severity(w.Severity),
	}}
	if f.from, err = casualty.ParseDay(w.From); err != nil {
		return f, casualty.At("from", err)
	}
	if f.to, err = casualty.ParseDay(w.To); err != nil {
		return f, casualty.At("to", err)
	}
	if f.from.Stated() && f.to.Stated() && f.to.Last() < f.from.First() {
		return f, &casualty.Problem{Where: "to", Found: w.To, Want: "a day that is not before " + w.From}
	}
	if f.by, err = aggregate.ParseBy(w.By); err != nil {
		return f, casualty.At("by", err)
	}
	return f, w.checkCodes()
}

// checkCodes tells which code no table has.
func (w within) checkCodes() error {
	if _, known := onlys[w.Only]; w.Only != "" && !known {
		return &casualty.Problem{Where: "only", Found: w.Only, Want: "unknown, open, no_floor, one_origin, late, decided or waiting"}
	}
	for _, g := range w.Grade {
		if g != notGraded && !slices.Contains(casualty.Grades, casualty.Grade(g)) {
			return &casualty.Problem{Where: "grade", Found: g, Want: "one or more of confirmed, fair, weak, contested, discounted, none"}
		}
	}
	if w.Harm != "" && !slices.Contains(casualty.Harms, casualty.Harm(w.Harm)) {
		return &casualty.Problem{Where: "harm", Found: w.Harm, Want: "one of the kinds of harm, such as killed"}
	}
	rules := []aggregate.PeriodRule{"", aggregate.Start, aggregate.Spans, aggregate.Dealt}
	if !slices.Contains(rules, aggregate.PeriodRule(w.Periods)) {
		return &casualty.Problem{Where: "periods", Found: w.Periods, Want: "start, spans or split"}
	}
	return nil
}

// holds tells whether an incident is meant. An incident whose day is not stated
// stays in, unless days are asked for: then nothing says that it belongs there.
func (f *meaning) holds(in *casualty.Incident) bool {
	day := in.Day
	switch {
	case in.Erased != "":
		return false
	case (f.from.Stated() || f.to.Stated()) && !day.Stated(),
		f.from.Stated() && day.First() < f.from.First(), f.to.Stated() && day.First() > f.to.Last():
		return false
	case len(f.Grade) > 0 && !f.graded(in.Grade):
		return false
	case f.Q != "" && !searchFor(f.Q).within(f.shown.folded.get()[in.ID]):
		return false
	case f.Place != "" && !searchFor(f.Place).in(in.Place.Name, in.Place.Admin1, in.Place.Admin2, in.Place.Country):
		return false
	}
	return f.Cause == "" || searchFor(f.Cause).in(in.Cause)
}

// narrows tells whether it holds fewer than all incidents.
func (f *meaning) narrows() bool {
	return f.from.Stated() || f.to.Stated() || len(f.Grade) > 0 || f.Q != "" || f.Place != "" || f.Cause != ""
}

func (f *meaning) graded(g casualty.Grade) bool {
	return slices.Contains(f.Grade, string(g)) || g == "" && slices.Contains(f.Grade, notGraded)
}

// seen is a figure beside its incident as the visitor may see it.
func (f *meaning) seen(x aggregate.IncidentFigure) aggregate.IncidentFigure {
	x.Incident = *f.shown.incident(x.Incident.ID)
	return x
}

// figure tells whether a figure is meant, of those of an incident that is.
func (f *meaning) figure(x aggregate.IncidentFigure, s aggregate.Settings) bool {
	if x.Figure.Question != f.question || f.Only != "" && !onlys[f.Only](x) {
		return false
	}
	s.Periods = aggregate.PeriodRule(f.Periods)
	return f.Key == "" || slices.Contains(f.seen(x).Under(s, f.by...), f.Key)
}

// asks tells whether figures are asked for, and not incidents alone.
func (f *meaning) asks() bool { return f.Harm != "" }

// name tells filters apart that mean different things.
func (f *meaning) name() string { return fmt.Sprintf("%q", f.within) }
