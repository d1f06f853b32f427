package phrase

import "tollbook/casualty"

// link finds for each quantity of the sentence the harm that its people
// suffered. The surest ties come first: a quantity is tied once.
func (r *reader) link() {
	r.lists()
	r.objects()
	r.neighbours()
	r.subjects()
	r.labelled()
	r.coordinated()
	r.carried()
	r.headed()
}

// tie gives the quantity the predicate's harm.
func (r *reader) tie(k, p int) {
	q, pred := &r.quantities[k], &r.preds[p]
	q.harm, q.predicate = pred.harm, [2]int{pred.from, pred.to}
	if pred.severity != "" {
		q.severity = pred.severity
	}
	pred.linked = true
	r.grave(q, max(q.to, pred.to))
}

// grave tells that the injured are badly hurt: "three are in hospital, in critical
// condition", with nothing but auxiliaries before unit i and the word.
func (r *reader) grave(q *quantity, i int) {
	for (r.is(i, auxiliary|skip) || r.lang.bare && isHyphen(r.markAt(i))) && !r.is(i, serious) {
		i++
	}
	if q.harm == casualty.Injured && r.is(i, serious) && !r.is(i+1, person|event) {
		q.severity = casualty.Serious
	}
}

// free tells whether a quantity can still be tied to a harm.
func (r *reader) free(k int) bool {
	q := r.quantities[k]
	return !q.used && q.head != thingHead && q.predicate == [2]int{}
}

// neighbours ties a quantity to the predicate right behind it: "two injured",
// "three people were killed".
func (r *reader) neighbours() {
	for p := range r.preds {
		if r.preds[p].linked || !r.preds[p].is(passive) {
			continue
		}
		if i := r.preds[p].to; r.unknown(i) && r.first(i).plural && !r.first(i).upper && r.endsQuantity(r.preds[p].from) && !r.lang.headFirst && !r.lang.verbFirst {
			continue // "12 dead trees"
		}
		for k := len(r.quantities) - 1; k >= 0; k-- {
			if r.preds[p].tag.word == peopleOnly && r.quantities[k].head != personHead {
				continue // "30 rifles seized"
			}
			if t := r.at(r.quantities[k].to - 1); t != nil && t.word == inCare && r.at(r.preds[p].from).word == inCare {
				continue
			}
			if r.preds[p].aux < 0 && r.free(k) && r.quantities[k].to == r.preds[p].from && r.foreseenNumber(r.quantities[k].from) {
				r.exclude(k) // "could leave 3,000 homeless"
				r.preds[p].linked = true
				break
			}
			if r.free(k) && r.quantities[k].to <= r.preds[p].from && r.adjoins(r.quantities[k].to, r.preds[p]) && r.serves(r.preds[p]) {
				r.tie(r.wholeOf(k), p)
				break
			}
		}
	}
}

// wholeOf is the quantity of which quantity k, behind "including", names a part and
// whose verb follows: "three people including a nurse were killed"; k for none.
func (r *reader) wholeOf(k int) int {
	if r.is(r.quantities[k].to, including) || !r.inserted(k) {
		return k
	}
	for j := k - 1; j >= 0; j-- {
		if q := r.quantities[j]; r.free(j) && q.head == personHead && !r.inserted(j) {
			return j
		}
	}
	return k
}

// serves tells whether the predicate says something of a subject: "the dead" is
// a noun.
func (r *reader) serves(p predicate) bool {
	return (!p.is(needsAux) || p.aux >= 0) && !r.is(p.from-1, the)
}

