package phrase

import "tollbook/casualty"

// outOf is where a share ends that is told as one of so many ("one in three
// victims") and whose first number ends at unit i; i where none does.
func (r *reader) outOf(c casualty.Count, i int) int {
	if m, _, end, ok := r.value(i + 1); r.is(i, preposition) && r.at(i).word == inside && ok && (c.N == 1 || c.N < m && m <= 10) && r.is(end, person|victim|harmed|of|ofThem) {
		return end + 1
	}
	if t := r.at(i); t == nil || t.word != ofEach || c.Qualifier != casualty.Exact || c.N > 10 {
		return i
	}
	if m, _, end, ok := r.value(i + 1); ok && m <= 10 {
		return end // "three out of four"
	}
	return i
}

// ordinary tells that a number is none of people by what stands before or
// behind it: money, per cent, an age, a clock time, a compound such as
// "12-storey".
func (r *reader) ordinary(i int) bool {
	switch r.markAt(i - 1) {
	case '$', '€', '£', '№', '#', '₽', '₴', '+', '=', '/':
		return true
	}
	return false
}

// remembered tells whether the people at unit i are those of a monument or of a day of
// memory, which is no news of them: "a monument to the 300 killed".
func (r *reader) remembered(i int) bool {
	for i--; r.is(i, the|of|preposition) && !r.is(i, elsewhere); i-- {
	}
	return r.at(i) != nil && r.at(i).word == remembrance
}

// compares tells whether what stands before the number at unit i makes it a difference:
// "بزيادة 12 قتيلا", "تقل الحصيلة بـ15 قتيلا عن".
func (r *reader) compares(i int) bool {
	if r.is(i-1, compared) {
		return !r.is(i-1, before)
	}
	return r.lang.uncased && r.markAt(i-2) == 0 && r.is(i-1, preposition) && r.glued(i-1) && r.has(max(0, i-4), i-1, compared)
}
