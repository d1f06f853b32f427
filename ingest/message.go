package ingest

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"tollbook/casualty"
	"tollbook/ingest/charset"
)

// Bounds of a message.
const (
	maxWithin       = 4     // documents within documents, and parts within parts
	maxMessageParts = 1_000 // of one document, all together
)

// messageReader is the version of what reads messages.
const messageReader = "message/2"

// readMessage makes a text of a message: its subject, its words, and what is
// attached to it and can be read.
func readMessage(content []byte, as As, depth int) (made, error) {
	m := made{media: "message/rfc822", reader: messageReader, charset: as.Charset}
	msg, err := mail.ReadMessage(bytes.NewReader(content))
	if err != nil {
		return m, &casualty.Problem{Found: "a message whose head cannot be read", Want: wanted}
	}
	b := messageBuilder{as: as, depth: depth}
	m.title = casualty.Shorten(decodedHeader(msg.Header.Get("Subject")), 300)
	if from, err := mail.ParseAddress(decodedHeader(msg.Header.Get("From"))); err == nil {
		m.author = from.Name
	}
	if when, err := msg.Header.Date(); err == nil {
		m.published = casualty.Moment(when.Format("2006-01-02T15:04:05Z07:00"))
	}
	b.section("subject", made{text: m.title})
	if err := b.part(header(msg.Header), msg.Body, 0); err != nil {
		return m, err
	}
	m.text, m.notes, m.place = b.text.String(), b.notes, b.place
	for _, s := range b.sections {
		m.parts = append(m.parts, s.at)
	}
	for _, r := range b.readers {
		m.reader += ", " + r
	}
	return m, nil
}

// header is the head of a message or of a part of one.
type header map[string][]string

func (h header) get(name string) string {
	if values := h[name]; len(values) > 0 {
		return values[0]
	}
	return ""
}

// decodedHeader is the text of an encoded head line; as it stands where it is
// broken.
func decodedHeader(text string) string {
	words := mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) {
		content, err := io.ReadAll(io.LimitReader(r, 1<<16))
		if err != nil {
			return nil, err
		}
		decoded, _, err := charset.Decode(content, name)
		return bytes.NewReader(decoded), err
	}}
	decoded, err := words.DecodeHeader(text)
	if err != nil {
		return strings.ToValidUTF8(text, "\ufffd")
	}
	return strings.ToValidUTF8(decoded, "\ufffd")
}

// A messageBuilder gathers the parts of a message.
type messageBuilder struct {
	as          As
	depth       int // of the message within others
	text        strings.Builder
	sections    []messageSection
	readers     []string
	notes       []string
	parts       int
	bodies      int
	attachments int
}

// A messageSection is a part's text within the message's.
type messageSection struct {
	at    int
	name  string
	place func(start, end int) string
}

// place tells where in the message a part of the text stands.
func (b *messageBuilder) place(start, end int) string {
	for i := len(b.sections) - 1; i >= 0; i-- {
		if s := b.sections[i]; s.at <= start {
			if s.place == nil {
				return s.name
			}
			return s.name + ", " + s.place(start-s.at, end-s.at)
		}
	}
	return ""
}

func (b *messageBuilder) section(name string, m made) {
	if strings.TrimSpace(m.text) == "" {
		return
	}
	b.sections = append(b.sections, messageSection{b.text.Len(), name, m.place})
	b.text.WriteString(strings.TrimRight(m.text, "\n") + "\n\n")
	if m.reader != "" && !strings.HasPrefix(m.reader, charsetReader) {
		b.readers = append(b.readers, m.reader)
	}
	b.notes = append(b.notes, m.notes...)
}

// part reads one part of a message, or the parts in it.
func (b *messageBuilder) part(h header, body io.Reader, within int) error {
	if b.parts++; b.parts > maxMessageParts || within > maxWithin {
		return &casualty.Problem{Found: "a message of too many parts, or parts within parts", Want: "its text saved as plain text"}
	}
	kind, params, err := mime.ParseMediaType(h.get("Content-Type"))
	if err != nil {
		kind, params = "text/plain", nil
	}
	if strings.HasPrefix(kind, "multipart/") && params["boundary"] != "" {
		return b.multipart(kind, multipart.NewReader(body, params["boundary"]), within)
	}
	content, err := io.ReadAll(io.LimitReader(transfer(h, body), MaxDocument+1))
	if len(content) > MaxDocument {
		return &casualty.Problem{Found: "a part of more than 50 MiB", Want: "a document of at most 50 MiB"}
	}
	if err != nil {
		b.notes = append(b.notes, "a part of the message is cut off or broken; what could be read of it was")
	}
	b.content(h, kind, params, content)
	return nil
}

