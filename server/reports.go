package server

import (
	"cmp"
	"slices"

	"tollbook/casualty"
	"tollbook/curate"
)

// A reportRow is a document with the state of its claims.
type reportRow struct {
	Document  casualty.Document
	Source    string
	Title     string // of its report
	Waiting   int
	Confirmed int
	Decided   int // confirmed, rejected or retracted
}

// newestFirst orders the rows of documents by when they came, the newest first.
func newestFirst(a, b *reportRow) int {
	return cmp.Or(cmp.Compare(b.Document.Retrieved, a.Document.Retrieved), compareIDs(a.Document.ID, b.Document.ID))
}

// allReports are the documents with the state of their claims, the newest first.
func (s *showing) allReports() []*reportRow {
	rows, titles := make([]*reportRow, len(s.Documents)), s.titles()
	for i := range s.Documents {
		rows[i] = s.report(&s.Documents[i], titles)
	}
	slices.SortFunc(rows, newestFirst)
	return rows
}

// titles are those of reports, by document; of several the first counts.
func (s *showing) titles() map[casualty.DocumentID]string {
	titles := map[casualty.DocumentID]string{}
	for i := range s.Reports {
		r := &s.Reports[i]
		titles[r.Document] = cmp.Or(titles[r.Document], r.Title)
	}
	return titles
}

func (s *showing) report(d *casualty.Document, titles map[casualty.DocumentID]string) *reportRow {
	row := &reportRow{Document: *d, Source: s.sourceName(d.Source), Title: titles[d.ID]}
	for _, id := range s.within[d.ID] {
		if c := s.claim(id); c.Erased == "" {
			row.count(c.Status)
		}
	}
	return row
}

func (r *reportRow) count(s casualty.Status) {
	r.Waiting += counted(s == casualty.Suggested)
	r.Confirmed += counted(s == casualty.Confirmed)
	r.Decided += counted(s == casualty.Confirmed || s == casualty.Rejected || s == casualty.Retracted)
}

// reportsAgain carries the rows of the showing before over: those of the documents
// that a change reaches are made anew.
func (s *showing) reportsAgain(was *showing, rows []*reportRow, changed []string) []*reportRow {
	due, titles := map[casualty.DocumentID]bool{}, s.titles()
	for _, id := range changed {
		was.documentsOf(id, due)
		s.documentsOf(id, due)
	}
	rows = slices.Clone(rows)
	for id := range due {
		if d := was.document(id); d != nil {
			at, _ := slices.BinarySearchFunc(rows, &reportRow{Document: *d}, newestFirst)
			rows = slices.Delete(rows, at, at+1)
		}
		if d := s.document(id); d != nil {
			row := s.report(d, titles)
			at, _ := slices.BinarySearchFunc(rows, row, newestFirst)
			rows = slices.Insert(rows, at, row)
		}
	}
	return rows
}

// documentsOf adds the documents whose rows show something of one record.
func (s *showing) documentsOf(id string, to map[casualty.DocumentID]bool) {
	switch curate.Kind(id) {
	case "document":
		to[casualty.DocumentID(id)] = true
	case "claim":
		if c := s.claim(casualty.ClaimID(id)); c != nil {
			to[c.Document] = true
		}
	case "report":
		if r := byID(s.Reports, casualty.ReportID(id), func(r *casualty.Report) casualty.ReportID { return r.ID }); r != nil {
			to[r.Document] = true
		}
	case "source":
		for i := range s.Documents {
			if d := &s.Documents[i]; string(d.Source) == id {
				to[d.ID] = true
			}
		}
	}
}
