package server

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// chromium is one browser for all tests of this package.
var chromium = sync.OnceValues(func() (context.Context, error) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "tollbook-chromium-")
	if err != nil {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.UserDataDir(profile), chromedp.NoSandbox,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-dev-shm-usage", true),
	)
	allocator, _ := chromedp.NewExecAllocator(context.Background(), options...)
	browser, _ := chromedp.NewContext(allocator)
	return browser, chromedp.Run(browser)
})

func TestMain(m *testing.M) {
	code := m.Run()
	if testing.Short() {
		os.Exit(code)
	}
	if browser, err := chromium(); err == nil {
		_ = chromedp.Cancel(browser)
	}
	os.Exit(code)
}

// A look is how a page is looked at.
type look struct {
	lang   string
	dark   bool
	width  int64
	silent bool // without scripts
}

func (l look) String() string {
	return fmt.Sprintf("%s, %d px, dark %v, scripts %v", l.lang, l.width, l.dark, !l.silent)
}

// A tab is one person's page in a real browser.
type tab struct {
	*house
	look    look
	ctx     context.Context
	mu      sync.Mutex
	trouble []string // console errors, and requests to other hosts
}

// tab opens a tab in which a person is signed in; an empty name is nobody.
func (h *house) tab(name string, l look) *tab {
	h.t.Helper()
	if testing.Short() {
		h.t.Skip("The short run starts no outside programs.")
	}
	browser, err := chromium()
	if err != nil {
		h.t.Skipf("Chromium is not here, so no page was opened in it: %v", err)
	}
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithTargetID(h.window(browser)))
	h.t.Cleanup(cancel)
	ctx, stop := context.WithTimeout(ctx, 2*time.Minute)
	h.t.Cleanup(stop)
	t := &tab{house: h, look: l, ctx: ctx}
	chromedp.ListenTarget(ctx, t.listen)
	actions := []chromedp.Action{network.Enable(), emulation.SetScriptExecutionDisabled(l.silent)}
	if l.width > 0 {
		actions = append(actions, chromedp.EmulateViewport(l.width, 900))
	}
	if l.dark {
		actions = append(actions, emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}))
	}
	actions = append(actions, t.cookie(languageCookie, l.lang))
	if name != "" {
		secret, err := h.keeper.SignIn(name, password, "", "127.0.0.1")
		if err != nil {
			h.t.Fatal(err)
		}
		actions = append(actions, t.cookie("tollbook_session", secret))
	}
	t.run(actions...)
	return t
}

// window opens a window with cookies of its own.
func (h *house) window(browser context.Context) (id target.ID) {
	h.t.Helper()
	err := chromedp.Run(browser, chromedp.ActionFunc(func(ctx context.Context) error {
		ctx = cdp.WithExecutor(ctx, chromedp.FromContext(ctx).Browser)
		own, err := target.CreateBrowserContext().Do(ctx)
		if err != nil {
			return err
		}
		h.t.Cleanup(func() { _ = target.DisposeBrowserContext(own).Do(ctx) })
		id, err = target.CreateTarget("about:blank").WithBrowserContextID(own).WithNewWindow(true).Do(ctx)
		return err
	}))
	if err != nil {
		h.t.Fatal(err)
	}
	return id
}

func (t *tab) cookie(name, value string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		return network.SetCookie(name, value).WithURL(t.site.URL).Do(ctx)
	})
}

// listen notes what no page may do.
func (t *tab) listen(event any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		t.trouble = append(t.trouble, "exception: "+e.ExceptionDetails.Error())
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError {
			t.trouble = append(t.trouble, fmt.Sprintf("console: %s", e.Args[0].Value))
		}
	case *network.EventRequestWillBeSent:
		if u, err := url.Parse(e.Request.URL); err == nil && u.Scheme != "data" && !strings.HasPrefix(e.Request.URL, t.site.URL) && u.Scheme != "about" && u.Scheme != "chrome" {
			t.trouble = append(t.trouble, "a request to "+u.Host)
		}
	}
}

// run does actions and fails the test where one does not come about.
func (t *tab) run(actions ...chromedp.Action) {
	t.t.Helper()
	if err := chromedp.Run(t.ctx, actions...); err != nil {
		t.t.Fatal(err)
	}
}

