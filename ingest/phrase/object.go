package phrase

import "tollbook/casualty"

// objects ties what follows a verb of harm: "killed five", "deaths of three
// people", "погибли трое".
func (r *reader) objects() {
	for p := range r.preds {
		pred := r.preds[p]
		if pred.linked && !pred.forecast || !r.takesObject(pred) {
			continue
		}
		k := r.startsQuantity(r.objectAt(pred))
		if pred.forecast {
			r.exclude(k) // "accused of killing nine traders, fled"
			continue
		}
		if k < 0 {
			k = r.besideName(pred)
		}
		if k < 0 && r.lang.uncased && pred.is(active) {
			k = r.behindSubject(pred)
		}
		if k < 0 || !r.free(k) && pred.tag.word != ofLives || r.ownPredicate(k, p) {
			continue
		}
		if pred.tag.word == ofLives {
			r.lives(k, p)
			continue
		}
		if r.is(pred.from-1, the) && !pred.is(event) && r.quantities[k].alone {
			continue // "protested against the killing of a teenager"
		}
		if t := r.at(r.quantities[k].to - 1); pred.tag.word == inCare && t != nil && t.word == inCare {
			continue
		}
		if pred.tag.word == peopleOnly && r.quantities[k].head != personHead {
			continue
		}
		if q := r.quantities[k]; q.head == harmedHead || q.head == bareHead && r.yearLike(q) {
			continue
		}
		r.tie(k, p)
		if r.has(pred.to, r.quantities[k].from, serious) {
			r.quantities[k].severity = casualty.Serious
		}
	}
}

// exclude takes quantity k out of the matter, if there is one.
func (r *reader) exclude(k int) {
	if k >= 0 && r.free(k) {
		r.quantities[k].head = thingHead
	}
}

// lives ties "12 lives" to a verb that takes lives.
func (r *reader) lives(k, p int) {
	if t := r.at(r.quantities[k].to - 1); t != nil && t.word == asHostage && r.free(k) {
		r.tie(k, p) // "took eleven teachers hostage"
		r.quantities[k].harm = casualty.Abducted
		return
	}
	if q := &r.quantities[k]; r.at(q.to-1) != nil && r.at(q.to-1).word == ofLives {
		q.head = personHead
		r.tie(k, p)
	}
}

func (r *reader) takesObject(p predicate) bool {
	switch {
	case p.is(event):
		return r.lang.verbFirst || r.is(p.to, of) || p.harm == casualty.Injured && r.is(p.to, joins)
	case p.is(harmed) && r.is(p.to, of):
		return true // "the bodies of five miners"
	case r.is(p.from-1, the) && !r.is(p.to, of):
		return false // "the injured"
	case p.is(active):
		return p.aux < 0 || r.perfect(p) || r.lang.verbFirst
	}
	return p.is(passive) && r.lang.verbFirst
}

// perfect tells whether the auxiliary nearest to the verb leaves it active: "has
// killed", "is reported to have killed".
func (r *reader) perfect(p predicate) bool {
	i := p.from - 1
	for i > p.aux && !r.is(i, auxiliary) {
		i--
	}
	return r.is(i, auxiliary) && !r.is(i, needsAux)
}

// objectAt is the unit at which the object of a predicate begins.
func (r *reader) objectAt(p predicate) int {
	i := p.to
	for i < p.to+4 && (r.is(i, of|the|skip|reported|every) || i == p.to && p.is(event) && r.is(i, joins) || isQuote(r.markAt(i)) || r.is(i, joins) && r.is(i-1, serious|skip)) && r.startsQuantity(i) < 0 && (r.lang.verbFirst || !r.is(i, needsAux)) {
		i++
	}
	return i
}

// behindSubject is the object that a short subject parts from its verb: "اعتقلت
// القوات 20 فلسطينيا"; -1 for none.
func (r *reader) behindSubject(p predicate) int {
	for i := p.to; i < p.to+5 && i < len(r.units); i++ {
		if k := r.startsQuantity(i); k >= 0 {
			if q := r.quantities[k]; q.alone || i == p.to || q.head != personHead {
				return -1
			}
			return k
		}
		if r.markAt(i) != 0 || r.is(i, preposition|and|clause|harmful|verb|of|relative) {
			return -1
		}
	}
	return -1
}

// besideName is the quantity behind a name and "and": "killing Ada and two
// others"; -1 for none.
func (r *reader) besideName(p predicate) int {
	i := r.name(p.to)
	if i == p.to || !p.is(active) || !r.is(i, and) {
		return -1
	}
	if k := r.startsQuantity(i + 1); k >= 0 && r.quantities[k].head == personHead {
		return k
	}
	return -1
}

// ownPredicate tells whether the quantity is followed by a predicate of its own
// ("killed 12, injured" but "12 killed 30 injured").
func (r *reader) ownPredicate(k, p int) bool {
	if p+1 >= len(r.preds) {
		return false
	}
	next := r.preds[p+1]
	return next.is(passive) && r.adjoins(r.quantities[k].to, next) && r.endsQuantity(r.preds[p].from) && !(next.is(active) && r.startsQuantity(next.to) >= 0)
}

// adjoins tells whether the predicate follows unit i with nothing but adverbs
// and auxiliaries between.
func (r *reader) adjoins(i int, p predicate) bool {
	for ; i < p.from; i++ {
		if !r.is(i, skip|auxiliary|other|serious|reported) && !isQuote(r.markAt(i)) && !r.adverb(i) && !(r.lang.bare && isHyphen(r.markAt(i))) || r.is(i, verb) {
			return false
		}
	}
	return i == p.from
}

func isQuote(m rune) bool {
	return m == '"' || m == '“' || m == '”' || m == '«' || m == '»' || m == '‘' || m == '’' || m == '\''
}
