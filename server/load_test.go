package server

import (
	"fmt"
	"testing"
	"time"

	"tollbook/casualty"
	"tollbook/internal/sample"
	"tollbook/store"
)

const loadText = "Many people were harmed, the outlet said."

// largeRecord fills a book with n claims on a quarter as many incidents.
func largeRecord(n int) func(*store.Book) error {
	return func(book *store.Book) error {
		_, err := book.Do(store.Act{Author: "test", What: "import"}, func(c *store.Change) error {
			for i := range 50 {
				if _, err := store.Sources.Add(c, casualty.Source{Name: fmt.Sprintf("Outlet %d", i+1)}); err != nil {
					return err
				}
			}
			for i := range n / 4 {
				if _, err := store.Incidents.Add(c, sample.LargeIncident(i)); err != nil {
					return err
				}
			}
			d, err := c.Receive(casualty.Document{Name: "x.txt", MediaType: "text/plain", Source: "s1"}, []byte(loadText))
			if err != nil {
				return err
			}
			for i, p := range sample.PlainClaims(n) {
				claim := sample.LargeClaim(p)
				claim.Document, claim.Source = d.ID, casualty.SourceID(fmt.Sprintf("s%d", 1+i%50))
				claim.Quote = casualty.Quote{Text: loadText, End: len(loadText)}
				if _, err := store.Claims.Add(c, claim); err != nil {
					return err
				}
			}
			return nil
		})
		return err
	}
}

func TestXX(t *testing.T) {
	h := newHouse(t, largeRecord(100_000))
	b := h.as("researcher")
	for _, path := range []string{"/", "/incidents", "/incidents/i77", "/claims", "/documents", "/sources", "/totals", "/totals?by=month&by=admin1", "/journal", "/api/v1/incidents", "/api/v1/claims?limit=50", "/api/v1/incidents/i77", "/queues/doubts"} {
		for i := range 3 {
			start := time.Now()
			g := b.get(path)
			t.Log(path, i, g.status, len(g.body), time.Since(start).Round(time.Millisecond))
		}
	}
	start := time.Now()
	g := b.json("/incidents", map[string]any{"title": "One", "day": "2025-01-01"})
	t.Log(g.status, g.body, time.Since(start))
	for _, path := range []string{"/incidents/i77", "/incidents", "/", "/claims", "/totals"} {
		b.json("/incidents", map[string]any{"title": "One", "day": "2025-01-01"})
		start := time.Now()
		g := b.get(path)
		t.Log("after a write", path, g.status, len(g.body), time.Since(start).Round(time.Millisecond))
	}
}
