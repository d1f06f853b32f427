package server

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/server/people"
	"tollbook/store"
)

// A boardPage is the evidence board of one incident: the figures by the methods
// chosen, side by side; every claim on one axis, by one of them; the claims with
// their quotes; what was decided; what happened.
type boardPage struct {
	basePage
	Incident  casualty.Incident
	Version   int
	Facts     boardFacts
	Methods   []methodHead
	Choices   []methodHead // all methods
	By        methodHead   // whose band and results the charts show
	Rows      []boardRow
	Parts     []partRow
	Adopted   []adoptedRow
	Legend    []legendRow
	Charts    []chart
	Claims    []claimGroup
	Waiting   []casualty.Claim // linked here, and confirmed by nobody
	Decisions []decisionView
	Elsewhere []elsewhereRow
	Log       []logRow
	Earlier   int // entries of the log that are not shown
	Codes     boardCodes
	Nearby    []casualty.Incident // that this one may be merged into
}

func (boardPage) template() string { return "board" }

// boardCodes are the lists that the forms offer.
type boardCodes struct {
	Harms      []casualty.Harm
	Grades     []casualty.Grade
	Precisions []casualty.PlacePrecision
}

var allBoardCodes = boardCodes{casualty.Harms, casualty.Grades, casualty.PlacePrecisions}

// boardFacts are what the incident rests on.
type boardFacts struct {
	Documents, Origins, Parties int
	Populations                 []casualty.Population
}

// A boardRow is one question, answered by each method.
type boardRow struct {
	Question aggregate.Question
	ID       string
	Part     bool     // of a figure above: children, seriously injured
	Worded   []string // how the claims word it
	Span     string
	Cells    []boardCell
}

type boardCell struct {
	Method string // "envelope 1"
	By     string // its name in addresses
	Figure figureWords
}

// A partRow is what the parts of a figure say about it by one method: a contradiction,
// or a bound that follows and is in no figure.
type partRow struct {
	Method   string
	By       string // what the parts are told apart by
	Question aggregate.Question
	Problem  aggregate.ProblemCode // empty: a bound
	Derived  string
}

// An adoptedRow is a figure that a decision in force adopted.
type adoptedRow struct {
	Question aggregate.Question
	Figure   figureWords
	Decision casualty.DecisionID
}

// A claimGroup are the claims on one harm, as the table under the charts lists them.
type claimGroup struct {
	Harm casualty.Harm
	Rows []boardClaim
}

// A boardClaim is a claim with where it stands and what became of it.
type boardClaim struct {
	Claim    *casualty.Claim
	Document *casualty.Document
	Source   *casualty.Source
	Origin   *casualty.Origin
	Said     casualty.Moment
	Result   result
	Waits    bool // nobody confirmed it
	Rejected bool
	Unheard  bool // the method chosen does not list it
}

// An elsewhereRow is a claim of the same documents on another incident.
type elsewhereRow struct {
	Incident *casualty.Incident // nil: linked to none
	Claim    *casualty.Claim
	Document *casualty.Document
}

func boardPageOf(v *visit) (page, error) {
	s, err := v.showing()
	if err != nil {
		return nil, err
	}
	in := s.incident(casualty.IncidentID(v.param("id")))
	switch {
	case in == nil:
		return nil, casualty.ErrNotFound
	case in.Erased != "":
		return nil, casualty.ErrErased
	}
	p := &boardPage{Incident: *in, Codes: allBoardCodes, Legend: legendOf(v.lang)}
	if err := p.figures(v, s); err != nil {
		return nil, err
	}
	p.facts(s)
	if err := p.kept(v); err != nil {
		return nil, err
	}
	p.basePage = v.base("Incident")
	if in.Title != "" {
		p.Title = in.Title
	}
	return p, nil
}

// figures fills in what the methods make of the incident.
func (p *boardPage) figures(v *visit, s *showing) error {
	choose := choosingOf(v)
	methods, err := choose.methods(v)
	if err != nil {
		return err
	}
	tables, err := choose.tables(v)
	if err != nil {
		return err
	}
	p.Methods, p.Choices = headsOf(methods), methodChoices(methods)
	by := 0
	if name := v.request.URL.Query().Get("by"); name != "" {
		by = max(slices.IndexFunc(methods, func(m aggregate.Method) bool { return m.Name == name }), 0)
	}
	p.By = p.Methods[by]
	for i, f := range tables[0].of(p.Incident.ID) {
		row := rowOfQuestion(s, f.Figure)
		for j, t := range tables {
			row.Cells = append(row.Cells, boardCell{p.Methods[j].Name, methods[j].Name, figureWordsOf(t.of(p.Incident.ID)[i].Figure)})
		}
		p.Rows = append(p.Rows, row)
		p.Charts = append(p.Charts, chartOf(v, s, tables[by].of(p.Incident.ID)[i]))
	}
	for j, t := range tables {
		p.parts(p.Methods[j].Name, aggregate.PartsOf(t.only(p.Incident.ID)))
	}
	p.adopted(v)
	p.claims(s, tables[by])
	return nil
}

