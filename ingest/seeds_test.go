package ingest

import (
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tollbook/casualty"
)

type seedDocument struct {
	File    string
	Figures []seedFigure
}

type seedFigure struct {
	Incident     string
	Harm         casualty.Harm
	Severity     casualty.Severity
	Population   casualty.Population
	Subset       bool
	NoneReported bool `json:"none_reported"`
	Low          int
	High         *int
	Quote        string
	Claimant     string
}

// The five texts are other people's: they are read where they lie, and nothing
// of them stands here.
func TestSeedsGiveExactlyTheirFigures(t *testing.T) {
	folder := os.Getenv("TOLLBOOK_TESTDATA")
	if folder == "" {
		t.Skip("TOLLBOOK_TESTDATA is not set: the five reports lie outside the tree")
	}
	var expected struct{ Documents []seedDocument }
	data, err := os.ReadFile(filepath.Join(folder, "seeds", "figures.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &expected); err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, doc := range expected.Documents {
		total += len(doc.Figures)
		t.Run(doc.File, func(t *testing.T) { testSeed(t, filepath.Join(folder, "seeds", doc.File), doc) })
	}
	if total != 14 {
		t.Errorf("figures.json holds %d figures, want 14", total)
	}
}

func testSeed(t *testing.T, path string, doc seedDocument) {
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d, err := NewDocument(path, content)
	if err != nil {
		t.Fatal(err)
	}
	claims := Read(d, Options{})
	if len(claims) != len(doc.Figures) {
		t.Errorf("%d claims, want %d", len(claims), len(doc.Figures))
	}
	for i := range min(len(claims), len(doc.Figures)) {
		checkSeed(t, string(content), claims[i], doc.Figures[i])
	}
}

func checkSeed(t *testing.T, text string, got casualty.Claim, want seedFigure) {
	t.Helper()
	if got.Harm != want.Harm || !wordedAs(got.Count, want) || got.Severity != want.Severity || got.Population != want.Population || got.Subset != want.Subset {
		t.Errorf("%q: %s %s %s %s subset %v, want %+v", got.Quote.Text, got.Harm, got.Count, got.Severity, got.Population, got.Subset, want)
	}
	if !strings.Contains(want.Quote, got.Quote.Text) || text[got.Quote.Start:got.Quote.End] != got.Quote.Text {
		t.Errorf("quote %q at %d, want %q", got.Quote.Text, got.Quote.Start, want.Quote)
	}
	scope := casualty.OtherIncident
	if want.Incident == "izhevsk" {
		scope = casualty.ThisIncident
	}
	if got.Scope != scope {
		t.Errorf("%q: scope %s, want %s", want.Quote, got.Scope, scope)
	}
	if claimant := strings.ReplaceAll(got.Claimant, "’", "'"); claimant != want.Claimant {
		t.Errorf("%q: claimant %q, want %q", want.Quote, got.Claimant, want.Claimant)
	}
	if got.Status != casualty.Suggested {
		t.Errorf("%q: status %s, want suggested", want.Quote, got.Status)
	}
}

func wordedAs(c casualty.Count, want seedFigure) bool {
	qualifier, n := casualty.Exact, want.Low
	switch {
	case want.NoneReported:
		qualifier, n = casualty.None, 0
	case want.High == nil && want.Low == 1:
		qualifier, n = casualty.Unspecified, 0
	case want.High == nil:
		qualifier = casualty.AtLeastN
	}
	return c.Qualifier == qualifier && c.N == n && cmp.Or(c.Word, casualty.NotReported) == casualty.NotReported
}
