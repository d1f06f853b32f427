package server

import (
	"encoding/json"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"

	"tollbook/casualty"
	"tollbook/store"
)

func TestTheBoardLeadsFromAFigureToItsQuoteInADocument(t *testing.T) {
	g := boardHouse(t).as("viewer").get("/incidents/i1?method=envelope,gtd&by=gtd")
	for _, says := range []string{
		`href="/incidents/i1?by=gtd&amp;method=envelope%2Cgtd#injured"`, // a figure leads to its chart
		`id="injured"`, `Settled by gtd 1: 45`,
		`<a href="#c12">c12</a>`,        // a row of the chart to its claim
		`<tr id="c12"`, `45 others inj`, // which is its quote
		`href="/documents/d5#c12"`, // at its place in the document
		`superseded by <a href="#c12">c12</a>`, `35 or more`, `highest`,
	} {
		if !strings.Contains(g.body, says) {
			t.Errorf("the board does not say %s", says)
		}
	}
}

func TestTheBoardIsMirroredFromRightToLeft(t *testing.T) {
	b := boardHouse(t).as("viewer")
	left, right := b.get("/incidents/i1").body, b.get("/incidents/i1", "Accept-Language", "ar").body
	zero := regexp.MustCompile(`<line class="zero" x1="([0-9.]+)%"`)
	if l, r := zero.FindStringSubmatch(left), zero.FindStringSubmatch(right); l[1] != "4" || r[1] != "96" {
		t.Errorf("zero lies at %v and %v per cent", l, r)
	}
}

func TestEveryTextOfThesePagesHasItsArabic(t *testing.T) {
	text := regexp.MustCompile(`[{( ]t "([^"]+)"|template "(?:line|claim-picks|why)" args [^"}]*(?:"[a-z-]+" ){1,2}"([^"]+)"(?: (?:"[^"]*"|\([^)]*\)) "([^"]+)")?`)
	for _, name := range []string{"board", "incidents", "decisions", "totals", "forms"} {
		page, err := os.ReadFile("web/" + name + ".html")
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range text.FindAllStringSubmatch(string(page), -1) {
			for _, english := range m[1:] {
				if _, ok := phrases()[english]; english != "" && !ok {
					t.Errorf("%s.html: no Arabic for %q", name, english)
				}
			}
		}
	}
}

func TestOneWhoSeesFiguresOnlyFindsNothingByWhatIsHidden(t *testing.T) {
	h := boardHouse(t)
	_, err := h.book.Do(store.Act{Author: "a", What: "correct", Reason: "a test"}, func(c *store.Change) error {
		in, err := store.Incidents.Get(c, "i1")
		if err != nil {
			return err
		}
		in.Place.Precision, in.Place.Name, in.Notes = "exact", "Hidden Lane 4", "the witness of Hidden Lane"
		return store.Incidents.Put(c, in)
	})
	if err != nil {
		t.Fatal(err)
	}
	all, some := h.as("viewer"), h.as("data_viewer")
	for path, says := range map[string]string{
		"/incidents?q=hidden+lane": `href="/incidents/i1"`, "/incidents?place=hidden+lane": `href="/incidents/i1"`, "/totals?place=hidden+lane&harm=injured": `id="table"`,
	} {
		if !strings.Contains(all.get(path).body, says) {
			t.Errorf("%s: a viewer finds nothing", path)
		}
		if strings.Contains(some.get(path).body, says) {
			t.Errorf("%s: one who sees figures only finds the place that is hidden", path)
		}
	}
	for _, path := range []string{"/incidents/i1", "/api/v1/incidents/i1", "/api/v1/incidents/i1/figures", "/api/v1/totals?by=admin2", "/incidents"} {
		body := some.get(path).body
		for _, secret := range []string{"Hidden Lane", "Brechalov", "Lantern News", "45 others injured", "authorities of the", "an outsider", "compared by name"} {
			if strings.Contains(body, secret) {
				t.Errorf("%s shows %q to one who may see figures only", path, secret)
			}
		}
	}
}

func TestEachJudgmentAsksForItsReasonByBothDoors(t *testing.T) {
	h := boardHouse(t)
	b := h.as("researcher")
	version := func() string { return b.get("/api/v1/incidents/i1").header.Get("ETag") }
	for verb, fields := range map[string][]string{
		"adopt":     {"harm", "killed", "figure", "3-4", "claims", "c3"},
		"set-aside": {"claims", "c6"},
		"grade":     {"grade", "weak"},
		"merge":     {"into", "i2"},
		"split":     {"claims", "c6", "title", "Another strike"},
		"mend":      {"cause", "a strike"},
		"comment":   {"comment", "look again"},
	} {
		before := h.head()
		form := append([]string{"once", verb + "1", "version", strings.Trim(strings.TrimPrefix(version(), `"i1-`), `"`)}, fields...)
		if g := b.post("/incidents/i1/"+verb, form...); g.status != http.StatusUnprocessableEntity || !strings.Contains(g.body, `href="#reason"`) || !strings.Contains(g.body, `id="reason"`) {
			t.Errorf("%s without a reason, by its form: %d", verb, g.status)
		}
		if g := b.json("/incidents/i1/"+verb, jsonOf(fields, ""), "If-Match", version()); g.status != http.StatusUnprocessableEntity {
			t.Errorf("%s without a reason, by the interface: %d %s", verb, g.status, g.body)
		}
		if h.head() != before {
			t.Errorf("%s without a reason was written", verb)
		}
		if g := b.post("/incidents/i1/"+verb, append(form, "once", verb+"2", "reason", "seen by two of us")...); g.status != http.StatusSeeOther {
			t.Errorf("%s by its form: %d %s", verb, g.status, g.body)
		}
		if g := b.json("/incidents/i1/"+verb, jsonOf(fields, "seen by two of us"), "If-Match", version()); g.status != http.StatusOK {
			t.Errorf("%s by the interface: %d %s", verb, g.status, g.body)
		}
	}
	if body := b.get("/incidents/i1").body; !strings.Contains(body, "look again") || !strings.Contains(body, "seen by two of us") {
		t.Error("the board shows neither the remark nor the reasons")
	}
}

// jsonOf is what a form says, as a program says it.
func jsonOf(fields []string, reason string) map[string]any {
	body := map[string]any{"reason": reason}
	for i := 0; i < len(fields); i += 2 {
		name, value := fields[i], fields[i+1]
		switch name {
		case "claims":
			body[name] = []string{value}
		case "cause":
			body["set"] = map[string]string{name: value}
		default:
			body[name] = value
		}
	}
	return body
}

func (h *house) head() (entry int) {
	h.t.Helper()
	if err := h.book.Read(store.At{}, func(v *store.View) error { entry = v.Head().Entry; return nil }); err != nil {
		h.t.Fatal(err)
	}
	return entry
}

func TestAGradeIsNoFieldOfAForm(t *testing.T) {
	b := boardHouse(t).as("researcher")
	g := b.json("/incidents/i1/mend", map[string]any{"set": map[string]string{"grade": "confirmed"}, "reason": "x"}, "If-Match", `"i1-1"`)
	if g.status == http.StatusOK {
		t.Error("a grade was set without a decision")
	}
	b.post("/incidents/i1/mend", "version", "1", "reason", "x", "grade", "confirmed")
	var in casualty.Incident
	if err := json.Unmarshal([]byte(b.get("/api/v1/incidents/i1").body), &in); err != nil || in.Grade != "" {
		t.Errorf("the grade is %q (%v)", in.Grade, err)
	}
}
