package server

import (
	"tollbook/aggregate"
	"tollbook/asked"
	"tollbook/casualty"
	"tollbook/server/people"
)

func totalsReadings() []reading {
	return []reading{
		asking[totalsParams, totalsOut]{readRoute{"/totals", "get-totals", "Sums of figures, and what they do not know; open ends stay open, unknowns are counted", people.SeeFigures}, askTotals},
		asking[changesParams, changesOut]{readRoute{"/totals/changes", "get-total-changes", "Why a total differs by another method or in another state of the book, change by change", people.SeeFigures}, askChanges},
	}
}

type totalsParams struct {
	Choosing
	Within
}

// totalsOut are totals as programs read them.
type totalsOut struct {
	AsOf        casualty.Moment     `json:"as_of"`
	Head        string              `json:"head"`
	Totals      []asked.TotalAnswer `json:"totals"`
	Wholes      []asked.TotalAnswer `json:"wholes" doc:"The totals over all rows, one a method and figure: their panels say what is not known"`
	Note        string              `json:"note"`
	Missing     []string            `json:"missing" doc:"What a method lacks where it cannot apply: no_ranking, no_incident_date, no_decision"`
	Unconfirmed int                 `json:"unconfirmed"`
	Unlinked    int                 `json:"unlinked"`
}

// askTotals adds up by each method that is asked for; without a harm, every harm.
func askTotals(v *visit, in *totalsParams) (out totalsOut, etag string, err error) {
	methods, err := in.methods(v)
	if err != nil {
		return out, "", err
	}
	s, err := v.showing()
	if err != nil {
		return out, "", err
	}
	out = totalsOut{AsOf: s.AsOf, Head: s.Head, Missing: []string{}, Totals: []asked.TotalAnswer{}, Wholes: []asked.TotalAnswer{}, Note: aggregate.EnvelopeNote}
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
			out.Totals = append(out.Totals, asked.TotalOf(m, t))
		}
		for _, t := range whole {
			out.Wholes = append(out.Wholes, asked.TotalOf(m, t))
		}
		out.Missing = append(out.Missing, asked.Codes(a.sums.Missing)...)
		out.Unconfirmed, out.Unlinked = a.sums.Unconfirmed, a.sums.Unlinked
	}
	return out, "", nil
}
