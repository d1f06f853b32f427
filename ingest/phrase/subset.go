package phrase

import "tollbook/casualty"

// parts ties the quantities that say who some of the harmed people were:
// "including three children", "ten of them critical", "134 men and 73 women".
func (r *reader) parts() {
	r.amongHarmed()
	for k := range r.quantities {
		r.splits(k)
	}
	for k := range r.quantities {
		q := &r.quantities[k]
		if q.used || q.head == thingHead {
			continue
		}
		q.subset = q.subset || q.part != noPart && (q.part != partPeople || q.harm == "" || r.ofMore(k))
		if q.part == partThem && q.harm != "" && q.predicate[0] >= q.to {
			r.who(q, q.predicate[1]) // "four of those killed were women"
		}
		r.all(q)
		r.ellipsis(k)
		r.divided(k)
		if r.includes(q.from) {
			r.including(k)
			continue
		}
		if !r.free(k) {
			continue
		}
		if ante, ok := r.antecedent(k); ok && q.head == personHead && r.trailed(k) && k > 0 {
			q.inherit(ante)
			continue
		}
		switch {
		case r.is(q.to, among) && r.ofNext(k):
		case q.part == partThem, q.part == partPeople, q.head == bareHead && k > 0, q.others && q.head != thingHead && r.is(q.from-1, the):
			r.ofThem(k)
		case q.head == personHead && q.part == noPart:
			r.apposition(k)
			if q.subset {
				r.grave(q, q.to) // "четверо — в реанимации"
			}
		}
	}
}

// who describes a part by what follows its verb at unit i.
func (r *reader) who(q *quantity, i int) {
	from := i
	for r.is(i, needsAux) {
		i++
	}
	if i > from && r.is(i, person) && r.ended(i+1) {
		r.describe(q, r.at(i))
	}
}

// ofMore tells whether a figure of the same harm and of more people, before
// quantity k or in its sentence, can be the whole that it is a part of.
func (r *reader) ofMore(k int) bool {
	q := r.quantities[k]
	if c, ok := r.lastOf[q.harm]; ok && (c.N == 0 || c.N > q.count.N) {
		return true
	}
	for j, whole := range r.quantities {
		if j != k && whole.harm == q.harm && !whole.subset && whole.part == noPart && whole.count.N > q.count.N {
			return true
		}
	}
	return false
}

// ofAnte tells whether quantity k, an exact number, is smaller than that of its
// antecedent: "nine people died; three were children".
func (r *reader) ofAnte(k int) bool {
	ante, ok := r.antecedent(k)
	n, exact := r.quantities[k].count.Number()
	m, known := ante.count.Number()
	return ok && exact && known && n < m
}

// includes tells whether "including" or the like stands before unit i.
func (r *reader) includes(i int) bool {
	i--
	for r.is(i, the|skip) {
		i--
	}
	if r.lang.bare && !r.lang.uncased && r.unknown(i) {
		i-- // "среди них двухлетний ребенок"
	}
	return r.is(i, including)
}

// including ties the list behind "including" to the figure before it.
func (r *reader) including(k int) {
	if !r.followsHarmed(k) {
		return
	}
	ante, ok := r.antecedent(k)
	if !ok {
		return
	}
	for first := k; k < len(r.quantities); k++ {
		q := &r.quantities[k]
		if k > first && (!r.free(k) || q.others) {
			return
		}
		if r.free(k) && q.head != unknownHead {
			q.inherit(ante)
			if q.head == bareHead {
				r.rest(q)
			}
			if r.is(q.to, serious) && !r.is(q.to+1, person) {
				q.severity = casualty.Serious
				q.to++
			}
		}
		q.subset = true
		if k+1 >= len(r.quantities) || !r.onlyBetween(q.to, r.quantities[k+1].from, and|the|skip) {
			return
		}
	}
}

// followsHarmed tells whether the people right before "including" were harmed;
// where none stand in the sentence, it must begin with the word.
func (r *reader) followsHarmed(k int) bool {
	for j := k - 1; j >= 0; j-- {
		q := r.quantities[j]
		if q.used || q.subset || q.head == thingHead && r.is(q.from-1, of) || q.harm == "" && r.interjects(q.to) {
			continue
		}
		return q.harm != "" && q.head != thingHead
	}
	return r.quantities[k].from <= 3
}

// interjects tells whether who stands before unit i says something, as between two commas:
// "nine died, the prosecutor's office said, among them a girl".
func (r *reader) interjects(i int) bool {
	for ; i < len(r.units) && r.markAt(i) == 0 && !r.is(i, harmful); i++ {
		if r.is(i, say) {
			return true
		}
	}
	return false
}

// onlyBetween tells whether units i up to j are commas or do one of the things.
func (r *reader) onlyBetween(i, j int, d does) bool {
	for ; i < j; i++ {
		if !r.is(i, d) && !isComma(r.markAt(i)) {
			return false
		}
	}
	return true
}

func isComma(m rune) bool { return m == ',' || m == '،' }

// all reads ", all men" and ", all of them civilians" behind a quantity or behind
// its predicate.
func (r *reader) all(q *quantity) {
	for _, i := range [2]int{q.to, q.predicate[1]} {
		if isComma(r.markAt(i)) {
			i++
		}
		if !r.is(i, every) {
			continue
		}
		i++
		if r.is(i, ofThem) {
			i++
		}
		if r.is(i, person) && !r.is(i+1, auxiliary|harmful) {
			r.describe(q, r.at(i))
			return
		}
	}
}

// ellipsis gives a quantity without a noun that of the one before it: "two
// soldiers were killed and several wounded".
func (r *reader) ellipsis(k int) {
	q := &r.quantities[k]
	if k == 0 || q.harm == "" || q.part != noPart || !(q.head == bareHead || q.others && q.group == "" || q.counted == q.to && !q.alone) {
		return
	}
	ante := r.quantities[k-1]
	if ante.harm == "" || ante.subset || ante.head != personHead || ante.part != noPart || ante.harm == q.harm {
		return
	}
	for i := ante.to; i < q.from; i++ {
		if isComma(r.markAt(i)) || r.is(i, clause) {
			return
		}
	}
	q.group, q.pop = ante.group, ante.pop
}
