package tollbook

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"tollbook/casualty"
)

// records are the types that docs/format.md describes, by their headings.
var records = map[string]any{
	"Document": casualty.Document{}, "Source": casualty.Source{}, "Origin": casualty.Origin{},
	"Text": casualty.Text{}, "Fetched": casualty.Fetched{}, "Report": casualty.Report{}, "Claim": casualty.Claim{}, "Quote": casualty.Quote{}, "Imported": casualty.Imported{},
	"Incident": casualty.Incident{}, "Place": casualty.Place{}, "Perpetrator": casualty.Perpetrator{},
	"Victim": casualty.Victim{}, "Move": casualty.Move{}, "Decision": casualty.Decision{},
	"Release": casualty.Release{}, "File": casualty.File{}, "Frozen": casualty.Frozen{},
}

func TestTheFormatPageNamesEveryFieldInItsOrder(t *testing.T) {
	page, err := os.ReadFile("docs/format.md")
	if err != nil {
		t.Fatal(err)
	}
	for heading, record := range records {
		var fields []string
		typ := reflect.TypeOf(record)
		for i := range typ.NumField() {
			name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			fields = append(fields, name)
		}
		if got, want := documented(string(page), heading), fields; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: the page has %v, the record %v", heading, got, want)
		}
	}
}

var firstCell = regexp.MustCompile(`(?m)^\| (\w+) \|`)

// documented lists the first cells of the table under a heading.
func documented(page, heading string) []string {
	_, section, _ := strings.Cut(page, "# "+heading+"\n")
	section, _, _ = strings.Cut(section, "\n#")
	var fields []string
	for _, m := range firstCell.FindAllStringSubmatch(section, -1) {
		if m[1] != "field" {
			fields = append(fields, m[1])
		}
	}
	return fields
}

var link = regexp.MustCompile(`\]\(([^)#:]+)\)`)

func TestEveryLinkOfThePagesLeadsSomewhere(t *testing.T) {
	pages, err := filepath.Glob("*.md")
	if err != nil {
		t.Fatal(err)
	}
	below, err := filepath.Glob("docs/*.md")
	if err != nil || len(pages) == 0 || len(below) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, page := range append(pages, below...) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), m[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", page, m[1])
			}
		}
	}
}
