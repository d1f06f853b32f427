package server

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"tollbook/casualty"
	"tollbook/example"
	"tollbook/store"
)

// claim reads a claim and the tag of its version.
func (b *browser) claim(id string) (c casualty.Claim, tag string) {
	b.t.Helper()
	g := b.get(interfacePath + "/claims/" + id)
	if err := json.Unmarshal([]byte(g.body), &c); err != nil {
		b.t.Fatalf("%d %s", g.status, g.body)
	}
	return c, g.header.Get("ETag")
}

// version is the one that a form of a record carries.
func (b *browser) version(id string) string {
	_, tag := b.claim(id)
	return fmt.Sprint(versionIn(tag))
}

// add keeps a document of these words.
func (b *browser) add(text, source string) string {
	b.t.Helper()
	g := b.json("/documents/add", map[string]any{"text": text, "source": source, "published": "2031-01-02"})
	var out receivedOut
	if err := json.Unmarshal([]byte(g.body), &out); err != nil || g.status != http.StatusOK {
		b.t.Fatalf("%d %s", g.status, g.body)
	}
	return string(out.Document.ID)
}

func TestASearchFoldsCaseAccentsAndHamza(t *testing.T) {
	for _, tt := range []struct{ words, text string }{
		{"izhevsk", "IZHEVSK"}, {"cafe", "Café"}, {"احمد", "أَحْمَد"}, {"إدلب", "ادلب"}, {"مستشفي", "مستشفى"}, {"مدرسه", "مدرسة"}, {"مسوول", "مسؤول"}, {"ижевск", "ИЖЕВСК"}, {"б c", "c a б"},
	} {
		if !searchFor(tt.words).in(tt.text) {
			t.Errorf("%q does not find %q: %v in %q", tt.words, tt.text, searchFor(tt.words), folded(tt.text))
		}
	}
	if searchFor("killed seven").in("seven hurt") {
		t.Error("one word of two was enough")
	}
}

func TestAListIsWhatItsAddressSays(t *testing.T) {
	h := newHouse(t, example.Load)
	b := h.as("viewer")
	all, some := b.get("/claims"), b.get("/claims?status=confirmed&harm=injured&columns=said&sort=-said")
	if strings.Count(all.body, `<th scope="row">`) <= strings.Count(some.body, `<th scope="row">`) || strings.Contains(some.body, `data-l="Quote"`) || !strings.Contains(some.body, `aria-sort="descending"`) {
		t.Error("filter, columns or order of the address are not those of the page")
	}
	var out listOut[casualty.Claim]
	if err := json.Unmarshal([]byte(b.get(interfacePath+"/claims?status=confirmed&harm=injured&sort=-said").body), &out); err != nil || out.Total == 0 {
		t.Fatalf("%v %v", out, err)
	}
	for i, c := range out.Items {
		if c.Status != casualty.Confirmed || c.Harm != casualty.Injured || i > 0 && c.Said > out.Items[i-1].Said {
			t.Errorf("a program got %s: %s %s %s", c.ID, c.Status, c.Harm, c.Said)
		}
	}
	if n := strings.Count(some.body, `<th scope="row">`); n != out.Total {
		t.Errorf("%d rows on the page, %d for a program", n, out.Total)
	}
	if g := b.get("/documents?q=nothing+has+these+words"); !strings.Contains(g.body, "None of") {
		t.Error("an empty answer says nothing")
	}
}