func (t *tab) open(path string) {
	t.t.Helper()
	t.run(chromedp.Navigate(t.site.URL+path), chromedp.WaitReady("body"))
}

// text is what the page's main part says.
func (t *tab) text() (s string) {
	t.t.Helper()
	t.run(chromedp.Text("main", &s, chromedp.ByQuery))
	return s
}

// path is where the tab is.
func (t *tab) path() string {
	t.t.Helper()
	var address string
	t.run(chromedp.Location(&address))
	u, err := url.Parse(address)
	if err != nil {
		t.t.Fatal(err)
	}
	return u.Path
}

// fill puts a value into a field.
func (t *tab) fill(selector, value string) {
	t.t.Helper()
	t.run(chromedp.SetValue(selector, value, chromedp.ByQuery))
}

// press clicks and waits for the page that follows.
func (t *tab) press(selector string) {
	t.t.Helper()
	t.run(chromedp.ScrollIntoView(selector, chromedp.ByQuery))
	answer, err := chromedp.RunResponse(t.ctx, chromedp.Click(selector, chromedp.ByQuery))
	if err != nil {
		t.t.Fatalf("%s: %v", selector, err)
	}
	if answer != nil && answer.Status >= 500 {
		t.t.Fatalf("%s: status %d", selector, answer.Status)
	}
}

// quiet fails the test for what the pages opened so far should not have done.
func (t *tab) quiet(where string) {
	t.t.Helper()
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, trouble := range t.trouble {
		t.t.Errorf("%s: %s", where, trouble)
	}
	t.trouble = nil
}

// axeSource is the checker of accessibility, where it is installed.
var axeSource = sync.OnceValues(func() (string, error) {
	folder := os.Getenv("TOLLBOOK_NODE_MODULES")
	if folder == "" {
		folder = "../.tools/node_modules"
	}
	text, err := os.ReadFile(filepath.Join(folder, "axe-core", "axe.min.js"))
	return string(text), err
})

type violation struct {
	ID    string `json:"id"`
	Help  string `json:"help"`
	Nodes []struct {
		HTML string `json:"html"`
	} `json:"nodes"`
}

// accessible fails the test for every finding of axe by WCAG 2.2 A and AA.
func (t *tab) accessible(where string) {
	t.t.Helper()
	source, err := axeSource()
	if err != nil {
		t.t.Skip("axe-core is not installed, so accessibility was not checked: ./test installs it with npm")
	}
	var found string
	t.run(chromedp.Evaluate(source, nil), chromedp.Evaluate(
		`axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).then(r => JSON.stringify(r.violations))`,
		&found, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	var violations []violation
	if err := json.Unmarshal([]byte(found), &violations); err != nil {
		t.t.Fatal(err)
	}
	for _, v := range violations {
		t.t.Errorf("%s: %s: %s: %s", where, v.ID, v.Help, v.Nodes[0].HTML)
	}
}

// wellMade opens a page and looks at all that every page must keep.
func (t *tab) wellMade(address string) {
	t.t.Helper()
	where := address + " (" + t.look.String() + ")"
	t.open(address)
	t.accessible(where)
	t.fits(where)
	t.quiet(where)
}

// sticksOut are the elements that make a page wider than its window, the innermost last.
const sticksOut = `(d => d.scrollWidth <= d.clientWidth ? [] :
	["the page"].concat([...document.body.querySelectorAll("*")].filter(e => { const r = e.getBoundingClientRect(); return r.right > d.clientWidth + 1 || r.left < -1 })
	.map(e => e.outerHTML.slice(0, 80))))(document.documentElement)`

// overflows are the cells whose words run into the next one, where cells stand beside
// one another; on a phone most stand below one another.
const overflows = `[...document.querySelectorAll("td, th")].filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display === "table-cell" && e.clientWidth > 1)
	.map(e => e.outerHTML.slice(0, 120))`

// fits fails the test for a page that has to be moved sideways, or on which words lie
// over others.
func (t *tab) fits(where string) {
	t.t.Helper()
	var wide []string
	t.run(chromedp.Evaluate(sticksOut, &wide))
	if len(wide) > 0 {
		t.t.Errorf("%s: the page scrolls sideways: %q", where, wide)
	}
	t.run(chromedp.Evaluate(overflows, &wide))
	if len(wide) > 0 {
		t.t.Errorf("%s: words run out of their cells: %q", where, wide)
	}
}
