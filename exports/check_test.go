package exports

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tollbook/exports/internal/sheet"
	"tollbook/internal/sample"
)

// A check is one rule of good workbooks: find says where a workbook breaks it,
// and spoil breaks it on purpose, so that the check is seen to fail.
type check struct {
	rule  string
	find  func(openedBook) []string
	spoil func(parts map[string]string)
}

// replace spoils one part.
func replace(part, old, new string) func(map[string]string) {
	return func(parts map[string]string) { parts[part] = strings.Replace(parts[part], old, new, 1) }
}

// everywhere spoils every sheet that holds old, once each.
func everywhere(old, new string) func(map[string]string) {
	return func(parts map[string]string) {
		for name, part := range parts {
			if strings.HasPrefix(name, "xl/") {
				parts[name] = strings.Replace(part, old, new, 1)
			}
		}
	}
}

// within spoils every sheet that holds marker.
func within(marker, old, new string) func(map[string]string) {
	return func(parts map[string]string) {
		for name, part := range parts {
			if strings.Contains(part, marker) {
				parts[name] = strings.Replace(part, old, new, 1)
			}
		}
	}
}

// cutOut takes out what stands between two marks, the marks included.
func cutOut(from, to string) func(map[string]string) {
	return func(parts map[string]string) {
		for name, part := range parts {
			if before, rest, ok := strings.Cut(part, from); ok {
				_, after, _ := strings.Cut(rest, to)
				parts[name] = before + after
			}
		}
	}
}

