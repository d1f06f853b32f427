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

func homePages() []pageRoute {
	return []pageRoute{
		{"/", people.SeeFigures, homePageOf},
		{"/queues/decisions", people.SeeSources, queuePage("Decisions for a second person", "decisions")},
		{"/queues/doubts", people.SeeSources, queuePage("To look at", "doubts")},
		{"/queues/changed", people.SeeSources, queuePage("Sources that changed their number", "changed")},
	}
}

func homeReadings() []reading {
	return []reading{
		asking[struct{}, workOut]{readRoute{"/queues", "get-queues", "What waits for a person", people.SeeSources}, func(v *visit, _ *struct{}) (out workOut, _ string, err error) {
			w, err := v.work()
			if err != nil {
				return out, "", err
			}
			for _, row := range w.Reports {
				out.Reports = append(out.Reports, waitingReport{row.Document.ID, row.Waiting})
			}
			for _, c := range w.Unlinked {
				out.Unlinked = append(out.Unlinked, c.ID)
			}
			for _, d := range w.Decisions {
				out.Decisions = append(out.Decisions, d.ID)
			}
			for _, e := range w.Erasures {
				out.Erasures = append(out.Erasures, e.ID)
			}
			out.Doubts, out.Changed = w.Doubts, w.Changed
			return out, "", nil
		}},
	}
}

// workOut is what waits, by ids.
type workOut struct {
	Reports   []waitingReport       `json:"reports" doc:"Documents with claims that nobody has decided on"`
	Unlinked  []casualty.ClaimID    `json:"unlinked" doc:"Confirmed claims without an incident"`
	Decisions []casualty.DecisionID `json:"decisions" doc:"That wait for a second person"`
	Erasures  []string              `json:"erasures" doc:"Proposals that wait for a second person"`
	Doubts    []doubtRow            `json:"doubts"`
	Changed   []changedRow          `json:"changed" doc:"Claims that the same origin replaced by a later one"`
}

type waitingReport struct {
	Document casualty.DocumentID `json:"document"`
	Waiting  int                 `json:"waiting"`
}

// A work is everything that waits, of one state of the record.
type work struct {
	Head      int
	Reports   []*reportRow
	Unlinked  []*casualty.Claim
	Decisions []casualty.Decision
	Erasures  []curate.Erasure
	Doubts    []doubtRow
	Changed   []changedRow
}

// A doubtRow is something that a person should look at, with the address where it stands.
type doubtRow struct {
	Where string `json:"where"`
	What  string `json:"what"`
	To    string `json:"address"`
}

// A changedRow is a number that its origin replaced.
type changedRow struct {
	Incident casualty.IncidentID `json:"incident"`
	Title    string              `json:"title"`
	Harm     casualty.Harm       `json:"harm"`
	Was      string              `json:"was" doc:"As worded"`
	Now      string              `json:"now" doc:"As worded"`
	Claim    casualty.ClaimID    `json:"claim" doc:"The one that was replaced"`
	By       casualty.ClaimID    `json:"by" doc:"The one that replaces it"`
	Said     casualty.Moment     `json:"said" doc:"When the later one was said"`
	To       string              `json:"address"`
}

// work is what waits in the state that is asked for, made once for each: many come by
// the first page.
func (v *visit) work() (w work, err error) {
	e, err := v.edition()
	if err != nil {
		return w, err
	}
	w = remember(e.whole, "work", func() work { return workOf(e.whole, e.table(v.Methods[0], v.settings(e.record))) })
	err = v.Book.Read(store.At{}, func(view *store.View) error {
		for e := range curate.Erasures(view) {
			if e.Waits() {
				w.Erasures = append(w.Erasures, e)
			}
		}
		return nil
	})
	return w, err
}

func workOf(s *showing, t *figureTable) work {
	w := work{Head: s.Entries}
	for _, row := range slices.Backward(s.reports()) { // the oldest first
		if row.Waiting > 0 {
			w.Reports = append(w.Reports, row)
		}
	}
	for i := range s.Claims {
		if c := &s.Claims[i]; c.Erased == "" && c.Status == casualty.Confirmed && c.Incident == "" && (c.Scope == casualty.ThisIncident || c.Scope == casualty.OtherIncident) {
			w.Unlinked = append(w.Unlinked, c)
		}
	}
	for _, d := range s.Decisions {
		if d.SignedBy == "" && d.Erased == "" {
			w.Decisions = append(w.Decisions, d)
		}
	}
	for _, d := range casualty.Lint(s.Record) {
		w.Doubts = append(w.Doubts, doubtRow{d.Where, d.What, s.place(d.Where)})
	}
	w.Changed = changed(s, t)
	return w
}

