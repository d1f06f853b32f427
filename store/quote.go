package store

import (
	"fmt"
	"strings"

	"tollbook/casualty"
)

// quoteAtPlace checks that a claim's quote is the words that stand at its place
// in the document.
func (c *Change) quoteAtPlace(claim casualty.Claim) error {
	if claim.Document == "" {
		return &casualty.Problem{Where: "document", Want: "the document that the claim stands in"}
	}
	doc, err := Documents.Get(c, claim.Document)
	if err != nil || !textual(doc) {
		return err
	}
	if c.text.id != doc.ID {
		content, _, err := bytesOf(c, doc.ID, true)
		if err != nil {
			return err
		}
		c.text.id, c.text.bytes = doc.ID, content
	}
	return quoteIn(c.text.bytes, claim.Quote)
}

// textual tells whether the places of quotes count in bytes that are kept: those
// of the text that was made of the document, or its own as received. In a table
// places are cells: whoever knows tables looks them up (curate.CheckCells).
func textual(d casualty.Document) bool {
	media, _, _ := strings.Cut(d.MediaType, ";")
	media, charset := strings.TrimSpace(media), strings.ToLower(d.Charset)
	return d.Erased == "" && (d.Text != nil || (media == "text/plain" || media == "text/html") &&
		(charset == "" || charset == "utf-8" || charset == "us-ascii"))
}

func quoteIn(text []byte, q casualty.Quote) error {
	if q.Start < 0 || q.End > len(text) || q.Start >= q.End {
		return &casualty.Problem{Where: "quote", Found: fmt.Sprintf("%d to %d", q.Start, q.End), Want: fmt.Sprintf("a place within the %d bytes of the document", len(text))}
	}
	if string(text[q.Start:q.End]) != q.Text {
		return &casualty.Problem{Where: fmt.Sprintf("quote at %d to %d", q.Start, q.End), Want: "exactly the words that stand there in the document"}
	}
	return nil
}
