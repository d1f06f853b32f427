package aggregate

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tollbook/casualty"
)

func TestDiffCauses(t *testing.T) {
	base := disputed()
	for _, tt := range []struct {
		name   string
		change func(*State)
		cause  Cause
		low    int // what it adds to the low
	}{
		{"a new incident", func(s *State) {
			c := s.Record.Claims[0]
			c.ID, c.Incident = "c3", "i2"
			s.Record.Claims = append(s.Record.Claims, c)
			s.Record.Incidents = append(s.Record.Incidents, casualty.Incident{ID: "i2"})
		}, NewIncident, 3},
		{"a claim of another origin is a late report", func(s *State) {
			c := s.Record.Claims[0]
			c.ID, c.Source, c.Count.N = "c3", "s3", 1
			s.Record.Claims = append(s.Record.Claims, c)
		}, LateReport, -2},
		{"a later word of an origin is a revision", func(s *State) {
			c := s.Record.Claims[0]
			c.ID, c.Said, c.Count.N = "c3", "2025-07-02", 5
			s.Record.Claims = append(s.Record.Claims, c)
		}, Revision, 2},
		{"a mended claim is a correction", func(s *State) { s.Record.Claims[0].Count.N = 4 }, Correction, 1},
		{"a withdrawn claim is a retraction", func(s *State) { s.Record.Claims[0].Status = casualty.Retracted }, Retraction, 6},
		{"an erased claim is an erasure", func(s *State) { s.Record.Claims[0] = casualty.Claim{ID: "c1", Erased: "asked for it"} }, Erasure, 6},
		{"an erased incident is an erasure", func(s *State) {
			s.Record.Incidents[0] = casualty.Incident{ID: "i1", Erased: "asked for it"}
		}, Erasure, -3},
		{"a claim set aside is a decision", func(s *State) {
			s.Record.Decisions = []casualty.Decision{{ID: "j1", Kind: "set_aside", Incident: "i1", Claims: []casualty.ClaimID{"c1"}, Reason: "another day", By: "a", SignedBy: "b"}}
		}, DecisionMade, 6},
		{"an incident that went into another is a merge", func(s *State) {
			s.Record.Incidents = []casualty.Incident{{ID: "i2", Day: "2025-07-01"}}
			s.Record.Claims[0].Incident, s.Record.Claims[1].Incident = "i2", "i2"
			s.Record.Decisions = []casualty.Decision{{ID: "j1", Kind: "merge_incidents", Records: []string{"i1", "i2"}}}
		}, Merge, 0},
		{"an origin merged into another is a merge", func(s *State) {
			s.Record.Claims[1].Source = "s1"
			s.Record.Decisions = []casualty.Decision{{ID: "j1", Kind: "merge_origins", Records: []string{"s1", "s2"}}}
			s.Record.Claims[1].Said = "2025-07-02"
		}, Merge, 6},
		{"another method is a method change", func(s *State) { s.Method = lowest }, MethodChange, 0},
		{"a grade outside the headline is a correction of the incident", func(s *State) { s.Record.Incidents[0].Grade = casualty.GradeWeak }, Correction, -3},
	} {
		t.Run(tt.name, func(t *testing.T) {
			settings := Settings{Grades: []casualty.Grade{"", casualty.GradeFair}}
			before, after := State{Record: base, Method: envelope, Settings: settings}, State{Record: copyOf(base), Method: envelope, Settings: settings}
			tt.change(&after)
			diff := Diff(before, after)
			if len(diff) != 1 || len(diff[0].Changes) == 0 {
				t.Fatalf("diff %+v, want changes of the killed", diff)
			}
			for _, c := range diff[0].Changes {
				if c.Cause != tt.cause || c.Cause.Sentence() == "" {
					t.Errorf("cause %s (%q), want %s", c.Cause, c.Cause.Sentence(), tt.cause)
				}
			}
			if diff[0].Delta.Low != tt.low {
				t.Errorf("the low changes by %d, want %d", diff[0].Delta.Low, tt.low)
			}
		})
	}
	t.Run("another lexicon of the same method is a method change", func(t *testing.T) {
		r := copyOf(base)
		r.Claims[0].Count = casualty.Count{Qualifier: casualty.Vague, Word: "dozens"}
		newer := envelope
		newer.Lexicon = airwars.Lexicon // whose dozens are 12 to 24, not 12 or more
		newer.Lexicon.Name, newer.Lexicon.Version = envelope.Lexicon.Name, envelope.Lexicon.Version+1
		diff := Diff(State{Record: r, Method: envelope, Settings: Settings{}}, State{Record: r, Method: newer, Settings: Settings{}})
		if len(diff) != 1 || len(diff[0].Changes) != 1 || diff[0].Changes[0].Cause != MethodChange || diff[0].Delta != (Delta{OpenParts: -1, Highest: 12}) {
			t.Errorf("diff %+v, want one change of the method that closes the high at 24", diff)
		}
	})
	t.Run("a number for two incidents that comes in holds their sum", func(t *testing.T) {
		r := copyOf(base)
		other := r.Claims[1]
		other.ID, other.Incident = "c3", "i2"
		r.Claims, r.Incidents = append(r.Claims, other), append(r.Incidents, casualty.Incident{ID: "i2", Day: "2025-07-01"})
		held := Settings{Caps: []Cap{{Question: killed, Over: []casualty.IncidentID{"i1", "i2"}, High: 14}}}
		diff := Diff(State{Record: r, Method: envelope, Settings: Settings{}}, State{Record: r, Method: envelope, Settings: held})
		if len(diff) != 1 || len(diff[0].Changes) != 1 || diff[0].Changes[0].Cause != SharedCap || diff[0].Delta != (Delta{Highest: -4}) || diff[0].After.Range != casualty.Between(12, 14) {
			t.Errorf("diff %+v, want 12 to 14 held by the number", diff)
		}
	})
	t.Run("an incident that only one side asks for is a change of settings, and not new", func(t *testing.T) {
		r := copyOf(base)
		r.Incidents[0].Day = "2025-07-01"
		july := func(in casualty.Incident) bool { return in.Day.First() < "2025-08" }
		august := func(in casualty.Incident) bool { return in.Day.First() >= "2025-08" }
		diff := Diff(State{Record: r, Method: envelope, Holds: august}, State{Record: r, Method: envelope, Holds: july})
		if len(diff) != 1 || len(diff[0].Changes) != 1 || diff[0].Changes[0].Cause != SettingsChange || diff[0].Delta.Low != 3 {
			t.Errorf("diff %+v, want the incident by other settings", diff)
		}
		later := copyOf(r)
		later.Incidents[0].Day = "2025-08-02"
		diff = Diff(State{Record: r, Method: envelope, Holds: july}, State{Record: later, Method: envelope, Holds: july})
		if len(diff) != 1 || len(diff[0].Changes) != 1 || diff[0].Changes[0].Cause != Correction || diff[0].Delta.Low != -3 {
			t.Errorf("diff %+v, want the correction of its day", diff)
		}
	})
	t.Run("nothing changed gives no change", func(t *testing.T) {
		for _, d := range Diff(State{Record: base, Method: envelope, Settings: Settings{}}, State{Record: copyOf(base), Method: envelope, Settings: Settings{}}) {
			if len(d.Changes) > 0 {
				t.Errorf("changes %+v, want none", d.Changes)
			}
		}
	})
	t.Run("a retraction of a later day has not happened", func(t *testing.T) {
		r := copyOf(base)
		r.Claims[0].Status, r.Claims[0].RetractedAt = casualty.Retracted, "2025-07-05"
		diff := Diff(State{Record: r, Method: envelope, Settings: Settings{AsOf: "2025-07-02"}}, State{Record: r, Method: envelope, Settings: Settings{AsOf: "2025-07-06"}})
		if len(diff) != 1 || len(diff[0].Changes) != 1 || diff[0].Changes[0].Cause != Retraction || diff[0].Before.Range != casualty.Between(3, 9) {
			t.Errorf("diff %+v, want a retraction from 3 to 9", diff)
		}
	})
	t.Run("two times of one record differ by what entered between them", func(t *testing.T) {
		r := copyOf(base)
		r.Claims[0].Known, r.Claims[1].Known = "2025-07-01", "2025-07-05"
		diff := Diff(State{Record: r, Method: envelope, Settings: Settings{AsOf: "2025-07-02"}}, State{Record: r, Method: envelope, Settings: Settings{AsOf: "2025-07-06"}})
		if len(diff) != 1 || len(diff[0].Changes) != 1 || diff[0].Changes[0].Cause != LateReport || diff[0].Changes[0].Claim != "c2" {
			t.Errorf("diff %+v, want c2 as a late report", diff)
		}
	})
}

