package server

import (
	"encoding/json"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tollbook/casualty"
	"tollbook/example"
	"tollbook/store"
)

var (
	rowOfList = regexp.MustCompile(`<th scope="row"><a href="[^"]*">([a-z]\d+)</a>|<th scope="row"><a href="/incidents/(i\d+)`)
	nextPage  = regexp.MustCompile(`<a href="([^"]*)" rel="next">`)
)

// A list that is longer than its page shows every row once, in the order that was asked
// for, and each page keeps what was asked; a program gets the same rows by cursors.
func TestALongListHasEveryRowOnOneOfItsPages(t *testing.T) {
	h := newHouse(t, largeRecord(1_000))
	b := h.as("viewer")
	for _, tt := range []struct{ list, query, keeps string }{
		{"/claims", "harm=killed&sort=-said", "harm=killed"},
		{"/claims", "status=confirmed&columns=said", "columns=said"},
		{"/documents", "sort=published", "sort=published"},
		{"/incidents", "harm=killed&sort=-killed", "harm=killed"},
		{"/incidents", "from=2021-01-01&to=2022-12-31", "from=2021-01-01"},
	} {
		var onPages []string
		pages := 0
		for address := tt.list + "?" + tt.query; address != ""; pages++ {
			page := b.get(address).body
			for _, m := range rowOfList.FindAllStringSubmatch(page, -1) {
				onPages = append(onPages, m[1]+m[2])
			}
			address = ""
			if m := nextPage.FindStringSubmatch(page); m != nil {
				if address = html.UnescapeString(m[1]); !strings.Contains(address, tt.keeps) {
					t.Errorf("%s?%s: the next page forgets %s: %s", tt.list, tt.query, tt.keeps, address)
				}
			}
		}
		asked, _ := url.ParseQuery(tt.query)
		asked.Del("columns")
		byCursor := b.byCursors(tt.list, asked)
		slices.Sort(onPages)
		slices.Sort(byCursor)
		if pages < 2 || len(onPages) == 0 || !slices.Equal(onPages, byCursor) || !slices.Equal(onPages, slices.Compact(slices.Clone(onPages))) {
			t.Errorf("%s?%s: %d rows on %d pages, %d by cursors, or one of them twice", tt.list, tt.query, len(onPages), pages, len(byCursor))
		}
	}
	if page := b.get("/claims?page=9999&harm=killed").body; !strings.Contains(page, `rel="prev"`) || strings.Contains(page, `rel="next"`) {
		t.Error("a page beyond the last is not the last")
	}
}

// byCursors reads a list as a program does, 40 at a time.
func (b *browser) byCursors(list string, asked url.Values) (ids []string) {
	b.t.Helper()
	if list == "/incidents" {
		asked.Del("sort") // the order of a page alone
	}
	asked.Set("limit", "40")
	for range 100 {
		var out struct {
			Items []struct{ ID string } `json:"items"`
			Next  string                `json:"next"`
			Total int                   `json:"total"`
		}
		g := b.get(interfacePath + list + "?" + asked.Encode())
		if err := json.Unmarshal([]byte(g.body), &out); err != nil || g.status != http.StatusOK || len(out.Items) > 40 {
			b.t.Fatalf("%d %v %.300s", g.status, err, g.body)
		}
		for _, item := range out.Items {
			ids = append(ids, item.ID)
		}
		if out.Next == "" {
			if len(ids) != out.Total {
				b.t.Errorf("%s: %d rows by cursors, %d are told", list, len(ids), out.Total)
			}
			return ids
		}
		asked.Set("after", out.Next)
	}
	b.t.Fatalf("%s: the cursors never end", list)
	return nil
}

func TestAnIncidentIsMadeOnAPageOfItsOwn(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	if g := b.post("/incidents/new", "title", "", "place", "Northford"); g.status != http.StatusUnprocessableEntity || !strings.Contains(g.body, `value="Northford"`) || !strings.Contains(g.body, `id="title-wrong"`) {
		t.Errorf("without a title: %d, or what was written is lost", g.status)
	}
	if g := b.post("/incidents/new", "title", "Strike", "day", "07/08/2031"); g.status != http.StatusUnprocessableEntity || h.entries() != 0 {
		t.Errorf("a day that may be two: %d, %d entries", g.status, h.entries())
	}
	g := b.post("/incidents/new", "title", "Strike on a market", "day", "2031-03", "place", "Northford", "country", "UKR", "precision", "settlement", "coordinates", "48.5, 37.9", "perpetrators", "gunmen (known)", "cause", "shelling", "notes", "a note", "synthetic", "yes")
	if g.status != http.StatusSeeOther || !strings.HasPrefix(g.header.Get("Location"), "/incidents/i1?") {
		t.Fatalf("%d %s", g.status, g.header.Get("Location"))
	}
	var in casualty.Incident
	if err := json.Unmarshal([]byte(b.get(interfacePath+"/incidents/i1").body), &in); err != nil || in.Day != "2031-03" || in.Place.Country != "UKR" || in.Place.Precision != "settlement" || !in.Synthetic || in.Place.Lat == nil || len(in.Perpetrators) != 1 || !in.Perpetrators[0].Known || in.Cause != "shelling" || in.Notes != "a note" {
		t.Errorf("%+v %v", in, err)
	}
	if g := h.as("viewer").post("/incidents/new", "title", "x"); g.status != http.StatusForbidden {
		t.Errorf("a viewer made one: %d", g.status)
	}
}

