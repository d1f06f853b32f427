package server

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"tollbook/casualty"
	"tollbook/store"
)

// incident reads one incident of the book.
func (h *house) incident(id casualty.IncidentID) (in casualty.Incident) {
	h.t.Helper()
	err := h.book.Read(store.At{}, func(v *store.View) (err error) { in, err = store.Incidents.Get(v, id); return err })
	if err != nil {
		h.t.Fatal(err)
	}
	return in
}

// placesFor asks the interface what a claim's place may mean.
func (b *browser) placesFor(claim string) (out placesOut) {
	b.t.Helper()
	if err := json.Unmarshal([]byte(b.get(interfacePath+"/claims/"+claim+"/places").body), &out); err != nil {
		b.t.Fatal(err)
	}
	return out
}

func TestAPlaceIsProposedOnThePageAndTakenByAPerson(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	b.add("Three people were killed in Izhevsk, the mayor said. Later 7 people were injured in Xanthopol.", "Gazette")
	page := b.get("/documents/d1").body
	for _, want := range []string{"Izhevsk", "RUS", "one place has this name", casualty.GeoNamesAttribution} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Contains(page, "/claims/c1/locate") {
		t.Error("a place is offered for an incident that the claim does not name yet")
	}
	if h.incidents() != 0 {
		t.Fatal("reading made an incident")
	}
	found := b.placesFor("c1")
	if len(found.Places) == 0 || found.Attribution != casualty.GeoNamesAttribution {
		t.Fatalf("the interface proposes %+v", found)
	}
	key := found.Places[0].Key
	if g := b.post("/claims/c1/locate", "version", b.version("c1"), "meant", key); g.status != http.StatusUnprocessableEntity {
		t.Errorf("a place without an incident: %d", g.status)
	}
	b.post("/claims/c1/open", "version", b.version("c1"), "title", "Strike", "day", "2031-01-01", "place", "Izhevsk")
	if in := h.incident("i1"); in.Place.From != "" || in.Place.Lat != nil {
		t.Errorf("a place was taken over that nobody chose: %+v", in.Place)
	}
	if !strings.Contains(b.get("/documents/d1").body, "/claims/c1/locate") {
		t.Error("the page does not offer the place for the incident")
	}
	if g := b.post("/claims/c1/locate", "version", b.version("c1"), "meant", "another"); g.status != http.StatusUnprocessableEntity {
		t.Errorf("a place that was not proposed: %d", g.status)
	}
	if g := b.post("/claims/c1/locate", "version", b.version("c1"), "meant", key); g.status != http.StatusSeeOther {
		t.Fatalf("locate: %d %s", g.status, g.body)
	}
	if in := h.incident("i1"); in.Place.From != casualty.GeoNames || in.Place.Country != "RUS" || in.Place.Lat == nil {
		t.Errorf("the incident's place is %+v", in.Place)
	}
	if strings.Contains(b.get("/documents/d1").body, "/claims/c1/locate") {
		t.Error("a place is proposed where a person took one")
	}
}

func TestANewIncidentCanHaveTheProposedPlace(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	b.add("Three people were killed in Izhevsk.", "Gazette")
	key := b.placesFor("c1").Places[0].Key
	if g := b.post("/claims/c1/open", "version", b.version("c1"), "title", "Strike", "place", "Izhevsk", "meant", "another"); g.status != http.StatusUnprocessableEntity || h.incidents() != 0 {
		t.Errorf("a place that was not proposed: %d, %d incidents", g.status, h.incidents())
	}
	if g := b.post("/claims/c1/open", "version", b.version("c1"), "title", "Strike", "place", "A market in Izhevsk", "meant", key); g.status != http.StatusSeeOther {
		t.Fatalf("%d %s", g.status, g.body)
	}
	if in := h.incident("i1"); in.Place.From != casualty.GeoNames || in.Place.Name != "A market in Izhevsk" {
		t.Errorf("the incident's place is %+v, want the proposed one under the name that was typed", in.Place)
	}
}

func (h *house) incidents() (n int) {
	h.t.Helper()
	err := h.book.Read(store.At{}, func(v *store.View) error {
		for _, err := range store.Incidents.All(v) {
			if n++; err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return n
}

// The charset that a person names is used; where none is named it is found.
func TestTheFormTakesACharset(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	koi8 := []byte("\xf0\xcf\xc7\xc9\xc2\xcc\xc9 \xd4\xd2\xcf\xc5.") // "Погибли трое." in KOI8-R
	form := []string{"source", "Gazette", "published", "2031-01-01"}
	if g := b.upload("/documents/add", "a.txt", koi8, append(form, "charset", "koi8-r")...); g.status != http.StatusSeeOther {
		t.Fatalf("%d %s", g.status, g.body)
	}
	if c, _ := b.claim("c1"); c.Quote.Text != "Погибли трое" {
		t.Errorf("read %q", c.Quote.Text)
	}
	g := b.upload("/documents/add", "b.txt", koi8, append(form, "charset", "no-such-charset")...)
	if g.status != http.StatusUnprocessableEntity || !strings.Contains(g.body, "no-such-charset") {
		t.Errorf("a charset that is none: %d, or the form does not say so", g.status)
	}
	if g := b.get("/documents/add"); !strings.Contains(g.body, `name="charset"`) {
		t.Error("the form has no field for the charset")
	}
}
