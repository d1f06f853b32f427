package exports

import (
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
	for _, t := range c.tablesWanted() {
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

// A sheetKind is a table that a workbook may have, and the presets that have it.
type sheetKind struct {
	name    string
	presets []string
	make    func(*content) *table
	when    func(*content) bool // nil: always
}

// sheetKinds are the tables in the order of their sheets.
func sheetKinds() []sheetKind {
	all, read, data := []string{Evidence, Data, Report}, []string{Evidence, Report}, []string{Evidence, Data}
	var kinds []sheetKind
	for _, g := range groupings() {
		kinds = append(kinds, sheetKind{g.name, read, func(c *content) *table { return totalsTable(c, g) }, nil})
	}
	kinds = slices.Insert(kinds, 1, sheetKind{panelSheet, read, panelTable, nil}) // beside the totals that it speaks of
	return append(kinds,
		sheetKind{matrixSheet, read, matrixTable, nil},
		sheetKind{figuresSheet, all, figuresTable, nil},
		sheetKind{methodsSheet, read, methodsTable, func(c *content) bool { return len(c.tables) > 1 }},
		sheetKind{partsSheet, all, partsTable, func(c *content) bool { return !c.small.on() }}, // a part may be small
		sheetKind{claimsSheet, data, claimsTable, nil},
		sheetKind{incidentsSheet, all, incidentsTable, nil},
		sheetKind{sourcesSheet, data, sourcesTable, nil},
		sheetKind{originsSheet, data, originsTable, nil},
		sheetKind{documentsSheet, data, documentsTable, nil},
		sheetKind{changesSheet, all, changesTable, func(c *content) bool { return c.options.Since != nil }},
	)
}

// Sheets names the tables that [Options] can ask for.
func Sheets() []string {
	var names []string
	for _, k := range sheetKinds() {
		names = append(names, fileName(k.name))
	}
	return names
}

// wanted tells whether the options ask for a table, by its name or by the preset.
func (c *content) wanted(k sheetKind) bool {
	o := c.options
	switch {
	case k.when != nil && !k.when(c):
		return false
	case len(o.Sheets) > 0:
		return slices.Contains(o.Sheets, fileName(k.name))
	}
	return slices.Contains(k.presets, o.Preset)
}

// tablesWanted are the tables that the options ask for, in the order of their
// sheets. The first place is kept for the contents, which list the others.
func (c *content) tablesWanted() []*table {
	tables := []*table{{name: contentsSheet}}
	for _, k := range sheetKinds() {
		if c.wanted(k) {
			tables = append(tables, k.make(c))
		}
	}
	tables = append(tables, notesTable(c))
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
	fitted, cut := sheet.Fit(text, func(shown, all int) string {
		return c.say("[…cut here: %s of %s characters stand in this cell]", shown, all)
	})
	if cut {
		c.cut = append(c.cut, c.say("On the sheet %s a text of %s characters was cut to what a cell can hold; the cell says so. The document holds the whole.", c.say(where), sheet.Units(text)))
	}
	return fitted
}

// chooseText is what a reader is told who enters a value that a list has not.
const chooseText = "Choose one of the values of the list."

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
		Title: o.Title, Subject: c.say("Civilian harm: figures and the claims behind them"), Creator: orElse(o.Publisher, "Tollbook"),
		Description: c.say("Method %s", c.table.Method) + ". " + c.unconfirmed() + " " + c.resting(), Keywords: c.say("civilian harm, casualties") + c.mark(",") + c.table.Method.String(),
		Language: o.Language, RightToLeft: o.Language == "ar", Created: created, Footer: c.footer(), Choose: c.say(chooseText),
		Custom: []sheet.Property{
			{Name: "Profile", Value: o.Profile}, {Name: "Sensitivity", Value: orElse(o.Sensitivity, c.say("not stated"))},
			{Name: "Method", Value: c.table.Method.String()}, {Name: "Journal head", Value: orElse(c.shown.Head, c.say(noneOfThese))},
		},
	}
}

func (c *content) footer() string {
	if c.options.Sensitivity == "" {
		return c.options.Title
	}
	return c.say("%s, sensitivity: %s", c.options.Title, c.options.Sensitivity)
}
