package server

import (
	"tollbook/casualty"
	"tollbook/server/people"
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
			out.Unlinked = w.Unlinked
			for _, d := range w.Decisions {
				out.Decisions = append(out.Decisions, d.ID)
			}
			for _, e := range w.Erasures {
				out.Erasures = append(out.Erasures, e.ID)
			}
			s, err := v.showing()
			if err != nil {
				return out, "", err
			}
			out.Doubts, out.Changed = s.doubtRows(w.Doubts), w.Changed
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

// A homePage is the work queues, each with its first rows.
type homePage struct {
	basePage
	Empty                                bool
	Incidents, Documents, Claims, Events int
	Release                              *casualty.Release // the last one
	Queues, First                        work
	Unlinked                             []unlinkedRow
	Doubts                               []doubtRow
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
		Incidents: len(r.Incidents), Documents: len(r.Documents), Claims: r.Claims.Len(), Events: r.Entries,
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
	p.Doubts = r.doubtRows(p.First.Doubts)
	p.Unlinked = remember(r, "first unlinked", func() (rows []unlinkedRow) {
		for _, id := range p.First.Unlinked {
			rows = append(rows, unlinked(r, r.claim(id)))
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
	proposals := s.proposals(c)
	if len(proposals) > 0 {
		row.Proposed, row.Reason, row.More = s.incident(proposals[0].Incident), proposals[0].Reason, len(proposals)-1
	}
	return row
}

// A queueOf shows one queue, page by page: a large book has very many doubts.
type queueOf struct {
	basePage
	Name      string
	Decisions []casualty.Decision
	Doubts    []doubtRow
	Changed   []changedRow
	pager
}

func (queueOf) template() string { return "queue" }

func queuePage(title, name string) func(*visit) (page, error) {
	return func(v *visit) (page, error) {
		s, err := v.showing()
		if err != nil {
			return nil, err
		}
		w, err := v.work()
		if err != nil {
			return nil, err
		}
		q := v.request.URL.Query()
		p := queueOf{basePage: v.base(title), Name: name}
		rows := map[string]int{"decisions": len(w.Decisions), "doubts": len(w.Doubts), "changed": len(w.Changed)}[name]
		p.pager = pagerOf(v.request.URL.Path, q, rows, pageSize)
		switch name {
		case "decisions":
			p.Decisions = w.Decisions[p.from:p.to]
		case "doubts":
			p.Doubts = s.doubtRows(w.Doubts[p.from:p.to])
		default:
			p.Changed = w.Changed[p.from:p.to]
		}
		return p, nil
	}
}
