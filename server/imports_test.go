package server

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const strikes = "id,date,place,killed low,killed high\nA1,2031-02-03,Old Market,3,7\nA2,2031-02-04,North Bridge,5,5\nA3,2031-02-05,Mill Road,,\n"

// brought uploads a table by the form and gives the address of its page.
func (b *browser) brought(name, content string) string {
	b.t.Helper()
	g := b.upload("/imports", name, []byte(content), "source", "Example Monitor")
	if g.status != 303 || !strings.HasPrefix(g.header.Get("Location"), "/imports/") {
		b.t.Fatalf("%d %s %s", g.status, g.header.Get("Location"), g.body)
	}
	return g.header.Get("Location")
}

func TestATableIsLookedAtThenBroughtInAndHandedBackWithAStatusOnEveryRow(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	job := b.brought("strikes.csv", strikes)
	g := b.get(job)
	balanced(t, g.body)
	for _, words := range []string{"nothing is written yet", "killed low", "Old Market"} {
		if !strings.Contains(g.body, words) {
			t.Errorf("the page does not say %q", words)
		}
	}
	if h.entries() != 0 {
		t.Fatal("looking wrote something")
	}
	if g := b.post(job+"/run", "confirm", "yes"); g.status != 303 {
		t.Fatalf("%d %s", g.status, g.body)
	}
	if h.entries() != 1 {
		t.Fatalf("%d entries, want one", h.entries())
	}
	g = b.get(job + "/result")
	if !strings.Contains(g.body, "2,added,") || !strings.HasPrefix(g.header.Get("Content-Disposition"), "attachment;") {
		t.Errorf("%s\n%s", g.header.Get("Content-Disposition"), g.body)
	}
	again := b.brought("strikes.csv", strikes)
	if g := b.post(again+"/run", "confirm", "yes"); g.status != 303 || h.entries() != 1 {
		t.Errorf("the same table again: %d, %d entries", g.status, h.entries())
	}
}

func TestAProgramBringsATableInAsAPersonDoes(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	var job jobOut
	g := b.json("/imports", map[string]any{"name": "strikes.csv", "file": []byte(strikes), "source": "Example Monitor"})
	if err := json.Unmarshal([]byte(g.body), &job); g.status != 200 || err != nil {
		t.Fatalf("%d %s", g.status, g.body)
	}
	if job.Written || job.Claims != 2 || job.Counts["added"] != 3 {
		t.Errorf("%+v; want 2 claims of 3 rows, not written", job)
	}
	g = b.json("/imports/"+job.Job+"/mapping", map[string]any{"means": map[string]string{"killed low": "ignore", "killed high": "killed"}})
	if err := json.Unmarshal([]byte(g.body), &job); g.status != 200 || err != nil || job.Columns[3].Means != "ignore" || job.Columns[4].Means != "killed" {
		t.Fatalf("%d %s", g.status, g.body)
	}
	g = b.json("/imports/"+job.Job+"/run", map[string]any{"confirm": "yes"})
	if g.status != 200 || !strings.Contains(g.body, `"ended":true`) || h.entries() != 1 {
		t.Errorf("%d %s", g.status, g.body)
	}
}

func TestACellThatCannotBeReadStopsAllUnlessAskedInWords(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	job := b.brought("strikes.csv", strings.Replace(strikes, "5,5", "4-Mar,", 1))
	if g := b.get(job); !strings.Contains(g.body, "Cells that cannot be read") || !strings.Contains(g.body, "4-Mar") {
		t.Error("the page does not name the cell")
	}
	if g := b.post(job+"/run", "confirm", "yes"); g.status != 422 || h.entries() != 0 {
		t.Errorf("%d, %d entries", g.status, h.entries())
	}
	if g := b.post(job+"/run", "valid_only", "yes"); g.status != 303 || h.entries() != 1 {
		t.Errorf("asked in words: %d, %d entries", g.status, h.entries())
	}
}

func TestAnUploadIsPrivateAndGoesWhenItIsForgotten(t *testing.T) {
	h := newHouse(t)
	b := h.as("researcher")
	job := b.brought("../../strikes.csv", strikes)
	for _, path := range []string{job, job + "/result"} {
		if g := h.as("administrator").get(path); g.status != 404 {
			t.Errorf("another person's upload: %d", g.status)
		}
	}
	files, err := filepath.Glob(filepath.Join(h.uploads, "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v %v", files, err)
	}
	info, err := os.Stat(files[0])
	if err != nil || info.Mode().Perm() != 0o600 || strings.Contains(files[0], "strikes") {
		t.Errorf("%s %v %v", files[0], info.Mode(), err)
	}
	if g := b.post(job + "/forget"); g.status != 303 {
		t.Errorf("%d", g.status)
	}
	if left, _ := filepath.Glob(filepath.Join(h.uploads, "*")); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
}

func TestWhatAnEarlierRunLeftOfUploadsIsSweptAtTheStart(t *testing.T) {
	h := newHouse(t)
	job := h.as("researcher").brought("strikes.csv", strikes)
	stray := filepath.Join(h.uploads, "stray.table")
	if err := os.WriteFile(stray, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := SweepUploads(h.book, h.uploads, time.Now()); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(h.uploads, "*"))
	if len(files) != 1 || files[0] == stray {
		t.Errorf("after the sweep: %v", files)
	}
	if err := SweepUploads(h.book, h.uploads, time.Now().Add(uploadLasts+1e9)); err != nil {
		t.Fatal(err)
	}
	if files, _ := filepath.Glob(filepath.Join(h.uploads, "*")); len(files) != 0 {
		t.Errorf("after a day: %v", files)
	}
	if g := h.as("researcher").get(job); g.status != 404 {
		t.Errorf("the page of a table that is gone: %d", g.status)
	}
}

func TestANameFromOutsideCannotEndAHeader(t *testing.T) {
	for _, name := range []string{"a\r\nSet-Cookie: x=1", `a"; filename=b`, "../../etc/passwd", "..", "", "تقرير.xlsx", "a\x00b"} {
		got := attachment(name)
		if strings.ContainsAny(got, "\r\n\"\x00/\\") || !strings.HasPrefix(got, "attachment; filename*=UTF-8''") || strings.HasSuffix(got, "''") {
			t.Errorf("%q became %q", name, got)
		}
	}
}
