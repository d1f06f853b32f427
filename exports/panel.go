package exports

import (
	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// A measure is a number by which a total says what it rests on and does not know.
type measure struct{ code, words, unit string }

// A panelRow is one measure of one harm; of the whole record where the harm is empty.
type panelRow struct {
	measure
	harm  casualty.Harm
	n     int
	known bool
}

// The measures besides those that the panel counts incidents by.
var (
	incidentsAsked = measure{"incidents", "incidents that were asked for the harm", "incidents"}
	silentOnHarm   = measure{"without_a_claim", "incidents of the record that no claim on the harm speaks of, which is no 0", "incidents"}
	tenWidest      = measure{"ten_widest_percent", "share of the total's width that its ten widest figures hold", "percent"}
	leftOut        = []measure{
		{"unconfirmed_claims", "left out: not confirmed by a person yet", "claims"}, {"unlinked_claims", "left out: linked to no incident", "claims"},
		{"apart_claims", "running totals and totals for a period: reconciled, never added", "claims"},
	}
)

// panelMeasures are all measures in the order of their rows.
func panelMeasures() []measure {
	var list []measure
	for _, r := range panelOf(aggregate.Total{}, 0) {
		list = append(list, r.measure)
	}
	return append(list, leftOut...)
}

// panelOf are the rows of one total of a record of so many incidents.
func panelOf(t aggregate.Total, incidents int) []panelRow {
	p := t.Panel
	rows := []panelRow{
		{incidentsAsked, t.Question.Harm, p.Incidents, true},
		{silentOnHarm, t.Question.Harm, max(0, incidents-p.Incidents), true},
	}
	add := func(items []aggregate.Item) {
		for _, item := range items {
			rows = append(rows, panelRow{measure{item.Code, item.Words, "incidents"}, t.Question.Harm, item.N, true})
		}
	}
	add(p.Items())
	rows = append(rows, panelRow{tenWidest, t.Question.Harm, p.Widest(), p.HasWidth()})
	add(p.Precisions())
	return rows
}

// panelRows are the rows of every harm, and at the end those of the whole record.
func (c *content) panelRows() []panelRow {
	var rows []panelRow
	for _, t := range c.table.Totals {
		rows = append(rows, panelOf(t, c.table.Incidents)...)
	}
	for i, n := range []int{c.table.Unconfirmed, c.table.Unlinked, c.table.Apart} {
		rows = append(rows, panelRow{leftOut[i], "", n, true})
	}
	return rows
}

// panelTable says of the total of each harm, over all people, what it rests on and
// does not know: one number a row, so that rows can be filtered and compared.
func panelTable(c *content) *table {
	rows := c.panelRows()
	return &table{
		name: panelSheet, title: "What the totals rest on and do not know", rows: len(rows),
		holds: "For each harm: what its total rests on, leaves out and does not know",
		intro: []string{
			c.say("One row for each harm and measure; the last rows are of the whole record. All people, by the method %s, lexicon %s.", c.table.Method, c.table.Method.Lexicon),
			c.say(aggregate.EnvelopeNote),
			c.say("The numbers are values: they do not follow a change of Counted on the sheet %s.", c.say(claimsSheet)),
		},
		columns: []column{
			{heading: "Question", width: 18, kind: "text", meaning: "Harm whose total over all people the row speaks of, or the whole record", value: func(i int) any {
				return c.say(orElse(string(rows[i].harm), "the whole record"))
			}},
			{heading: "In words", width: 60, look: sheet.Strong, kind: "text", meaning: "What the number counts", value: func(i int) any { return c.say(rows[i].words) }},
			{heading: "Number", width: 12, look: sheet.Number, kind: "whole number", blank: "no figure of the total has a range with two different ends", meaning: "How many, in the unit of the row", value: func(i int) any { return number(rows[i].n, rows[i].known) }},
			{heading: "Unit", width: 14, look: sheet.Code, kind: "code", list: "panel_unit", meaning: "What the number counts: incidents, claims, or percent", value: func(i int) any { return rows[i].unit }},
			{heading: "Measure", width: 26, look: sheet.Code, kind: "code", list: "panel", meaning: "The measure as a code, the same in every language and form", value: func(i int) any { return rows[i].code }},
		},
	}
}
