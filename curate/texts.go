package curate

import (
	"errors"
	"fmt"
	"strings"

	"tollbook/casualty"
	"tollbook/ingest"
	"tollbook/store"
)

// CheckTexts makes the text of every document anew that is no text itself, and
// tells where it, or the place of a quote in the document as received, is not
// what is kept. A text that another version of its reader made is left as it is:
// the store holds it to its digest..
func CheckTexts(v *store.View) (findings []string, err error) {
	for doc, err := range store.Documents.All(v) {
		if err != nil {
			return nil, err
		}
		if doc.Text == nil || doc.Erased != "" {
			continue
		}
		found, err := textOf(v, doc)
		if err != nil {
			return nil, casualty.At(string(doc.ID), err)
		}
		findings = append(findings, found...)
	}
	return findings, nil
}

func textOf(v *store.View, doc casualty.Document) (findings []string, err error) {
	content, err := v.Content(doc.ID)
	if errors.Is(err, casualty.ErrErased) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	kept, err := v.Text(doc.ID)
	if err != nil {
		return nil, err
	}
	again, err := ingest.Open(doc.Name, content, charsetOf(doc))
	if err != nil || again.Meta.Text == nil || again.Meta.Text.Reader != doc.Text.Reader {
		return nil, nil // by a reader that is not here
	}
	if again.Text != kept {
		return []string{fmt.Sprintf("document %s: its kept text is not what %s makes of its bytes", doc.ID, doc.Text.Reader)}, nil
	}
	for claim, err := range store.Claims.By(v, "document", string(doc.ID)) {
		if err != nil {
			return nil, err
		}
		if where := again.Place(claim.Quote); claim.Erased == "" && !sayAgain(where, claim.Quote.Original) {
			findings = append(findings, fmt.Sprintf("claim %s: its quote stands at %s of %s, not at %s", claim.ID, where, doc.ID, claim.Quote.Original))
		}
	}
	return findings, nil
}

// sayAgain tells whether a place is the one kept with a quote; an earlier version kept
// none for a page, or its bytes alone.
func sayAgain(where, kept string) bool {
	return where == kept || strings.HasPrefix(where, "paragraph ") && (kept == "" || strings.HasSuffix(where, ", "+kept))
}

// charsetOf is how a kept document is opened again.
func charsetOf(doc casualty.Document) ingest.As {
	if doc.Charset == "utf-8" { // and broken: nobody names that
		return ingest.As{Declared: doc.Charset}
	}
	return ingest.As{Charset: doc.Charset}
}
