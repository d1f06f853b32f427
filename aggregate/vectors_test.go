package aggregate

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"testing"

	"tollbook/casualty"
)

// vectors are the test rows of testdata/vectors.json; docs/methods.md says the
// rules behind them.
type vectors struct {
	Reasons, Statuses, Problems map[string]string
	Coding                      []codingVector
	Vectors                     []figureVector
}

// A span is low to high as the rows write it: high is the largest number and
// open says that it is a floor.
type spanRow struct {
	Low, Best, High *int
	Open            bool
}

type codingVector struct {
	ID, Method string
	Harm       casualty.Harm
	Count      json.RawMessage
	Settings   settingsRow
	Expect     *spanRow
}

type figureVector struct {
	ID, Title, Method string
	Ask               questionRow
	AsOf              casualty.Moment `json:"as_of"`
	Settings          settingsRow
	Claims            []claimRow
	Expect            struct {
		spanRow
		Span     spanRow
		Counted  []casualty.ClaimID
		SetAside map[casualty.ClaimID]Reason `json:"set_aside"`
		Status   Status
		Problems []ProblemCode
		Pending  int
	}
}

type questionRow struct {
	Harm       casualty.Harm
	Population casualty.Population
	Group      casualty.Group
	Severity   casualty.Severity
}

type settingsRow struct {
	IncidentDate json.RawMessage `json:"incident_date"`
	Rank         []casualty.SourceID
	Economy      string
	Decision     *decisionRow
	SinglePerson bool `json:"single_person"`
}

type decisionRow struct {
	spanRow
	Claims   []casualty.ClaimID
	Reason   string
	By       string
	SignedBy string `json:"signed_by"`
}

type claimRow struct {
	ID          casualty.ClaimID
	Harm        casualty.Harm
	Count       json.RawMessage
	Population  casualty.Population
	Group       casualty.Group
	Severity    casualty.Severity
	Scope       casualty.Scope
	SubsetOf    casualty.ClaimID `json:"subset_of"`
	Origin      string
	Source      casualty.SourceID
	Said, Known casualty.Moment
	Party       bool
	Reliability casualty.Reliability
	Identified  int
	Contested   bool
	Besides     bool
	Repeats     casualty.ClaimID
	Retracted   json.RawMessage
	Final       bool
	Days        int
	Case        string
	State       casualty.State
}

