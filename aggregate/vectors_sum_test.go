package aggregate

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"tollbook/casualty"
)

type sumVector struct {
	ID, Title string
	Incidents []incidentRow
	Caps      []struct {
		Over []casualty.IncidentID
		High int
		Open bool
	}
	Grades  []string
	Columns string
	Places  bool
	Periods PeriodRule
	Expect  struct {
		totalRow
		Problems     []ProblemCode
		Beside       *totalRow
		Columns      map[string]spanRow
		ColumnsAddUp *bool              `json:"columns_add_up"`
		ByPeriod     map[string]spanRow `json:"by_period"`
		ByPlace      map[string]spanRow `json:"by_place"`
	}
}

type totalRow struct {
	Incidents, Unknown int
	OpenParts          int `json:"open_parts"`
	spanRow
}

type incidentRow struct {
	ID casualty.IncidentID
	spanRow
	Grade, Place, From, To string
	By                     []string
}

var killed = Question{Harm: casualty.Killed}

func (r spanRow) rangeOf() (within, best casualty.Range) {
	if r.Best != nil {
		best = numberOf(*r.Best, r.Open && r.Low == nil)
	}
	if r.Low != nil {
		within = bounds{low: *r.Low, top: *r.High, floor: true, open: r.Open, stated: true}.asRange()
	}
	return within, best
}

func (r incidentRow) figure() IncidentFigure {
	f := IncidentFigure{Incident: casualty.Incident{ID: r.ID, Grade: casualty.Grade(strings.ToLower(r.Grade))}, Figure: Figure{Question: killed}}
	f.Figure.Range, f.Figure.Best = r.rangeOf()
	f.Incident.Place.Admin2 = r.Place
	f.Incident.Day = casualty.Day(r.From)
	if r.To != "" {
		f.Incident.Day += casualty.Day("/" + r.To)
	}
	for _, name := range r.By {
		f.Incident.Perpetrators = append(f.Incident.Perpetrators, casualty.Perpetrator{Name: name})
	}
	return f
}

func rowOf(t Total) totalRow {
	r := totalRow{t.Incidents, t.Unknown, t.OpenParts, rangeRow(t.Range)}
	if n, ok := t.Best.Low(); ok {
		r.Best = &n
		r.Open = r.Open || t.Best.Open()
	}
	return r
}

func byKey(totals []Total) map[string]spanRow {
	keys := map[string]spanRow{}
	for _, t := range totals {
		keys[t.Key] = rangeRow(t.Range)
	}
	return keys
}

func sameRows(t *testing.T, what string, got, want map[string]spanRow) {
	t.Helper()
	if want != nil && !maps.EqualFunc(got, want, func(a, b spanRow) bool { return asJSON(a) == asJSON(b) }) {
		t.Errorf("%s %s, want %s", what, asJSON(got), asJSON(want))
	}
}

