package exports

import (
	"fmt"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// notesTable says how the figures come about and what a reader must not read
// into them.
func notesTable(c *content) *table {
	rows := c.notes()
	return &table{
		name: notesSheet, title: "Notes", rows: len(rows),
		holds: "How the figures come about, the methods, and what was left out",
		intro: []string{c.say("One row for each note: how the figures come about, and what was left out.")},
		columns: []column{
			{heading: "Note", width: 8, look: sheet.Code, kind: "text", meaning: "Number of the note", value: func(i int) any { return fmt.Sprintf("n%d", i+1) }},
			{heading: "About", width: 24, kind: "text", meaning: "What the note is about", value: func(i int) any { return rows[i][0] }},
			{heading: "Text", width: 60, kind: "text", meaning: "The note", value: func(i int) any { return rows[i][1] }},
		},
	}
}

// fixedNotes are the notes of every workbook: subject and text.
var fixedNotes = [][2]string{
	{"From document to figure", "Documents are kept as received. A person confirms each claim read in them and links it to an incident. Within one origin a later claim replaces an earlier one, even downwards; many outlets that quote one origin are one voice. The words are coded by the method's lexicon, and the method settles the figure. Every claim that speaks to a figure is listed with what became of it."},
	{"Five values", "A range; none reported (silence, no zero); stated without a number; not stated; not collected. None of them is zero. A zero stands only where a source says that nobody was harmed, or where a method's own zero is marked as such."},
	{"Blank cells", "A blank number is an unknown number. The columns Status, Explanation and Low stands on say why; the data dictionary says for every column what a blank means."},
	{"Open figures", "Where the largest number named is a floor (at least 12), the figure has no upper bound: High is blank, Open is yes, and Highest is the largest number named."},
	{"Totals", "Lows and highs are added apart. They need not all hold at once, so that a total is an envelope of what was reported and no confidence interval. One open figure leaves the total open. Incidents without a figure add nothing and are counted beside the total."},
	{"Span as reported", "The columns Reported low to Reported highest show what was said before any claim was set aside as older or repeated; the figure may be narrower."},
	{"Live cells", "Figures marked as live formulas follow the column Counted of the sheet Claims; totals follow the figures. Every formula carries the value that was computed when the file was made. Sorting Claims is safe in small workbooks; in larger ones figures show #N/A until the rows stand together again."},
}

// notes are pairs of subject and text, in the workbook's language.
func (c *content) notes() [][2]string {
	var notes [][2]string
	add := func(about, text string) { notes = append(notes, [2]string{about, text}) }
	for _, n := range fixedNotes {
		add(c.say(n[0]), c.say(n[1]))
	}
	add(c.say("Left out"), c.unconfirmed())
	add(c.say("Decisions"), c.resting())
	for i, t := range c.tables {
		about := "Method %s"
		if i == 0 {
			about = "Headline method %s"
		}
		add(c.say(about, t.Method), c.methodText(t.Method))
	}
	for _, n := range []string{c.redact.quotes, c.redact.places, c.redact.sources, c.redact.origins, c.redact.documents} {
		if n != "" {
			add(c.say("Profile %s", c.options.Profile), c.say(n))
		}
	}
	if who := c.attribution(); who != "" {
		add(c.say("Places"), c.say("%s. The places of some incidents were taken from it by a person.", who))
	}
	if k := c.options.SmallCounts; k > 1 {
		add(c.say("Small counts"), c.say(smallCountsNote, k-1, k-1))
	}
	for _, where := range c.cut {
		add(c.say("Cut text"), where)
	}
	return notes
}

const smallCountsNote = "Numbers from 1 to %s are shown as the range 1 to %s. Where one could be told from others (a part from its total, a claim from a figure that was computed of several), those are withheld too: the parts and the claims of such an incident, and its figures by other methods. A withheld figure adds nothing to a total and is counted as without a figure. Totals are sums of what is shown, so that no smaller number can be found by subtracting. What follows from the parts of a figure is left out. Whether a figure has an upper bound is still shown. Titles of incidents are as the people wrote them who keep the record."

// methodText is the method's rule, its lexicon, and where both come from.
func (c *content) methodText(m aggregate.Method) string {
	text := c.say(m.Sentence) + " " + c.say("Lexicon: %s.", m.Lexicon)
	if m.After != "" {
		text += " " + sentenceCase(c.say(m.After)) + "."
	}
	if m.Lexicon.Source != "" {
		text += " " + c.say("Values of words:") + " " + c.say(m.Lexicon.Source) + "."
	}
	return text
}

// attribution is what a source of places asks for wherever they are shown; empty where
// no incident has a place of it.
func (c *content) attribution() string {
	if casualty.OfGeoNames(c.shown.Incidents) {
		return casualty.GeoNamesAttribution
	}
	return ""
}
