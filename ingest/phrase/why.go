package phrase

// maxReasons is how many words at most make a figure.
const maxReasons = 5

// why tells which words made the quantity a figure.
func (r *reader) why(q *quantity) []Span {
	if cap(r.spans)-len(r.spans) < maxReasons {
		r.spans = make([]Span, 0, 16*maxReasons)
	}
	n := len(r.spans)
	spans := r.spans[n : n : n+maxReasons]
	add := func(from, to int, role string) {
		if from < to && from >= 0 && to <= len(r.units) {
			start, end := r.bytes(from, to)
			spans = append(spans, Span{start, end, role})
		}
	}
	if r.includes(q.from) {
		add(q.from-1, q.from, "part")
	}
	add(q.from, q.number, "hedge")
	if q.counted > q.number {
		add(q.number, q.counted, "number")
		add(q.counted, q.to, "who")
	} else if q.count.Stated() && q.predicate[0] >= q.to {
		add(q.from, q.to, "who")
	}
	add(q.predicate[0], q.predicate[1], "harm")
	r.spans = r.spans[:n+len(spans)]
	return spans[:len(spans):len(spans)]
}
