package store

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"tollbook/casualty"
)

// largeBook has n claims, a hundred to a report.
func largeBook(t testing.TB, n int) *Book {
	t.Helper()
	b, err := Create(filepath.Join(t.TempDir(), "large.tollbook"), testOptions())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	for first := 0; first < n; first += 10_000 {
		do(t, b, "import", func(c *Change) error {
			for at := first; at < min(first+10_000, n); at += 100 {
				if err := largeReport(c, at); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return b
}

func largeReport(c *Change, at int) error {
	in, err := Incidents.Add(c, casualty.Incident{Title: fmt.Sprintf("Strike %d", at), Day: "2025-07-01"})
	if err != nil {
		return err
	}
	text := fmt.Sprintf("%d: %s", at, strings.Repeat(strikeText, 40))
	doc, err := c.Receive(casualty.Document{Name: "x.txt", MediaType: "text/plain"}, []byte(text))
	if err != nil {
		return err
	}
	var s []casualty.Claim
	for len(s) < 100 {
		s = append(s, suggestionsIn(text)[0])
		s[len(s)-1].Incident = in.ID
	}
	_, _, err = c.AddReport(doc.ID, "test/1", "", s)
	return err
}

func BenchmarkRecordOf100kClaims(b *testing.B) {
	book := largeBook(b, 100_000)
	for b.Loop() {
		book.Read(At{}, func(v *View) error { _, err := v.Record(); return err })
	}
}

func BenchmarkColumnsOf100kClaims(b *testing.B) {
	book := largeBook(b, 100_000)
	for b.Loop() {
		book.Read(At{}, func(v *View) error { _, err := v.Columns(); return err })
	}
}

func BenchmarkImportOf10kClaims(b *testing.B) {
	for b.Loop() {
		largeBook(b, 10_000)
	}
}

// One act that adds incidents and claims by turns, each of one of fifty sources, as
// the rows of a table do.
func BenchmarkOneActOf100kRows(b *testing.B) {
	for b.Loop() {
		book, err := Create(filepath.Join(b.TempDir(), "large.tollbook"), testOptions())
		if err != nil {
			b.Fatal(err)
		}
		do(b, book, "import", func(c *Change) error {
			for n := range 50 {
				if _, err := Sources.Add(c, casualty.Source{Name: fmt.Sprintf("Outlet %d", n)}); err != nil {
					return err
				}
			}
			doc, err := c.Receive(casualty.Document{Name: "x.txt", MediaType: "text/plain"}, []byte(strikeText))
			for row := 0; row < 100_000 && err == nil; row++ {
				err = addRow(c, doc.ID, row)
			}
			return err
		})
		book.Close()
	}
}

func addRow(c *Change, document casualty.DocumentID, row int) error {
	in, err := Incidents.Add(c, casualty.Incident{Title: fmt.Sprintf("Strike %d", row), Day: "2025-07-01"})
	claim := suggestionsIn(strikeText)[0]
	claim.Incident, claim.Document = in.ID, document
	claim.Source = casualty.SourceID(fmt.Sprintf("s%d", 1+row*7%50))
	for n := 0; n < 2 && err == nil; n++ {
		_, err = Claims.Add(c, claim)
	}
	return err
}

func BenchmarkCheckOf100kClaims(b *testing.B) {
	book := largeBook(b, 100_000)
	for b.Loop() {
		if found, err := book.Check(); err != nil || len(found) > 0 {
			b.Fatal(found, err)
		}
	}
}

func BenchmarkOneAct(b *testing.B) {
	book := largeBook(b, 100)
	statuses := []casualty.Status{casualty.Confirmed, casualty.Rejected}
	for i := 0; b.Loop(); i++ {
		do(b, book, "confirm", setStatus("c1", statuses[i%2]))
	}
}