var checks = []check{
	{"the cover comes first, then the contents, and notes and dictionary exist", func(b openedBook) (bad []string) {
		names := b.names()
		if names[0] != coverSheet || names[1] != contentsSheet || !slices.Contains(names, notesSheet) || !slices.Contains(names, dictionarySheet) {
			bad = append(bad, strings.Join(names, ", "))
		}
		return bad
	}, replace("xl/workbook.xml", `name="Notes"`, `name="Remarks"`)},

	{"sheet names are short, plain and unique", func(b openedBook) (bad []string) {
		seen := map[string]bool{}
		for _, name := range b.names() {
			if !regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_ ]{0,30}$`).MatchString(name) || seen[strings.ToLower(name)] {
				bad = append(bad, name)
			}
			seen[strings.ToLower(name)] = true
		}
		return bad
	}, replace("xl/workbook.xml", `name="Figures"`, `name="CLAIMS"`)},

	{"the contents list every other sheet in order, and each has a link back", func(b openedBook) (bad []string) {
		listed := append([]string{contentsSheet}, b.sheet(contentsSheet).column("Sheet")...)
		want := b.names()
		slices.Sort(listed)
		slices.Sort(want)
		if !slices.Equal(listed, want) {
			bad = append(bad, strings.Join(listed, ", "))
		}
		for _, s := range b.sheets {
			if !strings.Contains(b.parts[s.part], "<hyperlink ") {
				bad = append(bad, s.name+" has no link")
			}
		}
		return bad
	}, cutOut("<hyperlinks>", "</hyperlinks>")},

	{"A1 of every sheet is its title, in the style Title", func(b openedBook) (bad []string) {
		for _, s := range b.sheets {
			if c := s.cells["A1"]; c.Inline == "" || b.named[b.styles[c.Style].Style] != "Title" {
				bad = append(bad, s.name)
			}
		}
		return bad
	}, replace("xl/styles.xml", `name="Title"`, `name="Big"`)},

	{"below the title stands what the sheet holds", func(b openedBook) (bad []string) {
		for _, s := range b.sheets {
			if len(at(s.rows, 1, 0)) < 20 {
				bad = append(bad, s.name)
			}
		}
		return bad
	}, everywhere(`r="A2"`, `r="B2"`)},

	{"no sheet, row or column is hidden, and none is empty", func(b openedBook) (bad []string) {
		for _, s := range b.sheets {
			if strings.Contains(b.parts[s.part], "hidden=") || len(s.rows) < 3 {
				bad = append(bad, s.name)
			}
		}
		if strings.Contains(b.parts["xl/workbook.xml"], "state=") {
			bad = append(bad, "the workbook")
		}
		return bad
	}, everywhere(`<row r="1"`, `<row hidden="1" r="1"`)},

	{"every table is a table of Excel's, well named, over exactly its cells", func(b openedBook) (bad []string) {
		seen := map[string]bool{}
		for _, s := range b.sheets {
			if s.head() < 0 || s.head() == len(s.rows)-1 {
				continue // a page, or headings without rows
			}
			if s.table == nil {
				bad = append(bad, s.name+" has no table")
				continue
			}
			want := fmt.Sprintf("A%d:%s", s.head()+1, s.last())
			if s.table.Ref != want || s.table.Filter.Ref != want || len(s.Tables) != 1 {
				bad = append(bad, fmt.Sprintf("%s: table over %s, cells over %s", s.name, s.table.Ref, want))
			}
			if seen[s.table.Name] || !regexp.MustCompile(`^[A-Za-z_][A-Za-z_]+$`).MatchString(s.table.Name) {
				bad = append(bad, s.name+": named "+s.table.Name)
			}
			seen[s.table.Name] = true
		}
		return bad
	}, everywhere(`<autoFilter ref="A`, `<autoFilter ref="B`)},

	{"headings are unique texts and equal the table's column names", func(b openedBook) (bad []string) {
		for _, s := range b.sheets {
			if s.table == nil {
				continue
			}
			headings, seen := s.rows[s.head()], map[string]bool{}
			for i, c := range s.table.Columns {
				if at(s.rows, s.head(), i) != c.Name || c.Name == "" || seen[strings.ToLower(c.Name)] || c.Name != strings.TrimSpace(c.Name) {
					bad = append(bad, s.name+": "+c.Name)
				}
				seen[strings.ToLower(c.Name)] = true
			}
			if len(headings) != len(s.table.Columns) {
				bad = append(bad, s.name)
			}
		}
		return bad
	}, everywhere(`name="Question"`, `name="question asked"`)},

	{"no cells are merged", func(b openedBook) (bad []string) {
		for _, s := range b.sheets {
			if len(s.Merged) > 0 {
				bad = append(bad, s.name)
			}
		}
		return bad
	}, everywhere("</sheetData>", `</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>`)},

	{"no row of a table is empty", func(b openedBook) (bad []string) {
		for _, s := range b.sheets {
			for y := s.head() + 1; s.table != nil && y < len(s.rows); y++ {
				if strings.Join(s.rows[y], "") == "" {
					bad = append(bad, fmt.Sprintf("%s row %d", s.name, y+1))
				}
			}
		}
		return bad
	}, func(parts map[string]string) {
		emptied := regexp.MustCompile(`(<row r="8"[^>]*>).*?</row>`)
		for name, part := range parts {
			parts[name] = emptied.ReplaceAllString(part, `$1<c r="A8"/></row>`)
		}
	}},

	{"a cell is blank only in a column whose blanks the dictionary explains", func(b openedBook) (bad []string) {
		never := map[string]bool{}
		d := b.sheet(dictionarySheet)
		for i, name := range d.column("Sheet") {
			never[name+"!"+d.column("Column")[i]] = d.column("Blank means")[i] == "never blank"
		}
		for _, s := range b.sheets {
			if s.table == nil {
				continue
			}
			for x, heading := range s.rows[s.head()] {
				for y := s.head() + 1; y < len(s.rows); y++ {
					if at(s.rows, y, x) == "" && never[s.name+"!"+heading] {
						bad = append(bad, fmt.Sprintf("%s!%s row %d", s.name, heading, y+1))
					}
				}
			}
		}
		return bad
	}, func(parts map[string]string) {
		for name, part := range parts {
			parts[name] = strings.Replace(part, "<t>live formula</t>", "<t></t>", 1)
		}
	}},

	{"the dimension is the used range", func(b openedBook) (bad []string) {
		for _, s := range b.sheets {
			if s.Dimension.Ref != "A1:"+s.last() {
				bad = append(bad, s.name+": "+s.Dimension.Ref+", used to "+s.last())
			}
		}
		return bad
	}, everywhere(`<dimension ref="A1:`, `<dimension ref="A2:`)},

	{"the cover says who, what, when, how and how many", func(b openedBook) (bad []string) {
		cover := b.sheet(coverSheet)
		said := map[string]string{}
		for _, row := range cover.rows {
			if len(row) > 1 {
				said[row[0]] = row[1]
			}
		}
		for _, subject := range []string{"Publisher", "Contact", "Licence", "Sensitivity", "Profile", "Period covered", "As of", "Generated at", "Journal's head", "Program", "Method", "In short", "Left out", "How to cite", "Rows of Figures"} {
			if said[subject] == "" {
				bad = append(bad, subject)
			}
		}
		return bad
	}, everywhere("<t>How to cite</t>", "<t>Cite</t>")},

	{"the dictionary has one full row for each column of every table", func(b openedBook) (bad []string) {
		d := b.sheet(dictionarySheet)
		var listed, want []string
		for i, name := range d.column("Sheet") {
			listed = append(listed, name+"!"+d.column("Column")[i])
			for _, heading := range []string{"Meaning", "Type", "Blank means", "Field"} {
				if d.column(heading)[i] == "" {
					bad = append(bad, name+"!"+d.column("Column")[i]+": no "+heading)
				}
			}
		}
		for _, s := range b.sheets {
			if s.head() >= 0 {
				for _, heading := range s.rows[s.head()] {
					want = append(want, s.name+"!"+heading)
				}
			}
		}
		slices.Sort(listed)
		slices.Sort(want)
		if !slices.Equal(listed, want) {
			bad = append(bad, fmt.Sprintf("%d columns, %d described", len(want), len(listed)))
		}
		return bad
	}, within("<t>Blank means</t>", "<t>Reported low</t>", "<t>Said low</t>")},

	{"no formula is volatile or leads out of the workbook, and each has its value", func(b openedBook) (bad []string) {
		outside := regexp.MustCompile(`(?i)\b(NOW|TODAY|RAND|RANDBETWEEN|INDIRECT|OFFSET|WEBSERVICE|CELL|INFO)\(|https?:|\[|\|`)
		for _, s := range b.sheets {
			for _, c := range s.cells {
				if c.Formula != "" && (outside.MatchString(c.Formula) || c.Value == "" && c.Type != "str") {
					bad = append(bad, s.name+"!"+c.Name)
				}
			}
		}
		return bad
	}, everywhere("<f>COUNTIFS(", "<f>NOW()+COUNTIFS(")},

	{"every chart has a description, a title, dark text and values of its own", func(b openedBook) (bad []string) {
		for name, part := range b.parts {
			switch {
			case strings.HasPrefix(name, "xl/drawings/drawing") && regexp.MustCompile(`<[a-z]*:?cNvPr [^>]*descr="[^"]{30,}"`).FindString(part) == "":
				bad = append(bad, name)
			case strings.HasPrefix(name, "xl/charts/chart") && (!strings.Contains(part, "<pt idx=") || !strings.Contains(part, "<title>") || strings.Contains(part, "lumMod")):
				bad = append(bad, name)
			}
		}
		return bad
	}, everywhere("descr=", "title=")},

	{"columns are 8 to 60 characters wide", func(b openedBook) (bad []string) {
		for _, s := range b.sheets {
			for _, m := range regexp.MustCompile(`<col [^>]*width="([0-9.]+)"`).FindAllStringSubmatch(b.parts[s.part], -1) {
				if w, err := strconv.ParseFloat(m[1], 64); err != nil || w < 8 || w > 60 {
					bad = append(bad, s.name+": "+m[1])
				}
			}
		}
		return bad
	}, everywhere(`width="18"`, `width="4"`)},

	{"the properties name the workbook, and neither the library nor the clock", func(b openedBook) (bad []string) {
		core := b.parts["docProps/core.xml"]
		for _, want := range []string{"<dc:title>", "<dc:creator>", "<dc:subject>", "<dc:description>", "<keywords>", "<dc:language>", "2031-09-01T08:00:00Z"} {
			if !strings.Contains(core, want) {
				bad = append(bad, want)
			}
		}
		for name, part := range b.parts {
			if strings.Contains(part, "xuri") || strings.Contains(part, "Go Excelize") || strings.Contains(part, "2006-09-16") {
				bad = append(bad, name)
			}
		}
		return bad
	}, replace("docProps/core.xml", "<dc:creator>", "<dc:creator>xuri ")},

	{"long tables keep their headings in view; every sheet prints one page wide with page numbers", func(b openedBook) (bad []string) {
		for _, s := range b.sheets {
			part := b.parts[s.part]
			if s.table != nil && len(s.rows)-s.head() > 32 && !strings.Contains(part, `state="frozen"`) || !strings.Contains(part, `fitToWidth="1"`) || !strings.Contains(part, "&amp;P") {
				bad = append(bad, s.name)
			}
			if s.table != nil && !strings.Contains(b.parts["xl/workbook.xml"], sheet.Quoted(s.name)+"!$"+fmt.Sprint(s.head()+1)+":") && !strings.Contains(b.parts["xl/workbook.xml"], "&#39;"+s.name+"&#39;!$") {
				bad = append(bad, s.name+" has no print titles")
			}
		}
		return bad
	}, everywhere(`fitToWidth="1"`, `fitToWidth="3"`)},

	{"there is no macro, no outside link, no comment, no shared file", func(b openedBook) (bad []string) {
		for name, part := range b.parts {
			if strings.Contains(name, "vba") || strings.Contains(name, "externalLink") || strings.Contains(name, "comments") || strings.Contains(part, `TargetMode="External"`) {
				bad = append(bad, name)
			}
		}
		if !strings.Contains(b.parts["xl/workbook.xml"], `filterPrivacy="true"`) {
			bad = append(bad, "filterPrivacy is off")
		}
		return bad
	}, replace("xl/workbook.xml", `filterPrivacy="true"`, "")},
}

