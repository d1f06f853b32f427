package exports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tollbook/casualty"
	"tollbook/internal/sample"
)

// written is what an outlet writes.
func written(t *testing.T, to func(io.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := to(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func csvRows(t *testing.T, text string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestEachTableAsCsvEqualsItsSheet(t *testing.T) {
	for name, record := range records() {
		t.Run(name, func(t *testing.T) {
			o := Options{Methods: methods(t, "envelope", "gtd")}
			book := open(t, parts(t, workbook(t, record, o)))
			names, err := Tables(o)
			if err != nil {
				t.Fatal(err)
			}
			for i, name := range names {
				s := book.sheets[i+2]
				rows := csvRows(t, written(t, func(w io.Writer) error { return CSV(w, record, o, name, false) }))[1:]
				// The notes of the workbook report what it had to cut.
				if want := len(s.rows) - s.head() - 1 - strings.Count(strings.Join(s.column(s.rows[s.head()][1]), " "), "Cut text"); len(rows) != want {
					t.Errorf("%s: %d rows, the sheet has %d", name, len(rows), want)
				}
				for y, row := range rows {
					for x, got := range row {
						c := s.cells[letters(x)+strconv.Itoa(s.head()+2+y)]
						want := strings.ReplaceAll(c.Value+c.Inline, "_x005F_x", "_x")
						dateCell := c.Type == "" && strings.Count(got, "-") == 2
						cut := strings.HasSuffix(want, "stand in this cell]") && strings.HasPrefix(got, want[:1000])
						if got != want && !dateCell && !cut {
							t.Errorf("%s row %d column %d: %q, the sheet says %q", name, y, x, got, want)
						}
					}
				}
			}
		})
	}
}

func TestCsvForExcelIsMarkedAndGuarded(t *testing.T) {
	o := Options{Methods: methods(t, "envelope")}
	text := written(t, func(w io.Writer) error { return CSV(w, sample.Hostile(), o, "claims", true) })
	if !strings.HasPrefix(text, "\ufeff") {
		t.Error("Excel's csv has no byte order mark")
	}
	if !strings.Contains(text, "'=cmd|'/C calc'!A0") || !strings.Contains(text, ",'-1,") {
		t.Error("a text that looks like a formula is not guarded")
	}
	if plain := written(t, func(w io.Writer) error { return CSV(w, sample.Hostile(), o, "claims", false) }); strings.Contains(plain, "'=cmd") || strings.HasPrefix(plain, "\ufeff") {
		t.Error("the csv for programs was changed for Excel")
	}
	incidents := written(t, func(w io.Writer) error { return CSV(w, sample.Four(), o, "incidents", true) })
	if !strings.Contains(incidents, ",-45.5,") {
		t.Error("a negative longitude was guarded, though it is a number")
	}
}

func TestAnUnknownTableIsRefusedWithTheNames(t *testing.T) {
	err := CSV(io.Discard, sample.Four(), Options{Methods: methods(t, "envelope")}, "casualties", false)
	if err == nil || !strings.Contains(err.Error(), "want one of summary,") {
		t.Errorf("got %v", err)
	}
}

func TestJsonKeepsUnknownNullAndOpenTrue(t *testing.T) {
	text := written(t, func(w io.Writer) error { return JSON(w, sample.Four(), Options{Methods: methods(t, "envelope")}) })
	var out struct {
		Unconfirmed *int `json:"unconfirmed_claims"`
		Tables      map[string][]map[string]any
	}
	if err := json.Unmarshal([]byte(text), &out); err != nil {
		t.Fatal(err)
	}
	killed := out.Tables["summary"][0]
	for field, want := range map[string]any{"low": 30.0, "high": nil, "open": true, "highest": 34.0, "in_words": "at least 30, no upper bound", "best": nil} {
		if got, there := killed[field]; got != want || !there {
			t.Errorf("%s is %v, want %v", field, got, want)
		}
	}
	if out.Unconfirmed == nil || len(out.Tables["claims"]) != 4 {
		t.Errorf("unconfirmed %v, %d claims", out.Unconfirmed, len(out.Tables["claims"]))
	}
}

func TestGeoJsonCarriesOpenFiguresAndNullGeometries(t *testing.T) {
	record := sample.Four()
	record.Incidents[1].Place.Lat, record.Incidents[1].Place.Lon = nil, nil
	record.Claims = append(record.Claims, casualty.Claim{ID: "c99", Status: casualty.Suggested})
	text := written(t, func(w io.Writer) error { return GeoJSON(w, record, Options{Methods: methods(t, "envelope")}) })
	var out struct {
		Incidents   int `json:"incidents"`
		Unconfirmed int `json:"unconfirmed_claims"`
		Features    []struct {
			Geometry   *struct{ Coordinates []float64 }
			Properties struct {
				Figures []struct{ Figure casualty.Range }
			}
		}
	}
	if err := json.Unmarshal([]byte(text), &out); err != nil {
		t.Fatal(err)
	}
	if out.Incidents != len(out.Features) || out.Unconfirmed != 1 {
		t.Errorf("it says %d incidents of %d, and %d claims left out", out.Incidents, len(out.Features), out.Unconfirmed)
	}
	if out.Features[1].Geometry != nil || out.Features[0].Geometry == nil || out.Features[0].Geometry.Coordinates[0] != -45.5 {
		t.Errorf("geometries are %+v, %+v", out.Features[0].Geometry, out.Features[1].Geometry)
	}
	if got := out.Features[1].Properties.Figures[0].Figure; got != casualty.AtLeast(12) {
		t.Errorf("the second figure is %v, want 12 or more", got)
	}
}

// hxlRules are those of the standard that a program can check.
func hxlRules(rows [][]string) (bad []string) {
	tag := regexp.MustCompile(`^#[A-Za-z][A-Za-z0-9_]*(\+[A-Za-z][A-Za-z0-9_]*)*$`)
	whole, iso := regexp.MustCompile(`^(\d+(\.\d+)?)?$`), regexp.MustCompile(`^(\d{4}(-\d\d(-\d\d)?)?)?$`)
	seen := map[string]bool{}
	for x, text := range rows[1] {
		attributes := strings.Split(strings.ToLower(text), "+")
		slices.Sort(attributes[1:])
		key := strings.Join(attributes, "+")
		if !tag.MatchString(text) || seen[key] {
			bad = append(bad, "tag "+text)
		}
		if attributes[0] == "#affected" && (strings.Contains(key, "+min") || strings.Contains(key, "+max")) && !seen[strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(text, "+min"), "+max"))] {
			bad = append(bad, "no best column before "+text)
		}
		seen[key] = true
		for _, row := range rows[2:] {
			lat, _ := strconv.ParseFloat(row[x], 64)
			switch {
			case attributes[0] == "#affected" && !whole.MatchString(row[x]),
				attributes[0] == "#date" && !iso.MatchString(row[x]),
				text == "#geo+lat" && (lat < -90 || lat > 90),
				row[x] != strings.Join(strings.Fields(row[x]), " "):
				bad = append(bad, text+" "+row[x])
			}
		}
	}
	return bad
}

func TestHxlKeepsTheRulesOfTheStandard(t *testing.T) {
	for name, record := range records() {
		t.Run(name, func(t *testing.T) {
			rows := csvRows(t, written(t, func(w io.Writer) error { return HXL(w, record, Options{Methods: methods(t, "envelope")}) }))
			if bad := hxlRules(rows); len(bad) > 0 {
				t.Errorf("breaks the rules: %v", bad)
			}
			if len(rows) != len(record.Incidents)+2 {
				t.Errorf("%d rows for %d incidents", len(rows), len(record.Incidents))
			}
			for _, row := range rows[2:] {
				want := []string{fmt.Sprint(len(record.Incidents)), fmt.Sprint(unconfirmedIn(record))}
				from := slices.Index(rows[0], "incidents_in_file")
				if got := row[from : from+2]; !slices.Equal(got, want) {
					t.Errorf("the row says %q incidents and unconfirmed claims, want %q", got, want)
				}
			}
		})
	}
	t.Run("a broken file is seen", func(t *testing.T) {
		for _, rows := range [][][]string{
			{{"killed"}, {"#affected+killed+min"}}, {{"a", "b"}, {"#meta+id", "#META +id"}}, {{"killed"}, {"#affected+killed"}, {"10+"}}, {{"day"}, {"#date"}, {"unknown"}},
		} {
			if len(hxlRules(rows)) == 0 {
				t.Errorf("%v went unseen", rows)
			}
		}
	})
}

func unconfirmedIn(r casualty.Record) (n int) {
	for _, c := range r.Claims {
		if c.Status == casualty.Suggested && c.Erased == "" {
			n++
		}
	}
	return n
}

func TestThePackageDescribesEveryFieldOfEveryFile(t *testing.T) {
	o := Options{Methods: methods(t, "envelope", "gtd"), Licence: "CC BY 4.0", Publisher: "Vareno Observatory"}
	text := written(t, func(w io.Writer) error { return Package(w, sample.Disputed(), o) })
	files := parts(t, []byte(text))
	var d descriptor
	if err := json.Unmarshal([]byte(files["datapackage.json"]), &d); err != nil {
		t.Fatal(err)
	}
	if len(d.Resources) != len(files)-1 {
		t.Errorf("%d resources for %d files", len(d.Resources), len(files)-1)
	}
	for _, r := range d.Resources {
		rows := csvRows(t, files[r.Path])
		for i, f := range r.Schema.Fields {
			if rows[0][i] != f.Name {
				t.Errorf("%s: column %d is %q, described as %q", r.Path, i, rows[0][i], f.Name)
			}
			for _, row := range rows[1:] {
				if why := f.refuses(row[i]); why != "" {
					t.Errorf("%s: %s %q: %s", r.Path, f.Name, row[i], why)
				}
			}
		}
	}
	if again := written(t, func(w io.Writer) error { return Package(w, sample.Disputed(), o) }); again != text {
		t.Error("the same record gives another package")
	}
}

// refuses says why a field does not take a value, as a client of the standard would.
func (f field) refuses(value string) string {
	n, err := strconv.Atoi(value)
	c := f.Constraints
	switch {
	case value == "" && c != nil && c.Required:
		return "required"
	case value == "":
		return ""
	case f.Type == "integer" && err != nil:
		return "no integer"
	case f.Type == "integer" && c != nil && c.Minimum != nil && n < *c.Minimum:
		return "too small"
	case c != nil && c.Enum != nil && !slices.Contains(c.Enum, value):
		return "not in its list"
	}
	return ""
}

func TestTheHtmlReportLoadsNothingAndEscapesEverything(t *testing.T) {
	text := written(t, func(w io.Writer) error {
		return HTML(w, sample.Hostile(), Options{Methods: methods(t, "envelope"), Title: "<script>alert(1)</script>"})
	})
	for _, bad := range []string{"<script", "src=", "href=", "http-equiv", "@import", "url("} {
		if strings.Contains(text, bad) {
			t.Errorf("the report holds %s", bad)
		}
	}
	four := written(t, func(w io.Writer) error { return HTML(w, sample.Four(), Options{Methods: methods(t, "envelope")}) })
	if !strings.Contains(four, "at least 30, no upper bound") {
		t.Error("the report does not say the total")
	}
}
