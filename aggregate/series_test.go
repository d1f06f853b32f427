package aggregate

import (
	"slices"
	"testing"

	"tollbook/casualty"
)

// monthOf is a record of two incidents in March, one across its end, and what a
// ministry and a morgue say of the month.
func monthOf() casualty.Record {
	claim := func(id casualty.ClaimID, scope casualty.Scope, said casualty.Moment, n int) casualty.Claim {
		return casualty.Claim{
			ID: id, Source: "s1", Status: casualty.Confirmed, Scope: scope, Said: said, Harm: casualty.Killed,
			Count: casualty.Count{Qualifier: casualty.Exact, N: n},
		}
	}
	at := func(c casualty.Claim, incident casualty.IncidentID) casualty.Claim { c.Incident = incident; return c }
	morgue := claim("c6", casualty.Integrative, "2025-04-02", 50)
	morgue.Day, morgue.Place = "2025-03", "Northern Province"
	return casualty.Record{
		Sources: []casualty.Source{{ID: "s1"}},
		Incidents: []casualty.Incident{
			{ID: "i1", Day: "2025-03-05", Place: casualty.Place{Name: "A", Admin1: "Northern"}},
			{ID: "i2", Day: "2025-03-20", Place: casualty.Place{Name: "B", Admin1: "Northern"}},
			{ID: "i3", Day: "2025-03-30/2025-04-02", Place: casualty.Place{Name: "C", Admin1: "Northern"}},
			{ID: "i4", Day: "2025-03-21", Place: casualty.Place{Name: "D", Admin1: "Southern"}},
		},
		Claims: []casualty.Claim{
			at(claim("c1", casualty.ThisIncident, "2025-03-05", 10), "i1"), at(claim("c2", casualty.ThisIncident, "2025-03-20", 20), "i2"),
			at(claim("c3", casualty.ThisIncident, "2025-04-02", 7), "i3"), at(claim("c4", casualty.ThisIncident, "2025-03-21", 100), "i4"),
			claim("c5", casualty.Cumulative, "2025-03-10", 1000), morgue,
			claim("c7", casualty.Cumulative, "2025-03-31", 1150), claim("c8", casualty.Cumulative, "2025-03-21", 1140),
			claim("c9", casualty.Cumulative, "", 9999),
		},
	}
}

func TestTotalsApartFromSums(t *testing.T) {
	r := monthOf()
	table := Tabulate(r, envelope, Settings{})

	t.Run("a morgue's month is held against the incidents of its month and place", func(t *testing.T) {
		got := PeriodTotals(r, table)
		if len(got) != 1 || got[0].Against.NotCovered != casualty.Exactly(20) || got[0].Against.Sum.Incidents != 2 {
			t.Errorf("%+v, want 50 against 30 in two incidents, 20 not covered", got)
		}
		if got[0].Across != 1 {
			t.Errorf("%d incidents across its end, want 1", got[0].Across)
		}
	})
	t.Run("a running total is a series by its days, and its rise is held against the incidents of those days", func(t *testing.T) {
		got := RunningTotals(r, table)
		if len(got) != 1 || !slices.Equal(got[0].Claims, []casualty.ClaimID{"c5", "c8", "c7"}) {
			t.Fatalf("%+v, want one series of c5, c8, c7", got)
		}
		if against := got[0].Against; against.Claimed != casualty.Exactly(150) || against.NotCovered != casualty.Exactly(30) {
			t.Errorf("rise %v, not covered %v; want 150, of which 120 are in incidents", against.Claimed, against.NotCovered)
		}
	})
	t.Run("neither is added to anything", func(t *testing.T) {
		if got := table.Totals[0].Range; got != casualty.Exactly(137) {
			t.Errorf("total %v, want the 137 of the incidents", got)
		}
	})
}
