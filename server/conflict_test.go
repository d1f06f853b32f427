package server

import (
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tollbook/example"
	"tollbook/server/people"
	"tollbook/store"
)

// A write is what somebody sends from a page that they opened before somebody else
// changed the record there.
type staleWrite struct {
	path, theirs string     // which record, and what the other person made of it
	form         url.Values // what the stale form sends
	yours        string     // that has to stand on the page again; empty: the form has nothing to write
}

// staleWrites are the forms that ask for the version that was seen, by their routes. In
// each case another person has just mended the record.
var staleWrites = map[string]staleWrite{
	"/claims/:id/confirm":  {"/claims/c1", "at least 61", nil, ""},
	"/claims/:id/reject":   {"/claims/c1", "at least 61", url.Values{"reason": {"no such number"}}, `value="no such number"`},
	"/claims/:id/mend":     {"/claims/c1", "at least 61", url.Values{"count": {"up to 59"}, "place": {"the mill"}, "incident": {"i4"}, "final": {"no", "yes"}, "reason": {"x"}}, "up to 59"},
	"/claims/:id/link":     {"/claims/c1", "at least 61", url.Values{"incident": {"i4"}}, "i4"},
	"/claims/:id/open":     {"/claims/LAST", "at least 61", url.Values{"title": {"Fire at the mill"}}, `value="Fire at the mill"`},
	"/claims/:id/voice":    {"/claims/LAST", "at least 61", url.Values{"name": {"the miller"}}, `value="the miller"`},
	"/claims/:id/retract":  {"/claims/c1", "at least 61", url.Values{"at": {"2025-07-09"}, "reason": {"withdrawn by the paper"}}, `value="withdrawn by the paper"`},
	"/claims/:id/quote":    {"/claims/c1", "at least 61", url.Values{"release": {"yes"}, "mask": {"casualties"}}, `name="release" value="yes" checked`},
	"/claims/:id/locate":   {"/claims/c3", "at least 61", url.Values{"meant": {"PLACE"}}, ""},
	"/incidents/:id/mend":  {"/incidents/i1", "The other title", url.Values{"title": {"My own title"}, "cause": {"drone strike"}, "perpetrators": {"Northern Column (party)"}, "reason": {"x"}}, "My own title"},
	"/incidents/:id/grade": {"/incidents/i1", "The other title", url.Values{"grade": {"weak"}, "reason": {"one voice only"}}, `value="one voice only"`},
	"/incidents/:id/merge": {"/incidents/i1", "The other title", url.Values{"into": {"i2"}, "reason": {"one and the same"}}, `value="one and the same"`},
	"/incidents/:id/split": {"/incidents/i1", "The other title", url.Values{"title": {"A second strike"}, "claims": {"c1"}, "reason": {"two hours later"}}, `value="A second strike"`},
	"/sources/:id/correct": {"/sources/s1", "B", url.Values{"set.reliability": {"E"}, "set.name": {"My name of it"}, "reason": {"x"}}, "My name of it"},
	"/origins/:id/correct": {"/origins/o1", "yes", url.Values{"set.name": {"My name of them"}, "reason": {"x"}}, "My name of them"},
	"/origins/:id/merge":   {"/origins/o1", "yes", url.Values{"into": {"o2"}, "reason": {"one office"}}, `value="one office"`},

	"/decisions/:id/sign-off":  {"/decisions/j1", "I object, said the other", nil, ""},
	"/decisions/:id/send-back": {"/decisions/j1", "I object, said the other", url.Values{"reason": {"too early"}}, `value="too early"`},
	"/decisions/:id/dissent":   {"/decisions/j1", "I object, said the other", url.Values{"dissent": {"so do I"}}, `value="so do I"`},
}

// cannotOverwrite are the forms that ask for no version, and why nobody's work is lost
// where two people send one at the same time.
var cannotOverwrite = map[string]string{
	"/setup": "the first person is set up once", "/sign-in": "", "/sign-out": "", "/invitation": "an invitation is taken up once",
	"/example/load": "refused where it is there", "/example/remove": "refused where something stands on it",
	"/documents/add": "adds", "/documents/:id/claims": "adds", "/documents/:id/repeats": "says again what was said",
	"/claims/bulk":   "each claim comes with its version, tried below",
	"/incidents/new": "adds", "/incidents/:id/comment": "adds to what stands there by then", "/incidents/grade": "proposes decisions, which stand beside others",
	"/incidents/:id/adopt": "proposes a decision", "/incidents/:id/set-aside": "proposes a decision",
	"/origins/add": "adds, and refuses a name that is there", "/journal/:n/undo": "refused where something later stands on it",
	"/erasures/propose": "a proposal", "/erasures/:n/carry-out": "done once", "/erasures/:n/turn-down": "done once",
	"/people/invite": "adds", "/people/:name/invite": "makes the earlier invitation void", "/people/:name/role": "asks for the role that was seen, tried below",
	"/people/:name/switch": "on or off, whatever it was", "/people/:name/sessions/end": "ends",
	"/account/password": "one's own", "/account/codes/begin": "one's own", "/account/codes/confirm": "one's own", "/account/codes/end": "one's own",
	"/account/sessions/end": "one's own", "/account/tokens/make": "one's own", "/account/tokens/end": "one's own",
	"/imports": "adds", "/imports/:job/mapping": "one's own", "/imports/:job/run": "one's own", "/imports/:job/forget": "one's own",
	"/releases": "adds", "/tasks/:task/stop": "stops",
}

