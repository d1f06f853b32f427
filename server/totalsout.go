package server

import (
	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/server/people"
)

func totalsReadings() []reading {
	return []reading{
		asking[totalsParams, totalsOut]{readRoute{"/totals", "get-totals", "Sums of figures, and what they do not know; open ends stay open, unknowns are counted", people.SeeFigures}, askTotals},
	}
}

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
