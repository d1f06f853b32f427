package exports

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"iter"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// parts are the files within a workbook, as text.
func parts(t *testing.T, workbook []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range r.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
	}
	return parts
}

// zipped is a workbook of these parts.
func zipped(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var names []string
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, parts[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// An xmlCell is a cell as it stands in the file.
type xmlCell struct {
	Name    string `xml:"r,attr"`
	Type    string `xml:"t,attr"`
	Style   int    `xml:"s,attr"`
	Formula string `xml:"f"`
	Value   string `xml:"v"`
	Inline  string `xml:"is>t"`
}

// An xmlSheet is a sheet as it stands in the file, but for its rows: [xmlRows].
type xmlSheet struct {
	Dimension struct {
		Ref string `xml:"ref,attr"`
	} `xml:"dimension"`
	Tables []struct{} `xml:"tableParts>tablePart"`
	Merged []struct{} `xml:"mergeCells>mergeCell"`
}

// xmlRows are the rows of a sheet, one after the other: all at once a large sheet's take
// gigabytes.
func xmlRows(t *testing.T, part string) iter.Seq[[]xmlCell] {
	t.Helper()
	return func(yield func([]xmlCell) bool) {
		d := xml.NewDecoder(strings.NewReader(part))
		for {
			token, err := d.Token()
			if err == io.EOF {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if start, ok := token.(xml.StartElement); ok && start.Name.Local == "row" {
				var row struct {
					Cells []xmlCell `xml:"c"`
				}
				if err := d.DecodeElement(&row, &start); err != nil {
					t.Fatal(err)
				}
				if !yield(row.Cells) {
					return
				}
			}
		}
	}
}

// sheetParts names the sheets with the parts that hold them, in order.
func sheetParts(t *testing.T, parts map[string]string) (names, files []string) {
	t.Helper()
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var links struct {
		Links []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	unmarshal(t, parts["xl/workbook.xml"], &book)
	unmarshal(t, parts["xl/_rels/workbook.xml.rels"], &links)
	for _, s := range book.Sheets {
		for _, l := range links.Links {
			if l.ID == s.ID {
				names, files = append(names, s.Name), append(files, "xl/"+strings.TrimPrefix(l.Target, "/xl/"))
			}
		}
	}
	return names, files
}

func unmarshal(t *testing.T, text string, into any) {
	t.Helper()
	if err := xml.Unmarshal([]byte(text), into); err != nil {
		t.Fatal(err)
	}
}

var cellName = regexp.MustCompile(`^([A-Z]+)([0-9]+)$`)

// position is a cell's row and column, from 0.
func position(t *testing.T, name string) (y, x int) {
	t.Helper()
	m := cellName.FindStringSubmatch(name)
	if m == nil {
		t.Fatalf("no cell is named %q", name)
	}
	for _, r := range m[1] {
		x = x*26 + int(r-'A') + 1
	}
	for _, r := range m[2] {
		y = y*10 + int(r-'0')
	}
	return y - 1, x - 1
}
