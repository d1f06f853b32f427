package aggregate

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"tollbook/casualty"
)

func TestPartsVectors(t *testing.T) {
	var rows struct {
		Parts []struct {
			ID, Title            string
			Total                *spanRow
			Exhaustive, Disjoint bool
			Parts                []struct {
				ID string
				spanRow
			}
			Expect struct {
				Problems []ProblemCode
				Derived  map[string]spanRow
			}
		}
	}
	readRows(t, &rows)
	for _, v := range rows.Parts {
		t.Run(v.ID+": "+v.Title, func(t *testing.T) {
			w := Whole{Exhaustive: v.Exhaustive, Disjoint: v.Disjoint}
			if v.Total != nil {
				w.Total, _ = v.Total.rangeOf()
			}
			for _, p := range v.Parts {
				within, _ := p.rangeOf()
				w.Parts = append(w.Parts, Part{p.ID, within})
			}
			problems, derived := w.Check()
			if !slices.Equal(problems, v.Expect.Problems) {
				t.Errorf("problems %v, want %v", problems, v.Expect.Problems)
			}
			got := map[string]spanRow{}
			for _, d := range derived {
				got[d.Name] = reportedRow(d.Range)
			}
			sameRows(t, "derived", got, v.Expect.Derived)
		})
	}
}

type findingRow struct {
	Date casualty.Day
	Code FindingCode
}

type readingRow struct {
	Date         casualty.Day
	Total, Daily *int
	Break        string
}

type runningVector struct {
	ID, Title   string
	Series      []readingRow
	Incidents   []incidentRow
	Integrative *spanRow
	Expect      struct {
		Findings    []findingRow
		Filled      []readingRow
		Change      *int
		IncidentSum *struct {
			spanRow
			Unknown int
		} `json:"incident_sum"`
		NotCovered *spanRow `json:"not_covered"`
		Problems   []ProblemCode
	}
}

func TestRunningVectors(t *testing.T) {
	var rows struct{ Running []runningVector }
	readRows(t, &rows)
	for _, v := range rows.Running {
		t.Run(v.ID+": "+v.Title, func(t *testing.T) {
			var claimed casualty.Range
			if v.Integrative != nil {
				claimed, _ = v.Integrative.rangeOf()
			}
			if v.Series != nil {
				if checked := v.checkSeries(t); checked.ChangeOK && checked.Change >= 0 {
					claimed = casualty.Exactly(checked.Change)
				}
			}
			if v.Expect.NotCovered != nil {
				v.checkReconciled(t, claimed)
			}
		})
	}
}

func (v runningVector) checkSeries(t *testing.T) Checked {
	t.Helper()
	var series Series
	for _, r := range v.Series {
		series = append(series, Reading{r.Date, r.Total, r.Daily, r.Break})
	}
	checked := series.Check()
	var findings []findingRow
	for _, f := range checked.Findings {
		findings = append(findings, findingRow{f.Day, f.Code})
	}
	byDay := func(a, b findingRow) int { return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Code, b.Code)) }
	slices.SortFunc(findings, byDay)
	slices.SortFunc(v.Expect.Findings, byDay)
	if !slices.Equal(findings, v.Expect.Findings) {
		t.Errorf("findings %v, want %v", findings, v.Expect.Findings)
	}
	if checked.ChangeOK != (v.Expect.Change != nil) || checked.ChangeOK && checked.Change != *v.Expect.Change {
		t.Errorf("change %d (%v), want %s", checked.Change, checked.ChangeOK, asJSON(v.Expect.Change))
	}
	var filled []readingRow
	for _, r := range checked.Filled {
		filled = append(filled, readingRow{Date: r.Day, Total: r.Total, Daily: r.Daily})
	}
	if v.Expect.Filled != nil && asJSON(filled) != asJSON(v.Expect.Filled) {
		t.Errorf("filled %s, want %s", asJSON(filled), asJSON(v.Expect.Filled))
	}
	return checked
}

