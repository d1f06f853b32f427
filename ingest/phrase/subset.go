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
		if q.used || q.subset || q.head == thingHead && r.is(q.from-1, of) {
			continue
		}
		return q.harm != "" && q.head != thingHead
	}
	return r.quantities[k].from <= 3
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

// splits ties bare numbers behind a colon that make up the figure before it:
// "15 men: thirteen at a base, and two on the road".
func (r *reader) splits(k int) {
	total := r.quantities[k]
	n, exact := total.count.Number()
	if !exact || total.harm == "" || total.used {
		return
	}
	colon := max(total.to, total.predicate[1])
	for colon < len(r.units) && r.markAt(colon) != ':' && r.markAt(colon) != '(' && !r.dash(colon) {
		colon++
	}
	var parts []int
	for j := k + 1; j < len(r.quantities); j++ {
		q := r.quantities[j]
		if n == 0 {
			break
		}
		if q.from < colon || !r.free(j) || q.head == unknownHead || q.count.Qualifier != casualty.Exact || q.count.N > n {
			continue
		}
		n -= q.count.N
		parts = append(parts, j)
	}
	if n != 0 || len(parts) < 2 {
		return
	}
	for _, j := range parts {
		r.quantities[j].inherit(total)
	}
}

// dash tells whether unit i is a dash with space on both sides.
func (r *reader) dash(i int) bool {
	return isHyphen(r.markAt(i)) && i+1 < len(r.units) && !r.first(i).glued && !r.first(i+1).glued
}

// inherit takes the harm of the figure that the quantity is a part of.
func (q *quantity) inherit(ante quantity) {
	q.harm, q.scope, q.negated = ante.harm, ante.scope, ante.negated
	q.subset = true
	q.antecedent = ante.id
	if ante.subset && ante.antecedent > 0 {
		q.antecedent = ante.antecedent
	}
	if q.part == partThem && q.pop == "" {
		q.pop = ante.pop
	}
	q.predicate = [2]int{q.from, q.from}
	if q.predicate == [2]int{} {
		q.predicate = [2]int{0, 1}
	}
}

// antecedent is the figure that quantity k is a part of: the nearest whole one
// before it in its sentence, else the last of the sentence before.
func (r *reader) antecedent(k int) (quantity, bool) {
	for j := k - 1; j >= 0; j-- {
		q := r.quantities[j]
		if q.used || q.harm == "" || q.subset || q.head == thingHead {
			continue
		}
		r.quantities[k].antecedent = q.id
		return q, true
	}
	if r.last.harm != "" {
		r.quantities[k].antecedent = r.last.id
		return r.last, true
	}
	return quantity{}, false
}

// ofNext ties "two journalists among five killed".
func (r *reader) ofNext(k int) bool {
	q := &r.quantities[k]
	j := r.startsQuantity(q.to + 1)
	if j < 0 || r.quantities[j].harm == "" {
		return false
	}
	q.inherit(r.quantities[j])
	return true
}

// ofThem ties "ten of them critical", "seven of them children".
func (r *reader) ofThem(k int) {
	q := &r.quantities[k]
	i := q.to
	for (r.is(i, auxiliary|skip) || r.lang.bare && isHyphen(r.markAt(i))) && !r.is(i, serious) {
		i++
	}
	if r.is(i, article) && q.part == partThem && r.is(i+1, single) {
		i++ // "one of them a nurse"
	}
	switch {
	case r.is(i, serious) && !r.is(i+1, person|event) && (i == q.to || r.is(i-1, auxiliary|skip) || isHyphen(r.markAt(i-1))):
		q.severity = casualty.Serious
		q.to = i + 1
	case r.is(i, person) && (q.part == partThem || r.is(i-1, auxiliary) && (q.others || r.is(0, of|ofThem) || r.ended(i+1) && r.ofAnte(k))):
		r.describe(q, r.at(i))
		q.to = i + 1
	default:
		return
	}
	if q.from == 0 && r.last.harm == "" {
		return
	}
	ante, ok := r.antecedentFor(k, q.severity)
	if ok {
		q.inherit(ante)
	}
}

// antecedentFor is the antecedent; severity is a matter of the injured.
func (r *reader) antecedentFor(k int, severity casualty.Severity) (quantity, bool) {
	if severity == "" {
		return r.antecedent(k)
	}
	for j := k - 1; j >= 0; j-- {
		if q := r.quantities[j]; !q.used && q.harm == casualty.Injured {
			r.quantities[k].antecedent = q.id
			return q, true
		}
	}
	if r.lastInjured.harm != "" {
		r.quantities[k].antecedent = r.lastInjured.id
		return r.lastInjured, true
	}
	return quantity{}, false
}

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

// divided tells that the killed and the injured behind a colon are parts of the
// casualties before it: "52 killed or injured: 17 killed and 35 injured".
func (r *reader) divided(k int) {
	q := &r.quantities[k]
	n, exact := q.count.Number()
	if !exact || q.subset || q.harm != casualty.Killed && q.harm != casualty.Injured {
		return
	}
	for j := k - 1; j >= 0; j-- {
		ante := r.quantities[j]
		m, known := ante.count.Number()
		if ante.harm != casualty.Casualties || !known || n > m {
			continue
		}
		for i := ante.to; i < q.from; i++ {
			if m := r.markAt(i); m == ':' || m == '(' || r.is(i, ofThem) || isHyphen(m) {
				q.subset, q.antecedent = true, ante.id
				if q.pop == "" {
					q.pop = ante.pop
				}
			}
		}
		return
	}
}