func TestManyClaimsAreDecidedAsOneActAndTakenBackAsOne(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	b.add("Three people were killed and seven were injured. Two children died later.", "Gazette")
	before := h.entries()
	g := b.post("/claims/bulk", "do", "confirm", "claims", "c1@1", "claims", "c2@1")
	if g.status != http.StatusSeeOther || h.entries() != before+1 {
		t.Fatalf("%d, %d entries more, want one", g.status, h.entries()-before)
	}
	if page := b.get(g.header.Get("Location")).body; !strings.Contains(page, fmt.Sprintf(`action="/journal/%d/undo"`, before+1)) {
		t.Error("the page that follows does not offer to take it back")
	}
	for _, id := range []string{"c1", "c2"} {
		if c, _ := b.claim(id); c.Status != casualty.Confirmed {
			t.Errorf("%s is %s", id, c.Status)
		}
	}
	if g := b.post("/claims/bulk", "do", "reject", "reason", "x", "claims", "c1@1"); g.status != http.StatusPreconditionFailed {
		t.Errorf("on a version that is not the newest: %d", g.status)
	}
	if g := b.json("/claims/bulk", map[string]any{"do": "confirm", "claims": []string{"c1", "c99"}}); g.status != http.StatusNotFound || h.entries() != before+1 {
		t.Errorf("one that is not there: %d, and %d entries more", g.status, h.entries()-before)
	}
	if g := b.post(fmt.Sprintf("/journal/%d/undo", before+1), "reason", "too fast"); g.status != http.StatusSeeOther {
		t.Fatalf("undo: %d %s", g.status, g.body)
	}
	if c, _ := b.claim("c2"); c.Status != casualty.Suggested {
		t.Errorf("after one undo c2 is %s", c.Status)
	}
}

func TestAClaimIsDecidedOnThroughTheFormAndByAProgramAlike(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	b.add("Three people were killed in Xanthe, the mayor said. Later 7 people were injured.", "Gazette")
	if g := b.post("/claims/c1/confirm", "version", "1"); g.status != http.StatusSeeOther || !strings.Contains(g.header.Get("Location"), "#c2") {
		t.Fatalf("the form: %d to %s, want on to c2", g.status, g.header.Get("Location"))
	}
	if g := b.json("/claims/c2/confirm", map[string]any{}, "If-Match", `"c2-1"`); g.status != http.StatusOK {
		t.Fatalf("the program: %d %s", g.status, g.body)
	}
	if g := b.post("/claims/c1/open", "version", b.version("c1"), "title", "Shelling of Xanthe", "day", "2031-01-01", "place", "Xanthe"); g.status != http.StatusSeeOther {
		t.Fatalf("new incident: %d", g.status)
	}
	if g := b.post("/claims/c2/link", "version", b.version("c2"), "incident", "i1"); g.status != http.StatusSeeOther {
		t.Fatalf("link: %d", g.status)
	}
	if g := b.post("/claims/c1/voice", "version", b.version("c1"), "name", "Mayor of Xanthe"); g.status != http.StatusSeeOther {
		t.Fatalf("new origin: %d %s", g.status, g.body)
	}
	if g := b.post("/claims/c2/retract", "version", b.version("c2"), "at", "yesterday", "reason", "x"); g.status != http.StatusUnprocessableEntity || !strings.Contains(g.body, `id="c2-at-wrong"`) {
		t.Errorf("a date that is none: %d, or not said at its field", g.status)
	}
	if g := b.post("/claims/c2/retract", "version", b.version("c2"), "at", "2031-01-03", "reason", "the paper withdrew it"); g.status != http.StatusSeeOther {
		t.Errorf("retract: %d", g.status)
	}
	c1, _ := b.claim("c1")
	c2, _ := b.claim("c2")
	if c1.Incident != "i1" || c2.Incident != "i1" || c1.Origin != "o1" || c2.Status != casualty.Retracted {
		t.Errorf("%+v\n%+v", c1, c2)
	}
	if g := b.get("/documents/d1"); !strings.Contains(g.body, "Mayor of Xanthe") || !strings.Contains(g.body, "the paper withdrew it") {
		t.Error("the page does not show what was decided")
	}
}

