package server

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"tollbook/example"
)

// The pictures of the README are made of the example, by
//
//	TOLLBOOK_PICTURES=$PWD/docs/pictures go test ./server -run TestThePicturesOfTheReadme
//
// They are no bigger than a reader on a slow line should have to load.
func TestThePicturesOfTheReadme(t *testing.T) {
	folder := os.Getenv("TOLLBOOK_PICTURES")
	if folder == "" {
		t.Skip("TOLLBOOK_PICTURES is unset, so the pictures of the README were not made anew.")
	}
	h := newHouse(t, example.Load)
	h.as("researcher").add("A shell hit the market of Northford on Monday. At least 5 people were killed, police said, including two children.\n\nThe hospital counted seven dead and between 20 and 30 injured. Dozens of houses burnt.", "Hill Radio")
	for _, p := range []struct {
		name, address, at string // at: what the picture begins with
		look
	}{
		{"page-incident", "/incidents/i1?method=envelope,lowest,gtd", "#chart", look{lang: "en", width: 1000}},
		{"page-reading", "/documents/" + h.lastDocument(), "h1", look{lang: "en", width: 1000}},
		{"page-totals", "/totals?by=month&harm=injured", "h2", look{lang: "en", width: 1000}},
		{"page-incident-ar", "/incidents/i1?method=envelope,lowest,gtd", "#chart", look{lang: "ar", width: 1000, dark: true}},
	} {
		tab := h.tab("researcher", p.look)
		tab.open(p.address)
		var png []byte
		tab.run(chromedp.Evaluate(`document.querySelector("`+p.at+`")?.scrollIntoView()`, nil), chromedp.CaptureScreenshot(&png))
		const most = 150 << 10
		if len(png) > most {
			t.Errorf("%s has %d bytes, at most %d", p.name, len(png), most)
		}
		if err := os.WriteFile(filepath.Join(folder, p.name+".png"), png, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// lastDocument is the document that came last.
func (h *house) lastDocument() string {
	return told(h.t, h.as("viewer").get("/").body, `href="/documents/(d\d+)"`)
}
