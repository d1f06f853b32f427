package phrase

import "tollbook/casualty"

// amongHarmed ties "among the injured are two officers", "50 children are among
// the dead".
func (r *reader) amongHarmed() {
	if r.does&(among|including) == 0 {
		return
	}
	for i := range r.units {
		harm, from, to := r.amongAt(i)
		if harm == "" {
			continue
		}
		if !r.partsBefore(harm, from) {
			r.partsAfter(harm, to)
		}
	}
}

// amongAt reads "among the dead", "the wounded include" at unit i.
func (r *reader) amongAt(i int) (harm casualty.Harm, from, to int) {
	switch {
	case r.is(i, among):
		j := i + 1
		for r.is(j, the|skip|person) && !r.is(j, harmful|victim) {
			j++
		}
		if r.is(j, victim) {
			return r.victims(), i, j + 1
		}
		if k := r.startsQuantity(j); k >= 0 && r.quantities[k].harm != "" && r.is(j-1, the) {
			return r.quantities[k].harm, i, max(r.quantities[k].to, r.quantities[k].predicate[1]) // "among the seven killed"
		}
		if r.is(j, harmful) && !r.is(j, event) {
			return r.at(j).harm, i, j + 1
		}
	case r.is(i, the) && r.is(i+1, harmful) && !r.is(i+1, event|person) && r.is(i+2, including|auxiliary):
		return r.at(i + 1).harm, i, i + 3
	}
	return "", 0, 0
}

// victims is the harm that "the victims" suffered: they are the killed where any
// were.
func (r *reader) victims() casualty.Harm {
	if !r.killed && r.last.harm != "" {
		return r.last.harm
	}
	return casualty.Killed
}

func (r *reader) partsBefore(harm casualty.Harm, i int) bool {
	for r.is(i-1, auxiliary|skip) {
		i--
	}
	found := false
	for k := len(r.quantities) - 1; k >= 0; k-- {
		q := &r.quantities[k]
		if q.to > i || !r.free(k) || q.head != personHead {
			continue
		}
		if q.to != i {
			break
		}
		q.harm, q.subset, q.predicate = harm, true, [2]int{q.from, q.from + 1}
		found = true
		i = q.from
		for r.is(i-1, and) || isComma(r.markAt(i-1)) {
			i--
		}
	}
	if !found && r.is(i-1, person) && r.is(i-1, single) && r.is(i-2, the) && !r.covered(i-1) {
		q := quantity{from: i - 2, to: i, number: i - 1, head: personHead, harm: harm, subset: true, predicate: [2]int{i - 1, i}}
		q.count = casualty.Count{Qualifier: casualty.Exact, N: 1}
		r.describe(&q, r.at(i-1))
		r.extra = append(r.extra, q) // "the driver was among those killed"
		return true
	}
	return found
}

func (r *reader) partsAfter(harm casualty.Harm, i int) {
	for r.is(i, auxiliary|skip|including|thereIs) || isHyphen(r.markAt(i)) || isComma(r.markAt(i)) {
		i++
	}
	k := r.startsQuantity(i)
	if k < 0 {
		return
	}
	for ; k < len(r.quantities) && harm != ""; k++ {
		q := &r.quantities[k]
		if q.head == bareHead && r.free(k) && r.is(q.to, needsAux|auxiliary) && r.rest(q) {
			q.head = personHead // "among the injured, three are in critical condition"
		}
		if q.head != personHead && q.head != unknownHead || q.part != noPart {
			continue
		}
		if r.free(k) {
			q.harm, q.subset, q.predicate = harm, true, [2]int{q.from, q.from + 1}
			r.grave(q, q.to)
		}
	}
}
