package server

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/store"
)

// A showing is what a visitor may see of an edition, and how it is looked up. Its
// tables are in the order of their ids: a record is found by halving, and no index of
// them has to be made.
type showing struct {
	store.Held
	claims map[casualty.IncidentID][]casualty.ClaimID // that speak of an incident, by id
	within map[casualty.DocumentID][]casualty.ClaimID // that stand in a document, by id
	folded *once[map[casualty.IncidentID]string]      // the words that find an incident
	names  *once[map[casualty.IncidentID]aggregate.Names]
	months *once[map[casualty.Day][]casualty.IncidentID] // the incidents of a month, by id
	loose  *once[aggregate.Loose]

	// What waits for a person.
	unlinked *once[[]casualty.ClaimID] // confirmed, and nobody said of which incident they speak
	doubts   *once[[]casualty.Doubt]
	reports  *once[[]*reportRow]
	naming   *once[map[casualty.ClaimID][]casualty.ClaimID] // the claims that name a claim

	proposed proposed

	over   *once[[]casualty.ClaimID] // over several incidents together
	record *once[casualty.Record]    // with its claims in one table

	mu      sync.Mutex     // of what follows, and of what is proposed
	answers []*namedAnswer // the one used last comes last
}

func newShowing(h store.Held) *showing {
	s := &showing{Held: h, claims: map[casualty.IncidentID][]casualty.ClaimID{}, within: map[casualty.DocumentID][]casualty.ClaimID{}}
	for c := range h.Claims.All() {
		s.within[c.Document] = append(s.within[c.Document], c.ID)
		if speaks(c) {
			s.claims[c.Incident] = append(s.claims[c.Incident], c.ID)
		}
	}
	s.folded, s.months, s.loose, s.record = later(s.foldAll), later(s.allMonths), later(s.countLoose), later(h.Whole)
	s.names = later(s.allNames)
	s.doubts, s.reports, s.naming = later(s.allDoubts), later(s.allReports), later(s.allNaming)
	s.unlinked = later(func() []casualty.ClaimID { return s.sifted(waitsForIncident) })
	s.over = later(func() []casualty.ClaimID { return s.sifted(isOverSeveral) })
	return s
}

func speaks(c *casualty.Claim) bool { return c != nil && c.Incident != "" && c.Erased == "" }

// renewed is the next showing: the record with what changed.
func (s *showing) renewed(h store.Held, changed []string) *showing {
	next := &showing{Held: h, record: later(h.Whole), claims: maps.Clone(s.claims), within: maps.Clone(s.within)}
	for _, id := range changed {
		was, is := s.claim(casualty.ClaimID(id)), next.claim(casualty.ClaimID(id))
		move(next.claims, casualty.ClaimID(id), keyIf(speaks(was), was, claimIncident), keyIf(speaks(is), is, claimIncident))
		move(next.within, casualty.ClaimID(id), keyIf(was != nil, was, claimDocument), keyIf(is != nil, is, claimDocument))
	}
	incidents := slices.DeleteFunc(slices.Clone(changed), func(id string) bool { return curate.Kind(id) != "incident" })
	next.folded = carried(s.folded, next.foldAll, func(words map[casualty.IncidentID]string) map[casualty.IncidentID]string {
		if len(incidents) == 0 {
			return words
		}
		words = maps.Clone(words)
		for _, id := range incidents {
			delete(words, casualty.IncidentID(id))
			if in := next.incident(casualty.IncidentID(id)); in != nil {
				words[in.ID] = wordsOf(in)
			}
		}
		return words
	})
	next.names = carried(s.names, next.allNames, func(names map[casualty.IncidentID]aggregate.Names) map[casualty.IncidentID]aggregate.Names {
		return next.namesAgain(names, incidents)
	})
	next.proposed = s.proposedAgain(next, changed)
	next.months = carried(s.months, next.allMonths, func(months map[casualty.Day][]casualty.IncidentID) map[casualty.Day][]casualty.IncidentID {
		if len(incidents) == 0 {
			return months
		}
		months = maps.Clone(months)
		for _, id := range incidents {
			was, is := s.incident(casualty.IncidentID(id)), next.incident(casualty.IncidentID(id))
			move(months, casualty.IncidentID(id), keyIf(was != nil, was, monthOf), keyIf(is != nil, is, monthOf))
		}
		return months
	})
	next.loose = carried(s.loose, next.countLoose, func(all aggregate.Loose) aggregate.Loose {
		for _, id := range changed {
			all.Add(s.looseOf(s.claim(casualty.ClaimID(id))), -1)
			all.Add(next.looseOf(next.claim(casualty.ClaimID(id))), 1)
		}
		return all
	})
	next.unlinked = next.siftedAgain(s.unlinked, waitsForIncident, changed)
	next.over = next.siftedAgain(s.over, isOverSeveral, changed)
	next.naming = carried(s.naming, next.allNaming, func(naming map[casualty.ClaimID][]casualty.ClaimID) map[casualty.ClaimID][]casualty.ClaimID {
		return next.namingAgain(s, naming, changed)
	})
	next.reports = carried(s.reports, next.allReports, func(rows []*reportRow) []*reportRow { return next.reportsAgain(s, rows, changed) })
	next.doubts = carried(s.doubts, next.allDoubts, func(doubts []casualty.Doubt) []casualty.Doubt { return next.doubtsAgain(s, doubts, changed) })
	return next
}

