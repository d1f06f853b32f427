package aggregate

import (
	"slices"
	"testing"

	"tollbook/casualty"
)

func TestWhyAClaimCameWentOrChanged(t *testing.T) {
	said := func(change func(*Statement)) *Statement {
		s := Statement{Claim: casualty.Claim{ID: "c1", Incident: "i1", Status: casualty.Confirmed, Harm: casualty.Killed}, Voice: "o1"}
		if change != nil {
			change(&s)
		}
		return &s
	}
	merged := func(kind casualty.DecisionKind, ids ...string) casualty.Record {
		return casualty.Record{Decisions: []casualty.Decision{{ID: "j1", Kind: kind, Records: ids}}}
	}
	was := func(change func(*casualty.Claim)) map[casualty.ClaimID]casualty.Claim {
		c := said(nil).Claim
		change(&c)
		return map[casualty.ClaimID]casualty.Claim{"c1": c}
	}
	elsewhere := func(c *casualty.Claim) { c.Incident = "i2" }
	with := func(change func(*Statement)) []Statement { return []Statement{*said(change)} }
	for _, tt := range []struct {
		name  string
		turn  turn
		past  history
		stood []Statement // at the incident before
		want  Cause
	}{
		{"withdrawn", turn{said(nil), said(func(s *Statement) { s.Status = casualty.Retracted })}, history{}, nil, Retraction},
		{"withdrawn before, and its day mended", turn{said(func(s *Statement) { s.Status = casualty.Retracted }), said(func(s *Statement) { s.Status, s.RetractedAt = casualty.Retracted, "2025-07-02" })}, history{}, nil, Correction},
		{"of an origin that was merged", turn{said(nil), said(func(s *Statement) { s.Voice = "o2" })}, history{record: merged("merge_origins", "o1", "o2")}, nil, Merge},
		{"of another origin than was thought", turn{said(nil), said(func(s *Statement) { s.Voice = "o2" })}, history{record: merged("merge_origins", "o8", "o9")}, nil, Correction},

		{"of somebody who said nothing of this harm", turn{nil, said(nil)}, history{}, with(func(s *Statement) { s.Harm = casualty.Injured }), LateReport},
		{"of somebody who said nothing of these people", turn{nil, said(nil)}, history{}, with(func(s *Statement) { s.Group = casualty.Children }), LateReport},
		{"of somebody else", turn{nil, said(nil)}, history{}, with(func(s *Statement) { s.Voice = "o2" }), LateReport},
		{"of somebody who spoke before", turn{nil, said(nil)}, history{}, with(nil), Revision},
		{"linked anew", turn{nil, said(nil)}, history{before: was(elsewhere)}, nil, Correction},
		{"linked anew by a merge of where it was", turn{nil, said(nil)}, history{before: was(elsewhere), record: merged("merge_incidents", "i2")}, nil, Merge},
		{"linked anew by a split of where it is", turn{nil, said(nil)}, history{before: was(elsewhere), record: merged("split_incident", "i1")}, nil, Merge},
		{"suggested elsewhere before, which is no link", turn{nil, said(nil)}, history{before: was(func(c *casualty.Claim) { c.Incident, c.Status = "i2", casualty.Suggested })}, nil, LateReport},

		{"erased", turn{said(nil), nil}, history{after: was(func(c *casualty.Claim) { c.Erased = "asked for it" })}, nil, Erasure},
		{"moved by a merge", turn{said(nil), nil}, history{after: was(elsewhere), record: merged("merge_incidents", "i1", "i2")}, nil, Merge},
		{"moved by hand", turn{said(nil), nil}, history{after: was(elsewhere), record: merged("merge_incidents", "i8", "i9")}, nil, Correction},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.turn.cause(tt.past, &scene{claims: tt.stood}); got != tt.want {
				t.Errorf("cause %s, want %s", got, tt.want)
			}
		})
	}
	t.Run("an incident that a split made is no new one, and other merges do not matter", func(t *testing.T) {
		if got := (history{record: merged("split_incident", "i1", "i2")}).appearance("i2"); got != Merge {
			t.Errorf("cause %s", got)
		}
		if got := (history{record: merged("merge_incidents", "i8", "i9")}).appearance("i2"); got != NewIncident {
			t.Errorf("cause %s", got)
		}
	})
	t.Run("what went or changed is told before what came, each by its id", func(t *testing.T) {
		a := []Statement{*said(func(s *Statement) { s.ID = "c9" }), *said(func(s *Statement) { s.ID = "c10" })}
		b := []Statement{*said(func(s *Statement) { s.ID = "c1" }), *said(func(s *Statement) { s.ID, s.Harm = "c10", casualty.Injured })}
		var ids []casualty.ClaimID
		for _, x := range turns(a, b) {
			ids = append(ids, x.id())
		}
		if !slices.Equal(ids, []casualty.ClaimID{"c9", "c10", "c1"}) {
			t.Errorf("in the order %v", ids)
		}
	})
}

