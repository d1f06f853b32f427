package exports

import (
	"fmt"
	"math"
	"time"

	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// An outlet shows the same tables as the workbook, in the same order, with the
// same columns and values, in another form.
type outlet struct {
	*content
	tables []*table // without the contents, which only list sheets
}

func newOutlet(r casualty.Record, o Options, translated bool) (outlet, error) {
	o, err := o.defaults()
	if err != nil {
		return outlet{}, err
	}
	if !translated {
		o.Language = "en" // machine forms are the same for everybody
	}
	c := gather(r, o)
	c.whole, c.sheetRows = true, math.MaxInt // a file has no last row
	tables := c.tablesWanted()[1:]
	for _, t := range tables {
		c.at[t.name] = t.layout(c) // cells say the same as in the workbook
	}
	return outlet{c, tables}, nil
}

// Tables are the names of the tables that the options ask for, in order.
func Tables(o Options) ([]string, error) {
	out, err := newOutlet(casualty.Record{}, o, false)
	if err != nil {
		return nil, err
	}
	names := make([]string, len(out.tables))
	for i, t := range out.tables {
		names[i] = fileName(t.name)
	}
	return names, nil
}

// fileName is a table's name in machine forms: "months_and_areas".
func fileName(name string) string { return column{heading: name}.field() }

func (o outlet) named(name string) (*table, error) {
	names := ""
	for _, t := range o.tables {
		if fileName(t.name) == name {
			return t, nil
		}
		names += ", " + fileName(t.name)
	}
	return nil, &casualty.Problem{Where: "table", Found: name, Want: "one of " + names[2:]}
}

// plain is a cell without its look and its formula: nil, a string, an int or a float64.
func plain(value any) any {
	if c, ok := value.(sheet.Cell); ok {
		value = c.Value
		if n, serial := value.(int); serial && c.Look == sheet.Date {
			value = time.Date(1899, 12, 30+n, 0, 0, 0, 0, time.UTC).Format("2006-01-02")
		}
	}
	if value == "" {
		return nil
	}
	return value
}

// text is a cell in a text file; a blank is empty.
func plainText(value any) string {
	if value = plain(value); value == nil {
		return ""
	}
	return fmt.Sprint(value)
}
