package phrase

import "tollbook/casualty"

// tolls ties the number of a toll to it: "the death toll rose to 558", "the
// number of injured has reached 10".
func (r *reader) tolls() {
	r.risen()
	for i := range r.units {
		counts := r.is(i, toll) || r.is(i, harmful) && (r.is(i, passive) && r.is(i-1, the) || r.is(i, event) && r.is(i+1, reaches) && !r.is(i+1, of))
		if !counts || r.covered(i) {
			continue
		}
		harm, from := r.tollHarm(i)
		if harm != "" {
			r.tollNumber(harm, from, i)
		}
	}
}

// risen ties a number that stands before its toll: "sube a 134 la cifra de
// muertos", "до 23 выросло число погибших", "suman 12 los muertos y 40 los heridos".
func (r *reader) risen() {
	list := false
	for k := range r.quantities {
		q := &r.quantities[k]
		i := q.to
		for r.is(i, reaches|the|auxiliary|skip) && !r.is(i, toll|harmed) {
			i++
		}
		list = (r.is(q.from-1, reaches) || r.brings(q.from-1) || r.is(q.from, reaches) || list && r.is(q.from-1, and)) && r.free(k) && q.head == bareHead && i > q.to && r.is(i, toll|harmed)
		if !list || !r.is(i, harmful) && !r.is(i, toll) {
			continue
		}
		if harm, to := r.tollHarm(i); harm != "" {
			q.harm, q.predicate, q.total = harm, [2]int{i, to}, true
			if q.count.Qualifier == casualty.UpTo && r.is(q.from, reaches) {
				q.count.Qualifier = casualty.Exact
			}
		}
	}
}

func (r *reader) covered(i int) bool {
	for _, q := range r.quantities {
		if q.from <= i && i < q.to {
			return true
		}
	}
	return false
}

// tollHarm is what a toll counts: its own harm, or that of the words behind it.
func (r *reader) tollHarm(i int) (casualty.Harm, int) {
	if harm := r.at(i).harm; harm != "" {
		if r.is(i+1, and|joins) && r.is(i+2, harmful) && r.at(i+2).harm != harm {
			return casualty.Casualties, i + 3 // "number of people hurt or killed"
		}
		return harm, i + 1
	}
	if harm := r.harmBefore(i); harm != "" && (r.is(i, formerly) || r.at(i).word == sameToll && !r.is(i+1, of)) {
		return harm, i + 1
	}
	for j := i + 1; j < i+7 && j < len(r.units); j++ {
		if r.is(j, victim) {
			return r.victims(), j + 1
		}
		if r.is(j, harmful) && r.at(j).harm != "" {
			for p := range r.preds {
				if r.preds[p].from <= j && j < r.preds[p].to {
					r.preds[p].linked = true
					return r.preds[p].harm, r.preds[p].to
				}
			}
			return r.at(j).harm, j + 1
		}
		if r.is(j, verb|reaches|number) && !r.is(j, of) {
			break
		}
	}
	return "", i
}

// harmBefore is the harm of the last figure before unit i: in its sentence, else before
// that.
func (r *reader) harmBefore(i int) casualty.Harm {
	harm := r.last.harm
	for _, q := range r.quantities {
		if q.to <= i && q.harm != "" && !q.used && !q.subset && q.head != thingHead {
			harm = q.harm
		}
	}
	return harm
}

// tollReach is how many units may lie between a toll and its number.
const tollReach = 28

// tollNumber finds the number that a toll has reached.
func (r *reader) tollNumber(harm casualty.Harm, from, at int) {
	first := true
	for k := range r.quantities {
		q := &r.quantities[k]
		if q.from < from || q.from > from+tollReach {
			continue
		}
		if !r.free(k) && q.head != harmedHead {
			continue
		}
		if r.foretold(at, q.from) {
			return
		}
		if !r.is(at, toll) && q.head != bareHead {
			return
		}
		if q.head != bareHead && q.head != personHead && q.head != harmedHead || r.yearLike(*q) {
			continue
		}
		i := q.from - 1
		for r.is(i, skip) && !r.is(i, reaches) {
			i--
		}
		if r.is(q.from, reaches) {
			i = q.from
			if q.count.Qualifier == casualty.UpTo {
				q.count.Qualifier = casualty.Exact // "с 20 до 27"
			}
		}
		if !r.is(i, reaches) && r.markAt(i) != ':' && !(r.lang.uncased && r.is(i, of) && r.is(q.to, reaches)) && (q.from != from || r.is(at, harmful)) && !r.raised(q.number) && !r.follows(at, *q) && !(r.lang.uncased && r.is(at-1, reaches)) {
			continue
		}
		if q.predicate == [2]int{} {
			q.harm, q.predicate, q.total = harm, [2]int{q.from, q.from + 1}, true
			if i >= 0 && r.is(i, reaches) {
				q.predicate = [2]int{i, i + 1}
			}
		}
		if r.is(i, withdrawn) || r.raised(q.number) || r.is(at, withdrawn) && first || r.lang.uncased && r.is(i, of) && r.is(q.to, reaches) {
			q.negated, first = true, false
			continue
		}
		return
	}
}

// raised tells whether the number at unit i is the first of two of a toll: "a porté le
// nombre de morts de 120 à 134".
func (r *reader) raised(i int) bool {
	if !r.lang.headFirst || !r.is(i-1, of) || !r.is(i-2, harmful|toll) || r.does&toll == 0 {
		return false
	}
	for j := i - 3; j >= max(0, i-10) && r.markAt(j) == 0; j-- {
		if t := r.at(j); t != nil && t.word == raises {
			return true
		}
	}
	return false
}

// foretold tells whether a toll at unit i has not reached its number at unit j: "is
// expected to rise to 100"; "which could rise, is 34" has.
func (r *reader) foretold(i, j int) bool {
	for j--; j >= i-2 && !isComma(r.markAt(j)) && !(r.is(j, auxiliary) && !r.is(j, needsAux|modal)); j-- {
		if r.is(j, modal) && !r.is(j, reaches|month) {
			return true
		}
	}
	return false
}

// follows tells whether a number by itself follows the harmed that it counts:
// "погибших — 12", "жертв теперь семь".
func (r *reader) follows(at int, q quantity) bool {
	if !r.lang.bare || !r.is(at, harmed) || q.head != bareHead {
		return false
	}
	for i := at + 1; i < q.from; i++ {
		if !r.is(i, skip) && !isHyphen(r.markAt(i)) && r.markAt(i) != ':' {
			return false
		}
	}
	return true
}

// yearLike tells whether a bare number may be a year.
func (r *reader) yearLike(q quantity) bool {
	n, ok := q.count.Number()
	t := r.first(q.number)
	return ok && q.head == bareHead && n >= 1900 && n < 2100 && t.end-t.start == 4
}
