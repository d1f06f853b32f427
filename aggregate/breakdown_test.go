package aggregate

import (
	"maps"
	"slices"
	"testing"

	"tollbook/casualty"
)

// scattered are four incidents of 1, 2, 4 and 8 killed, each known less well than the
// one before: a sum tells which of them are in it.
func scattered() Table {
	at := func(id casualty.IncidentID, n int, day casualty.Day, p casualty.Place) IncidentFigure {
		return IncidentFigure{casualty.Incident{ID: id, Day: day, Place: p}, Figure{Question: killed, Range: casualty.Exactly(n)}}
	}
	known := at("i1", 1, "2025-03-05", casualty.Place{Country: "AAA", Admin1: "North", Admin2: "zone"})
	known.Incident.Cause, known.Incident.Grade = "shelling", casualty.GradeFair
	known.Incident.Perpetrators = []casualty.Perpetrator{{Name: "X"}, {Name: "X"}, {Name: "Y"}}
	known.Figure.Counted = []Use{{Claim: "c1", Source: "s2"}, {Claim: "c2", Source: "s1"}, {Claim: "c3", Source: "s2"}}
	return Table{Figures: []IncidentFigure{
		known, at("i2", 2, "2025-03", casualty.Place{Country: "AAA", Admin1: "North"}), at("i3", 4, "2025", casualty.Place{Country: "AAA"}), at("i4", 8, "", casualty.Place{}),
	}}
}

func TestEachBreakdownLaysFiguresUnderItsKeys(t *testing.T) {
	for by, want := range map[By]map[string]int{
		ByDay:         {"2025-03-05": 1, "unallocated": 8, "unallocated in 2025": 4, "unallocated in 2025-03": 2},
		ByMonth:       {"2025-03": 3, "unallocated": 8, "unallocated in 2025": 4},
		ByQuarter:     {"2025-Q1": 3, "unallocated": 8, "unallocated in 2025": 4},
		ByYear:        {"2025": 7, "unallocated": 8},
		ByCountry:     {"AAA": 7, "unallocated": 8},
		ByAdmin1:      {"North": 3, "unallocated": 8, "unallocated in AAA": 4},
		ByAdmin2:      {"zone": 1, "unallocated": 8, "unallocated in AAA": 4, "unallocated in North": 2},
		ByCause:       {"shelling": 1, "undetermined": 14},
		ByGrade:       {"fair": 1, "not graded": 14},
		ByPerpetrator: {"X": 1, "Y": 1, "undetermined": 14},
		BySource:      {"s1": 1, "s2": 1, "not stated": 14},
	} {
		t.Run(string(by), func(t *testing.T) {
			got, order := map[string]int{}, []string(nil)
			for _, total := range TotalsBy(scattered(), by) {
				got[total.Key], _ = total.Range.Low()
				order = append(order, total.Key)
			}
			if !maps.Equal(got, want) {
				t.Errorf("sums %v, want %v", got, want)
			}
			// What belongs to no key of the table comes last.
			if !slices.IsSortedFunc(order, compareKeys) || by == ByAdmin2 && order[0] != "zone" {
				t.Errorf("in the order %v", order)
			}
		})
	}
	t.Run("a figure stands once under each source, in the order of their ids", func(t *testing.T) {
		if got := scattered().Figures[0].Under(Settings{}, BySource); !slices.Equal(got, []string{"s1", "s2"}) {
			t.Errorf("under %v", got)
		}
	})
}

func TestABreakdownAddsUpThePeopleThatItAsksFor(t *testing.T) {
	of := func(q Question, n int) IncidentFigure {
		q.Harm = casualty.Killed
		return IncidentFigure{casualty.Incident{ID: "i1"}, Figure{Question: q, Range: casualty.Exactly(n)}}
	}
	table := Table{Figures: []IncidentFigure{
		of(Question{}, 16), of(Question{Severity: casualty.Serious}, 8), of(Question{Group: casualty.Children}, 4), of(Question{Population: casualty.Civilians}, 2),
		of(Question{Population: casualty.Civilians, Group: casualty.Children}, 1),
	}}
	for _, tt := range []struct {
		by   []By
		want map[string]int
	}{
		{nil, map[string]int{"": 16}}, {[]By{ByGroup}, map[string]int{"children": 4}}, {[]By{ByPopulation}, map[string]int{"civilians": 2}},
		{[]By{ByPopulation, ByGroup}, map[string]int{"civilians / children": 1}},
	} {
		got := map[string]int{}
		for _, total := range TotalsBy(table, tt.by...) {
			low, _ := total.Range.Low()
			got[total.Key] += low
		}
		if !maps.Equal(got, tt.want) {
			t.Errorf("by %v: %v, want %v", tt.by, got, tt.want)
		}
	}
}

func TestADealtFigureKeepsItsBestInEachPeriod(t *testing.T) {
	f := IncidentFigure{casualty.Incident{ID: "i1", Day: "2025-01-30/2025-02-02"}, Figure{Question: killed, Range: casualty.Between(4, 9), Best: casualty.Exactly(6)}}
	table := Table{Settings: Settings{Periods: Dealt}, Figures: []IncidentFigure{f}}
	best := map[string]casualty.Range{}
	for _, total := range TotalsBy(table, ByMonth) {
		best[total.Key] = total.Best
	}
	if want := map[string]casualty.Range{"2025-01": casualty.Exactly(4), "2025-02": casualty.Exactly(2)}; !maps.Equal(best, want) {
		t.Errorf("best by month %v, want %v", best, want)
	}
	if dealt := SummaryOf(table, ByMonth).Dealt; !slices.Equal(dealt, []string{"i1 killed: 4 to 9 over 4 days: 1 to 3, 1 to 3, 1 to 2, 1"}) {
		t.Errorf("the arithmetic says %q", dealt)
	}
}

