package phrase

import "tollbook/casualty"

// window is how many figures behind a total may be its parts.
const window = 8

// addUp marks figures as parts of a total before them where they make it up
// exactly: ten injured; five on a bus, five in the street.
func (r *reader) addUp() {
	for i := range r.figures {
		total := r.figures[i]
		if !entire(total) || total.Count.N < 2 {
			continue
		}
		r.partsOf(i)
	}
}

func entire(f Figure) bool {
	return f.Count.Qualifier == casualty.Exact && !f.Subset && !f.Negated && f.Count.Unit == ""
}

// partsOf marks the figures that follow total i and sum to it, two at least.
func (r *reader) partsOf(i int) {
	total, sum := r.figures[i], 0
	var parts []int
	for j := i + 1; j < len(r.figures) && j <= i+window && sum < total.Count.N; j++ {
		f := r.figures[j]
		if entire(f) && f.Harm == total.Harm && f.Scope == total.Scope && f.Count.N < total.Count.N {
			sum += f.Count.N
			parts = append(parts, j)
		}
	}
	if sum != total.Count.N || len(parts) < 2 {
		return
	}
	for _, j := range parts {
		r.figures[j].Subset, r.figures[j].SubsetOf = true, i
	}
}
