package server

import (
	"fmt"
	"html/template"
	"slices"
	"strings"
	"time"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// mostPeriods bounds a chart of periods; more stand in the table alone.
const mostPeriods = 48

// nextPeriod leads from a period's key to the one after it, for the breakdowns
// whose gaps are shown.
var nextPeriod = map[aggregate.By]func(string) string{
	aggregate.ByMonth: func(key string) string {
		t, err := time.Parse("2006-01", key)
		if err != nil {
			return ""
		}
		return t.AddDate(0, 1, 0).Format("2006-01")
	},
	aggregate.ByQuarter: func(key string) string {
		var year, quarter int
		if _, err := fmt.Sscanf(key, "%4d-Q%1d", &year, &quarter); err != nil {
			return ""
		}
		return fmt.Sprintf("%04d-Q%d", year+quarter/4, quarter%4+1)
	},
	aggregate.ByYear: func(key string) string {
		t, err := time.Parse("2006", key)
		if err != nil {
			return ""
		}
		return t.AddDate(1, 0, 0).Format("2006")
	},
}

// withEmptyMonths puts the periods between two rows in that no incident is of: a
// gap is no zero, and has to be seen.
func withEmptyMonths(rows []totalRow, by []aggregate.By) []totalRow {
	if len(by) != 1 || nextPeriod[by[0]] == nil {
		return rows
	}
	next := nextPeriod[by[0]]
	var all []totalRow
	for i, row := range rows {
		all = append(all, row)
		if i+1 == len(rows) || next(rows[i+1].Key) == "" || len(rows)+len(all) > 10*mostPeriods {
			continue
		}
		for key := next(row.Key); key != "" && key < rows[i+1].Key && len(all) < 10*mostPeriods; key = next(key) {
			all = append(all, totalRow{Key: key, None: true})
		}
	}
	return all
}

// A timeBand is the chart of periods: a column each from low to high, a bar across
// for the best number, an arrow where there is no upper bound. x goes in per cent,
// y in pixels. Right to left, time runs from right to left.
type timeBand struct {
	SVG  template.HTML
	Says string // for those who do not see it
}

// Pixels of the chart, from its top.
const (
	bandZero  = 232.0
	bandTop   = 30.0
	bandNames = 250
	bandYears = 264
	bandOpen  = 294
	bandVoid  = 334
)

// bandOf draws the rows of a page that are periods; nil where they are none.
func bandOf(v *visit, p *totalsPage) *timeBand {
	by, err := aggregate.ParseBy(p.By)
	if err != nil || len(by) != 1 || nextPeriod[by[0]] == nil {
		return nil
	}
	rows := slices.DeleteFunc(slices.Clone(p.Rows), func(r totalRow) bool { return nextPeriod[by[0]](r.Key) == "" })
	if len(rows) == 0 || len(rows) > mostPeriods {
		return nil
	}
	d := &bandDrawing{strip: strip{axis: axisTo(mostOf(rows), v.lang == "ar")}, lang: v.lang, rows: rows}
	d.frame()
	for i, row := range rows {
		d.column(i, row)
	}
	return &timeBand{
		SVG: template.HTML(d.b.String()),
		Says: say(v.lang, "%s, %s to %s, by %s. Each column runs from the low to the high total of a period. The table below holds every number.",
			asks(v.lang, p.Question), rows[0].Key, rows[len(rows)-1].Key, p.Method.Name),
	}
}

func mostOf(rows []totalRow) int {
	most := 0
	for _, r := range rows {
		top, _ := r.Total.Shown().Highest()
		most = max(most, top)
		if r.Compare != nil {
			top, _ = r.Compare.Shown().Highest()
			most = max(most, top)
		}
	}
	return most
}

// A bandDrawing is a timeBand while it is drawn.
type bandDrawing struct {
	strip
	lang string
	rows []totalRow
}

func (d *bandDrawing) y(n int) float64 {
	return bandZero - (bandZero-bandTop)*float64(n)/float64(max(d.end, 1))
}

func (d *bandDrawing) column0(i int) float64 {
	return d.place(8 + 88*(float64(i)+0.5)/float64(len(d.rows)))
}

// frame draws the lines with their numbers, and what the rows of numbers below are.
func (d *bandDrawing) frame() {
	start := percent(d.place(0))
	for n := 0; n <= d.end; n += d.step {
		class, y := "grid", d.y(n)
		if n == 0 {
			class = "zero"
		}
		d.drawf(`<line class="%s" x1="0" x2="100%%" y1="%g" y2="%g"/><text x="%s" y="%g">%d</text>`, class, y, y, start, y-4, n)
	}
	d.drawf(`<text x="%s" y="%d">%s</text><text x="%s" y="%d">%s</text>`,
		start, bandOpen-16, template.HTMLEscapeString(say(d.lang, "of the incidents, open above")),
		start, bandVoid-16, template.HTMLEscapeString(say(d.lang, "of the incidents, without a figure")))
}

func (d *bandDrawing) column(i int, row totalRow) {
	x := d.column0(i)
	d.name(i, x, row.Key)
	if row.None {
		for _, y := range []float64{d.y(0) - 8, bandOpen, bandVoid} {
			d.label("", x, fmt.Sprint(y), "middle", "–")
		}
		return
	}
	d.number(x, bandOpen, row.Total.OpenParts)
	d.number(x, bandVoid, row.Total.Unknown)
	shown := row.Total.Shown()
	top, stated := shown.Highest()
	if !stated {
		d.label("strong", x, fmt.Sprint(d.y(0)-8), "middle", "?")
		return
	}
	low, _ := shown.Low()
	height := max(d.y(low)-d.y(top), 1.5)
	d.drawf(`<rect class="col" x="%s" width="16" y="%.1f" height="%.1f" transform="translate(-8 0)"/>`, percent(x), d.y(top), height)
	if best, ok := row.Total.Best.Low(); ok {
		d.at(x, fmt.Sprintf("%.1f", d.y(best)), d.path("best", "M-11 0H11"))
	}
	if shown.Open() {
		d.at(x, fmt.Sprintf("%.1f", d.y(top)), d.path("up", "M0 0V-15M-5 -10L0 -16L5 -10"))
	}
}

// name writes a period below its column: months and quarters by their number, with
// the year below the first of each year; a few of many.
func (d *bandDrawing) name(i int, x float64, key string) {
	year, rest, _ := strings.Cut(key, "-")
	if every := (len(d.rows) + 15) / 16; i%every != 0 {
		return
	}
	if rest == "" {
		d.label("ink", x, fmt.Sprint(bandNames), "middle", year)
		return
	}
	d.label("ink", x, fmt.Sprint(bandNames), "middle", rest)
	if i == 0 || rest == "01" || rest == "Q1" {
		d.label("", x, fmt.Sprint(bandYears), "middle", year)
	}
}

func (d *bandDrawing) number(x float64, y, n int) {
	class := ""
	if n > 0 {
		class = "strong"
	}
	d.label(class, x, fmt.Sprint(y), "middle", fmt.Sprint(n))
}

// A rangeChart lays sums on one axis, a row each, and beside each that of the
// comparison.
type rangeChart struct {
	Axis     template.HTML
	AxisSays string
	Rows     []template.HTML // in the order of the page's rows
}

// mostRanges bounds the rows that are drawn.
const mostRanges = 100

func chartOfTotals(v *visit, p *totalsPage) *rangeChart {
	if p.Band != nil && p.Other == "" || len(p.Rows) == 0 || len(p.Rows) > mostRanges {
		return nil
	}
	a := axisTo(mostOf(p.Rows), v.lang == "ar")
	arrow := map[bool]string{false: " →", true: " ←"}[a.mirrored]
	c := &rangeChart{Axis: axisStrip(a, say(v.lang, "people"), say(v.lang, "no upper bound")+arrow), AxisSays: casualty.Between(0, a.end).String()}
	for _, row := range p.Rows {
		c.Rows = append(c.Rows, sumStrip(a, row))
	}
	return c
}

// sumStrip draws a sum as a bar, and that of the comparison hatched below it.
func sumStrip(a axis, row totalRow) template.HTML {
	s := &strip{axis: a}
	s.grid()
	s.sum(row.Total.Shown(), "32%", `class="solid"`, "thinsolid")
	if row.Compare != nil {
		s.sum(row.Compare.Shown(), "70%", `class="thin" fill="url(#hatch)"`, "slash")
	}
	return s.html()
}

func (s *strip) sum(r casualty.Range, y, attributes, arrow string) {
	top, stated := r.Highest()
	if !stated {
		return
	}
	low, _ := r.Low()
	from, to := s.x(low), s.x(top)
	s.drawf(`<rect %s x="%s" y="%s" width="%s" height="8" transform="translate(%s -4)"/>`, attributes, percent(min(from, to)), y,
		widthOf(from, to), map[bool]string{true: "-3", false: "0"}[from == to])
	if r.Open() {
		d := "M2 0H14M9 -4L14 0L9 4"
		if s.mirrored {
			d = "M-2 0H-14M-9 -4L-14 0L-9 4"
		}
		s.at(to, y, s.path(arrow, d))
	}
}

// widthOf is a bar's width in per cent, or of a single number some pixels.
func widthOf(from, to float64) string {
	if from == to {
		return "6"
	}
	return percent(max(to-from, from-to))
}
