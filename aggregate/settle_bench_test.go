package aggregate

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"tollbook/casualty"
)

// largeRecord is a made-up record of so many claims, four an incident, in 60
// months and 200 provinces; the same for a seed.
func largeRecord(claims int) casualty.Record {
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(n int) int { return random.IntN(n) }
	r := casualty.Record{}
	for i := range 40 {
		r.Sources = append(r.Sources, casualty.Source{ID: casualty.SourceID(fmt.Sprintf("s%d", i+1))})
	}
	for i := range claims / 4 {
		r.Incidents = append(r.Incidents, casualty.Incident{
			ID: casualty.IncidentID(fmt.Sprintf("i%d", i+1)), Day: casualty.Day(fmt.Sprintf("20%02d-%02d-%02d", 20+pick(5), 1+pick(12), 1+pick(28))),
			Place: casualty.Place{Country: "ZZZ", Admin1: fmt.Sprintf("province %d", pick(200)+1)},
		})
	}
	harms := []casualty.Harm{casualty.Killed, casualty.Killed, casualty.Injured, casualty.Missing, casualty.Detained, casualty.Abducted, casualty.Displaced}
	for i := range claims {
		incident := i / 4
		if pick(4) == 0 {
			incident = pick(len(r.Incidents)) // a quarter comes out of order
		}
		c := casualty.Claim{
			ID: casualty.ClaimID(fmt.Sprintf("c%d", i+1)), Source: r.Sources[pick(40)].ID, Incident: r.Incidents[incident].ID,
			Harm: harms[pick(len(harms))], Status: casualty.Confirmed, Scope: casualty.ThisIncident,
			Said: casualty.Moment(fmt.Sprintf("2025-%02d-%02d", 1+pick(12), 1+pick(28))),
		}
		n := pick(20)
		c.Count = []casualty.Count{
			{Qualifier: casualty.Exact, N: n}, {Qualifier: casualty.Exact, N: n + 1}, {Qualifier: casualty.AtLeastN, N: n + 1},
			{Qualifier: casualty.BetweenN, N: n, N2: n + 5}, {Qualifier: casualty.UpTo, N: n + 1}, {Qualifier: casualty.Vague, Word: "dozens"},
			{Qualifier: casualty.Unspecified}, {Qualifier: casualty.None, Word: casualty.Denied},
		}[pick(8)]
		r.Claims = append(r.Claims, c)
	}
	return r
}

func BenchmarkTabulate(b *testing.B) {
	r := largeRecord(20_000)
	for b.Loop() {
		Tabulate(r, envelope, Settings{})
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/20_000, "µs/claim")
}
