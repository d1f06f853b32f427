package phrase

import "tollbook/casualty"

// tail reads what ties the quantity to people already named, and an age.
func (r *reader) tail(q *quantity, i int) int {
	switch {
	case q.head == thingHead && r.is(i, of) && r.at(i-1) != nil && r.at(i-1).word == cases:
		return r.casesOf(q, i)
	case q.alone && r.is(i, age) && r.number(i+1):
		i += 2
		for r.is(i, thing) {
			i++
		}
		return i // "امرأة عمرها 60 عاما"
	case r.is(i, ofThem) && !(r.is(i, including) && r.lang.uncased && (r.number(i+1) || r.is(i+1, person))):
		q.part = partThem
		return i + 1
	case r.is(i, of) && r.number(i+1) && (q.alone || r.is(q.number, article)) && !r.is(i+2, person|ofThem|of):
		if r.lang.headFirst && r.is(i+2, thing) {
			i++ // "un homme de 58 ans"
		}
		return i + 2 // "a man of 58"
	case r.is(i, of) && q.head == harmedHead && q.alone:
		return r.whose(q, i)
	case r.is(i, of) && q.head == personHead && r.is(i+1, the):
		r.serve(q, i+2)
	case r.is(i, of) && (q.head == bareHead || i == q.counted && !q.alone): // also "четверо из погибших"
		return r.ofThe(q, i)
	}
	return i
}

// casesOf reads "of arbitrary detention" behind "248 cases".
func (r *reader) casesOf(q *quantity, i int) int {
	for j := i + 1; j < i+4; j++ {
		if r.is(j, harmful) && r.is(j, event) {
			q.head, q.harm, q.predicate = harmedHead, r.at(j).harm, [2]int{j, j + 1}
			return j + 1
		}
		if !r.unknown(j) && !r.is(j, skip) {
			break
		}
	}
	return i
}

// whose reads "of a man" behind "the body".
func (r *reader) whose(q *quantity, i int) int {
	j := i + 1
	for r.is(j, article|the|skip) {
		j++
	}
	if !r.is(j, person) || !r.is(j, single) {
		return i
	}
	r.describe(q, r.at(j))
	return j + 1
}

// serve reads that men are of an armed force: "seven men of the militia".
func (r *reader) serve(q *quantity, i int) {
	for j := i; j < i+4; j++ {
		if r.is(j, force) {
			q.pop, q.group = r.at(j).pop, ""
		}
	}
}

// ofSoMany reads the whole that a number is a part of, where that is counted too: "40
// of the 60 passengers", "nine of the 14 dead"; j where none stands at unit j.
func (r *reader) ofSoMany(q *quantity, j int) int {
	c, next, ok := r.count(j)
	if !ok {
		return j
	}
	if c.N == 10 && r.lang.cases() && r.first(j).kind == wordToken {
		q.head = thingHead
		return next // a share, "семеро из десяти"; the other languages have words for it
	}
	if t := r.at(next); t.is(passive) && !t.is(event) {
		q.part, q.partHarm = partHarmed, t.harm // "of the 14 dead"
		return next + 1
	}
	whole := quantity{number: j}
	end := r.noun(&whole, next)
	switch whole.head {
	case harmedHead:
		q.part, q.partHarm = partHarmed, whole.harm
	case personHead:
		q.head, q.group, q.pop = personHead, whole.group, whole.pop
	case thingHead, unknownHead:
		q.head = whole.head // "23 of 26 drones"
	default:
		return j
	}
	return end
}

// ofThe reads "of the dead", "of those killed", "of the officers".
func (r *reader) ofThe(q *quantity, i int) int {
	j := i + 1
	definite := false
	for r.is(j, the|other|skip) {
		definite = definite || r.is(j, the)
		j++
	}
	for r.is(j, skip|person) && r.is(j+1, active) && r.is(j+1, passive) && r.at(j-1).word != possessive {
		j++ // "of those people killed", but not "of his colleagues injured"
	}
	if end := r.ofSoMany(q, j); end > j {
		return end
	}
	t := r.at(j)
	switch {
	case t.is(thing) && r.lang.uncased:
		q.head = thingHead // "200 من الأغنام"
		return j + 1
	case t.is(victim):
		q.part = partHarmed
		return j + 1
	case t.is(harmful) && (definite || t.is(harmed)):
		q.part, q.partHarm = partHarmed, t.harm
		return j + 1
	case t.is(person) && (definite || r.lang.uncased || q.count.Qualifier == casualty.Vague):
		if definite {
			q.part = partPeople
		}
		q.head = personHead
		r.describe(q, t)
		r.serve(q, j+1)
		return j + 1
	case q.count.Qualifier == casualty.Vague:
		return r.noun(q, j)
	}
	return i
}
