package server

import (
	"cmp"
	"slices"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/server/people"
	"tollbook/store"
)

func decisionPages() []pageRoute {
	return []pageRoute{
		{"/decisions", people.SeeSources, decisionsPageOf},
		{"/decisions/:id", people.SeeSources, decisionPageOf},
	}
}

func decisionDeeds() []deed {
	r := func(verb, summary string, may people.Action) deedRoute {
		return deedRoute{path: "/decisions/:id/" + verb, name: verb + "-decision", summary: summary, may: may, seen: true, page: decisionPageOf}
	}
	return []deed{
		doing[nothing, casualty.Decision]{r("sign-off", "Put a second person's name to a decision; nobody signs off their own", people.SignOff), signOff},
		doing[whyInput, sentBack]{r("send-back", "Take back a decision that waits, with all that it did: its author withdraws it, a reviewer sends it back", people.Decide), sendBack},
		doing[dissentInput, casualty.Decision]{r("dissent", "Keep an objection beside a decision", people.Decide), dissent},
	}
}

func decisionReadings() []reading {
	return []reading{
		asking[decisionsParams, listOut[casualty.Decision]]{readRoute{"/decisions", "list-decisions", "The decisions, those that wait and those in force", people.SeeSources}, askDecisions},
		asking[struct{}, casualty.Decision]{readRoute{"/decisions/:id", "get-decision", "One decision, with its version as ETag", people.SeeSources}, one(store.Decisions)},
		asking[struct{}, changeOut]{readRoute{"/decisions/:id/change", "get-decision-change", "The figures before and after a decision, by the server's first method", people.SeeSources}, askChange},
	}
}

// judgment is a decision of this visitor. On a served book it waits for a second person.
func (v *visit) judgment(reason string) curate.Judgment {
	return curate.Judgment{Reason: reason, By: v.who.Name, At: casualty.MomentOf(v.Now()), Waits: !v.Open}
}

// A decisionView is a decision as pages show it.
type decisionView struct {
	Decision casualty.Decision
	Incident *casualty.Incident // nil: it speaks of none
	Others   []*casualty.Incident
	Origins  []string
	Waits    bool
	Own      bool // of the visitor
	Version  int
	Figure   string // adopted; empty: none
}

// viewOf makes it; the version is of now.
func (v *visit) viewOf(e *edition, d casualty.Decision) decisionView {
	found := e.whole
	view := decisionView{Decision: d, Incident: found.incident(d.Incident), Waits: d.SignedBy == "" && !v.Open, Own: v.who.Name != "" && v.who.Name == d.By}
	for _, id := range d.Records {
		if in := found.incident(casualty.IncidentID(id)); in != nil {
			view.Others = append(view.Others, in)
		}
		if o := found.origin(casualty.OriginID(id)); o != nil {
			view.Origins = append(view.Origins, o.Name)
		}
	}
	if d.Kind == "adopt_figure" {
		view.Figure = d.Figure.String()
	}
	_ = v.Book.Read(v.at, func(view2 *store.View) (err error) { // without it the form is refused: it carries no version
		view.Version, err = store.VersionOf(view2, string(d.ID))
		return err
	})
	return view
}

// A decisionsPage lists those that wait first.
type decisionsPage struct {
	basePage
	Waiting, InForce []decisionView
	More             int // in force and not shown
}

func (decisionsPage) template() string { return "decisions" }

// mostInForce bounds the list of decisions in force, the newest first.
const mostInForce = 200

func decisionsPageOf(v *visit) (page, error) {
	e, err := v.edition()
	if err != nil {
		return nil, err
	}
	p := decisionsPage{basePage: v.base("Decisions")}
	for _, d := range slices.Backward(e.Decisions) {
		switch {
		case d.Erased != "":
		case d.SignedBy == "" && !v.Open:
			p.Waiting = append(p.Waiting, v.viewOf(e, d))
		case len(p.InForce) < mostInForce:
			p.InForce = append(p.InForce, v.viewOf(e, d))
		default:
			p.More++
		}
	}
	return p, nil
}

// A decisionPage shows one decision with the figures before and after it.
type decisionPage struct {
	basePage
	decisionView
	Method string
	Change []changeRow
	Same   int // figures that it leaves as they are
}