// theirs is what another person does to a record.
func (b *browser) theirs(path string) {
	b.t.Helper()
	id := path[strings.LastIndexByte(path, '/')+1:]
	n := b.newest(id)
	var g got
	switch {
	case strings.HasPrefix(path, "/claims"):
		g = b.post(path+"/mend", "version", n, "count", "at least 61")
	case strings.HasPrefix(path, "/incidents"):
		g = b.post(path+"/mend", "version", n, "title", "The other title", "cause", "as theirs", "reason", "x")
	case strings.HasPrefix(path, "/sources"):
		g = b.post(path+"/correct", "version", n, "set.reliability", "B", "reason", "x")
	case strings.HasPrefix(path, "/origins"):
		g = b.post(path+"/correct", "version", n, "set.party", "yes", "reason", "x")
	default:
		g = b.post(path+"/dissent", "version", n, "dissent", "I object, said the other")
	}
	if g.status != http.StatusSeeOther {
		b.t.Fatalf("%d %s", g.status, g.body)
	}
}

func (h *house) newest(id string) (version string) {
	h.t.Helper()
	err := h.book.Read(store.At{}, func(v *store.View) error {
		n, err := store.VersionOf(v, id)
		version = strconv.Itoa(n)
		return err
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return version
}

// lastClaim is the claim that came last.
func (h *house) lastClaim() (id string) {
	h.t.Helper()
	err := h.book.Read(store.At{}, func(v *store.View) error {
		for c, err := range store.Claims.All(v) {
			if id = string(c.ID); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return id
}

// placeOf is the key of the first place that is proposed for a claim.
func (h *house) placeOf(claim string) string {
	return told(h.t, h.as("viewer").get(interfacePath+"/claims/"+claim+"/places").body, `"key":"([^"]+)"`)
}

var hiddenVersion = regexp.MustCompile(`name="version" value="(\d+)"`)

// Whoever sends a form from a page that is no longer the newest sees what they wrote
// beside what the other one wrote, and nothing is overwritten; sent again, theirs stands.
func TestTwoWhoChangedOneRecordAreShownBothVersions(t *testing.T) {
	for _, d := range deeds() {
		r := d.route()
		w, known := staleWrites[r.path]
		if _, safe := cannotOverwrite[r.path]; known == safe || known != r.seen {
			t.Errorf("%s is neither tried nor told why it needs no version, or both", r.path)
			continue
		}
		if !known {
			continue
		}
		t.Run(r.path, func(t *testing.T) {
			h := newHouse(t, example.Load, disputed)
			h.join("berta", people.Reviewer)
			b := h.as("administrator")
			b.add("Three people were killed, the mayor said.", "Gazette")
			r := strings.NewReplacer("LAST", h.lastClaim(), "PLACE", h.placeOf("c3"))
			at := r.Replace(w.path)
			id := at[strings.LastIndexByte(at, '/')+1:]
			seen := h.newest(id)
			h.as("berta").theirs(at)
			entries := h.entries()
			form := []string{"version", seen}
			for name, values := range w.form {
				for _, v := range values {
					form = append(form, name, r.Replace(v))
				}
			}
			path := at + d.route().path[strings.LastIndexByte(d.route().path, '/'):]
			g := b.post(path, form...)
			if g.status != http.StatusPreconditionFailed || h.entries() != entries {
				t.Fatalf("%d, and %d entries more", g.status, h.entries()-entries)
			}
			balanced(t, g.body)
			_, note, _ := strings.Cut(g.body, `role="alert"`)
			note, _, _ = strings.Cut(note, "Keep what is there now")
			if !strings.Contains(note, "berta") || !strings.Contains(note, w.theirs) {
				t.Errorf("the page does not say what the other one wrote: %s", note)
			}
			if !strings.Contains(g.body, w.yours) {
				t.Errorf("the form does not hold %s any more", w.yours)
			}
			if _, mends := w.form["title"]; mends && strings.HasSuffix(path, "/mend") && !strings.Contains(g.body, `value="as theirs"`) {
				t.Error("the form does not take over what only the other one changed")
			}
			for name := range w.form {
				if fieldOfNote := `<th scope="row">` + strings.TrimPrefix(name, "set."); strings.HasSuffix(path, "/mend") && name != "reason" && !strings.Contains(note, fieldOfNote) {
					t.Errorf("%s is not laid beside theirs", name)
				}
			}
			if !strings.Contains(g.body, `name="version" value="`+h.newest(id)+`"`) && hiddenVersion.MatchString(g.body) {
				t.Error("sent again it would be refused again")
			}
		})
	}
}

func TestSeveralClaimsAndARoleAreNotOverwrittenEither(t *testing.T) {
	h := newHouse(t, example.Load)
	h.join("berta", people.Administrator)
	b, berta := h.as("administrator"), h.as("berta")
	seen := h.newest("c1")
	berta.theirs("/claims/c1")
	g := b.post("/claims/bulk", "do", "reject", "reason", "x", "claims", "c1@"+seen, "claims", "c2@"+h.newest("c2"))
	if g.status != http.StatusPreconditionFailed || !strings.Contains(g.body, "c1 was changed by") || !strings.Contains(g.body, "at least 61") || strings.Contains(g.body, "c2 was changed by") {
		t.Errorf("several claims: %d", g.status)
	}
	if g := berta.post("/people/viewer/role", "was", "viewer", "role", "reviewer"); g.status != http.StatusSeeOther {
		t.Fatal(g.status)
	}
	g = b.post("/people/viewer/role", "was", "viewer", "role", "researcher")
	if _, note, _ := strings.Cut(g.body, `role="alert"`); g.status != http.StatusPreconditionFailed || !strings.Contains(note, "viewer was changed by") || !strings.Contains(note, "berta") || !strings.Contains(note, "reviewer") {
		t.Errorf("a role: %d", g.status)
	}
	if g := b.post("/people/viewer/role", "was", "reviewer", "role", "researcher"); g.status != http.StatusSeeOther {
		t.Errorf("sent again from the newest: %d", g.status)
	}
}
