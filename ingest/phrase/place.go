package phrase

// inside is the code of a preposition that a place follows.
const inside = "in"

// maxPlace is how many words a place's name may have.
const maxPlace = 4

// place is where the harm of the quantity happened, as written: the name behind
// "in" or "near" nearest to it, behind it rather than before. A language without
// capitals tells no names.
func (r *reader) place(q quantity) string {
	if r.lang.uncased {
		return ""
	}
	for i := q.to; i < len(r.units); i++ {
		if name := r.placeAt(i); name != "" {
			return name
		}
	}
	for i := q.from - 1; i >= 0; i-- {
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
	to := from
	for to < from+maxPlace && r.unknown(to) && r.first(to).upper {
		to++
	}
	if to == from {
		return ""
	}
	start, end := r.bytes(from, to)
	return r.text[start:end]
}
