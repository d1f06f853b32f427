package ingest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"tollbook/casualty"
)

// Bounds of a Word document, counted as the bytes come: what a zip file says of
// itself need not be true.
const (
	maxParts    = 10_000
	maxUnpacked = 64 << 20 // bytes of one part
	maxDepth    = 1_000    // elements within elements
)

var errHostile = errors.New("larger, or deeper nested, than any program writes it")

// docxReader is the version of what reads Word documents.
const docxReader = "docx/2"

// readZip reads the one zip file that is a document: Word's.
func readZip(content []byte, _ As, _ int) (made, error) {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return made{}, &casualty.Problem{Found: "a damaged zip file", Want: wanted}
	}
	if len(archive.File) > maxParts {
		return made{}, &casualty.Problem{Found: fmt.Sprintf("a zip file of %d parts", len(archive.File)), Want: wanted}
	}
	parts := map[string]*zip.File{}
	for _, f := range archive.File {
		parts[strings.ToLower(f.Name)] = f
	}
	if parts["word/document.xml"] == nil {
		return made{}, &casualty.Problem{Found: zipKind(parts), Want: wanted}
	}
	return readDOCX(parts)
}

func zipKind(parts map[string]*zip.File) string {
	for name, kind := range map[string]string{
		"xl/workbook.xml": "a workbook: `tollbook import` reads tables", "ppt/presentation.xml": "a presentation", "content.xml": "an OpenDocument file",
	} {
		if parts[name] != nil {
			return kind
		}
	}
	return "a zip file that is no Word document"
}

// wordParts are the parts of a Word document that carry its text, in the order in
// which they are read.
var wordParts = []struct{ part, place string }{
	{"word/document.xml", "paragraph"}, {"word/footnotes.xml", "footnotes, paragraph"}, {"word/endnotes.xml", "endnotes, paragraph"},
}

// readDOCX makes a line of every paragraph, and of a table's row of a label and its number. What was deleted under tracked
// changes, and hidden text, is not there for the reader of a document.
func readDOCX(parts map[string]*zip.File) (made, error) {
	m := made{media: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", reader: docxReader}
	w := word{}
	for _, p := range wordParts {
		if parts[p.part] == nil {
			continue
		}
		w.place, w.paragraphs = p.place, 0
		if err := eachElement(parts[p.part], w.token); err != nil {
			return m, &casualty.Problem{Where: p.part, Found: "a part that is " + err.Error(), Want: wanted}
		}
		w.end()
	}
	if core := parts["docprops/core.xml"]; core != nil {
		m.title, m.author = wordProperties(core)
	}
	m.text, m.place = w.text.String(), placeBy(w.marks)
	return m, nil
}

// A word walks through the elements of a part and gathers text.
type word struct {
	text       bytes.Buffer
	marks      []mark
	place      string // what its paragraphs are called
	paragraphs int
	inText     bool
	hidden     bool // the run is not shown
	skip       int  // how many elements deep in what is not there
	rows       []wordRow
}

// A wordRow is a row of a table that is not read to its end: where it begins in the text,
// and its cells so far.
type wordRow struct{ at, cells int }

// gone are elements whose text is not there for a reader: the same again for old
// programs, and what was moved away or deleted.
var gone = map[string]bool{"Fallback": true, "del": true, "moveFrom": true, "instrText": true}

func (w *word) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		w.start(t)
	case xml.EndElement:
		switch name := t.Name.Local; {
		case w.skip > 0:
			w.skip--
		case name == "t":
			w.inText = false
		case name == "p":
			w.end()
		case name == "tr" && len(w.rows) > 0:
			row := w.rows[len(w.rows)-1]
			if w.rows = w.rows[:len(w.rows)-1]; row.cells == 2 {
				joinRow(&w.text, w.marks, row.at)
			}
		case name == "r":
			w.hidden = false
		}
	case xml.CharData:
		if w.inText && !w.hidden && w.skip == 0 {
			if w.text.Len()+len(t) > MaxDocument {
				return errHostile
			}
			w.text.WriteString(strings.Map(oneLineRune, string(t)))
		}
	}
	return nil
}

func (w *word) start(t xml.StartElement) {
	switch name := t.Name.Local; {
	case w.skip > 0 || gone[name]:
		w.skip++
	case name == "p":
		w.end()
		w.paragraphs++
		w.marks = append(w.marks, mark{w.text.Len(), fmt.Sprintf("%s %d", w.place, w.paragraphs)})
	case name == "tr":
		w.end()
		w.rows = append(w.rows, wordRow{at: w.text.Len()})
	case name == "tc" && len(w.rows) > 0:
		w.rows[len(w.rows)-1].cells++
	case name == "t":
		w.inText = true
	case name == "tab" || name == "br" || name == "cr":
		if !w.hidden {
			w.text.WriteByte(' ')
		}
	case name == "noBreakHyphen":
		w.text.WriteString("‑")
	case name == "vanish":
		w.hidden = attr(t, "val") != "false" && attr(t, "val") != "0"
	}
}

// end ends the line of a paragraph.
func (w *word) end() {
	if text := w.text.Bytes(); len(text) > 0 && text[len(text)-1] != '\n' {
		w.text.WriteByte('\n')
	}
}

func oneLineRune(r rune) rune {
	if r == '\n' || r == '\r' {
		return ' '
	}
	return r
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// wordProperties takes title and author; a broken part has none.
func wordProperties(part *zip.File) (title, author string) {
	var at string
	err := eachElement(part, func(t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			at = t.Name.Local
		case xml.EndElement:
			at = ""
		case xml.CharData:
			switch at {
			case "title":
				title += string(t)
			case "creator":
				author += string(t)
			}
		}
		return nil
	})
	if err != nil {
		return "", ""
	}
	return casualty.Shorten(title, 300), casualty.Shorten(author, 120)
}

// eachElement walks through a part of a zip file within its bounds.
func eachElement(part *zip.File, fn func(xml.Token) error) error {
	r, err := part.Open()
	if err != nil {
		return errors.New("damaged")
	}
	defer r.Close()
	decoder := xml.NewDecoder(&bounded{r, maxUnpacked})
	decoder.CharsetReader = xmlCharset
	for depth := 0; ; {
		token, err := decoder.RawToken()
		if err == io.EOF {
			return nil
		}
		if errors.Is(err, errHostile) {
			return errHostile
		}
		if err != nil {
			return errors.New("damaged")
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if depth > maxDepth {
			return errHostile
		}
		if err := fn(token); err != nil {
			return err
		}
	}
}

func xmlCharset(string, io.Reader) (io.Reader, error) {
	return nil, errors.New("damaged: Word writes UTF-8 only")
}

// bounded ends with an error, not with an end of file, when there is too much.
type bounded struct {
	io.Reader
	left int
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if b.left -= n; b.left < 0 {
		return 0, errHostile
	}
	return n, err
}
