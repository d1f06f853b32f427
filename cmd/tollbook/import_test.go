package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tollbook/casualty"
	"tollbook/ingest/mapping"
)

// edited is a workbook in which texts of one sheet are replaced, as a person who
// types over cells would.
func edited(t *testing.T, path, sheetTitle string, replace ...string) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	in, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	found := false
	for _, part := range in.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(part.Name, "xl/worksheets/sheet") && strings.Contains(string(text), ">"+sheetTitle+"<") {
			changed := strings.NewReplacer(replace...).Replace(string(text))
			found = found || changed != string(text)
			text = []byte(changed)
		}
		p, err := w.Create(part.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil || !found {
		t.Fatalf("the sheet %q has no such cell (%v)", sheetTitle, err)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// ends runs a command that must end with this exit code.
func ends(t *testing.T, want int, args ...string) string {
	t.Helper()
	code, out, errOut := do(t, "", args...)
	if code != want {
		t.Fatalf("%v: exit code %d, want %d: %s%s", args, code, want, out, errOut)
	}
	return out + errOut
}

const monitored = `Strike ID,Date,Location,Minimum killed,Maximum killed,Injured
A1,2031-02-03,Old Market,3,7,12+
A2,2031-02-04,North Bridge,5,5,dozens
`

func TestAnExportWithTwoCellsChangedMakesTwoChanges(t *testing.T) {
	folder := t.TempDir()
	book, out := filepath.Join(folder, "b.tollbook"), filepath.Join(folder, "out.xlsx")
	in := write(t, folder, "strikes.csv", monitored)
	ends(t, exitDone, "import", in, "--source", "Example Monitor", "--yes", "--confirm", "--result", "none", "--book", book)
	ends(t, exitDone, "export", "--out", out, "--book", book)
	if said := ends(t, exitDone, "import", out, "--book", book); !strings.Contains(said, "0 changed cells") {
		t.Errorf("an export that nobody touched: %s", said)
	}
	edited(t, out, "Claims behind the figures", ">at least 12<", ">14-15<")
	edited(t, out, "Incidents", ">North Bridge<", ">South Bridge<")
	var got struct {
		Entry    int
		Changes  []struct{ Where, ID, Field, Was, Now string }
		Problems []any
	}
	if err := json.Unmarshal([]byte(ends(t, exitDone, "import", out, "--format", "json", "--book", book)), &got); err != nil {
		t.Fatal(err)
	}
	if got.Entry != 2 || len(got.Changes) != 2 || got.Changes[0].Was != "at least 12" || got.Changes[0].Now != "14 to 15" || got.Changes[1].Field != "place" || len(got.Problems) != 0 {
		t.Errorf("two cells changed: %+v", got)
	}
	if said := ends(t, exitDone, "import", out, "--book", book); !strings.Contains(said, "0 changed cells") {
		t.Errorf("the same workbook again: %s", said)
	}

	t.Run("a cell that has changed in the book since is left alone and named", func(t *testing.T) {
		ends(t, exitDone, "correct", "i2", "place=East Bridge", "--reason", "a better map", "--book", book)
		said := ends(t, exitProblems, "import", out, "--valid-only", "--book", book)
		if !strings.Contains(said, "is “East Bridge” in the book by now") {
			t.Errorf("it says %s", said)
		}
	})
	t.Run("an export that withholds words is refused", func(t *testing.T) {
		public := filepath.Join(folder, "public.xlsx")
		ends(t, exitDone, "export", "--out", public, "--profile", "public", "--book", book)
		if said := ends(t, exitFailed, "import", public, "--book", book); !strings.Contains(said, "--profile internal") {
			t.Errorf("it says %s", said)
		}
	})
	t.Run("an export of another book is refused", func(t *testing.T) {
		other := filepath.Join(folder, "other.tollbook")
		ends(t, exitDone, "import", in, "--source", "Example Monitor", "--yes", "--result", "none", "--book", other)
		if said := ends(t, exitFailed, "import", out, "--book", other); !strings.Contains(said, "an export of another book") {
			t.Errorf("it says %s", said)
		}
	})
}

func TestTheTemplateHasDropDownsAndItsPresetKnowsEveryColumn(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "t.xlsx")
	ends(t, exitDone, "template", "--out", path)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ends(t, exitDone, "template", "--out", path, "--force")
	if again, err := os.ReadFile(path); err != nil || !bytes.Equal(content, again) {
		t.Errorf("the same program writes another template (%v)", err)
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	lists := 0
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		lists += strings.Count(string(text), `type="list"`)
	}
	if lists != 6 {
		t.Errorf("%d drop-downs, want harm, population and group on two sheets", lists)
	}
	var got struct {
		Mapping  mapping.Mapping
		Claims   int
		Problems []any
	}
	out := ends(t, exitDone, "import", path, "--preset", "template", "--sheet", "Example", "--source", "A. Researcher", "--dry-run", "--result", "none", "--format", "json", "--book", filepath.Join(folder, "b.tollbook"))
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Mapping.Columns) != 17 || got.Claims != 3 || len(got.Problems) != 0 {
		t.Errorf("%d of the 17 columns are known, %d claims, problems %v", len(got.Mapping.Columns), got.Claims, got.Problems)
	}
}

func TestAFailedImportLeavesNoBookBehind(t *testing.T) {
	folder := t.TempDir()
	book := filepath.Join(folder, "b.tollbook")
	in := write(t, folder, "a.csv", "id,date,killed\n1,2031-01-01,4-Mar\n")
	ends(t, exitFailed, "import", in, "--source", "x", "--yes", "--result", "none", "--book", book)
	ends(t, exitDone, "import", write(t, folder, "b.csv", "id,date,killed\n1,2031-01-01,4\n"), "--source", "x", "--dry-run", "--result", "none", "--book", book)
	names, err := os.ReadDir(folder)
	if err != nil || len(names) != 2 {
		t.Errorf("left behind: %v (%v)", names, err)
	}
}

func TestCheckLooksQuotesUpInTheirCells(t *testing.T) {
	folder := t.TempDir()
	book := filepath.Join(folder, "b.tollbook")
	in := write(t, folder, "a.csv", "id;date;killed\n1;2031-01-01;4-5\n")
	ends(t, exitDone, "import", in, "--source", "x", "--yes", "--result", "none", "--delimiter", ";", "--book", book)
	ends(t, exitDone, "check", "--book", book)
	if out := ends(t, exitDone, "list", "claims", "--book", book, "--format", "json"); !strings.Contains(out, `"cell": "C2"`) {
		t.Errorf("the claim's quote has no cell: %s", out)
	}
}

func TestTheReviewOfATableShowsTheCellAndNoBytes(t *testing.T) {
	before, after := around("PK\x03\x04 the bytes of a workbook", casualty.Quote{Text: "12+", Cell: "'Data 2031'!C14"})
	if before != "'Data 2031'!C14: " || after != "" {
		t.Errorf("around the quote stand %q and %q", before, after)
	}
}

func TestTheProgressOfALongImportShowsTheRateAndTheTimeLeft(t *testing.T) {
	if got, want := progressLine(50_000, 200_000, 10), "[#####...............] 50,000 of 200,000 rows, 5,000 rows a second, 30s left"; got != want {
		t.Errorf("it shows %q, want %q", got, want)
	}
}
