package mapping

import (
	"strings"
	"testing"

	"tollbook/ingest/table"
)

func text(s string) table.Cell {
	if strings.TrimSpace(s) == "" {
		return table.Cell{}
	}
	return table.Cell{Text: s, Kind: table.Text}
}

func TestCellsAsPeopleWriteThem(t *testing.T) {
	for _, tt := range []struct{ cell, want string }{
		{"12", "12"}, {" 12 ", "12"}, {"0", "0"}, {"1,200", "1,200"}, {"1 200", "1,200"}, {"12 people", "12"},
		{"3-4", "3 to 4"}, {"3 – 7", "3 to 7"}, {"3—7", "3 to 7"}, {"between 3 and 7", "3 to 7"}, {"2-2", "2"}, {"1,200-1,500", "1,200 to 1,500"},
		{"12+", "at least 12"}, {"12 or more", "at least 12"}, {"At least 1", "at least 1"}, {"≥12", "at least 12"}, {">12", "more than 12"}, {"over 12", "more than 12"},
		{"<=12", "up to 12"}, {"up to 12", "up to 12"}, {"<12", "up to 11"}, {"~9", "about 9"}, {"c. 9", "about 9"}, {"approx. 9", "about 9"},
		{"Dozens", "dozens"}, {"Some'", "some"}, {"'Many' (2 named)", "many"}, {"several", "several"}, {"Yes", "stated without a number"},
		{"3 families", "3 families"}, {"none", "none"}, {"None reported", "none reported"}, {"١٢", "12"}, {"۳-۵", "3 to 5"},
		{"au moins 5", "at least 5"}, {"entre 3 et 7", "3 to 7"}, {"al menos 12", "at least 12"}, {"más de 12", "more than 12"}, {"не менее 5", "at least 5"}, {"від 3 до 7", "3 to 7"}, {"до 20", "up to 20"}, {"على الأقل ٥", "at least 5"}, {"aucun", "none"},
		// Not stated, and no problem.
		{"", "not stated"}, {"?", "not stated"}, {"Unknown", "not stated"}, {"Possibly", "not stated"}, {"n/a", "not stated"}, {"No Information", "not stated"}, {"-", "not stated"},
	} {
		r := readCount(text(tt.cell), "")
		if r.problem != nil || r.count.String() != tt.want {
			t.Errorf("%q reads %q (%v), want %q", tt.cell, r.count, r.problem, tt.want)
		}
		if !r.count.Stated() && r.why == "" {
			t.Errorf("%q states nothing, and nobody says why", tt.cell)
		}
	}
	if r := readCount(text("'Many' (2 named)"), ""); r.identified != 2 {
		t.Errorf("'Many' (2 named) names %d people, want 2", r.identified)
	}
}

func TestACellThatIsNoCountIsNamedAndNeverANumber(t *testing.T) {
	for _, tt := range []struct{ cell, speaks string }{
		{"4-Mar", "dates of ranges"}, {"Mar-4", "dates of ranges"}, {"4-Mar-2024", "dates of ranges"}, {"2024-03-04", "dates of ranges"}, {"3/4/2024", "dates of ranges"},
		{"3-2", "smaller number first"}, {"1.200", "decimal"}, {"12.5", "whole number"}, {"1,20", "whole number"}, {"-6", "a count such as"}, {"12-", "a count such as"},
		{"Yes, according to one source.", "a count such as"}, {"12 (3 children)", "a count such as"}, {"3/4", "a count such as"}, {"99999999999", "whole number"}, {"nearly 12", "a count such as"},
	} {
		r := readCount(text(tt.cell), "")
		if r.problem == nil || r.count.Stated() {
			t.Errorf("%q reads as %q, want a problem", tt.cell, r.count)
			continue
		}
		if r.problem.Found != tt.cell || !strings.Contains(r.problem.Want, tt.speaks) {
			t.Errorf("%q: %v, want it to speak of %q", tt.cell, r.problem, tt.speaks)
		}
	}
	for _, kind := range []table.Kind{table.Date, table.Fault, table.Truth} {
		if r := readCount(table.Cell{Text: "2024-03-04", Kind: kind}, ""); r.problem == nil {
			t.Errorf("a cell of kind %d reads as %q, want a problem", kind, r.count)
		}
	}
}

