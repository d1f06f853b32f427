package phrase

import (
	"strconv"

	"tollbook/casualty"
)

// hedges reads the words before a number that say how sure it is.
func (r *reader) hedges(i int) (*tag, int) {
	var hedge *tag
	for r.is(i, before) && (!r.is(i, vague) || r.number(i+1)) {
		if hedge == nil || r.at(i).hedge != casualty.Exact {
			hedge = r.at(i)
		}
		i++
		for r.is(i, the) && !r.is(i, article) {
			i++
		}
	}
	return hedge, i
}

// hedge lays a hedge upon the number. A range and a vague word keep their own.
func (q *quantity) hedge(t *tag) {
	if t == nil || t.hedge == "" || q.count.Qualifier != casualty.Exact {
		return
	}
	q.count.Qualifier = t.hedge
	if t.word == fewer && q.count.N > 0 {
		q.count.Word = fewer + " " + strconv.Itoa(q.count.N)
		q.count.N--
	}
}

// hedgeAfter reads the hedge behind a number: "or more", "и более"; "и более 40" is
// that of the next.
func (r *reader) hedgeAfter(q *quantity, i int) int {
	switch {
	case r.is(i, after) && !(r.is(i, before) && r.number(i+1)):
		q.hedge(r.at(i))
		return i + 1
	case r.is(i, and|joins) && r.is(i+1, before) && r.at(i+1).hedge == casualty.MoreThan && r.is(i+2, person|harmful):
		q.hedge(&tag{hedge: casualty.AtLeastN})
		return i + 2
	}
	return i
}
