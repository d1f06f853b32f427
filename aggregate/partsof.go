package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// A PartsFinding is what the parts of an incident's figure say about it: where
// they contradict it, and what follows from them. What follows is derived and
// stands in no figure.
type PartsFinding struct {
	Incident casualty.IncidentID
	Harm     casualty.Harm
	By       string // what the parts are told apart by: "population", "sex and age", "severity"
	Problems []ProblemCode
	Derived  []DerivedFigure
}

// A DerivedFigure is a bound that follows from reported ones.
type DerivedFigure struct {
	Question Question
	Range    casualty.Range
}

// A partition is a way to take people apart.
type partition struct {
	name                 string
	exhaustive, disjoint bool
	parts                []people
}

// partitions are the ways in which claims take people apart. Everybody is a
// civilian or a combatant. Women, men and children need not be all: the sex or
// age of some is not stated.
var partitions = []partition{
	{"population", true, true, []people{{population: casualty.Civilians}, {population: casualty.Combatants}}},
	{"sex and age", false, true, []people{{group: casualty.Women}, {group: casualty.Men}, {group: casualty.Children}}},
	{"sex and age", false, true, []people{{group: casualty.Women}, {group: casualty.Men}, {group: casualty.Girls}, {group: casualty.Boys}}},
	{"severity", false, true, []people{{severity: casualty.Serious}}},
}

// PartsOf checks the figures of a table against their parts, incident by
// incident. A method that counts civilians only has no populations to compare. A
// method of one number chooses it among those reported and bounds nothing: it can
// contradict itself, but no bound follows.
func PartsOf(t Table) []PartsFinding {
	var findings []PartsFinding
	for from := 0; from < len(t.Figures); {
		to := from + 1
		for to < len(t.Figures) && t.Figures[to].Incident.ID == t.Figures[from].Incident.ID {
			to++
		}
		findings = append(findings, partsOf(t.Method, t.Figures[from:to])...)
		from = to
	}
	return findings
}

// partsOf checks the figures of one incident.
func partsOf(m Method, figures []IncidentFigure) []PartsFinding {
	by := make(map[Question]Figure, len(figures))
	for _, f := range figures {
		by[f.Figure.Question] = f.Figure
	}
	var findings []PartsFinding
	for _, f := range figures {
		for _, p := range partitions {
			if !f.Figure.Question.AllPeople() || p.name == "population" && m.civiliansOnly {
				continue
			}
			finding := p.check(f, by)
			if m.Point {
				finding.Derived = nil
			}
			if finding.says() && !slices.ContainsFunc(findings, finding.same) {
				findings = append(findings, finding)
			}
		}
	}
	return findings
}

// same tells whether two findings say the same: two ways to take people apart may
// have the stated parts in common.
func (f PartsFinding) same(g PartsFinding) bool {
	return f.Incident == g.Incident && f.Harm == g.Harm && f.By == g.By && slices.Equal(f.Problems, g.Problems) && slices.Equal(f.Derived, g.Derived)
}

func (f PartsFinding) says() bool { return len(f.Problems)+len(f.Derived) > 0 }

// check asks the partition of one figure.
func (p partition) check(f IncidentFigure, figures map[Question]Figure) PartsFinding {
	whole := Whole{Total: f.Figure.stated(), Exhaustive: p.exhaustive, Disjoint: p.disjoint}
	questions := map[string]Question{TotalName: f.Figure.Question}
	for _, who := range p.parts {
		q := Question{f.Figure.Question.Harm, who.population, who.group, who.severity}
		part := figures[q].stated()
		name := q.name()
		questions[name] = q
		whole.Parts = append(whole.Parts, Part{name, part})
	}
	problems, derived := whole.Check()
	finding := PartsFinding{Incident: f.Incident.ID, Harm: f.Figure.Question.Harm, By: p.name, Problems: problems}
	for _, d := range derived {
		finding.Derived = append(finding.Derived, DerivedFigure{questions[d.Name], d.Range})
	}
	return finding
}

func (q Question) name() string {
	return string(q.Population) + "/" + string(q.Group) + "/" + string(q.Severity)
}
