package exports

import (
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// A comparison is one figure by one method.
type comparison struct {
	aggregate.IncidentFigure
	method aggregate.Method
}

// methodsTable lays every method beside the others: one row for each figure and
// method, the methods of one figure together. Its numbers are values.
func methodsTable(c *content) *table {
	var rows []comparison
	for i := range c.table.Figures {
		for _, t := range c.tables {
			rows = append(rows, comparison{t.Figures[i], t.Method})
		}
	}
	at := func(i int) comparison { return rows[i] }
	shown := func(i int) casualty.Range { return at(i).Figure.Range }
	t := &table{
		name: methodsSheet, title: "Methods compared", rows: len(rows),
		holds: "Every figure by every method of this workbook, with the reasons where they differ",
		intro: []string{
			c.say("One row for each figure and method. The numbers are values: only the headline method's figures are live, on the sheet Figures."),
			c.say("A method that makes no figure says why. What a method counted and set aside stands beside its number."),
		},
		columns: []column{
			{heading: "Figure", width: 20, look: sheet.Code, kind: "text", meaning: "Name of the figure: the incident and the question", tag: "#meta +id", value: func(i int) any { return figureID(at(i).IncidentFigure) }},
			{heading: "Title", width: 22, kind: "text", blank: "the incident has no title", meaning: "Title of the incident", tag: "#event +name", value: func(i int) any { return c.text(methodsSheet, c.incidents.get(at(i).Incident.ID).Title) }},
			{heading: "Question", width: 18, kind: "text", meaning: "Harm asked for, and the group of people where not all are meant", tag: "#impact +type", value: func(i int) any { return c.question(at(i).Figure.Question) }},
			{heading: "Method", width: 14, look: sheet.Code, kind: "text", meaning: "Method and its version", tag: "#meta +method", value: func(i int) any { return at(i).Figure.Method }},
			{heading: "Lexicon", width: 14, look: sheet.Code, kind: "text", meaning: "Lexicon that the words were coded by, and its version", tag: "#meta +lexicon", value: func(i int) any { return at(i).Figure.Lexicon }},
			{heading: "In words", width: 22, look: sheet.Strong, kind: "text", meaning: "The figure as a reader sees it", value: func(i int) any { return c.tell(figureWords(at(i).Figure)) }},
			{heading: "Low", width: 10, look: sheet.Number, kind: "whole number", blank: "no number is known, or the method gives one number only (Best)", meaning: "Smallest number of people, included", value: func(i int) any { return plainLow(at(i).Figure) }},
			{heading: "Best", width: 10, look: sheet.Number, kind: "whole number", blank: "the method gives a range and no single number, or no number is known", meaning: "The one number that the method gives, where it gives one", value: func(i int) any { return number(at(i).Figure.Best.Low()) }},
			{heading: "High", width: 10, look: sheet.Number, kind: "whole number", blank: "no upper bound (Open is yes), or no number is known, or the method gives one number only", meaning: "Largest number of people, included", value: func(i int) any { return number(shown(i).High()) }},
			{heading: "Open", width: 8, look: sheet.Flag, kind: "yes or no", list: "yes_no", blank: "there is no figure", meaning: "Whether the figure has no upper bound", value: func(i int) any { return openWord(at(i).Figure) }},
			{heading: "Explanation", width: 28, kind: "text", prose: true, meaning: "What became of the question, and what a person should look at", value: func(i int) any { return c.explanation(at(i).Figure) }},
			{heading: "Highest", width: 10, look: sheet.Number, kind: "whole number", blank: "no number is known", meaning: "Largest number named; no bound where Open is yes", value: func(i int) any { return number(at(i).Figure.Shown().Highest()) }},
			{heading: "Counted", width: 24, look: sheet.Code, kind: "text", blank: "no claim", meaning: "Claims that the method counts", value: func(i int) any { return c.text(methodsSheet, uses(at(i).Figure.Counted)) }},
			{heading: "Set aside", width: 44, kind: "text", prose: true, blank: "no claim", meaning: "Claims that the method sets aside, each with its reason", value: func(i int) any { return c.text(methodsSheet, c.reasons(at(i).Figure.SetAside)) }},
		},
	}
	return t
}

func figureWords(f aggregate.Figure) string {
	if !f.Settled() {
		return "no figure"
	}
	return inFull(f)
}

func plainLow(f aggregate.Figure) any {
	low, stated := f.Range.Low()
	return number(low, stated && lowBasis(f) != "no_floor")
}

func openWord(f aggregate.Figure) any {
	if !f.Settled() {
		return nil
	}
	return yesNo(f.Shown().Open())
}

func uses(list []aggregate.Use) string {
	ids := make([]string, len(list))
	for i, u := range list {
		ids[i] = string(u.Claim)
	}
	return strings.Join(ids, ", ")
}

func (c *content) reasons(list []aggregate.Use) string {
	lines := make([]string, len(list))
	for i, u := range list {
		lines[i] = string(u.Claim) + c.mark(":") + c.why(u)
	}
	return strings.Join(lines, "\n")
}
