package aggregate

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"tollbook/casualty"
)

func TestColumnsProperties(t *testing.T) {
	rules := []PeriodRule{"", Start, Spans}
	breakdowns := [][]By{nil, {ByMonth, ByAdmin1}, {ByQuarter, ByPerpetrator}, {ByCountry, ByAdmin2, ByGrade}, {ByYear, ByHarm}, {ByCause, ByDay}}
	t.Run("totals out of columns are those of the figures", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			table, by := placedTable(t, rules), rapid.SampledFrom(breakdowns).Draw(t, "by")
			got := columnsOf(table).Sum(table.Method, table.Settings, by, nil, nil).Summary()
			if want := SummaryOf(table.Table, by...); summaryText(got) != summaryText(want) {
				t.Fatalf("the columns give\n%s\nthe figures\n%s", summaryText(got), summaryText(want))
			}
		})
	})
	t.Run("so are those of many incidents, which are added up in parts", func(t *testing.T) {
		record := largeRecord(10_000)
		for i := range record.Incidents {
			in := &record.Incidents[i]
			in.Place.Admin1, in.Grade = fmt.Sprint("Province ", i%7), casualty.Grades[i%len(casualty.Grades)]
			in.Perpetrators = []casualty.Perpetrator{{Name: "A"}, {Name: fmt.Sprint("B", i%3)}}[:i%3]
		}
		table := placedOf(Tabulate(record, envelope, Settings{Grades: casualty.Grades[1:]}), record.Incidents)
		for _, by := range [][]By{nil, {ByMonth, ByAdmin1}, {ByPerpetrator, ByYear}} {
			got := columnsOf(table).Sum(table.Method, table.Settings, by, nil, nil).Summary()
			if want := SummaryOf(table.Table, by...); len(record.Incidents) < 2*leastPart || summaryText(got) != summaryText(want) {
				t.Errorf("by %v, of %d incidents the columns give\n%.2000s\nthe figures\n%.2000s", by, len(record.Incidents), summaryText(got), summaryText(want))
			}
		}
	})
	t.Run("columns with some incidents changed are those made anew", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			was, is := placedTable(t, rules), placedTable(t, rules)
			is.Settings, is.Method = was.Settings, was.Method
			changed := columnsOf(was)
			before := summaryText(changed.Sum(was.Method, was.Settings, []By{ByMonth}, nil, nil).Summary())
			ids := map[casualty.IncidentID]bool{}
			for _, i := range append(was.incidents, is.incidents...) {
				ids[i.ID] = true
			}
			var all []casualty.IncidentID
			for id := range ids {
				all = append(all, id)
			}
			got := changed.With(all, is.incident, is.figures).Sum(is.Method, is.Settings, []By{ByMonth}, nil, nil).Summary()
			if want := columnsOf(is).Sum(is.Method, is.Settings, []By{ByMonth}, nil, nil).Summary(); summaryText(got) != summaryText(want) {
				t.Fatalf("changed, the columns give\n%s\nmade anew\n%s", summaryText(got), summaryText(want))
			}
			if after := summaryText(changed.Sum(was.Method, was.Settings, []By{ByMonth}, nil, nil).Summary()); after != before {
				t.Fatalf("the columns that were changed give now\n%s\nand gave\n%s", after, before)
			}
		})
	})
	t.Run("what is kept out of columns, or named otherwise, is in no total", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			table := placedTable(t, rules)
			keep := func(id casualty.IncidentID) bool { return id != "i1" }
			rename := func(q Question) (Question, bool) { return Question{Harm: q.Harm}, q.Population == casualty.Civilians }
			got := columnsOf(table).Sum(table.Method, table.Settings, []By{ByYear}, keep, rename).Summary()
			var narrowed Table
			for _, f := range table.Figures {
				if q, ok := rename(f.Figure.Question); ok && keep(f.Incident.ID) {
					f.Figure.Question = q
					narrowed.Figures = append(narrowed.Figures, f)
				}
			}
			narrowed.Settings = table.Settings
			want := SummaryOf(narrowed, ByYear)
			got.Incidents = 0
			if summaryText(got) != summaryText(want) {
				t.Fatalf("the columns give\n%s\nthe figures\n%s", summaryText(got), summaryText(want))
			}
		})
	})
}

// A placed table is a table of incidents that lie in drawn places.
type placed struct {
	Table
	incidents []casualty.Incident
	by        map[casualty.IncidentID][]IncidentFigure
}

func placedTable(t *rapid.T, rules []PeriodRule) placed {
	s := anyState.Draw(t, "state")
	s.Settings.Periods = rapid.SampledFrom(rules).Draw(t, "periods")
	for i := range s.Record.Incidents {
		drawPlace(t, &s.Record.Incidents[i])
	}
	return placedOf(Tabulate(s.Record, s.Method, s.Settings), s.Record.Incidents)
}

func placedOf(table Table, incidents []casualty.Incident) placed {
	p := placed{table, incidents, map[casualty.IncidentID][]IncidentFigure{}}
	for _, f := range table.Figures {
		p.by[f.Incident.ID] = append(p.by[f.Incident.ID], f)
	}
	return p
}

func columnsOf(p placed) *Columns { return ColumnsOf(p.incidents, p.figures, &Facets{}) }

func (p placed) incident(id casualty.IncidentID) *casualty.Incident {
	for i := range p.incidents {
		if p.incidents[i].ID == id {
			return &p.incidents[i]
		}
	}
	return nil
}

func (p placed) figures(id casualty.IncidentID) []IncidentFigure { return p.by[id] }