func (decisionPage) template() string { return "decision" }

// A changeRow is one figure before and after a decision.
type changeRow struct {
	Incident casualty.Incident
	Question aggregate.Question
	Before   figureWords
	After    figureWords
}

func decisionPageOf(v *visit) (page, error) {
	e, err := v.edition()
	if err != nil {
		return nil, err
	}
	d, err := decisionIn(e, v.param("id"))
	if err != nil {
		return nil, err
	}
	p := decisionPage{decisionView: v.viewOf(e, d), Method: named(v.Methods[0].String())}
	p.basePage = v.base("Decision %s", d.ID)
	for _, c := range v.change(e, d) {
		if c.before.Words() == c.after.Words() {
			p.Same++
			continue
		}
		p.Change = append(p.Change, changeRow{c.incident, c.question, figureWordsOf(c.before), figureWordsOf(c.after)})
	}
	return p, nil
}

func decisionIn(e *edition, id string) (casualty.Decision, error) {
	i := slices.IndexFunc(e.Decisions, func(d casualty.Decision) bool { return string(d.ID) == id })
	switch {
	case i < 0:
		return casualty.Decision{}, casualty.ErrNotFound
	case e.Decisions[i].Erased != "":
		return casualty.Decision{}, casualty.ErrErased
	}
	return e.Decisions[i], nil
}

// A figureChange is one figure before and after a decision; a figure that is not
// there on one side is not settled.
type figureChange struct {
	incident      casualty.Incident
	question      aggregate.Question
	before, after aggregate.Figure
}

// change compares the figures of the incidents that a decision is about: without
// it and with it. Of a decision that was carried out long ago, only what the
// methods heed can be told apart; the journal has the rest.
func (v *visit) change(e *edition, d casualty.Decision) []figureChange {
	small := concerned(e, d)
	set := v.settings(small.AsOf)
	set.Adopted = true
	without, with := small, curate.Foresee(small, d)
	if d.SignedBy != "" || v.Open {
		with = small
		without.Decisions = slices.DeleteFunc(slices.Clone(small.Decisions), func(o casualty.Decision) bool { return o.ID == d.ID })
	}
	return laidBeside(aggregate.Tabulate(without, v.Methods[0], set), aggregate.Tabulate(with, v.Methods[0], set))
}

// concerned is the part of a record that a decision speaks of.
func concerned(e *edition, d casualty.Decision) casualty.Record {
	touched := map[casualty.IncidentID]bool{}
	for _, id := range append([]string{string(d.Incident)}, d.Records...) {
		touched[casualty.IncidentID(id)] = true
	}
	for _, id := range d.Claims {
		if c := e.whole.claim(id); c != nil && d.Kind == "merge_origins" {
			touched[c.Incident] = true
		}
	}
	delete(touched, "")
	return e.whole.concerning(touched)
}

func laidBeside(without, with aggregate.Table) []figureChange {
	var rows []figureChange
	for _, f := range without.Figures {
		after, ok := with.Figure(f.Incident.ID, f.Figure.Question)
		if !ok {
			after = aggregate.Figure{Status: aggregate.NoFigure}
		}
		rows = append(rows, figureChange{f.Incident, f.Figure.Question, f.Figure, after})
	}
	for _, f := range with.Figures {
		if _, ok := without.Figure(f.Incident.ID, f.Figure.Question); !ok {
			rows = append(rows, figureChange{f.Incident, f.Figure.Question, aggregate.Figure{Status: aggregate.NoFigure}, f.Figure})
		}
	}
	slices.SortStableFunc(rows, func(a, b figureChange) int {
		return cmp.Or(cmp.Compare(len(a.incident.ID), len(b.incident.ID)), cmp.Compare(a.incident.ID, b.incident.ID), a.question.Compare(b.question))
	})
	return rows
}

func signOff(v *visit, _ nothing) (d casualty.Decision, next string, err error) {
	id := casualty.DecisionID(v.param("id"))
	err = v.do("sign off", "", func(c *store.Change) error {
		if err := curate.SignOff(c, id, v.who.Name, casualty.MomentOf(v.Now())); err != nil {
			return err
		}
		d, err = store.Decisions.Get(c, id)
		return err
	})
	return d, "/decisions/" + string(id), err
}

