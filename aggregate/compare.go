package aggregate

import (
	"fmt"
	"slices"
	"strings"

	"tollbook/casualty"
)

// A Comparison is one question on one incident, answered by several methods.
type Comparison struct {
	Incident casualty.Incident
	Question Question
	Figures  []Figure // one a method, in the order asked for
}

// Compare lays methods side by side on every question of every incident.
func Compare(r casualty.Record, methods []Method, s Settings) []Comparison {
	var rows []Comparison
	for i, m := range methods {
		for j, f := range Tabulate(r, m, s).Figures {
			if i == 0 {
				rows = append(rows, Comparison{Incident: f.Incident, Question: f.Figure.Question})
			}
			rows[j].Figures = append(rows[j].Figures, f.Figure)
		}
	}
	return rows
}

// Agree tells whether all methods state the same number of the same people, or
// all state none. A range of one number agrees with that number.
func (c Comparison) Agree() bool {
	for _, f := range c.Figures {
		if f.Shown() != c.Figures[0].Shown() || f.Population != c.Figures[0].Population {
			return false
		}
	}
	return true
}

// A Difference is a claim that the methods treat differently: one counts it and
// another sets it aside, or they read its words differently.
type Difference struct {
	Claim casualty.ClaimID
	Uses  []Use // in the order of the methods; without a claim where a method does not list it
}

// Differences explain, claim by claim, why the figures differ.
func (c Comparison) Differences() []Difference {
	var ids []casualty.ClaimID
	for _, f := range c.Figures {
		for _, u := range f.uses() {
			if !slices.Contains(ids, u.Claim) {
				ids = append(ids, u.Claim)
			}
		}
	}
	slices.SortFunc(ids, byID)
	var differences []Difference
	for _, id := range ids {
		if d := c.difference(id); !d.same() {
			differences = append(differences, d)
		}
	}
	return differences
}

func (f Figure) uses() []Use { return slices.Concat(f.Counted, f.SetAside) }

func (c Comparison) difference(id casualty.ClaimID) Difference {
	d := Difference{Claim: id, Uses: make([]Use, len(c.Figures))}
	for i, f := range c.Figures {
		for _, u := range f.uses() {
			if u.Claim == id {
				d.Uses[i] = u
			}
		}
	}
	return d
}

func (d Difference) same() bool {
	for _, u := range d.Uses {
		if u.Claim != d.Uses[0].Claim || u.Reason != d.Uses[0].Reason || u.Reason == "" && u.Coded != d.Uses[0].Coded {
			return false
		}
	}
	return true
}

// Sentence says the difference for a reader, the methods named in the order of
// the comparison: "c3: envelope counts it as 12 or more; gtd sets it aside: the
// method's lexicon has no value for these words".
func (c Comparison) Sentence(d Difference) string {
	var says []string
	for i, u := range d.Uses {
		name, _, _ := strings.Cut(c.Figures[i].Method, "/")
		says = append(says, name+" "+u.verdict())
	}
	return fmt.Sprintf("%s: %s", d.Claim, strings.Join(says, "; "))
}

func (u Use) verdict() string {
	switch {
	case u.Claim == "":
		return "does not hear it"
	case u.Reason == "":
		return "counts it as " + u.Worth()
	}
	return "sets it aside: " + u.Reason.Sentence()
}
