// Package ingest takes in documents as they come and suggests the claims that
// they make. What it reads is a suggestion: a person confirms it.
//
// A document is kept as received. Where its bytes are no text that quotes can
// stand in (another charset, a Word document, a message, a PDF file), a reader
// makes a text of them ([casualty.Text]); it is kept beside the bytes, and each
// quote says also where it stands in the document as received ("page 3").
package ingest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"sync"

	"tollbook/casualty"
)

// MaxDocument is how many bytes a document may have: 50 MiB. The text made of it
// may have no more.
const MaxDocument = 50 << 20

// A Document is one published item as received and the text that is read from
// it.
type Document struct {
	Meta    casualty.Document // what it says of itself, its media type, charset, size and digest
	Title   string            // its headline or subject; empty: it states none
	Text    string            // in which the places of quotes count
	Content []byte            // as received
	Notes   []string          // what of it was not read, for a person

	shown func() string               // Text as a person reads it
	parts []int                       // as in made
	place func(start, end int) string // in the document as received; nil: its bytes say it
}

// NewDocument is [Open] for a document of which nothing is known but its bytes.
func NewDocument(name string, content []byte) (Document, error) { return Open(name, content, As{}) }

// Open takes in a plain text or a page in any charset, a PDF file, a Word document
// (docx) or a message (eml), and takes from it what it says of itself: title,
// author, language, when it was published. Anything else is refused by a
// [casualty.Problem] that says what it looks like.
//
// A byte order mark of UTF-8 stays in the text, so that offsets are those of the
// bytes as received; the reader passes over it.
func Open(name string, content []byte, as As) (Document, error) {
	name = baseName(name)
	m, err := open(content, as, 0)
	if err != nil {
		return Document{}, at(name, err)
	}
	d := Document{
		Meta: casualty.Document{
			Name: name, MediaType: m.media, Charset: m.charset,
			Size: len(content), SHA256: digest(content),
			Published: m.published, Language: m.language, Author: m.author,
		},
		Title: m.title, Text: m.text, Content: content, Notes: m.notes,
		place: m.place, parts: m.parts,
		shown: sync.OnceValue(func() string { return shown(m.media, m.text) }),
	}
	if m.media == "text/html" {
		d.place = paragraphs(d.shown, m.place)
	}
	if m.reader != "" {
		d.Meta.Text = &casualty.Text{Reader: m.reader, Size: len(m.text), SHA256: digest([]byte(m.text))}
	}
	return d, nil
}

// Receive reads a document to its end, but never more than [MaxDocument] and one
// byte: what is larger is refused.
func Receive(name string, r io.Reader, as As) (Document, error) {
	content, err := io.ReadAll(io.LimitReader(r, MaxDocument+1))
	if err != nil {
		return Document{}, fmt.Errorf("%s: %w", name, err)
	}
	return Open(name, content, as)
}

// at puts the document's name before a problem, and before its place within the
// document.
func at(name string, err error) error {
	var p *casualty.Problem
	if errors.As(err, &p) && p.Where != "" {
		return &casualty.Problem{Where: name + ", " + p.Where, Found: p.Found, Want: p.Want}
	}
	return casualty.At(name, err)
}

func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// baseName is the file's name without its folder, whichever way the slashes
// lean: folders name people and machines.
func baseName(name string) string {
	return path.Base(strings.ReplaceAll(name, `\`, "/"))
}

// open makes text of a document, or of a part of one: depth tells how many
// documents it lies in.
func open(content []byte, as As, depth int) (made, error) {
	switch {
	case len(bytes.TrimSpace(content)) == 0:
		return made{}, &casualty.Problem{Found: fmt.Sprintf("%d bytes, no text", len(content)), Want: "a document with text in it"}
	case len(content) > MaxDocument:
		return made{}, &casualty.Problem{Found: "more than 50 MiB", Want: "a document of at most 50 MiB: cut it into its articles"}
	}
	f := formatOf(content)
	if f.read == nil {
		return made{}, &casualty.Problem{Found: f.name, Want: wanted}
	}
	m, err := f.read(content, as, depth)
	if err == nil && len(m.text) > MaxDocument {
		err = &casualty.Problem{Found: "more than 50 MiB of text", Want: "a document of at most 50 MiB: cut it into its articles"}
	}
	if err == nil && m.reader != "" && strings.TrimSpace(m.text) == "" {
		err = &casualty.Problem{Found: f.name + " without text", Want: "a document with text in it: pictures and scans are read by eye, and what they say is typed in"}
	}
	return m, err
}
