package server

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/server/people"
	"tollbook/store"
)

func incidentPages() []pageRoute {
	return []pageRoute{
		{"/incidents", people.SeeFigures, incidentsPageOf},
		{"/incidents/new", people.Record, newIncidentPageOf},
		{"/incidents/:id", people.SeeFigures, boardPageOf},
	}
}

// An incidentsPage is the list of incidents with their figures.
type incidentsPage struct {
	basePage
	Filter  within
	Asked   bool // something is filtered
	Columns []figureColumn
	Choices []figureColumn // all columns
	Methods []methodHead
	Picks   []methodHead
	Rows    []incidentRow
	pager
	All    int // incidents of the book
	Sort   string
	Grades []casualty.Grade
	Harms  []casualty.Harm
	Lacks  aggregate.Loose
}

func (incidentsPage) template() string { return "incidents" }

// A resting counts figures that hang on what a person decided.
type resting struct{ Decided, Unsigned, Waiting int }

// Resting counts those that the page shows.
func (p *incidentsPage) Resting() (r resting) {
	for _, row := range p.Rows {
		for _, figures := range row.Figures {
			for _, f := range figures {
				r.Decided += counted(len(f.Decisions) > 0)
				r.Unsigned += counted(f.Unsigned)
				r.Waiting += counted(len(f.Waiting) > 0)
			}
		}
	}
	return r
}

// A figureColumn is one of the list. Columns of harms have a cell a method.
type figureColumn struct {
	Name, Words string
	Harm        casualty.Harm // empty: a fact of the incident
	Shown       bool
	Sorted      string // "ascending", "descending"; empty: not by this one
	Sort        string // what the address says to sort by it
}

// incidentColumns are the facts that the list can show; the harms follow them.
var incidentColumns = []figureColumn{
	{Name: "day", Words: "Day"}, {Name: "place", Words: "Place"}, {Name: "country", Words: "Country"}, {Name: "cause", Words: "Cause"},
	{Name: "grade", Words: "Grade"}, {Name: "claims", Words: "Claims"},
}

// shownAtFirst are the columns of an address that names none.
var shownAtFirst = []string{"day", "place", "grade", "killed", "injured"}

// An incidentRow is one incident of the list.
type incidentRow struct {
	Incident casualty.Incident
	Claims   int // confirmed
	Figures  map[casualty.Harm][]figureWords
}

// incidentsOnPage is how many incidents one page of the list shows.
const incidentsOnPage = 50

func incidentsPageOf(v *visit) (page, error) {
	s, err := v.showing()
	if err != nil {
		return nil, err
	}
	f, err := withinOf(v).read(s)
	if err != nil {
		return nil, err
	}
	choose := choosingOf(v)
	if len(choose.Method) == 0 {
		choose.Method = []string{v.Methods[0].Name}
	}
	methods, err := choose.methods(v)
	if err != nil {
		return nil, err
	}
	tables, err := choose.tables(v)
	if err != nil {
		return nil, err
	}
	p := &incidentsPage{Filter: f.within, Methods: headsOf(methods), Picks: methodChoices(methods), Grades: casualty.Grades, Harms: casualty.Harms, Lacks: s.loose.get()}
	for i := range s.Incidents {
		p.All += counted(s.Incidents[i].Erased == "")
	}
	p.basePage = v.base("Incidents")
	p.Asked = f.filters()
	q := v.request.URL.Query()
	p.columns(q)
	p.cut(s, q, p.sorted(&f, tables[0]), tables)
	return p, nil
}

func counted(b bool) int {
	if b {
		return 1
	}
	return 0
}

// filters tells whether the list is filtered at all.
func (f *meaning) filters() bool {
	w := f.within
	return len(w.Grade) > 0 || slices.ContainsFunc([]string{w.Q, w.From, w.To, w.Place, w.Cause, w.Harm, w.Key, w.Only}, func(s string) bool { return s != "" })
}

