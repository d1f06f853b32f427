package phrase

import "tollbook/casualty"

// A predicate is a word or phrase of harm that is not within a quantity:
// "killed", "were wounded", "deaths of".
type predicate struct {
	from, to int // units
	tag      *tag
	harm     casualty.Harm
	severity casualty.Severity
	aux      int // the unit of its auxiliary; -1: none
	linked   bool
	forecast bool // feared, wanted, or what somebody is charged with
}

func (p predicate) is(d does) bool { return p.tag.is(d) }

// predicates finds the words of harm outside the quantities, in order.
func (r *reader) predicates() {
	r.preds = r.preds[:0]
	next := 0
	for i := 0; i < len(r.units); i++ {
		for next < len(r.quantities) && r.quantities[next].to <= i {
			next++
		}
		if next < len(r.quantities) && r.quantities[next].from <= i {
			continue
		}
		if r.is(i, harmful) && r.at(i).harm != "" {
			r.preds = append(r.preds, r.predicate(i))
		}
	}
	r.pairs()
}

func (r *reader) predicate(i int) predicate {
	p := predicate{from: i, to: i + 1, tag: r.at(i), harm: r.at(i).harm, aux: -1}
	p.forecast = p.harm != casualty.Missing && (r.foreseen(i) || r.feared(i) || r.wanted(i)) // who "may be trapped" is missing
	p.linked = p.forecast
	if p.is(serious) {
		p.severity = casualty.Serious
	}
	j := i - 1
	for ; (r.is(j, skip|serious) || r.adverb(j)) && !r.is(j, auxiliary|harmful); j-- {
		if r.is(j, serious) {
			p.severity = casualty.Serious
			p.from = j
		}
	}
	if r.is(j, reported) && p.is(passive) && p.is(active) {
		p.aux = j // "reported killed"
		j--
	}
	for r.is(j, auxiliary) {
		p.aux = j
		j--
		for r.is(j, skip) && r.is(j-1, auxiliary) {
			j--
		}
	}
	p.linked = p.linked || r.is(j, not) // "водитель не пострадал"
	return p
}

// foreseen tells whether the harm at unit i is feared or wanted and has not
// happened: "could kill", "to kill". What "may have killed" has.
func (r *reader) foreseen(i int) bool {
	for i--; r.is(i, skip|modal|auxiliary); i-- {
		if r.is(i, modal) {
			return r.at(i).word != fears // "يخشى مقتل 40" tells of them
		}
		if r.is(i, auxiliary) && !r.is(i, needsAux) {
			return false // "have"
		}
	}
	return false
}

// wanted tells whether "and" joins the verb at unit i to one that is foreseen: "charged
// with killing two guards and wounding a third".
func (r *reader) wanted(i int) bool {
	n := len(r.preds)
	return n > 0 && r.preds[n-1].forecast && r.is(i, active) && r.is(i-1, and) && !r.has(r.preds[n-1].to, i, auxiliary|say|clause)
}

// maxFearful is how many units those who fear may have behind their verb.
const maxFearful = 4

// feared tells whether a verb of fear rules the clause of the harm at unit i:
// "craignent que 500 personnes ne meurent". An auxiliary ("aient péri") says that it has
// happened.
func (r *reader) feared(i int) bool {
	if !r.lang.headFirst {
		return false // where no form of the verb tells the two apart
	}
	for i--; i > 0 && !r.is(i, clause|relative); i-- {
		if r.markAt(i) != 0 || r.is(i, auxiliary|harmful|say) {
			return false
		}
	}
	for j := i - 1; j >= max(0, i-maxFearful) && r.markAt(j) == 0; j-- {
		if t := r.at(j); t != nil && t.word == fears {
			return true
		}
	}
	return false
}

// pairs makes "killed or injured" one predicate of casualties.
func (r *reader) pairs() {
	kept := r.preds[:0]
	for _, p := range r.preds {
		if n := len(kept); n > 0 && r.undivided(kept[n-1], p) {
			kept[n-1].to, kept[n-1].harm = p.to, casualty.Casualties
			kept[n-1].severity = ""
			continue
		}
		kept = append(kept, p)
	}
	r.preds = kept
}

func (r *reader) undivided(p, q predicate) bool {
	start := q.from
	if q.aux > p.to && r.is(p.to, joins) {
		start = q.aux // "murieron o resultaron heridas"
	}
	if start-p.to != 1 || !r.is(p.to, and|joins) || q.aux > p.to && start == q.from || p.harm == q.harm {
		return false
	}
	both := func(a, b casualty.Harm) bool { return a == casualty.Killed && b == casualty.Injured }
	if !both(p.harm, q.harm) && !both(q.harm, p.harm) {
		return false
	}
	if p.is(event) || q.is(event) {
		return p.is(event) && q.is(event) && (r.endsQuantity(p.from) || r.lang.verbFirst && r.startsQuantity(q.to) >= 0)
	}
	return !(r.endsQuantity(p.from) && r.startsQuantity(q.to) >= 0)
}

// endsQuantity tells whether a quantity ends right before unit i.
func (r *reader) endsQuantity(i int) bool {
	for _, q := range r.quantities {
		if q.to == i {
			return true
		}
	}
	return false
}

// startsQuantity is the quantity that begins at unit i; -1 for none.
func (r *reader) startsQuantity(i int) int {
	for k, q := range r.quantities {
		if q.from == i {
			return k
		}
	}
	return -1
}
