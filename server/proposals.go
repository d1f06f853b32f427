package server

import (
	"maps"
	"slices"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// proposed are incidents that claims may speak of, as they were last asked for.
type proposed map[casualty.ClaimID][]aggregate.Proposal

// mostProposedFor bounds of how many claims the proposals are kept.
const mostProposedFor = 60

// proposals are the incidents that a claim may speak of, the likeliest first. To look
// through all incidents takes milliseconds; they are kept, and carried over an act.
func (s *showing) proposals(c *casualty.Claim) []aggregate.Proposal {
	s.mu.Lock()
	kept, ok := s.proposed[c.ID]
	s.mu.Unlock()
	if ok {
		return kept
	}
	made := s.propose(c, s.Incidents)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.proposed == nil || len(s.proposed) >= mostProposedFor {
		s.proposed = proposed{}
	}
	s.proposed[c.ID] = made
	return made
}

func (s *showing) propose(c *casualty.Claim, among []casualty.Incident) []aggregate.Proposal {
	var published casualty.Moment
	if d := s.document(c.Document); d != nil {
		published = d.Published
	}
	names := s.names.get()
	return aggregate.ProposeNamed(*c, published, among, func(i *casualty.Incident) aggregate.Names { return names[i.ID] })
}

// proposedAgain are the proposals of the next showing: those for a claim that changed
// itself, or its document, are left out; among the others the incidents that changed
// are looked at anew.
func (s *showing) proposedAgain(next *showing, changed []string) proposed {
	s.mu.Lock()
	again := maps.Clone(s.proposed)
	s.mu.Unlock()
	ids := map[casualty.IncidentID]bool{}
	for _, id := range changed {
		ids[casualty.IncidentID(id)] = true
	}
	incidents := found(ids, next.incident)
	for id, list := range again {
		c := next.claim(id)
		if c == nil || slices.Contains(changed, string(id)) || slices.Contains(changed, string(c.Document)) {
			delete(again, id)
			continue
		}
		stay := slices.DeleteFunc(slices.Clone(list), func(p aggregate.Proposal) bool { return ids[p.Incident] })
		again[id] = aggregate.JoinProposals(stay, next.propose(c, incidents))
	}
	return again
}

func (s *showing) allNames() map[casualty.IncidentID]aggregate.Names {
	names := make(map[casualty.IncidentID]aggregate.Names, len(s.Incidents))
	for i := range s.Incidents {
		names[s.Incidents[i].ID] = aggregate.NamesOf(&s.Incidents[i])
	}
	return names
}

// namesAgain carries allNames over; changed are ids of incidents.
func (s *showing) namesAgain(names map[casualty.IncidentID]aggregate.Names, changed []string) map[casualty.IncidentID]aggregate.Names {
	if len(changed) == 0 {
		return names
	}
	names = maps.Clone(names)
	for _, id := range changed {
		delete(names, casualty.IncidentID(id))
		if in := s.incident(casualty.IncidentID(id)); in != nil {
			names[in.ID] = aggregate.NamesOf(in)
		}
	}
	return names
}
