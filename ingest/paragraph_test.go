package ingest

import "testing"

// A quote of a page says in which paragraph it stands, counted as a person sees them:
// what the page does not show, and a paragraph with nothing in it, count for none.
func TestAQuoteOfAPageNamesItsParagraph(t *testing.T) {
	d := opened(t, "page.html", []byte(`<!DOCTYPE html><html><head><title>Strike</title></head><body><nav><p>Home</p></nav>
<h1>Strike on a market</h1><p>&nbsp;</p><p>The strike came at <b>noon</b>,
the mayor said.</p>
<p>Nine people were killed.</p><script>var p = 1;</script><p>Four children
were injured.</p></body></html>`), As{})
	got := map[string]string{}
	for _, c := range Read(d, Options{}) {
		got[string(c.Harm)] = c.Quote.Original
		if d.Text[c.Quote.Start:c.Quote.End] != c.Quote.Text {
			t.Errorf("quote %q is not at its bytes", c.Quote.Text)
		}
	}
	if got["killed"] != "paragraph 3" || got["injured"] != "paragraph 4" {
		t.Errorf("places %v, want killed in paragraph 3 and injured in paragraph 4", got)
	}
}