func (v runningVector) checkReconciled(t *testing.T, claimed casualty.Range) {
	t.Helper()
	var figures []Figure
	for _, i := range v.Incidents {
		figures = append(figures, i.figure().Figure)
	}
	sum := Sum(figures)
	r := Reconcile(claimed, sum)
	want := v.Expect.IncidentSum
	if got := asJSON(rangeRow(sum.Range)); got != asJSON(want.spanRow) || sum.Unknown != want.Unknown {
		t.Errorf("incidents %s, %d unknown; want %s, %d", got, sum.Unknown, asJSON(want.spanRow), want.Unknown)
	}
	if got := asJSON(reportedRow(r.NotCovered)); got != asJSON(*v.Expect.NotCovered) {
		t.Errorf("not covered %s, want %s", got, asJSON(*v.Expect.NotCovered))
	}
	if !slices.Equal(r.Problems, v.Expect.Problems) {
		t.Errorf("problems %v, want %v", r.Problems, v.Expect.Problems)
	}
}

func TestPartsBeyondTheVectors(t *testing.T) {
	civilians, combatants := Part{Name: "civilians"}, Part{Name: "combatants", Range: casualty.Exactly(14)}
	for _, tt := range []struct {
		name     string
		whole    Whole
		problems []ProblemCode
		derived  []Part
	}{
		{"a part above an open total's numbers prompts, and contradicts nothing",
			Whole{Total: casualty.AtLeast(10), Parts: []Part{combatants}, Disjoint: true},
			[]ProblemCode{PartsRaiseTotal}, []Part{{TotalName, casualty.AtLeast(14)}}},
		{"without a total, known parts of all are a floor of it",
			Whole{Parts: []Part{civilians, combatants}, Exhaustive: true, Disjoint: true},
			nil, []Part{{TotalName, casualty.AtLeast(14)}}},
		{"parts that overlap and are all leave the total open",
			Whole{Parts: []Part{{"women", casualty.Exactly(4)}, {"serious", casualty.Exactly(6)}}, Exhaustive: true},
			nil, []Part{{TotalName, casualty.AtLeast(6)}}},
		{"a part that may be all of the total leaves the other no floor",
			Whole{Total: casualty.Between(5, 10), Parts: []Part{civilians, {"combatants", casualty.Between(4, 6)}}, Exhaustive: true, Disjoint: true},
			nil, []Part{{"civilians", casualty.AtMost(6)}}},
		{"a part that is all of the total leaves 0 to the other",
			Whole{Total: casualty.Exactly(14), Parts: []Part{civilians, combatants}, Exhaustive: true, Disjoint: true},
			nil, []Part{{"civilians", casualty.Exactly(0)}}},
		{"where total and part are open, nothing follows for the other",
			Whole{Total: casualty.AtLeast(14), Parts: []Part{civilians, {"combatants", casualty.AtLeast(4)}}, Exhaustive: true, Disjoint: true},
			nil, nil},
		{"a part without a floor gives the total none",
			Whole{Parts: []Part{civilians, {"combatants", casualty.AtMost(4)}}, Exhaustive: true, Disjoint: true},
			nil, nil},
		{"all parts without a floor are a ceiling of the total",
			Whole{Parts: []Part{{"civilians", casualty.AtMost(3)}, {"combatants", casualty.AtMost(4)}}, Exhaustive: true, Disjoint: true},
			nil, []Part{{TotalName, casualty.AtMost(7)}}},
		{"parts that overlap need not reach the total one by one",
			Whole{Total: casualty.Exactly(10), Parts: []Part{{"women", casualty.Exactly(4)}, {"serious", casualty.Exactly(6)}}, Exhaustive: true}, nil, nil},
		{"a part without an upper end may reach the total",
			Whole{Total: casualty.Exactly(10), Parts: []Part{{"civilians", casualty.Exactly(2)}, {"combatants", casualty.AtLeast(4)}}, Exhaustive: true, Disjoint: true}, nil, nil},
		{"of parts that overlap nothing is left",
			Whole{Total: casualty.Exactly(20), Parts: []Part{civilians, combatants}, Exhaustive: true}, nil, nil},
		{"without a part nothing follows", Whole{Total: casualty.Exactly(5), Parts: []Part{civilians}}, nil, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			problems, derived := tt.whole.Check()
			if !slices.Equal(problems, tt.problems) || !slices.Equal(derived, tt.derived) {
				t.Errorf("%v, %v; want %v, %v", problems, derived, tt.problems, tt.derived)
			}
		})
	}
}