func readRows(t *testing.T, into any) {
	t.Helper()
	data, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

func TestSumVectors(t *testing.T) {
	var rows struct{ Sums []sumVector }
	readRows(t, &rows)
	for _, v := range rows.Sums {
		t.Run(v.ID+": "+v.Title, func(t *testing.T) {
			table := Table{Settings: Settings{Periods: v.Periods}}
			for _, g := range v.Grades {
				table.Settings.Grades = append(table.Settings.Grades, casualty.Grade(strings.ToLower(g)))
			}
			for _, c := range v.Caps {
				table.Settings.Caps = append(table.Settings.Caps, Cap{killed, c.Over, c.High, c.Open})
			}
			for _, i := range v.Incidents {
				table.Figures = append(table.Figures, i.figure())
			}
			checkTotals(t, v, table)
		})
	}
}

func checkTotals(t *testing.T, v sumVector, table Table) {
	t.Helper()
	var total Total
	if totals := TotalsBy(table); len(totals) > 0 {
		total = totals[0]
	}
	if got := asJSON(rowOf(total)); got != asJSON(v.Expect.totalRow) {
		t.Errorf("total %s, want %s", got, asJSON(v.Expect.totalRow))
	}
	if !slices.Equal(total.Problems, v.Expect.Problems) {
		t.Errorf("problems %v, want %v", total.Problems, v.Expect.Problems)
	}
	if v.Expect.Beside != nil {
		if got := asJSON(rowOf(Beside(table)[0])); got != asJSON(*v.Expect.Beside) {
			t.Errorf("beside %s, want %s", got, asJSON(*v.Expect.Beside))
		}
	}
	columns := TotalsBy(table, ByPerpetrator)
	sameRows(t, "columns", byKey(columns), v.Expect.Columns)
	if v.Expect.ColumnsAddUp != nil {
		addUp := !slices.ContainsFunc(columns, func(c Total) bool { return c.Shared > 0 })
		if addUp != *v.Expect.ColumnsAddUp {
			t.Errorf("columns add up: %v, want %v", addUp, *v.Expect.ColumnsAddUp)
		}
	}
	sameRows(t, "periods", byKey(TotalsBy(table, ByMonth)), v.Expect.ByPeriod)
	sameRows(t, "places", byKey(TotalsBy(table, ByAdmin2)), v.Expect.ByPlace)
}

func TestSplitVectors(t *testing.T) {
	var rows struct {
		Splits []struct {
			ID, Title string
			Total     spanRow
			Over      int
			Expect    []spanRow
		}
	}
	readRows(t, &rows)
	for _, v := range rows.Splits {
		t.Run(v.ID+": "+v.Title, func(t *testing.T) {
			var f Figure
			f.Range, f.Best = v.Total.rangeOf()
			var got []spanRow
			for _, part := range f.Split(v.Over) {
				if !part.Allotted {
					t.Errorf("the part %s is not marked as allotted", asJSON(row(part)))
				}
				got = append(got, row(part))
			}
			if asJSON(got) != asJSON(v.Expect) {
				t.Errorf("parts %s, want %s", asJSON(got), asJSON(v.Expect))
			}
		})
	}
}

func TestTotalsReadAsTheyAreMeant(t *testing.T) {
	for _, tt := range []struct {
		name    string
		figures []Figure
		want    string
	}{
		{"an open figure leaves no upper bound", []Figure{{Range: casualty.Exactly(5)}, {Range: casualty.AtLeast(12)}, {Range: casualty.Between(3, 7)}, {Range: casualty.Exactly(10)}}, "at least 30, no upper bound"},
		{"closed figures give a range", []Figure{{Range: casualty.Between(3, 7)}, {Range: casualty.Exactly(27)}}, "30 to 34"},
		{"exact figures give a number", []Figure{{Range: casualty.Exactly(3)}, {Range: casualty.Exactly(27)}}, "30"},
		{"no figure is no zero", []Figure{{Status: NoFigure}}, "no figure"},
		{"a reported zero is a zero", []Figure{{Range: casualty.Exactly(0)}}, "0"},
		{"a low that nobody stated is not shown as 0", []Figure{{Range: casualty.Between(0, 12), NoFloor: true}}, "up to 12, no floor stated"},
		{"a method's own 0 is not shown as a reported one", []Figure{{Best: casualty.Exactly(0), NoFloor: true}}, "0 by the method's rule, reported by nobody"},
		{"a floor of one number stays a floor", []Figure{{Best: casualty.AtLeast(12)}, {Best: casualty.Exactly(7)}}, "at least 19, no upper bound"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Sum(tt.figures).String(); got != tt.want {
				t.Errorf("total %q, want %q", got, tt.want)
			}
		})
	}
}

func TestASplitShowsItsArithmetic(t *testing.T) {
	for want, f := range map[string]Figure{
		"13 over 4 days: 4, 3, 3, 3":                  {Best: casualty.Exactly(13)},
		"7 to 24 over 3 days: 3 to 9, 2 to 8, 2 to 7": {Range: casualty.Between(7, 24)},
		"2 or more over 2 days: 1 or more, 1 or more": {Range: casualty.AtLeast(2)},
	} {
		t.Run(want, func(t *testing.T) {
			days := int(want[strings.Index(want, " over ")+6] - '0')
			if got := f.Arithmetic(days, "days"); got != want {
				t.Errorf("shown as %q, want %q", got, want)
			}
		})
	}
}