func copyOf(r casualty.Record) casualty.Record {
	r.Claims, r.Incidents, r.Decisions = slices.Clone(r.Claims), slices.Clone(r.Incidents), slices.Clone(r.Decisions)
	return r
}

// anyRecord draws a record of few incidents whose claims share ids, so that two
// drawn records differ by claims that came, went and changed.
var anyRecord = rapid.Custom(func(t *rapid.T) casualty.Record {
	var r casualty.Record
	for i := range rapid.IntRange(0, 3).Draw(t, "incidents") {
		r.Incidents = append(r.Incidents, casualty.Incident{
			ID: casualty.IncidentID(fmt.Sprintf("i%d", i)), Day: "2025-03-01",
			Grade: rapid.SampledFrom([]casualty.Grade{"", "", casualty.GradeWeak}).Draw(t, "grade"),
		})
	}
	for i := range rapid.IntRange(0, 6).Draw(t, "claims") {
		c := drawStatement(t, i, 6).Claim
		c.Origin = casualty.OriginID(rapid.SampledFrom([]string{"o1", "o2"}).Draw(t, "origin"))
		c.Incident = casualty.IncidentID(fmt.Sprintf("i%d", rapid.IntRange(0, 2).Draw(t, "incident")))
		if rapid.IntRange(0, 9).Draw(t, "erased") == 0 {
			c = casualty.Claim{ID: c.ID, Erased: "a court"}
		}
		r.Claims = append(r.Claims, c)
	}
	if rapid.Bool().Draw(t, "adopted") {
		r.Decisions = []casualty.Decision{{ID: "j1", Kind: "adopt_figure", Incident: "i0", Harm: casualty.Killed, Figure: casualty.Between(2, 5), Reason: "two lists", By: "a", SignedBy: "b"}}
	}
	return r
})