func claimIncident(c *casualty.Claim) casualty.IncidentID { return c.Incident }
func claimDocument(c *casualty.Claim) casualty.DocumentID { return c.Document }

// monthOf is the month in which an incident began, or may have; empty where none is stated.
func monthOf(in *casualty.Incident) casualty.Day {
	if day := in.Day.First(); in.Erased == "" && len(day) >= 7 {
		return day[:7]
	}
	return ""
}

func keyIf[T any, K ~string](is bool, x *T, key func(*T) K) (none K) {
	if is {
		return key(x)
	}
	return none
}

// move takes an id from one list of an index to another, each in order; an empty key
// has no list. Lists that others may hold stay as they are.
func move[K, ID ~string](index map[K][]ID, id ID, from, to K) {
	if from == to {
		return
	}
	if i, ok := slices.BinarySearchFunc(index[from], id, compareIDs); ok {
		index[from] = slices.Delete(slices.Clone(index[from]), i, i+1)
	}
	if i, ok := slices.BinarySearchFunc(index[to], id, compareIDs); !ok && to != "" {
		index[to] = slices.Insert(slices.Clone(index[to]), i, id)
	}
	for _, k := range []K{from, to} {
		if len(index[k]) == 0 {
			delete(index, k)
		}
	}
}

func (s *showing) foldAll() map[casualty.IncidentID]string {
	words := make(map[casualty.IncidentID]string, len(s.Incidents))
	for i := range s.Incidents {
		words[s.Incidents[i].ID] = wordsOf(&s.Incidents[i])
	}
	return words
}

// wordsOf are the words that find an incident.
func wordsOf(in *casualty.Incident) string {
	p := in.Place
	return folded(strings.Join([]string{string(in.ID), in.Title, p.Name, p.Admin1, p.Admin2, p.Country, p.Code, in.Cause, in.Notes}, "\n"))
}

func (s *showing) allMonths() map[casualty.Day][]casualty.IncidentID {
	months := map[casualty.Day][]casualty.IncidentID{}
	for i := range s.Incidents {
		if month := monthOf(&s.Incidents[i]); month != "" {
			months[month] = append(months[month], s.Incidents[i].ID)
		}
	}
	return months
}

func (s *showing) countLoose() (all aggregate.Loose) {
	for c := range s.Claims.All() {
		all.Add(s.looseOf(c), 1)
	}
	return all
}

// looseOf counts a claim that enters no figure; nil is none.
func (s *showing) looseOf(c *casualty.Claim) aggregate.Loose {
	if c == nil {
		return aggregate.Loose{}
	}
	in := s.incident(c.Incident)
	return aggregate.LooseOf(c, in != nil && in.Erased == "")
}

// byID finds a record in a table that is in the order of the ids; nil if there is none.
func byID[T any, ID ~string](list []T, id ID, of func(*T) ID) *T {
	i, ok := sort.Find(len(list), func(i int) int { return compareIDs(id, of(&list[i])) })
	if !ok {
		return nil
	}
	return &list[i]
}

// compareIDs orders ids of one kind as tables do: c2 before c10.
func compareIDs[ID ~string](a, b ID) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}

func (s *showing) claim(id casualty.ClaimID) *casualty.Claim {
	return s.Claims.Find(func(c *casualty.Claim) int { return compareIDs(c.ID, id) })
}

func (s *showing) document(id casualty.DocumentID) *casualty.Document {
	return byID(s.Documents, id, func(d *casualty.Document) casualty.DocumentID { return d.ID })
}

func (s *showing) source(id casualty.SourceID) *casualty.Source {
	return byID(s.Sources, id, func(x *casualty.Source) casualty.SourceID { return x.ID })
}

func (s *showing) origin(id casualty.OriginID) *casualty.Origin {
	return byID(s.Origins, id, func(o *casualty.Origin) casualty.OriginID { return o.ID })
}

func (s *showing) incident(id casualty.IncidentID) *casualty.Incident {
	return byID(s.Incidents, id, func(i *casualty.Incident) casualty.IncidentID { return i.ID })
}

func (s *showing) decision(id casualty.DecisionID) *casualty.Decision {
	return byID(s.Decisions, id, func(d *casualty.Decision) casualty.DecisionID { return d.ID })
}

// speaking are the claims that name an incident, in the order of their ids.
func (s *showing) speaking(id casualty.IncidentID) (claims []*casualty.Claim) {
	for _, c := range s.claims[id] {
		claims = append(claims, s.claim(c))
	}
	return claims
}

// concerning is the part of the record that is about some incidents.
func (s *showing) concerning(ids map[casualty.IncidentID]bool) casualty.Record {
	small := s.Record
	small.Incidents = nil
	for id := range ids {
		if in := s.incident(id); in != nil {
			small.Incidents = append(small.Incidents, *in)
		}
		for _, c := range s.speaking(id) {
			small.Claims = append(small.Claims, *c)
		}
	}
	return small
}
