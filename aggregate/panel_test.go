package aggregate

import (
	"maps"
	"slices"
	"testing"

	"tollbook/casualty"
)

func TestPanel(t *testing.T) {
	figure := func(id casualty.IncidentID, within casualty.Range, voices ...string) IncidentFigure {
		f := IncidentFigure{Incident: casualty.Incident{ID: id, Day: "2025-07-01"}, Figure: Figure{Question: killed, Range: within}}
		for _, v := range voices {
			f.Figure.Counted = append(f.Figure.Counted, Use{Voice: v})
		}
		return f
	}
	table := Table{}
	for range 11 {
		table.Figures = append(table.Figures, figure("wide", casualty.Between(1, 5), "o1", "o2"))
	}
	table.Figures = append(table.Figures,
		figure("one origin", casualty.Exactly(3), "o1", "o1"), figure("open", casualty.AtLeast(3), "o1", "o2"), figure("unknown", casualty.Range{}),
	)
	month := figure("late", casualty.Between(0, 4), "o1", "o2")
	month.Figure.NoFloor, month.Incident.Day, month.Figure.FirstKnown = true, "2025-05", "2025-07-02T10:00Z"
	table.Figures = append(table.Figures, month)
	beside := figure("not headlined", casualty.Between(1, 900), "o1")
	beside.Incident.Grade = casualty.GradeWeak
	table.Figures = append(table.Figures, beside)
	table.Settings.Grades = []casualty.Grade{""}
	p := TotalsBy(table)[0].Panel
	for _, row := range []struct {
		name      string
		got, want int
	}{
		{"counts the incidents asked for", p.Incidents, 15},
		{"counts those without a figure", p.Unknown, 1},
		{"counts those whose low nobody stated", p.NoFloor, 1},
		{"counts those open above", p.NoCeiling, 1},
		{"two outlets of one origin rest on one origin", p.OneOrigin, 1},
		{"says what share of the width the ten widest hold", p.Widest(), 83},
		{"counts what was learnt more than thirty days late", p.LearntLate, 1},
	} {
		t.Run("the panel "+row.name, func(t *testing.T) {
			if row.got != row.want {
				t.Errorf("%d, want %d", row.got, row.want)
			}
		})
	}
	t.Run("the panel counts incidents by the precision of their dates", func(t *testing.T) {
		if want := map[casualty.Precision]int{casualty.ToDay: 14, casualty.ToMonth: 1}; !maps.Equal(p.Days(), want) {
			t.Errorf("%v, want %v", p.Days(), want)
		}
	})
}

