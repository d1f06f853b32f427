package server

import (
	"cmp"
	"slices"

	"tollbook/casualty"
	"tollbook/server/people"
)

func workPages() []pageRoute {
	return slices.Concat([]pageRoute{{"/", people.SeeFigures, homePageOf}, {"/incidents", people.SeeFigures, figuresPageOf}}, documentPages())
}

func workDeeds() []deed { return slices.Concat(documentDeeds(), claimDeeds()) }

func workReadings() []reading { return slices.Concat(documentReadings(), claimReadings()) }

// The homePage holds the work queues: what waits for a person.
type homePage struct {
	basePage
	Empty     bool
	Reports   []reportRow         // with claims to confirm
	Unlinked  []claimRow          // confirmed, and of no incident
	Decisions []casualty.Decision // that wait for a second person
	Doubts    []casualty.Doubt    // found by lint
}

func (homePage) template() string { return "home" }

type reportRow struct {
	Document  casualty.Document
	Source    string
	Waiting   int
	Confirmed int
}

func homePageOf(v *visit) (page, error) {
	r, err := v.record()
	if err != nil {
		return nil, err
	}
	p := homePage{basePage: v.base("Work"), Empty: len(r.Documents)+len(r.Incidents) == 0}
	if v.may(people.SeeSources) != nil {
		return p, nil
	}
	p.Reports = reportRows(r, func(row reportRow) bool { return row.Waiting > 0 })
	for _, c := range r.Claims {
		if c.Status == casualty.Confirmed && c.Incident == "" && (c.Scope == casualty.ThisIncident || c.Scope == casualty.OtherIncident) {
			p.Unlinked = append(p.Unlinked, rowOf(c))
		}
	}
	for _, d := range r.Decisions {
		if d.SignedBy == "" && d.Erased == "" {
			p.Decisions = append(p.Decisions, d)
		}
	}
	p.Doubts = casualty.Lint(r)
	return p, nil
}

// reportRows are the documents with the state of their claims, the newest first.
func reportRows(r casualty.Record, keep func(reportRow) bool) []reportRow {
	names := map[casualty.SourceID]string{}
	for _, s := range r.Sources {
		names[s.ID] = s.Name
	}
	waiting, confirmed := map[casualty.DocumentID]int{}, map[casualty.DocumentID]int{}
	for _, c := range r.Claims {
		switch c.Status {
		case casualty.Suggested:
			waiting[c.Document]++
		case casualty.Confirmed:
			confirmed[c.Document]++
		}
	}
	var rows []reportRow
	for _, d := range r.Documents {
		if row := (reportRow{d, names[d.Source], waiting[d.ID], confirmed[d.ID]}); keep(row) {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b reportRow) int { return cmp.Compare(b.Document.Retrieved, a.Document.Retrieved) })
	return rows
}
