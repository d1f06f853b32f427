package phrase

// uncounted reads people whom nothing counts and of whose harm the text has not told
// yet: "civilians were killed", "des civils ont été tués", "погибли мирные жители".
func (r *reader) uncounted(p int) bool {
	pred := r.preds[p]
	if r.harmBefore(pred.from) != "" || len(r.extra) > 0 {
		return false
	}
	from, to := r.uncountedSubject(pred), pred.to
	if from < 0 && r.lang.verbFirst && !pred.is(active) && (pred.from == 0 || r.is(pred.from-1, clause) && r.is(pred.from-2, say) || r.somewhere(pred.from-1)) {
		for r.is(to, skip) && !r.is(to, person) {
			to++
		}
		if r.crowd(to) && r.ended(to+1) {
			from, to = pred.from, to+1
		}
	}
	if from < 0 {
		return false
	}
	q := r.unspecified(pred, from, to)
	for k := from; k < to; k++ {
		if r.is(k, person) {
			r.describe(q, r.at(k))
		}
	}
	r.preds[p].linked = true
	return true
}

// uncountedSubject is where the people begin who open the sentence or its clause
// before their verb; -1 for none.
func (r *reader) uncountedSubject(pred predicate) int {
	i := pred.aux - 1
	if u := r.units[pred.from]; pred.aux < 0 && u.to-u.from > 1 {
		i = pred.from - 1 // "ont été tués" is one phrase of the tables
	}
	if !r.crowd(i) {
		return -1
	}
	for r.is(i-1, skip) && !r.is(i-1, auxiliary|reported) {
		i--
	}
	if r.lang.headFirst {
		if !r.is(i-1, the) || !r.is(i-1, of) { // "des"
			return -1
		}
		i--
	}
	if i > 0 && !(r.is(i-1, clause|relative) && r.is(i-2, say)) && !r.somewhere(i-1) {
		return -1
	}
	return i
}

// somewhere tells whether the clause at unit i says what happened at a place that is new
// to the text: "a school where".
func (r *reader) somewhere(i int) bool {
	return r.at(i) != nil && r.at(i).word == where && (r.is(i-2, article) || r.is(i-3, article))
}

// crowd tells whether unit i is people in the plural, whom nothing counts.
func (r *reader) crowd(i int) bool {
	return r.is(i, person) && !r.is(i, single|pair|harmful|number|other|victim) && !r.covered(i)
}
