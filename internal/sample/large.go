package sample

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"tollbook/casualty"
)

// A PlainClaim is a claim of the large book as columns: what another engine sums.
type PlainClaim struct{ Incident, Month, Province, Harm, Low, High int }

// The large book has claims of so many months and provinces.
const (
	LargeMonths    = 60
	LargeProvinces = 200
)

// LargeHarms are the harms of the large book.
var LargeHarms = []casualty.Harm{casualty.Killed, casualty.Injured, casualty.Missing, casualty.Detained, casualty.Displaced, casualty.Abducted}

// scatter is a fixed hash.
func scatter(i, salt int) int {
	x := uint32(i)*0x9E3779B1 + uint32(salt)*0x85EBCA6B
	x ^= x >> 15
	x *= 0x2C1B3C6D
	x ^= x >> 12
	return int(x)
}

// PlainClaims are n claims, four to an incident, a quarter of them out of order; the
// numbers are scattered by a fixed hash.
func PlainClaims(n int) []PlainClaim {
	claims := make([]PlainClaim, n)
	incidents := n / 4
	for i := range claims {
		x := scatter(i, 1)
		incident := i/4 + x%64
		if x>>8&3 == 0 {
			incident = scatter(i, 2)
		}
		incident %= incidents
		y := scatter(incident, 3)
		low := scatter(i, 4) % 40
		claims[i] = PlainClaim{incident, y % LargeMonths, y >> 6 % LargeProvinces, (incident + x>>20&1) % len(LargeHarms), low, low + scatter(i, 5)%20}
	}
	return claims
}

// LargeClaim is a plain claim as a claim of the record. Give each a source of its
// own, so that none replaces another and the envelope is the smallest low to the
// largest high.
func LargeClaim(p PlainClaim) casualty.Claim {
	return casualty.Claim{
		Incident: LargeID(p.Incident), Harm: LargeHarms[p.Harm], Status: casualty.Confirmed, Scope: casualty.ThisIncident, Said: "2025-01-01",
		Count: casualty.Count{Qualifier: casualty.BetweenN, N: p.Low, N2: p.High},
	}
}

// LargeIncident is the i-th incident of the large book, without its id.
func LargeIncident(i int) casualty.Incident {
	y := scatter(i, 3)
	return casualty.Incident{
		Title: fmt.Sprintf("Incident %d", i+1),
		Day:   casualty.Day(fmt.Sprintf("%04d-%02d-15", 2020+y%LargeMonths/12, y%LargeMonths%12+1)),
		Place: casualty.Place{Country: "ZZZ", Admin1: fmt.Sprintf("province %03d", y>>6%LargeProvinces)},
	}
}

// LargeID is the id of the i-th incident, counted from 0.
func LargeID(i int) casualty.IncidentID { return casualty.IncidentID(fmt.Sprintf("i%d", i+1)) }

// CSVOf writes plain claims as a file for another engine.
func CSVOf(t testing.TB, claims []PlainClaim) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "claims.csv")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(file)
	fmt.Fprintln(w, "incident,month,province,harm,low,high")
	for _, c := range claims {
		fmt.Fprintf(w, "%d,%d,%d,%d,%d,%d\n", c.Incident, c.Month, c.Province, c.Harm, c.Low, c.High)
	}
	if err := errors.Join(w.Flush(), file.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}
