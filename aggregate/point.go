package aggregate

// What the methods of one number share.

// dropDoubtful sets aside what may not belong here.
func dropDoubtful(h *hearing) { setAsideAll(h.plays, InDoubt, (*play).doubtful) }

// dropUndated sets claims without a date aside beside dated ones; the figure says
// so wherever undated claims stand beside others.
func dropUndated(h *hearing, f *Figure) {
	in := left(h.plays)
	undated := 0
	for _, p := range in {
		if !p.Said.Stated() {
			undated++
		}
	}
	if undated > 0 && len(in) > 1 {
		f.problem(UndatedClaims)
	}
	if undated < len(in) {
		setAsideAll(h.plays, Undated, func(p *play) bool { return !p.Said.Stated() })
	}
}

// latest sets aside every claim after which another is known to have been said;
// after tells that of two claims.
func latest(plays []*play, after func(a, b *play) bool) {
	in := left(plays)
	for _, p := range in {
		for _, q := range in {
			if after(q, p) {
				p.setAside(Older, q.ID)
				break
			}
		}
	}
}

// least keeps the claims of the smallest number and sets the others aside with a
// reason; it returns those kept.
func least(plays []*play, why Reason) []*play {
	return keepBest(plays, why, func(p *play) int { return p.coded.low })
}

// keepBest keeps the claims of the smallest rank and sets the others aside.
func keepBest(plays []*play, why Reason, rank func(*play) int) []*play {
	in := left(plays)
	best := smallest(in, rank)
	for _, p := range in {
		p.setAsideIf(rank(p) > rank(best[0]), why, best[0].ID)
	}
	return best
}

// settleOn states the number that the claims left agree on.
func settleOn(f *Figure, claims []*play) {
	if len(claims) > 0 {
		f.setBest(claims[0].coded.low, claims)
	}
}
