package phrase

import "tollbook/casualty"

// persons reads one named or single person: "who died", "killed Ada Example".
// Two words with capitals make a name.
func (r *reader) persons() {
	r.officeAndPeople()
	for p := range r.preds {
		if r.preds[p].linked && r.besideName(r.preds[p]) < 0 {
			continue
		}
		if r.namedObject(p) || r.namedSubject(p) || r.officeObject(p) || r.officeSubject(p) {
			r.preds[p].linked = true
		}
	}
}

// namedObject reads "killed Ada Example".
func (r *reader) namedObject(p int) bool {
	pred := r.preds[p]
	if !pred.is(active) || pred.aux >= 0 && !r.perfect(pred) || pred.is(event) {
		return false
	}
	to := r.name(pred.to)
	if to-pred.to < 2 {
		return false
	}
	r.one(pred, pred.from, to)
	return true
}

// namedSubject reads "Ada Example was killed" and "Ada Example, who died".
func (r *reader) namedSubject(p int) bool {
	pred := r.preds[p]
	if !pred.is(passive) || pred.is(event|harmed) || !pred.is(passive) {
		return false
	}
	i := pred.from
	if pred.aux >= 0 {
		i = pred.aux
	}
	who := r.is(i-1, relative)
	if who {
		i--
		from := i
		if isComma(r.markAt(i - 1)) {
			i--
		}
		if r.nameBefore(i) < 2 {
			return false
		}
		r.one(pred, from, pred.to)
		return true
	}
	if pred.aux < 0 && pred.is(active) {
		return false
	}
	if isComma(r.markAt(i-1)) && r.number(i-2) && isComma(r.markAt(i-3)) {
		from := i - 3
		if n := r.nameBefore(from); n >= 2 { // "Ada Example, 34, was killed"
			r.one(pred, from-n, pred.to)
			return true
		}
	}
	n := r.nameBefore(i)
	if n < 2 {
		return false
	}
	r.one(pred, i-n, pred.to)
	return true
}

// name is where a name that begins at unit i ends.
func (r *reader) name(i int) int {
	for r.first(i).upper && (r.unknown(i) || r.is(i, office|rank)) {
		i++
	}
	return i
}

// nameBefore is how many words of a name end before unit i.
func (r *reader) nameBefore(i int) int {
	n := 0
	for r.unknown(i-1-n) && r.first(i-1-n).upper {
		n++
	}
	return n
}

func (r *reader) one(pred predicate, from, to int) {
	q := quantity{from: from, to: to, number: from, head: personHead, alone: true, harm: pred.harm, severity: pred.severity, predicate: [2]int{pred.from, pred.to}}
	q.count = casualty.Count{Qualifier: casualty.Exact, N: 1}
	if r.has(max(0, from-8), from, rank) {
		q.pop = casualty.Combatants
	}
	r.extra = append(r.extra, q)
}

// unnumbered reads harm that is stated without any number: "there were deaths",
// "reported both deaths and injuries", "others were kidnapped".
func (r *reader) unnumbered() {
	for p := range r.preds {
		if r.preds[p].linked {
			continue
		}
		switch pred := r.preds[p]; {
		case pred.is(event) && r.plainEvent(p), pred.is(harmed) && !pred.is(single) && r.someHarmed(p), pred.is(passive) && r.is(pred.from-1, thereIs) && r.someHarmed(p):
			r.events(p)
		case pred.is(passive) && !r.lang.uncased && r.serves(pred) && r.uncounted(p):
		case pred.is(passive) && r.serves(pred):
			r.plural(p)
		}
	}
}

// plainEvent tells whether a harm stands as the news itself: behind a verb of
// saying or "there were", without an article that points back.
func (r *reader) plainEvent(p int) bool {
	i := r.preds[p].from - 1
	for r.is(i, skip) && !r.is(i, the|say|thereIs|reported) {
		i--
	}
	if r.has(max(0, i-5), i, not|no|nobody|without) {
		return false // "neither side reported casualties"
	}
	if r.preds[p].harm == casualty.Casualties && r.silence(r.preds[p].to) && !r.is(r.preds[p].from-1, the|of|and|skip) {
		return true // "casualties were reported"
	}
	return r.is(i, say|thereIs|reported) && !r.is(i, the) && !r.is(r.preds[p].to, of|toll|thing)
}

// someHarmed tells of "il y a eu des morts", "есть погибшие": harmed people whom
// nothing counts, as the news itself.
func (r *reader) someHarmed(p int) bool {
	i := r.preds[p].from - 1
	for r.is(i, the|of|skip) && !r.is(i, thereIs|no|not) {
		i--
	}
	if i < 0 && r.lang.uncased && r.is(r.preds[p].to, and) {
		return true // a headline: "قتلى وجرحى في قصف"
	}
	return r.is(i, thereIs) && !r.has(max(0, i-4), i, not|no|nobody|without)
}

// events records the harms of a list as stated without a number.
func (r *reader) events(p int) {
	from := r.preds[p].from
	end := p
	for end+1 < len(r.preds) && r.preds[end+1].is(event|harmed) && !r.preds[end+1].linked && r.onlyBetween(r.preds[end].to, r.preds[end+1].from, and|skip|of|the) {
		end++
	}
	for k := p; k <= end; k++ {
		r.preds[k].linked = true
		r.unspecified(r.preds[k], from, r.preds[end].to)
	}
}

func (r *reader) unspecified(pred predicate, from, to int) *quantity {
	q := quantity{from: from, to: to, number: pred.from, head: harmedHead, harm: pred.harm, severity: pred.severity, predicate: [2]int{from, to}}
	q.count = casualty.Count{Qualifier: casualty.Unspecified}
	r.extra = append(r.extra, q)
	return &r.extra[len(r.extra)-1]
}

// plural reads "others were kidnapped", "other soldiers are missing".
func (r *reader) plural(p int) {
	pred := r.preds[p]
	i := pred.from
	if pred.aux >= 0 {
		i = pred.aux
	}
	if r.lang.verbFirst && r.is(pred.to, other) && r.is(pred.to, person) && !r.covered(pred.to) {
		r.unspecified(pred, pred.from, pred.to+1) // "أصيب آخرون"
		r.preds[p].linked = true
		return
	}
	if pred.aux < 0 || i == 0 || r.covered(i-1) {
		return
	}
	from := i - 1
	for from > 0 && r.is(from-1, other) && !r.covered(from-1) {
		from--
	}
	if !r.is(from, other) || r.is(from, article) {
		return
	}
	q := r.unspecified(pred, from, pred.to)
	for k := from; k < i; k++ {
		if r.is(k, person) {
			r.describe(q, r.at(k))
		}
	}
	r.preds[p].linked = true
}
