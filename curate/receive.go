package curate

import (
	"cmp"
	"errors"

	"tollbook/casualty"
	"tollbook/ingest"
	"tollbook/store"
)

// Incoming is a document on its way into the book, with what the person who
// brings it says of it.
type Incoming struct {
	Document ingest.Document // its Meta holds address, publication time, protection
	Source   casualty.Source // found by name, or added
	Title    string          // empty: what the document says
}

// Received is what became of it.
type Received struct {
	Document casualty.Document
	Source   casualty.Source
	Report   casualty.Report
	Claims   []casualty.Claim
	Entry    int // of the journal
}

// Receive keeps the document, reads it, and stores what it suggests as
// unconfirmed claims: one act, one entry of the journal. If the same bytes from
// the same source are there already, the error wraps [casualty.ErrExists] and
// Received names the document.
func Receive(book *store.Book, act store.Act, in Incoming) (Received, error) {
	var got Received
	entry, err := book.Do(act, func(c *store.Change) (err error) {
		got, err = Keep(c, in)
		return err
	})
	got.Entry = entry.Number
	return got, err
}

// Keep is Receive within an act that does more.
func Keep(c *store.Change, in Incoming) (got Received, err error) {
	if got.Source, err = sourceNamed(c, in.Source); err != nil {
		return got, err
	}
	meta := in.Document.Meta
	meta.Source = got.Source.ID
	if got.Document, err = c.ReceiveRead(meta, in.Document.Content, in.Document.Text); err != nil {
		return got, err
	}
	suggestions := ingest.Read(in.Document, ingest.Options{Published: meta.Published, Language: meta.Language})
	for i := range suggestions {
		if !suggestions[i].Said.Stated() {
			suggestions[i].Said = meta.Published // a suggestion too: the person sees it and mends it
		}
	}
	got.Report, got.Claims, err = c.AddReport(got.Document.ID, ingest.Reader, cmp.Or(in.Title, in.Document.Title), suggestions)
	return got, err
}

// sourceNamed finds a source by its name or adds it.
func sourceNamed(c *store.Change, s casualty.Source) (casualty.Source, error) {
	for found, err := range store.Sources.By(c, "name", s.Name) {
		return found, err
	}
	return store.Sources.Add(c, s)
}

// SetSource sets one field of a source that is not in the book yet.
func SetSource(s *casualty.Source, v Value) error {
	return set(sourceFields, s, v.Name, v.Text)
}

// SetProtection sets who may see a document and whether people agreed to it.
func SetProtection(d *casualty.Document, sensitivity, consent string) error {
	return errors.Join(
		casualtyAt("sensitivity", code(casualty.Sensitivities, func(d *casualty.Document) *casualty.Sensitivity { return &d.Sensitivity }).set(d, sensitivity)),
		casualtyAt("consent", code(casualty.Consents, func(d *casualty.Document) *casualty.Consent { return &d.Consent }).set(d, consent)),
	)
}

func casualtyAt(where string, err error) error {
	if err == nil {
		return nil
	}
	return casualty.At(where, err)
}