func TestAnOriginIsEditedOnItsPageAndStaysOneVoice(t *testing.T) {
	h := newHouse(t, example.Load)
	b := h.as("researcher")
	before := h.origin("o1")
	if g := b.post("/origins/o1/correct", "version", h.newest("o1"), "set.name", "Head of the region", "set.aliases", "the governor; regional officials", "set.party", "no", "set.party", "yes"); g.status != http.StatusUnprocessableEntity || !strings.Contains(g.body, `value="Head of the region"`) {
		t.Errorf("without a reason: %d, or what was written is lost", g.status)
	}
	if g := b.post("/origins/o1/correct", "version", h.newest("o1"), "set.name", "Head of the region", "set.aliases", "the governor; regional officials", "set.party", "no", "set.party", "yes", "reason", "their own letterhead"); g.status != http.StatusSeeOther {
		t.Fatalf("%d %s", g.status, g.body)
	}
	if o := h.origin("o1"); o.Name != "Head of the region" || !o.Party || !slices.Equal(o.Aliases, []string{"the governor", "regional officials"}) || o.Name == before.Name {
		t.Errorf("%+v", o)
	}
	if page := b.get("/origins/o1").body; !strings.Contains(page, "Head of the region") || !strings.Contains(page, "the governor; regional officials") || !strings.Contains(page, `name="set.party" value="yes" checked`) {
		t.Error("the page does not show what was set")
	}
	if g := b.post("/origins/o1/correct", "version", h.newest("o1"), "set.party", "no", "reason", "no fighting side"); g.status != http.StatusSeeOther || h.origin("o1").Party || len(h.origin("o1").Aliases) != 2 {
		t.Errorf("a box that is not ticked: %d, %+v", g.status, h.origin("o1"))
	}
	if page := b.get("/history/o1").body; !strings.Contains(page, before.Name) || !strings.Contains(page, "their own letterhead") {
		t.Error("the earlier name or the reason cannot be read any more")
	}
}

func (h *house) origin(id casualty.OriginID) (o casualty.Origin) {
	h.t.Helper()
	if err := h.book.Read(store.At{}, func(v *store.View) (err error) { o, err = store.Origins.Get(v, id); return err }); err != nil {
		h.t.Fatal(err)
	}
	return o
}

// A program that decides on what it reads goes on where it was, though the row of its
// cursor is in the list no more.
func TestACursorLeadsOnWhenItsRowHasLeftTheList(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	b.add("Three people were killed. Seven people were injured. Nine people are missing. Four people were detained.", "Gazette")
	const list = interfacePath + "/claims?status=suggested&limit=2"
	type part struct {
		Items []struct{ ID string } `json:"items"`
		Next  string                `json:"next"`
	}
	read := func(address string) (p part) {
		t.Helper()
		if err := json.Unmarshal([]byte(b.get(address).body), &p); err != nil {
			t.Fatal(err)
		}
		return p
	}
	first := read(list)
	for _, c := range first.Items {
		b.post("/claims/"+c.ID+"/confirm", "version", "1")
	}
	if second := read(list + "&after=" + first.Next); len(first.Items) != 2 || len(second.Items) != 2 || second.Items[0].ID != "c3" {
		t.Errorf("%v, then %v", first, second)
	}
	b.post("/claims/c4/confirm", "version", "1")
	if rest := read(list + "&after=c4"); len(rest.Items) != 0 {
		t.Errorf("after the last row comes %v", rest)
	}
}

func TestAllDoubtsAreOnThePagesOfTheirQueue(t *testing.T) {
	h := newHouse(t, func(book *store.Book) error {
		_, err := book.Do(store.Act{Author: "test", What: "add"}, func(c *store.Change) error {
			for range pageSize + 9 {
				if _, err := store.Incidents.Add(c, casualty.Incident{Title: "Without a place", Day: "2031-01-01"}); err != nil {
					return err
				}
			}
			return nil
		})
		return err
	})
	b := h.as("viewer")
	first, second := b.get("/queues/doubts").body, b.get("/queues/doubts?page=2").body
	const doubt = ">incident i"
	if n, m := strings.Count(first, doubt), strings.Count(second, doubt); n != pageSize || m != 9 || !strings.Contains(first, `rel="next"`) || !strings.Contains(first, `href="/incidents/i1"`) {
		t.Errorf("%d doubts and %d, want %d and 9, each with its way", n, m, pageSize)
	}
	if home := b.get("/").body; strings.Count(home, doubt) != shownOfQueue || !strings.Contains(home, `<span class="count">59</span>`) {
		t.Error("the first page does not tell of all doubts, or shows not the first of them")
	}
}
