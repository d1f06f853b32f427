package exports

import (
	"strings"

	"tollbook/exports/internal/sheet"
)

// A table is one of the tables that every outlet shows: what it holds, its
// columns, and their values row by row.
type table struct {
	name    string // of the sheet, and the file of other outlets
	title   string
	holds   string   // one sentence, for the list of contents
	intro   []string // what a reader must know before reading it
	columns []column
	rows    int
	print   int // how many columns a printed page shows; 0: all
	charts  func() []sheet.Chart
	back    string // the sheet that the link back leads to; empty: Contents
	part    int    // which part of a table over several sheets, from 1; 0: whole
	parts   int    // how many there are
}

// A column carries its own meaning and its own values, so that heading, data
// dictionary and cell cannot come apart.
type column struct {
	heading string
	width   float64
	look    sheet.Look
	kind    string // "text", "whole number", "difference", "number", "date", "yes or no" or "code"
	blank   string // what a blank cell means; empty: never blank
	meaning string
	tag     string // HXL; empty: none
	live    bool   // the cell may be a formula
	choices []string
	given   bool   // the heading comes from the record, not from us
	prose   bool   // the program's own words for a code: a later version may say it better
	list    string // the code list whose codes the column holds
	value   func(row int) any
}

// field is the column's name in machine forms: "coded_low" for "Coded low".
func (c column) field() string {
	if c.given {
		return c.heading // in whatever script: folded, two could become one
	}
	fold := func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r - 'A' + 'a'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return '_'
	}
	return strings.Trim(strings.Map(fold, c.heading), "_")
}

// layout is the table as a sheet. Its intro is in the workbook's language already.
func (t *table) layout(c *content) sheet.Layout {
	columns := make([]sheet.Column, len(t.columns))
	for i, col := range t.columns {
		columns[i] = sheet.Column{Heading: t.head(c, col), Key: col.heading, Width: col.width, Look: col.look, Choices: col.choices, ChoicesAt: c.codesAt(col.list)}
	}
	intro := t.intro
	if t.rows == 0 {
		intro = append([]string{c.say("This table has no rows: the record holds nothing of this kind.")}, intro...)
	}
	back := c.say(orElse(t.back, contentsSheet))
	return sheet.Layout{
		Name: t.called(c), Title: c.say(t.title), Intro: intro, Back: c.say("Back to %s", back), BackTo: back, PrintColumns: t.print,
		Table: &sheet.Table{Name: strings.ReplaceAll(t.name, " ", "_"), Columns: columns, Rows: t.rows},
	}
}

// codesAt is where a list's codes stand on the sheet Code lists, once that is known.
func (c *content) codesAt(list string) string {
	lists, known := c.at[codesSheet]
	if !known || list == "" {
		return ""
	}
	first, last := -1, 0
	for i, m := range codeMeanings() {
		if m.list == list {
			last = i
			if first < 0 {
				first = i
			}
		}
	}
	return lists.Range("Code", first, last)
}

// head is a column's heading in the workbook's language.
func (t *table) head(c *content, col column) string {
	if col.given {
		return col.heading
	}
	return c.say(col.heading)
}

// fill writes the rows. Blank is nil; an empty text is blank, too.
func (t *table) fill(s *sheet.Sheet, progress func(string, int) error) error {
	row := make([]any, len(t.columns))
	for i := range t.rows {
		if progress != nil && i%1000 == 0 {
			if err := progress(t.name, i); err != nil {
				return err
			}
		}
		for j, c := range t.columns {
			row[j] = c.value(i)
			if row[j] == "" {
				row[j] = nil
			}
		}
		if err := s.Row(row...); err != nil {
			return err
		}
	}
	return nil
}

// yesNo is how every table shows a flag: a word, so that no colour is needed.
func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// number is n where it is known, and a true blank where it is not.
func number(n int, known bool) any {
	if !known {
		return nil
	}
	return n
}
