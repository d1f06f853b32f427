package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tollbook/casualty"
	"tollbook/internal/sample"
	"tollbook/store"
)

const largeText = "Many people were harmed, the outlet said."

// largeBook writes the large book of n claims, act by act as an import would.
func largeBook(b *testing.B, claims []sample.PlainClaim) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "large.tollbook")
	book, err := store.Create(path, store.Options{Now: time.Now, Outline: outline()})
	if err != nil {
		b.Fatal(err)
	}
	defer book.Close()
	act := store.Act{Author: "benchmark", What: "import"}
	if _, err := book.Do(act, func(c *store.Change) error { return largeHead(c, len(claims)/4) }); err != nil {
		b.Fatal(err)
	}
	for portion := range slices.Chunk(claims, 20_000) {
		_, err := book.Do(act, func(c *store.Change) error {
			for i, p := range portion {
				claim := sample.LargeClaim(p)
				claim.Document, claim.Source = "d1", casualty.SourceID(fmt.Sprintf("s%d", 1+i%50))
				claim.Quote = casualty.Quote{Text: largeText, End: len(largeText)}
				if _, err := store.Claims.Add(c, claim); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	return path
}

func largeHead(c *store.Change, incidents int) error {
	for n := range 50 {
		if _, err := store.Sources.Add(c, casualty.Source{Name: fmt.Sprintf("Outlet %d", n)}); err != nil {
			return err
		}
	}
	for i := range incidents {
		if _, err := store.Incidents.Add(c, sample.LargeIncident(i)); err != nil {
			return err
		}
	}
	_, err := c.Receive(casualty.Document{Name: "x.txt", MediaType: "text/plain", Source: "s1"}, []byte(largeText))
	return err
}

// BenchmarkTotalsOfALargeBook runs the whole command on a book of 1,000,000 claims in
// 250,000 incidents: it opens the book, adds its figures up by month, first-level unit
// and harm, and writes them. With TOLLBOOK_NODE_MODULES naming a folder that holds
// @duckdb/node-api it lets DuckDB read the same claims from a file and answer, in turn,
// after comparing the sums, and reports the ratio of the medians.
func BenchmarkTotalsOfALargeBook(b *testing.B) {
	claims := sample.PlainClaims(1_000_000)
	path := largeBook(b, claims)
	file := sample.CSVOf(b, claims)
	var ours, theirs []float64
	for b.Loop() {
		var out bytes.Buffer
		start := time.Now()
		if code := run(context.Background(), []string{"totals", "--book", path, "--by", "month,admin1", "--format", "csv"}, strings.NewReader(""), &out, io.Discard); code != exitDone {
			b.Fatal(code)
		}
		ours = append(ours, time.Since(start).Seconds()*1000)
		if folder := os.Getenv("TOLLBOOK_NODE_MODULES"); folder != "" {
			theirs = append(theirs, duckAnswer(b, folder, file, sumsOf(b, &out)))
		}
	}
	b.ReportMetric(middle(ours), "ms-median")
	if len(theirs) > 0 {
		b.ReportMetric(middle(theirs), "ms-DuckDB")
		b.ReportMetric(middle(ours)/middle(theirs), "of-DuckDB")
	}
}

func middle(numbers []float64) float64 { slices.Sort(numbers); return numbers[len(numbers)/2] }

// sumsOf are the sums of lows and highs, and the rows, of totals in CSV.
func sumsOf(b *testing.B, out io.Reader) string {
	rows, err := csv.NewReader(out).ReadAll()
	if err != nil {
		b.Fatal(err)
	}
	low, high := slices.Index(rows[0], "low"), slices.Index(rows[0], "high")
	sums := [2]int{}
	for _, row := range rows[1:] {
		for i, at := range []int{low, high} {
			n, err := strconv.Atoi(row[at])
			if err != nil {
				b.Fatal(err)
			}
			sums[i] += n
		}
	}
	return fmt.Sprintf("%d %d %d", sums[0], sums[1], len(rows)-1)
}

// duckAnswer is how many milliseconds DuckDB takes to read the file and to answer.
func duckAnswer(b *testing.B, folder, file, sums string) float64 {
	out, err := exec.Command("node", "testdata/duckdb.cjs", folder, file, "1").Output()
	if err != nil {
		b.Fatal(err)
	}
	var answered, loaded float64
	var low, high, cells string
	if _, err := fmt.Sscan(string(out), &answered, &low, &high, &cells, &loaded); err != nil {
		b.Fatal(err)
	}
	if got := low + " " + high + " " + cells; got != sums {
		b.Fatalf("DuckDB adds up to %s, the book to %s", got, sums)
	}
	return answered + loaded
}
