package server

import (
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
