package main

import (
	"fmt"
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/store"
)

// runningJSON is a total that stands in no sum, in JSON.
type runningJSON struct {
	Kind       string                  `json:"kind"` // running, or period
	Voice      string                  `json:"voice"`
	Figure     string                  `json:"figure"`
	Place      string                  `json:"place,omitempty"`
	Period     casualty.Day            `json:"period,omitempty"`
	Claims     []casualty.ClaimID      `json:"claims"`
	Claimed    casualty.Range          `json:"claimed"` // the rise of a running total, or the period's total
	Incidents  casualty.Range          `json:"incidents"`
	Unknown    int                     `json:"without_a_figure"` // incidents that may hold more
	Across     int                     `json:"across"`           // incidents partly in the period, in neither
	NotCovered casualty.Range          `json:"not_covered"`
	Findings   []runningFinding        `json:"findings"`
	Problems   []aggregate.ProblemCode `json:"problems"`
}

type runningFinding struct {
	Day  casualty.Day          `json:"day"`
	Code aggregate.FindingCode `json:"code"`
}

// runningTotals lists what authorities and outlets give as totals so far or for a
// period, beside the incidents that they should hold.
func (a *app) runningTotals(book *store.Book, s settling, format string) error {
	methods, err := s.MethodList()
	if err != nil {
		return err
	}
	r, err := s.Record(book)
	if err != nil {
		return err
	}
	table := aggregate.Tabulate(r, methods[0], s.Settings(r))
	rows := []runningJSON{}
	for _, t := range aggregate.RunningTotals(r, table) {
		rows = append(rows, asRunning(t))
	}
	for _, t := range aggregate.PeriodTotals(r, table) {
		j := against("period", t.Voice, t.Question, t.Place, t.Against)
		j.Period, j.Claims, j.Across = t.Period, []casualty.ClaimID{t.Claim}, t.Across
		rows = append(rows, j)
	}
	l := listing{head: []string{"kind", "voice", "figure", "place", "claims", "claimed", "incidents", "in no incident", "look"}}
	for _, j := range rows {
		l.rows = append(l.rows, []string{
			j.Kind, j.Voice, j.Figure, j.Place, casualty.Shorten(fmt.Sprint(j.Claims), 30),
			j.Claimed.String(), j.Incidents.String(), j.NotCovered.String(), j.look(),
		})
	}
	l.data = map[string]any{"as_of": r.AsOf, "head": r.Head, "method": methods[0].String(), "lexicon": methods[0].Lexicon.String(), "totals": rows,
		"on_a_decision": table.Decided, "on_an_unsigned_decision": table.Unsigned, "waiting_for_a_signature": table.Waiting}
	l.foot = plural(len(rows), "total", "totals") + " held against the incidents by " + methods[0].Name + "; none is added to them.\n" + restingOn(table) + "\n" + byMethods("By", methods[0])
	return a.show(format, l)
}

func asRunning(t aggregate.RunningSeries) runningJSON {
	j := against("running", t.Voice, t.Question, t.Place, t.Against)
	j.Claims = t.Claims
	for _, f := range t.Checked.Findings {
		j.Findings = append(j.Findings, runningFinding{f.Day, f.Code})
	}
	return j
}

func against(kind, voice string, q aggregate.Question, place string, r aggregate.Reconciliation) runningJSON {
	j := runningJSON{
		Kind: kind, Voice: voice, Figure: q.Words(), Place: place, Claimed: r.Claimed, Incidents: r.Sum.Shown(), NotCovered: r.NotCovered, Unknown: r.Sum.Unknown,
		Findings: []runningFinding{}, Problems: []aggregate.ProblemCode{},
	}
	j.Problems = append(j.Problems, r.Problems...)
	return j
}

func (j runningJSON) look() string {
	var words []string
	for _, f := range j.Findings {
		words = append(words, fmt.Sprintf("%s %s", f.Day, f.Code))
	}
	for _, p := range j.Problems {
		words = append(words, p.Sentence())
	}
	if j.Unknown > 0 {
		words = append(words, plural(j.Unknown, "incident", "incidents")+" without a figure")
	}
	if j.Across > 0 {
		words = append(words, plural(j.Across, "incident lies", "incidents lie")+" partly in the period and in neither number")
	}
	return strings.Join(words, "; ")
}
