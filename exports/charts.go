package exports

import (
	"fmt"
	"strings"

	"tollbook/exports/internal/sheet"
)

// chartColumns are what a chart of totals draws: they stand in the table, to the
// right of what is printed, and follow its formulas.
func chartColumns(c *content, g grouping, at func(int) total) []column {
	n := func(heading, blank, meaning string, value func(total) any, formula func(totalFormulas) string) column {
		return column{heading: heading, width: 10, look: sheet.Number, kind: "whole number", live: true, blank: blank, meaning: meaning, value: func(i int) any {
			if over, live := c.totalFormulas(g, at(i), i); live {
				return alive(value(at(i)), formula(over))
			}
			return value(at(i))
		}}
	}
	label := column{heading: "Chart label", width: 30, kind: "text", live: true, meaning: "Label of the chart's bar", value: func(i int) any {
		text := c.chartLabel(g, at(i))
		if over, live := c.totalFormulas(g, at(i), i); live {
			return alive(text, over.label(g))
		}
		return text
	}}
	return []column{
		label,
		n("Bar, closed", "the total is open, or there is none", "Length of the bar of a total with an upper bound: its one number, or its low", closedBar, totalFormulas.closedBar),
		n("Bar, open", "the total has an upper bound, or there is none", "Length of the bar of a total without an upper bound: its one number, or its low", openBar, totalFormulas.openBar),
		n("Whisker down", "no bar with an upper bound", "From the bar's end down to the low", whiskerDown, totalFormulas.whiskerDown),
		n("Whisker up", "no bar with an upper bound", "From the bar's end up to the high", whiskerUp, totalFormulas.whiskerUp),
	}
}

func (c *content) chartLabel(g grouping, t total) string {
	if len(g.by) == 0 {
		return c.question(t.Question) + c.mark(":") + c.tell(t.String())
	}
	return c.key(t.keys[0]) + c.mark(":") + c.tell(t.String())
}

func (f totalFormulas) label(g grouping) string {
	name := "Question"
	if len(g.by) > 0 {
		name = g.by[0].heading
	}
	return f.own(name) + "&" + sheet.Literal(f.mark(":")) + "&" + f.own("In words")
}

// bar is how long a total's bar is: its one number, failing that its low; 0 for
// a low that nobody stated, which is only where a bar begins.
func bar(t total) (int, bool) {
	if n, one := t.Best.Low(); one {
		return n, true
	}
	n, _ := t.Range.Low()
	return n, t.Range.Stated()
}

func closedBar(t total) any { n, ok := bar(t); return number(n, ok && t.OpenParts == 0) }
func openBar(t total) any   { n, ok := bar(t); return number(n, ok && t.OpenParts > 0) }

func whiskerDown(t total) any {
	n, ok := bar(t)
	low, stated := t.Range.Low()
	if !stated {
		low = n
	}
	return number(n-low, ok && t.OpenParts == 0)
}

func whiskerUp(t total) any {
	n, ok := bar(t)
	high, stated := t.Range.High()
	if !stated {
		high = n
	}
	return number(high-n, ok && t.OpenParts == 0)
}

// length is the bar's formula. N of a cell that shows nothing is 0.
func (f totalFormulas) length() string {
	return fmt.Sprintf(`IF(%s="",N(%s),%s)`, f.own("Best"), f.own("Low"), f.own("Best"))
}

func (f totalFormulas) closedBar() string {
	return fmt.Sprintf(`IF(OR(%s="yes",%s=""),"",%s)`, f.own("Open"), f.own("Highest"), f.length())
}

func (f totalFormulas) openBar() string {
	return fmt.Sprintf(`IF(%s="yes",%s,"")`, f.own("Open"), f.length())
}

func (f totalFormulas) whiskerDown() string {
	low := fmt.Sprintf("N(%s)", f.own("Low"))
	if f.point {
		low = f.own("Bar, closed")
	}
	return fmt.Sprintf(`IF(%s="","",%s-%s)`, f.own("Bar, closed"), f.own("Bar, closed"), low)
}

func (f totalFormulas) whiskerUp() string {
	return fmt.Sprintf(`IF(%s="","",%s-%s)`, f.own("Bar, closed"), f.own("Highest"), f.own("Bar, closed"))
}

// maxBars is how many bars a reader can still tell apart.
const maxBars = 60

// chart draws the rows from to to (not included) of a table of totals.
func (c *content) chart(t *table, g grouping, from, to int, title string) (sheet.Chart, bool) {
	if to <= from || to-from > maxBars {
		return sheet.Chart{}, false
	}
	totals := c.totals(g)[from:to]
	at := t.layout(c)
	data := func(heading string, value func(total) any) sheet.Data {
		d := sheet.Data{Range: at.Range(heading, from, to-1)}
		for _, row := range totals {
			d.Values = append(d.Values, value(row))
		}
		return d
	}
	return sheet.Chart{
		Title: title, Axis: c.say("People"), Bars: len(g.by) == 0, Below: 1, Wide: 900, Tall: 160 + 34*min(to-from, 12),
		Alt:    title + ". " + c.alternative(g, totals) + " " + c.say("The table above holds the numbers."),
		Labels: data("Chart label", func(row total) any { return c.chartLabel(g, row) }),
		Series: []sheet.Series{
			{Name: c.say("With an upper bound; the whisker goes from low to high"), Values: data("Bar, closed", closedBar), Down: data("Whisker down", whiskerDown), Up: data("Whisker up", whiskerUp)},
			// LibreOffice makes its axis for the bars and not for the whiskers; and it
			// counts the legend of lying bars from the other end, so this is the middle one.
			{Name: c.say("High"), Values: data("High", func(t total) any { return number(t.Range.High()) }), Unseen: true},
			{Name: c.say("No upper bound; the bar is what is known at least"), Values: data("Bar, open", openBar), Hatched: true},
		},
	}, true
}

// alternative says in words what a chart shows.
func (c *content) alternative(g grouping, totals []total) string {
	lines := make([]string, len(totals))
	for i, t := range totals {
		lines[i] = c.chartLabel(g, t)
	}
	return strings.Join(lines, c.mark(";")) + "."
}
