package server

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A hand is how a person works a page: with a mouse, or with the keyboard alone.
type hand interface {
	write(selector, text string)
	press(selector string)
	tick(selector string)
}

// A mouse clicks.
type mouse struct{ *tab }

func (m mouse) write(selector, text string) { m.t.Helper(); m.fill(selector, text) }
func (m mouse) tick(selector string) {
	m.t.Helper()
	m.run(chromedp.ScrollIntoView(selector, chromedp.ByQuery), chromedp.Click(selector, chromedp.ByQuery))
}

// Keys go from one control to the next and never touch a mouse.
type keys struct{ *tab }

// to tabs forward until the control has the focus; it fails where no number of
// steps leads there, or where the focus cannot be seen.
func (k keys) to(selector string) {
	k.t.Helper()
	const most = 400
	for range most {
		var there, seen bool
		k.run(chromedp.KeyEvent(kb.Tab), chromedp.Evaluate(fmt.Sprintf(`document.activeElement.matches(%q)`, selector), &there))
		if !there {
			continue
		}
		k.run(chromedp.Evaluate(`(s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== "none")(getComputedStyle(document.activeElement))`, &seen))
		if !seen {
			k.t.Errorf("%s: the focus cannot be seen", selector)
		}
		return
	}
	k.t.Fatalf("%s: no number of tabs leads to it from %s", selector, k.path())
}

func (k keys) write(selector, text string) {
	k.t.Helper()
	k.to(selector)
	var kind string
	k.run(chromedp.Evaluate(`document.activeElement.tagName`, &kind))
	if kind == "SELECT" {
		k.fill(selector, text) // the list itself is the system's
		return
	}
	k.run(chromedp.Evaluate(`document.activeElement.select()`, nil), chromedp.KeyEvent(text))
}

func (k keys) tick(selector string) { k.t.Helper(); k.to(selector); k.run(chromedp.KeyEvent(" ")) }

func (k keys) press(selector string) {
	k.t.Helper()
	k.to(selector)
	if answer, err := chromedp.RunResponse(k.ctx, chromedp.KeyEvent(kb.Enter)); err != nil || answer != nil && answer.Status >= 500 {
		k.t.Fatalf("%s: %v", selector, err)
	}
}

// hands are both ways, each with its look.
func hands(t *testing.T, do func(t *testing.T, h *house, as func(name string) hand)) {
	for name, l := range map[string]look{"mouse": {lang: "en", width: 1280}, "keyboard": {lang: "en", width: 1280}, "no scripts": {lang: "en", width: 1280, silent: true}} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			do(t, h, func(who string) hand {
				tab := h.tab(who, l)
				t.Cleanup(func() { tab.quiet(name + " as " + who) })
				if name == "keyboard" {
					return keys{tab}
				}
				return mouse{tab}
			})
		})
	}
}

// tabOf is the tab that a hand works in.
func tabOf(h hand) *tab {
	if k, ok := h.(keys); ok {
		return k.tab
	}
	return h.(mouse).tab
}

func TestASpreadsheetBecomesARelease(t *testing.T) {
	hands(t, func(t *testing.T, h *house, as func(string) hand) {
		path := filepath.Join(t.TempDir(), "strikes.csv")
		if err := os.WriteFile(path, []byte(strikes), 0o600); err != nil {
			t.Fatal(err)
		}
		researcher := as("researcher")
		tab := tabOf(researcher)
		tab.open("/imports")
		tab.run(chromedp.SetUploadFiles("#file", []string{path}, chromedp.ByQuery)) // the dialog is the system's
		researcher.write("#source", "Example Monitor")
		researcher.press("main form button.main")
		if text := tab.text(); !strings.Contains(text, "Claims added: 2") {
			t.Fatalf("the table was not looked at: %s", text)
		}
		researcher.tick("[name=confirm]")
		researcher.press("form[action$='/run'] button.main")
		if text := tab.text(); !strings.Contains(text, "What became of the rows") {
			t.Fatalf("the table was not brought in: %s", text)
		}
		reviewer := as("reviewer")
		tab = tabOf(reviewer)
		tab.open("/releases/new")
		reviewer.write("#title", "Strikes of February")
		reviewer.press("button[formaction]")
		for strings.HasPrefix(tab.path(), "/tasks/") {
			tab.open(tab.path())
			if text := tab.text(); strings.Contains(text, "To the result") {
				reviewer.press("main a[href^='/releases/']")
			}
		}
		if text := tab.text(); tab.path() != "/releases/e1" || !strings.Contains(text, "report.xlsx") {
			t.Errorf("%s: %s", tab.path(), text)
		}
	})
}