func (p *boardPage) parts(method string, findings []aggregate.PartsFinding) {
	for _, f := range findings {
		for _, problem := range f.Problems {
			p.Parts = append(p.Parts, partRow{method, f.By, aggregate.Question{Harm: f.Harm}, problem, ""})
		}
		for _, d := range f.Derived {
			p.Parts = append(p.Parts, partRow{method, f.By, d.Question, "", d.Range.String()})
		}
	}
}

func rowOfQuestion(s *showing, f aggregate.Figure) boardRow {
	row := boardRow{Question: f.Question, ID: questionID(f.Question), Part: !f.Question.AllPeople(), Span: f.Span.String()}
	for _, u := range slices.Concat(f.Counted, f.SetAside) {
		claim := s.claim(u.Claim)
		if claim == nil || u.Reason == aggregate.OtherPeople {
			continue
		}
		if words := claim.Count.String(); !slices.Contains(row.Worded, words) {
			row.Worded = append(row.Worded, words)
		}
	}
	return row
}

// adopted are the figures that decisions in force adopt.
func (p *boardPage) adopted(v *visit) {
	e, err := v.edition()
	if err != nil || !slices.ContainsFunc(e.Decisions, func(d casualty.Decision) bool {
		return d.Incident == p.Incident.ID && d.Kind == "adopt_figure"
	}) {
		return
	}
	set := v.settings(e.AsOf)
	set.Adopted = true
	for _, f := range e.table(v.Methods[0], set).of(p.Incident.ID) {
		if strings.HasPrefix(f.Figure.Method, "manual/") {
			p.Adopted = append(p.Adopted, adoptedRow{f.Figure.Question, figureWordsOf(f.Figure), f.Figure.Decisions[0]})
		}
	}
}

// claims lists every claim that names the incident, by harm, with what the chosen
// method made of it in the question that counts it first.
func (p *boardPage) claims(s *showing, t *figureTable) {
	results := resultsOf(s, t.of(p.Incident.ID))
	for _, c := range s.speaking(p.Incident.ID) {
		if c.Status == casualty.Suggested {
			p.Waiting = append(p.Waiting, *c)
		}
		r, heard := results[c.ID]
		row := boardClaim{
			Claim: c, Document: s.document(c.Document), Source: s.source(c.Source), Origin: s.origin(c.Origin),
			Said: saidOf(s, c), Result: r, Waits: c.Status == casualty.Suggested, Rejected: c.Status == casualty.Rejected, Unheard: !heard,
		}
		i := slices.IndexFunc(p.Claims, func(g claimGroup) bool { return g.Harm == c.Harm })
		if i < 0 {
			p.Claims, i = append(p.Claims, claimGroup{Harm: c.Harm}), len(p.Claims)
		}
		p.Claims[i].Rows = append(p.Claims[i].Rows, row)
	}
	slices.SortStableFunc(p.Claims, func(a, b claimGroup) int {
		return cmp.Compare(slices.Index(casualty.Harms, a.Harm), slices.Index(casualty.Harms, b.Harm))
	})
}

// resultsOf tells of each claim what became of it: counted, if any question counts
// it, or why it was set aside in the first that asks its people.
func resultsOf(s *showing, figures []aggregate.IncidentFigure) map[casualty.ClaimID]result {
	results := map[casualty.ClaimID]result{}
	for _, f := range figures {
		for _, u := range slices.Concat(f.Figure.Counted, f.Figure.SetAside) {
			c := s.claim(u.Claim)
			was, known := results[u.Claim]
			if c == nil || u.Reason == aggregate.OtherPeople || known && (was.Counted() || u.Reason != "") {
				continue
			}
			results[u.Claim] = resultOf(f.Figure, u, c)
		}
	}
	return results
}

