package aggregate

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"tollbook/casualty"
)

// A plainClaim is a claim of the large book as columns: what another engine sums.
type plainClaim struct{ incident, month, province, harm, low, high int }

// The large book: four claims an incident, a quarter of them out of order, 60
// months, 200 provinces, six harms. The numbers are scattered by a fixed hash.
const (
	months    = 60
	provinces = 200
)

var largeHarms = []casualty.Harm{casualty.Killed, casualty.Injured, casualty.Missing, casualty.Detained, casualty.Displaced, casualty.Abducted}

func scatter(i, salt int) int {
	x := uint32(i)*0x9E3779B1 + uint32(salt)*0x85EBCA6B
	x ^= x >> 15
	x *= 0x2C1B3C6D
	x ^= x >> 12
	return int(x)
}

func plainClaims(n int) []plainClaim {
	claims := make([]plainClaim, n)
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
		claims[i] = plainClaim{incident, y % months, y >> 6 % provinces, (incident + x>>20&1) % len(largeHarms), low, low + scatter(i, 5)%20}
	}
	return claims
}

// bookOf is the same claims as a record. Each has its own source, so that none
// replaces another and the envelope is the smallest low to the largest high.
func bookOf(claims []plainClaim) casualty.Record {
	r := casualty.Record{Incidents: make([]casualty.Incident, len(claims)/4), Claims: make([]casualty.Claim, len(claims))}
	for i, p := range claims {
		r.Claims[i] = casualty.Claim{
			ID: casualty.ClaimID(fmt.Sprintf("c%d", i+1)), Source: casualty.SourceID(fmt.Sprintf("s%d", i+1)), Incident: incidentID(p.incident),
			Harm: largeHarms[p.harm], Status: casualty.Confirmed, Scope: casualty.ThisIncident, Said: "2025-01-01",
			Count: casualty.Count{Qualifier: casualty.BetweenN, N: p.low, N2: p.high},
		}
	}
	for i := range r.Incidents {
		y := scatter(i, 3)
		r.Incidents[i] = casualty.Incident{
			ID: incidentID(i), Day: casualty.Day(fmt.Sprintf("%04d-%02d-15", 2020+y%months/12, y%months%12+1)),
			Place: casualty.Place{Country: "ZZZ", Admin1: fmt.Sprintf("province %03d", y>>6%provinces)},
		}
	}
	return r
}

func incidentID(i int) casualty.IncidentID { return casualty.IncidentID(fmt.Sprintf("i%d", i+1)) }

// checkSums are three numbers that every engine must agree on.
func checkSums(l *Ledger) string {
	low, high, cells := 0, 0, 0
	for t := range l.Totals() {
		a, _ := t.Range.Low()
		b, _ := t.Range.High()
		low, high, cells = low+a, high+b, cells+1
	}
	return fmt.Sprintf("%d %d %d", low, high, cells)
}

// BenchmarkALargeBook makes the ledger of 1,000,000 claims in 250,000 incidents,
// reads its totals by month, province and harm, and keeps them up to date. With
// TOLLBOOK_NODE_MODULES naming a folder that holds @duckdb/node-api it lets DuckDB
// answer the same question on the same claims, after comparing the results, and
// reports the ratios.
func BenchmarkALargeBook(b *testing.B) {
	claims := plainClaims(1_000_000)
	r := bookOf(claims)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	ledger := NewLedger(r, envelope, Settings{}, ByMonth, ByAdmin1)
	built := time.Since(start)
	runtime.GC()
	runtime.ReadMemStats(&after)
	sums := checkSums(ledger)
	duck := duckDB(b, claims, sums)

	b.Run("totals from the ledger", func(b *testing.B) {
		for b.Loop() {
			checkSums(ledger)
		}
		b.ReportMetric(built.Seconds(), "s-to-build")
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "MiB-ledger")
		reportRatio(b, duck)
	})
	b.Run("one more claim, then the totals", func(b *testing.B) {
		touched := onlyIncident(r, incidentID(7))
		for b.Loop() {
			ledger.Update(touched, incidentID(7))
			checkSums(ledger)
		}
		reportRatio(b, duck)
	})
	runtime.KeepAlive(r)
}

// onlyIncident is what of a record speaks of one incident.
func onlyIncident(r casualty.Record, id casualty.IncidentID) casualty.Record {
	return casualty.Record{
		Incidents: slices.DeleteFunc(slices.Clone(r.Incidents), func(i casualty.Incident) bool { return i.ID != id }),
		Claims:    slices.DeleteFunc(slices.Clone(r.Claims), func(c casualty.Claim) bool { return c.Incident != id }),
	}
}

func reportRatio(b *testing.B, duck time.Duration) {
	b.Helper()
	if duck > 0 {
		b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(duck), "of-DuckDB")
		b.ReportMetric(float64(duck.Milliseconds()), "ms-DuckDB")
	}
}

// duckDB is how long DuckDB takes, the median of seven; 0 where it is not there.
func duckDB(b *testing.B, claims []plainClaim, sums string) time.Duration {
	b.Helper()
	folder := os.Getenv("TOLLBOOK_NODE_MODULES")
	if folder == "" {
		b.Log("TOLLBOOK_NODE_MODULES names no folder with @duckdb/node-api: measured without it")
		return 0
	}
	out, err := exec.Command("node", "testdata/duckdb.cjs", folder, csvOf(b, claims), "7").Output()
	if err != nil {
		b.Fatal(err)
	}
	var milliseconds float64
	var low, high, cells string
	if _, err := fmt.Sscan(string(out), &milliseconds, &low, &high, &cells); err != nil {
		b.Fatal(err)
	}
	if got := low + " " + high + " " + cells; got != sums {
		b.Fatalf("DuckDB adds up to %s, the ledger to %s", got, sums)
	}
	return time.Duration(milliseconds * float64(time.Millisecond))
}

func csvOf(b *testing.B, claims []plainClaim) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "claims.csv")
	file, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(file)
	fmt.Fprintln(w, "incident,month,province,harm,low,high")
	for _, c := range claims {
		fmt.Fprintf(w, "%d,%d,%d,%d,%d,%d\n", c.incident, c.month, c.province, c.harm, c.low, c.high)
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := file.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}
