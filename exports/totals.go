package exports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tollbook/aggregate"
	"tollbook/exports/internal/sheet"
)

// A total is one row of a table of totals: the figures that answer one question
// and share what the table groups by.
type total struct {
	aggregate.Total
	keys []string // one for each of the grouping's columns
}

// A grouping is what a table of totals groups by: nothing, or columns of the
// sheet Figures.
type grouping struct {
	name, title, holds string
	by                 []groupKey // with them, all people only, not the groups among them
}

// A groupKey is one column to group by; its heading is the same as on Figures.
type groupKey struct {
	heading, meaning string
	by               aggregate.By
}

// totalsTable adds the figures up: lows and highs apart, open highs kept open,
// and incidents without a figure counted, never taken as zero.
func totalsTable(c *content, g grouping) *table {
	totals := c.totals(g)
	at := func(i int) total { return totals[i] }
	t := &table{name: g.name, title: g.title, holds: g.holds, rows: len(totals), intro: []string{
		c.say("Method: %s. Low and High are sums of the figures' lows and highs: an envelope of what was reported, no confidence interval.", c.table.Method),
		c.say("Where Open is yes there is no upper bound: High is blank, and Highest is what the known numbers add to. Incidents without a figure add nothing and are counted."),
		c.unconfirmed(),
		c.resting(),
	}}
	for k, by := range g.by {
		t.columns = append(t.columns, column{heading: by.heading, width: 18, kind: "text", meaning: by.meaning,
			value: func(i int) any { return c.text(g.name, c.key(at(i).keys[k])) }})
	}
	t.columns = append(t.columns,
		column{heading: "Question", width: 18, kind: "text", meaning: "Harm asked for, and the group of people where not all are meant", tag: "#impact +type",
			value: func(i int) any { return c.question(at(i).Question) }},
		column{heading: "People", width: 20, kind: "text", meaning: "All people, or a part of them: parts stand within the total of all people and are not added to it",
			value: func(i int) any { return c.say(peopleOf(at(i).Question)) }},
	)
	t.columns = append(t.columns, totalNumbers(c, g, at)...)
	switch {
	case g.name == monthsSheet:
		t.print = len(t.columns)
		t.columns = append(t.columns, bandColumns(c, g, at)...)
		t.charts = func() []sheet.Chart { return c.bandCharts(t, totals) }
	case len(g.by) < 2: // a chart has one row of labels
		t.print = len(t.columns)
		t.columns = append(t.columns, chartColumns(c, g, at)...)
		t.charts = func() []sheet.Chart { return c.totalCharts(t, g, totals) }
	}
	return t
}

// totalCharts is one chart of the first block of rows that can be compared: all
// people by harm, or the first harm by month or area.
func (c *content) totalCharts(t *table, g grouping, totals []total) []sheet.Chart {
	to := 0
	for to < len(totals) && totals[to].Question.AllPeople() && (len(g.by) == 0 || totals[to].Question == totals[0].Question) {
		to++
	}
	title := c.say("Reported harm, all people")
	if len(g.by) > 0 && to > 0 {
		title = c.say(g.title) + c.mark(":") + c.question(totals[0].Question)
	}
	chart, ok := c.chart(t, g, 0, to, title)
	if !ok {
		return nil
	}
	return []sheet.Chart{chart}
}

func peopleOf(q aggregate.Question) string {
	if q.AllPeople() {
		return "all people"
	}
	return "part of all people"
}