func (b openedBook) names() []string {
	names := make([]string, len(b.sheets))
	for i, s := range b.sheets {
		names[i] = s.name
	}
	return names
}

// kinds are the types of a sheet's columns as the dictionary declares them.
func (b openedBook) kinds(name string) map[string]string {
	d, kinds := b.sheet(dictionarySheet), map[string]string{}
	for i, of := range d.column("Sheet") {
		if of == name {
			kinds[d.column("Column")[i]] = d.column("Type")[i]
		}
	}
	return kinds
}

// cellsOf are the cells of a column by row, from 1.
func (b openedBook) cellsOf(s openedSheet, heading string) map[int]xmlCell {
	cells := map[int]xmlCell{}
	if s.head() < 0 {
		return cells
	}
	x := slices.Index(s.rows[s.head()], heading)
	for y := s.head() + 2; x >= 0 && y <= len(s.rows); y++ {
		if c, ok := s.cells[letters(x)+fmt.Sprint(y)]; ok {
			cells[y] = c
		}
	}
	return cells
}

// column2 is the column where wanted, and nothing on a page.
func (s openedSheet) column2(heading string, wanted bool) []string {
	if s.head() < 0 || !wanted {
		return nil
	}
	return s.column(heading)
}

func letters(x int) string {
	if x < 26 {
		return string(rune('A' + x))
	}
	return letters(x/26-1) + letters(x%26)
}

