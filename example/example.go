// Package example is the example record: five reports on one strike that
// disagree, in our own words, with the facts and figures that reports gave; and
// one made-up incident with more disagreement, marked as synthetic.
//
// It is loaded by the same calls as `tollbook add` and `tollbook review`, at
// fixed times and with fixed salts, so that it is the same book everywhere.
package example

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"time"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/ingest"
	"tollbook/store"
)

//go:embed texts documents.json decisions.json
var files embed.FS

// Author stands in the journal of the example.
const Author = "example"

// A document is one text and what its reader knows of it.
type document struct {
	File      string          `json:"file"`
	Published casualty.Moment `json:"published"`
	Title     string          `json:"title"`
	Source    casualty.Source `json:"source"`
}

// Options are the clock and the salts of the example: each act happens one
// minute after the one before, from the day after the last report.
func Options() store.Options {
	at := time.Date(2025, 8, 5, 9, 0, 0, 0, time.UTC)
	return store.Options{
		Now:    func() time.Time { at = at.Add(time.Minute); return at },
		Random: rand.NewChaCha8([32]byte([]byte("the salts of a public example..."))),
	}
}

// Load adds the example's documents to a book and applies its decisions.
func Load(book *store.Book) error {
	documents, err := list()
	if err != nil {
		return err
	}
	for _, d := range documents {
		if err := d.add(book); err != nil {
			return fmt.Errorf("example: %s: %w", d.File, err)
		}
	}
	return decide(book)
}

func list() (documents []document, err error) {
	data, err := files.ReadFile("documents.json")
	if err != nil {
		return nil, err
	}
	return documents, json.Unmarshal(data, &documents)
}

func (d document) add(book *store.Book) error {
	in, err := d.incoming()
	if err != nil {
		return err
	}
	act := store.Act{Author: Author, What: "add", Reason: "a document and what it suggests"}
	_, err = curate.Receive(book, act, in)
	return err
}

func (d document) incoming() (in curate.Incoming, err error) {
	text, err := files.ReadFile("texts/" + d.File)
	if err != nil {
		return in, err
	}
	doc, err := ingest.NewDocument(d.File, text)
	if err != nil {
		return in, err
	}
	doc.Meta.Published = d.Published
	return curate.Incoming{Document: doc, Title: d.Title, Source: d.Source}, nil
}

// Put puts the whole example into a book within one act, so that undoing its entry
// takes it out as a whole.
func Put(c *store.Change) error {
	documents, err := list()
	if err != nil {
		return err
	}
	for _, d := range documents {
		in, err := d.incoming()
		if err == nil {
			_, err = curate.Keep(c, in)
		}
		if err != nil {
			return fmt.Errorf("example: %s: %w", d.File, err)
		}
	}
	decisions, err := written()
	if err != nil {
		return err
	}
	_, err = decisions.Apply(c)
	return err
}

func written() (d curate.Decisions, err error) {
	data, err := files.ReadFile("decisions.json")
	if err != nil {
		return d, err
	}
	return curate.ReadDecisions(bytes.NewReader(data))
}

func decide(book *store.Book) error {
	decisions, err := written()
	if err != nil {
		return err
	}
	_, err = book.Do(store.Act{Author: Author, What: "review", Reason: "read by a person"}, func(c *store.Change) error {
		_, err := decisions.Apply(c)
		return err
	})
	if err != nil {
		return fmt.Errorf("example: decisions: %w", err)
	}
	return nil
}
