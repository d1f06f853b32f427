package exports

import (
	"io"

	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// TemplateSheet is the sheet of the template that is filled in and imported.
const TemplateSheet = "Reports"

// templateRows are the blank rows ready to be filled in, with drop-downs.
const templateRows = 500

// A templateColumn is one column of the template: what it is for, and an example
// for each row of the example.
type templateColumn struct {
	heading string
	width   float64
	choices []string
	what    string
	example [4]string
}

// templateColumns have the headings that the preset "template" knows. Every cell
// is text, so that no spreadsheet makes a date of 3-4.
var templateColumns = []templateColumn{
	{"Row id", 9, nil, "A name of your own for the row. It must not change: by it a later version of this file is matched with this one.", [4]string{"1", "2", "3", "4"}},
	{"Incident", 12, nil, "The same in every row that speaks of the same incident.", [4]string{"market", "market", "market", "bridge"}},
	{"Title", 26, nil, "What a reader knows the incident by.", [4]string{"Shelling of the old market", "Shelling of the old market", "Shelling of the old market", "Strike on the north bridge"}},
	{"Date", 14, nil, "When it happened: 2031-02-03, or 2031-02, 2031, 2031-02-03/2031-02-05 where no more is known.", [4]string{"2031-02-03", "2031-02-03", "2031-02-03", "2031-02"}},
	{"Place", 20, nil, "Where, as precisely as known.", [4]string{"Old Market, Ostrel", "Old Market, Ostrel", "Old Market, Ostrel", "North Bridge"}},
	{"Admin 1", 16, nil, "The first-level unit.", [4]string{"Vareno", "Vareno", "Vareno", "Vareno"}},
	{"Country", 9, nil, "Three letters (ISO 3166-1), or its English name.", [4]string{"", "", "", ""}},
	{"Cause", 16, nil, "In your own words, always the same for the same.", [4]string{"shelling", "shelling", "shelling", "air strike"}},
	{"Perpetrators", 20, nil, "Who is said to have done it; several with a semicolon between them.", [4]string{"Northern Column", "Northern Column", "Northern Column", ""}},
	{"Source", 20, nil, "Who published this figure: one name. Another source is another row.", [4]string{"Example Gazette", "Example Gazette", "Valley Radio", "Valley Radio"}},
	{"Origin", 20, nil, "Who the figure comes from, apart from who printed it.", [4]string{"the governor", "the governor", "", "the town hospital"}},
	{"Said", 14, nil, "When the figure was said, as a date.", [4]string{"2031-02-03", "2031-02-04", "2031-02-03", "2031-03-01"}},
	{"Harm", 13, words(casualty.Harms), "What was done to the people counted.", [4]string{"killed", "injured", "killed", "killed"}},
	{"Count", 16, nil, "As it was worded: 12, at least 12, 12+, 3-7, up to 20, ~9, dozens, none reported, 0 for a denial, unknown.", [4]string{"at least 12", "dozens", "9-11", "unknown"}},
	{"Population", 13, words(casualty.Populations), "Blank where the source does not say.", [4]string{"civilians", "", "", ""}},
	{"Group", 14, words(casualty.Groups), "Blank for all people.", [4]string{"", "", "children", ""}},
	{"Notes", 30, nil, "Kept with the incident.", [4]string{"", "", "", "no figure yet"}},
}

func words[C ~string](codes []C) []string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = string(c)
	}
	return all
}

// Template writes the workbook that people fill in by hand and import: blank rows
// with drop-downs, what each column is for, and an example. The same program
// version writes the same bytes.
func Template(w io.Writer, program string) error {
	book, err := sheet.New(sheet.Properties{
		Title: "Reports of harm, to be filled in", Subject: "One row a figure and source", Creator: program,
		Language: "en", Created: "1980-01-01T00:00:00Z", Footer: "Reports of harm", Choose: chooseText,
	}, "Instructions", TemplateSheet, "Example")
	if err != nil {
		return err
	}
	defer book.Close()
	for _, fill := range []func(*sheet.Book) error{templateInstructions, templateBlank, templateExample} {
		if err := fill(book); err != nil {
			return err
		}
	}
	return book.Write(w)
}

func templateInstructions(book *sheet.Book) error {
	lines := [][]any{
		{sheet.Cell{Look: sheet.Heading, Value: "How to fill it in"}},
		{"One row is one figure of one source. Two sources that disagree are two rows; killed and injured are two rows."},
		{"Write numbers as the source words them. Blank and unknown say that nothing is known; 0 says that the source denies it."},
		{"Cells are text, so that 3-4 stays 3-4. Add rows below as you need them; leave the headings as they are."},
		{"Then: tollbook import FILE --preset template --source \"who made this table\" --dry-run"},
		{},
		{sheet.Cell{Look: sheet.Heading, Value: "The columns"}},
	}
	for _, c := range templateColumns {
		lines = append(lines, []any{sheet.Cell{Look: sheet.Label, Value: c.heading}, c.what})
	}
	s, err := book.Open(sheet.Layout{Name: "Instructions", Title: "Reports of harm", Widths: []float64{18, 100}, Lines: len(lines), Upright: true})
	if err != nil {
		return err
	}
	for _, line := range lines {
		if err := s.Line(line...); err != nil {
			return err
		}
	}
	return s.Close()
}

func templateTable(name string, rows int) *sheet.Table {
	t := &sheet.Table{Name: name, Rows: rows}
	for _, c := range templateColumns {
		t.Columns = append(t.Columns, sheet.Column{Heading: c.heading, Width: c.width, Look: sheet.Input, Choices: c.choices})
	}
	return t
}

func templateBlank(book *sheet.Book) error {
	s, err := book.Open(sheet.Layout{Name: TemplateSheet, Title: "Reports", Intro: []string{"One row a figure and source; see the sheets Instructions and Example."}, Table: templateTable("Reports", templateRows)})
	if err != nil {
		return err
	}
	for range templateRows {
		if err := s.Row(make([]any, len(templateColumns))...); err != nil {
			return err
		}
	}
	return s.Close()
}

func templateExample(book *sheet.Book) error {
	rows := len(templateColumns[0].example)
	s, err := book.Open(sheet.Layout{Name: "Example", Title: "Example", Intro: []string{"Made up. This sheet is not imported."}, Table: templateTable("Example", rows)})
	if err != nil {
		return err
	}
	for i := range rows {
		values := make([]any, len(templateColumns))
		for j, c := range templateColumns {
			if c.example[i] != "" {
				values[j] = c.example[i]
			}
		}
		if err := s.Row(values...); err != nil {
			return err
		}
	}
	return s.Close()
}
