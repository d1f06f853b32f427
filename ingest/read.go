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
	if o.Published == "" {
		o.Published = d.Meta.Published
	}
	if o.Language == "" {
		o.Language = d.Meta.Language
	}
	text := shown(d.Meta.MediaType, d.Text)
	claims := []casualty.Claim{}
	for i, start := range d.parts {
		end := len(text)
		if i+1 < len(d.parts) {
			end = d.parts[i+1]
		}
		claims = append(claims, d.read(text[start:end], start, len(claims), o)...)
	}
	if d.parts == nil {
		claims = d.read(text, 0, 0, o)
	}
	return claims
}

// read suggests the claims of a part of the text that begins at a place, after so
// many others.
func (d Document) read(text string, at, before int, o Options) []casualty.Claim {
	figures := phrase.Read(text, o)
	claims := make([]casualty.Claim, len(figures))
	for i, f := range figures {
		f.Quote.Start += at
		f.Quote.End += at
		f.Quote.Text = d.Text[f.Quote.Start:f.Quote.End]
		f.Quote.Original = d.Place(f.Quote)
		if f.Subset && f.SubsetOf >= 0 {
			f.SubsetOf += before
		}
		claims[i] = claim(f)
	}
	return claims
}

// Place says where a quote stands in the document as received; empty where the
// bytes that its place counts are those as received.
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
		Quote: f.Quote, Claimant: f.Claimant, Place: f.Place, Day: f.Day,
	}
	if f.Subset && f.SubsetOf >= 0 {
		c.SubsetOf = casualty.ClaimID("#" + strconv.Itoa(f.SubsetOf+1))
	}
	return c
}
