package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// markRepeats finds the claims that repeat another: a person says so, or all
// that is said equals a claim of smaller id. A circle of repeats has one that
// stands, the first.
func markRepeats(plays []*play, chains [][]*play) {
	markNamedRepeats(plays)
	for _, links := range chains {
		for i, p := range links {
			if p.repeats != "" {
				continue
			}
			said := sayingOf(p)
			for _, q := range links[:i] {
				if q.repeats == "" && sayingOf(q) == said {
					p.repeats = q.ID
					break
				}
			}
		}
	}
}

func markNamedRepeats(plays []*play) {
	if !slices.ContainsFunc(plays, func(p *play) bool { return p.Repeats != "" }) {
		return
	}
	byName := make(map[casualty.ClaimID]*play, len(plays))
	for _, p := range plays {
		byName[p.ID] = p
	}
	for _, p := range plays {
		p.repeats = repeated(p, byName)
	}
}

// repeated follows "repeats" to the claim at its root.
func repeated(p *play, byName map[casualty.ClaimID]*play) casualty.ClaimID {
	smallest, at := p, p
	for seen := map[casualty.ClaimID]bool{p.ID: true}; ; {
		next, ok := byName[at.Repeats]
		switch {
		case !ok && at == p:
			return ""
		case !ok:
			return at.ID
		case next == p: // a circle through p
			if smallest == p {
				return ""
			}
			return smallest.ID
		case seen[next.ID]: // a circle ahead of p
			return firstOfCircle(next, byName).ID
		}
		seen[next.ID] = true
		if byID(next.ID, smallest.ID) < 0 {
			smallest = next
		}
		at = next
	}
}

// firstOfCircle is the claim that stands of a circle of repeats.
func firstOfCircle(p *play, byName map[casualty.ClaimID]*play) *play {
	first := p
	for at := byName[p.Repeats]; at != p; at = byName[at.Repeats] {
		if byID(at.ID, first.ID) < 0 {
			first = at
		}
	}
	return first
}

// A saying is what makes a claim the same claim within its chain: everything but
// its id, its source and that source's grade, when it entered the record, and the
// total it is a part of.
type saying struct {
	count      casualty.Count
	scope      casualty.Scope
	said       casualty.Moment
	days       int
	party      bool
	identified int
	final      bool
	caseName   string
	state      casualty.State
	out        Reason
	retracted  casualty.Moment
	repeats    casualty.ClaimID
}

func sayingOf(p *play) saying {
	count := p.Count
	count.Language = "" // a translation says the same
	scope := p.Scope
	if scope == "" {
		scope = casualty.ThisIncident
	}
	return saying{
		count, scope, p.Said, p.Days, p.Party, p.Identified, p.Final, p.Case, p.State, p.reason, p.RetractedAt, p.Repeats,
	}
}
