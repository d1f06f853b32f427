package store

import (
	"encoding/binary"
	"fmt"

	"tollbook/casualty"
)

// chunkSize is how many bytes of a document stand under one key.
const chunkSize = 512 << 10

// Receive keeps a document with its bytes as received and gives it its id, size,
// digest and time of retrieval. If the same bytes from the same source are there
// already, Receive returns that document and an error that wraps
// [casualty.ErrExists].
func (c *Change) Receive(doc casualty.Document, content []byte) (casualty.Document, error) {
	if len(content) == 0 {
		return doc, &casualty.Problem{Where: "document", Want: "at least one byte: the file is empty"}
	}
	doc.Size, doc.SHA256, doc.Retrieved = len(content), hashOf(content), c.recorded
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
	return doc, c.keep(doc.ID, content)
}

// keep stores the bytes in chunks.
func (c *Change) keep(id casualty.DocumentID, content []byte) error {
	r, err := parseRef(string(id))
	if err != nil {
		return err
	}
	for n := 0; n*chunkSize < len(content); n++ {
		chunk := content[n*chunkSize : min(len(content), (n+1)*chunkSize)]
		key := binary.BigEndian.AppendUint32(number(nil, r.number), uint32(n))
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
	doc, err := Documents.Get(from, id)
	if err != nil {
		return nil, err
	}
	if doc.Erased != "" {
		return nil, fmt.Errorf("document %s: %w: %s", id, casualty.ErrErased, doc.Erased)
	}
	r, err := parseRef(string(id))
	if err != nil {
		return nil, err
	}
	content := make([]byte, 0, min(max(doc.Size, 0), 1<<30))
	for _, chunk := range from.state().tx.Scan(contentsBucket, number(nil, r.number), nil) {
		content = append(content, chunk...)
	}
	if len(content) != doc.Size {
		return nil, fmt.Errorf("document %s: %w: %d bytes are there, of %d received", id, errDamaged, len(content), doc.Size)
	}
	return content, nil
}