func TestReconcileBeyondTheVectors(t *testing.T) {
	for _, tt := range []struct {
		name      string
		claimed   casualty.Range
		incidents Total
		want      casualty.Range
	}{
		{"where both are open, nothing bounds who is in no incident", casualty.AtLeast(50), Total{Range: casualty.AtLeast(30)}, casualty.Range{}},
		{"incidents that may hold them all leave no floor", casualty.Exactly(50), Total{Range: casualty.Between(30, 60)}, casualty.AtMost(20)},
		{"incidents above the floor of an open total contradict nothing", casualty.AtLeast(50), Total{Range: casualty.Exactly(60)}, casualty.Range{}},
		{"a high is a ceiling though nobody stated the low", casualty.Exactly(50), Total{Range: casualty.Between(0, 20), NoFloor: 1}, casualty.Between(30, 50)},
		{"a method's own 0 holds nobody for certain", casualty.Exactly(50), Total{Best: casualty.Exactly(0), NoFloor: 1}, casualty.AtMost(50)},
		{"without a figure nothing is compared", casualty.Exactly(50), Total{Incidents: 1, Unknown: 1}, casualty.Range{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Reconcile(tt.claimed, tt.incidents); got.NotCovered != tt.want || len(got.Problems) > 0 {
				t.Errorf("not covered %v, problems %v; want %v and none", got.NotCovered, got.Problems, tt.want)
			}
		})
	}
}

func TestSeriesBeyondTheVectors(t *testing.T) {
	n := func(i int) *int { return &i }
	day := func(i int) casualty.Day { return casualty.Day(fmt.Sprintf("2025-01-%02d", i)) }
	rising := func(totals ...int) Series {
		var s Series
		for i, total := range totals {
			s = append(s, Reading{Day: day(i + 1), Total: n(total)})
		}
		return s
	}
	for _, tt := range []struct {
		name   string
		series Series
		code   FindingCode
		want   []casualty.Day
	}{
		{"a total that falls to the number of the day began again", Series{{Day: day(1), Total: n(90), Daily: n(4)}, {Day: day(2), Total: n(3), Daily: n(3)}}, Restart, []casualty.Day{day(2)}},
		{"a rise ten times the usual is a jump", rising(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 40), Jump, []casualty.Day{day(12)}},
		{"what is usual is not known from few rises", rising(1, 2, 3, 40), Jump, nil},
		{"a day that is not after the one before is named", Series{{Day: day(2), Total: n(3)}, {Day: day(2), Total: n(4)}}, OutOfOrder, []casualty.Day{day(2)}},
		{"nothing is filled across a change of definition", Series{{Day: day(1), Total: n(9), Daily: n(1)}, {Day: day(2), Daily: n(2), Break: "children now count"}}, Filled, nil},
		{"a gap that cannot be filled is named", Series{{Day: day(1), Total: n(9), Daily: n(1)}, {Day: day(2)}}, NoTotalRead, []casualty.Day{day(2)}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := daysWith(tt.series.Check(), tt.code); !slices.Equal(got, tt.want) {
				t.Errorf("%s on %v, want %v", tt.code, got, tt.want)
			}
		})
	}
	t.Run("half way of a falling total is rounded down as well", func(t *testing.T) {
		checked := Series{{Day: day(1), Total: n(10), Daily: n(1)}, {Day: day(2)}, {Day: day(3), Total: n(7), Daily: n(0)}}.Check()
		if len(checked.Filled) != 1 || *checked.Filled[0].Total != 8 {
			t.Errorf("filled %+v, want 8", checked.Filled)
		}
	})
}
