package sheet

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"tollbook/casualty"
)

// A Layout declares a sheet before its first row: from it every position on the
// sheet is known, so that formulas can point to rows that are not written yet.
//
//	A1           the title
//	A2 ...       the introduction, one line a row
//	next         the link back, where there is one
//	(blank)
//	next         the table's headings, or the first line of a page
type Layout struct {
	Name   string
	Title  string
	Intro  []string
	Back   string // text of the link back to the sheet BackTo; empty: none
	BackTo string
	Table  *Table    // nil for a page of lines
	Widths []float64 // of a page's columns, in characters
	Lines  int       // of a page, exactly as many as will follow
	Charts []Chart
	// PrintColumns is how many columns the printed page shows; 0: all.
	PrintColumns int
	// Upright prints the sheet in portrait; tables are wide and print in landscape.
	Upright bool
}

// A Table is the one table of a sheet.
type Table struct {
	Name    string // as formulas name it
	Columns []Column
	Rows    int // exactly as many as will follow
}

// A Column is one column of a table.
type Column struct {
	Heading string
	Key     string  // what formulas call the column, whatever the heading's language; empty: the heading
	Width   float64 // in characters, 8 to 60
	Look    Look
	// Choices are what a reader may choose from in the column's cells; ChoicesAt
	// is a range that holds them, where they are many. Both empty: anything.
	Choices   []string
	ChoicesAt string
}

// Head is the row of the table's headings, or of a page's first line.
func (l Layout) Head() int {
	row := 2 + len(l.Intro)
	if l.Back != "" {
		row++
	}
	return row + 1
}

// First and Last are the rows of the table's data. Last is First-1 for none.
func (l Layout) First() int { return l.Head() + 1 }

// Last is the row of the table's last data.
func (l Layout) Last() int { return l.Head() + l.rows() }

func (l Layout) rows() int {
	if l.Table != nil {
		return l.Table.Rows
	}
	return l.Lines - 1
}

// Cell names a data cell from outside the sheet: Cell("Low", 0) is the first row
// of the column headed Low. It panics for a heading that the table has not: that
// is a fault of the program, not of the data.
func (l Layout) Cell(heading string, row int) string {
	return fmt.Sprintf("%s!$%s$%d", Quoted(l.Name), l.Letter(heading), l.First()+row)
}

// Range names rows from to to (included, from 0) of a column, from outside the sheet.
func (l Layout) Range(heading string, from, to int) string {
	c := l.Letter(heading)
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", Quoted(l.Name), c, l.First()+from, c, l.First()+to)
}

// All names the whole column; of an empty table, the row below the headings.
func (l Layout) All(heading string) string {
	return l.Range(heading, 0, max(l.Table.Rows-1, 0))
}

// Letter is the column's letter.
func (l Layout) Letter(heading string) string {
	for i, c := range l.Table.Columns {
		if c.Key == heading || c.Key == "" && c.Heading == heading {
			return letter(i + 1)
		}
	}
	panic(fmt.Sprintf("sheet: %s has no column %q", l.Name, heading))
}

// Quoted is a sheet's name as formulas write it.
func Quoted(name string) string {
	for _, r := range name {
		if r == '_' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			continue
		}
		return "'" + doubled(name, '\'') + "'"
	}
	return name
}

// Literal is a text as formulas write it. Text from the record enters a formula
// in no other way.
func Literal(text string) string { return `"` + doubled(text, '"') + `"` }

func doubled(text string, mark rune) string {
	out := make([]rune, 0, len(text))
	for _, r := range text {
		if r == mark {
			out = append(out, mark)
		}
		out = append(out, r)
	}
	return string(out)
}

func letter(column int) string {
	name, err := excelize.ColumnNumberToName(column)
	if err != nil {
		panic(err) // checkTable holds the number of columns
	}
	return name
}

func (l Layout) check() error {
	if l.Title == "" {
		return &casualty.Problem{Where: l.Name, Want: "a title"}
	}
	if l.Table != nil {
		if err := checkTable(l.Name, l.Table); err != nil {
			return err
		}
	}
	if l.Last() > MaxRows {
		return &casualty.Problem{Where: l.Name, Found: fmt.Sprint(l.Last(), " rows"), Want: "at most 1,048,576 rows on a sheet"}
	}
	return nil
}

// columns is how many columns the sheet uses.
func (l Layout) columns() int {
	if l.Table != nil {
		return len(l.Table.Columns)
	}
	return len(l.Widths)
}
