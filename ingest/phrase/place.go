package phrase

// inside is the code of a preposition that a place follows.
const inside = "in"

// maxPlace is how many words a place's name may have.
const maxPlace = 4

// place is where the harm of the quantity happened, as written: the name behind
// "in" or "near" nearest to it, behind it rather than before. A language without
// capitals tells no names.
func (r *reader) place(q *quantity) string {
	if r.lang.uncased {
		return ""
	}
	for i := q.to; i < len(r.units); i++ {
		if name := r.placeAt(i); name != "" {
			return name
		}
	}
	for i := q.from - 1; i >= 0 && !q.carried; i-- {
		if name := r.placeAt(i); name != "" {
			return name
		}
	}
	return ""
}

// placeAt reads the name behind the preposition at unit i; empty for none.
func (r *reader) placeAt(i int) string {
	if !r.is(i, preposition) || r.at(i).word != inside {
		return ""
	}
	from := i + 1
	for r.is(from, the) && !r.first(from).upper {
		from++
	}
	to := r.nameEnd(from)
	if to == from {
		return ""
	}
	if owned, ok := r.owned(to); ok {
		return owned
	}
	start, end := r.bytes(from, to)
	return seen(r.text[start:end])
}

// nameEnd is where the capitalised name that begins at unit i ends.
func (r *reader) nameEnd(i int) int {
	to := i
	for to < i+maxPlace && r.unknown(to) && r.first(to).upper {
		to++
	}
	return to
}

// owned is the nearer place behind the name that ends before unit i, where that
// name only owns it: "in Examplia's northern city of Port Example".
func (r *reader) owned(i int) (string, bool) {
	_, end := r.bytes(i-1, i)
	if s := r.first(i); r.text[s.start:s.end] != "s" || s.start-end > len("’") {
		return "", false
	}
	for from := i + 1; from <= i+maxPlace && r.markAt(from) == 0; from++ {
		if to := r.nameEnd(from); to > from {
			start, end := r.bytes(from, to)
			return seen(r.text[start:end]), true
		}
	}
	return "", false
}
