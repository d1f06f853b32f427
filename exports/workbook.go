package exports

import (
	"fmt"
	"io"
	"slices"

	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// Workbook writes the report workbook of a record: one table a sheet, totals as
// live formulas over the figures, figures over the claims, each with the value
// that was computed here. The same record and options give the same bytes.
//
// An error leaves w with part of a file at most; the caller keeps it from the
// reader's eyes. Unconfirmed claims enter no figure and are counted on the cover.
func Workbook(w io.Writer, record casualty.Record, o Options) error {
	o, err := o.defaults()
	if err != nil {
		return err
	}
	return gather(record, o).workbook(w)
}

func (c *content) workbook(w io.Writer) error {
	var tables []*table
	for _, t := range c.tablesOf(c.options.Preset) {
		tables = append(tables, t.split(c.sheetRows)...)
	}
	contents := contentsTable(c, tables[1:])
	tables[0] = contents
	names := []string{c.say(coverSheet)}
	for _, t := range tables {
		names = append(names, t.called(c))
	}
	book, err := sheet.New(c.properties(), names...)
	if err != nil {
		return err
	}
	defer book.Close()
	return c.write(book, tables, w)
}

// tablesOf are the tables of a preset, in the order of their sheets. The first
// place is kept for the contents, which list the others.
func (c *content) tablesOf(preset string) []*table {
	tables := []*table{{name: contentsSheet}}
	add := func(in []string, make func() *table) {
		if slices.Contains(in, preset) {
			tables = append(tables, make())
		}
	}
	all, read, data := []string{Evidence, Data, Report}, []string{Evidence, Report}, []string{Evidence, Data}
	for _, g := range groupings() {
		add(read, func() *table { return totalsTable(c, g) })
	}
	add(read, func() *table { return matrixTable(c) })
	add(all, func() *table { return figuresTable(c) })
	if len(c.tables) > 1 {
		add(read, func() *table { return methodsTable(c) })
	}
	add(data, func() *table { return claimsTable(c) })
	add(all, func() *table { return incidentsTable(c) })
	add(data, func() *table { return sourcesTable(c) })
	add(data, func() *table { return originsTable(c) })
	add(data, func() *table { return documentsTable(c) })
	if c.options.Since != nil {
		add(all, func() *table { return changesTable(c) })
	}
	add(all, func() *table { return notesTable(c) })
	contents := contentsTable(c, nil)
	codes := codesTable(c)
	described := []*table{contents}
	for _, t := range append(tables[1:len(tables):len(tables)], codes) {
		described = append(described, t.split(c.sheetRows)...)
	}
	return append(tables, dictionaryTable(c, described), codes)
}

// write fills the sheets. The notes come after the others, because they report
// what had to be cut there, and the contents and the cover count their rows.
func (c *content) write(book *sheet.Book, tables []*table, w io.Writer) error {
	for _, t := range tables {
		c.at[t.name] = t.layout(c)
	}
	for i, f := range c.figures {
		c.position["figure "+f.id] = i
	}
	last := []string{notesSheet, contentsSheet}
	for _, t := range tables {
		if !slices.Contains(last, t.name) {
			if err := c.fillSheet(book, t); err != nil {
				return err
			}
		}
	}
	for _, name := range last {
		t := tables[slices.IndexFunc(tables, func(t *table) bool { return t.name == name })]
		if name == notesSheet {
			*t = *notesTable(c)
		}
		if err := c.fillSheet(book, t); err != nil {
			return err
		}
	}
	if err := c.writeCover(book, tables); err != nil {
		return err
	}
	return book.Write(w)
}

func (c *content) fillSheet(book *sheet.Book, t *table) error {
	layout := t.layout(c)
	if t.charts != nil {
		layout.Charts = t.charts()
	}
	s, err := book.Open(layout)
	if err != nil {
		return err
	}
	if err := t.fill(s, c.options.Progress); err != nil {
		return err
	}
	return s.Close()
}

// text makes a text fit for a cell. What does not fit is cut, marked in the cell
// and reported in the notes. Other outlets have no such limit.
func (c *content) text(where, text string) string {
	if c.whole {
		return sheet.Clean(text)
	}
	fitted, cut := sheet.Fit(text)
	if cut {
		c.cut = append(c.cut, fmt.Sprintf("On the sheet %s a text of %d characters was cut to what a cell can hold; the cell says so. The document holds the whole.", where, sheet.Units(text)))
	}
	return fitted
}

func (c *content) properties() sheet.Properties {
	o := c.options
	created := "1980-01-01T00:00:00Z"
	if day := c.shown.AsOf.Day(); day.First() != "" {
		created = string(day.First()) + "T00:00:00Z"
	}
	if len(c.shown.AsOf) == len("2006-01-02T15:04:05Z") {
		created = string(c.shown.AsOf)
	}
	return sheet.Properties{
		Title: o.Title, Subject: "Civilian harm: figures and the claims behind them", Creator: orElse(o.Publisher, "Tollbook"),
		Description: "Method " + c.table.Method.String() + ". " + c.unconfirmed(), Keywords: "civilian harm, casualties, " + c.table.Method.String(),
		Language: o.Language, RightToLeft: o.Language == "ar", Created: created, Footer: o.Title + sensitivityMark(o.Sensitivity),
		Custom: []sheet.Property{
			{Name: "Profile", Value: o.Profile}, {Name: "Sensitivity", Value: orElse(o.Sensitivity, "not stated")},
			{Name: "Method", Value: c.table.Method.String()}, {Name: "Journal head", Value: orElse(c.shown.Head, "none")},
		},
	}
}

func sensitivityMark(s string) string {
	if s == "" {
		return ""
	}
	return ", sensitivity: " + s
}
