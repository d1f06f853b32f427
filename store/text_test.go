package store

import (
	"bytes"
	"strings"
	"testing"

	"tollbook/casualty"
)

// A text of two chunks, made of a document that is none.
var madeText = strings.Repeat("Nothing else happened. ", 30_000) + strikeText

// made puts a document into a book whose bytes are no text, with the text made
// of it and three claims.
func made(t *testing.T, b *Book) (doc casualty.Document) {
	t.Helper()
	do(t, b, "add", func(c *Change) error {
		source, err := Sources.Add(c, casualty.Source{Name: "Example Wire"})
		if err != nil {
			return err
		}
		doc = casualty.Document{Name: "strike.docx", MediaType: "application/x", Source: source.ID, Text: &casualty.Text{Reader: "docx/1"}}
		if doc, err = c.ReceiveRead(doc, []byte("PK\x03\x04"), madeText); err != nil {
			return err
		}
		_, _, err = c.AddReport(doc.ID, "test/1", "Strike", suggestionsIn(madeText))
		return err
	})
	return doc
}

func TestTheTextMadeOfADocumentIsKeptBesideItsBytes(t *testing.T) {
	b := newBook(t)
	doc := made(t, b)
	if doc.Size != 4 || doc.Text.Size != len(madeText) || doc.Text.SHA256 != hashOf([]byte(madeText)) || doc.Text.Reader != "docx/1" {
		t.Errorf("document %+v, text %+v", doc, doc.Text)
	}
	err := b.Read(At{}, func(v *View) error {
		content, err := v.Content(doc.ID)
		if string(content) != "PK\x03\x04" || err != nil {
			t.Errorf("content %q, %v: want the bytes as received", content, err)
		}
		text, err := v.Text(doc.ID)
		if text != madeText || err != nil {
			t.Errorf("a text of %d bytes, %v, want %d", len(text), err, len(madeText))
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	clean(t, b)
}

func TestAQuoteMustStandInTheTextMadeOfItsDocument(t *testing.T) {
	b := newBook(t)
	doc := made(t, b)
	_, err := b.Do(Act{Author: "a", What: "add"}, func(c *Change) error {
		_, _, err := c.AddReport(doc.ID, "test/1", "", []casualty.Claim{{Harm: casualty.Killed, Count: casualty.Count{Qualifier: casualty.Exact, N: 15}, Quote: casualty.Quote{Text: "15 killed", Start: 3, End: 12}}})
		return err
	})
	if err == nil || !strings.Contains(err.Error(), "exactly the words") {
		t.Errorf("%v, want the quote refused", err)
	}
	_, err = b.Do(Act{Author: "a", What: "change"}, func(c *Change) error {
		doc.Text = &casualty.Text{Reader: "docx/2", Size: 1}
		return Documents.Put(c, doc)
	})
	if err == nil || !strings.Contains(err.Error(), "never changes") {
		t.Errorf("%v, want another text refused", err)
	}
}

func TestCheckFindsATextThatIsNotWhatWasMade(t *testing.T) {
	b := newBook(t)
	doc := made(t, b)
	err := b.engine.Update(func(w writer) error {
		for key, chunk := range w.Scan(contentsBucket, nil, nil) {
			if chunkOf(key) == firstOfText+1 {
				return w.Put(contentsBucket, bytes.Clone(key), bytes.Replace(bytes.Clone(chunk), []byte("12"), []byte("21"), 1))
			}
		}
		t.Error("there is no second chunk")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	found, err := b.Check()
	if err != nil {
		t.Fatal(err)
	}
	var said string
	for _, f := range found {
		said += f.String() + "\n"
	}
	if !strings.Contains(said, string(doc.ID)+": the text made of it") || !strings.Contains(said, "claim c1") {
		t.Errorf("Check says %q, want the text and the claim whose quote moved", said)
	}
}

func TestErasingADocumentTakesTheTextMadeOfIt(t *testing.T) {
	b := newBook(t)
	doc := made(t, b)
	do(t, b, "erase", func(c *Change) error { return c.Erase(string(doc.ID), "a court") })
	err := b.engine.View(func(tx reader) error {
		for key := range tx.Scan(contentsBucket, nil, nil) {
			t.Errorf("a chunk is left: %x", key)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	clean(t, b)
}
