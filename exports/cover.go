package exports

import (
	"fmt"
	"strings"

	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// coverLines are what the cover says: pairs of subject and text.
func (c *content) coverLines(tables []*table) [][2]string {
	o := c.options
	unstated := c.say("not stated")
	lines := [][2]string{
		{"Publisher", orElse(o.Publisher, unstated)},
		{"Contact", orElse(o.Contact, unstated)},
		{"Licence", orElse(o.Licence, c.say("not stated: ask the publisher before passing it on"))},
		{"Sensitivity", orElse(o.Sensitivity, unstated)},
		{"Profile", c.say(profileText[o.Profile])},
		{"Period covered", c.period()},
		{"As of", orElse(string(o.Settings.AsOf), c.say("everything known when the file was made"))},
		{"Generated at", orElse(string(c.shown.AsOf), c.say("not recorded")) + c.mark(",") + c.say("the time of the journal's last entry")},
		{"Journal's head", c.head()},
		{"Program", o.Program + c.mark(",") + c.say("workbook form %s", formVersion)},
		{"In short", c.inShort()},
		{"Method", c.table.Method.String() + ". " + c.methodText(c.table.Method)},
		{"Lexicon", c.table.Method.Lexicon.String()},
		{"Method statement", c.statement()},
	}
	if len(c.tables) > 1 {
		lines = append(lines, [2]string{"Laid beside it", c.beside() + c.mark(";") + c.say("on the sheet %s", c.say(methodsSheet))})
	}
	lines = append(lines, [2]string{"Left out", c.unconfirmed()}, [2]string{"Decisions", c.resting()}, [2]string{"How to cite", c.citation()})
	for i := range lines {
		lines[i][0] = c.say(lines[i][0])
	}
	for _, t := range tables[1:] { // the contents only list the others
		lines = append(lines, [2]string{c.say("Rows of %s", t.called(c)), c.count(t.rows)})
	}
	return lines
}

// formVersion changes whenever a sheet or a column does.
const formVersion = "4"

var profileText = map[string]string{
	Internal: "internal: for the people who keep the record; not for publication",
	Partner:  "partner: for named partners; not for publication",
	Public:   "public: for publication",
}

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

func (c *content) head() string {
	if c.shown.Head == "" {
		return c.say(noneOfThese)
	}
	return c.shown.Head + c.mark(",") + c.say("entry %s", c.count(c.shown.Entries))
}

// period is from the first day of the earliest incident to the last of the latest.
func (c *content) period() string {
	var first, last casualty.Day
	undated := 0
	for _, in := range c.shown.Incidents {
		if !in.Day.Stated() {
			undated++
			continue
		}
		if first == "" || in.Day.First() < first {
			first = in.Day.First()
		}
		last = max(last, in.Day.Last())
	}
	text := c.say("no incident has a date")
	if first != "" {
		text = c.say("%s to %s, by day of the incident", first, last)
	}
	if undated > 0 {
		text += c.mark(";") + c.say("without a date: %s", c.count(undated))
	}
	return text
}

// beside names the methods that are laid beside the headline method.
func (c *content) beside() string {
	names := make([]string, 0, len(c.tables))
	for _, t := range c.tables[1:] {
		names = append(names, t.Method.String())
	}
	return strings.Join(names, ", ")
}

// inShort says the totals over all people in one paragraph.
func (c *content) inShort() string {
	var parts []string
	for _, t := range c.table.Totals {
		part := c.say(string(t.Question.Harm)) + c.mark(":") + c.tell(t.String())
		if t.Unknown > 0 {
			part += " (" + c.say("incidents without a figure: %s of %s", c.count(t.Unknown), c.count(t.Incidents)) + ")"
		}
		parts = append(parts, part)
	}
	if len(parts) == 0 {
		return c.say("The record makes no figure.")
	}
	return strings.Join(parts, c.mark(";")) + "."
}

func (c *content) citation() string {
	year := c.say("n.d.")
	if len(c.shown.AsOf) >= 4 {
		year = string(c.shown.AsOf[:4])
	}
	cite := fmt.Sprintf("%s (%s). %s. %s", orElse(c.options.Publisher, c.say("Publisher not stated")), year, c.options.Title, c.say("Method %s", c.table.Method))
	if len(c.shown.Head) >= 12 {
		cite += c.mark(",") + c.say("journal's head %s", c.shown.Head[:12])
	}
	return cite + "."
}

// writeCover writes the first sheet.
func (c *content) writeCover(book *sheet.Book, tables []*table) error {
	lines := c.coverLines(tables)
	s, err := book.Open(sheet.Layout{
		Name: c.say(coverSheet), Title: c.options.Title, Widths: []float64{28, 60}, Lines: len(lines), Upright: true,
		Intro: []string{c.say("Civilian harm as reported, settled by a named method. Every number leads to the words of a document.")},
		Back:  c.say("Go to %s", c.say(contentsSheet)), BackTo: c.say(contentsSheet),
	})
	if err != nil {
		return err
	}
	for _, line := range lines {
		if err := s.Line(sheet.Cell{Look: sheet.Label, Value: line[0]}, sheet.Cell{Look: sheet.Plain, Value: c.text(coverSheet, line[1])}); err != nil {
			return err
		}
	}
	return s.Close()
}

// contentsTable lists every other sheet, in order.
func contentsTable(c *content, tables []*table) *table {
	rows := [][3]string{{c.say(coverSheet), c.say("Cover"), c.say("Who made the file, of what, by which method, and how to cite it")}}
	for _, t := range tables {
		rows = append(rows, [3]string{t.called(c), c.say(t.title), c.say(t.holds) + t.over(c)})
	}
	return &table{
		name: contentsSheet, title: "Contents", rows: len(rows), holds: "List of the sheets", back: coverSheet,
		intro: []string{c.say("One row for each other sheet, in order. Each sheet holds one table and leads back here.") + c.sizeNote()},
		columns: []column{
			{heading: "Sheet", width: 20, look: sheet.Anchor, kind: "text", meaning: "Name of the sheet; leads to it", value: func(i int) any {
				return sheet.Cell{Look: sheet.Anchor, Value: rows[i][0], Jump: sheet.Quoted(rows[i][0]) + "!A1"}
			}},
			{heading: "Title", width: 30, kind: "text", meaning: "Title of the sheet", value: func(i int) any { return rows[i][1] }},
			{heading: "Holds", width: 60, kind: "text", meaning: "What the sheet holds", value: func(i int) any { return rows[i][2] }},
			{heading: "Rows", width: 10, look: sheet.Number, kind: "whole number", blank: "the sheet is no table", meaning: "How many rows of data the sheet has", value: func(i int) any {
				if i == 0 {
					return nil
				}
				return tables[i-1].rows // counted when the sheets are filled
			}},
		},
	}
}

// sizeNote says what a large workbook carries instead of formulas.
func (c *content) sizeNote() string {
	if len(c.claims) <= liveClaims {
		return ""
	}
	return " " + c.say("This workbook has more than %s rows of claims: figures and totals are values, and links are plain text.", c.count(liveClaims))
}
