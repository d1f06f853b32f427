package aggregate

import (
	"cmp"
	"slices"
	"strings"

	"tollbook/casualty"
)

// A play is a claim in play on one question: whether it is still in, and what
// its words are worth.
type play struct {
	*Statement
	reason Reason           // why it was set aside; empty: still in
	by     casualty.ClaimID // the claim that it gave way to
	coded  bounds           // what the lexicon, and what was taken off, made of it
	// besides: people on top of the figure, whose belonging is in doubt.
	besides bool

	repeats    casualty.ClaimID // the claim that it repeats
	replacedBy casualty.ClaimID // the claim of the same origin that replaced it
}

// Strength of words: a number weighs more than a vague word, and that more than
// "there were deaths". Silence weighs nothing.
const (
	silent = iota
	wordless
	vague
	number
)

func strength(c casualty.Count) int {
	switch c.Qualifier {
	case casualty.Vague:
		return vague
	case casualty.Unspecified:
		return wordless
	case casualty.None:
		if c.Word != casualty.Denied {
			return silent
		}
	}
	return number
}

func (p *play) strength() int { return strength(p.Count) }
func (p *play) in() bool      { return p.reason == "" }
func (p *play) isNone() bool  { return p.Count.Qualifier == casualty.None }

// doubtful claims set no low: it is in doubt whether their people belong here.
func (p *play) doubtful() bool {
	return p.Contested || p.besides || p.Population == casualty.Contested
}

// countsSomebody: the claim speaks of at least one person.
func (p *play) countsSomebody() bool {
	if p.isNone() {
		return false
	}
	n, numbered := p.Count.Number()
	if second, two := p.Count.Second(); two {
		n = second
	}
	return !numbered || n > 0 || p.Count.Qualifier == casualty.MoreThan
}

func (p *play) setAside(why Reason, by casualty.ClaimID) {
	if p.in() {
		p.reason, p.by = why, by
	}
}

func (p *play) use() Use {
	return Use{Claim: p.ID, Source: p.Source, Voice: p.Voice, Reason: p.reason, By: p.by, Coded: p.coded.asRange()}
}

// byID orders claims as they were entered: "c9" before "c10".
func byID(a, b casualty.ClaimID) int {
	la, na := splitID(string(a))
	lb, nb := splitID(string(b))
	if la != lb {
		return strings.Compare(la, lb)
	}
	if len(na) != len(nb) {
		return cmp.Compare(len(na), len(nb))
	}
	return strings.Compare(na, nb)
}

// splitID parts an id into its letters and its number.
func splitID(id string) (letters, number string) {
	i := len(id)
	for i > 0 && id[i-1] >= '0' && id[i-1] <= '9' {
		i--
	}
	return id[:i], id[i:]
}

// left are the claims still in.
func left(plays []*play) []*play { return only(plays, (*play).in) }

// only are the claims for which keep holds.
func only(plays []*play, keep func(*play) bool) []*play {
	var kept []*play
	for _, p := range plays {
		if keep(p) {
			kept = append(kept, p)
		}
	}
	return kept
}

// smallest are the claims of the smallest rank.
func smallest(plays []*play, rank func(*play) int) []*play {
	if len(plays) == 0 {
		return nil
	}
	best := rank(slices.MinFunc(plays, func(a, b *play) int { return cmp.Compare(rank(a), rank(b)) }))
	return only(plays, func(p *play) bool { return rank(p) == best })
}

func compareText(a, b string) int { return cmp.Compare(a, b) }

// setAsideAll sets aside the claims of plays that are still in and for which
// drop holds.
func setAsideAll(plays []*play, why Reason, drop func(*play) bool) {
	for _, p := range plays {
		if p.in() && drop(p) {
			p.setAside(why, "")
		}
	}
}
