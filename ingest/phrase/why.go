package phrase

// why tells which words made the quantity a figure.
func (r *reader) why(q quantity) []Span {
	spans := make([]Span, 0, 5)
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
	return spans
}
