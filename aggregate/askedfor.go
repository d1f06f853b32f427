package aggregate

import (
	"slices"
	"strings"

	"tollbook/casualty"
)

// askedFor gives each question that breakdowns ask a place.
type askedFor struct {
	by        []By
	questions []Question
	refused   []Question
}

// place is the place of a question; -1 for one that is not asked.
func (a *askedFor) place(q Question) int32 {
	if i := slices.Index(a.questions, q); i >= 0 {
		return int32(i)
	}
	switch {
	case slices.Contains(a.refused, q):
		return -1
	case !asks(q, a.by):
		a.refused = append(a.refused, ownTexts(q))
		return -1
	}
	a.questions = append(a.questions, ownTexts(q))
	return int32(len(a.questions) - 1)
}

// ownTexts is the question in texts that hold no row of a book in memory.
func ownTexts(q Question) Question {
	return Question{
		casualty.Harm(strings.Clone(string(q.Harm))), casualty.Population(strings.Clone(string(q.Population))),
		casualty.Group(strings.Clone(string(q.Group))), casualty.Severity(strings.Clone(string(q.Severity))),
	}
}

// inOrder are the places of the questions in the order of tables, harm by harm.
func (a *askedFor) inOrder() (harms [][]int32) {
	for _, q := range ordered(len(a.questions), func(i, j int32) int { return a.questions[i].Compare(a.questions[j]) }) {
		last := len(harms) - 1
		if last < 0 || a.questions[harms[last][0]].Harm != a.questions[q].Harm {
			harms = append(harms, nil)
			last++
		}
		harms[last] = append(harms[last], q)
	}
	return harms
}
