package server

import (
	"net/http"
	"strings"
	"testing"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/example"
	"tollbook/store"
)

// disputed adds to a book what two researchers disagree on: a decision of
// somebody who is no account of the house, and one of the researcher.
func disputed(book *store.Book) error {
	_, err := book.Do(store.Act{Author: "an outsider", What: "decide", Reason: "a test"}, func(c *store.Change) error {
		j := curate.Judgment{Reason: "the list was compared by name", By: "an outsider", At: "2025-08-05T08:00:00Z", Waits: true}
		if _, err := curate.Adopt(c, j, "i1", casualty.Killed, 3, 4, false, nil, []casualty.ClaimID{"c3"}); err != nil {
			return err
		}
		_, err := curate.Grade(c, j, "i1", "fair")
		return err
	})
	return err
}

func boardHouse(t *testing.T) *house {
	t.Helper()
	return newHouse(t, example.Load, disputed)
}

// pagesOfIncidents are the pages of incidents, decisions and totals, as they are
// looked at.
var pagesOfIncidents = []string{
	"/incidents", "/incidents?method=envelope,airwars,gtd&col=country&col=cause&col=claims&col=killed&sort=-killed", "/incidents?q=nothing+like+it", "/incidents/new",
	"/incidents/i1", "/incidents/i1?method=envelope,airwars,aoav,ibc&by=airwars", "/incidents/i2", "/incidents/i5", "/decisions", "/decisions/j1", "/decisions/j2",
	"/totals", "/totals?by=", "/totals?by=admin1&with=gtd", "/totals?by=group&harm=injured", "/totals?by=quarter&with_as_of=2025-08-05", "/totals?severity=serious&harm=injured&by=year", "/totals?from=1999-01-01&to=1999-12-31",
}

func TestThePagesOfIncidentsAreWholeInBothLanguages(t *testing.T) {
	h := boardHouse(t)
	for _, role := range []string{"data_viewer", "viewer", "reviewer"} {
		b := h.as(role)
		for _, lang := range Languages {
			for _, path := range pagesOfIncidents {
				if role == "data_viewer" && strings.HasPrefix(path, "/decisions") || path == "/incidents/new" && role != "reviewer" {
					continue
				}
				g := b.get(path, "Accept-Language", lang)
				balanced(t, g.body)
				if g.status != http.StatusOK || !strings.Contains(g.body, `lang="`+lang+`"`) || !strings.HasSuffix(strings.TrimSpace(g.body), "</html>") {
					t.Errorf("%s for a %s in %s: %d", path, role, lang, g.status)
				}
			}
		}
	}
}