// last is the cell at the end of the used range.
func (s openedSheet) last() string {
	wide := 0
	for _, row := range s.rows {
		wide = max(wide, len(row))
	}
	return fmt.Sprintf("%s%d", letters(wide-1), len(s.rows))
}

func TestTheWorkbookKeepsTheRulesOfGoodWorkbooks(t *testing.T) {
	books := map[string]openedBook{}
	for name, record := range records() {
		books[name] = open(t, parts(t, workbook(t, record, Options{})))
	}
	if !testing.Short() {
		books["a large record"] = open(t, parts(t, workbook(t, sample.Many(2_000), Options{})))
	}
	if os.Getenv("TOLLBOOK_LONG") != "" {
		books["a record that asks for 72,000 links on one sheet"] = open(t, parts(t, workbook(t, sample.Many(12_000), Options{})))
	} else {
		t.Log("TOLLBOOK_LONG is unset; a workbook that asks for 72,000 links on one sheet was not checked.")
	}
	sound := parts(t, workbook(t, sample.Four(), Options{}))
	for _, c := range slices.Concat(checks, valueChecks, moreChecks) {
		t.Run(c.rule, func(t *testing.T) {
			for name, book := range books {
				for _, bad := range c.find(book) {
					t.Errorf("%s: %s", name, bad)
				}
			}
			spoiled := map[string]string{}
			for name, part := range sound {
				spoiled[name] = part
			}
			c.spoil(spoiled)
			if len(c.find(open(t, spoiled))) == 0 {
				t.Error("the workbook was broken on purpose and the check did not see it")
			}
		})
	}
}
