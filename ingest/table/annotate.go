package table

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"tollbook/casualty"
)

// Annotate writes the file again as it came, with columns added to one table: to
// the right of everything, headed by heads in the row header. notes gives the
// cells of a row by its number, nil for none. A workbook keeps all its other
// parts byte by byte; a csv is written in UTF-8. JSON has no such form.
func (f *File) Annotate(w io.Writer, t *Table, header int, heads []string, notes func(row int) []string) error {
	cells := func(row int) []string {
		if row == header {
			return heads
		}
		return notes(row)
	}
	switch f.Format {
	case XLSX:
		return f.annotateBook(w, t, cells)
	case CSV:
		return f.annotateCSV(w, t, cells)
	}
	return fmt.Errorf("%s: want a workbook or csv to write the result into", f.Name)
}

func (f *File) annotateCSV(w io.Writer, t *Table, cells func(int) []string) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.Comma = []rune(f.Delimiter)[0]
	for row, err := range t.Rows() {
		if err != nil {
			return err
		}
		record := make([]string, t.Columns, t.Columns+4)
		for i, c := range row.Cells {
			record[i] = c.Text
		}
		if err := out.Write(append(record, cells(row.Number)...)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func (f *File) annotateBook(w io.Writer, t *Table, cells func(int) []string) error {
	in, err := zip.NewReader(bytes.NewReader(f.content), int64(len(f.content)))
	if err != nil {
		return err
	}
	out := zip.NewWriter(w)
	for _, part := range in.File {
		if !strings.EqualFold(part.Name, f.sheets[t.Name]) {
			if err := out.Copy(part); err != nil {
				return err
			}
			continue
		}
		to, err := out.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Deflate, Modified: part.Modified})
		if err != nil {
			return err
		}
		from, err := f.part(part.Name, maxSheet)
		if err != nil {
			return err
		}
		err = addCells(to, from, t.Columns, cells)
		_ = from.Close()
		if err != nil {
			return casualty.At(f.Name, err)
		}
	}
	return out.Close()
}

// addCells copies a sheet's XML and puts cells at the end of its rows.
func addCells(w io.Writer, r io.Reader, column int, cells func(int) []string) error {
	x, out := newXMLScan(r), bufio.NewWriterSize(w, 64<<10)
	row, prefix := 0, ""
	for {
		raw, token, err := x.copyNext()
		if err == io.EOF {
			return out.Flush()
		}
		if err != nil {
			return err
		}
		switch {
		case token == xmlStart && x.name == "dimension":
			continue // it would be too narrow; programs find out themselves
		case token == xmlEnd && x.name == "dimension":
			continue
		case token == xmlStart && x.name == "row":
			if row = row + 1; x.attr("r") != "" {
				_, _ = fmt.Sscan(x.attr("r"), &row)
			}
			raw, prefix = withoutSpans(raw), prefixOf(raw)
			if x.empty {
				x.ended = false
				raw = append(bytes.TrimSuffix(raw, []byte("/>")), '>')
				raw = append(raw, cellsXML(prefix, row, column, cells(row))...)
				raw = append(raw, "</"+prefix+"row>"...)
			}
		case token == xmlEnd && x.name == "row" && raw != nil:
			raw = append(cellsXML(prefix, row, column, cells(row)), raw...)
		}
		if _, err := out.Write(raw); err != nil {
			return err
		}
	}
}

// copyNext is next, and gives the token's own bytes too.
func (x *xmlScan) copyNext() ([]byte, xmlToken, error) {
	token, err := x.next()
	if err != nil {
		return nil, 0, err
	}
	switch {
	case token == xmlText && x.cdata:
		return []byte("<![CDATA[" + string(x.text) + "]]>"), token, nil
	case token == xmlText:
		return bytes.Clone(x.text), token, nil
	case token == xmlEnd && x.raw == nil:
		return nil, token, nil // the end of an empty element, which its start wrote
	}
	raw := []byte("<" + string(x.raw) + ">")
	x.raw = nil
	return raw, token, nil
}

func prefixOf(raw []byte) string {
	name, _, _ := bytes.Cut(bytes.Trim(raw, "<>/"), []byte(" "))
	if before, _, ok := bytes.Cut(name, []byte(":")); ok {
		return string(before) + ":"
	}
	return ""
}

// withoutSpans takes the hint of which columns a row uses off its tag.
func withoutSpans(raw []byte) []byte {
	before, rest, found := bytes.Cut(raw, []byte(` spans="`))
	if !found {
		return raw
	}
	_, after, closed := bytes.Cut(rest, []byte(`"`))
	if !closed {
		return raw
	}
	return append(bytes.Clone(before), after...)
}

func cellsXML(prefix string, row, column int, texts []string) []byte {
	var b bytes.Buffer
	for i, text := range texts {
		if text == "" || column+i >= MaxColumns {
			continue
		}
		fmt.Fprintf(&b, `<%[1]sc r="%[2]s%[3]d" t="inlineStr"><%[1]sis><%[1]st xml:space="preserve">`, prefix, Letter(column+i), row)
		_ = xml.EscapeText(&b, []byte(casualty.Shorten(text, 2000)))
		fmt.Fprintf(&b, `</%[1]st></%[1]sis></%[1]sc>`, prefix)
	}
	return b.Bytes()
}
