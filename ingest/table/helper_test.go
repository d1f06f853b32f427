package table_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"tollbook/ingest/table"
)

// A sheetFile is a workbook of one sheet, written by hand so that a test can say
// every byte of it.
type sheetFile struct {
	rows    string // what stands within sheetData
	after   string // what follows it: merged cells
	cols    string
	strings []string
	formats []string // of cell styles 1, 2, ...
	era     string   // attributes of workbookPr
	strict  bool
	parts   map[string]string // more parts, or others in place of these
}

func (s sheetFile) bytes(t testing.TB) []byte {
	t.Helper()
	main, office := "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	if s.strict {
		main, office = "http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships"
	}
	var shared, formats, xfs strings.Builder
	for _, text := range s.strings {
		shared.WriteString("<si>" + text + "</si>")
	}
	for i, code := range s.formats {
		fmt.Fprintf(&formats, `<numFmt numFmtId="%d" formatCode="%s"/>`, 200+i, code)
		fmt.Fprintf(&xfs, `<xf numFmtId="%d"/>`, 200+i)
	}
	rel := func(id, kind, target string) string {
		return fmt.Sprintf(`<Relationship Id="%s" Type="%s/%s" Target="%s"/>`, id, office, kind, target)
	}
	parts := map[string]string{
		"[Content_Types].xml":        `<Types/>`,
		"_rels/.rels":                `<Relationships>` + rel("r1", "officeDocument", "xl/workbook.xml") + `</Relationships>`,
		"xl/workbook.xml":            fmt.Sprintf(`<?xml version="1.0"?><workbook xmlns="%s" xmlns:r="%s"><workbookPr %s/><sheets><sheet name="Deaths &amp; more" sheetId="1" r:id="r1"/><sheet name="Chart" sheetId="2" r:id="r4"/></sheets></workbook>`, main, office, s.era),
		"xl/_rels/workbook.xml.rels": `<Relationships>` + rel("r1", "worksheet", "worksheets/sheet1.xml") + rel("r2", "sharedStrings", "sharedStrings.xml") + rel("r3", "styles", "/xl/styles.xml") + rel("r4", "chartsheet", "chartsheets/sheet1.xml") + `</Relationships>`,
		"xl/sharedStrings.xml":       `<sst>` + shared.String() + `</sst>`,
		"xl/styles.xml":              `<styleSheet><numFmts>` + formats.String() + `</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>` + xfs.String() + `</cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml":   fmt.Sprintf(`<worksheet xmlns="%s"><dimension ref="A1:B2"/>%s<sheetData>%s</sheetData>%s</worksheet>`, main, s.cols, s.rows, s.after),
	}
	for name, text := range s.parts {
		parts[name] = text
	}
	return zipped(t, parts)
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, text := range parts {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// open opens a file that must be sound.
func open(t testing.TB, name string, content []byte, o table.Options) *table.File {
	t.Helper()
	f, err := table.Open(name, content, o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// grid is the text of every cell, a line a row: "2: a|b|c".
func grid(t testing.TB, tb *table.Table) string {
	t.Helper()
	var b strings.Builder
	for r, err := range tb.Rows() {
		if err != nil {
			t.Fatal(err)
		}
		texts := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			texts[i] = c.Text
		}
		fmt.Fprintf(&b, "%d: %s\n", r.Number, strings.Join(texts, "|"))
	}
	return b.String()
}

func first(t testing.TB, f *table.File) *table.Table {
	t.Helper()
	if len(f.Tables) == 0 {
		t.Fatal("the file has no table")
	}
	return f.Tables[0]
}
