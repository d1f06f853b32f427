package server

import (
	"cmp"
	"html/template"
	"slices"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// A chart is the forest plot of one question: every claim that speaks to it as a
// row, one group an origin, and the settled figure as a band through all of them.
type chart struct {
	ID       string // "killed", "injured-serious"
	Question aggregate.Question
	Figure   figureWords
	Axis     template.HTML
	AxisSays string
	Groups   []chartGroup
	Settled  template.HTML
	Claims   int // drawn or named
}

// A chartGroup is what one origin says, in the order in which it said it.
type chartGroup struct {
	Name  string // empty: not shown to this visitor
	Known bool   // an origin is named
	Party bool
	Rows  []chartRow
	Blank template.HTML // the strip beside the name of a group of several claims
}

// A chartRow is one claim.
type chartRow struct {
	Claim   *casualty.Claim
	Source  string
	Said    casualty.Moment
	Strip   template.HTML
	OffAxis string // why it is not drawn; empty: it is
	Result  result
}

// A result is what a method made of a claim.
type result struct {
	State   markState
	Coded   casualty.Range
	Why     string // of a claim set aside
	By      casualty.ClaimID
	Lexicon string // that coded a word
}

func (r result) Counted() bool    { return r.State == markCounted }
func (r result) Superseded() bool { return r.State == markSuperseded }

// resultOf is what became of a claim in a figure.
func resultOf(f aggregate.Figure, u aggregate.Use, c *casualty.Claim) result {
	r := result{Coded: u.Coded, By: u.By, Why: u.Reason.Sentence()}
	switch u.Reason {
	case "":
		r.State = markCounted
	case aggregate.Superseded:
		r.State = markSuperseded
	default:
		r.State = markAside
	}
	if c.Count.Qualifier == casualty.Vague && u.Coded.Stated() {
		r.Lexicon = f.Lexicon
	}
	return r
}

// offAxis are the claims that speak of more than the incident: they would stretch
// the axis, and are named instead of drawn.
var offAxis = map[aggregate.Reason]string{
	aggregate.RunningTotal:  "a running total, not drawn",
	aggregate.Integrative:   "a total for a period, not drawn",
	aggregate.OtherIncident: "of another incident, not drawn",
}

// chartOf draws a figure. Claims that count other people than asked have a chart
// of their own.
func chartOf(v *visit, s *showing, f aggregate.IncidentFigure) chart {
	c := chart{ID: questionID(f.Figure.Question), Question: f.Figure.Question, Figure: figureWordsOf(f.Figure)}
	uses := slices.DeleteFunc(slices.Concat(f.Figure.Counted, f.Figure.SetAside), func(u aggregate.Use) bool {
		return u.Reason == aggregate.OtherPeople || s.claim(u.Claim) == nil
	})
	c.Claims = len(uses)
	a := axisOf(uses, f.Figure, v.lang == "ar")
	c.AxisSays = casualty.Between(0, a.end).String()
	c.Axis = axisStrip(a, say(v.lang, "people"), say(v.lang, "no upper bound")+map[bool]string{false: " →", true: " ←"}[a.mirrored])
	settled := f.Figure.Shown()
	c.Settled = settledStrip(a, settled)
	for _, u := range uses {
		claim := s.claim(u.Claim)
		row := chartRow{Claim: claim, Said: saidOf(s, claim), Result: resultOf(f.Figure, u, claim), OffAxis: offAxis[u.Reason]}
		if source := s.source(claim.Source); source != nil {
			row.Source = source.Name
		}
		group := c.group(s, claim)
		m := markFor(u, claim, row.Result, group.Party)
		if row.OffAxis != "" {
			m = markOf{}
		}
		row.Strip = claimStrip(a, settled, m)
		group.Rows = append(group.Rows, row)
	}
	c.order()
	for i := range c.Groups {
		c.Groups[i].Blank = claimStrip(a, settled, markOf{})
	}
	return c
}

// group finds the group of the voice that speaks, or opens it.
func (c *chart) group(s *showing, claim *casualty.Claim) *chartGroup {
	for i, other := range c.Groups {
		if voiceOf(other.Rows[0].Claim) == voiceOf(claim) {
			return &c.Groups[i]
		}
	}
	g := chartGroup{}
	if o := s.origin(claim.Origin); o != nil {
		g.Name, g.Party, g.Known = o.Name, o.Party, true
	} else if source := s.source(claim.Source); source != nil {
		g.Name, g.Party = source.Name, source.Party
	}
	c.Groups = append(c.Groups, g)
	return &c.Groups[len(c.Groups)-1]
}

func voiceOf(c *casualty.Claim) string {
	return cmp.Or(string(c.Origin), string(c.Source), string(c.ID))
}

// order puts groups by their first statement, and claims by date within. What has
// no date comes last.
func (c *chart) order() {
	by := func(a, b chartRow) int {
		return cmp.Or(cmp.Compare(unsaid(a.Said), unsaid(b.Said)), cmp.Compare(a.Said, b.Said))
	}
	for _, g := range c.Groups {
		slices.SortStableFunc(g.Rows, by)
	}
	slices.SortStableFunc(c.Groups, func(a, b chartGroup) int { return by(a.Rows[0], b.Rows[0]) })
}

func unsaid(m casualty.Moment) int {
	if m.Stated() {
		return 0
	}
	return 1
}

// saidOf is when a claim was said, failing that when it was published.
func saidOf(s *showing, c *casualty.Claim) casualty.Moment {
	if c.Said.Stated() {
		return c.Said
	}
	if d := s.document(c.Document); d != nil {
		return d.Published
	}
	return ""
}

// axisOf holds every claim that is drawn, and the figure.
func axisOf(uses []aggregate.Use, f aggregate.Figure, mirrored bool) axis {
	most, _ := f.Shown().Highest()
	for _, u := range uses {
		if top, ok := u.Coded.Highest(); ok && offAxis[u.Reason] == "" {
			most = max(most, top)
		}
	}
	return axisTo(most, mirrored)
}

func markFor(u aggregate.Use, c *casualty.Claim, r result, party bool) markOf {
	return markOf{
		Range: u.Coded, State: r.State, Party: party,
		None:  c.Count.Qualifier == casualty.None,
		Vague: c.Count.Qualifier == casualty.Vague,
		Bare:  c.Count.Qualifier == casualty.Unspecified,
	}
}

// questionID names a question in addresses within a page: "killed",
// "injured-serious".
func questionID(q aggregate.Question) string {
	id := string(q.Harm)
	for _, part := range []string{string(q.Severity), string(q.Group), string(q.Population)} {
		if part != "" {
			id += "-" + part
		}
	}
	return id
}

// figureWords are a figure as pages show it.
type figureWords struct {
	Words        string // "12 or more", "no figure"
	Settled      bool
	Why          []string // there is none
	Best         string   // beside a range; empty: none
	Highest      string   // of an open range whose floor is lower; empty: none
	Counted      int
	Aside        int
	Problems     []aggregate.ProblemCode
	Said         string // what is remarkable about a settled figure: one origin only
	Decisions    []casualty.DecisionID
	Unsigned     bool // no second person signed one of Decisions
	Waiting      []casualty.DecisionID
	NotCollected bool // the method's rules have no figure for this, which is no zero
}

func figureWordsOf(f aggregate.Figure) figureWords {
	w := figureWords{Words: f.Words(), Settled: f.Settled(), Counted: len(f.Counted), Problems: f.Problems, Decisions: f.Decisions, Unsigned: f.Unsigned, Waiting: f.Waiting}
	for _, u := range f.SetAside {
		if u.Reason != aggregate.OtherPeople {
			w.Aside++
		}
	}
	if !w.Settled {
		w.Words, w.Why, w.NotCollected = "no figure", f.Why(), f.Status == aggregate.Refused
		return w
	}
	shown := f.Shown()
	low, _ := shown.Low()
	if f.NoFloor && low == 0 {
		return w // the words say what it lacks
	}
	w.Words = shown.String()
	if f.Status != aggregate.Settled {
		w.Said = f.Status.Sentence()
	}
	if f.Best.Stated() && f.Range.Stated() && f.Best != f.Range {
		w.Best = f.Best.String()
	}
	if top, _ := shown.Highest(); shown.Open() && top > low {
		w.Words, w.Highest = casualty.AtLeast(low).String(), casualty.Exactly(top).String()
	}
	return w
}
