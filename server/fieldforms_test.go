package server

import (
	"strings"
	"testing"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/example"
	"tollbook/store"
)

// Whatever a person may set in a record stands in the form of its page, by the same
// name, and has a name in Arabic.
func TestEveryFieldThatCanBeSetStandsInAForm(t *testing.T) {
	h := newHouse(t, example.Load)
	b := h.as("administrator")
	for _, tt := range []struct {
		page, action, prefix string
		record               any
	}{
		{"/documents/d3", "/claims/c3/mend", "", casualty.Claim{}},
		{"/incidents/i1", "/incidents/i1/mend", "", casualty.Incident{}},
		{"/incidents/new", "/incidents/new", "", casualty.Incident{}},
		{"/sources/s1", "/sources/s1/correct", "set.", casualty.Source{}},
		{"/origins/o1", "/origins/o1/correct", "set.", casualty.Origin{}},
	} {
		_, form, found := strings.Cut(b.get(tt.page).body, `action="`+tt.action+`"`)
		form, _, _ = strings.Cut(form, "</form>")
		if !found {
			t.Errorf("%s has no form %s", tt.page, tt.action)
		}
		for _, v := range curate.ValuesOf(tt.record) {
			if v.Name != "grade" && !strings.Contains(form, `name="`+tt.prefix+v.Name+`"`) { // a grade is a decision, with a form of its own
				t.Errorf("%s: %s cannot be set", tt.page, v.Name)
			}
			if words := strings.ReplaceAll(v.Name, "_", " "); phrases()[words] == "" {
				t.Errorf("no Arabic for\n%s", words)
			}
		}
	}
}

// What one person sets on the page is in the book, and comes back in the form.
func TestPerpetratorsAndCoordinatesAreSetOnTheIncidentsPage(t *testing.T) {
	h := newHouse(t, example.Load)
	b := h.as("researcher")
	g := b.post("/incidents/i1/mend", "version", h.newest("i1"), "perpetrators", "Northern Column (party, known); gunmen", "coordinates", "56.85, 53.2", "synthetic", "no")
	if g.status != 422 || !strings.Contains(g.body, `value="56.85, 53.2"`) {
		t.Errorf("without a reason: %d", g.status)
	}
	if g := b.post("/incidents/i1/mend", "version", h.newest("i1"), "coordinates", "56.85", "reason", "a map"); g.status != 422 || !strings.Contains(g.body, `id="coordinates-wrong"`) {
		t.Errorf("half a place: %d, or not said at its field", g.status)
	}
	if g := b.post("/incidents/i1/mend", "version", h.newest("i1"), "perpetrators", "Northern Column (party, known); gunmen", "coordinates", "56.85, 53.2", "reason", "a map, and the monitor's report"); g.status != 303 {
		t.Fatalf("%d %s", g.status, g.body)
	}
	err := h.book.Read(store.At{}, func(v *store.View) error {
		in, err := store.Incidents.Get(v, "i1")
		if err != nil || len(in.Perpetrators) != 2 || in.Perpetrators[0] != (casualty.Perpetrator{Name: "Northern Column", Party: true, Known: true}) || in.Place.Lat == nil || *in.Place.Lat != 56.85 || *in.Place.Lon != 53.2 {
			t.Errorf("%+v %v", in, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if page := b.get("/incidents/i1").body; !strings.Contains(page, `value="Northern Column (party, known); gunmen"`) || !strings.Contains(page, `value="56.85, 53.2"`) {
		t.Error("the form does not hold what was set")
	}
}
