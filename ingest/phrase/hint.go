package phrase

import (
	"cmp"
	"slices"
)

// Hints returns the passages that carry a number of people beside a word of harm
// and gave no figure, for a person to look at. figures are those that [Read]
// gave of the text.
func Hints(text string, figures []Figure) []Span {
	r := newReader(text, Options{})
	r.hinting = true
	r.read()
	var left []Span
	for _, h := range r.hints {
		if !quotedIn(figures, h) {
			left = append(left, h)
		}
	}
	return left
}

// quotedIn tells whether a figure's quote touches the span. Figures are in the
// order of the text, and a sentence holds fewer than [longest] of them.
func quotedIn(figures []Figure, s Span) bool {
	i, _ := slices.BinarySearchFunc(figures, s.End, func(f Figure, end int) int { return cmp.Compare(f.Quote.Start, end) })
	for j := i - 1; j >= 0 && j >= i-longest; j-- {
		if figures[j].Quote.End > s.Start {
			return true
		}
	}
	return false
}

// hint notes the quantities of the sentence that nothing was tied to, where it
// speaks of harm.
func (r *reader) hint() {
	for _, p := range r.preds {
		for _, q := range r.quantities {
			if q.used || q.harm != "" || q.head == thingHead || q.alone || r.yearLike(q) || p.from-q.to > reach || q.from-p.to > reach {
				continue
			}
			start, end := r.bytes(min(q.from, p.from), max(q.to, p.to))
			r.hints = append(r.hints, Span{start, end, "unread"})
			return
		}
	}
}