func totalNumbers(c *content, g grouping, at func(int) total) []column {
	n := func(heading string, width float64, look sheet.Look, kind, blank, meaning string, value func(t total) any, formula func(totalFormulas) string) column {
		return column{heading: heading, width: width, look: look, kind: kind, blank: blank, meaning: meaning, live: true, value: func(i int) any {
			over, live := c.totalFormulas(g, at(i), i)
			if !live {
				return value(at(i))
			}
			cell := alive(value(at(i)), formula(over))
			cell.Look = look
			return cell
		}}
	}
	return []column{
		n("In words", 26, sheet.Strong, "text", "", "The total as a reader sees it", func(t total) any { return c.tell(t.String()) }, totalFormulas.words),
		n("Low", 9, sheet.Number, "whole number", "no figure states a floor, or the method gives one number only (Best)", "Sum of the figures' lows", totalLow, func(f totalFormulas) string { return f.sum("Low") }),
		n("Best", 9, sheet.Number, "whole number", "not every figure has one number", "Sum of the figures' one numbers, where every figure has one", func(t total) any { return number(t.Best.Low()) }, totalFormulas.best),
		n("High", 9, sheet.Number, "whole number", "no upper bound (Open is yes), or no figure", "Sum of the figures' highs", func(t total) any { return number(t.Range.High()) }, totalFormulas.high),
		n("Open", 8, sheet.Flag, "yes or no", "", "Whether a figure in it has no upper bound, which leaves the total without one", func(t total) any { return yesNo(t.OpenParts > 0) }, totalFormulas.open),
		n("Highest", 9, sheet.Number, "whole number", "no figure", "What the known numbers add to; no bound where Open is yes", func(t total) any { return number(t.Shown().Highest()) }, func(f totalFormulas) string { return f.sum("Highest") }),
		n("Incidents", 11, sheet.Number, "whole number", "", "How many incidents were asked", func(t total) any { return t.Incidents }, func(f totalFormulas) string { return f.count() }),
		n("With a figure", 10, sheet.Number, "whole number", "", "How many of them have a figure", func(t total) any { return t.Incidents - t.Unknown }, func(f totalFormulas) string { return f.count("Highest", `">=0"`) }),
		n("Without a figure", 10, sheet.Number, "whole number", "", "How many have none: they add nothing, not zero", func(t total) any { return t.Unknown }, totalFormulas.without),
		n("Without a floor", 10, sheet.Number, "whole number", "", "How many figures have a low that nobody stated", func(t total) any { return t.NoFloor }, totalFormulas.floorless),
		n("Open above", 10, sheet.Number, "whole number", "", "How many figures have no upper bound; one leaves the total open", func(t total) any { return t.OpenParts }, func(f totalFormulas) string { return f.count("Open", `"yes"`) }),
		{heading: "Look", width: 24, kind: "text", prose: true, blank: "nothing to look at", meaning: "What a person should look at in the total", value: func(i int) any { return c.looks(at(i).Total) }},
	}
}

func (c *content) looks(t aggregate.Total) string {
	var parts []string
	for _, p := range t.Problems {
		parts = append(parts, c.say(p.Sentence()))
	}
	return strings.Join(parts, c.mark(";"))
}

// totalLow is blank where no figure of the total states a low: the method's 0 is
// nobody's word.
func totalLow(t total) any {
	low, stated := t.Range.Low()
	if !stated || t.NoFloor > 0 && t.NoFloor == t.Incidents-t.Unknown {
		return nil
	}
	return low
}

// totals are the rows of a table of totals. A breakdown is the aggregate's own;
// the plain totals have a row for the groups among all people, too.
func (c *content) totals(g grouping) []total {
	var totals []total
	if len(g.by) == 0 {
		return c.everyQuestion()
	}
	by := make([]aggregate.By, len(g.by))
	for i, key := range g.by {
		by[i] = key.by
	}
	for _, t := range aggregate.TotalsBy(c.table, by...) {
		totals = append(totals, total{t, strings.SplitN(t.Key, keySeparator, len(by))})
	}
	if g.name == monthsSheet {
		return withEmptyMonths(totals)
	}
	return totals
}

// keySeparator stands between the keys of two breakdowns.
const keySeparator = " / "

// key is a breakdown's key in the workbook's language, where it is not the
// record's own word.
func (c *content) key(key string) string {
	if place, ok := strings.CutPrefix(key, aggregate.Unallocated+" in "); ok {
		return c.say("unallocated in %s", place)
	}
	for _, word := range []string{aggregate.Unallocated, aggregate.SpansPeriods, severalKeys} {
		if key == word {
			return c.say(word)
		}
	}
	return key
}

