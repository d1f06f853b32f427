package aggregate

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"testing"
	"time"

	"tollbook/casualty"
	"tollbook/internal/sample"
)

// bookOf is plain claims as a record, each of its own source.
func bookOf(claims []sample.PlainClaim) casualty.Record {
	r := casualty.Record{Incidents: make([]casualty.Incident, len(claims)/4), Claims: make([]casualty.Claim, len(claims))}
	for i, p := range claims {
		r.Claims[i] = sample.LargeClaim(p)
		r.Claims[i].ID, r.Claims[i].Source = casualty.ClaimID(fmt.Sprintf("c%d", i+1)), casualty.SourceID(fmt.Sprintf("s%d", i+1))
	}
	for i := range r.Incidents {
		r.Incidents[i] = sample.LargeIncident(i)
		r.Incidents[i].ID = sample.LargeID(i)
	}
	return r
}

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
	claims := sample.PlainClaims(1_000_000)
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
		touched := onlyIncident(r, sample.LargeID(7))
		for b.Loop() {
			ledger.Update(touched, sample.LargeID(7))
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
func duckDB(b *testing.B, claims []sample.PlainClaim, sums string) time.Duration {
	b.Helper()
	folder := os.Getenv("TOLLBOOK_NODE_MODULES")
	if folder == "" {
		b.Log("TOLLBOOK_NODE_MODULES names no folder with @duckdb/node-api: measured without it")
		return 0
	}
	out, err := exec.Command("node", "testdata/duckdb.cjs", folder, sample.CSVOf(b, claims), "7").Output()
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
