package phrase

import "tollbook/casualty"

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
	return r.nearest(k, r.last, func(q quantity) bool { return q.harm != "" && !q.subset && q.head != thingHead })
}

// antecedentFor is the antecedent; severity is a matter of the injured.
func (r *reader) antecedentFor(k int, severity casualty.Severity) (quantity, bool) {
	if severity == "" {
		return r.antecedent(k)
	}
	return r.nearest(k, r.lastInjured, func(q quantity) bool { return q.harm == casualty.Injured })
}

// nearest is the nearest figure before quantity k in its sentence that can be its
// antecedent, else the last of the sentence before.
func (r *reader) nearest(k int, last quantity, can func(quantity) bool) (quantity, bool) {
	for j := k - 1; j >= 0; j-- {
		if q := r.quantities[j]; !q.used && can(q) {
			r.quantities[k].antecedent = q.id
			return q, true
		}
	}
	if last.harm == "" {
		return quantity{}, false
	}
	r.quantities[k].antecedent = last.id
	return last, true
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
