package server

import (
	"reflect"
	"testing"

	"tollbook/casualty"
	"tollbook/store"
)

// doubtless is a record of two incidents in which lint finds nothing.
func doubtless() casualty.Record {
	claim := func(id casualty.ClaimID, in casualty.IncidentID) casualty.Claim {
		return casualty.Claim{ID: id, Document: "d1", Source: "s1", Origin: "o1", Status: casualty.Confirmed, Incident: in, Harm: casualty.Killed, Count: casualty.Count{Qualifier: casualty.Exact, N: 5}, Scope: casualty.ThisIncident, Said: "2025-07-02"}
	}
	place := casualty.Place{Name: "Northford"}
	return casualty.Record{
		Documents: []casualty.Document{{ID: "d1", Source: "s1", Published: "2025-07-03"}},
		Sources:   []casualty.Source{{ID: "s1", Name: "Gazette"}},
		Origins:   []casualty.Origin{{ID: "o1", Name: "Mayor"}, {ID: "o2", Name: "gazette"}},
		Claims:    []casualty.Claim{claim("c1", "i1"), claim("c2", "i2"), claim("c3", "")},
		Incidents: []casualty.Incident{{ID: "i1", Day: "2025-07-01", Place: place}, {ID: "i2", Day: "2025-07-01", Place: place}},
		Decisions: []casualty.Decision{{ID: "j1", Kind: "set_aside", Incident: "i1", Reason: "a test"}},
	}
}

// A change of one record can make another one doubtful, or free it of doubt. The doubts
// that are carried over are then still those of the whole record.
func TestADoubtGoesAndComesWithTheRecordsThatItHangsOn(t *testing.T) {
	for _, tt := range []struct {
		name    string
		before  func(r *casualty.Record)
		change  func(r *casualty.Record)
		changed string
		where   string // which becomes doubtful
	}{
		{"a claim that is replaced counts another harm", func(r *casualty.Record) { r.Claims[2].Supersedes, r.Claims[2].Incident = "c1", "i1" }, func(r *casualty.Record) { r.Claims[0].Harm = casualty.Injured }, "c1", "claim c3"},
		{"a total speaks of another incident", func(r *casualty.Record) { r.Claims[2].SubsetOf, r.Claims[2].Incident = "c1", "i1" }, func(r *casualty.Record) { r.Claims[0].Incident = "i2" }, "c1", "claim c3"},
		{"a claim that is repeated is withdrawn", func(r *casualty.Record) { r.Claims[1].Repeats = "c3" }, func(r *casualty.Record) { r.Claims = r.Claims[:2] }, "c3", "claim c2"},
		{"a document was published before the word was said", nil, func(r *casualty.Record) { r.Documents[0].Published = "2025-07-01" }, "d1", "claim c1"},
		{"an incident lies after the word was said", nil, func(r *casualty.Record) { r.Incidents[0].Day = "2025-07-09" }, "i1", "claim c1"},
		{"an incident goes", nil, func(r *casualty.Record) { r.Incidents = r.Incidents[:1] }, "i2", "claim c2"},
		{"an origin speaks a second time", func(r *casualty.Record) { r.Claims[0].Said = "" }, func(r *casualty.Record) { r.Claims[2].Incident = "i1" }, "c3", "claim c1"},
		{"a source becomes a party", nil, func(r *casualty.Record) { r.Sources[0].Party = true }, "s1", "origin o2"},
		{"an origin goes", nil, func(r *casualty.Record) { r.Origins = r.Origins[1:] }, "o1", "claim c1"},
		{"a decision is signed by its author", nil, func(r *casualty.Record) { r.Decisions[0].By, r.Decisions[0].SignedBy = "a", "a" }, "j1", "decision j1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before, after := doubtless(), doubtless()
			if tt.before != nil {
				tt.before(&before)
				tt.before(&after)
			}
			tt.change(&after)
			was, is := newShowing(store.Hold(before)), newShowing(store.Hold(after))
			for range 2 { // there, and back again
				got, want := is.doubtsAgain(was, was.allDoubts(), []string{tt.changed}), is.allDoubts()
				if len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
					t.Errorf("carried over %v, the whole record gives %v", got, want)
				}
				was, is = is, was
			}
			if was, is := doubtsOn(was, tt.where), doubtsOn(is, tt.where); was || !is {
				t.Errorf("%s is doubtful before: %v, after: %v", tt.where, was, is)
			}
		})
	}
}

func doubtsOn(s *showing, where string) bool {
	for _, d := range s.allDoubts() {
		if d.Where == where {
			return true
		}
	}
	return false
}
