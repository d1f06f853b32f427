package table_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"strings"
	"testing"

	"tollbook/ingest/table"
)

// refused says that a file gets a sentence that speaks of these words.
func refused(t *testing.T, name string, content []byte, words ...string) {
	t.Helper()
	_, err := table.Open(name, content, table.Options{})
	if err == nil {
		t.Errorf("%s was read", name)
		return
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("%s: %q does not speak of %q", name, err, w)
		}
	}
	if strings.Contains(err.Error(), "\n") || len(err.Error()) > 500 {
		t.Errorf("%s: more than a sentence: %q", name, err)
	}
}

func TestWhatIsNoTableGetsASentenceThatHelps(t *testing.T) {
	refused(t, "old.xls", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "old.xls", "password", "Save As")
	refused(t, "a.ods", zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), ".ods", "Save As")
	refused(t, "a.xlsb", zipped(t, map[string]string{"xl/workbook.bin": ""}), ".xlsb")
	refused(t, "a.docx", zipped(t, map[string]string{"word/document.xml": ""}), "Word")
	refused(t, "a.zip", zipped(t, map[string]string{"a.csv": "a,b"}), "no workbook")
	refused(t, "a.pdf", []byte("%PDF-1.7"), "PDF")
	refused(t, "a.html", []byte("<html><table>"), "web page")
	refused(t, "empty.csv", []byte(" \n"), "empty")
	refused(t, "a.csv", []byte("a,b\n\x00\x00\x01"), "binary")
	refused(t, "a.json", []byte(`[{"a":1},{"a":`), "a.json", "JSON")
	whole := sheetFile{rows: `<row r="1"><c r="A1"><v>1</v></c></row>`}.bytes(t)
	refused(t, "torn.xlsx", whole[:len(whole)/2], "damaged")
}

