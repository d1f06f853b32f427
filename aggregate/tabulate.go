package aggregate

import (
	"iter"
	"slices"

	"tollbook/casualty"
)

// An IncidentFigure is a figure with the incident it speaks of.
type IncidentFigure struct {
	Incident casualty.Incident
	Figure   Figure
}

// A Table is the figures of a record by one method, and their totals.
type Table struct {
	Method   Method
	Settings Settings
	Figures  []IncidentFigure // in the order of the incidents, then of the questions
	Totals   []Total          // a total for each harm, over all people, of the grades in the headline
	Beside   []Total          // the same of the other grades
	// Incidents are those of the record whose grade is in the headline, whatever their
	// claims speak of: a total that asks fewer leaves the others unsaid.
	Incidents int
	// Unconfirmed are the claims that no person has confirmed yet; they enter
	// nothing.
	Unconfirmed int
	// Decided are the figures that rest on a decision in force; Waiting are those on
	// which a decision waits for another person's signature and changes nothing yet.
	// Unsigned are those of Decided that rest on one that no second person signed.
	Decided, Unsigned, Waiting int
	// Unlinked are the confirmed claims that name no incident of the record and should:
	// running totals and totals for a period, which never do, are in Apart.
	Unlinked int
	// Apart are the confirmed running totals and totals for a period: they are
	// reconciled with sums of incidents, never added to them.
	Apart int
}

// Tabulate makes the figures of every incident on every question that its claims
// raise, and adds them up by harm.
func Tabulate(r casualty.Record, m Method, s Settings) Table {
	t := Table{Method: m, Settings: s}
	claims := gather(r)
	for i, incident := range r.Incidents {
		if i == sampled {
			t.Figures = roomFor(t.Figures, len(r.Incidents))
		}
		if incident.Erased == "" {
			t.Incidents += count(s.headlines(incident.Grade))
			t.Figures = append(t.Figures, figuresOf(r, incident, claims.on(incident.ID), m, s)...)
			delete(claims.claims, incident.ID) // what stays has no incident to stand in
		}
	}
	var loose Loose
	for i := range r.Claims {
		c := &r.Claims[i]
		loose.Add(LooseOf(c, c.Incident != "" && claims.claims[c.Incident] == nil), 1)
	}
	t.Unconfirmed, t.Unlinked, t.Apart = loose.Unconfirmed, loose.Unlinked, loose.Apart
	for _, f := range t.Figures {
		t.Decided += count(len(f.Figure.Decisions) > 0)
		t.Unsigned += count(f.Figure.Unsigned)
		t.Waiting += count(len(f.Figure.Waiting) > 0)
	}
	t.Totals, t.Beside = TotalsBy(t), Beside(t)
	return t
}

// sampled is after how many incidents a table reckons how many figures it will have.
const sampled = 1000

// roomFor makes room for the figures of all incidents by those of the first: a slice
// that grows as it fills holds a large book's figures twice over each time.
func roomFor(first []IncidentFigure, incidents int) []IncidentFigure {
	return slices.Grow(first, len(first)*(incidents-sampled)/sampled*17/16)
}

// perIncident are the figures incident by incident, as long as those of one stand
// together.
func perIncident(figures []IncidentFigure) iter.Seq[[]IncidentFigure] {
	return func(yield func([]IncidentFigure) bool) {
		for from := 0; from < len(figures); {
			to := from + 1
			for to < len(figures) && figures[to].Incident.ID == figures[from].Incident.ID {
				to++
			}
			if !yield(figures[from:to:to]) {
				return
			}
			from = to
		}
	}
}

// A Loose counts claims that enter no figure; see [Table].
type Loose struct{ Unconfirmed, Unlinked, Apart int }

// LooseOf counts one claim; there tells whether the record holds its incident, not
// erased.
func LooseOf(c *casualty.Claim, there bool) Loose {
	apart := c.Scope == casualty.Cumulative || c.Scope == casualty.Integrative
	confirmed := c.Status == casualty.Confirmed && c.Erased == ""
	return Loose{
		Unconfirmed: count(c.Status == casualty.Suggested && c.Erased == ""),
		Unlinked:    count(confirmed && !apart && !there),
		Apart:       count(confirmed && apart),
	}
}

// Add adds the claims of another count, or with times -1 takes them away.
func (l *Loose) Add(m Loose, times int) {
	l.Unconfirmed += times * m.Unconfirmed
	l.Unlinked += times * m.Unlinked
	l.Apart += times * m.Apart
}

func figuresOf(r casualty.Record, incident casualty.Incident, claims []Statement, m Method, s Settings) []IncidentFigure {
	var figures []IncidentFigure
	s.IncidentDay = incident.Day
	on := decisionsOn(r.Decisions, incident.ID, s.AsOf)
	heed(on, claims, s)
	collapsed := collapse(knownBy(claims, s.AsOf), s.AsOf)
	for _, q := range Questions(claims) {
		figures = append(figures, IncidentFigure{incident, settleWith(on, q, collapsed, r.Victims, m, s)})
	}
	return figures
}

// settleWith settles a question of an incident with the decisions on it and the
// victims identified.
func settleWith(on []casualty.Decision, q Question, collapsed []play, victims []casualty.Victim, m Method, s Settings) Figure {
	s.Decision = s.adopting(on, q)
	if s.Adopted && s.invalid(s.Decision) == "" {
		m = manual
	}
	if len(collapsed) > 0 {
		s.Identified = Identified(victims, collapsed[0].Incident, m.asks(q))
	}
	f := m.settleOn(q, collapsed, s)
	f.rest(on, s)
	return f
}

// Figure is the table's figure of an incident on a question.
func (t Table) Figure(id casualty.IncidentID, q Question) (Figure, bool) {
	for _, f := range t.Figures {
		if f.Incident.ID == id && f.Figure.Question == q {
			return f.Figure, true
		}
	}
	return Figure{}, false
}
