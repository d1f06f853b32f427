package table_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"tollbook/ingest/table"
)

func TestASheetIsReadAsItStands(t *testing.T) {
	for _, tt := range []struct {
		name string
		file sheetFile
		want string
	}{
		{"shared texts, with the readings for the ear left out and control characters undone",
			sheetFile{strings: []string{"<t>Killed&#10;total</t>", "<r><t>At </t></r><r><t>least</t></r><rPh><t>EAR</t></rPh>", "<t>a_x000D_b</t>"},
				rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>`},
			"1: Killed\ntotal|At least|a\rb\n"},
		{"numbers without needless zeros or exponents",
			sheetFile{rows: `<row r="1"><c r="A1"><v>6.0</v></c><c r="B1"><v>1.2E3</v></c><c r="C1"><v>50.178595000000001</v></c></row>`},
			"1: 6|1200|50.178595\n"},
		{"a gap between cells and rows, and cells that do not say where they are",
			sheetFile{rows: `<row r="3"><c r="C3"><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>`},
			"3: ||1\n4: 2|3\n"},
		{"truth, errors, results of formulas and texts within the cell",
			sheetFile{rows: `<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1" t="str"><f>A1</f><v>x&lt;y</v></c><c r="D1" t="inlineStr"><is><t>in</t></is></c></row>`},
			"1: TRUE|#DIV/0!|x<y|in\n"},
		{"names with prefixes, comments and unparsed text",
			sheetFile{rows: `<!-- > --><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t><![CDATA[a<b]]></x:t></x:is></x:c></x:row>`},
			"1: a<b\n"},
		{"the strict variant, whose dates are written out",
			sheetFile{strict: true, rows: `<row r="1"><c r="A1" t="d"><v>2024-07-08T00:00:00</v></c></row>`},
			"1: 2024-07-08\n"},
		{"rows that hold nothing are passed over",
			sheetFile{rows: `<row r="1"/><row r="2"><c r="A2" s="0"/></row><row r="3"><c r="A3"><v>1</v></c></row>`},
			"3: 1\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := grid(t, first(t, open(t, "a.xlsx", tt.file.bytes(t), table.Options{}))); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

func TestWhatASheetSaysOfItsCells(t *testing.T) {
	f := open(t, "a.xlsx", sheetFile{
		cols:  `<cols><col min="2" max="3" hidden="1"/></cols>`,
		rows:  `<row r="1"><c r="A1"><v>7</v></c><c r="B1"><f>SUM(A1)</f><v>0</v></c></row><row r="2" hidden="1"><c r="B2"><v>5</v></c></row>`,
		after: `<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>`,
	}.bytes(t), table.Options{})
	tb := first(t, f)
	var rows []table.Row
	for r, err := range tb.Rows() {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, r)
	}
	if len(f.Tables) != 1 || len(rows) != 2 {
		t.Fatalf("%d tables and %d rows, want one table of two rows: a chart sheet is none", len(f.Tables), len(rows))
	}
	for _, tt := range []struct {
		name  string
		holds bool
	}{
		{"a result of a formula is marked", rows[0].Cell(1).Formula && !rows[0].Cell(0).Formula},
		{"hidden columns are known", tb.Hidden[1] && tb.Hidden[2] && !tb.Hidden[0]},
		{"a hidden row is read and marked", rows[1].Hidden && rows[1].Cell(1).Text == "5"},
		{"every row of a merged area has its value and says so", rows[1].Cell(0).Text == "7" && rows[1].Cell(0).Merged == "A1:A2" && rows[0].Cell(0).Merged == "A1:A2"},
		{"an area of one row is no merged cell", rows[0].Cell(1).Merged == ""},
		{"a place names sheet and cells as a formula would", tb.Places(2, 0, 27) == "'Deaths & more'!A2;AB2"},
	} {
		if !tt.holds {
			t.Errorf("%s: not so", tt.name)
		}
	}
}

func TestDatesAreThoseOfTheCalendar(t *testing.T) {
	zones := []*time.Location{time.UTC, time.FixedZone("west", -11*3600), time.FixedZone("east", 14*3600)}
	was := time.Local
	defer func() { time.Local = was }()
	for _, era := range []struct {
		name, attrs string
		zero        time.Time
	}{
		{"from 1900", "", time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)},
		{"from 1904", `date1904="1"`, time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)},
	} {
		t.Run("every day of a leap year in the calendar "+era.name+", in any zone of the machine", func(t *testing.T) {
			var rows, want strings.Builder
			for i := range 366 {
				day := time.Date(2024, 1, 1+i, 0, 0, 0, 0, time.UTC)
				serial := int(day.Sub(era.zero).Hours() / 24)
				fmt.Fprintf(&rows, `<row r="%d"><c r="A%[1]d" s="1"><v>%d</v></c></row>`, i+1, serial)
				fmt.Fprintf(&want, "%d: %s\n", i+1, day.Format("2006-01-02"))
			}
			content := sheetFile{formats: []string{"dd/mm/yyyy"}, era: era.attrs, rows: rows.String()}.bytes(t)
			for _, zone := range zones {
				time.Local = zone
				if got := grid(t, first(t, open(t, "a.xlsx", content, table.Options{}))); got != want.String() {
					t.Errorf("in %v the days are others", zone)
				}
			}
		})
	}
}

func TestADateShowsNoMoreThanItsFormat(t *testing.T) {
	const serial = "45355.75" // 4 March 2024, 18:00
	for _, tt := range []struct{ format, value, want string }{
		{"dd/mm/yyyy", serial, "2024-03-04"},
		{"m/d/yy h:mm", serial, "2024-03-04 18:00"},
		{"yyyy\\-mm\\-dd", serial, "2024-03-04"},
		{"[$-409]d\\-mmm\\-yyyy;@", serial, "2024-03-04"},
		{"mmm yyyy", serial, "2024-03"},
		{"&quot; in &quot;yyyy", serial, "2024"},
		{"d-mmm", serial, "4-Mar"},
		{"h:mm:ss", serial, "45355.75"},
		{"#,##0.0", serial, "45355.75"},
		{"0 &quot;days&quot;", serial, "45355.75"},
		{"General", serial, "45355.75"},
		{"dd/mm/yyyy", "59", "1900-02-28"},
		{"dd/mm/yyyy", "60", "60"}, // a 29 February that never was
		{"dd/mm/yyyy", "61", "1900-03-01"},
		{"dd/mm/yyyy", "-3", "-3"},
	} {
		content := sheetFile{formats: []string{tt.format}, rows: `<row r="1"><c r="A1" s="1"><v>` + tt.value + `</v></c></row>`}.bytes(t)
		if got := grid(t, first(t, open(t, "a.xlsx", content, table.Options{}))); got != "1: "+tt.want+"\n" {
			t.Errorf("%s as %s reads %q, want %q", tt.value, tt.format, got, tt.want)
		}
	}
}

func TestTheResultIsTheSameFileWithColumnsAdded(t *testing.T) {
	content := sheetFile{strings: []string{"<t>Killed</t>"}, parts: map[string]string{"xl/media/picture.png": "\x89PNG bytes"},
		rows: `<row r="1" spans="1:2"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>5</v></c><c r="B2"><f>A2*2</f><v>10</v></c></row><row r="9"/>`}.bytes(t)
	f := open(t, "a.xlsx", content, table.Options{})
	var out bytes.Buffer
	notes := func(row int) []string {
		if row == 2 {
			return []string{"added", `because "x" < y`}
		}
		return nil
	}
	if err := f.Annotate(&out, first(t, f), 1, []string{"Status", "Reason"}, notes); err != nil {
		t.Fatal(err)
	}
	again := open(t, "b.xlsx", out.Bytes(), table.Options{})
	if got, want := grid(t, first(t, again)), "1: Killed||Status|Reason\n2: 5|10|added|because \"x\" < y\n"; got != want {
		t.Errorf("the result reads\n%swant\n%s", got, want)
	}
	for r, err := range first(t, again).Rows() {
		if err == nil && r.Number == 2 && !r.Cell(1).Formula {
			t.Error("the formula of B2 is gone")
		}
	}
	if part(t, content, "xl/media/picture.png") != part(t, out.Bytes(), "xl/media/picture.png") {
		t.Error("a picture was changed")
	}
}
