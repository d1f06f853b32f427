package aggregate

import (
	"cmp"
	"slices"
	"strings"

	"tollbook/casualty"
)

// chainsOf puts the claims into chains, each what one origin says about the same
// people, in the order of their ids.
func chainsOf(plays []*play) [][]*play {
	sorted := slices.Clone(plays)
	slices.SortStableFunc(sorted, compareChains)
	var chains [][]*play
	start := 0
	for i := range sorted {
		if i+1 == len(sorted) || compareChains(sorted[i], sorted[i+1]) != 0 {
			chains = append(chains, sorted[start:i+1])
			start = i + 1
		}
	}
	return chains
}

func compareChains(p, q *play) int {
	if p.Voice != q.Voice {
		return strings.Compare(p.Voice, q.Voice)
	}
	if p.Harm != q.Harm {
		return cmp.Compare(p.Harm, q.Harm)
	}
	return cmp.Or(
		cmp.Compare(p.Population, q.Population), cmp.Compare(p.Group, q.Group), cmp.Compare(p.Severity, q.Severity),
		cmp.Compare(count(p.Contested), count(q.Contested)), cmp.Compare(count(p.besides), count(q.besides)),
	)
}

// markSuperseded finds the claims that their own origin replaced: later, even
// lower, in words no weaker; or because a person says so.
func markSuperseded(plays []*play, chains [][]*play) {
	named := namedSuccessors(plays)
	stands := func(p *play) bool { return p.in() && p.repeats == "" }
	for _, links := range chains {
		for _, p := range links {
			if len(links) > 1 && stands(p) {
				p.replacedBy = successor(p, links, stands, named)
			}
		}
	}
	for _, p := range plays {
		if by, ok := named[p.ID]; ok {
			p.replacedBy = by
		}
	}
}

// successor is the last word of p's origin that replaces p; empty if p stands.
func successor(p *play, links []*play, stands func(*play) bool, named map[casualty.ClaimID]casualty.ClaimID) casualty.ClaimID {
	var last *play
	for _, q := range links {
		if stands(q) && later(q.Said, p.Said) && q.strength() >= p.strength() && !leads(named, q.ID, p.ID) {
			if last == nil || later(q.Said, last.Said) {
				last = q
			}
		}
	}
	if last == nil {
		return ""
	}
	return last.ID
}

// namedSuccessors are the claims that a person says were replaced, and by which.
// A circle of such words replaces nothing.
func namedSuccessors(plays []*play) map[casualty.ClaimID]casualty.ClaimID {
	if !slices.ContainsFunc(plays, func(p *play) bool { return p.Supersedes != "" }) {
		return nil
	}
	out := map[casualty.ClaimID]bool{}
	for _, p := range plays {
		out[p.ID] = !p.in()
	}
	named := map[casualty.ClaimID]casualty.ClaimID{}
	for _, p := range plays {
		by := p.ID
		if p.repeats != "" {
			by = p.repeats
		}
		if p.Supersedes == "" || !p.in() || out[by] {
			continue
		}
		if by != p.Supersedes && !leads(named, by, p.Supersedes) {
			named[p.Supersedes] = by
		}
	}
	return named
}

// leads tells whether following the named successors from one claim reaches
// another.
func leads(named map[casualty.ClaimID]casualty.ClaimID, from, to casualty.ClaimID) bool {
	for range len(named) {
		next, ok := named[from]
		if !ok {
			return false
		}
		if next == to {
			return true
		}
		from = next
	}
	return false
}
