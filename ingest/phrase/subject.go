package phrase

import (
	"slices"

	"tollbook/casualty"
)

// reach is how many units may lie between a subject and its predicate.
const reach = 16

// subjects ties a predicate to a subject farther before it: "ten people from a
// single family, seven of them children, died".
func (r *reader) subjects() {
	for p := range r.preds {
		pred := r.preds[p]
		if pred.linked || !pred.is(passive) || !r.serves(pred) || pred.is(active) && pred.aux < 0 && !r.reduced(pred) {
			continue
		}
		k := r.subject(p)
		if k < 0 {
			k = r.wounded(p)
		}
		if k >= 0 {
			r.tie(k, p)
		}
	}
}

// wounded is the one person whom a word of harm describes and who then died: "un
// adolescent blessé vendredi est mort"; -1 for none.
func (r *reader) wounded(p int) int {
	if p == 0 || r.preds[p].harm != casualty.Killed || r.preds[p-1].harm != casualty.Injured || r.preds[p-1].aux >= 0 {
		return -1
	}
	before := r.preds[p-1]
	for i := before.to; i < r.preds[p].from; i++ {
		if r.is(i, and|clause|say|relative) || r.covered(i) || r.markAt(i) != 0 && !isComma(r.markAt(i)) {
			return -1
		}
	}
	return slices.IndexFunc(r.quantities, func(q quantity) bool {
		return q.predicate == [2]int{before.from, before.to} && q.to <= before.from && q.count.Qualifier == casualty.Exact && q.count.N == 1 && !q.used
	})
}

// reduced tells whether a verb without auxiliary and object is passive: "18
// people, six of them children, killed in the raid".
func (r *reader) reduced(p predicate) bool {
	return isComma(r.markAt(p.from-1)) && (p.to >= len(r.units) || r.is(p.to, preposition) || r.markAt(p.to) != 0)
}

// subject looks back from the predicate for the people that it speaks of.
func (r *reader) subject(p int) int {
	pred, fallback := r.preds[p], -1
	begin := pred.from
	if pred.aux >= 0 {
		begin = pred.aux
	}
	k := len(r.quantities) - 1
	for ; k >= 0 && r.quantities[k].to > begin; k-- {
	}
	for i := begin - 1; i >= 0 && i >= begin-reach && k >= 0; {
		if j := r.insertion(i); j >= 0 {
			for i = j; k >= 0 && r.quantities[k].from > i; k-- {
			}
			begin = max(begin, i+reach)
			continue
		}
		if r.quantities[k].used {
			k-- // the first of its list reaches as far
			continue
		}
		if q := r.quantities[k]; i < q.to && i >= q.from {
			if whole := r.apposed(k, begin); whole >= 0 {
				i, k, begin = r.quantities[whole].to-1, whole, r.quantities[whole].to
				continue
			}
			inserted := q.part == partThem || r.inserted(k)
			if q.part == partThem && r.free(k) && fallback < 0 {
				fallback = k
			}
			if !inserted && r.free(k) && q.head != bareHead && q.head != unknownHead {
				return k
			}
			if !inserted && !r.free(k) && q.head != thingHead {
				return fallback
			}
			i, k = q.from-1, k-1
			continue
		}
		if r.stops(i) && !(r.is(i, and) && r.within(i)) {
			return fallback
		}
		i--
	}
	return fallback
}

// within tells whether an "and" joins nouns and not clauses.
func (r *reader) within(i int) bool {
	return r.endsQuantity(i) && r.startsQuantity(i+1) >= 0 || r.is(i-1, person) && r.is(i+1, person)
}

// apposed is the quantity that quantity k, before a comma and its predicate, takes
// apart: "six people, one woman and five men, were found dead"; -1 for none.
func (r *reader) apposed(k, begin int) int {
	if !isComma(r.markAt(begin-1)) || r.quantities[k].head == thingHead || r.quantities[k].others || r.is(r.quantities[k].from, other) {
		return -1
	}
	comma := r.quantities[k].from - 1
	for comma > 0 && r.markAt(comma) == 0 && !r.is(comma, verb|harmful|clause|say|preposition) {
		comma--
	}
	if !isComma(r.markAt(comma)) {
		return -1
	}
	for k--; k >= 0; k-- {
		q := r.quantities[k]
		switch {
		case q.to > comma:
		case q.head == thingHead && r.is(q.from-1, of|article):
			comma = q.from // "four members of one family,"
		case q.head == personHead && r.calm(q.to, comma):
			return k
		default:
			return -1
		}
	}
	return -1
}

// inserted tells whether quantity k stands in a list behind "including", or
// before "among them".
func (r *reader) inserted(k int) bool {
	if r.trailed(k) {
		return true
	}
	for ; k >= 0; k-- {
		if r.includes(r.quantities[k].from) {
			return true
		}
		if k == 0 || !r.onlyBetween(r.quantities[k-1].to, r.quantities[k].from, and|the|skip) || !r.has(r.quantities[k-1].to, r.quantities[k].from, and) {
			return false
		}
	}
	return false
}

// trailed tells whether "among them" follows the list in which quantity k stands.
func (r *reader) trailed(k int) bool {
	for ; k < len(r.quantities); k++ {
		to := r.quantities[k].to
		if r.is(to, including) && (r.markAt(to+1) != 0 || to+1 == len(r.units)) {
			return true
		}
		if k+1 == len(r.quantities) || !r.is(to, and) || !r.onlyBetween(to, r.quantities[k+1].from, and|the) {
			return false
		}
	}
	return false
}

// maxInsertion is how many units may stand between dashes or in parentheses.
const maxInsertion = 30

// insertion is where the words between dashes or parentheses begin that end at
// unit i; -1 if none end there.
func (r *reader) insertion(i int) int {
	open := r.markAt(i)
	switch {
	case open == ')':
		open = '('
	case !isHyphen(open):
		return -1
	default:
		for isHyphen(r.markAt(i - 1)) {
			i-- // "--"
		}
	}
	for j := i - 1; j > 0 && j > i-maxInsertion; j-- {
		if m := r.markAt(j); m == open || isHyphen(open) && isHyphen(m) && j < i-1 {
			for isHyphen(r.markAt(j - 1)) {
				j--
			}
			return j - 1
		}
	}
	return -1
}

// stops tells whether unit i parts a subject from its predicate.
func (r *reader) stops(i int) bool {
	switch r.markAt(i) {
	case ';', ':', '(', ')', '"', '“', '”', '«', '»', '—', '–':
		return true
	}
	if r.is(i, verb|clause|and|harmful|say|nobody) && !r.is(i, relative) {
		return !r.is(i, skip)
	}
	return false
}
