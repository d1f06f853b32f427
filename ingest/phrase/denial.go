package phrase

import "tollbook/casualty"

// denials reads where the text says that nobody was harmed: "no casualties were
// reported", "nobody was hurt", "without injuries".
func (r *reader) denials() {
	if r.does&(no|nobody|without) == 0 {
		return
	}
	for i := 0; i < len(r.units); i++ {
		var to int
		switch {
		case r.is(i, whole) && r.is(i, no):
			r.denyHarm(i, i+1)
			to = i + 1
		case r.lang.bare && r.is(i, no) && r.lastOfClause(i) && (r.is(i-1, harmful|skip) || isComma(r.markAt(i-1))) || r.lang.bare && r.is(i, no) && r.lastOfClause(i) && r.is(i-2, and):
			to = r.absent(i)
		case r.is(i, nobody) && r.is(i-1, harmful) && r.is(i-1, active):
			r.denyHarm(i-1, i+1) // "wounding nobody"
			to = i + 1
		case r.is(i, nobody):
			to = r.nobodyHarmed(i)
		case r.is(i, no|without):
			to = r.noHarm(i)
		}
		if to > i {
			i = to - 1
		}
	}
}

// maxDenial is how many units a denial may have up to its word of harm.
const maxDenial = 10

// maxStrangers is how many of them the tables may not hold.
const maxStrangers = 3

// noHarm reads "no civilian casualties", "no immediate damage or casualties",
// "no people were injured" at unit i; it returns where the denial ends.
func (r *reader) noHarm(i int) int {
	var pop casualty.Population
	strangers := 0
	for j := i + 1; j < i+maxDenial && j < len(r.units); j++ {
		t := r.at(j)
		switch {
		case t.is(harmful) && (t.is(event|harmed) || t.is(passive) && (r.has(i+1, j, person) || r.lang.bare)):
			return r.denied(i, j, pop)
		case isComma(r.markAt(j)) && !r.is(j+1, harmful), r.unknown(j) && strangers == maxStrangers:
			return i
		case r.unknown(j):
			strangers++
		case r.at(i).word == neither && r.number(j):
		case t.is(number|toll|nobody) || r.markAt(j) == ';':
			return i
		case t.is(person) && t.pop != "":
			pop = t.pop
		case t.is(verb|clause) && !t.is(skip|auxiliary):
			return i
		}
	}
	return i
}

// nobodyHarmed reads "nobody was hurt", "no one on the staff was hurt".
func (r *reader) nobodyHarmed(i int) int {
	for j := i + 1; j < i+10 && j < len(r.units); j++ {
		t := r.at(j)
		switch {
		case t.is(harmful) && t.is(passive):
			return r.denied(i, j, "")
		case t.is(verb|clause|say) && !t.is(skip|auxiliary):
			return i
		}
	}
	return i
}

// denied records a denial of the harm at unit j. A list of harms ("no deaths or
// injuries") denies casualties.
func (r *reader) denied(i, j int, pop casualty.Population) int {
	harm, end := r.at(j).harm, j+1
	if r.at(j).is(event) && r.is(end, auxiliary) && !r.silence(end) {
		return i // "no injury is life-threatening"
	}
	for r.is(end, and|joins|no) {
		k := end + 1
		for r.is(k, skip|auxiliary|no|serious) {
			k++
		}
		if !r.is(k, harmful) {
			break
		}
		if r.at(k).harm != harm {
			harm = casualty.Casualties
		}
		end = k + 1
	}
	return r.deny(i, end, harm, pop)
}

// lastOfClause tells whether a clause ends behind unit i.
func (r *reader) lastOfClause(i int) bool { return i+1 >= len(r.units) || r.markAt(i+1) != 0 }

// absent reads "пострадавших нет", "погибших и разрушений нет" before unit i.
func (r *reader) absent(i int) int {
	from, harm := i, casualty.Harm("")
	for j := i - 1; j >= 0 && j > i-9 && (r.markAt(j) == 0 || isComma(r.markAt(j))); j-- {
		t := r.at(j)
		if t.is(harmful) && t.is(event|harmed) {
			if harm != "" && harm != t.harm {
				harm = casualty.Casualties
			} else {
				harm = t.harm
			}
			from = j
		}
	}
	if harm != "" {
		r.deny(from, i+1, harm, "")
	}
	return i + 1
}

// denyHarm records that the harm at unit i happened to nobody.
func (r *reader) denyHarm(i, end int) { r.deny(i, end, r.at(i).harm, "") }

// deny adds a denial that stands in units i up to end.
func (r *reader) deny(i, end int, harm casualty.Harm, pop casualty.Population) int {
	for k := i; k < end; k++ {
		if t := r.at(k); t.is(harmful) && t.word == affected {
			harm = casualty.Casualties
		}
	}
	q := quantity{from: i, to: end, number: i, head: harmedHead, harm: harm, pop: pop, predicate: [2]int{i, end}}
	q.count = casualty.Count{Qualifier: casualty.None, Word: casualty.Denied}
	if r.silent(&q) {
		q.count.Word = casualty.NotReported
	}
	for k := i; k < end; k++ {
		if r.is(k, serious) {
			q.severity = casualty.Serious
		}
	}
	for p := range r.preds {
		if r.preds[p].from < q.to && r.preds[p].to > q.from {
			r.preds[p].linked = true
		}
	}
	for k := range r.quantities {
		if other := &r.quantities[k]; other.from < q.to && other.to > q.from {
			other.used = true
		}
	}
	r.extra = append(r.extra, q)
	return q.to
}

// silent tells whether the denial is only that nothing was reported, and takes
// that word into the quote.
func (r *reader) silent(q *quantity) bool {
	for i := q.from; i < q.to; i++ {
		if r.is(i, reported) {
			return true
		}
	}
	if i := q.to; r.silence(i) {
		for !r.is(i, reported) {
			i++
		}
		q.to = i + 1
		return true
	}
	return r.is(q.from-1, reported)
}

// silence tells whether "were reported" or the like stands at unit i.
func (r *reader) silence(i int) bool {
	for r.is(i, auxiliary|skip) && !r.is(i, reported) {
		i++
	}
	return r.is(i, reported)
}
