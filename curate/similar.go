package curate

import (
	"cmp"
	"fmt"
	"slices"

	"tollbook/casualty"
	"tollbook/ingest"
	"tollbook/ingest/near"
	"tollbook/store"
)

// LeastShare is the share of the shorter text's words in common passages from which
// two documents are proposed as one voice.
const LeastShare = 0.3

// A Likeness is two documents that share passages, the earlier published first. It
// is a proposal: a person says whether one repeats the other ([Repeat]).
type Likeness struct {
	First, Second casualty.Document
	near.Overlap         // places count in the texts of the documents
	Told          bool   // a person has said already that claims of the second repeat some of the first
	FirstText     string // as read: see [ingest.Shown]
	SecondText    string
}

// Similar finds the documents that share passages, without comparing each with
// each other, in the order of their ids; of one document only, where it is named.
func Similar(v *store.View, only casualty.DocumentID) ([]Likeness, error) {
	var index near.Index
	var documents []casualty.Document
	for doc, err := range store.Documents.All(v) {
		if err != nil {
			return nil, err
		}
		text, err := textToCompare(v, doc)
		if err != nil {
			return nil, err
		}
		if text != "" {
			index.Add(text)
			documents = append(documents, doc)
		}
	}
	var found []Likeness
	for _, p := range index.Pairs() {
		first, second := documents[p.A], documents[p.B]
		if only != "" && first.ID != only && second.ID != only {
			continue
		}
		l, err := Compare(v, first, second)
		if err != nil {
			return nil, err
		}
		if l.Share >= LeastShare {
			found = append(found, l)
		}
	}
	return found, nil
}

// textToCompare is a document's text as read; empty for one that was erased, and
// for a table, whose rows are compared elsewhere.
func textToCompare(v *store.View, doc casualty.Document) (string, error) {
	if doc.Erased != "" || doc.Text == nil && doc.MediaType != "text/plain" && doc.MediaType != "text/html" {
		return "", nil
	}
	text, err := v.Text(doc.ID)
	return ingest.Shown(doc, text), err
}

// Compare finds what two documents share, whichever was published first.
func Compare(v *store.View, a, b casualty.Document) (l Likeness, err error) {
	if order, known := b.Published.Compare(a.Published); known && order < 0 {
		a, b = b, a
	}
	l.First, l.Second = a, b
	if l.FirstText, err = textToCompare(v, a); err != nil {
		return l, err
	}
	if l.SecondText, err = textToCompare(v, b); err != nil {
		return l, err
	}
	l.Overlap = near.Shared(l.FirstText, l.SecondText)
	matches, err := l.matches(v)
	l.Told = slices.ContainsFunc(matches, func(m match) bool { return m.second.Repeats == m.first.ID })
	return l, err
}

// A match is two claims of the same words and number, in one passage.
type match struct{ first, second casualty.Claim }

// matches are the claims of the second document that stand in a shared passage,
// with the same claim of the first.
func (l Likeness) matches(v store.Reader) (all []match, err error) {
	firsts, err := claimsOf(v, l.First.ID)
	if err != nil {
		return nil, err
	}
	seconds, err := claimsOf(v, l.Second.ID)
	if err != nil {
		return nil, err
	}
	for _, p := range l.Passages {
		for _, s := range seconds {
			if s.Quote.Start < p.BStart || s.Quote.End > p.BEnd {
				continue
			}
			i := slices.IndexFunc(firsts, func(f casualty.Claim) bool {
				return f.Quote.Start >= p.AStart && f.Quote.End <= p.AEnd && says(f) == says(s)
			})
			if i >= 0 {
				all = append(all, match{firsts[i], s})
			}
		}
	}
	return all, nil
}

// says is what two claims must have in common to be one: what is counted, how many,
// and of whom.
func says(c casualty.Claim) string {
	return fmt.Sprint(c.Harm, c.Count, c.Population, c.Group, c.Severity, c.Subset, c.Negated)
}

func claimsOf(v store.Reader, id casualty.DocumentID) (all []casualty.Claim, err error) {
	for c, err := range store.Claims.By(v, "document", string(id)) {
		if err != nil {
			return nil, err
		}
		if c.Erased == "" && c.Status != casualty.Rejected {
			all = append(all, c)
		}
	}
	return all, nil
}

// Repeat says that the second document repeats the first: each of its claims that
// stands in a shared passage repeats the same claim there. Claims about which a
// person has said something already stay. It gives the claims that it set.
func Repeat(c *store.Change, l Likeness) (set []casualty.ClaimID, err error) {
	matches, err := l.matches(c)
	if err != nil {
		return nil, err
	}
	for _, m := range matches {
		if m.second.Repeats != "" || slices.Contains(set, m.second.ID) {
			continue
		}
		whole := cmp.Or(m.first.Repeats, m.first.ID) // of what it repeats itself
		if whole == m.second.ID {
			continue
		}
		if err := Mend(c, m.second.ID, []Value{{"repeats", string(whole)}}); err != nil {
			return nil, err
		}
		set = append(set, m.second.ID)
	}
	return set, nil
}

// OneOrigin says that the claims in the passages that two documents share come from
// one origin. It gives the claims that it set.
func OneOrigin(c *store.Change, l Likeness, origin casualty.OriginID) (set []casualty.ClaimID, err error) {
	matches, err := l.matches(c)
	if err != nil {
		return nil, err
	}
	for _, m := range matches {
		for _, claim := range []casualty.Claim{m.first, m.second} {
			if claim.Origin == origin || slices.Contains(set, claim.ID) {
				continue
			}
			if err := SetOrigin(c, claim.ID, origin); err != nil {
				return nil, err
			}
			set = append(set, claim.ID)
		}
	}
	return set, nil
}
