package server

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tollbook/example"
)

// fixedText is a text of a template that is looked up.
var fixedText = regexp.MustCompile(`\(?\bt "((?:[^"\\]|\\.)*)"`)

func TestEveryTextOfATemplateHasItsArabic(t *testing.T) {
	files, err := web.ReadDir("web")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		text, err := web.ReadFile("web/" + f.Name())
		if err != nil {
			continue // a folder
		}
		for _, m := range fixedText.FindAllStringSubmatch(string(text), -1) {
			english := strings.ReplaceAll(m[1], `\"`, `"`)
			if phrases()[english] == "" {
				t.Errorf("%s: no Arabic for\n%s", f.Name(), english)
			}
		}
	}
}

func TestEveryPageIsWhollyInArabic(t *testing.T) {
	full, empty := newHouse(t, example.Load), newHouse(t)
	missing.Clear()
	for _, h := range []*house{full, empty} {
		for _, name := range []string{"administrator", "researcher", "viewer", "data_viewer", ""} {
			b := h.as(name)
			for _, p := range pages() {
				address, ok := addressOf(p.path)
				if !ok {
					continue // told by the tests of the pages themselves
				}
				b.get(address, "Accept-Language", "ar")
			}
		}
	}
	failing(full)
	var texts []string
	missing.Range(func(text, _ any) bool { texts = append(texts, text.(string)); return true })
	slices.Sort(texts)
	for _, text := range texts {
		t.Errorf("no Arabic for\n%s", text)
	}
}

// failing sends forms that come back in Arabic with what is wrong.
func failing(h *house) {
	b := h.as("administrator")
	for _, d := range deeds() {
		path := strings.NewReplacer(":id", "c3", ":n", "6", ":name", "viewer", ":task", "x", ":job", "x").Replace(d.route().path)
		if strings.Contains(path, "sign-out") || strings.Contains(path, "sessions") {
			continue // it would end this one's session
		}
		b.send("POST", path, "application/x-www-form-urlencoded", "", "Accept-Language", "ar")
	}
}

// wantedBy are the files whose fixed sentences of problems a form of a page can show.
var wantedBy = []string{"*.go", "people/*.go", "../curate/fields.go", "../curate/fieldwords.go", "../curate/claims.go", "../curate/incidents.go", "../curate/origins.go", "../curate/decide.go", "../curate/locate.go",
	"../curate/missed.go", "../curate/quote.go", "../curate/receive.go", "../curate/signoff.go", "../curate/erasure.go", "../casualty/day.go", "../casualty/date.go", "../casualty/count.go", "../casualty/counttext.go", "../casualty/range.go", "../casualty/rangetext.go"}

var wantedSentence = regexp.MustCompile(`Want: +"((?:[^"\\]|\\.)*)"[,}]`)

// wantedWithValue are those that carry a value: joined to it, or with a place for it.
var wantedWithValue = regexp.MustCompile(`Want: +(?:"((?:[^"\\]|\\.)*)" \+|fmt\.Sprintf\("((?:[^"\\]|\\.)*)",)`)

// wantedIn calls look with each file of the patterns, tests left out, and what the
// expression finds in it, and counts.
func wantedIn(t *testing.T, patterns []string, expression *regexp.Regexp, look func(file string, found []string)) (n int) {
	t.Helper()
	for _, pattern := range patterns {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no file %s: %v", pattern, err)
		}
		for _, f := range slices.DeleteFunc(files, func(f string) bool { return strings.HasSuffix(f, "_test.go") }) {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range expression.FindAllStringSubmatch(string(text), -1) {
				look(f, m)
				n++
			}
		}
	}
	return n
}

func TestWhatAFormWantsIsToldInArabicAroundItsValue(t *testing.T) {
	verb := regexp.MustCompile(`%[a-z]`)
	n := wantedIn(t, append(slices.Clone(wantedBy), "../asked/*.go", "../store/*.go"), wantedWithValue, func(file string, m []string) {
		frame := m[1] + "%s"
		if m[2] != "" {
			frame = verb.ReplaceAllString(m[2], "%s")
		}
		if !slices.ContainsFunc(wantedFrames(), func(w wantedFrame) bool { return strings.HasPrefix(w.text, frame) }) {
			t.Errorf("%s: no Arabic around the value of\n%s", file, frame)
		}
	})
	if n < 15 {
		t.Errorf("only %d sentences were looked at", n)
	}
	if got := wanted("ar", "confirmed claims: c4 is suggested"); !strings.Contains(got, "c4") || !strings.Contains(got, phrases()["suggested"]) || strings.Contains(got, "suggested") {
		t.Errorf("a code within is %q", got)
	}
	if got := wanted("en", "one of [a b]"); got != "one of [a b]" {
		t.Errorf("in English %q", got)
	}
}

func TestWhatAFormWantsIsToldInArabic(t *testing.T) {
	n := wantedIn(t, wantedBy, wantedSentence, func(file string, m []string) {
		if phrases()[m[1]] == "" {
			t.Errorf("%s: no Arabic for\n%s", file, m[1])
		}
	})
	if n < 50 {
		t.Errorf("only %d sentences were looked at", n)
	}
	h := newHouse(t, example.Load)
	b := h.as("researcher")
	g := b.send("POST", "/incidents/i1/mend", "application/x-www-form-urlencoded", "version="+h.newest("i1")+"&coordinates=56&reason=x", "Accept-Language", "ar")
	if want := phrases()["degrees north, a comma and degrees east, such as 48.5, 37.9 or -33.9, 18.4"]; g.status != 422 || strings.Count(g.body, want) != 2 || strings.Contains(g.body, "degrees north") {
		t.Errorf("%d: the page in Arabic does not say at the top and at the field: %s", g.status, want)
	}
}
