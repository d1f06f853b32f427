package phrase

import "tollbook/casualty"

// maxNoun is how many words a noun with its adjectives may have.
const maxNoun = 6

// noun reads the noun with its adjectives behind a number, and what they say
// of the people.
func (r *reader) noun(q *quantity, i int) int {
	q.head = bareHead
	if i < len(r.units) && r.units[i].hyphened {
		q.head = thingHead // "12-storey", "51-year-old"
		return r.compound(q, i)
	}
	if r.isMonth(q.number-1) && !r.is(i, person|harmful) {
		q.head = thingHead
		return i
	}
	if r.percent(i) || r.isMonth(i) || r.is(i, of) && r.isMonth(i+1) && r.dayNumber(q.number) > 0 || r.is(i, compared) && !r.number(i+1) {
		q.head = thingHead
		return i + 1
	}
	found := i
	for j := i; j < i+maxNoun && j < len(r.units); j++ {
		if !r.adjoin(q, j, i) {
			break
		}
		if !r.is(j, skip) || r.is(j, ^skip) {
			found = j + 1
		}
		if r.lang.headFirst && q.head != bareHead && !(q.head == unknownHead && r.is(j+1, person|thing|harmed)) && !(j == i && r.is(j, person) && r.is(j+1, person) && !r.is(j+1, harmed)) {
			break
		}
	}
	return r.orOthers(q, found)
}

// orOthers reads on over other people among whom the number is not parted:
// "four militants or civilians".
func (r *reader) orOthers(q *quantity, i int) int {
	if q.head != personHead || !r.is(i, joins) || r.is(i, preposition) || !r.is(i+1, person) || r.is(i+1, single|number|harmful) {
		return i
	}
	if t := r.at(i + 1); t.group != q.group || t.pop != q.pop {
		q.group, q.pop = "", ""
	}
	return i + 2
}

// years is where an age in a compound ends ("11-year-old") that begins at unit
// i; i where none does.
func (r *reader) years(i int) int {
	if i+1 >= len(r.units) || !r.number(i) || !r.units[i+1].hyphened || !r.is(i+1, thing) {
		return i
	}
	return i + 2
}

// aged reads one person behind an age: "11-year-old boy", "26-year-old Ada".
func (r *reader) aged(q quantity, i int) (quantity, bool) {
	q.head, q.to = thingHead, i
	if to := r.name(i); to > i {
		q.head, q.to = personHead, to
	} else if r.is(i, person) && r.is(i, single) {
		q.head, q.to = personHead, i+1
		r.describe(&q, r.at(i))
	} else if r.is(q.number-1, the) && r.is(i, auxiliary|harmful) {
		q.head = personHead // "the 34-year-old was killed"
	}
	q.count, q.alone = casualty.Count{Qualifier: casualty.Exact, N: 1}, true
	return q, true
}

// isMonth tells a month from "may".
func (r *reader) isMonth(i int) bool {
	return r.is(i, month) && (!r.is(i, auxiliary) || r.first(i).upper)
}

// percent marks a share.
func (r *reader) percent(i int) bool { return r.markAt(i) == '%' || r.markAt(i) == '٪' }

// compound skips what a hyphen joins to the number; behind an age in a compound
// ("an 11-year-old boy") a person may follow.
func (r *reader) compound(q *quantity, i int) int {
	for i < len(r.units) && r.units[i].hyphened {
		i++
	}
	return i
}

// adjoin takes unit j into the noun that begins at unit i, if it belongs there.
func (r *reader) adjoin(q *quantity, j, i int) bool {
	t := r.at(j)
	switch {
	case r.unknown(j):
		return r.adjoinUnknown(q, j)
	case t == nil, r.first(j).led:
		return false
	case t.is(the) && t.word == possessive && r.lang.bare && j == i && r.is(j+1, person):
		return true // "двое её детей"
	case r.lang.cases() && (t.is(thing) && q.head == personHead || q.head == thingHead):
		return false // "водитель автобуса", "60 процентов раненых"
	case t.is(thing):
		q.head = thingHead
	case t.is(person) && (!t.is(harmed) || t.is(victim)):
		q.head, q.nounHarm = personHead, t.harm
		q.others = q.others || t.is(other)
		r.describe(q, t)
	case t.is(harmed):
		q.head = harmedHead
		r.describe(q, t)
		if q.count.Word == "some" && r.first(j).definite {
			q.part, q.partHarm = partHarmed, t.harm // "some of the wounded"
			q.harm = ""
			return true
		}
		q.harm = t.harm
		q.predicate = [2]int{j, j + 1}
	case t.is(event) && !t.is(active):
		q.head = harmedHead
		q.harm = t.harm
		q.predicate = [2]int{j, j + 1}
	case t.is(other):
		q.others = true
	case t.is(harmful) && r.attributive(j):
		q.harm = t.harm
		if !r.is(i-1, the) && !r.is(q.from-1, the) {
			q.predicate = [2]int{j, j + 1} // "30 wounded soldiers", but not "the 30"
		}
		if t.is(serious) {
			q.severity = casualty.Serious
		}
	case t.is(skip) && !t.is(auxiliary) && (!t.is(serious) || r.is(j+1, person)):
		r.describe(q, t)
	default:
		return false
	}
	return true
}

// attributive tells whether the word of harm at unit j is an adjective before
// its noun: "30 wounded soldiers".
func (r *reader) attributive(j int) bool {
	t := r.at(j)
	return t.is(passive) && !t.is(event) && !r.lang.headFirst && !r.lang.verbFirst && r.is(j+1, person) && !r.is(j+1, number|article|the)
}

// adjoinUnknown takes a word that the tables do not hold for an adjective, or
// for the noun itself where it ends like a plural.
func (r *reader) adjoinUnknown(q *quantity, j int) bool {
	t := r.first(j)
	if t.verbal || t.led || q.head == thingHead {
		return false
	}
	if q.head == personHead && (!t.plural || r.lang.cases()) { // where adjectives stand before their noun
		return false
	}
	if q.head == personHead && t.upper {
		return false
	}
	q.head = unknownHead
	if t.upper && t.plural {
		q.head = personHead // "three Canadians"
	}
	return true
}

func (r *reader) describe(q *quantity, t *tag) {
	if q.group == casualty.Police && t.group == casualty.Soldiers {
		return // "a police commander"
	}
	if t.group != "" {
		q.group = t.group
	}
	if t.pop != "" {
		q.pop = t.pop
	}
}
