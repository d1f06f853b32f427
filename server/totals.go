package server

import (
	"net/url"
	"slices"
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/server/people"
	"tollbook/store"
)

func totalsPages() []pageRoute {
	return []pageRoute{{"/totals", people.SeeFigures, totalsPageOf}}
}

func totalsReadings() []reading {
	return []reading{
		asking[totalsParams, totalsOut]{readRoute{"/totals", "get-totals", "Sums of figures, and what they do not know; open ends stay open, unknowns are counted", people.SeeFigures}, askTotals},
	}
}

// A totalsPage adds one figure up, row by row, says what the sum does not know,
// and lays two methods or two days beside each other.
type totalsPage struct {
	basePage
	Filter                       within
	By                           string // the breakdown, "month"
	Question                     aggregate.Question
	Method                       methodHead
	With                         string // the method or the day that it is compared with; empty: none
	WithDay                      string // as asked for
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

// A totalRow is one sum as a table shows it. Every number has the address of its
// incidents.
type totalRow struct {
	Key     string // empty: of all
	Total   aggregate.Total
	None    bool // no incident: this does not say that nobody was harmed
	Low     string
	Best    string
	High    string
	Words   string
	To      string // the incidents that it counts
	Compare *aggregate.Total
	Apart   string // how far the two are apart
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

// An adding is one way to add up, that pages and readings share.
type adding struct {
	filter   meaning
	by       []aggregate.By
	question aggregate.Question
	narrowed bool // its figures are of the people asked for, and say all
	sums     aggregate.Summary
}

// adding reads what is asked for, and adds it up; an edition keeps the sums.
func (v *visit) adding(c choosing, w within, by string) (a adding, err error) {
	s, err := v.showing()
	if err != nil {
		return a, err
	}
	if w.Harm == "" {
		w.Harm = string(casualty.Killed)
	}
	w.By, w.Key, w.Only = by, "", ""
	if a.filter, err = w.read(s); err != nil {
		return a, err
	}
	a.by, a.question = a.filter.by, a.filter.question
	tables, err := c.tables(v)
	if err != nil {
		return a, err
	}
	// Breakdowns add up figures of all people; where not all are asked for, the
	// figures of those who are stand in their place.
	a.narrowed = !a.question.AllPeople() && !slices.Contains(a.by, aggregate.ByGroup) && !slices.Contains(a.by, aggregate.ByPopulation)
	a.sums = remember(s, "sums "+tables[0].name()+a.filter.name(), func() aggregate.Summary { return a.add(s, tables[0]) })
	return a, nil
}

// add adds the figures up of the incidents that are meant.
func (a *adding) add(s *showing, t *figureTable) aggregate.Summary {
	settings := t.settings
	settings.Periods = aggregate.PeriodRule(a.filter.Periods)
	sums := aggregate.NewSumming(t.method, settings, a.by...)
	var seen []aggregate.IncidentFigure
	for i := range s.Incidents {
		in := &s.Incidents[i]
		if !a.filter.holds(in) {
			continue
		}
		seen = seen[:0]
		for _, f := range t.of(in.ID) {
			if f.Incident = *in; a.narrow(&f.Figure) {
				seen = append(seen, f)
			}
		}
		sums.Add(aggregate.Outline{Figures: seen})
	}
	loose := s.loose.get()
	sums.Count(loose.Unconfirmed, loose.Unlinked, loose.Apart)
	return sums.Summary()
}

// narrow tells whether a figure is of the people asked for, where not all are.
func (a *adding) narrow(f *aggregate.Figure) bool {
	if !a.narrowed {
		return true
	}
	asked := f.Question == a.question
	f.Question = aggregate.Question{Harm: a.question.Harm}
	return asked
}

// rows are the sums of the question that is asked, row by row.
func (a adding) rows() []aggregate.Total { return a.of(a.sums.Rows, a.by) }

// whole is the sum of all.
func (a adding) whole() aggregate.Total {
	for _, t := range a.of(a.sums.Whole, nil) {
		return t
	}
	return aggregate.Total{Question: a.question}
}

// of are those of some sums that answer the question.
func (a adding) of(sums []aggregate.Total, by []aggregate.By) []aggregate.Total {
	var rows []aggregate.Total
	for _, t := range sums {
		if a.narrowed && t.Question.Harm == a.question.Harm {
			t.Question = a.question
		}
		if a.asksFor(t.Question, by) {
			rows = append(rows, t)
		}
	}
	return rows
}

// asksFor: broken down by group or population, the rows are of each of them.
func (a adding) asksFor(q aggregate.Question, by []aggregate.By) bool {
	if slices.Contains(by, aggregate.ByGroup) {
		q.Group = a.question.Group
	}
	if slices.Contains(by, aggregate.ByPopulation) {
		q.Population = a.question.Population
	}
	return q == a.question
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
	if err := p.compare(v, c, w, by); err != nil {
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
	}
	p.Rows = withEmptyMonths(p.Rows, a.by)
	p.Total = totalRowOf(a.whole(), p.incidents(v, a, a.question, ""))
	for _, t := range a.sums.Whole {
		if !a.narrowed && t.Question != a.question {
			p.Others = append(p.Others, totalLine{t.Question, t.String(), p.incidents(v, a, t.Question, "")})
		}
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

// Only is the address of the incidents of the row that an item of its panel counts.
func (r totalRow) Only(only string) string {
	address, err := url.Parse(r.To)
	if err != nil {
		return r.To
	}
	q := address.Query()
	q.Set("only", only)
	address.RawQuery = q.Encode()
	return address.String()
}

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

// totalRowOf writes a sum as numbers with their words: a bound that is not known
// is never 0.
func totalRowOf(t aggregate.Total, to string) totalRow {
	row := totalRow{Key: t.Key, Total: t, Words: t.String(), To: to, None: t.Incidents == 0}
	shown := t.Shown()
	if low, ok := shown.Low(); ok && !(t.NoFloor > 0 && low == 0) {
		row.Low = casualty.Exactly(low).String()
	}
	if top, ok := shown.Highest(); ok {
		row.High = casualty.Exactly(top).String()
		if shown.Open() {
			row.High = casualty.AtLeast(top).String()
		}
	}
	if t.Best.Stated() && t.Range.Stated() {
		row.Best = t.Best.String()
	}
	return row
}

// compare adds the same up by another method, or as of another day.
func (p *totalsPage) compare(v *visit, c choosing, w within, by string) error {
	q := v.request.URL.Query()
	method, day := q.Get("with"), strings.TrimSpace(q.Get("with_as_of"))
	p.WithDay = day
	p.WithPick = methodChoices(nil)
	for i := range p.WithPick {
		p.WithPick[i].Chosen = p.WithPick[i].Name == method
	}
	if method == "" && day == "" {
		return nil
	}
	other := *v
	if day != "" {
		at, err := store.ParseAt(day)
		if err != nil {
			return casualty.At("with_as_of", err)
		}
		other.at, other.shows = at, nil
	}
	if method != "" {
		c.Method = []string{method}
	}
	b, err := other.adding(c, w, by)
	if err != nil {
		return err
	}
	p.With = named(b.sums.Method.String())
	if day != "" {
		p.With = say(v.lang, "%s, as of %s", p.With, day)
	}
	p.beside(b)
	return nil
}

// beside puts the sums of the comparison into the rows; a row that only one side
// has stays without a number on the other.
func (p *totalsPage) beside(b adding) {
	type of struct {
		key      string
		question aggregate.Question
	}
	at := map[of]int{}
	for i, r := range p.Rows {
		if r.None {
			r.Total.Question = p.Question
		}
		at[of{r.Key, r.Total.Question}] = i
	}
	for _, t := range b.rows() {
		i, ok := at[of{t.Key, t.Question}]
		if !ok {
			p.Rows, i = append(p.Rows, totalRow{Key: t.Key, None: true, Total: aggregate.Total{Question: t.Question}}), len(p.Rows)
		}
		p.Rows[i].Compare = &t
	}
	whole := b.whole()
	p.Total.Compare = &whole
}

// apart says how far two sums lie apart.
func (r totalRow) apart() string {
	if r.Compare == nil {
		return ""
	}
	a, b := r.Total.Shown(), r.Compare.Shown()
	switch {
	case !a.Stated() && !b.Stated():
		return ""
	case !a.Stated() || !b.Stated():
		return "only one of them has a figure"
	case a == b:
		return "the same"
	}
	la, _ := a.Low()
	lb, _ := b.Low()
	ta, _ := a.Highest()
	tb, _ := b.Highest()
	words := "lows " + casualty.Exactly(distance(la, lb)).String() + " apart, highest numbers " + casualty.Exactly(distance(ta, tb)).String()
	if a.Open() != b.Open() {
		words += ", one is open above"
	}
	return words
}

func distance(a, b int) int { return max(a-b, b-a) }

type totalsParams struct {
	Choosing
	Within
}

// totalsOut are totals as programs read them.
type totalsOut struct {
	AsOf        casualty.Moment `json:"as_of"`
	Head        string          `json:"head"`
	Totals      []totalOut      `json:"totals"`
	Panels      []panelOut      `json:"panels" doc:"What the totals do not know: one a method and figure, over all rows"`
	Note        string          `json:"note"`
	Unconfirmed int             `json:"unconfirmed"`
	Unlinked    int             `json:"unlinked"`
}

// A totalOut is one total, as the command line writes it.
type totalOut struct {
	Method     string              `json:"method"`
	Of         string              `json:"of" doc:"The key of the breakdown; empty: all"`
	Harm       casualty.Harm       `json:"harm"`
	Population casualty.Population `json:"population,omitempty"`
	Group      casualty.Group      `json:"group,omitempty"`
	Severity   casualty.Severity   `json:"severity,omitempty"`
	Range      casualty.Range      `json:"range"`
	Best       casualty.Range      `json:"best"`
	Text       string              `json:"text"`
	Incidents  int                 `json:"incidents"`
	Unknown    int                 `json:"without_a_figure"`
	OpenParts  int                 `json:"open_above"`
	NoFloor    int                 `json:"without_a_floor"`
	Shared     int                 `json:"shared,omitempty" doc:"Incidents that stand under other keys too"`
}

func totalOutOf(method string, t aggregate.Total) totalOut {
	q := t.Question
	return totalOut{
		method, t.Key, q.Harm, q.Population, q.Group, q.Severity, aggregate.AsStated(t.Range, t.NoFloor > 0), aggregate.AsStated(t.Best, t.NoFloor > 0),
		t.String(), t.Incidents, t.Unknown, t.OpenParts, t.NoFloor, t.Shared,
	}
}

// A panelOut is what a total does not know.
type panelOut struct {
	Method     string                          `json:"method"`
	Figure     string                          `json:"figure"`
	Incidents  int                             `json:"incidents"`
	Unknown    int                             `json:"without_a_figure"`
	NoFloor    int                             `json:"without_a_floor"`
	NoCeiling  int                             `json:"open_above"`
	OneOrigin  int                             `json:"one_origin"`
	Decided    int                             `json:"on_a_decision"`
	Waiting    int                             `json:"waiting_for_a_signature"`
	LearntLate int                             `json:"learnt_late"`
	Widest     int                             `json:"ten_widest_percent"`
	Days       map[casualty.Precision]int      `json:"days"`
	Places     map[casualty.PlacePrecision]int `json:"places"`
}

func panelOutOf(method string, t aggregate.Total) panelOut {
	p := t.Panel
	return panelOut{
		method, t.Question.Words(), p.Incidents, p.Unknown, p.NoFloor, p.NoCeiling, p.OneOrigin, p.Decided, p.Waiting, p.LearntLate, p.Widest(), p.Days(), p.Places(),
	}
}

// askTotals adds up by each method that is asked for; without a harm, every harm.
func askTotals(v *visit, in *totalsParams) (out totalsOut, etag string, err error) {
	methods, err := in.methods(v)
	if err != nil {
		return out, "", err
	}
	r, err := v.record()
	if err != nil {
		return out, "", err
	}
	out = totalsOut{AsOf: r.AsOf, Head: r.Head, Totals: []totalOut{}, Panels: []panelOut{}, Note: aggregate.EnvelopeNote}
	for _, m := range methods {
		a, err := v.adding(choosing{Method: []string{m.String()}, alone: len(methods) > 1}, in.Within, in.By)
		if err != nil {
			return out, "", err
		}
		sums, whole := a.sums.Rows, a.sums.Whole
		if in.Harm != "" || a.narrowed {
			sums, whole = a.rows(), []aggregate.Total{a.whole()}
		}
		for _, t := range sums {
			out.Totals = append(out.Totals, totalOutOf(m.String(), t))
		}
		for _, t := range whole {
			out.Panels = append(out.Panels, panelOutOf(m.String(), t))
		}
		out.Unconfirmed, out.Unlinked = a.sums.Unconfirmed, a.sums.Unlinked
	}
	return out, "", nil
}
