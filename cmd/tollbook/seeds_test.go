package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tollbook/curate"
)

// outside is the folder with outside data; the test is skipped without it.
func outside(t *testing.T) string {
	t.Helper()
	folder := os.Getenv("TOLLBOOK_TESTDATA")
	if folder == "" {
		t.Skip("TOLLBOOK_TESTDATA names no folder with outside data")
	}
	return folder
}

// published are the times that a person knows of the five reports; the texts do
// not carry them.
var published = map[string]string{
	"000_8ef0c9e0f8a818b3.txt": "2025-07-01T09:00Z",
	"001_06014439358f5d2f.txt": "2025-07-01T15:00Z",
	"002_aac3da977d32cb16.txt": "2025-07-01T12:00Z",
	"003_dc2ebab95f013cb3.txt": "2025-07-01T07:00Z",
	"004_47133e6c2e009e48.txt": "2025-07-02T09:00Z",
}

func TestFiveRealReportsGoFromAnEmptyBookToAWorkbook(t *testing.T) {
	seeds := filepath.Join(outside(t), "seeds")
	folder := t.TempDir()
	book := filepath.Join(folder, "b.tollbook")
	for name, when := range published {
		must(t, "add", filepath.Join(seeds, name), "--book", book, "--source", "Outlet "+name[:3], "--published", when)
	}
	var decisions curate.Decisions
	if err := json.Unmarshal([]byte(must(t, "review", "--template", "--book", book)), &decisions); err != nil {
		t.Fatal(err)
	}
	judge(&decisions)
	data, err := json.Marshal(decisions)
	if err != nil {
		t.Fatal(err)
	}
	must(t, "review", write(t, folder, "decisions.json", string(data)), "--book", book)
	table := must(t, "figures", "--book", book, "--method", "envelope,lowest,gtd", "--format", "csv")
	for _, row := range []string{
		"Izhevsk,killed,,,,envelope/1,envelope/1,3,,3,false,3,3,3,false,3,",
		"Izhevsk,killed,,,,lowest/1,lowest/1,,3,,false,3,",
		"Izhevsk,killed,,,,gtd/1,gtd/1,,3,,false,3,",
		"Izhevsk,injured,,,,envelope/1,envelope/1,45,,45,false,45,35,45,false,45,",
		"Izhevsk,injured,,,,gtd/1,gtd/1,,45,,false,45,",
		"Izhevsk,injured,,,serious,envelope/1,envelope/1,6,,6,false,6,6,35,false,35,",
		"Elsewhere,",
	} {
		if !strings.Contains(table, row) {
			t.Errorf("the figures have no row %s:\n%s", row, table)
		}
	}
	must(t, "export", "--book", book, "--out", filepath.Join(folder, "report.xlsx"))
	must(t, "check", "--book", book)
}

// judge does what a person would: numbers of this incident are one incident's,
// the others another's, and all authorities of the region are one origin.
func judge(d *curate.Decisions) {
	d.Incidents = []curate.IncidentDecision{
		{As: "izhevsk", Set: map[string]string{"title": "Izhevsk", "day": "2025-07-01"}},
		{As: "elsewhere", Set: map[string]string{"title": "Elsewhere"}},
	}
	d.Origins = []curate.OriginDecision{{As: "region", Set: map[string]string{"name": "authorities of the region"}}}
	for i := range d.Claims {
		c := &d.Claims[i]
		c.Do, c.Incident = "confirm", "izhevsk"
		if strings.Contains(c.Note, "other; says") {
			c.Incident = "elsewhere"
			continue
		}
		if !strings.HasSuffix(c.Note, "says nobody named") {
			c.Origin = "region"
		}
	}
}

// must runs a command that has to be done, and gives its output.
func must(t *testing.T, args ...string) string {
	t.Helper()
	code, out, errOut := do(t, "", args...)
	if code != exitDone {
		t.Fatalf("%v: exit code %d: %s", args, code, errOut)
	}
	return out
}
