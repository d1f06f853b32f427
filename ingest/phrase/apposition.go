package phrase

// apposition ties people set behind a figure by a comma, a dash or a colon:
// "207 people, 134 men and 73 women".
func (r *reader) apposition(k int) {
	q := &r.quantities[k]
	j := k - 1
	for j >= 0 && r.quantities[j].used {
		j--
	}
	if j < 0 || q.alone && r.interjects(q.to) {
		return
	}
	ante := &r.quantities[j]
	if ante.harm == "" || ante.head == thingHead {
		return
	}
	end := max(ante.to, ante.predicate[1])
	switch {
	case end > q.from:
		return
	case r.onlyBetween(end, q.from, and|the|skip|ofThem) && ante.subset && r.is(q.from-1, and):
		q.inherit(*ante)
	case ante.subset && r.is(q.from-1, and) && r.calm(end, q.from-1) && r.fits(k, ante):
		q.inherit(*ante)
	case end == q.from-1 && setApart(r.markAt(end)) && r.fits(k, ante):
		q.inherit(*ante)
	}
	if q.list && q.harm != "" && q.count.N == ante.count.N {
		q.used = true // says the same people again
	}
}

// calm tells whether no verb, harm or mark stands in units i up to j.
func (r *reader) calm(i, j int) bool {
	for ; i < j; i++ {
		if r.is(i, verb|harmful|clause|say|and) || r.markAt(i) != 0 || r.first(i).verbal {
			return false
		}
	}
	return true
}

// fits tells whether the people can be a part of the figure before them.
func (r *reader) fits(k int, ante *quantity) bool {
	q := r.quantities[k]
	n, exact := q.count.Number()
	m, known := ante.count.Number()
	return exact && known && n <= m && (n < m || q.list)
}

func setApart(m rune) bool { return isComma(m) || isHyphen(m) || m == ':' || m == '(' }
