package exports

import (
	"bytes"
	"strings"
	"testing"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/internal/sample"
)

// methods are those of that name; the first is the headline.
func methods(t *testing.T, names ...string) []aggregate.Method {
	t.Helper()
	list := make([]aggregate.Method, len(names))
	for i, name := range names {
		m, err := aggregate.MethodNamed(name)
		if err != nil {
			t.Fatal(err)
		}
		list[i] = m
	}
	return list
}

func workbook(t *testing.T, r casualty.Record, o Options) []byte {
	t.Helper()
	if o.Methods == nil {
		o.Methods = methods(t, "envelope", "lowest", "gtd")
	}
	var b bytes.Buffer
	if err := Workbook(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// records are what the checks run on.
func records() map[string]casualty.Record {
	return map[string]casualty.Record{
		"four incidents":          sample.Four(),
		"sources that disagree":   sample.Disputed(),
		"an empty book":           sample.New().Record,
		"a hostile record":        sample.Hostile(),
		"a record in Arabic":      sample.Arabic(),
		"a long record of claims": sample.Many(60),
	}
}

// table reads a sheet's table as rows by heading.
func tableOf(t *testing.T, book []byte, name string) []map[string]string {
	t.Helper()
	rows, err := reopened(t, book).GetRows(name)
	if err != nil {
		t.Fatal(err)
	}
	head := headRow(rows)
	var list []map[string]string
	for _, row := range rows[head+1:] {
		m := map[string]string{}
		for i, heading := range rows[head] {
			m[heading] = at([][]string{row}, 0, i)
		}
		list = append(list, m)
	}
	return list
}

// headRow is the first row after the blank one that ends the introduction.
func headRow(rows [][]string) int {
	for i, row := range rows {
		if len(row) == 0 {
			return i + 1
		}
	}
	return len(rows) - 1
}

func TestFourIncidentsMakeAtLeastThirtyWithNoUpperBound(t *testing.T) {
	rows := tableOf(t, workbook(t, sample.Four(), Options{}), summarySheet)
	if len(rows) != 1 {
		t.Fatalf("the summary has %d rows, want one for killed", len(rows))
	}
	for heading, want := range map[string]string{
		"In words": "at least 30, no upper bound", "Low": "30", "High": "", "Open": "yes", "Highest": "34",
		"Incidents": "4", "With a figure": "4", "Without a figure": "0", "Open above": "1",
	} {
		if got := rows[0][heading]; got != want {
			t.Errorf("%s is %q, want %q", heading, got, want)
		}
	}
}

func TestAFigureShowsWhatItsClaimsSay(t *testing.T) {
	figures := map[string]map[string]string{}
	for _, row := range tableOf(t, workbook(t, sample.Disputed(), Options{}), figuresSheet) {
		figures[row["Figure"]] = row
	}
	for _, tt := range []struct{ name, figure, heading, want string }{
		{"an origin's later word stands", "i1.injured", "In words", "40 to 45"},
		{"the span as reported keeps the earlier word", "i1.injured", "Reported low", "35"},
		{"a denial is a zero that somebody reported", "i2.killed", "Low stands on", "reported_zero"},
		{"a denial is zero", "i2.killed", "Low", "0"},
		{"up to 20 has no low", "i2.injured", "Low", ""},
		{"up to 20 has no reported low", "i2.injured", "Reported low", ""},
		{"up to 20 says so", "i2.injured", "In words", "up to 20"},
		{"deaths without a number are at least one", "i2.missing", "In words", "1 or more"},
		{"silence is no zero", "i3.killed", "Low", ""},
		{"silence has no figure", "i3.killed", "In words", "no figure"},
		{"what a formula cannot do is a value", "i4.killed", "Computed", "value: these claims need more than a formula can do"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := figures[tt.figure][tt.heading]; got != tt.want {
				t.Errorf("%s of %s is %q, want %q", tt.heading, tt.figure, got, tt.want)
			}
		})
	}
}

func TestTotalsAreTheMethodsOwn(t *testing.T) {
	for _, name := range []string{"envelope", "lowest", "gtd"} {
		m := methods(t, name)
		rows := tableOf(t, workbook(t, sample.Disputed(), Options{Methods: m}), summarySheet)
		for i, total := range aggregate.Tabulate(sample.Disputed(), m[0], aggregate.Settings{}).Totals {
			if rows[i]["In words"] != total.String() || rows[i]["Question"] != string(total.Question.Harm) {
				t.Errorf("%s: the summary says %s %q, the method %s %q", name, rows[i]["Question"], rows[i]["In words"], total.Question.Harm, total)
			}
		}
	}
}

func TestEveryClaimOfEveryFigureIsListedWithItsReason(t *testing.T) {
	record := sample.Disputed()
	book := workbook(t, record, Options{})
	listed := map[string]map[string]string{}
	for _, row := range tableOf(t, book, claimsSheet) {
		listed[row["Figure"]+" "+row["Claim"]] = row
	}
	for _, f := range aggregate.Tabulate(record, methods(t, "envelope")[0], aggregate.Settings{}).Figures {
		for _, u := range f.Figure.Counted {
			if row := listed[figureID(f)+" "+string(u.Claim)]; row["Counted"] != "yes" {
				t.Errorf("%s counts %s, and the sheet says %q", figureID(f), u.Claim, row["Counted"])
			}
		}
		for _, u := range f.Figure.SetAside {
			row := listed[figureID(f)+" "+string(u.Claim)]
			if row["Counted"] != "no" || !strings.HasPrefix(row["Why"], u.Reason.Sentence()) {
				t.Errorf("%s sets %s aside (%s), and the sheet says %q, %q", figureID(f), u.Claim, u.Reason, row["Counted"], row["Why"])
			}
		}
	}
	t.Run("a claim that no person confirmed is listed and not counted", func(t *testing.T) {
		row := listed[" c17"]
		if row["Status"] != "suggested" || row["Counted"] != "no" || row["Why"] != "not confirmed by a person: enters no figure" {
			t.Errorf("c17 is %q, %q, %q", row["Status"], row["Counted"], row["Why"])
		}
	})
	t.Run("the cover counts what was left out", func(t *testing.T) {
		if cover := parts(t, book)["xl/worksheets/sheet1.xml"]; !strings.Contains(cover, "claims not confirmed by a person yet: 1; claims linked to no incident: 1") {
			t.Error("the cover does not count the claims left out")
		}
	})
}

func TestOfficeComputesWhatWeComputed(t *testing.T) {
	skipShort(t)
	books := map[string][]byte{}
	for name, record := range records() {
		headlines := []string{"envelope"}
		if name == "sources that disagree" {
			headlines = []string{"envelope", "lowest", "gtd", "ibc", "ucdp", "verified"}
		}
		for _, method := range headlines {
			books[strings.ReplaceAll(name, " ", "_")+"_by_"+method] = workbook(t, record, Options{Methods: methods(t, method)})
		}
	}
	for _, language := range Languages[1:] {
		headline := map[string]string{"ar": "lowest", "ru": "lowest"}[language]
		books["disputed_in_"+language] = workbook(t, sample.Disputed(), Options{Language: language, Methods: methods(t, orElse(headline, "envelope"))})
	}
	books["with_a_grade_left_out"] = workbook(t, sample.Disputed(), Options{Settings: aggregate.Settings{Grades: []casualty.Grade{casualty.GradeWeak}}})
	books["with_an_incident_across_months"] = workbook(t, sample.Four(), Options{Settings: aggregate.Settings{Periods: aggregate.Spans}})
	theirs := recalculated(t, books)
	for name, book := range books {
		t.Run(name, func(t *testing.T) {
			found, formulas := differences(t, book, theirs[name])
			for _, d := range found {
				t.Errorf("%s: ours %q, LibreOffice's %q, of %s", d.cell, d.ours, d.theirs, d.formula)
			}
			if formulas == 0 && !strings.HasPrefix(name, "an_empty_book") {
				t.Error("no formula was compared")
			}
		})
	}
	t.Run("a wrong value is seen", func(t *testing.T) {
		broken := parts(t, books["four_incidents_by_envelope"])
		for name, part := range broken {
			broken[name] = strings.Replace(part, "<v>30</v>", "<v>31</v>", 1)
		}
		found, _ := differences(t, zipped(t, broken), theirs["four_incidents_by_envelope"])
		if len(found) == 0 || found[0].ours != "31" || found[0].theirs != "30" {
			t.Errorf("a low of 31 instead of 30 was not seen, but %v", found)
		}
	})
}
