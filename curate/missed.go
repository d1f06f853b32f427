package curate

import (
	"errors"
	"fmt"
	"strings"

	"tollbook/casualty"
	"tollbook/ingest"
	"tollbook/store"
)

// QuoteFrom looks words up in a kept document, as a reader of it sees them, and gives
// the quote with its place, in the document as received too where that is another.
func QuoteFrom(v *store.View, document casualty.DocumentID, words string) (q casualty.Quote, err error) {
	doc, err := store.Documents.Get(v, document)
	if err != nil {
		return q, err
	}
	text, err := v.Text(document)
	if err != nil {
		return q, err
	}
	if q, err = FindQuote(ingest.Shown(doc, text), words); err != nil {
		return q, err
	}
	q.Text = text[q.Start:q.End]
	content, err := v.Content(document)
	if err != nil {
		return q, err
	}
	again, err := ingest.Open(doc.Name, content, charsetOf(doc))
	if err == nil {
		q.Original = again.Place(q)
	}
	return q, err
}

// FindQuote looks words up in a document's text, as they stand there but for the
// breadth of blanks. Words that stand there several times need more words around
// them: the error says how many places there are.
func FindQuote(text, words string) (casualty.Quote, error) {
	fields := strings.Fields(words)
	if len(fields) == 0 {
		return casualty.Quote{}, &casualty.Problem{Where: "quote", Want: "the words of the document that carry the number"}
	}
	var found []casualty.Quote
	for at := 0; at < len(text); {
		i := strings.Index(text[at:], fields[0])
		if i < 0 {
			break
		}
		start := at + i
		if end, ok := matched(text, start, fields); ok {
			found = append(found, casualty.Quote{Text: text[start:end], Start: start, End: end})
		}
		at = start + len(fields[0])
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return casualty.Quote{}, &casualty.Problem{Where: "quote", Found: words, Want: "words exactly as they stand in the document"}
	}
	return casualty.Quote{}, &casualty.Problem{Where: "quote", Found: words, Want: fmt.Sprintf("more words around them: these stand at %d places of the document", len(found))}
}

// matched tells where words end that begin at start, whatever blanks are between them.
func matched(text string, start int, words []string) (end int, ok bool) {
	end = start
	for i, word := range words {
		if i > 0 {
			rest := strings.TrimLeft(text[end:], " \t\r\n\u00a0\u202f")
			if len(rest) == len(text)-end {
				return 0, false
			}
			end = len(text) - len(rest)
		}
		if !strings.HasPrefix(text[end:], word) {
			return 0, false
		}
		end += len(word)
	}
	return end, true
}

// AddClaim adds a claim that the reader of the document missed: a person quotes it.
// It is confirmed, because a person has just said that the document says so.
func AddClaim(c *store.Change, document casualty.DocumentID, quote casualty.Quote, values []Value) (casualty.Claim, error) {
	claim := casualty.Claim{Document: document, Quote: quote, Scope: casualty.ThisIncident, Status: casualty.Confirmed}
	doc, err := store.Documents.Get(c, document)
	if err != nil {
		return claim, err
	}
	if doc.Erased != "" {
		return claim, casualty.At(string(document), casualty.ErrErased)
	}
	if claim.Report, err = reportOf(c, document); err != nil {
		return claim, err
	}
	claim.Source, claim.Said = doc.Source, doc.Published
	if err := setAll(claimFields, &claim, values); err != nil {
		return claim, err
	}
	if err := sound(c, claim); err != nil {
		return claim, err
	}
	if claim, err = store.Claims.Add(c, claim); err != nil {
		return claim, err
	}
	report, err := store.Reports.Get(c, claim.Report)
	if err != nil {
		return claim, err
	}
	report.Claims = append(report.Claims[:len(report.Claims):len(report.Claims)], claim.ID)
	return claim, store.Reports.Put(c, report)
}

// reportOf is the first report of a document; one is made where there is none.
func reportOf(c *store.Change, document casualty.DocumentID) (casualty.ReportID, error) {
	for r, err := range store.Reports.By(c, "document", string(document)) {
		return r.ID, err
	}
	r, err := store.Reports.Add(c, casualty.Report{Document: document, Reader: "a person", Claims: []casualty.ClaimID{}})
	return r.ID, err
}

// IncidentOf makes a new incident and says that the claim speaks of it.
func IncidentOf(c *store.Change, id casualty.ClaimID, values []Value) (casualty.Incident, error) {
	var in casualty.Incident
	if err := setAll(incidentFields, &in, values); err != nil {
		return in, err
	}
	in, err := NewIncident(c, in)
	if err != nil {
		return in, err
	}
	return in, Link(c, id, in.ID)
}

// Each does one thing to several claims; what is wrong with some of them is said of
// all, and then nothing is done.
func Each(c *store.Change, ids []casualty.ClaimID, do func(*store.Change, casualty.ClaimID) error) error {
	if len(ids) == 0 {
		return &casualty.Problem{Where: "claims", Want: "at least one claim"}
	}
	var problems []error
	for _, id := range ids {
		if err := do(c, id); err != nil {
			problems = append(problems, err)
		}
	}
	return errors.Join(problems...)
}
