package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// A Summary is the totals of a record with what stands beside them in every output.
type Summary struct {
	Method   Method
	Settings Settings
	Rows     []Total // by the breakdowns asked for, of the grades in the headline
	Whole    []Total // a total for each harm, over all people
	Beside   []Total // the same of the other grades
	// Dealt is the arithmetic of each figure that the rows deal over its days: "i3
	// killed: 12 over 3 days: 4, 4, 4".
	Dealt []string
	// Missing is what the method lacks where it cannot apply: no ranking of sources, no
	// date of an incident.
	Missing []ProblemCode
	// Incidents, Unconfirmed, Unlinked, Apart: see [Table].
	Incidents, Unconfirmed, Unlinked, Apart int
}

// A Summing makes a summary of one incident after the other, so that a large book is
// never held at once.
type Summing struct {
	summary             Summary
	rows, whole, beside *sums
}

// NewSumming begins a summary of figures by a method.
func NewSumming(m Method, s Settings, by ...By) *Summing {
	return &Summing{Summary{Method: m, Settings: s}, newSums(s, by), newSums(s, nil), newSums(s, nil)}
}

// Add adds one incident.
func (s *Summing) Add(o Outline) {
	s.summary.Incidents += count(!o.Erased && s.summary.Settings.headlines(o.Incident.Grade))
	s.addUp(o)
}

func (s *Summing) addUp(o Outline) {
	s.Count(o.Unconfirmed, o.Unlinked, o.Apart)
	for figures := range perIncident(o.Figures) {
		s.note(figures)
		if !s.summary.Settings.headlines(figures[0].Incident.Grade) {
			s.beside.add(figures)
			continue
		}
		s.rows.add(figures)
		if len(s.rows.by) > 0 {
			s.whole.add(figures)
		}
	}
}

// note keeps what figures say that the method lacks.
func (s *Summing) note(figures []IncidentFigure) {
	if !s.summary.Method.Needs {
		return
	}
	for i := range figures {
		if f := &figures[i].Figure; f.Status == Refused {
			s.lacks(f.Problems)
		}
	}
}

func (s *Summing) lacks(problems []ProblemCode) {
	for _, p := range problems {
		s.summary.Missing = appendNew(s.summary.Missing, p)
	}
	slices.Sort(s.summary.Missing)
}

// Join adds what another summing, by the same method, settings and breakdowns, added up
// of other incidents: a large book is added up in parts side by side. The other is
// spent after it.
func (s *Summing) Join(other *Summing) {
	s.summary.Incidents += other.summary.Incidents
	s.lacks(other.summary.Missing)
	s.Count(other.summary.Unconfirmed, other.summary.Unlinked, other.summary.Apart)
	s.rows.join(other.rows)
	s.whole.join(other.whole)
	s.beside.join(other.beside)
}

// Count counts claims that enter no figure, as [Table] does.
func (s *Summing) Count(unconfirmed, unlinked, apart int) {
	s.summary.Unconfirmed += unconfirmed
	s.summary.Unlinked += unlinked
	s.summary.Apart += apart
}

// CountLoose counts claims of one status and scope that name no incident.
func (s *Summing) CountLoose(status casualty.Status, scope casualty.Scope, claims int) {
	apart := scope == casualty.Cumulative || scope == casualty.Integrative
	switch {
	case status == casualty.Suggested:
		s.Count(claims, 0, 0)
	case status == casualty.Confirmed && apart:
		s.Count(0, 0, claims)
	case status == casualty.Confirmed:
		s.Count(0, claims, 0)
	}
}

// Summary is the sum of what was added; nothing can be added after it.
func (s *Summing) Summary() Summary {
	sum := s.summary
	sum.Rows, sum.Beside = s.rows.totals(), s.beside.totals()
	sum.Dealt = s.rows.dealings()
	if sum.Whole = sum.Rows; len(s.rows.by) > 0 {
		sum.Whole = s.whole.totals()
	}
	return sum
}

// Silent are the incidents of the record that a total over all people does not ask:
// no claim says anything of that harm there. That is no 0.
func (s Summary) Silent(whole Total) int { return max(0, s.Incidents-whole.Incidents) }

// SummaryOf is the summary of a table's figures.
func SummaryOf(t Table, by ...By) Summary {
	s := NewSumming(t.Method, t.Settings, by...)
	s.addUp(Outline{Figures: t.Figures, Unconfirmed: t.Unconfirmed, Unlinked: t.Unlinked, Apart: t.Apart})
	s.summary.Incidents = t.Incidents
	return s.Summary()
}
