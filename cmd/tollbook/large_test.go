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

	"tollbook/aggregate"
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
		if answered, loaded := duckAnswer(b, file, sumsOf(b, &out)); answered > 0 {
			theirs = append(theirs, answered+loaded)
		}
	}
	reportBeside(b, ours, theirs)
}

// BenchmarkTotalsFromALoadedBook adds the same figures up out of the columns that a
// server holds, after one incident changed, beside DuckDB's answer from its table in
// memory.
func BenchmarkTotalsFromALoadedBook(b *testing.B) {
	claims := sample.PlainClaims(1_000_000)
	book, err := store.Open(largeBook(b, claims), store.Options{Now: time.Now, Outline: outline()})
	if err != nil {
		b.Fatal(err)
	}
	defer book.Close()
	file := sample.CSVOf(b, claims)
	incidents, figures := loadedFigures(b, book)
	of := func(id casualty.IncidentID) []aggregate.IncidentFigure { return figures[id] }
	columns := aggregate.ColumnsOf(incidents, of, &aggregate.Facets{})
	changed := []casualty.IncidentID{incidents[0].ID}
	incident := func(casualty.IncidentID) *casualty.Incident { return &incidents[0] }
	var ours, theirs []float64
	for b.Loop() {
		start := time.Now()
		columns = columns.With(changed, incident, of)
		sum := columns.Sum(aggregate.Methods[0], aggregate.Settings{}, []aggregate.By{aggregate.ByMonth, aggregate.ByAdmin1}, nil, nil).Summary()
		ours = append(ours, time.Since(start).Seconds()*1000)
		lows, highs := 0, 0
		for _, t := range sum.Rows {
			low, _ := t.Range.Low()
			high, _ := t.Range.High()
			lows, highs = lows+low, highs+high
		}
		if answered, _ := duckAnswer(b, file, fmt.Sprintf("%d %d %d", lows, highs, len(sum.Rows))); answered > 0 {
			theirs = append(theirs, answered)
		}
	}
	reportBeside(b, ours, theirs)
}

// loadedFigures are the incidents and figures that a book keeps.
func loadedFigures(b *testing.B, book *store.Book) (incidents []casualty.Incident, figures map[casualty.IncidentID][]aggregate.IncidentFigure) {
	figures = map[casualty.IncidentID][]aggregate.IncidentFigure{}
	err := book.Read(store.At{}, func(v *store.View) error {
		rows, _ := v.Outlines()
		for id, row := range rows {
			o, err := new(aggregate.OutlineReader).Read(row)
			if err != nil {
				return err
			}
			incidents, figures[id] = append(incidents, o.Incident), o.Figures
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return incidents, figures
}

// reportBeside reports the medians of the product's times and of DuckDB's, in
// milliseconds, and the ratio.
func reportBeside(b *testing.B, ours, theirs []float64) {
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

// duckAnswer is how many milliseconds DuckDB takes to answer, and to read the file before
// it; 0 where no node module is named.
func duckAnswer(b *testing.B, file, sums string) (answered, loaded float64) {
	folder := os.Getenv("TOLLBOOK_NODE_MODULES")
	if folder == "" {
		return 0, 0
	}
	out, err := exec.Command("node", "testdata/duckdb.cjs", folder, file, "5").Output()
	if err != nil {
		b.Fatal(err)
	}
	var low, high, cells string
	if _, err := fmt.Sscan(string(out), &answered, &low, &high, &cells, &loaded); err != nil {
		b.Fatal(err)
	}
	if got := low + " " + high + " " + cells; got != sums {
		b.Fatalf("DuckDB adds up to %s, the book to %s", got, sums)
	}
	return answered, loaded
}
