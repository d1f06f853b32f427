package phrase

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A headline is a short line above the first sentence that ends as one.
const (
	maxLineAbove  = 200 // bytes
	maxLinesAbove = 5   // lines: a section's name, a headline, a subheading
)

// sentenceEnds close a sentence, in the writing of every language here, with the
// quotation marks that may follow.
const sentenceEnds = ".!?…؟。:;\"”»)"

// headlines is where the lines above a text's first sentence end; 0 without any.
func headlines(text string) int {
	at := 0
	for range maxLinesAbove {
		line, rest, more := strings.Cut(text[at:], "\n")
		words := strings.TrimSpace(line)
		last, _ := utf8.DecodeLastRuneInString(words)
		if !more || rest == "" || len(words) > maxLineAbove || words != "" && strings.ContainsRune(sentenceEnds, last) {
			break
		}
		at += len(line) + 1
	}
	return at
}

// withoutHeadline leaves out what a headline says that the text below says again:
// one number told twice by one document is one claim.
func withoutHeadline(text string, figures []Figure) []Figure {
	end := headlines(text)
	if len(figures) == 0 || figures[0].Quote.End > end {
		return figures
	}
	place := make([]int, len(figures)) // of each figure in what is left
	left := figures[:0]
	for i, f := range figures {
		place[i] = len(left)
		if f.Quote.End <= end && slices.ContainsFunc(figures[i+1:], func(g Figure) bool { return g.Quote.Start >= end && f.says(g) }) {
			place[i] = -1
			continue
		}
		left = append(left, f)
	}
	for i, f := range left {
		if f.SubsetOf >= 0 {
			left[i].SubsetOf = place[f.SubsetOf]
		}
	}
	return left
}

// says tells whether two whole figures state the same number of the same people.
func (f Figure) says(g Figure) bool {
	f.Count.Language, g.Count.Language = "", ""
	return f.Harm == g.Harm && f.Count == g.Count && f.Population == g.Population && f.Group == g.Group &&
		f.Severity == g.Severity && f.Scope == g.Scope && !f.Subset && !g.Subset && f.Negated == g.Negated
}
