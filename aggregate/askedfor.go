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

// A questionRank is a question's place in the order of tables: by its harm, and among
// all.
type questionRank struct{ harm, all int }

func (a *askedFor) ranks() []questionRank {
	all := ranked(len(a.questions), func(i, j int) int { return a.questions[i].Compare(a.questions[j]) })
	ranks := make([]questionRank, len(all))
	var harms []casualty.Harm
	for _, q := range a.questions {
		harms = append(harms, q.Harm)
	}
	slices.SortFunc(harms, func(a, b casualty.Harm) int { return place(casualty.Harms, a, b) })
	harms = slices.Compact(harms)
	for i, q := range a.questions {
		ranks[i] = questionRank{slices.Index(harms, q.Harm), all[i]}
	}
	return ranks
}
