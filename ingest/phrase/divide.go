package phrase

import "tollbook/casualty"

// splits ties bare numbers behind a colon that make up the figure before it:
// "15 men: thirteen at a base, and two on the road".
func (r *reader) splits(k int) {
	total := r.quantities[k]
	n, exact := total.count.Number()
	if !exact || total.harm == "" || total.used {
		return
	}
	colon := max(total.to, total.predicate[1])
	for colon < len(r.units) && r.markAt(colon) != ':' && r.markAt(colon) != '(' && !r.dash(colon) {
		colon++
	}
	var parts []int
	for j := k + 1; j < len(r.quantities); j++ {
		q := r.quantities[j]
		if n == 0 {
			break
		}
		if q.from < colon || !r.free(j) || q.head == unknownHead || q.count.Qualifier != casualty.Exact || q.count.N > n {
			continue
		}
		n -= q.count.N
		parts = append(parts, j)
	}
	if n != 0 || len(parts) < 2 {
		return
	}
	for _, j := range parts {
		r.quantities[j].inherit(total)
	}
}

// dash tells whether unit i is a dash with space on both sides.
func (r *reader) dash(i int) bool {
	return isHyphen(r.markAt(i)) && i+1 < len(r.units) && !r.first(i).glued && !r.first(i+1).glued
}

// divided tells that the killed and the injured behind a colon are parts of the
// casualties before it: "52 killed or injured: 17 killed and 35 injured".
func (r *reader) divided(k int) {
	q := &r.quantities[k]
	n, exact := q.count.Number()
	if !exact || q.subset || q.harm != casualty.Killed && q.harm != casualty.Injured {
		return
	}
	for j := k - 1; j >= 0; j-- {
		ante := r.quantities[j]
		m, known := ante.count.Number()
		if ante.harm != casualty.Casualties || !known || n > m {
			continue
		}
		for i := ante.to; i < q.from; i++ {
			if m := r.markAt(i); m == ':' || m == '(' || r.is(i, ofThem) || isHyphen(m) {
				q.subset, q.antecedent = true, ante.id
				if q.pop == "" {
					q.pop = ante.pop
				}
			}
		}
		return
	}
}
