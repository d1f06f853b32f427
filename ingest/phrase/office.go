package phrase

import (
	"slices"

	"tollbook/casualty"
)

// An office that one person holds, with its article and without a name, is one
// person where the text has not yet told of one with that harm: "killed the
// mayor", "the mayor of Beja was killed".

// maxOffice is how many units may stand on either side of the office in its noun.
const maxOffice = 6

// officeObject reads "killed the mayor", "погиб министр", "قتل المحافظ".
func (r *reader) officeObject(p int) bool {
	pred := r.preds[p]
	if pred.is(harmed) || pred.is(event) && !pred.is(active) || !r.takesObject(pred) || r.is(pred.from-1, no|not) {
		return false
	}
	i := pred.to
	switch {
	case r.is(i, article), r.is(i, the) && r.at(i).word != possessive, r.at(i) != nil && r.at(i).word == toPerson:
		i++
	case !r.lang.bare:
		return false
	case r.lang.uncased && r.is(i, person) && !r.is(i, single|office):
		i++ // "قتل مسلحون المحافظ"
	}
	from := i
	for i < from+2 && !r.lang.bare && !r.holds(i, oneSpeaker) && (r.is(i, skip|office|force|thing) || r.unknown(i) && !r.first(i).upper && !r.first(i).verbal) {
		i++
	}
	if !(r.holds(i, oneSpeaker) && (pred.is(passive) || !r.lang.cases())) && !r.holds(i, oneHeld) {
		return false
	}
	end := r.officeEnd(i + 1)
	if r.unknown(end) || r.is(end, the|person|harmed|thing) || isHyphen(r.markAt(end)) {
		return false // "the mayor's son"
	}
	return r.holder(p, i, pred.from, end)
}

// officeSubject reads "the mayor of Beja was killed", "глава района был похищен".
func (r *reader) officeSubject(p int) bool {
	pred := r.preds[p]
	if !pred.is(passive) || pred.is(event) || pred.is(harmed) && pred.aux < 0 && !r.lang.bare || pred.aux < 0 && (pred.is(active) && !r.lang.bare || pred.is(needsAux)) || r.lang.uncased {
		return false
	}
	begin := pred.from
	if pred.aux >= 0 {
		begin = pred.aux
	}
	return !r.is(begin-1, no|not) && r.officeBefore(p, begin)
}

// officeBefore reads the office whose noun ends before unit begin, where its verb
// stands.
func (r *reader) officeBefore(p, begin int) bool {
	pred, end := r.preds[p], begin
	if r.is(end-1, relative) {
		end--
	}
	if isComma(r.markAt(end-1)) && (end < begin || r.nameBefore(end-1) >= 2) {
		end-- // "the mayor, who", "the mayor, Ada Example, was"
		if n := r.nameBefore(end); n >= 2 && isComma(r.markAt(end-n-1)) {
			end -= n + 1
		}
	}
	for i := end - 1; i >= 0 && i >= end-maxOffice; i-- {
		if (r.holds(i, oneSpeaker) || i == 0 && r.holds(i, oneHeld)) && r.officeEnd(i+1) == end {
			from, ok := r.officeStart(i)
			if k := r.endingAt(from - 1); !ok && k >= 0 && r.is(from-1, and) && r.free(k) {
				return r.holderBeside(p, i, k, pred.to) // "two guards and the mayor were killed"
			}
			return ok && r.holder(p, i, from, pred.to)
		}
	}
	return false
}

// holds tells whether unit i is an office in one of its cases.
func (r *reader) holds(i int, held string) bool { return r.is(i, office) && r.at(i).word == held }

// officeEnd is where the noun ends that begins before unit i with an office: "of
// Beja", "района".
func (r *reader) officeEnd(i int) int {
	start := i
	for ; i < start+maxOffice; i++ {
		switch {
		case r.is(i, of) && i == start && !r.lang.bare:
		case i > start && !r.lang.bare && r.is(i, the|office|force|thing), r.lang.bare && r.is(i, thing):
		case r.unknown(i) && !r.first(i).verbal && (i > start || r.lang.bare):
		case r.lang.bare && r.is(i, office) && r.at(i).word != oneSpeaker:
		default:
			return i
		}
	}
	return i
}

// officeStart is where the noun begins whose office is unit i, and whether it can
// be a subject: "the son of the mayor" is not the mayor.
func (r *reader) officeStart(i int) (int, bool) {
	if r.lang.bare {
		return i, !r.is(i-1, person|office|harmful|force) && (!r.unknown(i-1) || r.is(i-2, preposition)) // "сын мэра"
	}
	from := i
	for from > i-3 && !r.is(from-1, the) && (r.is(from-1, skip|force|office) || r.unknown(from-1) && !r.lang.headFirst) {
		from--
	}
	from--
	if !r.is(from, the) || r.is(from, of) || r.at(from).word == possessive {
		return i, false
	}
	before := from - 1
	return from, !r.is(before, of|preposition|and|joins|harmful|the|person) && !r.covered(before)
}

// holder adds the person who holds the office at unit i; with people joined by "and"
// the list is one figure.
func (r *reader) holder(p, i, from, to int) bool {
	pred := r.preds[p]
	if r.single[pred.harm] || r.covered(i) {
		return false
	}
	r.one(pred, from, to)
	q := &r.extra[len(r.extra)-1]
	r.describe(q, r.at(i))
	if i := to + 1; r.is(to, and) && from == pred.from {
		for r.is(i, the) || r.startsQuantity(i) < 0 && r.is(i, joins|preposition) && r.lang.verbFirst && !r.lang.bare {
			i++ // "y a tres de sus escoltas"
		}
		r.beside(q, r.startsQuantity(i))
	}
	return true
}

// endingAt is the quantity that ends before unit i; -1 for none.
func (r *reader) endingAt(i int) int {
	return slices.IndexFunc(r.quantities, func(q quantity) bool { return q.to == i })
}

// holderBeside adds the person who holds the office at unit i, and with him quantity k,
// to which "and" joins him.
func (r *reader) holderBeside(p, i, k, to int) bool {
	if !r.holder(p, i, r.quantities[k].from, to) {
		return false
	}
	r.beside(&r.extra[len(r.extra)-1], k)
	return true
}

// officeAndPeople reads the person who holds an office before "and" and people who
// have their verb: "the mayor and two guards were killed".
func (r *reader) officeAndPeople() {
	for k := range r.quantities {
		q := &r.quantities[k]
		p := slices.IndexFunc(r.preds, func(p predicate) bool { return q.predicate == [2]int{p.from, p.to} && p.is(passive) && p.from >= q.to })
		if p < 0 || q.used || q.subset || q.head != personHead || q.part != noPart && q.part != partPeople || q.count.Qualifier != casualty.Exact || !r.is(q.from-1, and) {
			continue
		}
		n := len(r.extra)
		if r.officeBefore(p, q.from-1) && r.extra[n].pop == q.pop {
			q.count.N += r.extra[n].count.N
			q.from, q.group, q.list = r.extra[n].from, "", true
			r.extra = r.extra[:n]
		}
	}
}

// beside adds quantity k, joined by "and", to the person before it.
func (r *reader) beside(q *quantity, k int) {
	if k < 0 || !r.free(k) {
		return
	}
	other := &r.quantities[k]
	if other.head != personHead || other.count.Qualifier != casualty.Exact || other.pop != q.pop {
		return
	}
	q.count.N += other.count.N
	q.to, q.group, q.list, other.used = other.to, "", true, true
}