// changed are the claims that a later one of the same origin replaced, the latest first.
func changed(s *showing, t *figureTable) []changedRow {
	var rows []changedRow
	seen := map[casualty.ClaimID]bool{}
	for i := range s.Incidents {
		in := &s.Incidents[i]
		for _, f := range t.of(in.ID) {
			for _, u := range f.Figure.SetAside {
				if u.Reason != aggregate.Superseded || seen[u.Claim] {
					continue
				}
				was, now := s.claim(u.Claim), s.claim(u.By)
				if was == nil || now == nil || was.Count == now.Count {
					continue
				}
				seen[u.Claim] = true
				rows = append(rows, changedRow{in.ID, in.Title, was.Harm, was.Count.String(), now.Count.String(), was.ID, now.ID, now.Said, s.place(string(now.ID))})
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b changedRow) int { return cmp.Compare(b.Said, a.Said) })
	return rows
}

// A homePage is the work queues, each with its first rows.
type homePage struct {
	basePage
	Empty                                bool
	Incidents, Documents, Claims, Events int
	Release                              *casualty.Release // the last one
	Queues, First                        work
	Unlinked                             []unlinkedRow
	Example                              int // the entry that loaded the example, where it can be taken back
}

func (homePage) template() string { return "home" }

// An unlinkedRow is a confirmed claim with the likeliest incident.
type unlinkedRow struct {
	Claim    *casualty.Claim
	Proposed *casualty.Incident
	Reason   string
	More     int // further ones that it may speak of
}

// shownOfQueue is how many rows of a queue the first page shows.
const shownOfQueue = 6

// first are the first rows of every queue.
func (w work) first() work {
	w.Reports = w.Reports[:min(len(w.Reports), shownOfQueue)]
	w.Unlinked = w.Unlinked[:min(len(w.Unlinked), shownOfQueue)]
	w.Decisions = w.Decisions[:min(len(w.Decisions), shownOfQueue)]
	w.Doubts = w.Doubts[:min(len(w.Doubts), shownOfQueue)]
	w.Changed = w.Changed[:min(len(w.Changed), shownOfQueue)]
	return w
}

func homePageOf(v *visit) (page, error) {
	r, err := v.showing()
	if err != nil {
		return nil, err
	}
	p := homePage{
		basePage: v.base("Work"), Empty: len(r.Documents)+len(r.Incidents) == 0,
		Incidents: len(r.Incidents), Documents: len(r.Documents), Claims: len(r.Claims), Events: r.Entries,
	}
	if n := len(r.Releases); n > 0 {
		p.Release = &r.Releases[n-1]
	}
	if v.may(people.SeeSources) != nil {
		return p, nil
	}
	if p.Queues, err = v.work(); err != nil {
		return nil, err
	}
	p.First = p.Queues.first()
	p.Unlinked = remember(r, "first unlinked", func() (rows []unlinkedRow) {
		for _, c := range p.First.Unlinked {
			rows = append(rows, unlinked(r, c))
		}
		return rows
	})
	if v.may(people.Manage) == nil {
		p.Example, err = v.exampleEntry()
	}
	return p, err
}

func unlinked(s *showing, c *casualty.Claim) unlinkedRow {
	row := unlinkedRow{Claim: c}
	var published casualty.Moment
	if d := s.document(c.Document); d != nil {
		published = d.Published
	}
	proposals := aggregate.ProposeIncidents(*c, published, s.Incidents)
	if len(proposals) > 0 {
		row.Proposed, row.Reason, row.More = s.incident(proposals[0].Incident), proposals[0].Reason, len(proposals)-1
	}
	return row
}

// A queueOf shows one queue whole.
type queueOf struct {
	basePage
	Name   string
	Queues work
}

func (queueOf) template() string { return "queue" }

func queuePage(title, name string) func(*visit) (page, error) {
	return func(v *visit) (page, error) {
		w, err := v.work()
		return queueOf{v.base(title), name, w}, err
	}
}

// A reportRow is a document with the state of its claims.
type reportRow struct {
	Document  casualty.Document
	Source    string
	Title     string // of its report
	Waiting   int
	Confirmed int
	Decided   int // confirmed, rejected or retracted
}

// reports are the documents with the state of their claims, the newest first.
func (s *showing) reports() []*reportRow {
	return remember(s, "reports", func() []*reportRow {
		rows, of := make([]*reportRow, len(s.Documents)), make(map[casualty.DocumentID]*reportRow, len(s.Documents))
		for i, d := range s.Documents {
			rows[i] = &reportRow{Document: d, Source: s.sourceName(d.Source)}
			of[d.ID] = rows[i]
		}
		for _, report := range s.Reports {
			if row := of[report.Document]; row != nil {
				row.Title = cmp.Or(row.Title, report.Title)
			}
		}
		for i := range s.Claims {
			if row := of[s.Claims[i].Document]; row != nil && s.Claims[i].Erased == "" {
				row.count(s.Claims[i].Status)
			}
		}
		slices.SortStableFunc(rows, func(a, b *reportRow) int { return cmp.Compare(b.Document.Retrieved, a.Document.Retrieved) })
		return rows
	})
}

func (r *reportRow) count(s casualty.Status) {
	r.Waiting += counted(s == casualty.Suggested)
	r.Confirmed += counted(s == casualty.Confirmed)
	r.Decided += counted(s == casualty.Confirmed || s == casualty.Rejected || s == casualty.Retracted)
}
