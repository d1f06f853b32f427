// Package ingest takes in documents as they come and suggests the claims that
// they make. What it reads is a suggestion: a person confirms it.
package ingest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"tollbook/casualty"
)

// MaxDocument is how many bytes a document may have: 50 MiB.
const MaxDocument = 50 << 20

// A Document is one published item as received and the text that is read from
// it.
type Document struct {
	Meta    casualty.Document // name, media type, charset, size and digest
	Text    string            // its offsets are those of Content
	Content []byte            // as received
}

// NewDocument takes in a plain text or a page in UTF-8; of a page its day of
// publication and its language are taken, where it states them. Anything else is refused by a
// [casualty.Problem] that says what it looks like: an empty document, one larger
// than [MaxDocument], a binary format, another charset.
//
// A byte order mark stays in the text, so that offsets are those of the bytes as
// received; the reader passes over it.
func NewDocument(name string, content []byte) (Document, error) {
	name = baseName(name)
	if err := check(name, content); err != nil {
		return Document{}, err
	}
	sum := sha256.Sum256(content)
	d := Document{
		Meta: casualty.Document{
			Name: name, MediaType: "text/plain", Charset: "utf-8",
			Size: len(content), SHA256: hex.EncodeToString(sum[:]),
		},
		Text:    string(content),
		Content: content,
	}
	if isHTML(content) {
		d.Meta.MediaType = "text/html"
		describe(&d.Meta, d.Text)
	}
	return d, nil
}

// Receive reads a document to its end, but never more than [MaxDocument] and one
// byte: what is larger is refused.
func Receive(name string, r io.Reader) (Document, error) {
	content, err := io.ReadAll(io.LimitReader(r, MaxDocument+1))
	if err != nil {
		return Document{}, fmt.Errorf("%s: %w", name, err)
	}
	return NewDocument(name, content)
}

// baseName is the file's name without its folder, whichever way the slashes
// lean: folders name people and machines.
func baseName(name string) string {
	return path.Base(strings.ReplaceAll(name, `\`, "/"))
}

func check(name string, content []byte) error {
	switch format := formatOf(content); {
	case len(bytes.TrimSpace(content)) == 0:
		return &casualty.Problem{Where: name, Found: fmt.Sprintf("%d bytes, no text", len(content)), Want: "a document with text in it"}
	case len(content) > MaxDocument:
		return &casualty.Problem{Where: name, Found: "more than 50 MiB", Want: "a document of at most 50 MiB: cut it into its articles"}
	case format != "":
		return &casualty.Problem{Where: name, Found: format, Want: "plain text in UTF-8: open the document, save it as text, and read that"}
	case !utf8.Valid(content):
		at := firstInvalid(content)
		return &casualty.Problem{
			Where: fmt.Sprintf("%s, byte %d", name, at),
			Found: fmt.Sprintf("byte %#x", content[at]),
			Want:  "text in UTF-8; this looks like " + charsetOf(content) + ": save it again as UTF-8",
		}
	}
	return nil
}

// firstInvalid is the place of the first byte that is not UTF-8.
func firstInvalid(content []byte) int {
	for at := 0; at < len(content); {
		r, size := utf8.DecodeRune(content[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return len(content)
}