func TestAMissedClaimIsLookedUpInTheText(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	b.add("The market burnt.\nWitnesses counted nine\nbodies in the ruins. Nine bodies of goats lay outside.", "Gazette")
	add := func(quote string) got {
		return b.json("/documents/d1/claims", map[string]any{"quote": quote, "harm": "killed", "count": "9"})
	}
	if g := add("ten bodies"); g.status != http.StatusUnprocessableEntity || !strings.Contains(g.body, `"where":"quote"`) {
		t.Errorf("words that are not there: %d %s", g.status, g.body)
	}
	if g := add("bodies"); g.status != http.StatusUnprocessableEntity || !strings.Contains(g.body, "2 places") {
		t.Errorf("words that stand there twice: %d %s", g.status, g.body)
	}
	g := add("counted nine bodies in the ruins")
	var c casualty.Claim
	if err := json.Unmarshal([]byte(g.body), &c); err != nil || c.Quote.Text != "counted nine\nbodies in the ruins" || c.Status != casualty.Confirmed {
		t.Errorf("%d %s", g.status, g.body)
	}
	if r := b.get("/documents/d1"); !strings.Contains(r.body, `href="#`+string(c.ID)+`"`) {
		t.Error("the new claim is not marked in the text")
	}
}

func TestADocumentIsGivenAsReceivedAndNeverShown(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	const text = "<script>alert(1)</script> 3 people were killed."
	for i, name := range []string{`../../etc/passwd`, "a\r\nSet-Cookie: x=1.html", `"quoted".txt`, "تقرير.txt", "..", "C:\\temp\\report.txt"} {
		if g := b.json("/documents/add", map[string]any{"name": name, "file": []byte(text + fmt.Sprint(i)), "source": "Gazette", "published": "2031-01-01"}); g.status != http.StatusOK {
			t.Fatalf("%q: %d %s", name, g.status, g.body)
		}
		g := b.get(fmt.Sprintf("/documents/d%d/original", i+1))
		disposition := g.header.Get("Content-Disposition")
		if g.body != text+fmt.Sprint(i) || g.header.Get("Content-Type") != "application/octet-stream" || g.header.Get("Set-Cookie") != "" ||
			!strings.HasPrefix(disposition, "attachment; ") || strings.ContainsAny(strings.TrimPrefix(disposition, "attachment; "), `/\`) || strings.Contains(disposition, "..") {
			t.Errorf("%q: %d %v", name, g.status, g.header)
		}
	}
	for _, path := range []string{"/documents/..%2f..%2fx/original", "/documents/d99/original", "/documents/c1/original"} {
		if g := b.get(path); g.status == http.StatusOK {
			t.Errorf("%s was answered", path)
		}
	}
	if g := h.as("data_viewer").get("/documents/d1/original"); g.status != http.StatusForbidden {
		t.Errorf("who may see figures only got a document: %d", g.status)
	}
}

func TestOneTakesBackOnesOwnAndAReviewerAnybodys(t *testing.T) {
	h := newHouse(t)
	h.join("other", "researcher")
	b := h.as("researcher")
	b.add("Three people were killed.", "Gazette")
	b.post("/claims/c1/mend", "version", "1", "count", "at least 3")
	entry := h.entries()
	page := b.get(fmt.Sprintf("/journal/%d", entry)).body
	if !strings.Contains(page, "at_least") || !strings.Contains(page, "exact") {
		t.Error("the entry does not show the field before and after")
	}
	undo := func(name string, n int) got {
		return h.as(name).json(fmt.Sprintf("/journal/%d/undo", n), map[string]any{"reason": "misread"})
	}
	if g := undo("other", entry); g.status != http.StatusForbidden || h.entries() != entry {
		t.Errorf("a researcher took another's entry back: %d", g.status)
	}
	if g := undo("researcher", 1); g.status != http.StatusConflict || !strings.Contains(g.body, "c1") {
		t.Errorf("an entry that something stands on: %d %s", g.status, g.body)
	}
	if g := undo("reviewer", entry); g.status != http.StatusOK {
		t.Errorf("a reviewer: %d %s", g.status, g.body)
	}
	if g := b.post(fmt.Sprintf("/journal/%d/undo", entry+1)); g.status != http.StatusUnprocessableEntity {
		t.Errorf("without a reason: %d", g.status)
	}
	if g := b.get(interfacePath + "/history/c1"); strings.Count(g.body, `"version"`) != 3 {
		t.Errorf("the history is not whole: %s", g.body)
	}
}

func TestTheExampleComesAndGoesAsAWhole(t *testing.T) {
	h := newHouse(t)
	b := h.as("administrator")
	if g := h.as("researcher").post("/example/load"); g.status != http.StatusForbidden {
		t.Errorf("a researcher loaded the example: %d", g.status)
	}
	if g := b.post("/example/load"); g.status != http.StatusSeeOther || h.entries() != 1 {
		t.Fatalf("%d, %d entries", g.status, h.entries())
	}
	if g := b.post("/example/load"); g.status != http.StatusUnprocessableEntity {
		t.Errorf("loaded twice: %d", g.status)
	}
	claims := func() (r casualty.Record) {
		if err := h.book.Read(store.At{}, func(v *store.View) (err error) { r, err = v.Record(); return err }); err != nil {
			t.Fatal(err)
		}
		return r
	}
	if len(claims().Claims) == 0 || !strings.Contains(b.get("/").body, "Take the example out") {
		t.Fatal("the example is not there, or nothing tells how it goes")
	}
	g := b.post("/claims/c1/mend", "version", b.version("c1"), "count", "at least 2")
	if g.status != http.StatusSeeOther {
		t.Fatal(g.status, g.body)
	}
	if g := b.post("/example/remove"); g.status != http.StatusConflict || !strings.Contains(g.body, "c1") || len(claims().Documents) == 0 {
		t.Errorf("with something standing on it: %d", g.status)
	}
	b.post("/journal/2/undo", "reason", "a try")
	if g := b.post("/example/remove"); g.status != http.StatusSeeOther {
		t.Fatalf("%d %s", g.status, g.body)
	}
	r := claims()
	if n := len(r.Documents) + len(r.Claims) + len(r.Sources) + len(r.Origins) + len(r.Incidents); n != 0 {
		t.Errorf("%d records stay", n)
	}
	if g := b.post("/example/load"); g.status != http.StatusSeeOther {
		t.Errorf("a second time: %d", g.status)
	}
}

// told is the first match of a pattern on a page.
func told(t *testing.T, page, pattern string) string {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(page)
	if m == nil {
		t.Fatalf("no %s on the page", pattern)
	}
	return strings.ReplaceAll(m[1], "&amp;", "&")
}

func TestAnInvitationIsShownOnceAndLetsOnePersonIn(t *testing.T) {
	h := newHouse(t)
	b := h.as("administrator")
	g := b.post("/people/invite", "name", "amal", "role", "researcher")
	if g.status != http.StatusSeeOther || strings.Contains(g.header.Get("Location"), "token=") {
		t.Fatalf("%d, to %s", g.status, g.header.Get("Location"))
	}
	next := g.header.Get("Location")
	if page := h.as("reviewer").get(next).body; strings.Contains(page, "invitation?token") {
		t.Error("somebody else saw the invitation")
	}
	address := told(t, b.get(next).body, `(http://[^<]*/invitation\?token=[^<]*)<`)
	if strings.Contains(b.get(next).body, "/invitation?token") {
		t.Error("it is shown twice")
	}
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	if g := h.as("").post("/invitation", "token", u.Query().Get("token"), "password", password, "again", password); g.status != http.StatusSeeOther {
		t.Errorf("taking it up: %d", g.status)
	}
	amal := h.as("amal")
	if g := b.post("/people/amal/switch", "off", "yes"); g.status != http.StatusSeeOther || amal.get("/").status == http.StatusOK {
		t.Errorf("switched off, and the session goes on: %d", g.status)
	}
	if log := b.get("/people").body; !strings.Contains(log, "switched off") || !strings.Contains(log, "took the invitation up") {
		t.Error("the log of accounts does not tell")
	}
	if g := b.get(interfacePath + "/people"); strings.Contains(g.body, "hash") || strings.Contains(g.body, "secret") {
		t.Errorf("a list of accounts tells secrets: %s", g.body)
	}
	if g := b.post("/people/administrator/role", "role", "viewer"); g.status != http.StatusConflict {
		t.Errorf("the last administrator became a viewer: %d", g.status)
	}
}

func TestOnesOwnAccountKeepsItsSecrets(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	next := b.post("/account/tokens/make", "label", "nightly", "days", "7", "scopes", "see_figures").header.Get("Location")
	token := told(t, b.get(next).body, `>(tollbook_[^<]+)<`)
	if strings.Contains(b.get(next).body, token) || strings.Contains(b.get("/account").body, token) {
		t.Error("the token is shown twice")
	}
	if g := h.as("").get(interfacePath+"/openapi.json", "Authorization", "Bearer "+token); g.status != http.StatusOK {
		t.Errorf("the token opens nothing: %d", g.status)
	}
	if g := h.as("").get(interfacePath+"/account", "Authorization", "Bearer "+token); g.status != http.StatusForbidden {
		t.Errorf("a token looks after its account: %d", g.status)
	}
	g := b.json("/account/tokens/make", map[string]any{"label": "again", "days": 7, "scopes": []string{"see_figures"}}, "Idempotency-Key", "k")
	if again := b.json("/account/tokens/make", map[string]any{"label": "again", "days": 7, "scopes": []string{"see_figures"}}, "Idempotency-Key", "k"); g.status != http.StatusOK || again.status != http.StatusConflict {
		t.Errorf("a token was kept for a request that comes twice, or made twice: %d, %d", g.status, again.status)
	}
	next = b.post("/account/codes/begin").header.Get("Location")
	secret := told(t, b.get(next).body, `dir="ltr">([A-Z2-7]{16,})<`)
	code, err := totp.GenerateCode(secret, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	if g := b.post("/account/codes/confirm", "code", "000000"); g.status != http.StatusUnprocessableEntity {
		t.Errorf("a wrong code: %d", g.status)
	}
	if g := b.post("/account/codes/confirm", "code", code); g.status != http.StatusSeeOther {
		t.Errorf("the right code: %d", g.status)
	}
	if _, err := h.keeper.SignIn("researcher", password, "", "127.0.0.1"); err == nil {
		t.Error("no code is asked for")
	}
	if g := b.post("/account/sessions/end", "all", "yes"); g.status != http.StatusSeeOther || b.get("/account").status == http.StatusOK {
		t.Error("a session outlived its end")
	}
}

func TestNobodyCarriesOutTheErasureThatTheyProposed(t *testing.T) {
	h := newHouse(t)
	b := h.as("administrator")
	const word = "Xanthippe"
	b.add("Three people were killed in "+word+".", "Gazette")
	if g := h.as("viewer").post("/erasures/propose", "record", "d1", "reason", "a court"); g.status != http.StatusForbidden {
		t.Errorf("a viewer proposes: %d", g.status)
	}
	if g := b.post("/erasures/propose", "record", "d1", "reason", "a court"); g.status != http.StatusSeeOther {
		t.Fatalf("%d %s", g.status, g.body)
	}
	entries := h.entries()
	for _, g := range []got{b.post("/erasures/1/carry-out"), b.json("/erasures/1/carry-out", map[string]any{}), h.as("researcher").post("/erasures/1/carry-out")} {
		if g.status != http.StatusForbidden || h.entries() != entries {
			t.Errorf("by oneself, or without the role: %d", g.status)
		}
	}
	if page := h.as("reviewer").get("/").body; !strings.Contains(page, "erasure of d1") {
		t.Error("the proposal is not among the work of a second person")
	}
	if g := h.as("reviewer").post("/erasures/1/carry-out"); g.status != http.StatusSeeOther {
		t.Fatalf("a second person: %d %s", g.status, g.body)
	}
	for _, path := range []string{"/documents/d1", "/documents", "/claims", "/history/d1", "/history/c1", "/journal/1", "/erasures", "/documents/d1/original", interfacePath + "/claims"} {
		if g := b.get(path); strings.Contains(g.body, word) {
			t.Errorf("%s still shows what was erased", path)
		}
	}
	if g := b.get("/erasures"); !strings.Contains(g.body, "a court") || !strings.Contains(g.body, "reviewer") {
		t.Error("the list does not tell who carried it out, and why")
	}
	if g := h.as("reviewer").post("/erasures/1/carry-out"); g.status != http.StatusUnprocessableEntity {
		t.Errorf("a second time: %d", g.status)
	}
}

func TestMergedOriginsAreOneVoiceAndADecisionThatWaits(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	b.add("Three people were killed, the mayor said. Seven were injured, the head of the town said.", "Gazette")
	b.post("/claims/c1/voice", "version", "1", "name", "Mayor")
	b.post("/claims/c2/voice", "version", "1", "name", "Head of the town")
	if g := b.post("/origins/o2/merge", "version", "1", "into", "o1", "reason", ""); g.status != http.StatusUnprocessableEntity {
		t.Errorf("without a reason: %d", g.status)
	}
	if g := b.post("/origins/o2/merge", "version", "1", "into", "o1", "reason", "one office"); g.status != http.StatusSeeOther {
		t.Fatalf("%d %s", g.status, g.body)
	}
	if c, _ := b.claim("c2"); c.Origin != "o2" {
		t.Errorf("before anybody signed, c2 comes from %s", c.Origin)
	}
	if page := b.get("/").body; !strings.Contains(page, "yours; somebody else signs") {
		t.Error("one's own decision is not told from others")
	}
	if g := h.as("reviewer").json("/decisions/j1/sign-off", map[string]any{}, "If-Match", `"j1-1"`); g.status != http.StatusOK {
		t.Fatalf("signing off: %d %s", g.status, g.body)
	}
	if c, _ := b.claim("c2"); c.Origin != "o1" {
		t.Errorf("after it was signed off, c2 comes from %s", c.Origin)
	}
	if g := b.post("/sources/s1/correct", "version", "1", "set.reliability", "B", "set.party", "no", "reason", "graded by the team"); g.status != http.StatusSeeOther {
		t.Errorf("grading a source: %d %s", g.status, g.body)
	}
	if g := b.post("/sources/s1/correct", "version", "1", "set.reliability", "C", "reason", "x"); g.status != http.StatusPreconditionFailed {
		t.Errorf("on top of another's change: %d", g.status)
	}
}

func TestDocumentsThatShareAPassageAreProposedAsOneVoice(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	const story = "Rescue workers said on Monday that at least 12 people were killed when the roof of the market hall came down on the stalls below, and that the search would go on through the night with lamps and dogs."
	b.add(story, "Gazette")
	b.add("From our agency. "+story, "Courier")
	b.add("A quiet day at the harbour, with two ships and no wind to speak of at all.", "Gazette")
	if g := b.get("/documents/d2"); !strings.Contains(g.body, "Another document says the same") || !strings.Contains(g.body, "/documents/d1") {
		t.Error("the shared passage is not told")
	} else if _, shown, _ := strings.Cut(g.body, "What both say"); !strings.Contains(shown, ">"+strings.TrimSuffix(story, ".")) {
		t.Error("the shared passage is not shown")
	}
	if g := b.get("/documents/d3"); strings.Contains(g.body, "Another document says the same") {
		t.Error("a text of its own is told to say the same")
	}
	if g := b.post("/documents/d2/repeats", "of", "d1"); g.status != http.StatusSeeOther {
		t.Fatalf("%d %s", g.status, g.body)
	}
	if c, _ := b.claim("c2"); c.Repeats == "" {
		if c1, _ := b.claim("c1"); c1.Repeats == "" {
			t.Error("neither claim repeats the other")
		}
	}
}

func TestABookOfVeryManyDocumentsSaysThatItsPagesCompareNone(t *testing.T) {
	h := newHouse(t, func(book *store.Book) error {
		_, err := book.Do(store.Act{Author: "test", What: "add"}, func(c *store.Change) error {
			for i := range comparedAtMost + 1 {
				if _, err := c.Receive(casualty.Document{Name: fmt.Sprintf("%d.txt", i), MediaType: "text/plain", Source: "s1"}, fmt.Appendf(nil, "A quiet day, number %d.", i)); err != nil {
					return err
				}
			}
			_, err := store.Sources.Add(c, casualty.Source{Name: "Gazette"})
			return err
		})
		return err
	})
	if g := h.as("researcher").get("/documents/d1"); g.status != http.StatusOK || !strings.Contains(g.body, "too many documents to compare this one with them here") {
		t.Errorf("%d: the page is silent about documents that it did not compare", g.status)
	}
}
