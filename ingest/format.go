package ingest

import (
	"bytes"
	"net/mail"
	"strings"
)

// wanted ends every sentence that refuses a format.
const wanted = "plain text, a web page, a PDF file, a Word document (.docx) or a message (.eml): open the document, save it as one of these, and read that"

// A format is known by its first bytes; read is nil for one that is not read.
type format struct {
	magic, name string
	read        reader
}

var formats []format

func init() { // the readers open parts of their documents by their formats
	formats = []format{
		{"%PDF-", "a PDF file", readPDF},
		{"PK\x03\x04", "a zip file", readZip},
		{"\xd0\xcf\x11\xe0", "an old Word or Excel document, or one with a password", nil},
		{"\xff\xd8\xff", "a JPEG picture", nil},
		{"\x89PNG", "a PNG picture", nil},
		{"GIF8", "a GIF picture", nil},
		{"\x1f\x8b", "a gzip file", nil},
		{"{\\rtf", "an RTF document", nil},
		{"\x7fELF", "a binary file", nil},
		{"MZ\x90", "a binary file", nil},
	}
}

// formatOf says what a document looks like; text is what looks like nothing else.
func formatOf(content []byte) format {
	for _, f := range formats {
		if bytes.HasPrefix(content, []byte(f.magic)) {
			return f
		}
	}
	if isMessage(content) {
		return format{name: "a message", read: readMessage}
	}
	return format{name: "text", read: readText}
}

// isMessage tells a message by the lines at its head: a sender and what only
// mail programs write.
func isMessage(content []byte) bool {
	head := content[:min(len(content), 64<<10)]
	first, _, _ := bytes.Cut(head, []byte(":"))
	if len(first) == 0 || len(first) > 60 || bytes.ContainsAny(first, " \t\r\n<") {
		return false
	}
	m, err := mail.ReadMessage(bytes.NewReader(head))
	if err != nil {
		return false
	}
	programs := 0
	for _, name := range []string{"Date", "Message-Id", "Received", "Mime-Version", "Return-Path", "Delivered-To"} {
		if strings.TrimSpace(m.Header.Get(name)) != "" {
			programs++
		}
	}
	return m.Header.Get("From") != "" && programs >= 2
}
