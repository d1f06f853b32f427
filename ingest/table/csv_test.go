package table_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"tollbook/ingest/table"
)

func part(t testing.TB, content []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestSeparatedValuesAreReadAsASpreadsheetShowsThem(t *testing.T) {
	for _, tt := range []struct{ name, text, delimiter, want string }{
		{"commas", "a,b\n1,2\n", ",", "1: a|b\n2: 1|2\n"},
		{"semicolons, with commas in the numbers", "a;b\n1,5;2\n3,5;4\n", ";", "1: a|b\n2: 1,5|2\n3: 3,5|4\n"},
		{"tabs", "a\tb, c\n1\t2\n", "\t", "1: a|b, c\n2: 1|2\n"},
		{"Excel's own line that says the separator", "sep=;\na;b\n", ";", "1: a|b\n"},
		{"bare carriage returns", "a,b\r1,2\r", ",", "1: a|b\n2: 1|2\n"},
		{"a record of two lines is one row, a blank line is a row", "a,b\n\"x\ny\",2\n\n3,4\n", ",", "1: a|b\n2: x\ny|2\n4: 3|4\n"},
		{"quotes within cells", "a,b\n\"the \"\"old\"\" market\",12\" shell\n", ",", "1: a|b\n2: the \"old\" market|12\" shell\n"},
		{"rows of unequal length", "a,b,c\n1\n1,2,3,\n", ",", "1: a|b|c\n2: 1\n3: 1|2|3\n"},
		{"a byte order mark is no part of the first heading", "\xef\xbb\xbfa,b\n1,2\n", ",", "1: a|b\n2: 1|2\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := open(t, "a.csv", []byte(tt.text), table.Options{})
			if got := grid(t, first(t, f)); got != tt.want || f.Delimiter != tt.delimiter {
				t.Errorf("separated by %q, got\n%swant\n%s", f.Delimiter, got, tt.want)
			}
		})
	}
}

func TestTheCharsetIsFoundAndShown(t *testing.T) {
	texts := map[string]string{
		"windows-1251": "Дата,Погибшие,Место\n2024-07-08,12,Старый рынок у вокзала\n",
		"windows-1256": "التاريخ,القتلى,المكان\n2024-07-08,12,السوق القديم قرب المحطة\n",
		"windows-1252": "Date,Tués,Lieu\n2024-07-08,12,Marché près de la gare à Béja\n",
	}
	coders := map[string]*charmap.Charmap{"windows-1251": charmap.Windows1251, "windows-1256": charmap.Windows1256, "windows-1252": charmap.Windows1252}
	for name, text := range texts {
		coded, err := coders[name].NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		f := open(t, "a.csv", coded, table.Options{})
		if f.Charset != name || !strings.Contains(grid(t, first(t, f)), strings.Split(strings.Split(text, "\n")[1], ",")[2]) {
			t.Errorf("a text in %s is read as %s:\n%s", name, f.Charset, grid(t, first(t, f)))
		}
		if told := open(t, "a.csv", coded, table.Options{Charset: "windows-1252"}); told.Charset != "windows-1252" {
			t.Errorf("a person who says windows-1252 gets %s", told.Charset)
		}
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte("a,é\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := grid(t, first(t, open(t, "a.csv", wide, table.Options{}))); got != "1: a|é\n" {
		t.Errorf("UTF-16 reads %q", got)
	}
}

func TestGarbledTextIsSeen(t *testing.T) {
	for text, want := range map[string]bool{"MÃ©naka": true, "Ð¡Ñ‚Ð°Ñ€Ñ‹Ð¹": true, "Ménaka": false, "São Tomé": false, "Åland": false, "Старый": false, "bad \uFFFD": true} {
		if table.Garbled(text) != want {
			t.Errorf("%q: garbled is %v, want %v", text, !want, want)
		}
	}
}

func TestRecordsInJSONAreRows(t *testing.T) {
	for _, tt := range []struct{ name, text, want, place string }{
		{"an array of objects", `[{"a":1,"b":"x"},{"b":"y","c":null,"d":[1,"z"]}]`, "1: 1|x\n2: |y||1; z\n", "records[1].b"},
		{"an array within an object, values within values", `{"status":"OK","strike":[{"a":{"k":6.0}},{"a":{"k":12}}]}`, "1: 6\n2: 12\n", ""},
		{"one object a line", "{\"a\":1}\n{\"a\":2}\n", "1: 1\n2: 2\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tb := first(t, open(t, "a.json", []byte(tt.text), table.Options{}))
			if got := grid(t, tb); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
			if tt.place != "" && tb.Place(2, 1) != tt.place {
				t.Errorf("the place is %s, want %s", tb.Place(2, 1), tt.place)
			}
		})
	}
}

func TestTheResultOfACSVIsTheSameRowsInUTF8(t *testing.T) {
	coded, err := charmap.Windows1251.NewEncoder().Bytes([]byte("Место;Число\nСтарый рынок;5\nПлощадь у вокзала;7\n"))
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, "a.csv", coded, table.Options{})
	var out bytes.Buffer
	err = f.Annotate(&out, first(t, f), 1, []string{"Status"}, func(row int) []string { return []string{"added"} })
	if want := "\ufeffМесто;Число;Status\nСтарый рынок;5;added\nПлощадь у вокзала;7;added\n"; err != nil || out.String() != want {
		t.Errorf("got %q (%v), want %q", out.String(), err, want)
	}
}
