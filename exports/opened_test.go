package exports

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// An openedBook is a workbook as the checks see it: the parts, and what they say.
type openedBook struct {
	parts  map[string]string
	sheets []openedSheet
	styles []xmlFormat
	named  map[int]string // style names by xfId
}

type openedSheet struct {
	name, part string
	xmlSheet
	cells map[string]xmlCell
	rows  [][]string // as text, from row 1
	table *xmlTable
}

type xmlTable struct {
	Name   string `xml:"displayName,attr"`
	Ref    string `xml:"ref,attr"`
	Filter struct {
		Ref string `xml:"ref,attr"`
	} `xml:"autoFilter"`
	Columns []struct {
		Name string `xml:"name,attr"`
	} `xml:"tableColumns>tableColumn"`
}

type xmlFormat struct {
	Style  int `xml:"xfId,attr"`
	Number int `xml:"numFmtId,attr"`
}

// open reads a workbook; with names only those sheets.
func open(t *testing.T, parts map[string]string, only ...string) openedBook {
	t.Helper()
	b := openedBook{parts: parts, named: map[int]string{}}
	var styles struct {
		Formats []xmlFormat `xml:"cellXfs>xf"`
		Names   []struct {
			Name string `xml:"name,attr"`
			ID   int    `xml:"xfId,attr"`
		} `xml:"cellStyles>cellStyle"`
	}
	unmarshal(t, parts["xl/styles.xml"], &styles)
	b.styles = styles.Formats
	for _, s := range styles.Names {
		b.named[s.ID] = s.Name
	}
	names, files := sheetParts(t, parts)
	for i, name := range names {
		if len(only) > 0 && !slices.Contains(only, name) {
			continue
		}
		b.sheets = append(b.sheets, openSheet(t, parts, name, files[i]))
	}
	return b
}

var tableLink = regexp.MustCompile(`Target="\.\./(tables/[^"]+)"`)

func openSheet(t *testing.T, parts map[string]string, name, part string) openedSheet {
	t.Helper()
	s := openedSheet{name: name, part: part}
	unmarshal(t, parts[part], &s.xmlSheet)
	s.cells = make(map[string]xmlCell, strings.Count(parts[part], "<c ")) // a large sheet's would grow many times
	for row := range xmlRows(t, parts[part]) {
		for _, c := range row {
			y, x := position(t, c.Name)
			for len(s.rows) <= y {
				s.rows = append(s.rows, nil)
			}
			for len(s.rows[y]) <= x {
				s.rows[y] = append(s.rows[y], "")
			}
			s.rows[y][x] = c.Value + c.Inline
			s.cells[c.Name] = c
		}
	}
	links := parts[strings.Replace(part, "worksheets/", "worksheets/_rels/", 1)+".rels"]
	if m := tableLink.FindStringSubmatch(links); m != nil {
		s.table = &xmlTable{}
		unmarshal(t, parts["xl/"+m[1]], s.table)
	}
	return s
}

// head is the row of the table's headings, from 0; -1 for a page.
func (s openedSheet) head() int {
	if s.name == coverSheet {
		return -1
	}
	return headRow(s.rows)
}

// column is the text of a column's cells below its heading.
func (s openedSheet) column(heading string) []string {
	head := s.head()
	for x, h := range s.rows[head] {
		if h != heading {
			continue
		}
		var cells []string
		for y := head + 1; y < len(s.rows); y++ {
			cells = append(cells, at(s.rows, y, x))
		}
		return cells
	}
	return nil
}

// column1 is a column of a page, by its place.
func (s openedSheet) column1(x int) []string {
	var cells []string
	for y := range s.rows {
		cells = append(cells, at(s.rows, y, x))
	}
	return cells
}

func (b openedBook) sheet(name string) openedSheet {
	for _, s := range b.sheets {
		if s.name == name {
			return s
		}
	}
	return openedSheet{}
}