// severalKeys is where a figure stands that a rule deals over periods.
const severalKeys = "dealt over several"

// everyQuestion has all people first, then their parts.
func (c *content) everyQuestion() []total {
	figures := map[aggregate.Question][]*aggregate.IncidentFigure{}
	for i := range c.figures {
		if f := &c.figures[i]; c.headlines(f) {
			figures[f.Figure.Question] = append(figures[f.Figure.Question], f.IncidentFigure)
		}
	}
	totals := make([]total, 0, len(figures))
	for _, list := range figures {
		totals = append(totals, total{aggregate.SumUnder(slices.Values(list), c.table.Settings.Caps), nil})
	}
	slices.SortFunc(totals, func(a, b total) int {
		return cmp.Or(-cmp.Compare(boolInt(a.Question.AllPeople()), boolInt(b.Question.AllPeople())), a.Question.Compare(b.Question))
	})
	return totals
}

// headlines tells whether the totals hold the figure: the settings can leave
// grades out.
func (c *content) headlines(f *figure) bool {
	grades := c.options.Settings.Grades
	return len(grades) == 0 || slices.Contains(grades, f.Incident.Grade)
}

// keyOf is where a figure stands in a breakdown.
func (c *content) keyOf(f *figure, by aggregate.By) string {
	settings := c.options.Settings
	settings.Grades, settings.Caps = nil, nil
	alone := *f.IncidentFigure
	alone.Figure.Question = aggregate.Question{Harm: alone.Figure.Question.Harm} // a part stands where all people do
	totals := aggregate.TotalsBy(aggregate.Table{Settings: settings, Figures: []aggregate.IncidentFigure{alone}}, by)
	if len(totals) != 1 {
		return severalKeys
	}
	return totals[0].Key
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// unconfirmed is the sentence that every output owes: what was left out.
func (c *content) unconfirmed() string {
	text := c.say("Left out of every figure: claims not confirmed by a person yet: %s; claims linked to no incident: %s.", c.count(c.table.Unconfirmed), c.count(c.table.Unlinked))
	if c.table.Apart > 0 {
		text += " " + c.say("Kept apart, reconciled and never added: running totals and totals for a period: %s.", c.count(c.table.Apart))
	}
	return text
}

// resting says how many figures hang on what a person decided.
func (c *content) resting() string {
	return c.say("Figures that rest on a decision in force: %s; of them on one that no second person signed: %s; on which a decision waits for a signature: %s.",
		c.count(c.table.Decided), c.count(c.table.Unsigned), c.count(c.table.Waiting))
}

// totalFormulas writes the formulas of one row of totals over the sheet Figures.
type totalFormulas struct {
	figures  sheet.Layout
	criteria string // ranges and criteria, each followed by a comma
	own      func(heading string) string
	point    bool // the method gives one number
	*content
}

// totalFormulas is false where the workbook is too large for live totals.
func (c *content) totalFormulas(g grouping, t total, row int) (totalFormulas, bool) {
	figures, ok := c.at[figuresSheet]
	settings := c.options.Settings
	// Shared caps bind several incidents at once, and a figure that is dealt over
	// periods stands in several rows: no formula adds those up. Nor ranges to numbers.
	dealt := settings.Periods == aggregate.Dealt && len(g.by) > 0
	if !ok || len(c.figures) == 0 || len(c.claims) > liveClaims || len(settings.Caps) > 0 || dealt || c.mixed() {
		return totalFormulas{}, false
	}
	mine := c.at[g.name]
	criteria := figures.All("Question") + "," + mine.Cell("Question", row) + "," + figures.All("In totals") + "," + sheet.Literal("yes") + ","
	for _, by := range g.by {
		criteria += figures.All(by.heading) + "," + mine.Cell(by.heading, row) + ","
	}
	own := func(heading string) string { return mine.Cell(heading, row) }
	return totalFormulas{figures, criteria, own, c.table.Method.Point, c}, true
}

// mixed tells whether a method of one number has figures with a range among its own:
// adopted by a person, or coarsened. Totals are then a sum of both.
func (c *content) mixed() bool {
	return c.table.Method.Point && slices.ContainsFunc(c.figures, func(f figure) bool { return f.Figure.Range.Stated() })
}

// count counts the figures of the row that meet one more criterion.
func (f totalFormulas) count(more ...string) string {
	criteria := f.criteria
	if len(more) == 2 {
		criteria += f.figures.All(more[0]) + "," + more[1] + ","
	}
	return "COUNTIFS(" + strings.TrimSuffix(criteria, ",") + ")"
}

// sum adds a column of the row's figures; an empty text where none has a number.
func (f totalFormulas) sum(heading string) string {
	return fmt.Sprintf("IF(%s=0,\"\",SUMIFS(%s,%s))", f.count(heading, `">=0"`), f.figures.All(heading), strings.TrimSuffix(f.criteria, ","))
}

func (f totalFormulas) best() string {
	return fmt.Sprintf("IF(OR(%s=0,%s<>%s),\"\",%s)", f.own("With a figure"), f.count("Best", `">=0"`), f.own("With a figure"), f.sum("Best"))
}

func (f totalFormulas) high() string {
	if f.point {
		return `""`
	}
	return fmt.Sprintf("IF(%s=\"yes\",\"\",%s)", f.own("Open"), f.own("Highest"))
}

func (f totalFormulas) open() string {
	return fmt.Sprintf("IF(%s>0,\"yes\",\"no\")", f.own("Open above"))
}

func (f totalFormulas) without() string {
	return fmt.Sprintf("%s-%s", f.own("Incidents"), f.own("With a figure"))
}

func (f totalFormulas) floorless() string {
	return f.count("Low stands on", sheet.Literal("no_floor")) + "+" + f.count("Low stands on", sheet.Literal("method_zero"))
}

// words says the total as [aggregate.Total.String] does.
func (f totalFormulas) words() string {
	low, highest := f.own("Low"), f.own("Highest")
	floorless := f.spoken("up to %s, no floor stated", highest)
	if f.point {
		low, highest = f.own("Best"), f.own("Best")
		floorless = sheet.Literal(f.tell(aggregate.OwnZero))
	}
	open := fmt.Sprintf("%s=\"yes\"", f.own("Open"))
	if !f.point {
		floorless = fmt.Sprintf("IF(%s,%s,%s)", open, f.spoken("no floor stated, no upper bound"), floorless)
	}
	return fmt.Sprintf("IF(%s=0,%s,IF(AND(%s>0,SUM(%s)=0),%s,IF(%s,%s,IF(%s=%s,%s,%s))))",
		f.own("With a figure"), f.spoken("no figure"), f.own("Without a floor"), low, floorless,
		open, f.spoken("at least %s, no upper bound", low), low, highest, f.spelled(low), f.spoken("%s to %s", low, highest))
}

var (
	byMonth = groupKey{"Month", "Month of the incidents, after the rule for incidents across two; unallocated where the month is not known", aggregate.ByMonth}
	byArea  = groupKey{"Area", "First-level unit of the incidents' place; unallocated where it is not known", aggregate.ByAdmin1}
)

// groupings are the tables of totals, in the order of their sheets.
func groupings() []grouping {
	return []grouping{
		{name: summarySheet, title: "Summary: totals by harm", holds: "Totals of all incidents, by kind of harm and group of people"},
		{name: monthsSheet, title: "Totals by month", holds: "Totals by month of the incident", by: []groupKey{byMonth}},
		{name: areasSheet, title: "Totals by area", holds: "Totals by area of the incident", by: []groupKey{byArea}},
		{name: cellsSheet, title: "Totals by month and area", holds: "Totals by month and area of the incident, one row each", by: []groupKey{byMonth, byArea}},
	}
}
