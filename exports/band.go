package exports

import (
	"fmt"
	"time"

	"tollbook/aggregate"
	"tollbook/exports/internal/sheet"
)

// The totals by month are drawn as a time series: a line of the one numbers or
// lows, and a band from low to high, one step a month. Between the first month and
// the last every month has a row: one that the record has no incident in shows a
// gap, not a short cut, and no zero.

// maxEmpty is how many months a table is filled up with; beyond it, a wrong year
// would make a table of nothing.
const maxEmpty = 240

// withEmptyMonths puts the months between that hold no incident.
func withEmptyMonths(totals []total) []total {
	var filled []total
	empty := 0
	for i, t := range totals {
		if i > 0 && totals[i-1].Question == t.Question {
			for _, month := range monthsBetween(totals[i-1].keys[0], t.keys[0]) {
				filled = append(filled, total{aggregate.Total{Key: month, Question: t.Question}, []string{month}})
				empty++
			}
		}
		filled = append(filled, t)
	}
	if empty > maxEmpty {
		return totals
	}
	return filled
}

// monthsBetween are the months after one and before another; none where either is
// no month.
func monthsBetween(one, other string) (months []string) {
	from, err1 := time.Parse("2006-01", one)
	to, err2 := time.Parse("2006-01", other)
	if err1 != nil || err2 != nil {
		return nil
	}
	for m := from.AddDate(0, 1, 0); m.Before(to); m = m.AddDate(0, 1, 0) {
		months = append(months, m.Format("2006-01"))
	}
	return months
}

// bandColumns are what the chart draws. Excel draws a text for 0 where a line
// passes: a cell of a line is a true blank where nothing is known, and its formula
// comes to #N/A, which is not drawn, if a reader's change takes the number away.
func bandColumns(c *content, g grouping, at func(int) total) []column {
	n := func(heading, blank, meaning string, line bool, value func(total) any, formula func(totalFormulas) string) column {
		return column{heading: heading, width: 10, look: sheet.Number, kind: "whole number", live: true, blank: blank, meaning: meaning, value: func(i int) any {
			over, live := c.totalFormulas(g, at(i), i)
			if !live || line && value(at(i)) == nil {
				return value(at(i))
			}
			return alive(value(at(i)), formula(over))
		}}
	}
	return []column{
		n("Line", "no figure", "Height of the line: the one number, or the low", true, lineAt, totalFormulas.line),
		n("Band begins", "no figure", "Where the band begins: the low, failing that the one number", false, bandFrom, totalFormulas.bandFrom),
		n("Band, closed", "the total is open, or there is none", "From the low to the high", false, bandClosed, totalFormulas.bandClosed),
		n("Band, open", "the total has an upper bound, or there is none", "From the low to the largest number named, which is no bound", false, bandOpen, totalFormulas.bandOpen),
		n("Open mark", "the total has an upper bound, or there is none", "Height of the mark of a total without an upper bound", true, openMark, totalFormulas.openMark),
	}
}

func lineAt(t total) any { return number(bar(t)) }

// bandFrom is the low; 0 where nobody stated one, which is only where it begins.
func bandFrom(t total) any {
	n, ok := bar(t)
	if low, stated := t.Range.Low(); stated {
		n = low
	}
	return number(n, ok)
}

func band(t total) int {
	from, _ := bandFrom(t).(int)
	highest, _ := t.Shown().Highest()
	return highest - from
}

func bandClosed(t total) any { _, ok := bar(t); return number(band(t), ok && t.OpenParts == 0) }
func bandOpen(t total) any   { _, ok := bar(t); return number(band(t), ok && t.OpenParts > 0) }

func openMark(t total) any {
	highest, ok := t.Shown().Highest()
	return number(highest, ok && t.OpenParts > 0)
}

func (f totalFormulas) line() string {
	return fmt.Sprintf(`IF(%s="",NA(),%s)`, f.own("Highest"), f.length())
}

func (f totalFormulas) bandFrom() string {
	from := fmt.Sprintf("N(%s)", f.own("Low"))
	if f.point {
		from = f.length()
	}
	return fmt.Sprintf(`IF(%s="","",%s)`, f.own("Highest"), from)
}

func (f totalFormulas) bandClosed() string {
	return fmt.Sprintf(`IF(OR(%s="yes",%s=""),"",%s-%s)`, f.own("Open"), f.own("Highest"), f.own("Highest"), f.own("Band begins"))
}

func (f totalFormulas) bandOpen() string {
	return fmt.Sprintf(`IF(%s="yes",%s-%s,"")`, f.own("Open"), f.own("Highest"), f.own("Band begins"))
}

func (f totalFormulas) openMark() string {
	return fmt.Sprintf(`IF(%s="yes",%s,NA())`, f.own("Open"), f.own("Highest"))
}

// bandCharts draws the months of the first question, all people.
func (c *content) bandCharts(t *table, totals []total) []sheet.Chart {
	to := 0
	for to < len(totals) && totals[to].Question == totals[0].Question && isMonth(totals[to].keys[0]) {
		to++
	}
	if to == 0 || to > maxEmpty {
		return nil
	}
	drawn, at := totals[:to], t.layout(c)
	data := func(heading string, value func(total) any) sheet.Data {
		d := sheet.Data{Range: at.Range(heading, 0, to-1)}
		for _, row := range drawn {
			d.Values = append(d.Values, value(row))
		}
		return d
	}
	title := c.say(t.title) + c.mark(":") + c.question(drawn[0].Question)
	return []sheet.Chart{{
		Title: title, Axis: c.say("People"), Below: 1, Wide: 900, Tall: 420, Stacked: true,
		Alt:    title + ". " + c.alternative(groupings()[1], drawn) + " " + c.say("The table above holds the numbers."),
		Labels: data("Month", func(row total) any { return c.key(row.keys[0]) }),
		Series: []sheet.Series{
			{Name: c.say("Low"), Values: data("Band begins", bandFrom), Unseen: true},
			{Name: c.say("From low to high"), Values: data("Band, closed", bandClosed), Pale: true},
			{Name: c.say("From low to the largest number named"), Values: data("Band, open", bandOpen), Hatched: true},
		},
		Lines: []sheet.Series{
			{Name: c.say("The one number, or the low"), Values: data("Line", lineAt)},
			{Name: c.say("No upper bound"), Values: data("Open mark", openMark), Marks: true},
		},
	}}
}

func isMonth(key string) bool {
	_, err := time.Parse("2006-01", key)
	return err == nil
}
