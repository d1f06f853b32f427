package phrase

import "tollbook/casualty"

// carried ties people whose verb is left out because the people before have it, where
// both are told by the same kind of time or place: "three people were killed on
// Monday and another two on Tuesday", "трое погибли в Хомсе, двое — в Алеппо".
func (r *reader) carried() {
	for k := 1; k < len(r.quantities); k++ {
		q, ante := &r.quantities[k], r.quantities[k-1]
		if !r.free(k) || !r.carries(ante) || q.head != bareHead && q.head != personHead || q.part != noPart || r.yearLike(*q) || r.inserted(k) {
			continue
		}
		end := max(ante.to, ante.predicate[1])
		here, there := r.complement(end), r.complement(q.to)
		if here < 0 || there < 0 || here >= q.from || !r.alike(here, there) || r.joint(k) == 0 || !r.calm(here+1, r.joint(k)) || !r.closed(there+1) {
			continue
		}
		q.harm, q.predicate, q.carried = ante.harm, ante.predicate, true
		if q.head == bareHead || q.counted == q.to && !q.alone {
			q.group, q.pop = ante.group, ante.pop
		}
	}
}

// carries tells whether the people have a verb that those behind them can share.
func (r *reader) carries(q quantity) bool {
	return q.harm != "" && !q.used && !q.subset && q.head != harmedHead && q.predicate[1] > q.predicate[0] && q.count.Qualifier != casualty.None
}

// joint is the unit of the "and" before quantity k, or of a comma where a dash
// stands for the verb; 0 for none.
func (r *reader) joint(k int) int {
	i := r.quantities[k].from - 1
	for r.is(i, the|skip) {
		i--
	}
	if r.is(i, and) || isComma(r.markAt(i)) && r.lang.bare && isHyphen(r.markAt(r.quantities[k].to)) {
		return i
	}
	return 0
}

// complement is the unit of the preposition or weekday with which a time or place
// begins at unit i; -1 for none.
func (r *reader) complement(i int) int {
	for r.is(i, the) || r.lang.bare && isHyphen(r.markAt(i)) {
		i++
	}
	if r.is(i, weekday) || r.is(i, preposition) && !r.is(i, serious|harmful) {
		return i
	}
	return -1
}

// alike tells whether two complements begin alike: two weekdays, or one preposition.
func (r *reader) alike(i, j int) bool {
	if r.is(i, weekday) || r.is(j, weekday) {
		return r.is(i, weekday) && r.is(j, weekday)
	}
	return r.first(i).word == r.first(j).word || r.at(i).word == inside && r.at(j).word == inside
}

// closed tells whether no verb follows in the clause of unit i.
func (r *reader) closed(i int) bool {
	for ; i < len(r.units) && r.markAt(i) == 0 && !r.is(i, and|clause); i++ {
		if r.is(i, verb|harmful|say|auxiliary|serious|relative) || r.first(i).verbal {
			return false
		}
	}
	return true
}
