package exports

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"tollbook/casualty"
	"tollbook/internal/sample"
)

// halves is a record of incidents whose combatants are counted apart.
func halves(counts ...[2]casualty.Count) casualty.Record {
	m := sample.New()
	s := m.Source("Vareno Courier")
	for _, n := range counts {
		m.Incident("Harbour", "2031-07-01")
		all := m.Claim(s, casualty.Killed, n[0])
		m.Claim(s, casualty.Killed, n[1], func(c *casualty.Claim) { c.Population, c.Subset, c.SubsetOf = casualty.Combatants, true, all })
	}
	return m.Record
}

func TestDerivedBoundsStandApartFromWhatWasReported(t *testing.T) {
	record := halves(
		[2]casualty.Count{sample.Between(10, 12), sample.Between(4, 5)}, [2]casualty.Count{sample.Exactly(10), sample.AtLeast(4)},
		[2]casualty.Count{sample.Exactly(6), sample.Exactly(10)}, [2]casualty.Count{sample.AtLeast(10), sample.AtLeast(4)},
	)
	book := workbook(t, record, Options{Methods: methods(t, "envelope", "gtd")})
	var got []string
	for _, row := range tableOf(t, book, partsSheet) {
		got = append(got, strings.Join([]string{row["Incident"], row["Question"], row["Finding"], row["Derived low"], row["Derived high"], row["Derived open"], row["Derived highest"], row["In words"], row["Method"]}, "|"))
	}
	want := []string{
		"i1|killed: civilians|derived|5|8|no|8|5 to 8|envelope/1",
		"i2|killed: civilians|derived||6|no|6|up to 6|envelope/1",
		"i3|killed|part_above_total||||||envelope/1",
		"i3|killed|part_above_total||||||gtd/1",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the sheet holds\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, row := range tableOf(t, book, figuresSheet) {
		if row["Population"] == "civilians" {
			t.Errorf("what nobody reported is a figure: %v", row)
		}
	}
	for _, row := range tableOf(t, book, summarySheet) {
		if strings.Contains(row["Question"], "civilians") {
			t.Errorf("what nobody reported is in a total: %v", row)
		}
	}
	t.Run("small counts leave out what follows", func(t *testing.T) {
		names, err := Tables(Options{Methods: methods(t, "envelope"), SmallCounts: 3})
		if err != nil || strings.Contains(strings.Join(names, " "), fileName(partsSheet)) {
			t.Errorf("tables %v, %v", names, err)
		}
	})
}

// sheetText is what stands on a sheet.
func sheetText(t *testing.T, r casualty.Record, o Options, name string) string {
	t.Helper()
	rows, err := reopened(t, workbook(t, r, o)).GetRows(name)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(rows)
}

// decided is a record with a decision that nobody signed.
func decided() casualty.Record {
	r := halves([2]casualty.Count{sample.Between(10, 12), sample.Between(4, 5)})
	r.Decisions = []casualty.Decision{{ID: "d1", Kind: "set_aside", Incident: "i1", Claims: []casualty.ClaimID{"c2"}, Reason: "counted twice", By: "a", At: "2031-08-20T10:00Z"}}
	return r
}

func TestEveryExportSaysHowManyFiguresRestOnDecisions(t *testing.T) {
	for _, tt := range []struct {
		name                 string
		single               bool
		rest, unsigned, wait float64
	}{{"of one person, unsigned", true, 2, 2, 0}, {"of several, waiting", false, 0, 0, 2}} {
		t.Run("a decision "+tt.name, func(t *testing.T) {
			o := Options{Methods: methods(t, "envelope")}
			o.Settings.SinglePerson = tt.single
			counts := []float64{tt.rest, tt.unsigned, tt.wait}
			for name, outlet := range map[string]func(io.Writer, casualty.Record, Options) error{"JSON": JSON, "GeoJSON": GeoJSON} {
				var head map[string]any
				if err := json.Unmarshal([]byte(written(t, func(w io.Writer) error { return outlet(w, decided(), o) })), &head); err != nil {
					t.Fatal(err)
				}
				for i, field := range []string{"on_a_decision", "on_an_unsigned_decision", "waiting_for_a_signature"} {
					if head[field] != counts[i] {
						t.Errorf("%s: %s is %v, want %v", name, field, head[field], counts[i])
					}
				}
			}
			whole, err := o.defaults()
			if err != nil {
				t.Fatal(err)
			}
			sentence := gather(decided(), whole).resting()
			for name, text := range map[string]string{
				"html": written(t, func(w io.Writer) error { return HTML(w, decided(), o) }), "cover": sheetText(t, decided(), o, coverSheet), "notes": sheetText(t, decided(), o, notesSheet),
				"summary": sheetText(t, decided(), o, summarySheet), "package": parts(t, []byte(written(t, func(w io.Writer) error { return Package(w, decided(), o) })))["datapackage.json"],
			} {
				if !strings.Contains(text, sentence) {
					t.Errorf("%s does not say %q", name, sentence)
				}
			}
			rows := csvRows(t, written(t, func(w io.Writer) error { return HXL(w, decided(), o) }))
			for i, head := range []string{"figures_on_a_decision", "figures_on_an_unsigned_decision", "figures_waiting_for_a_signature"} {
				if got := rows[2][slices.Index(rows[0], head)]; got != fmt.Sprint(counts[i]) {
					t.Errorf("HXL: %s is %q, want %v", head, got, counts[i])
				}
			}
			row := tableOf(t, workbook(t, decided(), o), figuresSheet)[0]
			want := map[bool][3]string{true: {"1", "yes", "0"}, false: {"0", "no", "1"}}[tt.single]
			if got := [3]string{row["Decisions"], row["Unsigned"], row["Waiting"]}; got != want {
				t.Errorf("the figure says %v, want %v", got, want)
			}
		})
	}
}

func TestAMethodsOwnZeroIsNoNumberWhereNothingMarksIt(t *testing.T) {
	m := sample.New()
	m.Incident("Harbour", "2031-07-01")
	m.Claim(m.Source("Vareno Courier"), casualty.Casualties, sample.Exactly(50))
	o := Options{Methods: methods(t, "lowest")}
	rows := csvRows(t, written(t, func(w io.Writer) error { return HXL(w, m.Record, o) }))
	for _, head := range []string{"killed_best", "killed_low", "killed_high"} {
		if got := rows[2][slices.Index(rows[0], head)]; got != "" {
			t.Errorf("HXL: %s is %q for 50 killed or injured", head, got)
		}
	}
	text := strings.Join(strings.Fields(written(t, func(w io.Writer) error { return GeoJSON(w, m.Record, o) })), " ")
	if !strings.Contains(text, `"question": "killed", "figure": null`) {
		t.Errorf("GeoJSON states the method's own 0: %s", text)
	}
}
