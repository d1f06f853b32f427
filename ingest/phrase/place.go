package phrase

// inside is the code of a preposition that a place follows.
const inside = "in"

// maxPlace is how many words a place's name may have.
const maxPlace = 4

// settlement is the code of a noun that a place's name follows: "مدينة", "بلدة".
const settlement = "settlement"

// place is where the harm of the quantity happened, as written: the name behind
// "in" or "near" nearest to it, behind it rather than before. A language without
// capitals marks no names; one stands behind "the town of".
func (r *reader) place(q *quantity) string {
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
	if r.lang.uncased {
		return r.settlement(i)
	}
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

// settlement reads the name behind "the town of" at unit i; of several words only
// where the first begins such names ("دير", "خان"): an adjective may follow.
func (r *reader) settlement(i int) string {
	if t := r.at(i); t == nil || t.word != settlement || r.first(i).definite || !r.unknown(i+1) && !r.namePart(i+1) {
		return ""
	}
	to := i + 2
	if r.namePart(i+1) && (r.unknown(to) || r.namePart(to)) {
		to++
	}
	if to == i+2 && !r.unknown(i+1) {
		return ""
	}
	start, end := r.bytes(i+1, to)
	return seen(r.text[start:end])
}

// namePart tells whether unit i begins a name of two words.
func (r *reader) namePart(i int) bool {
	t := r.first(i)
	return t.kind == wordToken && !t.led && nameParts[string(r.lang.fold(nil, r.text[t.start:t.end]))]
}

// nameParts begin Arabic names of places, folded: monastery, inn, house, hill, spring.
var nameParts = map[string]bool{
	"دير": true, "خان": true, "بيت": true, "تل": true, "عين": true, "ام": true, "ابو": true, "راس": true, "كفر": true, "وادي": true, "بني": true,
	"الشيخ": true, "برج": true, "معره": true, "مرج": true, "حصن": true, "جسر": true, "جبل": true, "سد": true, "باب": true, "بئر": true, "قصر": true, "سوق": true,
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
