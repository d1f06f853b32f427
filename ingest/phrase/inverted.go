package phrase

import "tollbook/casualty"

// inverted tells whether people stand before their number at unit i, which makes it a
// rough one: "человек сорок", "чоловік із двадцять". "Человек сорока лет" is one person.
func (r *reader) inverted(i int) bool {
	t := r.at(i)
	if t == nil || t.word != anyPeople || r.number(i-1) || r.is(i-1, vague) || r.first(i+1).kind != wordToken {
		return false
	}
	c, next, ok := r.count(r.behindOf(i + 1))
	return ok && c.N >= 5 && !r.is(next, person|thing)
}

// behindOf passes over "of" at unit i.
func (r *reader) behindOf(i int) int {
	if r.is(i, of) {
		return i + 1
	}
	return i
}

// roughly reads those people and their number.
func (r *reader) roughly(q quantity, i int) quantity {
	q.number = r.behindOf(i + 1)
	q.count, q.counted, _ = r.count(q.number)
	q.hedge(&tag{hedge: casualty.About})
	q.head, q.to = personHead, q.counted
	return q
}
