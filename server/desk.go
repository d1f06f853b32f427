package server

import (
	"strings"
	"sync"

	"tollbook/casualty"
	"tollbook/curate"
)

// A desk keeps the documents that share passages, of the documents that compared
// names: finding them takes longer than a page may.
type desk struct {
	mu       sync.Mutex
	alike    []curate.Likeness
	compared string
}

// place is the address of a record named by its id, or by its kind and id as in
// "claim c12"; empty for one without a page.
func (s *showing) place(name string) string {
	id := name[strings.LastIndexByte(name, ' ')+1:]
	switch curate.Kind(id) {
	case "document":
		return "/documents/" + id
	case "report":
		if r := byID(s.Reports, casualty.ReportID(id), func(r *casualty.Report) casualty.ReportID { return r.ID }); r != nil {
			return "/documents/" + string(r.Document)
		}
	case "claim":
		if c := s.claim(casualty.ClaimID(id)); c != nil {
			return documentAddress(c)
		}
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
