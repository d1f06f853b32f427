package exports

import (
	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// A change is one row of the sheet Changes.
type change struct {
	aggregate.Change
	sum    bool                    // the last row of a question: the whole change of its total
	erased *aggregate.ErasedRecord // a record that neither side holds any more; the last rows
}

// about is what the row speaks of.
func (x change) about(c *content) string {
	if x.erased != nil {
		return c.say("the whole record")
	}
	return c.question(x.Question)
}

// explained is the cause in words.
func (x change) explained(c *content) string {
	switch {
	case x.sum:
		return c.say("the total of all incidents")
	case x.erased != nil:
		return c.say(x.erased.Sentence())
	}
	return c.say(x.Cause.Sentence())
}

// shown is a figure or total before or after.
func (x change) shown(c *content, r casualty.Range) string {
	switch {
	case x.erased != nil:
		return c.say("cannot be told")
	case x.Cause == aggregate.SharedCap:
		return c.say("the total of all incidents")
	case !r.Stated():
		return c.say("no figure")
	}
	return c.tell(r.String())
}

// record is the claim or, of what was erased, any record.
func (x change) record() string {
	if x.erased != nil {
		return x.erased.Record
	}
	return string(x.Claim)
}

// since finds what changed from an earlier record, by the headline method.
func (c *content) since(r casualty.Record) {
	o := c.options
	if o.Since == nil {
		return
	}
	m := o.Methods[0]
	before, after := c.earlier(), shownFigures(c.tables[0])
	for _, t := range aggregate.Diff(aggregate.State{Record: *o.Since, Method: m, Settings: o.settingsThen()}, aggregate.State{Record: r, Method: m, Settings: o.Settings}) {
		for _, x := range t.Changes {
			c.changes = append(c.changes, change{Change: x})
		}
		c.changes = append(c.changes, change{sum: true, Change: aggregate.Change{
			Question: t.Question, From: t.Before.Shown(), To: t.After.Shown(), Delta: t.Delta,
		}})
	}
	for i := range c.changes {
		if x := &c.changes[i]; c.small.on() {
			at := asked{x.Incident, x.Question}
			x.From, x.To = before[at], after[at]
		}
	}
	for i := range o.Erased {
		c.changes = append(c.changes, change{erased: &o.Erased[i], Change: aggregate.Change{Cause: aggregate.Erasure}})
	}
}

// settingsThen are the settings of the earlier record: its own time and its own caps.
func (o Options) settingsThen() aggregate.Settings {
	then := o.Settings
	if then.Caps = aggregate.CapsOf(o.Since.Claims); then.AsOf.Stated() {
		then.AsOf = o.Since.AsOf
	}
	return then
}

// asked is a question about an incident; without one, about all of them.
type asked struct {
	incident casualty.IncidentID
	question aggregate.Question
}

// earlier are the figures and totals that the earlier record shows, where small
// counts are withheld: a change must not tell them either.
func (c *content) earlier() map[asked]casualty.Range {
	if !c.small.on() {
		return nil
	}
	o := c.options
	var tables []aggregate.Table
	for _, m := range o.Methods {
		tables = append(tables, aggregate.Tabulate(*o.Since, m, o.settingsThen()))
	}
	return shownFigures(smallCounts(*o.Since, tables, o.SmallCounts).table(tables[0], true))
}

func shownFigures(t aggregate.Table) map[asked]casualty.Range {
	shown := map[asked]casualty.Range{}
	for _, f := range t.Figures {
		shown[asked{f.Incident.ID, f.Figure.Question}] = f.Figure.Shown()
	}
	for _, sum := range t.Totals {
		shown[asked{"", sum.Question}] = sum.Shown()
	}
	return shown
}

// changesTable says how the totals of an earlier release became those of this
// workbook: every change of a figure with its cause, after those of each question
// the change of its total, to which they add up, and last what was erased.
func changesTable(c *content) *table {
	rows := c.changes
	at := func(i int) change { return rows[i] }
	delta := func(heading, of string, value func(aggregate.Delta) int) column {
		return column{heading: heading, width: 10, look: sheet.Number, kind: "difference", blank: "small counts are coarsened in this workbook, or the content was erased", meaning: "What the change added to " + of,
			value: func(i int) any { return number(value(at(i).Delta), !c.small.on() && at(i).erased == nil) }}
	}
	return &table{
		name: changesSheet, title: "Changes", rows: len(rows),
		holds: "What changed since an earlier release, and why",
		intro: []string{
			c.say("Since: %s.", orElse(c.options.SinceName, c.say("the earlier release"))),
			c.say("One row for each change of a figure, with its cause; the last row of each question is the change of its total, to which the others add up."),
			c.say("What was lawfully erased is in neither state. The last rows name it; what it added cannot be told."),
			c.say("Subtracting two published totals says how much; this table says what."),
		},
		columns: []column{
			{heading: "Question", width: 18, kind: "text", meaning: "Harm asked for, and the group of people where not all are meant", value: func(i int) any { return at(i).about(c) }},
			{heading: "Incident", width: 10, look: sheet.Code, kind: "text", blank: "the row is of the total or of the whole record", meaning: "Incident whose figure changed", value: func(i int) any { return string(at(i).Incident) }},
			{heading: "Title", width: 26, kind: "text", blank: "the row is of the total or of the whole record, or the incident is no longer there", meaning: "Title of the incident", value: func(i int) any { return c.text(changesSheet, c.incidents.get(at(i).Incident).Title) }},
			{heading: "Cause", width: 16, look: sheet.Code, kind: "code", list: "cause", blank: "the row is the change of the total", meaning: "Why the figure changed", value: func(i int) any { return string(at(i).Cause) }},
			{heading: "Explanation", width: 34, kind: "text", prose: true, meaning: "The cause in words", value: func(i int) any { return at(i).explained(c) }},
			{heading: "Claim", width: 10, look: sheet.Code, kind: "text", blank: "no claim caused it", meaning: "Claim that came, went or changed, or the record that was erased", value: func(i int) any { return at(i).record() }},
			{heading: "Before", width: 18, look: sheet.Strong, kind: "text", meaning: "The figure or total before", value: func(i int) any { return at(i).shown(c, at(i).From) }},
			{heading: "After", width: 18, look: sheet.Strong, kind: "text", meaning: "The figure or total after", value: func(i int) any { return at(i).shown(c, at(i).To) }},
			delta("Low added", "the total's low", func(d aggregate.Delta) int { return d.Low }),
			delta("Best added", "the total of the one numbers", func(d aggregate.Delta) int { return d.Best }),
			delta("Highest added", "the total's highest number", func(d aggregate.Delta) int { return d.Highest }),
			delta("Without a figure added", "the number of incidents without a figure", func(d aggregate.Delta) int { return d.Unknown }),
		},
	}
}
