package server

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"tollbook/casualty"
)

// hit presses one key and waits for the page that follows.
func (t *tab) hit(key string) {
	t.t.Helper()
	if answer, err := chromedp.RunResponse(t.ctx, chromedp.KeyEvent(key)); err != nil || answer == nil || answer.Status >= 400 {
		t.t.Fatalf("%q led to no page: %v %v", key, answer, err)
	}
}

// card is the claim whose card has the focus.
func (t *tab) card() (id string) {
	t.t.Helper()
	t.run(chromedp.Evaluate(`document.activeElement.closest("[data-card]")?.id ?? ""`, &id))
	return id
}

// stands is what the book holds of a claim: its status and its count.
func (b *browser) stands(id string) string {
	b.t.Helper()
	c, _ := b.claim(id)
	return string(c.Status) + ", " + c.Count.String()
}

func TestSingleKeysDecideOnTheClaimsOfAReport(t *testing.T) {
	h := newHouse(t)
	tab, b := h.tab("researcher", look{lang: "en", width: 1280}), h.as("researcher")
	tab.open("/documents/add")
	tab.fill("#text", "Three people were killed. Seven people were injured. Nine people are missing.")
	tab.fill("#source", "Gazette")
	tab.fill("#published", "2031-03-03")
	tab.press("main form button.main")
	type step struct {
		does string
		keys func()
		card string   // that has the focus afterwards
		book []string // what it holds of c1, c2 and c3
	}
	for _, s := range []step{
		{"J goes to the next claim", func() { tab.run(chromedp.KeyEvent("j"), chromedp.KeyEvent("j")) }, "c3", []string{"suggested, 3", "suggested, 7", "suggested, 9"}},
		{"K goes back", func() { tab.run(chromedp.KeyEvent("k")) }, "c2", []string{"suggested, 3", "suggested, 7", "suggested, 9"}},
		{"A accepts the claim that has the focus, and goes on", func() { tab.hit("a") }, "c3", []string{"suggested, 3", "confirmed, 7", "suggested, 9"}},
		{"U takes that back", func() { tab.hit("u") }, "", []string{"suggested, 3", "suggested, 7", "suggested, 9"}},
		{"without a card that has the focus A accepts the first that waits", func() { tab.hit("a") }, "c2", []string{"confirmed, 3", "suggested, 7", "suggested, 9"}},
		{"M opens the fields; what is written there is mended and accepted", func() {
			tab.run(chromedp.KeyEvent("m"), chromedp.Evaluate(`document.activeElement.select()`, nil))
			tab.run(chromedp.KeyEvent("at least 7"))
			tab.hit(kb.Enter)
		}, "c3", []string{"confirmed, 3", "confirmed, at least 7", "suggested, 9"}},
		{"R asks for the reason, in which keys are letters, and rejects", func() {
			tab.run(chromedp.KeyEvent("r"), chromedp.KeyEvent("a marker"))
			tab.hit(kb.Enter)
		}, "c3", []string{"confirmed, 3", "confirmed, at least 7", "rejected, 9"}},
		{"U takes the rejection back", func() { tab.hit("u") }, "", []string{"confirmed, 3", "confirmed, at least 7", "suggested, 9"}},
	} {
		s.keys()
		if card := tab.card(); s.card != "" && card != s.card {
			t.Errorf("%s: the focus is at %q, want %s", s.does, card, s.card)
		}
		for i, id := range []string{"c1", "c2", "c3"} {
			if is := b.stands(id); is != s.book[i] {
				t.Errorf("%s: %s is %q, want %q", s.does, id, is, s.book[i])
			}
		}
	}
	tab.run(chromedp.Click("[data-keys]", chromedp.ByQuery), chromedp.KeyEvent("j"), chromedp.Evaluate(`document.activeElement.blur()`, nil), chromedp.KeyEvent("a"))
	if c, _ := b.claim("c3"); c.Status != casualty.Suggested {
		t.Errorf("with single keys off, A made c3 %s", c.Status)
	}
	tab.quiet("single keys")
}
