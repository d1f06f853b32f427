package server

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"tollbook/example"
	"tollbook/server/people"
)

// samples are records of the example that pages with an id are opened for.
var samples = map[string]string{
	"/documents/:id": "/documents/d3",
	"/claims/:id":    "/claims/c3", "/claims/:id/places": "/claims/c3/places",
	"/sources/:id": "/sources/s1",
	"/origins/:id": "/origins/o1",
	"/journal/:n":  "/journal/6",
	"/history/:id": "/history/c3",

	"/incidents/:id":         "/incidents/i1",
	"/incidents/:id/figures": "/incidents/i1/figures",
	"/decisions/:id":         "/decisions/j1",
	"/decisions/:id/change":  "/decisions/j1/change",

	"/totals/changes": "/totals/changes?harm=killed&method=envelope&with=lowest",
}

// looks are the ways in which every page is looked at: in ./test both that tell
// most, in ./test --long all.
func looks() []look {
	if os.Getenv("TOLLBOOK_LONG") == "" {
		return []look{{lang: "en", width: 1280}, {lang: "ar", width: 320, dark: true}}
	}
	var all []look
	for _, lang := range Languages {
		for _, width := range []int64{1280, 320} {
			for _, dark := range []bool{false, true} {
				all = append(all, look{lang: lang, width: width, dark: dark})
			}
		}
	}
	return all
}

// fill makes what the example does not hold, and adds its addresses to the samples.
func (h *house) fill() {
	h.t.Helper()
	b := h.as("administrator")
	samples["/imports/:job"] = b.brought("strikes.csv", strikes)
	var done taskOut
	g := b.json("/releases", map[string]any{"title": "Example", "formats": []string{"hxl"}})
	if err := json.Unmarshal([]byte(g.body), &done); err != nil || g.status != 200 {
		h.t.Fatalf("%d %s", g.status, g.body)
	}
	for !done.Ended {
		if err := json.Unmarshal([]byte(b.get(interfacePath+"/tasks/"+done.Task).body), &done); err != nil {
			h.t.Fatal(err)
		}
	}
	samples["/tasks/:task"], samples["/releases/:id"] = "/tasks/"+done.Task, done.Next
}

// addressOf is an address at which a page shows something; ok is false where
// nobody gave one.
func addressOf(path string) (string, bool) {
	if address, ok := samples[path]; ok {
		return address, true
	}
	return path, !strings.Contains(path, ":")
}

// more are addresses that show what a page's own address does not.
var more = []string{
	"/totals?by=month&with=lowest", "/totals?by=month&with=lowest&why=1", "/incidents/i4?method=envelope,lowest", "/totals?by=admin1&harm=injured&with_as_of=2025-07-20", "/totals?by=month,admin1", "/incidents?method=envelope,lowest,gtd&col=killed",
	"/incidents/i1?method=envelope,gtd&figure=injured", "/claims?q=killed&sort=-said", "/journal?as_of=2025-07-20", "/totals?from=never",
}

func TestEveryPageIsAccessibleQuietAndFits(t *testing.T) {
	h := newHouse(t, example.Load, disputed)
	h.fill()
	for _, l := range looks() {
		in, out := h.tab("administrator", l), h.tab("", l)
		for _, p := range pages() {
			address, ok := addressOf(p.path)
			if !ok {
				t.Errorf("%s: no sample of it in samples, so it was not looked at", p.path)
				continue
			}
			tab := in
			if p.may == people.Anyone {
				tab = out
			}
			tab.wellMade(address)
		}
		for _, address := range more {
			in.wellMade(address)
		}
	}
}

func TestAnEmptyBookSaysOnEveryPageWhatToDo(t *testing.T) {
	h := newHouse(t)
	b := h.as("administrator")
	for _, p := range pages() {
		if strings.Contains(p.path, ":") || p.may == people.Anyone {
			continue
		}
		g := b.get(p.path)
		balanced(t, g.body)
		if g.status != 200 {
			t.Errorf("%s of an empty book: %d", p.path, g.status)
		}
	}
}
