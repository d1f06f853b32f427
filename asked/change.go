package asked

import (
	"tollbook/aggregate"
	"tollbook/casualty"
)

// A ChangeAnswer is one thing that happened to a figure between two states, as
// programs read it, and what it added to the total.
type ChangeAnswer struct {
	Figure   string              `json:"figure"`
	Incident casualty.IncidentID `json:"incident" doc:"Empty for what numbers for several incidents take off their sum"`
	Cause    aggregate.Cause     `json:"cause"`
	Sentence string              `json:"sentence"`
	Claim    casualty.ClaimID    `json:"claim,omitempty" doc:"That came, went or changed"`
	From     casualty.Range      `json:"from"`
	To       casualty.Range      `json:"to"`
	Low      int                 `json:"low" doc:"Added to the total's low"`
	Highest  int                 `json:"highest" doc:"Added to its highest number"`
	Best     int                 `json:"best"`
}

// A TotalChangeAnswer is a total before and after, and how many figures of the one
// after hang on what a person decided.
type TotalChangeAnswer struct {
	Figure   string         `json:"figure"`
	Before   casualty.Range `json:"before"`
	After    casualty.Range `json:"after"`
	Low      int            `json:"low"`
	Highest  int            `json:"highest"`
	Decided  int            `json:"on_a_decision"`
	Unsigned int            `json:"on_an_unsigned_decision"`
	Waiting  int            `json:"waiting_for_a_signature"`
}

// ChangesOf are the answers for the difference of two states: the changes that a
// total shows, and the totals.
func ChangesOf(diff []aggregate.TotalChange) (changes []ChangeAnswer, totals []TotalChangeAnswer) {
	changes, totals = []ChangeAnswer{}, []TotalChangeAnswer{}
	for _, t := range diff {
		name, p := t.Question.Words(), t.After.Panel
		for _, c := range t.Shown() {
			changes = append(changes, ChangeAnswer{name, c.Incident, c.Cause, c.Cause.Sentence(), c.Claim, c.From, c.To, c.Delta.Low, c.Delta.Highest, c.Delta.Best})
		}
		totals = append(totals, TotalChangeAnswer{name, stated(t.Before), stated(t.After), t.Delta.Low, t.Delta.Highest, p.Decided, p.Unsigned, p.Waiting})
	}
	return changes, totals
}

func stated(t aggregate.Total) casualty.Range { return aggregate.AsStated(t.Shown(), t.NoFloor > 0) }