// dissentInput is an objection.
type dissentInput struct {
	Dissent string `json:"dissent" doc:"What you object; it stays beside the decision, with your name"`
}

func dissent(v *visit, in dissentInput) (d casualty.Decision, next string, err error) {
	id := casualty.DecisionID(v.param("id"))
	if in.Dissent != "" {
		in.Dissent = v.who.Name + ": " + in.Dissent
	}
	err = v.do("dissent", "", func(c *store.Change) error {
		if err := curate.Dissent(c, id, in.Dissent); err != nil {
			return err
		}
		d, err = store.Decisions.Get(c, id)
		return err
	})
	return d, "/decisions/" + string(id), err
}

// sentBack names what was taken back.
type sentBack struct {
	Decision casualty.DecisionID `json:"decision"`
	Undid    int                 `json:"undid" doc:"The entry of the journal that made it"`
}

// sendBack undoes the entry that made a decision: nothing of it stays in force, and
// the journal keeps both, with the reason.
func sendBack(v *visit, in whyInput) (out sentBack, next string, err error) {
	if err := in.check(); err != nil {
		return out, "", err
	}
	id := v.param("id")
	e, err := v.records.at(store.At{})
	if err != nil {
		return out, "", err
	}
	d, err := decisionIn(e, id)
	switch {
	case err != nil:
		return out, "", err
	case d.SignedBy != "":
		return out, "", &casualty.Problem{Where: id, Found: "a decision in force", Want: "one that waits; a decision in force is changed by another one"}
	case d.By != v.who.Name && v.may(people.SignOff) != nil:
		return out, "", errForbidden
	}
	made, err := v.madeBy(id)
	if err != nil {
		return out, "", err
	}
	what := "send back"
	if d.By == v.who.Name {
		what = "withdraw"
	}
	entry, err := v.Book.Undo(v.act(what, in.Reason), made)
	if err != nil {
		return out, "", err
	}
	v.entry, v.shows = entry.Number, nil
	return sentBack{d.ID, made}, "/decisions", nil
}

// madeBy is the entry of the journal that added a record.
func (v *visit) madeBy(id string) (entry int, err error) {
	err = v.Book.Read(store.At{}, func(view *store.View) error {
		entries, err := view.Entries(id)
		if err == nil && len(entries) == 0 {
			err = casualty.ErrNotFound
		}
		if err == nil {
			entry = entries[0]
		}
		return err
	})
	return entry, err
}

type decisionsParams struct {
	PageOfList
	State string `query:"state" enum:"waiting,in_force" doc:"Only these"`
}

func askDecisions(v *visit, in *decisionsParams) (listOut[casualty.Decision], string, error) {
	e, err := v.edition()
	if err != nil {
		return listOut[casualty.Decision]{}, "", err
	}
	kept := slices.DeleteFunc(slices.Clone(e.Decisions), func(d casualty.Decision) bool {
		waits := d.SignedBy == "" && !v.Open
		return d.Erased != "" || in.State == "waiting" && !waits || in.State == "in_force" && waits
	})
	return listed(kept, func(d casualty.Decision) string { return string(d.ID) }, &in.PageOfList), "", nil
}

// changeOut are the figures before and after a decision.
type changeOut struct {
	Method  string          `json:"method"`
	Figures []figureBetween `json:"figures"`
}

type figureBetween struct {
	Incident casualty.IncidentID `json:"incident"`
	Figure   string              `json:"figure" doc:"What is asked: killed; injured, serious"`
	Before   casualty.Range      `json:"before"`
	After    casualty.Range      `json:"after"`
}

func askChange(v *visit, _ *struct{}) (out changeOut, etag string, err error) {
	e, err := v.edition()
	if err != nil {
		return out, "", err
	}
	d, err := decisionIn(e, v.param("id"))
	if err != nil {
		return out, "", err
	}
	out = changeOut{Method: v.Methods[0].String(), Figures: []figureBetween{}}
	for _, c := range v.change(e, d) {
		out.Figures = append(out.Figures, figureBetween{
			c.incident.ID, c.question.Words(),
			aggregate.AsStated(c.before.Shown(), c.before.NoFloor), aggregate.AsStated(c.after.Shown(), c.after.NoFloor),
		})
	}
	return out, "", nil
}
