package aggregate

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tollbook/casualty"
)

func TestLedgerProperties(t *testing.T) {
	t.Run("the totals of a ledger are those of the whole record, after every change", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			s := anyState.Draw(t, "state")
			by := rapid.SampledFrom([][]By{nil, {ByMonth, ByAdmin1}, {ByPopulation}, {ByPerpetrator}, {BySource, ByYear}}).Draw(t, "by")
			s.Settings.Periods = rapid.SampledFrom([]PeriodRule{Start, Spans, Dealt}).Draw(t, "periods")
			for i := range s.Record.Incidents {
				drawPlace(t, &s.Record.Incidents[i])
			}
			ledger := NewLedger(s.Record, s.Method, s.Settings, by...)
			sameTotals(t, ledger, s, by)
			for range rapid.IntRange(0, 4).Draw(t, "changes") {
				id := changeOne(t, &s.Record)
				ledger.Update(s.Record, id)
				sameTotals(t, ledger, s, by)
			}
		})
	})
}

func drawPlace(t *rapid.T, i *casualty.Incident) {
	i.Day = rapid.SampledFrom([]casualty.Day{"", "2025-03-01", "2025-01-30/2025-02-02", "2025"}).Draw(t, "day")
	i.Place.Admin1 = rapid.SampledFrom([]string{"", "north"}).Draw(t, "place")
	if rapid.Bool().Draw(t, "two perpetrators") {
		i.Perpetrators = []casualty.Perpetrator{{Name: "A"}, {Name: "B"}}
	}
}

// changeOne changes one incident of a record: its claims, itself, or that it is
// there at all.
func changeOne(t *rapid.T, r *casualty.Record) casualty.IncidentID {
	id := casualty.IncidentID(fmt.Sprintf("i%d", rapid.IntRange(0, 2).Draw(t, "incident")))
	at := slices.IndexFunc(r.Incidents, func(i casualty.Incident) bool { return i.ID == id })
	switch rapid.IntRange(0, 2).Draw(t, "change") {
	case 0:
		c := drawStatement(t, len(r.Claims), 6).Claim
		c.Incident = id
		r.Claims = append(slices.Clone(r.Claims), c)
	case 1:
		r.Claims = slices.DeleteFunc(slices.Clone(r.Claims), func(c casualty.Claim) bool { return c.Incident == id && c.Count.N%2 == 0 })
	case 2:
		r.Incidents = slices.Clone(r.Incidents)
		if at < 0 {
			r.Incidents = append(r.Incidents, casualty.Incident{ID: id})
		} else {
			r.Incidents = slices.Delete(r.Incidents, at, at+1)
		}
	}
	return id
}

func sameTotals(t *rapid.T, l *Ledger, s State, by []By) {
	t.Helper()
	want := TotalsBy(Tabulate(s.Record, s.Method, s.Settings), by...)
	for i := range want {
		want[i].Panel = Panel{} // a ledger has none
	}
	if got := slices.Collect(l.Totals()); asJSON(got) != asJSON(want) && len(got)+len(want) > 0 {
		t.Fatalf("the ledger has\n%s\nthe record\n%s", asJSON(got), asJSON(want))
	}
}
