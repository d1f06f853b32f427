package server

import (
	"maps"
	"slices"
	"sync"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/exports"
	"tollbook/store"
)

// An edition is the book in one state, with what pages make of it. What was
// handed out of it is never changed. What pages ask for is made when it is first
// asked for, and carried over to the next edition where little changed since.
type edition struct {
	store.Held
	whole   *showing
	reduced func() *showing // for one who may see figures only
	caps    func() []aggregate.Cap

	mu     sync.Mutex
	tables []*namedTable // the one used last comes last
}

func newEdition(h store.Held) *edition { return editionOf(newShowing(h)) }

func editionOf(whole *showing) *edition {
	return &edition{
		Held: whole.Held, whole: whole,
		caps:    sync.OnceValue(func() []aggregate.Cap { return aggregate.CapsOf(whole.overSeveral()) }),
		reduced: sync.OnceValue(func() *showing { return newShowing(store.Hold(exports.Shown(whole.record.get(), exports.Public))) }),
	}
}

// renewed is the next edition: the record with what changed.
func (e *edition) renewed(h store.Held, changed []string) *edition {
	whole := e.whole.renewed(h, changed)
	next := editionOf(whole)
	due := touched(e.whole, whole, changed)
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, t := range e.tables {
		if t.settings.AsOf == e.AsOf {
			next.tables = append(next.tables, t.next(whole, due))
		}
	}
	return next
}

// touched are the incidents whose figures a change reaches: those that changed, those
// that a claim, a decision or a victim that changed speaks of or spoke of, and those
// that a source or an origin that changed speaks of.
func touched(was, is *showing, changed []string) map[casualty.IncidentID]bool {
	ids, speakers := map[casualty.IncidentID]bool{}, map[string]bool{}
	for _, id := range changed {
		speakers[id] = slices.Contains([]string{"source", "origin"}, curate.Kind(id))
		for _, s := range []*showing{was, is} {
			for _, incident := range s.spokenOf(id) {
				ids[incident] = true
			}
		}
	}
	if maps.DeleteFunc(speakers, func(_ string, is bool) bool { return !is }); len(speakers) > 0 {
		for c := range is.Claims.All() {
			if speakers[string(c.Source)] || speakers[string(c.Origin)] {
				ids[c.Incident] = true
			}
		}
	}
	delete(ids, "")
	return ids
}

// spokenOf are the incidents that one record speaks of.
func (s *showing) spokenOf(id string) (ids []casualty.IncidentID) {
	switch curate.Kind(id) {
	case "incident":
		return []casualty.IncidentID{casualty.IncidentID(id)}
	case "claim":
		if c := s.claim(casualty.ClaimID(id)); c != nil {
			return append(slices.Clone(c.Over), c.Incident)
		}
	case "decision":
		if d := s.decision(casualty.DecisionID(id)); d != nil {
			for _, other := range d.Records {
				ids = append(ids, casualty.IncidentID(other))
			}
			return append(ids, d.Incident)
		}
	case "victim":
		if v := byID(s.Victims, casualty.VictimID(id), func(v *casualty.Victim) casualty.VictimID { return v.ID }); v != nil {
			for _, m := range v.Moves {
				ids = append(ids, m.Incident)
			}
		}
	}
	return ids
}
