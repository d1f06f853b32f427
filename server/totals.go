package server

import (
	"net/url"
	"slices"
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/server/people"
)

func totalsPages() []pageRoute {
	return []pageRoute{{"/totals", people.SeeFigures, totalsPageOf}}
}

// A totalsPage adds one figure up, row by row, says what the sum does not know,
// and lays two methods or two days beside each other.
type totalsPage struct {
	basePage
	Filter                       within
	By                           string // the breakdown, "month"
	Question                     aggregate.Question
	Method                       methodHead
	Other                        string // the method or the day that it is compared with; empty: none
	WithDay                      string // as asked for
	Why                          *whyChanged
	WhyTo                        string // the address that says why; empty: nothing is compared
	Picks                        []methodHead
	WithPick                     []methodHead
	Bys                          []aggregate.By
	Codes                        totalCodes
	pager                        // of the rows
	Rows                         []totalRow
	People                       bool // the rows are of different people
	Total                        totalRow
	Panel                        panelView
	Others                       []totalLine // totals of the other harms, without a breakdown
	Band                         *timeBand   // nil: the rows are no periods
	Chart                        *rangeChart
	Shared                       bool
	Looks                        []lookRow
	Apart, Unlinked, Unconfirmed int // claims that are in no figure
}

func (totalsPage) template() string { return "totals" }

type totalCodes struct {
	Harms       []casualty.Harm
	Populations []casualty.Population
	Groups      []casualty.Group
	Severities  []casualty.Severity
	Grades      []casualty.Grade
}

var allTotalCodes = totalCodes{casualty.Harms, casualty.Populations, casualty.Groups, casualty.Severities, casualty.Grades}

// A lookRow is what a person should look at in a sum.
type lookRow struct {
	Key     string
	Problem aggregate.ProblemCode
}

// A totalLine is a total of another harm.
type totalLine struct {
	Question  aggregate.Question
	Words, To string
}

// A panelView is what a total does not know.
type panelView struct {
	aggregate.Panel
	DaysKnown   []known
	PlacesKnown []known
}

// A known says how many incidents have a day or a place this well known.
type known struct {
	Precision string // empty: not stated
	Incidents int
}

func panelViewOf(p aggregate.Panel) panelView {
	view := panelView{Panel: p}
	for _, precision := range []casualty.Precision{casualty.ToDay, casualty.ToSpan, casualty.ToMonth, casualty.ToYear, ""} {
		if n := p.Days()[precision]; n > 0 {
			view.DaysKnown = append(view.DaysKnown, known{string(precision), n})
		}
	}
	for _, precision := range append(slices.Clone(casualty.PlacePrecisions), "") {
		if n := p.Places()[precision]; n > 0 {
			view.PlacesKnown = append(view.PlacesKnown, known{string(precision), n})
		}
	}
	return view
}

func totalsPageOf(v *visit) (page, error) {
	q := v.request.URL.Query()
	c, w, by := choosingOf(v), withinOf(v), strings.Join(q["by"], ",")
	if _, said := q["by"]; !said {
		by = string(aggregate.ByMonth)
	}
	if len(c.Method) == 0 {
		c.Method = []string{v.Methods[0].Name}
	}
	c.Method, c.alone = strings.Split(c.Method[0], ",")[:1], q.Get("with") != ""
	a, err := v.adding(c, w, by)
	if err != nil {
		return nil, err
	}
	methods, err := c.methods(v)
	if err != nil {
		return nil, err
	}
	p := &totalsPage{
		Filter: a.filter.within, By: by, Question: a.question, Method: headsOf(methods)[0],
		Picks: methodChoices(methods), Bys: aggregate.Breakdowns, Codes: allTotalCodes,
		Panel: panelViewOf(a.whole().Panel), Apart: a.sums.Apart, Unlinked: a.sums.Unlinked, Unconfirmed: a.sums.Unconfirmed,
	}
	p.add(v, a)
	if err := p.compare(v, a, c, w, by); err != nil {
		return nil, err
	}
	p.cut(v, a)
	p.basePage = v.base("Totals")
	return p, nil
}

