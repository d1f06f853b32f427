package server

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"tollbook/server/people"
)

// A hand is how a person works a page: with a mouse, or with the keyboard alone.
type hand interface {
	write(selector, text string)
	press(selector string)
	tick(selector string)
	unfold(summary string)
}

// A mouse clicks.
type mouse struct{ *tab }

func (m mouse) write(selector, text string) { m.t.Helper(); m.fill(selector, text) }
func (m mouse) tick(selector string) {
	m.t.Helper()
	m.run(chromedp.ScrollIntoView(selector, chromedp.ByQuery), chromedp.Click(selector, chromedp.ByQuery))
}

func (m mouse) unfold(summary string) { m.t.Helper(); m.tick(summary) }

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

func (k keys) unfold(summary string) {
	k.t.Helper()
	k.to(summary)
	k.run(chromedp.KeyEvent(kb.Enter))
}

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
		released(t, as("reviewer"), "Strikes of February")
	})
}

// reports are what five sources say of one made-up strike.
var reports = []struct{ source, published, text string }{
	{"Example Gazette", "2031-03-03T08:00Z", "A shell hit the market of Northford on Monday. No casualties were reported at first."},
	{"Hill Radio", "2031-03-03T10:00Z", "At least 5 people were killed in the market of Northford, police said."},
	{"Lowland Herald", "2031-03-03T12:00Z", "Seven people were killed in the market of Northford, the hospital said."},
	{"Coast Agency", "2031-03-03T18:00Z", "Police said that 9 people were killed in the market of Northford."},
	{"Plain Monitor", "2031-03-04T09:00Z", "Between 7 and 10 people were killed in the market of Northford, residents said."},
}

// confirmed adds a report and decides on its one claim: the first makes the
// incident, the others are linked to it.
func confirmed(t *testing.T, who hand, source, published, text string) {
	t.Helper()
	tab := tabOf(who)
	tab.open("/documents/add")
	who.write("#text", text)
	who.write("#source", source)
	who.write("#published", published)
	who.press("main form button.main")
	if !strings.HasPrefix(tab.path(), "/documents/d") {
		t.Fatalf("%s: %s", tab.path(), tab.text())
	}
	var linkable bool
	tab.run(chromedp.Evaluate(`!!document.querySelector("form[action$='/link'] button")`, &linkable))
	if linkable {
		who.press("form[action$='/link'] button")
		return
	}
	who.unfold("details:has(form[action$='/open']) > summary")
	who.write("form[action$='/open'] [name=title]", "Strike on the market of Northford")
	who.write("form[action$='/open'] [name=day]", "2031-03-03")
	who.write("form[action$='/open'] [name=place]", "Northford")
	who.press("form[action$='/open'] button")
}

func TestFiveReportsBecomeAReleasedWorkbook(t *testing.T) {
	hands(t, func(t *testing.T, h *house, as func(string) hand) {
		researcher := as("researcher")
		for _, r := range reports {
			confirmed(t, researcher, r.source, r.published, r.text)
		}
		tab := tabOf(researcher)
		tab.open("/incidents/i1")
		if text := tab.text(); !strings.Contains(text, "5 to 10") {
			t.Fatalf("the board does not show the figure: %s", text)
		}
		released(t, as("reviewer"), "Harm in Northford")
	})
}

// released makes a release and looks at it.
func released(t *testing.T, who hand, title string) {
	t.Helper()
	tab := tabOf(who)
	tab.open("/releases/new")
	who.write("#title", title)
	who.press("button[formaction]")
	for strings.HasPrefix(tab.path(), "/tasks/") {
		tab.open(tab.path())
		if strings.Contains(tab.text(), "To the result") {
			who.press("main a[href^='/releases/']")
		}
	}
	if text := tab.text(); tab.path() != "/releases/e1" || !strings.Contains(text, "report.xlsx") {
		t.Errorf("%s: %s", tab.path(), text)
	}
}

func TestTwoResearchersDisagreeAndAReviewerDecides(t *testing.T) {
	hands(t, func(t *testing.T, h *house, as func(string) hand) {
		h.join("berta", people.Researcher)
		one, other, reviewer := as("researcher"), as("berta"), as("reviewer")
		confirmed(t, one, reports[1].source, reports[1].published, reports[1].text)
		confirmed(t, other, reports[2].source, reports[2].published, reports[2].text)
		tab := tabOf(one)
		tab.open("/incidents/i1")
		one.unfold("details:has(form[action$='/adopt']) > summary")
		one.write("form[action$='/adopt'] [name=harm]", "killed")
		one.write("form[action$='/adopt'] [name=figure]", "7")
		one.write("form[action$='/adopt'] [name=reason]", "the hospital counted the dead")
		one.press("form[action$='/adopt'] button.main")
		tab.open("/decisions/j1")
		if text := tab.text(); !strings.Contains(text, "another person has to sign it") {
			t.Errorf("the author is not told who signs: %s", text)
		}
		tab = tabOf(other)
		tab.open("/decisions/j1")
		other.write("[name=dissent]", "police may have seen more")
		other.press("form[action$='/dissent'] button")
		tab = tabOf(reviewer)
		tab.open("/decisions/j1")
		if text := tab.text(); !strings.Contains(text, "police may have seen more") {
			t.Errorf("the reviewer does not see the objection: %s", text)
		}
		reviewer.press("form[action$='/sign-off'] button")
		tab.open("/incidents/i1")
		if text := tab.text(); !strings.Contains(text, "A decision adopts a figure") {
			t.Errorf("the decision is not in force: %s", text)
		}
	})
}
