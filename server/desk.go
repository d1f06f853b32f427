package server

import (
	"strings"
	"sync"

	"tollbook/casualty"
	"tollbook/curate"
)

// A desk keeps the work queues of the newest state that somebody looked at.
type desk struct {
	mu   sync.Mutex
	last work
	book string
	// alike are documents that share passages, of the documents that compared names.
	alike    []curate.Likeness
	compared string
}

func (d *desk) of(r casualty.Record, make func() work) work {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.book != r.Book || d.last.Head != r.Entries {
		d.book, d.last = r.Book, make()
	}
	return d.last
}

// places finds the page on which a record stands.
type places struct {
	claims  map[casualty.ClaimID]casualty.Claim
	reports map[casualty.ReportID]casualty.DocumentID
}

func placesOf(r casualty.Record) places {
	p := places{map[casualty.ClaimID]casualty.Claim{}, map[casualty.ReportID]casualty.DocumentID{}}
	for _, c := range r.Claims {
		p.claims[c.ID] = c
	}
	for _, report := range r.Reports {
		p.reports[report.ID] = report.Document
	}
	return p
}

// place is the address of a record named by its id, or by its kind and id as in
// "claim c12"; empty for one without a page.
func (p places) place(name string) string {
	id := name[strings.LastIndexByte(name, ' ')+1:]
	switch curate.Kind(id) {
	case "document":
		return "/documents/" + id
	case "report":
		return "/documents/" + string(p.reports[casualty.ReportID(id)])
	case "claim":
		return "/documents/" + string(p.claims[casualty.ClaimID(id)].Document) + "#" + id
	case "incident":
		return "/incidents/" + id
	case "source":
		return "/sources/" + id
	case "origin":
		return "/origins/" + id
	case "decision":
		return "/decisions/" + id
	case "release":
		return "/releases/" + id
	}
	return ""
}
