package ingest

import (
	"strconv"

	"tollbook/casualty"
	"tollbook/ingest/phrase"
)

// Reader is the name and version of the reader; reports keep it.
const Reader = "tollbook-reader/1"

// Options say what is known of a document before it is read.
type Options = phrase.Options

// Read suggests the claims of a document in the order in which they stand
// there. Every claim has its quote at its place, is suggested only, and where it
// is a part of another one names that as "#2", the second of the result.
func Read(d Document, o Options) []casualty.Claim {
	claims, _ := Explain(d, o)
	return claims
}

// A Reason is words of a document that made a claim, at their bytes of its text, and
// what they are: "number", "hedge", "who", "harm", "part".
type Reason = phrase.Span

// Explain is Read with the reasons of each claim.
func Explain(d Document, o Options) ([]casualty.Claim, [][]Reason) {
	if o.Published == "" {
		o.Published = d.Meta.Published
	}
	if o.Language == "" {
		o.Language = d.Meta.Language
	}
	text := d.shown()
	claims, reasons := []casualty.Claim{}, [][]Reason{}
	add := func(text string, at int) {
		more, why := d.read(text, at, len(claims), o)
		claims, reasons = append(claims, more...), append(reasons, why...)
	}
	for i, start := range d.parts {
		end := len(text)
		if i+1 < len(d.parts) {
			end = d.parts[i+1]
		}
		add(text[start:end], start)
	}
	if d.parts == nil {
		add(text, 0)
	}
	return claims, reasons
}

// read suggests the claims of a part of the text that begins at a place, after so
// many others.
func (d Document) read(text string, at, before int, o Options) ([]casualty.Claim, [][]Reason) {
	figures := phrase.Read(text, o)
	claims, reasons := make([]casualty.Claim, len(figures)), make([][]Reason, len(figures))
	for i, f := range figures {
		f.Quote.Start += at
		f.Quote.End += at
		f.Quote.Text = d.Text[f.Quote.Start:f.Quote.End]
		f.Quote.Original = d.Place(f.Quote)
		if f.Subset && f.SubsetOf >= 0 {
			f.SubsetOf += before
		}
		for k := range f.Why {
			f.Why[k].Start += at
			f.Why[k].End += at
		}
		claims[i], reasons[i] = claim(f), f.Why
	}
	return claims, reasons
}

// Place says where a quote stands in the document as received, for a person who looks
// it up there; empty for a plain text, of which its bytes say it.
func (d Document) Place(q casualty.Quote) string {
	if d.place == nil {
		return ""
	}
	return d.place(q.Start, q.End)
}

func claim(f phrase.Figure) casualty.Claim {
	c := casualty.Claim{
		Status: casualty.Suggested,
		Harm:   f.Harm, Count: f.Count, Population: f.Population, Group: f.Group, Severity: f.Severity,
		Subset: f.Subset, Scope: f.Scope, Negated: f.Negated,
		Quote: f.Quote, Claimant: f.Claimant, Place: f.Place, Day: f.Day, Said: casualty.Moment(f.Said),
	}
	if f.Subset && f.SubsetOf >= 0 {
		c.SubsetOf = casualty.ClaimID("#" + strconv.Itoa(f.SubsetOf+1))
	}
	return c
}