// add fills in the rows.
func (p *totalsPage) add(v *visit, a adding) {
	for _, t := range a.rows() {
		p.Rows = append(p.Rows, totalRow{Key: t.Key, Total: t})
		p.Shared = p.Shared || t.Shared > 0
		p.People = p.People || t.Question != p.Question
		p.look(t)
	}
	if len(a.by) > 0 {
		p.look(a.whole())
	}
	for _, m := range a.sums.Missing {
		p.Looks = append(p.Looks, lookRow{Problem: m})
	}
	p.Rows = withEmptyMonths(p.Rows, a.by)
	p.Total = totalRowOf(a.whole(), p.incidents(v, a, a.question, ""))
	for _, t := range a.sums.Whole {
		if !a.narrowed && t.Question != a.question {
			p.Others = append(p.Others, totalLine{t.Question, t.String(), p.incidents(v, a, t.Question, "")})
		}
	}
}

func (p *totalsPage) look(t aggregate.Total) {
	for _, problem := range t.Problems {
		p.Looks = append(p.Looks, lookRow{t.Key, problem})
	}
}

// totalsOnPage is how many sums one page shows; two breakdowns can have thousands.
const totalsOnPage = 200

// cut keeps one page of the rows, and writes each out with the address of its
// incidents. Charts show all rows or none.
func (p *totalsPage) cut(v *visit, a adding) {
	p.pager = pagerOf("/totals", v.request.URL.Query(), len(p.Rows), totalsOnPage)
	p.Rows = p.Rows[p.from:p.to]
	for i, row := range p.Rows {
		if !row.None {
			compared := row.Compare
			row = totalRowOf(row.Total, p.incidents(v, a, row.Total.Question, row.Key))
			row.Compare = compared
		}
		row.Apart = row.apart()
		p.Rows[i] = row
	}
	p.Total.Apart = p.Total.apart()
	if p.Of <= totalsOnPage {
		p.Band, p.Chart = bandOf(v, p), chartOfTotals(v, p)
	}
}

// incidents is the address of the incidents behind a number.
func (p *totalsPage) incidents(v *visit, a adding, asks aggregate.Question, key string) string {
	w := a.filter.within
	q := url.Values{"harm": {string(asks.Harm)}, "method": {p.Method.Bare()}}
	for name, value := range map[string]string{
		"q": w.Q, "from": w.From, "to": w.To, "place": w.Place, "cause": w.Cause, "population": string(asks.Population), "group": string(asks.Group),
		"severity": string(asks.Severity), "periods": w.Periods, "as_of": v.about.asOf,
	} {
		if value != "" {
			q.Set(name, value)
		}
	}
	if len(w.Grade) > 0 {
		q["grade"] = w.Grade
	}
	if key != "" {
		q.Set("by", p.By)
		q.Set("key", key)
	}
	return "/incidents?" + q.Encode()
}

// Bare is the name that addresses have for a method.
func (m methodHead) Bare() string { name, _, _ := strings.Cut(m.Name, " "); return name }

// Only is that of the whole total.
func (p *totalsPage) Only(only string) string { return p.Total.Only(only) }

// coded are the breakdowns whose keys are codes.
var coded = []string{string(aggregate.ByGroup), string(aggregate.ByPopulation), string(aggregate.ByGrade), string(aggregate.ByHarm)}

// Coded tells whether the keys of the rows are codes, and not names or days.
func (p *totalsPage) Coded() bool { return slices.Contains(coded, p.By) }

// Named is the key of a row as a reader sees it.
func (p *totalsPage) Named(key string) string {
	where, unallocated := strings.CutPrefix(key, aggregate.Unallocated+" in ")
	switch {
	case key == "":
		return say(p.Lang, "all")
	case p.Coded():
		return codeWords(p.Lang, key)
	case unallocated:
		return say(p.Lang, "unallocated in %s", where)
	case slices.Contains([]string{aggregate.Unallocated, aggregate.Undetermined, aggregate.SpansPeriods, aggregate.NotStatedKey}, key):
		return say(p.Lang, key)
	}
	return key
}

// Has tells whether a grade is chosen; for the form.
func (p *totalsPage) Has(grade any) bool { return slices.Contains(p.Filter.Grade, stringOf(grade)) }
