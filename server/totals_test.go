package server

import (
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"tollbook/aggregate"
	"tollbook/asked"
	"tollbook/casualty"
	"tollbook/store"
)

func TestEveryNumberOfATotalLeadsToItsIncidents(t *testing.T) {
	b := boardHouse(t).as("viewer")
	link := regexp.MustCompile(`<a href="(/incidents\?[^"]+)">(\d+)</a>`)
	heading := regexp.MustCompile(`<h2 id="list">(\d+) of \d+ incidents|<p class="quiet">No incident is like`)
	followed := 0
	for _, by := range append([]aggregate.By{""}, aggregate.Breakdowns...) {
		for _, asked := range []string{"harm=killed&method=envelope", "harm=injured&method=gtd&periods=spans", "harm=injured&severity=serious"} {
			page := b.get("/totals?" + asked + "&by=" + string(by))
			if page.status != http.StatusOK {
				t.Fatalf("%s by %s: %d", asked, by, page.status)
			}
			for _, m := range link.FindAllStringSubmatch(between(page.body, `id="table"`, `</table>`), -1) {
				list := b.get(html.UnescapeString(m[1]))
				found := heading.FindStringSubmatch(list.body)
				if isLow(m[2], page.body, m[0]) {
					continue
				}
				followed++
				if found == nil || found[1] != m[2] {
					t.Errorf("%s by %s: %s leads to %v incidents: %s", asked, by, m[2], found, m[1])
				}
			}
		}
	}
	if followed < 40 {
		t.Errorf("%d numbers were followed", followed)
	}
}

// isLow tells whether a link is a low or a high and not a count of incidents.
func isLow(_, page, link string) bool { return strings.Contains(page, `<span class="rng">`+link) }

func TestTotalsOfThePageAndOfTheInterfaceAreTheSame(t *testing.T) {
	b := boardHouse(t).as("viewer")
	var out totalsOut
	if err := json.Unmarshal([]byte(b.get("/api/v1/totals?by=month&harm=injured&method=envelope").body), &out); err != nil {
		t.Fatal(err)
	}
	page := b.get("/totals?by=month&harm=injured&method=envelope").body
	if len(out.Totals) != 3 || len(out.Wholes) != 1 {
		t.Fatalf("%d totals, %d over all", len(out.Totals), len(out.Wholes))
	}
	for _, x := range out.Totals {
		row := between(page, "<bdi>"+x.Of+"</bdi></th>", "</tr>")
		low, _ := x.Range.Low()
		if !strings.Contains(row, fmt.Sprintf(">%d</a>", low)) || !strings.Contains(row, fmt.Sprintf(">%d</a>", x.Incidents)) {
			t.Errorf("%s: the interface says %v of %d, the page %s", x.Of, x.Range, x.Incidents, row)
		}
	}
	if out.Wholes[0].Unknown != strings.Count(page, "never shown as 0")-1 { // no incident of the example is without a figure of the injured
		t.Errorf("%d are without a figure", out.Wholes[0].Unknown)
	}
}

func TestTwoDaysAreComparedAsTheBookStoodThen(t *testing.T) {
	h := boardHouse(t)
	b := h.as("viewer")
	first := b.get("/totals?harm=killed&by=&with_as_of=" + url.QueryEscape("#8")).body // before the example's claims were confirmed
	if !strings.Contains(first, "only one of them has a figure") && !strings.Contains(first, "no incident") {
		t.Error("the state before any claim was confirmed has the same totals")
	}
	last := b.get("/totals?harm=killed&by=&with_as_of=" + url.QueryEscape(fmt.Sprintf("#%d", h.head()))).body
	if !strings.Contains(last, "the same") {
		t.Error("the state of the last entry differs from now")
	}
}

func TestAPeriodWithoutIncidentsIsAGapAndNoZero(t *testing.T) {
	rows := withEmptyMonths([]totalRow{
		{Key: "2024-11", Total: aggregate.Total{Incidents: 1, Range: casualty.Exactly(2)}},
		{Key: "2025-02", Total: aggregate.Total{Incidents: 1, Range: casualty.Exactly(3)}},
		{Key: "unallocated"},
	}, []aggregate.By{aggregate.ByMonth})
	var keys []string
	for _, r := range rows {
		keys = append(keys, fmt.Sprint(r.Key, r.None))
	}
	if got := strings.Join(keys, " "); got != "2024-11false 2024-12true 2025-01true 2025-02false unallocatedfalse" {
		t.Error(got)
	}
}

func TestWrongQuestionsToTotalsGetASentence(t *testing.T) {
	b := boardHouse(t).as("viewer")
	for _, query := range []string{"by=colour", "method=guess", "from=yesterday", "from=2025-02-01&to=2025-01-01", "harm=sad", "grade=good", "periods=never", "with_as_of=soon", "with=guess", "method=envelope,airwars,gtd,ibc,ucdp&harm=killed"} {
		want := http.StatusUnprocessableEntity
		if g := b.get("/totals?" + query); g.status != want && !strings.HasPrefix(query, "method=envelope") {
			t.Errorf("/totals?%s: %d", query, g.status)
		}
		if strings.HasPrefix(query, "with") || query == "by=colour" && false {
			continue
		}
		if g := b.get("/api/v1/totals?" + query); g.status != want {
			t.Errorf("/api/v1/totals?%s: %d %s", query, g.status, g.body)
		}
	}
}

