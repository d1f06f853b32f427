package phrase

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"tollbook/casualty"
)

// published is a file of the outside data that the tree does not hold: others
// published it, without a licence to pass it on.
func published(t *testing.T, names ...string) []byte {
	t.Helper()
	root := os.Getenv("TOLLBOOK_TESTDATA")
	if root == "" {
		t.Skip("TOLLBOOK_TESTDATA names no folder of published data")
	}
	data, err := os.ReadFile(filepath.Join(append([]string{root, "data"}, names...)...))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A recorded figure is one that a reader at Airwars took from a page by hand.
type recorded struct {
	source, qualifier string
	harm              casualty.Harm
	n                 int
}

// airwars reads the pages by their id and the figures recorded of them. "more
// than" is recorded as the number after.
func airwars(t *testing.T) (map[string]string, []recorded) {
	texts := map[string]string{}
	lines := bufio.NewScanner(bytes.NewReader(published(t, "airwars-source-texts", "dev-texts.jsonl")))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var page struct {
			ID   string `json:"source_id"`
			Text string
		}
		if err := json.Unmarshal(lines.Bytes(), &page); err != nil {
			t.Fatal(err)
		}
		texts[page.ID] += page.Text + "\n\n"
	}
	rows, err := csv.NewReader(bytes.NewReader(published(t, "airwars-source-texts", "dev-per-source-figures.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	var figures []recorded
	for _, row := range rows[1:] {
		r := recorded{source: row[column["source_id"]], qualifier: row[column["qualifier"]], harm: casualty.Harm(row[column["measure"]])}
		r.n, _ = strconv.Atoi(row[column["min"]])
		if r.harm == "killed_or_injured" {
			r.harm = casualty.Casualties
		}
		figures = append(figures, r)
	}
	return texts, figures
}

// told tells whether the figure states the recorded number.
func (r recorded) told(f Figure) bool {
	if f.Harm != r.harm {
		return false
	}
	if r.qualifier == "unspecified" {
		return f.Count.Qualifier == casualty.Unspecified || f.Count.Qualifier == casualty.Vague
	}
	n, _ := f.Count.Number()
	if f.Count.Qualifier == casualty.MoreThan {
		n++
	}
	return n == r.n
}

// Pages as they were published, most of them Arabic, against the figures that a
// person recorded; docs/reading.md reports the numbers.
func TestPublishedPagesTellTheirRecordedFigures(t *testing.T) {
	texts, figures := airwars(t)
	read := map[string][]Figure{}
	for id, text := range texts {
		read[id] = Read(text, Options{})
		checkPlaces(t, text, read[id])
	}
	hits, all := map[casualty.Harm]int{}, map[casualty.Harm]int{}
	for _, r := range figures {
		if texts[r.source] == "" {
			t.Errorf("no page %s", r.source)
		}
		all[r.harm]++
		if slices.ContainsFunc(read[r.source], r.told) {
			hits[r.harm]++
			continue
		}
		t.Logf("%s: %s %s %d is not read", r.source, r.harm, r.qualifier, r.n)
	}
	for harm, want := range map[casualty.Harm]float64{casualty.Killed: 0.97, casualty.Injured: 0.94, casualty.Casualties: 1} {
		t.Logf("%s: %d of %d", harm, hits[harm], all[harm])
		if ratio(hits[harm], all[harm]) < want || all[harm] == 0 {
			t.Errorf("%s: read %d of %d, want %.2f", harm, hits[harm], all[harm], want)
		}
	}
}

// A strike is one line about an attack, and the smallest and largest number of
// killed that was recorded of it.
type strike struct {
	Narrative string
	Short     string `json:"bij_summary_short"`
	Min       string `json:"deaths_min"`
	Max       string `json:"deaths_max"`
}

func strikes(t *testing.T) []strike {
	var file struct{ Strike []strike }
	if err := json.Unmarshal(published(t, "dronestream", "dronestream-2016-04.json"), &file); err != nil {
		t.Fatal(err)
	}
	return file.Strike
}

// agreement says how the first number of killed that a line tells of one attack
// lies to the recorded range.
func agreement(line string, low, high int) string {
	figures := Read(line, Options{Language: "en"})
	i := slices.IndexFunc(figures, func(f Figure) bool {
		return f.Harm == casualty.Killed && !f.Subset && !f.Negated && f.Count.Qualifier != casualty.None
	})
	if i < 0 {
		return "none read"
	}
	n, known := figures[i].Count.Number()
	m, second := figures[i].Count.Second()
	if !second {
		m = n
	}
	switch {
	case !known:
		return "vague"
	case n == low && m == high:
		return "the same"
	case n >= low && m <= high:
		return "within"
	case n <= high && m >= low:
		return "overlapping"
	}
	return "outside"
}

func TestOneLineSummariesTellTheRecordedRange(t *testing.T) {
	for name, tt := range map[string]struct {
		line   func(strike) string
		agrees float64
	}{
		"narrative": {func(s strike) string { return s.Narrative }, 0.76},
		"short":     {func(s strike) string { return s.Short }, 0.80},
	} {
		t.Run(name, func(t *testing.T) {
			kinds, lines := map[string]int{}, 0
			for i, s := range strikes(t) {
				low, err := strconv.Atoi(s.Min)
				high, err2 := strconv.Atoi(s.Max)
				if err != nil || err2 != nil || tt.line(s) == "" {
					kinds["nothing to compare"]++
					continue
				}
				kind := agreement(tt.line(s), low, high)
				kinds[kind]++
				lines++
				if kind == "outside" || kind == "none read" {
					t.Logf("strike %d: %s, recorded %d to %d", i+1, kind, low, high)
				}
			}
			for _, kind := range slices.Sorted(maps.Keys(kinds)) {
				t.Logf("%s: %d", kind, kinds[kind])
			}
			agree := kinds["the same"] + kinds["within"] + kinds["overlapping"]
			if lines == 0 || ratio(agree, lines) < tt.agrees {
				t.Errorf("%d of %d lines agree, want %.2f", agree, lines, tt.agrees)
			}
		})
	}
}
