package phrase

import "tollbook/casualty"

// lists makes one quantity of a list with a shared harm: "a mother and her two
// daughters", "two men and a woman". Numbers of two groups stay two figures.
func (r *reader) lists() {
	for k := 0; k+1 < len(r.quantities); k++ {
		end := k
		for end+1 < len(r.quantities) && r.listed(end, end+1) {
			end++
		}
		if end > k && r.parted(k, end) {
			continue
		}
		for ; end > k; end-- {
			if r.series(k, end) {
				r.sum(k, end)
				k = end
			}
		}
	}
}

// parted tells whether a comma, or an auxiliary behind the last, parts the first of the
// list, which has its verb before it, from the rest, which have theirs behind: "погибла
// женщина, ее муж и сын ранены", "murió un niño y su madre quedó herida".
func (r *reader) parted(first, last int) bool {
	before, behind, finite := false, false, false
	for _, p := range r.preds {
		before = before || p.to == r.quantities[first].from
		if p.is(passive) && r.adjoins(r.quantities[last].to, p) {
			behind, finite = true, p.aux >= 0
		}
	}
	return r.lang.verbFirst && before && behind && (finite || isComma(r.markAt(r.quantities[first].to)))
}

// listed tells whether two quantities stand side by side in a list.
func (r *reader) listed(a, b int) bool {
	p, q := r.quantities[a], r.quantities[b]
	if p.head != personHead || q.head != personHead || p.part != noPart || q.part != noPart && !(p.alone && q.part == partPeople) {
		return false
	}
	if p.count.Qualifier != casualty.Exact || q.count.Qualifier != casualty.Exact || q.from == p.to {
		return false
	}
	return !q.others && r.onlyBetween(r.complemented(p), q.from, and|the)
}

// complemented is where the noun of one person ends whose complement follows: "un
// conducteur de bus".
func (r *reader) complemented(q quantity) int {
	i := q.to + 1
	if r.lang.bare && (r.is(q.to, thing) || r.lang.cases() && r.unknown(q.to)) && q.alone && r.is(i, and) {
		return i // "водитель автобуса и пассажирка"
	}
	if r.lang.headFirst && !r.lang.uncased && q.alone || r.lang.headFirst && r.is(q.number, article) {
		if r.is(q.to, of) && !r.is(q.to, the) && (r.is(i, thing) || r.unknown(i)) && r.is(i+1, and) {
			return i + 1
		}
	}
	return q.to
}

// series tells whether the quantities make a list: "and" before the last, and
// the first not the whole that the others take apart.
func (r *reader) series(from, to int) bool {
	if !r.is(r.quantities[to-1].to, and) && !r.is(r.quantities[to].from-1, and) {
		return false
	}
	whole, rest := r.quantities[from], 0
	for k := from + 1; k <= to; k++ {
		rest += r.quantities[k].count.N
	}
	return to == from+1 || rest > whole.count.N || whole.group != "" || whole.alone
}

// sum makes the first quantity of a list stand for the whole.
func (r *reader) sum(from, to int) {
	if r.includes(r.quantities[from].from) || r.does&among != 0 || r.is(r.quantities[to].to, including) || !r.alone(from, to) {
		return
	}
	q := &r.quantities[from]
	q.list = true
	for k := from + 1; k <= to; k++ {
		other := &r.quantities[k]
		other.used = true
		q.count.N += other.count.N
		q.to = other.to
		if other.group != q.group {
			q.group = ""
		}
		if other.pop != q.pop {
			q.pop = ""
		}
	}
	q.alone = false
}

// alone tells whether the list names a single person, and all are of one
// population.
func (r *reader) alone(from, to int) bool {
	single := false
	for k := from; k <= to; k++ {
		q := r.quantities[k]
		single = single || q.alone || q.couple || q.count.N == 1 && r.is(q.number, article)
		if q.pop != r.quantities[from].pop {
			return false
		}
	}
	return single
}
