package server

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"tollbook/example"
	"tollbook/server/people"
	"tollbook/store"
)

func (h *house) entries() (n int) {
	h.t.Helper()
	if err := h.book.Read(store.At{}, func(v *store.View) error { n = v.Head().Entry; return nil }); err != nil {
		h.t.Fatal(err)
	}
	return n
}

func TestAForeignHostNameGetsNothing(t *testing.T) {
	h := newHouse(t)
	r, _ := http.NewRequest(http.MethodGet, h.site.URL+"/sign-in", nil)
	r.Host = "evil.example"
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusMisdirectedRequest || answer.ContentLength > 0 {
		t.Errorf("a foreign host name got %d with %d bytes", answer.StatusCode, answer.ContentLength)
	}
}

func TestAnotherSiteCannotPost(t *testing.T) {
	h := newHouse(t, example.Load)
	before := h.entries()
	b := h.as("administrator")
	for _, header := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Origin", "https://evil.example"}} {
		g := b.send(http.MethodPost, "/documents/add", "application/x-www-form-urlencoded", "text=3+killed&source=x&published=2031-01-01", header...)
		if g.status != http.StatusForbidden {
			t.Errorf("%v: %d", header, g.status)
		}
	}
	if h.entries() != before {
		t.Error("another site wrote into the journal")
	}
}

func TestSigningInGivesASessionThatNobodyKnewBefore(t *testing.T) {
	h := newHouse(t)
	b := h.as("")
	r, _ := http.NewRequest(http.MethodPost, h.site.URL+"/sign-in", strings.NewReader("name=viewer&password="+strings.ReplaceAll(password, " ", "+")))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.AddCookie(&http.Cookie{Name: "tollbook_session", Value: "planted"})
	answer, err := b.client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	cookies := answer.Cookies()
	if len(cookies) != 1 || cookies[0].Value == "planted" || !cookies[0].HttpOnly || cookies[0].SameSite != http.SameSiteLaxMode {
		t.Fatalf("signing in set %v", cookies)
	}
	if _, _, err := h.keeper.Session("planted"); err == nil {
		t.Error("a planted session opens")
	}
	if g := h.as("viewer").post("/sign-out"); g.status != http.StatusSeeOther || !strings.Contains(g.header.Get("Set-Cookie"), "Max-Age=0") {
		t.Errorf("signing out: %d %q", g.status, g.header.Get("Set-Cookie"))
	}
}

func TestARequestThatIsTooLargeIsRefusedAndChangesNothing(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	if g := b.post("/claims/c1/mend", "count", strings.Repeat("9", largestForm+1)); g.status != http.StatusRequestEntityTooLarge {
		t.Errorf("a form of more than %d bytes: %d", largestForm, g.status)
	}
	if g := b.json("/claims/c1/mend", map[string]any{"set": map[string]string{"count": strings.Repeat("9", largestForm+1)}}, "If-Match", `"c1-1"`); g.status != http.StatusRequestEntityTooLarge {
		t.Errorf("JSON of more than %d bytes: %d", largestForm, g.status)
	}
	if h.entries() != 0 {
		t.Error("something was written")
	}
}