// coordinated ties people joined by "and" to people already tied: "at least five
// civilians and dozens of soldiers", "killed himself and six soldiers".
func (r *reader) coordinated() {
	for k := range r.quantities {
		q := &r.quantities[k]
		if !r.free(k) || q.head != personHead || q.part != noPart || q.alone {
			continue
		}
		if j := k - 1; j >= 0 && (r.joined(j, k) || r.spoken(j, k)) && r.quantities[j].predicate[1] <= r.quantities[j].to && r.ended(q.to) {
			q.harm, q.predicate = r.quantities[j].harm, r.quantities[j].predicate
		}
		if j := k + 1; j < len(r.quantities) && r.joined(k, j) && r.quantities[j].predicate[0] >= r.quantities[j].to {
			q.harm, q.predicate = r.quantities[j].harm, r.quantities[j].predicate
		}
	}
}

// joined tells whether two quantities, one of them tied, are joined by "and".
func (r *reader) joined(a, b int) bool {
	p, q := r.quantities[a], r.quantities[b]
	if p.used || q.used || p.harm == "" && q.harm == "" || p.subset || q.subset || q.from == p.to {
		return false
	}
	return r.is(p.to, and) && r.onlyBetween(p.to, q.from, and|the)
}

// spoken tells whether "and" and a place or the like join two quantities, the
// first of them tied: "killed 30 fighters from both sides and eight civilians".
func (r *reader) spoken(a, b int) bool {
	p, q := r.quantities[a], r.quantities[b]
	return p.harm != "" && !p.used && !p.subset && p.head == personHead && r.is(p.to, preposition|of) && r.is(q.from-1, and) && r.calm(p.to, q.from-1)
}

// ended tells whether the clause goes on with no verb behind unit i.
func (r *reader) ended(i int) bool {
	return i >= len(r.units) || r.markAt(i) != 0 || r.is(i, preposition|clause|of) || r.is(i, and) && r.is(i+1, harmful|verb)
}

// headed lets a quantity stand by its own noun: "17 martyrs", "23 arrests".
func (r *reader) headed() {
	for k := range r.quantities {
		q := &r.quantities[k]
		if q.part == partHarmed && r.is(q.from-1, of) {
			q.used = true // "a brother of one of the dead"
		}
		if q.part == partHarmed && q.predicate == [2]int{} && !q.used {
			q.harm, q.subset = q.partHarm, true
			if q.harm == "" {
				q.harm = r.victims()
			}
			if !r.rest(q) && q.count.Qualifier == casualty.Vague {
				q.used = true // "some of the wounded could not be reached"
			}
			q.predicate = [2]int{q.to - 1, q.to}
		}
		if q.head == harmedHead && r.foreseenNumber(q.from) {
			q.used = true // "pourrait atteindre 100 morts"
		}
		if q.head == harmedHead && q.harm == casualty.Injured {
			r.grave(q, q.to) // "четверо раненых находятся в тяжелом состоянии"
		}
		if q.nounHarm != "" && q.part == noPart && r.free(k) && !r.is(q.from-1, the) {
			q.harm, q.predicate = q.nounHarm, [2]int{q.to - 1, q.to}
		}
	}
}

// foreseenNumber tells whether the verb before the number at unit i says what could
// happen: "could leave 100 dead", but not "may have left".
func (r *reader) foreseenNumber(i int) bool {
	for from := i - 4; i > from && r.markAt(i-1) == 0; {
		i--
		switch {
		case r.is(i, auxiliary) && !r.is(i, needsAux|modal), r.is(i, say|clause), r.covered(i) && !r.is(i, article):
			return false
		case r.is(i, modal) && !r.is(i, reaches|month|joins):
			return true
		}
	}
	return false
}

// rest reads who a part of the harmed are: "five of the dead were children",
// "six of the injuries were serious".
func (r *reader) rest(q *quantity) bool {
	i := q.to
	for (r.is(i, auxiliary|skip|the|article) || r.lang.bare && isHyphen(r.markAt(i))) && !r.is(i, serious) {
		i++
	}
	switch {
	case r.is(i, serious):
		q.severity = casualty.Serious
	case r.is(i, person):
		r.describe(q, r.at(i))
	default:
		return false
	}
	q.to = i + 1
	return true
}
