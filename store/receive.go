package store

import (
	"encoding/binary"
	"fmt"

	"tollbook/casualty"
)

// chunkSize is how many bytes of a document stand under one key.
const chunkSize = 512 << 10

// firstOfText is the number of the first chunk of the text that was made of a
// document; those of its bytes are below.
const firstOfText = 1 << 31

// Receive keeps a document with its bytes as received and gives it its id, size,
// digest and time of retrieval. If the same bytes from the same source are there
// already, Receive returns that document and an error that wraps
// [casualty.ErrExists].
func (c *Change) Receive(doc casualty.Document, content []byte) (casualty.Document, error) {
	doc.Text = nil
	return c.ReceiveRead(doc, content, "")
}

// ReceiveRead is Receive, and keeps the text that doc.Text speaks of: what its
// reader made of bytes that are no text themselves.
func (c *Change) ReceiveRead(doc casualty.Document, content []byte, text string) (casualty.Document, error) {
	if len(content) == 0 {
		return doc, &casualty.Problem{Where: "document", Want: "at least one byte: the file is empty"}
	}
	doc.Size, doc.SHA256, doc.Retrieved = len(content), hashOf(content), c.recorded
	if doc.Text != nil {
		doc.Text = &casualty.Text{Reader: doc.Text.Reader, Size: len(text), SHA256: hashOf([]byte(text))}
	}
	for there, err := range Documents.By(c, "content", bySource(doc)[0]) {
		if err != nil {
			return doc, err
		}
		return there, fmt.Errorf("document: the same bytes from the same source are %w, as %s", casualty.ErrExists, there.ID)
	}
	doc, err := Documents.Add(c, doc)
	if err != nil {
		return doc, err
	}
	if err := c.keep(doc.ID, 0, content); err != nil || doc.Text == nil {
		return doc, err
	}
	return doc, c.keep(doc.ID, firstOfText, []byte(text))
}

// keep stores bytes in chunks, from the given number on.
func (c *Change) keep(id casualty.DocumentID, first uint32, content []byte) error {
	r, err := parseRef(string(id))
	if err != nil {
		return err
	}
	for n := 0; n*chunkSize < len(content); n++ {
		chunk := content[n*chunkSize : min(len(content), (n+1)*chunkSize)]
		key := binary.BigEndian.AppendUint32(number(nil, r.number), first+uint32(n))
		if err := c.tx.Put(contentsBucket, key, chunk); err != nil {
			return err
		}
	}
	return nil
}

// Content returns a document's bytes as received. The error wraps
// [casualty.ErrNotFound] or [casualty.ErrErased].
func (v *View) Content(id casualty.DocumentID) ([]byte, error) { return contentOf(v, id) }

func contentOf(from Reader, id casualty.DocumentID) ([]byte, error) {
	content, _, err := bytesOf(from, id, false)
	return content, err
}

// Text returns the text in which the places of a document's quotes count: the one
// that was made of it, or its bytes. Errors are those of [View.Content].
func (v *View) Text(id casualty.DocumentID) (string, error) {
	text, _, err := bytesOf(v, id, true)
	return string(text), err
}

// bytesOf reads a document's bytes, or the text that was made of them where there is
// one and it is asked for.
func bytesOf(from Reader, id casualty.DocumentID, text bool) ([]byte, casualty.Document, error) {
	doc, err := Documents.Get(from, id)
	if err != nil {
		return nil, doc, err
	}
	if doc.Erased != "" {
		return nil, doc, fmt.Errorf("document %s: %w: %s", id, casualty.ErrErased, doc.Erased)
	}
	size := doc.Size
	if text = text && doc.Text != nil; text {
		size = doc.Text.Size
	}
	r, err := parseRef(string(id))
	if err != nil {
		return nil, doc, err
	}
	content := make([]byte, 0, min(max(size, 0), 1<<30))
	for key, chunk := range from.state().tx.Scan(contentsBucket, number(nil, r.number), nil) {
		if (chunkOf(key) >= firstOfText) == text {
			content = append(content, chunk...)
		}
	}
	if len(content) != size {
		return nil, doc, fmt.Errorf("document %s: %w: %d bytes are there, of %d received", id, errDamaged, len(content), size)
	}
	return content, doc, nil
}

// chunkOf is the number of a chunk by its key.
func chunkOf(key []byte) uint32 {
	if len(key) != 12 {
		panic(&damage{"the key of a chunk has another length"})
	}
	return binary.BigEndian.Uint32(key[8:])
}
