package curate_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tollbook/casualty"
	"tollbook/ingest/mapping"
	"tollbook/ingest/table"
)

// outside reads a file of the outside data, or skips the test.
func outside(t *testing.T, path string) []byte {
	t.Helper()
	folder := os.Getenv("TOLLBOOK_TESTDATA")
	if folder == "" {
		t.Skip("this test reads files that others published, from the folder that TOLLBOOK_TESTDATA names; it is not set")
	}
	content, err := os.ReadFile(filepath.Join(folder, "data", path))
	if err != nil {
		t.Skipf("the outside data has no %s", path)
	}
	return content
}

func preset(t *testing.T, name string) mapping.Mapping {
	t.Helper()
	m, err := mapping.Preset(name)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func saved(t *testing.T, name string) mapping.Mapping {
	t.Helper()
	in, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	m, err := mapping.Load(in)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestEveryPublishedFileComesIn: rows read, claims made, problems and the cells
// they stand in, for each file; and a second time nothing.
func TestEveryPublishedFileComesIn(t *testing.T) {
	if testing.Short() {
		t.Skip("The short run leaves large records out.")
	}
	for _, tt := range []struct {
		path      string
		mapping   mapping.Mapping
		rows      string
		claims    int
		incidents int
		problems  []string // places
	}{
		{"tbij-strikes/us-pakistan-strikes-from-2004.xlsx", preset(t, "tbij"), "429 added, 1 added in part", 933, 430, []string{"'Drone strikes data'!K245"}},
		{"tbij-strikes/us-yemen-strikes-from-2007.xlsx", preset(t, "tbij"), "324 added", 442, 324, nil},
		{"tbij-strikes/us-somalia-strikes-from-2007.xlsx", preset(t, "tbij"), "190 added", 216, 190, nil},
		{"dronestream/dronestream-2016-04.json", preset(t, "dronestream"), "619 added, 2 added in part", 1288, 621, []string{"strike[33].children", "strike[258].children"}},
		{"gaza-daily-by-source/casualties_daily.json", preset(t, "daily-bulletin"), "1051 added", 13048, 0, nil},
		{"gaza-daily-by-source/lebanon_casualties_daily.json", preset(t, "daily-bulletin"), "187 added", 672, 0, nil},
		{"gaza-daily-by-source/west_bank_daily.json", preset(t, "daily-bulletin"), "1051 added", 8410, 0, nil},
		{"insecurity-insight/2020-2023-education-in-danger-incident-data.xlsx", preset(t, "insecurity-insight"), "1895 added", 1137, 1895, nil},
		{"insecurity-insight/2020-2023-protection-in-danger-incident-data.xlsx", preset(t, "insecurity-insight"), "624 added", 358, 624, nil},
		{"pakistan-three-sources/per-source.csv", saved(t, "per-source.json"), "1086 added, 3 added in part, 1 set aside, 1 no data", 2651, 430, []string{"H628", "row 638", "G1029", "G1032"}},
		{"airwars-source-texts/dev-per-source-figures.csv", saved(t, "per-source-figures.json"), "126 added", 126, 5, nil},
	} {
		t.Run(tt.path, func(t *testing.T) {
			book := newBook(t)
			in := job(t, filepath.Base(tt.path), outside(t, tt.path), tt.mapping)
			in.ValidOnly = true
			got := brought(t, book, in)
			var places []string
			for _, p := range got.Problems {
				places = append(places, p.Problem.Where)
			}
			if counts(got) != tt.rows || got.Claims != tt.claims || got.Incidents != tt.incidents || strings.Join(places, " ") != strings.Join(tt.problems, " ") {
				t.Errorf("%s; %d claims, %d incidents, problems at %q", counts(got), got.Claims, got.Incidents, places)
			}
			if len(got.Rows) != in.Bound.Count() {
				t.Errorf("%d rows have a status, of %d", len(got.Rows), in.Bound.Count())
			}
			if again := brought(t, book, in); again.Entry != 0 || again.Claims+again.Changed != 0 {
				t.Errorf("the same file again: %s, %d claims, %d changed", counts(again), again.Claims, again.Changed)
			}
		})
	}
}

// sums adds lows and highs of the claims that a question keeps, as ranges.
func sums(t *testing.T, r casualty.Record, keep func(casualty.Claim, casualty.Incident) bool) (low, high int) {
	t.Helper()
	lexicon, err := casualty.LexiconNamed("envelope")
	if err != nil {
		t.Fatal(err)
	}
	incidents := map[casualty.IncidentID]casualty.Incident{}
	for _, in := range r.Incidents {
		incidents[in.ID] = in
	}
	for _, c := range r.Claims {
		if !keep(c, incidents[c.Incident]) {
			continue
		}
		people, _ := lexicon.Code(c.Harm, c.Count, "")
		l, _ := people.Low()
		h, ok := people.High()
		if !ok {
			t.Errorf("%s: %s has no high", c.ID, c.Count)
		}
		low, high = low+l, high+h
	}
	return low, high
}

func TestTheSumsOfThePublishedStrikesAreTheKnownOnes(t *testing.T) {
	book := newBook(t)
	in := job(t, "p.xlsx", outside(t, "tbij-strikes/us-pakistan-strikes-from-2004.xlsx"), preset(t, "tbij"))
	in.ValidOnly = true
	brought(t, book, in)
	r := recordOf(t, book)
	type of struct {
		harm       casualty.Harm
		population casualty.Population
		group      casualty.Group
	}
	killed, civilians, children, injured := of{"killed", "", ""}, of{"killed", "civilians", ""}, of{"killed", "", "children"}, of{"injured", "", ""}
	for _, tt := range []struct {
		president, prefix string
		of                of
		low, high         int
	}{
		{"Bush", "b", killed, 410, 595}, {"Bush", "b", civilians, 167, 332}, {"Bush", "b", children, 106, 129}, {"Bush", "b", injured, 175, 277},
		{"Obama", "ob", killed, 2089, 3406}, {"Obama", "ob", civilians, 257, 634}, {"Obama", "ob", children, 66, 78},
		{"Obama", "ob", injured, 983, 1465}, // 986 to 1,467 less the 3 to 2 of Ob193, which is set aside and named
		{"Trump", "t", killed, 16, 25}, {"Trump", "t", civilians, 0, 3}, {"Trump", "t", children, 0, 0}, {"Trump", "t", injured, 1, 5},
	} {
		low, high := sums(t, r, func(c casualty.Claim, in casualty.Incident) bool {
			letters := strings.TrimRight(in.Imported.Key, "0123456789abcdefghijklmnopqrstuvwxyz")
			letters = strings.TrimRightFunc(in.Imported.Key[len(letters):], func(r rune) bool { return r >= '0' && r <= '9' })
			return letters == tt.prefix && of{c.Harm, c.Population, c.Group} == tt.of
		})
		if low != tt.low || high != tt.high {
			t.Errorf("%s, %v: %d to %d, want %d to %d", tt.president, tt.of, low, high, tt.low, tt.high)
		}
	}
	for _, c := range r.Claims {
		if n, ok := c.Count.Number(); ok && n == 0 {
			t.Errorf("%s claims a reported zero, where 0 may stand for unknown", c.ID)
		}
	}
	book = newBook(t)
	brought(t, book, job(t, "y.xlsx", outside(t, "tbij-strikes/us-yemen-strikes-from-2007.xlsx"), preset(t, "tbij")))
	r = recordOf(t, book)
	for _, tt := range []struct {
		of        of
		low, high int
	}{{killed, 898, 1258}, {civilians, 91, 142}, {children, 11, 15}} {
		low, high := sums(t, r, func(c casualty.Claim, in casualty.Incident) bool {
			confirmed := strings.Contains(in.Notes, ": Confirmed") && strings.Contains(in.Notes, "Air operation?: 1")
			return confirmed && of{c.Harm, c.Population, c.Group} == tt.of
		})
		if low != tt.low || high != tt.high {
			t.Errorf("Yemen, %v: %d to %d, want %d to %d", tt.of, low, high, tt.low, tt.high)
		}
	}
}

func TestRunningTotalsStayApartFromDailyNumbers(t *testing.T) {
	book := newBook(t)
	in := job(t, "g.json", outside(t, "gaza-daily-by-source/casualties_daily.json"), preset(t, "daily-bulletin"))
	in.ValidOnly = true
	brought(t, book, in)
	daily, last := 0, 0
	for _, c := range recordOf(t, book).Claims {
		if c.Harm != casualty.Killed || c.Group != "" || c.Claimant != "" || c.Quote.Cell == "" {
			continue
		}
		switch {
		case strings.HasSuffix(c.Quote.Cell, ".ext_killed"):
			daily += c.Count.N
			if c.Scope != casualty.Integrative {
				t.Errorf("%s is %s", c.ID, c.Scope)
			}
		case strings.HasSuffix(c.Quote.Cell, ".ext_killed_cum"):
			last = c.Count.N
			if c.Scope != casualty.Cumulative {
				t.Errorf("%s is %s", c.ID, c.Scope)
			}
		}
	}
	if daily != 73419 || last != 73419 {
		t.Errorf("the daily numbers come to %d and the last total is %d, want 73,419 twice", daily, last)
	}
}

func TestTheStoredResultsOfFormulasAreNoFigures(t *testing.T) {
	f, err := table.Open("p.xlsx", outside(t, "tbij-strikes/us-pakistan-strikes-from-2004.xlsx"), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	tb, err := f.Table("Summary tables and casualty rat")
	if err != nil {
		t.Fatal(err)
	}
	m := finding
	m.Key = []string{"Year"}
	b, err := m.Bind(tb)
	if err != nil {
		t.Fatal(err)
	}
	read, formulas := 0, 0
	for e, err := range b.Entries() {
		if err != nil {
			t.Fatal(err)
		}
		read += len(e.Figures)
		for _, p := range e.Problems {
			if strings.Contains(p.Found, "formula") || strings.Contains(p.Want, "formula") {
				formulas++
			}
		}
	}
	if read != 0 || formulas < 60 {
		t.Errorf("%d stored results were read as figures, %d were named", read, formulas)
	}
}