// anyState draws the method, its lexicon and a number for two incidents together besides
// the record.
var anyState = rapid.Custom(func(t *rapid.T) State {
	s := State{Record: anyRecord.Draw(t, "record"), Method: rapid.SampledFrom(Methods).Draw(t, "method"), Settings: Settings{Grades: []casualty.Grade{""}, Rank: []casualty.SourceID{"s1"}, Adopted: true}}
	if rapid.Bool().Draw(t, "another lexicon") {
		s.Method.Lexicon = rapid.SampledFrom(casualty.Lexicons).Draw(t, "lexicon")
		s.Method.Lexicon.Version++
	}
	if rapid.Bool().Draw(t, "cap") {
		s.Settings.Caps = []Cap{{Question: killed, Over: []casualty.IncidentID{"i0", "i1"}, High: rapid.IntRange(0, 40).Draw(t, "high")}}
	}
	return s
})

// deltas are what a diff adds, by question.
func deltas(diff []TotalChange) map[Question]Delta {
	sums := map[Question]Delta{}
	for _, t := range diff {
		if t.Delta != (Delta{}) {
			sums[t.Question] = t.Delta
		}
	}
	return sums
}

func TestDiffProperties(t *testing.T) {
	t.Run("the changes lead from the total before to the total after", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			for _, d := range Diff(anyState.Draw(t, "before"), anyState.Draw(t, "after")) {
				var sum Delta
				for _, c := range d.Changes {
					sum = sum.plus(c.Delta)
				}
				low0, _ := d.Before.Shown().Low()
				low1, _ := d.After.Shown().Low()
				top0, _ := d.Before.Shown().Highest()
				top1, _ := d.After.Shown().Highest()
				want := Delta{d.After.Incidents - d.Before.Incidents, d.After.Unknown - d.Before.Unknown, d.After.OpenParts - d.Before.OpenParts, d.After.NoFloor - d.Before.NoFloor, low1 - low0, top1 - top0, sum.Best}
				if sum != want || d.Delta != sum {
					t.Fatalf("the changes add %+v, the totals differ by %+v", sum, want)
				}
			}
		})
	})
	t.Run("two steps add up to what both do together", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			a, b, c := anyState.Draw(t, "a"), anyState.Draw(t, "b"), anyState.Draw(t, "c")
			both := deltas(Diff(a, b))
			for q, d := range deltas(Diff(b, c)) {
				both[q] = both[q].plus(d)
				if both[q] == (Delta{}) {
					delete(both, q)
				}
			}
			if want := deltas(Diff(a, c)); fmt.Sprint(both) != fmt.Sprint(want) {
				t.Fatalf("in two steps %+v, at once %+v", both, want)
			}
		})
	})
	t.Run("a state differs in nothing from itself", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			s := anyState.Draw(t, "state")
			for _, d := range Diff(s, s) {
				if len(d.Changes) > 0 {
					t.Fatalf("changes %+v, want none", d.Changes)
				}
			}
		})
	})
}