func TestHostileWorkbooksAreRefusedInBoundedTimeAndMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("The short run leaves the bombs out.")
	}
	sheet := func(xml string) []byte {
		return sheetFile{parts: map[string]string{"xl/worksheets/sheet1.xml": xml}}.bytes(t)
	}
	cell := `<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>`
	for _, tt := range []struct {
		name    string
		content []byte
		words   []string
	}{
		{"entities that would grow", sheet(`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData>` + cell + `</sheetData></worksheet>`), []string{"document type"}},
		{"a zip bomb of texts", bomb(t, "xl/sharedStrings.xml", "<si><t>"+strings.Repeat("a", 900)+"</t></si>", 400), []string{"larger than any spreadsheet"}},
		{"a zip bomb of styles", bomb(t, "xl/styles.xml", strings.Repeat("<x/>", 240), 90), []string{"larger than any spreadsheet"}},
		{"a cell of two million bytes", sheet(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>` + incompressible(2<<20) + `</t></is></c></row></sheetData></worksheet>`), []string{"million bytes"}},
		{"more columns than a sheet has", sheet(`<worksheet><sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData></worksheet>`), []string{"XFE1"}},
		{"rows that go backwards", sheet(`<worksheet><sheetData><row r="5"><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData></worksheet>`), []string{"row"}},
		{"a row beyond the last", sheet(`<worksheet><sheetData><row r="1048577"><c><v>1</v></c></row></sheetData></worksheet>`), []string{"1048577"}},
		{"a text that is not there", sheet(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>9</v></c></row></sheetData></worksheet>`), []string{"A1"}},
		{"an endless tag", sheet(`<worksheet><sheetData><row r="1" x="` + incompressible(2<<20)), []string{"XML"}},
		{"a sheet that breaks off", sheet(`<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2`), []string{"breaks off"}},
		{"areas that overlap by the thousand", sheet(`<worksheet><sheetData>` + cell + `</sheetData><mergeCells>` + strings.Repeat(`<mergeCell ref="A1:B1048576"/>`, 5000) + `</mergeCells></worksheet>`), []string{"larger than any spreadsheet"}},
		{"columns declared by the hundred thousand", sheet(`<worksheet><cols>` + strings.Repeat(`<col min="1" max="16384" hidden="1"/>`, 100_000) + `</cols><sheetData>` + cell + `</sheetData></worksheet>`), []string{"larger than any spreadsheet"}},
		{"a hundred thousand rows with one cell at the far end", sheet(`<worksheet><sheetData>` + farEnd(100_000) + `</sheetData></worksheet>`), []string{"larger than any spreadsheet"}},
		{"a path out of the file", sheetFile{parts: map[string]string{"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>`}}.bytes(t), []string{"missing"}},
	} {
		t.Run(tt.name, func(t *testing.T) { refused(t, "a.xlsx", tt.content, tt.words...) })
	}
}

// farEnd is rows whose one cell is in the last column.
func farEnd(rows int) string {
	var b strings.Builder
	for i := range rows {
		fmt.Fprintf(&b, `<row r="%d"><c r="XFD%[1]d"><v>1</v></c></row>`, i+1)
	}
	return b.String()
}

// incompressible is text that no zip makes much smaller.
func incompressible(n int) string {
	var b strings.Builder
	for x := uint32(1); b.Len() < n; x = x*1664525 + 1013904223 {
		fmt.Fprintf(&b, "%x", x)
	}
	return b.String()
}

// bomb is a workbook one part of which unpacks to so many times a thousand units,
// more than is ever read.
func bomb(t *testing.T, name, unit string, times int) []byte {
	t.Helper()
	small := sheetFile{rows: `<row r="1"><c r="A1"><v>1</v></c></row>`}.bytes(t)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	z, err := zip.NewReader(bytes.NewReader(small), int64(len(small)))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range z.File {
		if p.Name != name {
			if err := w.Copy(p); err != nil {
				t.Fatal(err)
			}
		}
	}
	var packed bytes.Buffer // one block; a stream of blocks is the block again and again
	deflate, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := deflate.Write([]byte(strings.Repeat(unit, 1000))); err != nil {
		t.Fatal(err)
	}
	if err := deflate.Flush(); err != nil {
		t.Fatal(err)
	}
	stream := bytes.Repeat(packed.Bytes(), times)
	part, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: uint64(len(stream)), UncompressedSize64: uint64(times * 1000 * len(unit))})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write(stream); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestAMillionEmptyRowsAreNoRows(t *testing.T) {
	var rows strings.Builder
	for i := range 1_000_000 {
		fmt.Fprintf(&rows, `<row r="%d"/>`, i+2)
	}
	f := open(t, "a.xlsx", sheetFile{rows: `<row r="1"><c r="A1"><v>1</v></c></row>` + rows.String()}.bytes(t), table.Options{})
	if tb := first(t, f); tb.Count != 1 || tb.Last != 1 {
		t.Errorf("%d rows, the last is %d; want one", tb.Count, tb.Last)
	}
}

func TestAQuoteThatIsNeverClosedIsNamed(t *testing.T) {
	text := "a,b\n\"open,2\n" + strings.Repeat("x,1\n", 100_000)
	refused(t, "a.csv", []byte(text), "closed")
}

// FuzzOpen: whatever the bytes, a file is read or refused, and reads the same twice.
func FuzzOpen(f *testing.F) {
	f.Add([]byte("a,b\n1,2\n"))
	f.Add([]byte("sep=;\n\"a\";b\r1;2"))
	f.Add([]byte(`[{"a":1,"b":{"c":[1,{}]}}]`))
	f.Add([]byte(`{"x":[{"a":1}]}`))
	f.Add(sheetFile{rows: `<row r="1"><c r="A1"><v>1</v></c></row>`, after: `<mergeCells><mergeCell ref="A1:A2"/></mergeCells>`}.bytes(f))
	f.Fuzz(func(t *testing.T, content []byte) {
		file, err := table.Open("a", content, table.Options{})
		if err != nil {
			return
		}
		for _, tb := range file.Tables {
			n := 0
			for r, err := range tb.Rows() {
				if err != nil {
					t.Fatalf("%s was opened and cannot be read: %v", tb.Name, err)
				}
				n++
				for c := range r.Cells {
					_ = tb.Place(r.Number, c)
				}
			}
			if n != tb.Count {
				t.Fatalf("%d rows, counted %d", n, tb.Count)
			}
		}
	})
}

// FuzzSheet: whatever stands in a sheet's XML, it is read or refused.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1</f><v>1</v></c></row>`)
	f.Add(`<row><c><is><t><![CDATA[x]]></t></is></c></row><mergeCell ref="A1:B9"/>`)
	f.Fuzz(func(t *testing.T, xml string) {
		file, err := table.Open("a.xlsx", sheetFile{rows: xml, strings: []string{"<t>x</t>"}}.bytes(t), table.Options{})
		if err != nil {
			return
		}
		for _, tb := range file.Tables {
			for _, err := range tb.Rows() {
				if err != nil {
					t.Fatal(err)
				}
			}
			_ = file.Annotate(&bytes.Buffer{}, tb, 1, []string{"Status"}, func(int) []string { return []string{"x"} })
		}
	})
}
