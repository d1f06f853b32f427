package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// knownBy are the claims that were in the record as of a moment, in the order of
// their ids: what was known later does not exist.
func knownBy(claims []Statement, asOf casualty.Moment) []*Statement {
	known := make([]*Statement, 0, len(claims))
	for i := range claims {
		if !later(claims[i].entered(), asOf) {
			known = append(known, &claims[i])
		}
	}
	slices.SortStableFunc(known, func(a, b *Statement) int { return byID(a.ID, b.ID) })
	return known
}

// entered is when the claim entered the record; where nobody noted it, when it
// was said.
func (s *Statement) entered() casualty.Moment {
	if s.Known.Stated() {
		return s.Known
	}
	return s.Said
}

// later tells whether a is known to come after b.
func later(a, b casualty.Moment) bool {
	if !a.Stated() || !b.Stated() {
		return false
	}
	order, known := a.Compare(b)
	return known && order > 0
}

// collapse lays out the claims of an incident and marks what is a repeat and what
// its own origin replaced; that does not depend on the question.
func collapse(known []*Statement, asOf casualty.Moment) []play {
	plays := make([]play, len(known))
	all := make([]*play, len(known))
	for i, s := range known {
		plays[i] = play{Statement: s, besides: s.Besides, reason: outside(s, asOf)}
		all[i] = &plays[i]
	}
	chains := chainsOf(all)
	markRepeats(all, chains)
	markSuperseded(all, chains)
	return plays
}

// scopeReasons are why a claim of that scope is no claim on the incident.
var scopeReasons = map[casualty.Scope]Reason{
	casualty.OtherIncident: OtherIncident,
	casualty.Cumulative:    RunningTotal,
	casualty.Integrative:   Integrative,
}

// outside tells why a claim is out before any question is asked. What its own
// text withdraws ("34, not 48") counts as retracted.
func outside(s *Statement, asOf casualty.Moment) Reason {
	if s.Negated || s.Status == casualty.Retracted && !later(s.RetractedAt, asOf) {
		return Retracted
	}
	if len(s.Over) > 0 {
		return OtherIncident
	}
	if why, out := scopeReasons[s.Scope]; out {
		return why
	}
	if s.Dropped != "" {
		return Decided
	}
	return ""
}