func readVectors(t *testing.T) vectors {
	t.Helper()
	data, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var v vectors
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// count reads a count as a row writes it: a silence as Count writes it.
func countOf(t *testing.T, row json.RawMessage) casualty.Count {
	t.Helper()
	var c casualty.Count
	if err := json.Unmarshal(row, &c); err != nil {
		t.Fatalf("count %s: %v", row, err)
	}
	return c
}

func (r claimRow) statement(t *testing.T) Statement {
	t.Helper()
	s := Statement{
		Claim: casualty.Claim{
			ID: r.ID, Harm: r.Harm, Count: countOf(t, r.Count), Population: r.Population, Group: r.Group, Severity: r.Severity,
			Scope: r.Scope, SubsetOf: r.SubsetOf, Source: r.Source, Said: r.Said, Known: r.Known, Identified: r.Identified,
			Contested: r.Contested, Besides: r.Besides, Repeats: r.Repeats, Final: r.Final, Days: r.Days, Case: r.Case, State: r.State,
			Status: casualty.Confirmed,
		},
		Voice: r.Origin, Party: r.Party, Reliability: r.Reliability,
	}
	if len(r.Retracted) > 0 && string(r.Retracted) != "false" {
		s.Status = casualty.Retracted
		_ = json.Unmarshal(r.Retracted, &s.RetractedAt) // true: no date
	}
	return s
}

func (r settingsRow) settings() Settings {
	s := Settings{Rank: r.Rank, Economy: r.Economy, SinglePerson: r.SinglePerson, IncidentDay: "2025-03-01"}
	if string(r.IncidentDate) == "null" {
		s.IncidentDay = ""
	}
	return s
}

func (r decisionRow) decision() (*casualty.Decision, ProblemCode) {
	within, problem := AdoptedRange(*r.Low, *r.High, r.Open)
	if problem != "" {
		return nil, problem
	}
	return &casualty.Decision{Kind: "adopt_figure", Claims: r.Claims, Reason: r.Reason, By: r.By, SignedBy: r.SignedBy, Best: r.Best, Figure: within}, ""
}

// refusedAtEntry: a range whose low is above its high cannot be written down, so
// the decision is refused when it is made and the figure has none to rest on.
func (v *figureVector) refusedAtEntry(t *testing.T, problem ProblemCode) {
	t.Helper()
	if !slices.Equal(v.Expect.Problems, []ProblemCode{problem}) {
		t.Errorf("entering the decision gives %s, want %v", problem, v.Expect.Problems)
	}
	v.Expect.Problems = []ProblemCode{NoDecision}
}

// row writes a figure as the rows do.
func row(f Figure) spanRow {
	r := rangeRow(f.Range)
	if n, ok := f.Best.Low(); ok {
		r.Best = &n
		r.Open = r.Open || !f.Range.Stated() && f.Best.Open()
	}
	return r
}

func rangeRow(r casualty.Range) spanRow {
	var out spanRow
	if n, ok := r.Low(); ok {
		out.Low = &n
	}
	if n, ok := r.Highest(); ok {
		out.High = &n
	}
	out.Open = r.Open()
	return out
}

// reportedRow writes a span as the rows do: 0 where no floor was stated.
func reportedRow(r casualty.Range) spanRow {
	out := rangeRow(r)
	if r.Stated() && out.Low == nil {
		out.Low = new(int)
	}
	return out
}

func asJSON(v any) string { data, _ := json.Marshal(v); return string(data) }

func TestLexiconVectors(t *testing.T) {
	for _, v := range readVectors(t).Coding {
		t.Run(v.ID, func(t *testing.T) {
			lexicon, err := casualty.LexiconNamed(v.Method)
			if err != nil {
				t.Fatal(err)
			}
			got, ok := lexicon.Code(v.Harm, countOf(t, v.Count), v.Settings.Economy)
			if ok != (v.Expect != nil) {
				t.Fatalf("recorded: %v (%v), want %s", ok, got, asJSON(v.Expect))
			}
			if ok && asJSON(rangeRow(got)) != asJSON(*v.Expect) {
				t.Errorf("%s makes %s of %s, want %s", v.Method, asJSON(rangeRow(got)), v.Count, asJSON(*v.Expect))
			}
		})
	}
}

func TestMethodVectors(t *testing.T) {
	for _, v := range readVectors(t).Vectors {
		t.Run(v.ID+": "+v.Title, func(t *testing.T) {
			method, err := MethodNamed(v.Method)
			if err != nil {
				t.Fatal(err)
			}
			settings := v.Settings.settings()
			settings.AsOf = v.AsOf
			var claims []Statement
			for _, c := range v.Claims {
				claims = append(claims, c.statement(t))
			}
			if d := v.Settings.Decision; d != nil {
				var crossed ProblemCode
				if settings.Decision, crossed = d.decision(); crossed != "" {
					v.refusedAtEntry(t, crossed)
				}
			}
			compare(t, v, Settle(method, Question(v.Ask), claims, settings))
		})
	}
}

func compare(t *testing.T, v figureVector, f Figure) {
	t.Helper()
	want := v.Expect
	if got := asJSON(row(f)); got != asJSON(want.spanRow) {
		t.Errorf("figure %s, want %s", got, asJSON(want.spanRow))
	}
	if got := asJSON(reportedRow(f.Span)); got != asJSON(want.Span) {
		t.Errorf("span %s, want %s", got, asJSON(want.Span))
	}
	var counted []casualty.ClaimID
	for _, u := range f.Counted {
		counted = append(counted, u.Claim)
	}
	slices.Sort(want.Counted)
	slices.Sort(counted)
	if !slices.Equal(counted, want.Counted) {
		t.Errorf("counted %v, want %v", counted, want.Counted)
	}
	aside := map[casualty.ClaimID]Reason{}
	for _, u := range f.SetAside {
		aside[u.Claim] = u.Reason
	}
	if !maps.Equal(aside, want.SetAside) {
		t.Errorf("set aside %v, want %v", aside, want.SetAside)
	}
	if f.Status != want.Status {
		t.Errorf("status %q, want %q", f.Status, want.Status)
	}
	slices.Sort(want.Problems)
	slices.Sort(f.Problems)
	if !slices.Equal(f.Problems, want.Problems) {
		t.Errorf("problems %v, want %v", f.Problems, want.Problems)
	}
	if pending, _ := f.Pending.Low(); pending != want.Pending {
		t.Errorf("pending %d, want %d", pending, want.Pending)
	}
}