func TestANumberForSeveralIncidentsHoldsTheTotalsOfAServer(t *testing.T) {
	h := boardHouse(t)
	b := h.as("viewer")
	total := func(query string) asked.TotalAnswer {
		t.Helper()
		var out totalsOut
		if err := json.Unmarshal([]byte(b.get("/api/v1/totals?harm=killed&"+query).body), &out); err != nil || len(out.Wholes) != 1 {
			t.Fatalf("%v: %d totals", err, len(out.Wholes))
		}
		return out.Wholes[0]
	}
	was := total("method=envelope")
	low, _ := was.Range.Low()
	share := func(over []casualty.IncidentID, n int) {
		t.Helper()
		if _, err := h.book.Do(store.Act{Author: "a", What: "correct", Reason: "a test"}, func(c *store.Change) error {
			claim, err := store.Claims.Get(c, "c11")
			claim.ID, claim.Incident, claim.Over, claim.Count.N = "", "", over, n
			_, err2 := store.Claims.Add(c, claim)
			return firstOf(err, err2)
		}); err != nil {
			t.Fatal(err)
		}
	}
	share([]casualty.IncidentID{"i1", "i5"}, 13)
	if now := total("method=envelope"); now.Range == was.Range {
		t.Errorf("killed %v before and after a number for two incidents", now.Range)
	}
	if now := total("method=envelope&by=cause"); now.Range == was.Range {
		t.Errorf("by cause: killed %v", now.Range)
	}
	share([]casualty.IncidentID{"i1", "i3"}, 20)
	if now := total("method=envelope"); now.Range != was.Range || len(now.Problems) != 1 || now.Problems[0] != string(aggregate.CapsOverlap) {
		t.Errorf("with two numbers that share an incident: %v, problems %v; want %v of at least %d, and that said", now.Range, now.Problems, was.Range, low)
	}
	if page := b.get("/totals?harm=killed&method=envelope").body; !strings.Contains(page, aggregate.CapsOverlap.Sentence()) {
		t.Error("the page does not say that two numbers share an incident")
	}
}

func TestATotalSaysWhatItsMethodLacks(t *testing.T) {
	b := boardHouse(t).as("viewer")
	var out totalsOut
	if err := json.Unmarshal([]byte(b.get("/api/v1/totals?harm=killed&method=emdat").body), &out); err != nil || len(out.Missing) != 1 || out.Missing[0] != string(aggregate.NoRanking) {
		t.Errorf("missing %v, %v; want the ranking", out.Missing, err)
	}
	if page := b.get("/totals?harm=killed&method=emdat").body; !strings.Contains(page, aggregate.NoRanking.Sentence()) {
		t.Error("the page does not say that sources are not ranked")
	}
}

func TestWhyTwoTotalsDifferIsToldChangeByChange(t *testing.T) {
	h := boardHouse(t)
	b := h.as("viewer")
	then := fmt.Sprintf("#%d", h.head())
	if _, err := h.book.Do(store.Act{Author: "a", What: "correct", Reason: "a test"}, func(c *store.Change) error {
		claim, err := store.Claims.Get(c, "c11")
		claim.Count.N = 8
		return firstOf(err, store.Claims.Put(c, claim))
	}); err != nil {
		t.Fatal(err)
	}
	compared := "/totals?harm=killed&method=envelope&by=month&with_as_of=" + url.QueryEscape(then)
	page := b.get(compared).body
	link := regexp.MustCompile(`href="(/totals\?[^"]*why=1[^"]*)#why"`).FindStringSubmatch(page)
	if link == nil {
		t.Fatal("the comparison does not lead to its reasons")
	}
	for _, tt := range []struct {
		name, address string
		says          []string
		silent        string
	}{
		{"of two days", html.UnescapeString(link[1]), []string{"the record was corrected", "(c11)", ">+5<", "low +5, highest +5"}, "another method or lexicon"},
		{"of two methods", "/totals?harm=killed&method=envelope&with=gtd&why=1", []string{"another method or lexicon"}, "the record was corrected"},
		{"of the days asked for alone", compared + "&why=1&from=2025-08-01", []string{"No figure changed.", "low +0, highest +0"}, "(c11)"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			why := html.UnescapeString(between(b.get(tt.address).body, `<h2 id="why">`, `</section>`))
			for _, says := range tt.says {
				if !strings.Contains(why, says) {
					t.Errorf("the reasons do not say %s:\n%s", says, why)
				}
			}
			if strings.Contains(why, tt.silent) {
				t.Errorf("the reasons say %s:\n%s", tt.silent, why)
			}
		})
	}
	t.Run("for programs", func(t *testing.T) {
		var out changesOut
		if err := json.Unmarshal([]byte(b.get("/api/v1/totals/changes?harm=killed&method=envelope&with_as_of="+url.QueryEscape(then)).body), &out); err != nil {
			t.Fatal(err)
		}
		if len(out.Changes) != 1 || out.Changes[0].Cause != aggregate.Correction || out.Changes[0].Low != 5 || len(out.Totals) != 1 || out.Totals[0].Low != 5 {
			t.Errorf("%+v, want the correction and the 5 it adds", out)
		}
		if g := b.get("/api/v1/totals/changes?harm=killed"); g.status != http.StatusUnprocessableEntity {
			t.Errorf("asked to compare with nothing it answers %d", g.status)
		}
	})
	if page := b.get("/totals?harm=killed&method=envelope").body; strings.Contains(page, "why=1") {
		t.Error("a page that compares nothing offers reasons")
	}
}
