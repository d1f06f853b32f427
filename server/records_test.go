package server

import (
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/store"
)

func TestFiguresAreMadeOnceForAStateOfTheBookAndAnewAfterAnAct(t *testing.T) {
	h := boardHouse(t)
	r := records{book: h.book}
	edition := func(at store.At) *edition {
		t.Helper()
		e, err := r.at(at)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	now := edition(store.At{})
	tables := make([]*figureTable, 20)
	var all sync.WaitGroup
	for i := range tables {
		all.Go(func() { tables[i] = now.table(aggregate.Methods[0], aggregate.Settings{AsOf: now.AsOf}) })
	}
	all.Wait()
	for _, table := range tables {
		if table != tables[0] {
			t.Fatal("a table was made twice")
		}
	}
	if edition(store.At{}) != now || now.table(aggregate.Methods[0], aggregate.Settings{Adopted: true}) == tables[0] {
		t.Error("the same state was read twice, or other settings gave the same table")
	}
	past := edition(store.At{Entry: 9})
	if edition(store.At{Entry: 9}) != past || edition(store.At{}) != now {
		t.Error("a state of the past was read twice")
	}
	if _, err := h.book.Do(store.Act{Author: "a", What: "correct", Reason: "a test"}, func(c *store.Change) error {
		in, err := store.Incidents.Get(c, "i1")
		in.Cause = "another"
		return firstOf(err, store.Incidents.Put(c, in))
	}); err != nil {
		t.Fatal(err)
	}
	if edition(store.At{}) == now {
		t.Error("after an act the state before it is shown")
	}
	if edition(store.At{Entry: 9}) != past {
		t.Error("an act that erases nothing ended a state of the past")
	}
	if _, err := h.book.Do(store.Act{Author: "a", What: "erase", Reason: "a test"}, func(c *store.Change) error { return c.Erase("c1", "a test") }); err != nil {
		t.Fatal(err)
	}
	if now := edition(store.At{}); edition(store.At{Entry: 9}) == past || now.whole.claim("c1").Erased == "" {
		t.Error("a state outlives an erasure, which reaches into the past")
	}
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func TestNoMoreStatesAndTablesAreKeptThanSaid(t *testing.T) {
	h := boardHouse(t)
	r := records{book: h.book}
	for entry := 1; entry <= keptPasts+2; entry++ {
		if _, err := r.at(store.At{Entry: entry}); err != nil {
			t.Fatal(err)
		}
	}
	if len(r.pasts) != keptPasts {
		t.Errorf("%d states are kept", len(r.pasts))
	}
	e := newEdition(store.Held{})
	for _, m := range aggregate.Methods {
		e.table(m, aggregate.Settings{})
	}
	if len(e.tables) != keptTables {
		t.Errorf("%d tables are kept", len(e.tables))
	}
}

// manyIncidents are incidents with a claim each, as a large book has them.
func manyIncidents(n int) casualty.Record {
	r := casualty.Record{AsOf: "2026-01-01T00:00:00Z", Sources: []casualty.Source{{ID: "s1", Name: "S"}}, Documents: []casualty.Document{{ID: "d1", Source: "s1"}}}
	for i := 1; i <= n; i++ {
		id := casualty.IncidentID(fmt.Sprint("i", i))
		r.Incidents = append(r.Incidents, casualty.Incident{ID: id, Title: fmt.Sprint("Incident ", i), Day: casualty.Day(fmt.Sprintf("2025-%02d-%02d", i%12+1, i%28+1))})
		r.Claims = append(r.Claims, casualty.Claim{
			ID: casualty.ClaimID(fmt.Sprint("c", i)), Document: "d1", Source: "s1", Status: casualty.Confirmed, Incident: id,
			Harm: casualty.Killed, Count: casualty.Count{Qualifier: casualty.Exact, N: i % 9}, Scope: casualty.ThisIncident,
		})
	}
	return r
}

// One page of a list of 25,000 incidents, once its figures are made.
func BenchmarkAPageOfTheListOfIncidents(b *testing.B) {
	e := newEdition(store.Hold(manyIncidents(25_000)))
	table := e.table(aggregate.Methods[0], aggregate.Settings{AsOf: e.AsOf})
	f, err := within{Q: "incident 12"}.read(e.whole)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		p := &incidentsPage{Sort: "-killed"}
		p.columns(nil)
		p.cut(e.whole, nil, p.sorted(&f, table), []*figureTable{table})
	}
}

// What one act on a book of 100,000 claims costs whoever looks at the first page next.
func BenchmarkTheFirstPageAfterAnAct(b *testing.B) {
	book, err := store.Create(filepath.Join(b.TempDir(), "a.tollbook"), store.Options{Now: time.Now})
	if err != nil {
		b.Fatal(err)
	}
	defer book.Close()
	if err := largeRecord(100_000)(book); err != nil {
		b.Fatal(err)
	}
	s := &site{Options: Options{Book: book, Methods: aggregate.Methods}}
	s.records.book = book
	look := func() {
		if _, err := (&visit{site: s}).work(); err != nil {
			b.Fatal(err)
		}
	}
	look()
	for n := 0; b.Loop(); n++ {
		b.StopTimer()
		_, err := book.Do(store.Act{Author: "test", What: "mend"}, func(c *store.Change) error {
			return curate.Mend(c, casualty.ClaimID(fmt.Sprint("c", 1+n%100_000)), []curate.Value{{Name: "count", Text: fmt.Sprint("at least ", 100+n)}})
		})
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		look()
	}
}
