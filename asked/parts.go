package asked

import (
	"tollbook/aggregate"
	"tollbook/casualty"
)

// A PartsAnswer is what the parts of a figure say about it by one method, as programs
// read it: where they contradict it, and what follows from them. What follows stands
// in no figure and no total.
type PartsAnswer struct {
	Incident casualty.IncidentID `json:"incident"`
	Method   string              `json:"method"`
	Lexicon  string              `json:"lexicon"`
	Harm     casualty.Harm       `json:"harm"`
	By       string              `json:"by" doc:"What the parts are told apart by"`
	Problems []string            `json:"problems"`
	Derived  []DerivedAnswer     `json:"derived" doc:"Bounds that nobody reported: they follow from reported ones"`
}

// A DerivedAnswer is a bound that nobody reported: it follows from reported ones.
type DerivedAnswer struct {
	Population casualty.Population `json:"population,omitempty"`
	Group      casualty.Group      `json:"group,omitempty"`
	Severity   casualty.Severity   `json:"severity,omitempty"`
	Range      casualty.Range      `json:"range"`
}

// PartsOf are the answers for figures by a method, incident by incident.
func PartsOf(t aggregate.Table) []PartsAnswer {
	out := []PartsAnswer{}
	for _, p := range aggregate.PartsOf(t) {
		answer := PartsAnswer{p.Incident, t.Method.String(), t.Method.Lexicon.String(), p.Harm, p.By, Codes(p.Problems), []DerivedAnswer{}}
		for _, d := range p.Derived {
			answer.Derived = append(answer.Derived, DerivedAnswer{d.Question.Population, d.Question.Group, d.Question.Severity, d.Range})
		}
		out = append(out, answer)
	}
	return out
}