func TestWhatADiffTells(t *testing.T) {
	base := disputed()
	t.Run("another method with the same lexicon is a change of method", func(t *testing.T) {
		diff := Diff(State{Record: base, Method: envelope}, State{Record: base, Method: verified})
		if len(diff) != 1 || len(diff[0].Changes) != 1 || diff[0].Changes[0].Cause != MethodChange || diff[0].Delta.Unknown != 1 {
			t.Errorf("diff %+v, want one change of the method", diff)
		}
	})
	t.Run("an identified victim that raises a low is told as that", func(t *testing.T) {
		after := copyOf(base)
		for range 5 {
			after.Victims = append(after.Victims, casualty.Victim{Moves: []casualty.Move{{Incident: "i1", Harm: casualty.Killed}}})
		}
		diff := Diff(State{Record: base, Method: airwars}, State{Record: after, Method: airwars})
		if len(diff) != 1 || len(diff[0].Changes) != 1 || diff[0].Changes[0].Cause != VictimRecorded || diff[0].Delta.Low != 2 {
			t.Errorf("diff %+v, want the low raised from 3 to 5 by victims", diff)
		}
	})
	t.Run("a grade that was decided is told as a decision", func(t *testing.T) {
		after := disputed(casualty.Decision{ID: "j1", Kind: "grade_incident", Incident: "i1", Grade: casualty.GradeWeak, Reason: "one witness", By: "a", SignedBy: "b"})
		after.Incidents[0].Grade = casualty.GradeWeak
		headline := Settings{Grades: []casualty.Grade{""}}
		diff := Diff(State{Record: base, Method: envelope, Settings: headline}, State{Record: after, Method: envelope, Settings: headline})
		if len(diff) != 1 || len(diff[0].Changes) != 1 || diff[0].Changes[0].Cause != DecisionMade || diff[0].Delta.Incidents != -1 {
			t.Errorf("diff %+v, want the incident out by a decision", diff)
		}
	})
	t.Run("the totals say what they rest on", func(t *testing.T) {
		after := disputed(casualty.Decision{ID: "j1", Kind: "set_aside", Incident: "i1", Claims: []casualty.ClaimID{"c1"}, Reason: "another day", By: "a"})
		diff := Diff(State{Record: base, Method: envelope}, State{Record: after, Method: envelope, Settings: Settings{SinglePerson: true}})
		if len(diff) != 1 || diff[0].Before.Panel.Decided != 0 || diff[0].After.Panel.Decided != 1 || diff[0].After.Panel.Unsigned != 1 {
			t.Errorf("diff %+v, want the one after to rest on an unsigned decision", diff)
		}
	})
}

func TestAChangeThatATotalShows(t *testing.T) {
	held, unseen, widened := Change{Cause: SharedCap, Delta: Delta{Highest: -4}}, Change{Cause: LateReport}, Change{Cause: Correction, From: casualty.Exactly(3), To: casualty.Between(3, 4)}
	if shown := (TotalChange{Changes: []Change{held, unseen, widened}}).Shown(); !slices.Equal(shown, []Change{held, widened}) {
		t.Errorf("shown %+v", shown)
	}
}