func TestPartsOf(t *testing.T) {
	part := func(q Question, within casualty.Range) IncidentFigure {
		q.Harm = casualty.Killed
		return IncidentFigure{Incident: casualty.Incident{ID: "i1"}, Figure: Figure{Question: q, Range: within}}
	}
	t.Run("civilians follow from the total and the combatants, as derived", func(t *testing.T) {
		table := Table{Method: envelope, Figures: []IncidentFigure{part(Question{}, casualty.Between(10, 12)), part(Question{Population: casualty.Combatants}, casualty.Between(4, 5))}}
		findings := PartsOf(table)
		want := DerivedFigure{Question{Harm: casualty.Killed, Population: casualty.Civilians}, casualty.Between(5, 8)}
		if len(findings) != 1 || !slices.Equal(findings[0].Derived, []DerivedFigure{want}) {
			t.Errorf("findings %+v, want %+v", findings, want)
		}
	})
	t.Run("a part whose low of 0 nobody stated is no floor of the total", func(t *testing.T) {
		total, combatants := part(Question{}, casualty.Range{}), part(Question{Population: casualty.Combatants}, casualty.Exactly(0))
		combatants.Figure.NoFloor = true
		if findings := PartsOf(Table{Method: ucdp, Figures: []IncidentFigure{total, combatants}}); len(findings) != 0 {
			t.Errorf("findings %+v, want none", findings)
		}
	})
	t.Run("a method of one number shows contradictions and derives nothing", func(t *testing.T) {
		number := func(q Question, n int) IncidentFigure {
			f := part(q, casualty.Range{})
			f.Figure.Best = casualty.Exactly(n)
			return f
		}
		for combatants, want := range map[int][]ProblemCode{4: nil, 9: {PartAboveTotal}} {
			findings := PartsOf(Table{Method: lowest, Figures: []IncidentFigure{number(Question{}, 5), number(Question{Population: casualty.Combatants}, combatants)}})
			var problems []ProblemCode
			for _, f := range findings {
				problems = append(problems, f.Problems...)
				if len(f.Derived) > 0 {
					t.Errorf("derived %+v from one number of 5 and one of %d", f.Derived, combatants)
				}
			}
			if !slices.Equal(problems, want) {
				t.Errorf("%d of 5: problems %v, want %v", combatants, problems, want)
			}
		}
	})
	t.Run("a method's own 0 contradicts no part and no total", func(t *testing.T) {
		number := func(q Question, n int, own bool) IncidentFigure {
			f := part(q, casualty.Range{})
			f.Figure.Best, f.Figure.NoFloor = casualty.Exactly(n), own
			return f
		}
		civilians, combatants := Question{Population: casualty.Civilians}, Question{Population: casualty.Combatants}
		for name, figures := range map[string][]IncidentFigure{
			"total": {number(Question{}, 0, true), number(combatants, 3, false)},
			"part":  {number(Question{}, 12, false), number(civilians, 5, false), number(combatants, 0, true)},
		} {
			if findings := PartsOf(Table{Method: lowest, Figures: figures}); len(findings) > 0 {
				t.Errorf("%s: findings %+v, want none", name, findings)
			}
		}
	})
	for _, tt := range []struct {
		name  string
		total int
		parts map[Question]int
		by    string
		want  []ProblemCode
	}{
		{"women, men and children need not be all: of some nobody says", 10, map[Question]int{{Group: casualty.Women}: 2, {Group: casualty.Men}: 3, {Group: casualty.Children}: 1}, "sex and age", nil},
		{"women, girls and boys are told apart", 8, map[Question]int{{Group: casualty.Women}: 4, {Group: casualty.Girls}: 3, {Group: casualty.Boys}: 3}, "sex and age", []ProblemCode{PartsAboveTotal}},
		{"the seriously hurt are some of the hurt", 5, map[Question]int{{Severity: casualty.Serious}: 7}, "severity", []ProblemCode{PartAboveTotal}},
		{"and need not be all", 5, map[Question]int{{Severity: casualty.Serious}: 2}, "severity", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			table := Table{Method: envelope, Figures: []IncidentFigure{part(Question{}, casualty.Exactly(tt.total))}}
			for q, n := range tt.parts {
				table.Figures = append(table.Figures, part(q, casualty.Exactly(n)))
			}
			var got []ProblemCode
			for _, f := range PartsOf(table) {
				if got = append(got, f.Problems...); f.By != tt.by {
					t.Errorf("found by %s: %+v", f.By, f)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("problems %v, want %v", got, tt.want)
			}
		})
	}
	t.Run("two ways to take people apart that find the same say it once", func(t *testing.T) {
		table := Table{Method: envelope, Figures: []IncidentFigure{part(Question{}, casualty.Exactly(3)), part(Question{Group: casualty.Women}, casualty.Exactly(5))}}
		if findings := PartsOf(table); len(findings) != 1 || !slices.Equal(findings[0].Problems, []ProblemCode{PartAboveTotal}) {
			t.Errorf("findings %+v, want one", findings)
		}
	})
	t.Run("more children than people is a contradiction", func(t *testing.T) {
		table := Table{Method: envelope, Figures: []IncidentFigure{part(Question{}, casualty.Exactly(6)), part(Question{Group: casualty.Children}, casualty.Exactly(10))}}
		for _, f := range PartsOf(table) {
			if f.By == "sex and age" && !slices.Equal(f.Problems, []ProblemCode{PartAboveTotal}) {
				t.Errorf("problems %v, want part_above_total", f.Problems)
			}
		}
		if len(PartsOf(table)) == 0 {
			t.Error("nothing found")
		}
	})
	t.Run("a method of civilians has no populations to compare", func(t *testing.T) {
		table := Table{Method: airwars, Figures: []IncidentFigure{part(Question{}, casualty.Between(10, 12)), part(Question{Population: casualty.Combatants}, casualty.Between(4, 5))}}
		if findings := PartsOf(table); len(findings) != 0 {
			t.Errorf("findings %+v, want none", findings)
		}
	})
}
