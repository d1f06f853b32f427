package casualty_test

import (
	"testing"

	"tollbook/casualty"
)

// sound is a record without doubts: an outlet, an origin, an incident with its
// day, a total and a part of it.
func sound() casualty.Record {
	exactly := func(n int) casualty.Count { return casualty.Count{Qualifier: casualty.Exact, N: n} }
	claim := func(id casualty.ClaimID, n int) casualty.Claim {
		return casualty.Claim{
			ID: id, Source: "s1", Origin: "o1", Incident: "i1", Document: "d1", Status: casualty.Confirmed, Scope: casualty.ThisIncident,
			Harm: casualty.Killed, Count: exactly(n), Said: "2025-07-01", Quote: casualty.Quote{Text: "words", Start: 3, End: 8},
		}
	}
	r := casualty.Record{
		Documents: []casualty.Document{{ID: "d1", Published: "2025-07-02"}},
		Sources:   []casualty.Source{{ID: "s1", Name: "the daily"}},
		Origins:   []casualty.Origin{{ID: "o1", Name: "the hospital"}},
		Incidents: []casualty.Incident{{ID: "i1", Day: "2025-07-01", Place: casualty.Place{Name: "the market"}}},
		Claims:    []casualty.Claim{claim("c1", 12), claim("c2", 3)},
	}
	r.Claims[1].Group, r.Claims[1].Subset, r.Claims[1].SubsetOf = casualty.Children, true, "c1"
	return r
}

func TestLint(t *testing.T) {
	t.Run("a sound record has no doubts", func(t *testing.T) {
		if doubts := casualty.Lint(sound()); len(doubts) > 0 {
			t.Errorf("doubts %v, want none", doubts)
		}
	})
	for _, tt := range []struct {
		name, where string
		spoil       func(*casualty.Record)
	}{
		{"a part above its total", "claim c2", func(r *casualty.Record) { r.Claims[1].Count.N = 13 }},
		{"a part of nothing", "claim c2", func(r *casualty.Record) { r.Claims[1].SubsetOf = "" }},
		{"a part of a claim that is not there", "claim c2", func(r *casualty.Record) { r.Claims[1].SubsetOf = "c9" }},
		{"a part of another harm", "claim c2", func(r *casualty.Record) { r.Claims[0].Harm = casualty.Injured }},
		{"a retraction without a time", "claim c1", func(r *casualty.Record) { r.Claims[0].Status = casualty.Retracted }},
		{"a claim without a time where its origin speaks twice", "claim c1", func(r *casualty.Record) {
			r.Claims[1] = r.Claims[0]
			r.Claims[1].ID = "c2"
			r.Claims[0].Said = ""
		}},
		{"an incident without a day", "incident i1", func(r *casualty.Record) { r.Incidents[0].Day = "" }},
		{"an incident without a place", "incident i1", func(r *casualty.Record) { r.Incidents[0].Place = casualty.Place{} }},
		{"an origin whose party mark differs from its source's", "origin o1", func(r *casualty.Record) {
			r.Origins[0].Name, r.Origins[0].Party = "The Daily", true
		}},
		{"a quote that runs backwards", "claim c1", func(r *casualty.Record) { r.Claims[0].Quote.End = 1 }},
		{"a quote that does not fit its place", "claim c1", func(r *casualty.Record) { r.Claims[0].Quote.End = 9 }},
		{"a running total linked to an incident", "claim c1", func(r *casualty.Record) { r.Claims[0].Scope = casualty.Cumulative }},
		{"a linked claim that still speaks of another incident", "claim c1", func(r *casualty.Record) { r.Claims[0].Scope = casualty.OtherIncident }},
		{"a claim said before its incident", "claim c1", func(r *casualty.Record) { r.Claims[0].Said = "2025-06-30" }},
		{"a claim said after its document", "claim c1", func(r *casualty.Record) { r.Claims[0].Said = "2025-07-03" }},
		{"more victims named than counted", "claim c1", func(r *casualty.Record) { r.Claims[0].Identified = 13 }},
		{"a source that is not there", "claim c1", func(r *casualty.Record) { r.Claims[0].Source = "s9" }},
		{"a claim without a count", "claim c1", func(r *casualty.Record) { r.Claims[0].Count = casualty.Count{} }},
		{"a decision without a reason", "decision j1", func(r *casualty.Record) {
			r.Decisions = []casualty.Decision{{ID: "j1", By: "a researcher"}}
		}},
		{"a decision signed off by its author", "decision j1", func(r *casualty.Record) {
			r.Decisions = []casualty.Decision{{ID: "j1", Reason: "lists compared", By: "a researcher", SignedBy: "a researcher"}}
		}},
	} {
		t.Run(tt.name+" is doubtful, with its place", func(t *testing.T) {
			record := sound()
			tt.spoil(&record)
			doubts := casualty.Lint(record)
			if len(doubts) != 1 || doubts[0].Where != tt.where || doubts[0].What == "" {
				t.Errorf("doubts %v, want one at %s", doubts, tt.where)
			}
		})
	}
}