func TestTheDecimalSignIsSaidNotGuessed(t *testing.T) {
	for _, tt := range []struct {
		cell, decimal string
		want          int
		problem       bool
	}{
		{"1,200", "", 1200, false}, {"1,200", ",", 0, true}, {"1.200", ",", 1200, false}, {"1.200", "", 0, true}, {"1.200.300", ",", 1200300, false},
	} {
		r := readCount(text(tt.cell), tt.decimal)
		if (r.problem != nil) != tt.problem || r.count.N != tt.want {
			t.Errorf("%s with %q as decimal sign: %v, %v", tt.cell, tt.decimal, r.count, r.problem)
		}
	}
}

func TestTheEndsOfARangeMakeOneFigure(t *testing.T) {
	for _, tt := range []struct {
		name, low, best, high string
		zeroUnknown           bool
		want                  string // empty: a problem
	}{
		{"both ends", "3", "-", "7", false, "3 to 7"},
		{"the same number twice", "5", "-", "5", false, "5"},
		{"no high is a floor", "5", "-", "", false, "at least 5"},
		{"no low is a ceiling", "?", "-", "5", false, "up to 5"},
		{"low, best and high", "3", "5", "7", false, "3 to 7"},
		{"best alone", "", "5", "", false, "5"},
		{"nothing", "", "-", "", false, "not stated"},
		{"a reported zero", "0", "-", "0", false, "0"},
		{"zeros that may be unknown", "0", "-", "0", true, "not stated"},
		{"a low of 0 that may be unknown is no floor", "0", "-", "4", true, "up to 4"},
		{"a low of 0 alone that may be unknown", "0", "-", "", true, "not stated"},
		{"minimum above maximum", "3", "-", "2", false, ""},
		{"best outside the range", "3", "9", "7", false, ""},
		{"an open end", "3", "-", "7+", false, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := ends{}
			for _, end := range []struct {
				text string
				into **reading
			}{{tt.low, &e.low}, {tt.best, &e.best}, {tt.high, &e.high}} {
				if end.text != "-" {
					r := readCount(text(end.text), "")
					*end.into = &r
				}
			}
			r := e.join(tt.zeroUnknown)
			if (r.problem != nil) != (tt.want == "") || r.problem == nil && r.count.String() != tt.want {
				t.Errorf("%s, %s, %s is %q (%v), want %q", tt.low, tt.best, tt.high, r.count, r.problem, tt.want)
			}
		})
	}
	for text1, want := range map[string]string{"0": "not stated", "0-4": "up to 4", "3": "3", "0+": "not stated"} {
		r := readCount(text(text1), "")
		if got := (ends{whole: &r}).join(true); got.count.String() != want {
			t.Errorf("where 0 may be unknown, %q is %q, want %q", text1, got.count, want)
		}
	}
}

func TestANumberThatBelongsToNoRowIsNoFigure(t *testing.T) {
	rd := &rowReader{bound: &Bound{}}
	for want, cell := range map[string]table.Cell{
		"merged over several rows (C5:C7)": {Text: "5", Kind: table.Number, Merged: "C5:C7"},
		"the stored result of a formula":   {Text: "0", Kind: table.Number, Formula: true},
	} {
		if r := rd.read(cell); r.problem == nil || !strings.Contains(r.problem.Found, want) {
			t.Errorf("%+v is read as %q (%v)", cell, r.count, r.problem)
		}
	}
	rd.bound.Mapping.Formulas = "stored"
	if r := rd.read(table.Cell{Text: "6", Kind: table.Number, Formula: true}); r.count.N != 6 {
		t.Errorf("where the mapping believes stored results, 6 is %v", r.count)
	}
}

// FuzzCount: whatever stands in a cell, it is a sound count, not stated with a
// reason, or a problem.
func FuzzCount(f *testing.F) {
	for _, s := range []string{"12", "3-4", "12+", "'Many' (2 named)", "4-Mar", "1.200", "<1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := readCount(text(s), "")
		switch {
		case r.problem != nil && r.count.Stated():
			t.Fatalf("%q is a problem and a count", s)
		case r.count.Stated() && r.count.Check() != nil:
			t.Fatalf("%q: %v", s, r.count.Check())
		case r.problem == nil && !r.count.Stated() && r.why == "":
			t.Fatalf("%q says nothing, without a reason", s)
		}
		if n, ok := r.count.Number(); ok && n == 0 && !strings.ContainsAny(plain(s), "0123456789") {
			t.Fatalf("%q became 0", s)
		}
	})
}
