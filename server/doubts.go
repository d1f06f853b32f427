package server

import (
	"maps"
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/curate"
)

// allDoubts are what lint finds in the whole record, in the order of its places.
func (s *showing) allDoubts() []casualty.Doubt {
	s.naming.get() // to carry them over it will be asked for
	return casualty.Lint(s.record.get())
}

// fewDoubtful records are looked at again in a book of any size; of more, a quarter of
// the claims. Beyond that to look at everything is as fast.
const fewDoubtful = 100

// doubtsAgain carries the doubts of the showing before over: lint looks again at the
// records whose doubts a change can touch, with what they name.
func (s *showing) doubtsAgain(was *showing, doubts []casualty.Doubt, changed []string) []casualty.Doubt {
	due := map[string]bool{}
	for _, id := range changed {
		was.doubtful(id, due)
		s.doubtful(id, due)
		if curate.Kind(id) == "source" || curate.Kind(id) == "origin" {
			s.speakers(was, id, due)
		}
	}
	if len(due) > fewDoubtful+s.Claims.Len()/4 {
		return s.allDoubts()
	}
	isDue := func(d casualty.Doubt) bool { return due[d.Where[strings.LastIndexByte(d.Where, ' ')+1:]] }
	fresh := slices.DeleteFunc(casualty.Lint(s.named(due)), func(d casualty.Doubt) bool { return !isDue(d) })
	return mergedDoubts(slices.DeleteFunc(slices.Clone(doubts), isDue), fresh)
}

// mergedDoubts are two lists of doubts, each in order, as one. No place stands in both.
func mergedDoubts(a, b []casualty.Doubt) (all []casualty.Doubt) {
	for len(a) > 0 && len(b) > 0 {
		first := &a
		if b[0].Where < a[0].Where {
			first = &b
		}
		all, *first = append(all, (*first)[0]), (*first)[1:]
	}
	return append(append(all, a...), b...)
}

// doubtful adds the ids of the records whose doubts hang on one record: itself; the
// claims that name it; of a claim also those on its incident, among which its origin
// may speak more than once.
func (s *showing) doubtful(id string, due map[string]bool) {
	due[id] = true
	var claims []casualty.ClaimID
	switch curate.Kind(id) {
	case "claim":
		claims = append(claims, s.naming.get()[casualty.ClaimID(id)]...)
		if c := s.claim(casualty.ClaimID(id)); c != nil {
			claims = append(claims, s.claims[c.Incident]...)
		}
	case "incident":
		claims = s.claims[casualty.IncidentID(id)]
	case "document":
		claims = s.within[casualty.DocumentID(id)]
	}
	for _, c := range claims {
		due[string(c)] = true
	}
}

// speakers adds what hangs on a source or an origin: every origin, whose name may be a
// source's; and if it came or went, the claims that name it.
func (s *showing) speakers(was *showing, id string, due map[string]bool) {
	for i := range s.Origins {
		due[string(s.Origins[i].ID)] = true
	}
	is := func(s *showing) bool {
		return s.source(casualty.SourceID(id)) != nil || s.origin(casualty.OriginID(id)) != nil
	}
	if is(s) == is(was) {
		return
	}
	for c := range s.Claims.All() {
		if string(c.Source) == id || string(c.Origin) == id {
			due[string(c.ID)] = true
		}
	}
}

// named is the part of the record that lint has to see to find the doubts of some
// records: those, what they name, and the other claims on their incidents.
func (s *showing) named(ids map[string]bool) casualty.Record {
	claims, incidents, documents := map[casualty.ClaimID]bool{}, map[casualty.IncidentID]bool{}, map[casualty.DocumentID]bool{}
	part := casualty.Record{Sources: s.Sources, Origins: s.Origins}
	for id := range ids {
		incidents[casualty.IncidentID(id)] = true
		if d := s.decision(casualty.DecisionID(id)); d != nil {
			part.Decisions = append(part.Decisions, *d)
		}
		c := s.claim(casualty.ClaimID(id))
		if c == nil {
			continue
		}
		incidents[c.Incident], documents[c.Document] = true, true
		for _, other := range append([]casualty.ClaimID{c.ID, c.SubsetOf, c.Repeats, c.Supersedes}, s.claims[c.Incident]...) {
			claims[other] = true
		}
	}
	part.Claims = found(claims, s.claim)
	part.Incidents = found(incidents, s.incident)
	part.Documents = found(documents, s.document)
	return part
}

// found are the records under some ids, in their order; an id without one is left out.
func found[T any, ID ~string](ids map[ID]bool, find func(ID) *T) (records []T) {
	for _, id := range slices.SortedFunc(maps.Keys(ids), compareIDs) {
		if r := find(id); r != nil {
			records = append(records, *r)
		}
	}
	return records
}

// names are the claims that a claim names.
func names(c *casualty.Claim) []casualty.ClaimID {
	return slices.DeleteFunc([]casualty.ClaimID{c.SubsetOf, c.Repeats, c.Supersedes}, func(id casualty.ClaimID) bool { return id == "" })
}

// allNaming are the claims that name a claim, by the one that is named.
func (s *showing) allNaming() map[casualty.ClaimID][]casualty.ClaimID {
	naming := map[casualty.ClaimID][]casualty.ClaimID{}
	for c := range s.Claims.All() {
		for _, other := range names(c) {
			move(naming, c.ID, "", other)
		}
	}
	return naming
}

// namingAgain carries allNaming over.
func (s *showing) namingAgain(was *showing, naming map[casualty.ClaimID][]casualty.ClaimID, changed []string) map[casualty.ClaimID][]casualty.ClaimID {
	naming = maps.Clone(naming)
	for _, id := range changed {
		if c := was.claim(casualty.ClaimID(id)); c != nil {
			for _, other := range names(c) {
				move(naming, c.ID, other, "")
			}
		}
		if c := s.claim(casualty.ClaimID(id)); c != nil {
			for _, other := range names(c) {
				move(naming, c.ID, "", other)
			}
		}
	}
	return naming
}
