package phrase

import "tollbook/casualty"

// withdraw marks a number that the text no longer holds: "up from 37", "not 48",
// "earlier it had been 88".
func (r *reader) withdraw(k int) {
	q := &r.quantities[k]
	if q.used || q.head == thingHead || r.yearLike(*q) {
		return
	}
	cue := r.is(q.from-1, withdrawn) || r.raised(q.number) || r.supersedes(q.from-1) || r.is(q.from-1, no|not) && isComma(r.markAt(q.from-2)) // "murieron 34, no 48"
	if cue && q.harm == "" && q.head != unknownHead {
		if ante, ok := r.antecedent(k); ok && r.sameKind(*q, ante) {
			q.harm, q.scope, q.predicate = ante.harm, ante.scope, [2]int{q.from - 1, q.from}
		}
	}
	if q.harm == "" && q.head == bareHead && r.last.harm != "" && len(r.preds) == 0 && r.is(q.from-1, reaches|clause) && r.formerly(*q, r.last.count) {
		q.harm, q.scope, q.predicate, cue = r.last.harm, r.last.scope, [2]int{q.from - 1, q.from}, true // "that had earlier been given as 45"
	}
	if q.harm != "" && !q.subset && !cue {
		cue = r.formerly(*q, r.held(*q))
	}
	if q.harm != "" {
		q.negated = q.negated || cue || r.refuted(*q)
		q.earlier = !q.negated && r.preliminary(*q)
	}
}

// refuted tells whether the sentence says that the report of the number is wrong:
// "denied reports that 20 were killed", "eight were hurt, which the army denied".
func (r *reader) refuted(q quantity) bool {
	for i := q.from - 1; i >= 0 && r.markAt(i) != ';' && !r.blames(i) && (!r.is(i, say) || r.at(i).word == disputed); i-- {
		if r.at(i).is(say) && r.at(i).word == disputed {
			return true
		}
	}
	for i := q.to; i < len(r.units) && r.markAt(i) != ';'; i++ {
		if t := r.at(i); t != nil && t.word == untrue {
			return true // "the claim that 30 were killed is false"
		}
		if isComma(r.markAt(i)) && r.is(i+1, relative) {
			return r.disputes(i + 2)
		}
	}
	return false
}

// blames tells whether unit i speaks of responsibility, which may be denied without the
// number.
func (r *reader) blames(i int) bool { return r.at(i) != nil && r.at(i).word == responsible }

// disputes tells whether the clause at unit i says that what stands before it is
// wrong.
func (r *reader) disputes(i int) bool {
	for j := i; j < i+maxSpeaker && j < len(r.units) && r.markAt(j) != ';' && r.markAt(j) != ':'; j++ {
		if t := r.at(j); t != nil && (t.word == disputed || t.word == disputing) {
			return true
		}
		if r.is(j, harmful|say) {
			return false
		}
	}
	return false
}

// supersede marks the numbers of an older toll that the sentence names: "un
// précédent bilan faisait état de 8 morts".
func (r *reader) supersede() {
	on, after := false, 0
	for k := range r.quantities {
		q := &r.quantities[k]
		first := false
		for i := after; i < q.from; i++ {
			if r.supersedes(i) {
				on, first = true, true
			}
			if on && !first && (r.is(i, clause|reaches) || isComma(r.markAt(i))) {
				on = false
			}
		}
		after = q.to
		if on && q.harm != "" && !q.used {
			q.negated = true
		}
	}
}

// supersedes tells whether unit i names an older toll.
func (r *reader) supersedes(i int) bool { return r.at(i) != nil && r.at(i).word == superseded }

// held is the number of the same harm that the text holds before the quantity: in its
// sentence, else before that.
func (r *reader) held(q quantity) casualty.Count {
	now := r.lastOf[q.harm]
	for _, other := range r.quantities {
		if other.from < q.from && other.harm == q.harm && !other.subset && !other.used && !other.negated {
			now = other.count
		}
	}
	return now
}

// preliminary tells whether the sentence gives the number as what was said at
// first: "initially reported nine dead".
func (r *reader) preliminary(q quantity) bool {
	for i := max(0, q.from-12); i < q.from; i++ {
		if r.is(i, formerly) {
			return r.has(max(0, i-3), q.from, say|reported|toll)
		}
	}
	return false
}

// replaced marks the first numbers that a toll told later in the text replaces.
func (r *reader) replaced() {
	for i, f := range r.figures {
		if !r.notes[i].earlier || f.Subset {
			continue
		}
		for j := i + 1; j < len(r.figures) && j <= i+window; j++ {
			g := r.figures[j]
			if r.notes[j].total && g.Harm == f.Harm && g.Scope == f.Scope && g.Count.N != f.Count.N {
				r.figures[i].Negated = true
			}
		}
	}
}

// formerly tells whether "earlier", or "had estimated" with a lower number than
// is held now, stands before the number.
func (r *reader) formerly(q quantity, now casualty.Count) bool {
	n, exact := q.count.Number()
	m, known := now.Number()
	from := max(0, q.from-12)
	for _, other := range r.quantities {
		if other.to <= q.from && other.harm == q.harm && other.harm != "" {
			from = max(from, other.to) // it speaks of that one
		}
	}
	for i := from; i < q.from; i++ {
		if r.is(i, formerly) && exact && known && n != m && (!r.is(i, pluperfect) || n < m) {
			return true
		}
	}
	return false
}

// sameKind tells whether a bare number can be an older state of the figure.
func (r *reader) sameKind(q, ante quantity) bool {
	_, exact := q.count.Number()
	return exact && (q.head == bareHead || q.head == personHead)
}