// incidents are those that are meant, by the figures of the first method.
func (f *meaning) incidents(t *figureTable) []*casualty.Incident {
	return remember(f.shown, t.name()+f.name(), func() (kept []*casualty.Incident) {
		for i := range f.shown.Incidents {
			if in := &f.shown.Incidents[i]; f.holds(in) && (!f.asks() || f.asked(t, in.ID)) {
				kept = append(kept, in)
			}
		}
		return kept
	})
}

// asked tells whether an incident has a figure that is meant.
func (f *meaning) asked(t *figureTable, id casualty.IncidentID) bool {
	for _, x := range t.of(id) {
		if f.figure(x, t.settings) {
			return true
		}
	}
	return false
}

// columns are those that the address names, with how each is sorted by.
func (p *incidentsPage) columns(q url.Values) {
	names := q["col"]
	if len(names) == 0 {
		names = shownAtFirst
		if p.Filter.Harm != "" && !slices.Contains(names, p.Filter.Harm) {
			names = append(slices.Clone(names), p.Filter.Harm)
		}
	}
	all := slices.Clone(incidentColumns)
	for _, h := range casualty.Harms {
		all = append(all, figureColumn{Name: string(h), Words: string(h), Harm: h})
	}
	p.Sort = cmp.Or(q.Get("sort"), "-day")
	for _, c := range all {
		c.Shown = slices.Contains(names, c.Name)
		c.Sort = c.Name
		switch p.Sort {
		case c.Name:
			c.Sorted, c.Sort = "ascending", "-"+c.Name
		case "-" + c.Name:
			c.Sorted = "descending"
		}
		p.Choices = append(p.Choices, c)
		if c.Shown {
			p.Columns = append(p.Columns, c)
		}
	}
}

// A sortKey is what a list of incidents is sorted by; what is not stated comes last
// either way.
type sortKey struct {
	unstated int
	number   int
	text     string
}

func (a sortKey) compare(b sortKey, down bool) int {
	order := cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(a.text, b.text))
	if down {
		order = -order
	}
	return cmp.Or(a.unstated-b.unstated, order)
}

// sorted are the incidents that are meant, in the order of the address.
func (p *incidentsPage) sorted(f *meaning, t *figureTable) []*casualty.Incident {
	name, down := strings.CutPrefix(p.Sort, "-")
	return remember(f.shown, p.Sort+" "+t.name()+f.name(), func() []*casualty.Incident {
		return sortedBy(f.incidents(t), func(in *casualty.Incident) sortKey { return sortKeyOf(in, name, t) }, func(a, b sortKey) int { return a.compare(b, down) })
	})
}

func sortKeyOf(in *casualty.Incident, name string, t *figureTable) (key sortKey) {
	stated := true
	switch name {
	case "title":
		key.text = folded(in.Title)
	case "place":
		key.text = folded(in.Place.Name)
	case "country":
		key.text = in.Place.Country
	case "cause":
		key.text = folded(in.Cause)
	case "day":
		key.text = string(in.Day.First())
	case "grade":
		key.number = slices.Index(casualty.Grades, in.Grade)
		stated = key.number >= 0
	default:
		key.number, stated = numberOf(t.of(in.ID), aggregate.Question{Harm: casualty.Harm(name)})
	}
	if slices.Contains([]string{"title", "place", "country", "cause", "day"}, name) {
		stated = key.text != ""
	}
	key.unstated = counted(!stated)
	return key
}

// numberOf is what a figure is sorted by: its low, failing that its high.
func numberOf(figures []aggregate.IncidentFigure, q aggregate.Question) (int, bool) {
	for i := range figures {
		f := &figures[i].Figure
		if f.Question != q {
			continue
		}
		if low, ok := f.Shown().Low(); ok {
			return low, true
		}
		return f.Shown().Highest()
	}
	return 0, false
}

