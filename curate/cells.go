package curate

import (
	"errors"
	"fmt"
	"mime"
	"slices"

	"tollbook/casualty"
	"tollbook/ingest/table"
	"tollbook/store"
)

// CheckCells looks every quote that stands in a cell up in the kept file, and
// tells of those that are not exactly there. The store looks up quotes at bytes;
// it knows nothing of tables.
func CheckCells(v *store.View) (findings []string, err error) {
	byDocument := map[casualty.DocumentID][]casualty.Claim{}
	for claim, err := range store.Claims.All(v) {
		if err != nil {
			return nil, err
		}
		if claim.Quote.Cell != "" && claim.Erased == "" {
			byDocument[claim.Document] = append(byDocument[claim.Document], claim)
		}
	}
	for doc, err := range store.Documents.All(v) {
		if err != nil {
			return nil, err
		}
		if claims := byDocument[doc.ID]; len(claims) > 0 && doc.Erased == "" {
			found, err := cellsOf(v, doc, claims)
			if err != nil {
				return nil, casualty.At(string(doc.ID), err)
			}
			findings = append(findings, found...)
		}
	}
	return findings, nil
}

func cellsOf(v *store.View, doc casualty.Document, claims []casualty.Claim) (findings []string, err error) {
	content, err := v.Content(doc.ID)
	if errors.Is(err, casualty.ErrErased) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	_, said, err := mime.ParseMediaType(doc.MediaType)
	if err != nil {
		return nil, err
	}
	file, err := table.Open(doc.Name, content, table.Options{Charset: doc.Charset, Delimiter: said["delimiter"]})
	if err != nil {
		return []string{fmt.Sprintf("document %s: %v", doc.ID, err)}, nil
	}
	places := make([]string, len(claims))
	for i, c := range claims {
		places[i] = c.Quote.Cell
	}
	slices.Sort(places)
	texts, err := file.Texts(slices.Compact(places))
	if err != nil {
		return nil, err
	}
	for _, c := range claims {
		if text, there := texts[c.Quote.Cell]; !there || text != c.Quote.Text {
			findings = append(findings, fmt.Sprintf("claim %s: its quote is not what stands at %s of %s", c.ID, c.Quote.Cell, doc.ID))
		}
	}
	return findings, nil
}