func TestASlowRequestDoesNotHoldOthersUp(t *testing.T) {
	h := newHouse(t)
	slow, err := net.Dial("tcp", h.site.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer slow.Close()
	fmt.Fprintf(slow, "POST /sign-in HTTP/1.1\r\nHost: %s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nname=", h.site.Listener.Addr())
	if g := h.as("viewer").get("/"); g.status != http.StatusOK {
		t.Errorf("beside a slow request: %d", g.status)
	}
	if err := slow.SetReadDeadline(time.Now().Add(50 * time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	if _, err := bufio.NewReader(slow).ReadByte(); err == nil {
		t.Error("half a request was answered")
	}
}

func TestNoPathLeadsOutOfTheEmbeddedFiles(t *testing.T) {
	h := newHouse(t)
	for _, path := range []string{"/static/..%2f..%2fserver.go", "/static/%2e%2e", "/static/layout.html", "/static/../web/layout.html", "/static/tollbook.css%00.js"} {
		if g := h.as("").get(path); g.status == http.StatusOK {
			t.Errorf("%s was answered with %d bytes", path, len(g.body))
		}
	}
}

func TestAnAddressToGoOnToStaysOnThisSite(t *testing.T) {
	for _, address := range []string{"https://evil.example/", "//evil.example", `/\evil.example`, "javascript:alert(1)", "/a\r\nSet-Cookie: x=1", ""} {
		if got := here(address); got != "/" {
			t.Errorf("%q leads to %q", address, got)
		}
	}
	if here("/incidents?q=a&as_of=%2312") != "/incidents?q=a&as_of=%2312" {
		t.Error("an address of this site is not kept")
	}
	h := newHouse(t)
	g := h.as("").post("/sign-in", "name", "viewer", "password", password, "next", "//evil.example/")
	if g.header.Get("Location") != "/" {
		t.Errorf("signing in leads to %q", g.header.Get("Location"))
	}
}

func TestPagesLoadNothingFromElsewhereAndStayInNoCache(t *testing.T) {
	h := newHouse(t, example.Load)
	g := h.as("viewer").get("/incidents")
	policy := g.header.Get("Content-Security-Policy")
	if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "*") {
		t.Errorf("policy %q", policy)
	}
	if cache := g.header.Get("Cache-Control"); cache != "no-store" {
		t.Errorf("a data page may be cached: %q", cache)
	}
}

// script is what somebody may write into any field of a record.
const script = `<script>alert(1)</script><img src=x onerror=alert(1)>"'`

func TestAScriptInADocumentIsText(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	g := b.json("/documents/add", map[string]any{"text": "Police said 3 people were killed " + script + " in the village.", "source": script, "published": "2031-01-01", "title": script})
	if g.status != http.StatusOK {
		t.Fatalf("%d %s", g.status, g.body)
	}
	for _, page := range []string{"/", "/documents", "/documents/d1", "/incidents"} {
		g := b.get(page)
		balanced(t, g.body)
		if strings.Contains(g.body, "<script>alert") || strings.Contains(g.body, "<img src=x") {
			t.Errorf("%s carries a script of a document", page)
		}
	}
}

func TestAProblemTellsWhereAndWhatIsWantedAndNeverRepeatsWhatWasSent(t *testing.T) {
	h := newHouse(t, example.Load)
	b := h.as("researcher")
	const secret = "Amal Q. Nameless"
	for _, g := range []got{
		b.json("/claims/c3/mend", map[string]any{"set": map[string]string{"count": secret}}, "If-Match", `"c3-2"`),
		b.json("/documents/add", map[string]any{"text": "3 killed", "source": "x", "published": secret}),
		b.json("/documents/add", map[string]any{"unknown": secret, "source": 7}),
		b.json("/claims/"+strings.ReplaceAll(secret, " ", "-")+"/confirm", map[string]any{}, "If-Match", `"c3-2"`),
	} {
		if g.status < 400 || g.status >= 500 || g.header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%d %s", g.status, g.header.Get("Content-Type"))
		}
		if strings.Contains(g.body, "Amal") {
			t.Errorf("the answer repeats what was sent: %s", g.body)
		}
	}
	g := b.json("/documents/add", map[string]any{"text": "3 killed", "source": "x", "published": "yesterday"})
	if !strings.Contains(g.body, `"where":"published"`) || !strings.Contains(g.body, "9 characters") || !strings.Contains(g.body, "2025-07-01") {
		t.Errorf("not where, found and wanted: %s", g.body)
	}
}

func TestAChangeOfWhatSomebodyElseChangedIsRefused(t *testing.T) {
	h := newHouse(t, example.Load)
	b := h.as("researcher")
	tag := b.get(interfacePath + "/claims/c3").header.Get("ETag")
	if g := b.json("/claims/c3/confirm", map[string]any{}); g.status != http.StatusPreconditionRequired {
		t.Errorf("without the version seen: %d", g.status)
	}
	mend := func(count string) got {
		return b.json("/claims/c3/mend", map[string]any{"set": map[string]string{"count": count}}, "If-Match", tag)
	}
	if g := mend("at least 4"); g.status != http.StatusOK {
		t.Fatalf("%d %s", g.status, g.body)
	}
	entries := h.entries()
	if g := mend("at least 5"); g.status != http.StatusPreconditionFailed || h.entries() != entries {
		t.Errorf("on top of another's change: %d, %d entries more", g.status, h.entries()-entries)
	}
}

func TestTheSameKeyDoesNothingTwiceAndAnswersTheSame(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	add := func(text string) got {
		return b.json("/documents/add", map[string]any{"text": text, "source": "Gazette", "published": "2031-01-01"}, "Idempotency-Key", "k1")
	}
	first := add("Three people were killed.")
	entries := h.entries()
	second := add("Three people were killed.")
	if first.status != http.StatusOK || second.status != first.status || second.body != first.body || h.entries() != entries {
		t.Errorf("%d then %d, %d entries more", first.status, second.status, h.entries()-entries)
	}
	if g := b.json("/claims/c1/reject", map[string]any{"reason": "x"}, "Idempotency-Key", "k1", "If-Match", `"c1-1"`); g.status != http.StatusUnprocessableEntity {
		t.Errorf("another request under the same key: %d", g.status)
	}
	if g := h.as("reviewer").json("/documents/add", map[string]any{"text": "Four were killed.", "source": "Gazette", "published": "2031-01-01"}, "Idempotency-Key", "k1"); g.status != http.StatusOK {
		t.Errorf("another person's request under the same key: %d %s", g.status, g.body)
	}
}

func TestWhoLostTheRoleWritesNothingMore(t *testing.T) {
	h := newHouse(t)
	token, err := h.keeper.MakeToken("researcher", "script", []people.Action{people.Record}, 30)
	if err != nil {
		t.Fatal(err)
	}
	program := h.as("")
	add := func(text string) got {
		return program.json("/documents/add", map[string]any{"text": text, "source": "Gazette", "published": "2031-01-01"}, "Authorization", "Bearer "+token)
	}
	if g := add("Three were killed."); g.status != http.StatusOK {
		t.Fatalf("%d %s", g.status, g.body)
	}
	if g := program.get(interfacePath+"/documents", "Authorization", "Bearer "+token); g.status != http.StatusForbidden {
		t.Errorf("beyond its scopes a token gets %d", g.status)
	}
	if err := h.keeper.SetRole("administrator", "researcher", people.Viewer); err != nil {
		t.Fatal(err)
	}
	if g := add("Four were killed."); g.status != http.StatusForbidden || h.entries() != 1 {
		t.Errorf("after the role is gone: %d, %d entries", g.status, h.entries())
	}
}