// multipart reads the parts in their order. Of alternatives that say the same, one
// is read: the plain text where there is one.
func (b *messageBuilder) multipart(kind string, parts *multipart.Reader, within int) error {
	type alternative struct {
		header header
		body   []byte
	}
	var chosen *alternative
	for {
		p, err := parts.NextRawPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			b.notes = append(b.notes, "the message is cut off or broken; what could be read of it was")
			break
		}
		if kind != "multipart/alternative" {
			if err := b.part(header(p.Header), p, within+1); err != nil {
				return err
			}
			continue
		}
		body, _ := io.ReadAll(io.LimitReader(p, MaxDocument+1))
		media, _, _ := mime.ParseMediaType(p.Header.Get("Content-Type"))
		if chosen == nil || media == "text/plain" {
			chosen = &alternative{header(p.Header), body}
		}
		if b.parts++; b.parts > maxMessageParts {
			break
		}
	}
	if chosen != nil {
		return b.part(chosen.header, bytes.NewReader(chosen.body), within+1)
	}
	return nil
}

// transfer undoes the form in which a part travelled.
func transfer(h header, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(h.get("Content-Transfer-Encoding"))) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, &base64Only{body})
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	}
	return body
}

// base64Only passes over what is no base64, as line ends and blanks.
type base64Only struct{ io.Reader }

func (r *base64Only) Read(p []byte) (int, error) {
	for {
		n, err := r.Reader.Read(p)
		kept := 0
		for _, c := range p[:n] {
			if c > ' ' {
				p[kept] = c
				kept++
			}
		}
		if kept > 0 || err != nil {
			return kept, err
		}
	}
}

// content reads a part that holds no others, and names what it cannot read.
func (b *messageBuilder) content(h header, kind string, params map[string]string, content []byte) {
	_, said, _ := mime.ParseMediaType(h.get("Content-Disposition"))
	file := baseName(decodedHeader(said["filename"] + params["name"]))
	attached := said["filename"] != "" || strings.HasPrefix(h.get("Content-Disposition"), "attachment") || !strings.HasPrefix(kind, "text/")
	name := "body"
	if attached {
		b.attachments++
		name = fmt.Sprintf("attachment %d (%s)", b.attachments, orKind(file, kind))
	} else if b.bodies++; b.bodies > 1 {
		name = fmt.Sprintf("body, part %d", b.bodies)
	}
	if len(bytes.TrimSpace(content)) == 0 {
		return
	}
	m, err := b.open(kind, params, content)
	if err != nil {
		b.notes = append(b.notes, fmt.Sprintf("%s was not read: %v", name, err))
		return
	}
	b.section(name, m)
}

// open reads a part. What says that it is text, and is none of the known formats,
// is text in the charset that it names.
func (b *messageBuilder) open(kind string, params map[string]string, content []byte) (made, error) {
	if b.depth >= maxWithin {
		return made{}, &casualty.Problem{Found: "messages within messages", Want: "the innermost by itself"}
	}
	as := As{Charset: b.as.Charset, Declared: params["charset"]}
	if !strings.HasPrefix(kind, "text/") && formatOf(content).name == "text" {
		return made{}, &casualty.Problem{Found: kind, Want: "text, a page, a PDF file or a Word document"}
	}
	m, err := open(content, as, b.depth+1)
	switch {
	case err != nil:
	case m.media == "text/html" || kind == "text/html" && m.media == "text/plain":
		m.text = squeezed(readable(m.text))
		m.place = placeBy(numberedLines(m.text))
	case m.media == "text/plain":
		m.place = placeBy(numberedLines(m.text))
		m.text = unwrapped(m.text)
	}
	return m, err
}

func orKind(file, kind string) string {
	if file == "" || file == "." {
		return kind
	}
	return casualty.Shorten(file, 60)
}

// squeezed is the words of a page without the blanks that keep their places.
func squeezed(text string) string {
	var b strings.Builder
	for l := range strings.Lines(text) {
		if l = strings.Join(strings.Fields(strings.ReplaceAll(l, "\u00ad", "")), " "); l != "" {
			b.WriteString(l + "\n")
		}
	}
	return b.String()
}

// numberedLines are marks of every line.
func numberedLines(text string) []mark {
	marks := []mark{{0, "line 1"}}
	for at, c := range []byte(text) {
		if c == '\n' {
			marks = append(marks, mark{at + 1, fmt.Sprintf("line %d", len(marks)+1)})
		}
	}
	return marks
}
