package exports

import (
	"slices"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// A part is one row of the sheet Parts of a whole: a contradiction between a figure
// and its parts, or a bound that follows from them.
type part struct {
	aggregate.PartsFinding
	question aggregate.Question
	finding  string
	explains string
	derived  casualty.Range // not stated: the row is a contradiction
	method   aggregate.Method
}

// bounds that follow are their own kind of finding.
const (
	followsCode  = "derived"
	followsWords = "follows from the parts; in no figure and no total"
)

// partsTable has one row for each thing that the parts of a figure say about it. What
// follows has columns of its own, so that nobody takes it for reported.
func partsTable(c *content) *table {
	rows := c.parts()
	at := func(i int) part { return rows[i] }
	derived := rangeColumns("Derived", "that follows from the parts", func(i int) casualty.Range { return at(i).derived })
	for i := range derived {
		derived[i].blank = "no such bound follows, or the row is a contradiction"
	}
	return &table{
		name: partsSheet, title: partsSheet, rows: len(rows), columns: slices.Concat(partNames(c, at), derived, partReasons(c, at)),
		holds: "What the parts of a figure say about it: contradictions, and bounds that follow",
		intro: []string{
			c.say("One row for each contradiction between a figure and its parts, and for each bound that follows from them, by each method of this workbook."),
			c.say("Derived bounds follow from reported numbers by arithmetic. Nobody reported them: they stand in no figure and no total."),
		},
	}
}

func partNames(c *content, at func(int) part) []column {
	return []column{
		{heading: "Incident", width: 10, look: sheet.Code, kind: "text", meaning: "Id of the incident", tag: "#event +code +id", value: func(i int) any { return string(at(i).Incident) }},
		{heading: "Title", width: 26, kind: "text", blank: "the incident has no title", meaning: "Title of the incident", tag: "#event +name", value: func(i int) any { return c.text(partsSheet, c.incidents.get(at(i).Incident).Title) }},
		{heading: "Question", width: 20, kind: "text", meaning: "Harm, and the people that the row speaks of", value: func(i int) any { return c.question(at(i).question) }},
		{heading: "Told apart by", width: 14, kind: "text", meaning: "What the parts are told apart by", value: func(i int) any { return c.say(at(i).By) }},
		{heading: "Finding", width: 18, look: sheet.Code, kind: "code", list: "part", meaning: "Whether the row is a contradiction or a bound that follows", value: func(i int) any { return at(i).finding }},
	}
}

func partReasons(c *content, at func(int) part) []column {
	return []column{
		{heading: "In words", width: 20, look: sheet.Strong, kind: "text", blank: "the row is a contradiction", meaning: "The bound as a reader sees it", value: func(i int) any {
			if !at(i).derived.Stated() {
				return nil
			}
			return c.tell(at(i).derived.String())
		}},
		{heading: "Explanation", width: 34, kind: "text", prose: true, meaning: "The finding in words", value: func(i int) any { return c.say(at(i).explains) }},
		{heading: "Method", width: 14, look: sheet.Code, kind: "text", meaning: "Method and its version", tag: "#meta +method", value: func(i int) any { return at(i).method.String() }},
		{heading: "Lexicon", width: 14, look: sheet.Code, kind: "text", meaning: "Lexicon that the words were coded by, and its version", tag: "#meta +lexicon", value: func(i int) any { return at(i).method.Lexicon.String() }},
	}
}

// parts are the rows by every method, of the figures as they are shown.
func (c *content) parts() []part {
	var rows []part
	for _, t := range c.tables {
		for _, f := range aggregate.PartsOf(t) {
			all := aggregate.Question{Harm: f.Harm}
			for _, p := range f.Problems {
				rows = append(rows, part{f, all, string(p), p.Sentence(), casualty.Range{}, t.Method})
			}
			for _, d := range f.Derived {
				rows = append(rows, part{f, d.Question, followsCode, followsWords, d.Range, t.Method})
			}
		}
	}
	return rows
}

// partProblems are the contradictions that parts can hold.
var partProblems = []aggregate.ProblemCode{aggregate.PartAboveTotal, aggregate.PartsAboveTotal, aggregate.PartsBelowTotal, aggregate.PartsRaiseTotal}