func TestWhatEntersNoFigureIsCounted(t *testing.T) {
	s := NewSumming(envelope, Settings{})
	s.Add(Outline{Incident: casualty.Incident{ID: "i1"}})
	s.Add(Outline{Incident: casualty.Incident{ID: "i2"}, Erased: true})
	s.CountLoose(casualty.Suggested, casualty.Cumulative, 1)
	s.CountLoose(casualty.Confirmed, casualty.Cumulative, 2)
	s.CountLoose(casualty.Confirmed, casualty.Integrative, 4)
	s.CountLoose(casualty.Confirmed, casualty.ThisIncident, 8)
	s.CountLoose(casualty.Rejected, casualty.ThisIncident, 16)
	sum := s.Summary()
	if got := [4]int{sum.Incidents, sum.Unconfirmed, sum.Apart, sum.Unlinked}; got != [4]int{1, 1, 6, 8} {
		t.Errorf("incidents, unconfirmed, apart, unlinked %v", got)
	}
}

func TestAPanelCountsWhatATotalHangsOn(t *testing.T) {
	figure := func(change func(*IncidentFigure)) IncidentFigure {
		f := IncidentFigure{casualty.Incident{ID: "i1", Day: "2025-07-01"}, Figure{Question: killed, Range: casualty.Exactly(1), Counted: []Use{{Voice: "o1"}, {Voice: "o2"}}}}
		change(&f)
		return f
	}
	panel := func(change func(*IncidentFigure)) Panel {
		return TotalsBy(Table{Figures: []IncidentFigure{figure(change)}})[0].Panel
	}
	for _, tt := range []struct {
		name   string
		change func(*IncidentFigure)
		got    func(Panel) int
		want   int
	}{
		{"a decision in force", func(f *IncidentFigure) { f.Figure.Decisions = []casualty.DecisionID{"j1"} }, func(p Panel) int { return p.Decided }, 1},
		{"one that no second person signed", func(f *IncidentFigure) { f.Figure.Unsigned = true }, func(p Panel) int { return p.Unsigned }, 1},
		{"one that waits", func(f *IncidentFigure) { f.Figure.Waiting = []casualty.DecisionID{"j1"} }, func(p Panel) int { return p.Waiting }, 1},
		{"one origin, where there is a figure", func(f *IncidentFigure) { f.Figure.Counted = f.Figure.Counted[:1] }, func(p Panel) int { return p.OneOrigin }, 1},
		{"no origin is not one: a person adopted the figure", func(f *IncidentFigure) { f.Figure.Counted = nil }, func(p Panel) int { return p.OneOrigin }, 0},
		{"without a figure nothing rests on one origin", func(f *IncidentFigure) { f.Figure.Counted, f.Figure.Range = f.Figure.Counted[:1], casualty.Range{} }, func(p Panel) int { return p.OneOrigin }, 0},
		{"thirty days are not late", func(f *IncidentFigure) { f.Figure.FirstKnown = "2025-07-31" }, func(p Panel) int { return p.LearntLate }, 0},
		{"thirty-one are", func(f *IncidentFigure) { f.Figure.FirstKnown = "2025-08-01" }, func(p Panel) int { return p.LearntLate }, 1},
		{"what has no day is not late", func(f *IncidentFigure) { f.Incident.Day, f.Figure.FirstKnown = "", "2025-08-01" }, func(p Panel) int { return p.LearntLate }, 0},
		{"an open figure has no width to hold a share of", func(f *IncidentFigure) { f.Figure.Range = casualty.AtLeastUpTo(5, 12) }, func(p Panel) int { return count(p.HasWidth()) }, 0},
		{"a closed one has", func(f *IncidentFigure) { f.Figure.Range = casualty.Between(5, 12) }, func(p Panel) int { return count(p.HasWidth()) }, 1},
		{"a place known to the settlement", func(f *IncidentFigure) { f.Incident.Place.Precision = "settlement" }, func(p Panel) int { return p.Places()["settlement"] }, 1},
		{"a precision of no table is not stated", func(f *IncidentFigure) { f.Incident.Place.Precision = "guessed" }, func(p Panel) int { return p.Places()[""] }, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.got(panel(tt.change)); got != tt.want {
				t.Errorf("counted %d, want %d", got, tt.want)
			}
		})
	}
}

func TestTheItemsOfAPanelAreItsCounts(t *testing.T) {
	p := Panel{Unknown: 1, NoFloor: 2, NoCeiling: 3, OneOrigin: 4, LearntLate: 5, Decided: 6, Unsigned: 7, Waiting: 8}
	got := map[string]int{}
	for _, item := range p.Items() {
		got[item.Code] = item.N
	}
	want := map[string]int{
		"without_a_figure": 1, "without_a_floor": 2, "open_above": 3, "one_origin": 4, "learnt_late": 5, "on_a_decision": 6, "on_an_unsigned_decision": 7, "waiting_for_a_signature": 8,
	}
	if !maps.Equal(got, want) {
		t.Errorf("items %v, want %v", got, want)
	}
}

func TestIncidentsOfWhichNothingIsSaidAreTold(t *testing.T) {
	if silent := (Summary{Incidents: 5}).Silent(Total{Incidents: 3}); silent != 2 {
		t.Errorf("%d incidents, want 2", silent)
	}
}