// facts counts what the incident rests on, and finds the claims of its documents
// that speak of another one.
func (p *boardPage) facts(s *showing) {
	documents, origins := map[casualty.DocumentID]bool{}, map[string]bool{}
	for _, c := range s.speaking(p.Incident.ID) {
		documents[c.Document] = true
		if c.Population != "" && !slices.Contains(p.Facts.Populations, c.Population) {
			p.Facts.Populations = append(p.Facts.Populations, c.Population)
		}
		if voice := voiceOf(c); !origins[voice] {
			origins[voice] = true
			o, source := s.origin(c.Origin), s.source(c.Source)
			if o != nil && o.Party || o == nil && source != nil && source.Party {
				p.Facts.Parties++
			}
		}
	}
	p.Facts.Documents, p.Facts.Origins = len(documents), len(origins)
	for id := range documents {
		p.elsewhere(s, id)
	}
	slices.SortFunc(p.Elsewhere, func(a, b elsewhereRow) int { return compareIDs(a.Claim.ID, b.Claim.ID) })
	p.Elsewhere = p.Elsewhere[:min(len(p.Elsewhere), mostElsewhere)]
}

// elsewhere are the first claims of a document that speak of another incident.
func (p *boardPage) elsewhere(s *showing, id casualty.DocumentID) {
	found := 0
	for _, claim := range s.within[id] {
		c := s.claim(claim)
		if c.Incident == p.Incident.ID || !c.Enters() || c.Erased != "" {
			continue
		}
		p.Elsewhere = append(p.Elsewhere, elsewhereRow{s.incident(c.Incident), c, s.document(id)})
		if found++; found == mostElsewhere {
			return
		}
	}
}

// mostElsewhere bounds the table of claims on other incidents: a long table is one
// document.
const mostElsewhere = 20

// kept fills in what only those see who may see sources: decisions with their
// reasons, and the journal.
func (p *boardPage) kept(v *visit) error {
	if v.may(people.SeeSources) != nil {
		return nil
	}
	e, err := v.edition()
	if err != nil {
		return err
	}
	p.Nearby = nearby(e.whole, &p.Incident)
	for _, d := range e.Decisions {
		if d.Erased == "" && (d.Incident == p.Incident.ID || slices.Contains(d.Records, string(p.Incident.ID))) {
			p.Decisions = append(p.Decisions, v.viewOf(e, d))
		}
	}
	slices.Reverse(p.Decisions)
	return v.Book.Read(v.at, func(view *store.View) (err error) {
		if p.Version, err = store.VersionOf(view, string(p.Incident.ID)); err != nil {
			return err
		}
		p.Log, p.Earlier, err = logOf(view, &v.site.annals, p.about(e.whole))
		return err
	})
}

// about are the ids of what the incident's history is made of.
func (p *boardPage) about(s *showing) []string {
	ids := []string{string(p.Incident.ID)}
	for _, c := range s.speaking(p.Incident.ID) {
		ids = append(ids, string(c.ID))
	}
	for _, d := range p.Decisions {
		ids = append(ids, string(d.Decision.ID))
	}
	return ids
}

// mostNearby is how many incidents a form offers to merge with.
const mostNearby = 30

// nearby are incidents that may be the same: in the same month, the lowest ids first;
// in a small book, all.
func nearby(s *showing, in *casualty.Incident) (near []casualty.Incident) {
	ids := s.months.get()[monthOf(in)]
	if len(s.Incidents) <= mostNearby {
		ids = nil
		for _, other := range s.Incidents {
			ids = append(ids, other.ID)
		}
	}
	for _, id := range ids[:min(len(ids), mostNearby+1)] {
		if other := s.incident(id); other.ID != in.ID && other.Erased == "" && len(near) < mostNearby {
			near = append(near, *other)
		}
	}
	return near
}

// A logRow is one entry of the journal, with what of the incident it changed.
type logRow struct {
	Entry   store.Entry
	Changed []string // ids; the first few
	More    int
}

// Bounds of the history that a board shows.
const (
	mostLog     = 30
	mostChanged = 6
)

// logOf are the last entries that changed any of these records, newest first, and
// how many there were before.
func logOf(view *store.View, a *annals, ids []string) (rows []logRow, earlier int, err error) {
	all, err := a.upTo(view)
	if err != nil {
		return nil, 0, err
	}
	changed := map[int][]string{}
	for _, id := range ids {
		numbers, err := view.Entries(id)
		if err != nil {
			return nil, 0, err
		}
		for _, n := range numbers {
			changed[n] = append(changed[n], id)
		}
	}
	numbers := slices.Sorted(maps.Keys(changed))
	earlier = max(len(numbers)-mostLog, 0)
	for _, n := range slices.Backward(numbers[earlier:]) {
		ours := changed[n]
		slices.Sort(ours)
		shown := min(len(ours), mostChanged)
		rows = append(rows, logRow{all[n-1].Entry, ours[:shown], len(ours) - shown})
	}
	return rows, earlier, nil
}

// fieldOf is what the record holds in a field of an incident, for the form.
func (p boardPage) Field(name string) string { return fieldOf(p.Incident, name) }