// cut keeps one page of the list, and fills in its rows.
func (p *incidentsPage) cut(s *showing, q url.Values, kept []*casualty.Incident, tables []*figureTable) {
	p.pager = pagerOf("/incidents", q, len(kept), incidentsOnPage)
	for _, in := range kept[p.from:p.to] {
		row := incidentRow{Incident: *in, Figures: map[casualty.Harm][]figureWords{}}
		for _, c := range s.speaking(in.ID) {
			row.Claims += counted(c.Enters())
		}
		for _, c := range p.Columns {
			if c.Harm != "" {
				row.Figures[c.Harm] = figuresFor(tables, in.ID, aggregate.Question{Harm: c.Harm})
			}
		}
		p.Rows = append(p.Rows, row)
	}
}

// figuresFor are one figure by each method; nil where no claim raises the question.
func figuresFor(tables []*figureTable, id casualty.IncidentID, q aggregate.Question) []figureWords {
	var words []figureWords
	for i, f := range tables[0].of(id) {
		if f.Figure.Question == q {
			for _, t := range tables {
				words = append(words, figureWordsOf(t.of(id)[i].Figure))
			}
		}
	}
	return words
}

// Has tells whether a list of an address names a value; for templates.
func (p *incidentsPage) Has(list []string, value any) bool {
	return slices.Contains(list, strings.TrimSpace(stringOf(value)))
}

func stringOf(value any) string {
	switch x := value.(type) {
	case casualty.Grade:
		return string(x)
	case string:
		return x
	}
	return ""
}

// A newIncidentPage opens an incident.
type newIncidentPage struct {
	basePage
	Incident casualty.Incident
	Codes    boardCodes
}

func (newIncidentPage) template() string { return "new-incident" }

// Field is what a field holds at first.
func (newIncidentPage) Field(string) string { return "" }

func newIncidentPageOf(v *visit) (page, error) {
	return newIncidentPage{basePage: v.base("Open an incident"), Codes: allBoardCodes}, nil
}

func incidentReadings() []reading {
	return []reading{
		asking[incidentsParams, listOut[casualty.Incident]]{readRoute{"/incidents", "list-incidents", "The incidents, filtered as on their page", people.SeeFigures}, askIncidents},
		asking[struct{}, casualty.Incident]{readRoute{"/incidents/:id", "get-incident", "One incident, with its version as ETag", people.SeeFigures}, askIncident},
		asking[Choosing, figuresOut]{readRoute{"/incidents/:id/figures", "get-incident-figures", "The figures of an incident by one to four methods, with what each counted and set aside", people.SeeFigures}, askIncidentFigures},
		asking[figuresParams, figuresOut]{readRoute{"/figures", "list-figures", "The figures of the incidents that are meant", people.SeeFigures}, askFigures},
		asking[struct{}, methodsOut]{readRoute{"/methods", "list-methods", "The methods, their rules and where they come from", people.SeeFigures}, askMethods},
	}
}

type incidentsParams struct {
	PageOfList
	Choosing
	Within
}

// meant are the incidents that the parameters of a reading mean.
func (v *visit) meant(c choosing, w within) (s *showing, f meaning, kept []*casualty.Incident, tables []*figureTable, err error) {
	if s, err = v.showing(); err != nil {
		return
	}
	if f, err = w.read(s); err != nil {
		return
	}
	if tables, err = c.tables(v); err != nil {
		return
	}
	return s, f, f.incidents(tables[0]), tables, nil
}

func askIncidents(v *visit, in *incidentsParams) (listOut[casualty.Incident], string, error) {
	_, _, kept, _, err := v.meant(in.Choosing, in.Within)
	return valuesOf(listed(kept, func(i *casualty.Incident) string { return string(i.ID) }, &in.PageOfList)), "", err
}

// askIncident shows what this visitor may see; one() would show all of it.
func askIncident(v *visit, _ *struct{}) (out casualty.Incident, etag string, err error) {
	s, err := v.showing()
	if err != nil {
		return out, "", err
	}
	in := s.incident(casualty.IncidentID(v.param("id")))
	if in == nil {
		return out, "", casualty.ErrNotFound
	}
	err = v.Book.Read(v.at, func(view *store.View) error {
		n, err := store.VersionOf(view, string(in.ID))
		etag = etagOf(string(in.ID), n)
		return err
	})
	return *in, etag, err
}
