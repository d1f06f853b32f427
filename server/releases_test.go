package server

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"

	"tollbook/casualty"
	"tollbook/example"
	"tollbook/exports"
)

func TestAReleaseIsLookedAtThenFrozenAndHandedOutAsItWas(t *testing.T) {
	h := newHouse(t, example.Load)
	b := h.as("reviewer")
	before := h.entries()
	g := b.get("/releases/new?title=July&profile=public&methods=envelope&methods=gtd")
	balanced(t, g.body)
	if g.status != 200 || !strings.Contains(g.body, "What it would hold") || !strings.Contains(g.body, "claims") || h.entries() != before {
		t.Fatalf("the preview: %d, %d entries more\n%s", g.status, h.entries()-before, g.body)
	}
	if g := b.post("/releases", "title", "July", "profile", "public", "methods", "envelope", "methods", "gtd", "formats", "hxl"); g.status != 303 {
		t.Fatalf("%d %s", g.status, g.body)
	}
	if h.entries() != before+1 {
		t.Fatalf("%d entries more, want one", h.entries()-before)
	}
	var release casualty.Release
	if err := json.Unmarshal([]byte(b.get(interfacePath+"/releases/e1").body), &release); err != nil || len(release.Files) != 1 || release.Profile != "public" {
		t.Fatalf("%+v %v", release, err)
	}
	file := b.get("/releases/e1/files/" + release.Files[0].Name)
	sum := sha256.Sum256([]byte(file.body))
	if hex.EncodeToString(sum[:]) != release.Files[0].SHA256 || !strings.HasPrefix(file.header.Get("Content-Disposition"), "attachment;") {
		t.Errorf("the file has another digest than the release says: %s", file.header.Get("Content-Disposition"))
	}
	if page := b.get("/releases/e1"); !strings.Contains(page.body, release.Files[0].SHA256) {
		t.Error("the page of the release does not show the digest")
	}
}

func TestAReleaseThatIsNotUnderstoodMakesNothing(t *testing.T) {
	h := newHouse(t, example.Load)
	b := h.as("reviewer")
	before := h.entries()
	for field, value := range map[string]string{"title": "", "profile": "everybody", "small_counts": "few", "formats": "doc", "methods": "median", "from": "yesterday"} {
		form := map[string]string{"title": "July", "profile": "public"}
		form[field] = value
		var pairs []string
		for name, text := range form {
			pairs = append(pairs, name, text)
		}
		if g := b.post("/releases", pairs...); g.status != 422 || !strings.Contains(g.body, "wanted:") {
			t.Errorf("%s %q: %d", field, value, g.status)
		}
	}
	if h.entries() != before {
		t.Error("something was written")
	}
}

// A release that a program asks for without a profile names the one that it was made by.
func TestAReleaseNamesTheProfileThatItWasMadeBy(t *testing.T) {
	h := newHouse(t, example.Load)
	b := h.as("reviewer")
	if g := b.json("/releases", map[string]any{"title": "July", "formats": []string{"hxl"}}); g.status != 200 {
		t.Fatalf("%d %s", g.status, g.body)
	}
	for h.entries() == 0 || !strings.Contains(b.get(interfacePath+"/releases").body, `"e1"`) {
		continue // it is being made
	}
	var release casualty.Release
	if err := json.Unmarshal([]byte(b.get(interfacePath+"/releases/e1").body), &release); err != nil || release.Profile != exports.Internal {
		t.Errorf("profile %q, %v", release.Profile, err)
	}
}
