package phrase

import "tollbook/casualty"

// someone reads one person without a number: "a man", or a bare noun where the
// language has no article. An Arabic dual is two.
func (r *reader) someone(q quantity, i int) (quantity, bool) {
	q.number, q.alone = i, true
	if t := r.at(i); t.is(whole) {
		q.count = casualty.Count{Qualifier: casualty.Exact, N: t.n}
		q.head, q.harm, q.predicate, q.to = harmedHead, t.harm, [2]int{i, i + 1}, i+1
		return q, true
	}
	start := i
	if r.related(i) || r.is(i, article) || r.is(i, the) && r.is(i+1, harmed) && r.is(i+1, single) && r.is(i+2, of) {
		i++
		if r.is(i, harmed) && r.is(i+1, of) && r.number(i+2) {
			return q, false // "les corps de cinq mineurs"
		}
	} else if r.is(i, harmed) && !r.lang.uncased && !r.is(i+1, person) {
		return q, false
	} else if !r.is(i, pair) && (!r.lang.bare || !r.is(i, person|harmed) || r.is(i-1, number|vague) || r.at(i-1) != nil && r.at(i-1).word == share || r.first(i).definite && !r.byPart(i)) && !q.others {
		return q, false
	}
	q.count = casualty.Count{Qualifier: casualty.Exact, N: 1}
	i = r.years(i)
	if q.others && r.is(i-1, article) && (r.is(i, auxiliary|harmful) || r.lang.verbFirst && r.is(i-2, harmful) && r.ended(i)) { // "another was wounded"
		q.head, q.to = personHead, i
		return q, true
	}
	q.to = r.noun(&q, i)
	last := q.to - 1
	if last < start || q.head == thingHead || q.head == unknownHead || q.head == bareHead {
		return q, false
	}
	switch {
	case r.has(i, q.to, pair):
		q.count.N, q.alone = 2, false
		q.couple = !r.lang.uncased // an Arabic dual is a number
	case !r.has(i, q.to, single), r.lang.uncased && r.is(i, person) && !r.is(i, single):
		return q, false
	}
	q.to = r.tail(&q, q.to)
	return q, true
}

// related tells whether one person of a list begins at unit i without an
// article: "a man and his pregnant wife", "the driver and two passengers".
func (r *reader) related(i int) bool {
	j := i + 1
	for r.is(j, skip) && !r.is(j, person|auxiliary) {
		j++
	}
	if !r.is(i, the) || r.is(i, person) || !r.is(j, person) || !r.is(j, single) {
		return false
	}
	if n := len(r.quantities); r.is(i-1, and) && n > 0 && r.quantities[n-1].to == i-1 && r.quantities[n-1].head == personHead {
		return true
	}
	return r.is(j+1, and) && (r.number(j+2) || r.is(j+2, the|article)) || r.definite(i, j)
}

// definite tells whether "the driver" or "her husband", its article at unit i and
// its noun at unit j, is news: a relative, or somebody by his part in it. "The
// man" was named before.
func (r *reader) definite(i, j int) bool {
	if r.at(i).word == possessive {
		return true
	}
	t := r.at(j)
	if r.lang.headFirst {
		return r.is(i-1, harmful) && r.is(i-1, active) && !t.is(harmed|other) // "ont tué le berger"
	}
	return t.group == "" && t.pop == "" && t.word != pointing && !t.is(harmed|other)
}

// byPart tells of one Arabic person with an article right behind a verb of harm, who is
// news by his part in it: "فقتل السائق".
func (r *reader) byPart(i int) bool {
	t := r.at(i)
	return r.lang.uncased && r.is(i-1, passive) && t.is(person) && t.is(single) && t.group == "" && t.pop == "" && t.word != pointing && !t.is(harmed|other)
}

func (r *reader) has(from, to int, d does) bool {
	for i := from; i < to; i++ {
		if r.is(i, d) {
			return true
		}
	}
	return false
}
