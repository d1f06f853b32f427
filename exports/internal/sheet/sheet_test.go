package sheet

import (
	"bytes"
	"strings"
	"testing"
)

// small is a sound sheet to bend in one way per test.
func small(bend func(*Layout)) Layout {
	l := Layout{
		Name: "Figures", Title: "Figures of incidents", Intro: []string{"One row for each figure."},
		Table: &Table{Name: "Figures", Rows: 2, Columns: []Column{{Heading: "Id", Width: 10, Look: Code}, {Heading: "Low", Width: 10, Look: Number}}},
	}
	if bend != nil {
		bend(&l)
	}
	return l
}

func newBook(t *testing.T, names ...string) *Book {
	t.Helper()
	b, err := New(Properties{Title: "Test", Created: "2031-01-01T00:00:00Z", Language: "en"}, names...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	return b
}

func TestNamesThatExcelWouldRepairAreRefused(t *testing.T) {
	for _, tt := range []struct {
		name   string
		sheets []string
		want   string
	}{
		{"a name of 32 characters", []string{strings.Repeat("n", 32)}, "at most 31 characters"},
		{"two names that differ in case only", []string{"Figures", "FIGURES"}, "a name that no other sheet has"},
		{"a bracket", []string{"Figures[1]"}, "letters, digits"},
		{"a digit first", []string{"2031"}, "a letter first"},
		{"an apostrophe last", []string{"Claims'"}, "a letter first"},
		{"a name that says nothing", []string{"Sheet1"}, "says what the sheet holds"},
		{"a name that Excel keeps for itself", []string{"History"}, "says what the sheet holds"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := New(Properties{}, tt.sheets...); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("New(%q) says %v, want %q", tt.sheets, err, tt.want)
			}
		})
	}
	t.Run("31 characters and other alphabets are taken", func(t *testing.T) {
		newBook(t, strings.Repeat("n", 31), "الأرقام", "Цифры", "Figures d'incidents")
	})
}

func TestTablesThatExcelWouldRepairAreRefused(t *testing.T) {
	for _, tt := range []struct {
		name string
		bend func(*Layout)
		want string
	}{
		{"a name like a cell's", func(l *Layout) { l.Table.Name = "R1C1" }, "not like a cell's name"},
		{"a name with a blank", func(l *Layout) { l.Table.Name = "By month" }, "not like a cell's name"},
		{"two headings that differ in case only", func(l *Layout) { l.Table.Columns[1].Heading = "ID" }, "no other column"},
		{"an empty heading", func(l *Layout) { l.Table.Columns[1].Heading = "" }, "one line of text"},
		{"a heading of two lines", func(l *Layout) { l.Table.Columns[1].Heading = "Low\nhigh" }, "one line of text"},
		{"a heading too long", func(l *Layout) { l.Table.Columns[1].Heading = strings.Repeat("h", 256) }, "at most 255 characters"},
		{"a column too narrow", func(l *Layout) { l.Table.Columns[1].Width = 3 }, "8 to 60 characters"},
		{"no title", func(l *Layout) { l.Title = "" }, "a title"},
		{"more rows than a sheet has", func(l *Layout) { l.Table.Rows = MaxRows }, "at most 1,048,576 rows"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := newBook(t, "Figures").Open(small(tt.bend)); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Open says %v, want %q", err, tt.want)
			}
		})
	}
	t.Run("two tables of one name", func(t *testing.T) {
		b := newBook(t, "Figures", "Claims")
		if _, err := b.Open(small(nil)); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Open(small(func(l *Layout) { l.Name = "Claims" })); err == nil || !strings.Contains(err.Error(), "no other table") {
			t.Errorf("Open says %v", err)
		}
	})
}

func TestCallsThatComeTooLateAreErrors(t *testing.T) {
	filled := func(t *testing.T) (*Book, *Sheet) {
		b := newBook(t, "Figures")
		s, err := b.Open(small(nil))
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range []string{"i1", "i2"} {
			if err := s.Row(id, 5); err != nil {
				t.Fatal(err)
			}
		}
		return b, s
	}
	for _, tt := range []struct {
		name string
		call func(*Book, *Sheet) error
		want string
	}{
		{"a row more than was declared", func(_ *Book, s *Sheet) error { return s.Row("i3", 1) }, "a row too many"},
		{"a row after the sheet was closed", func(_ *Book, s *Sheet) error { _ = s.Close(); return s.Row("i3", 1) }, "a row too many"},
		{"closing twice", func(_ *Book, s *Sheet) error { _ = s.Close(); return s.Close() }, "a second time"},
		{"opening twice", func(b *Book, _ *Sheet) error { _, err := b.Open(small(nil)); return err }, "a second time"},
		{"a sheet that was not declared", func(b *Book, _ *Sheet) error {
			_, err := b.Open(small(func(l *Layout) { l.Name = "Claims" }))
			return err
		}, "was not declared"},
		{"writing with a sheet still open", func(b *Book, _ *Sheet) error { return b.Write(&bytes.Buffer{}) }, "was not filled and closed"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b, s := filled(t)
			if err := tt.call(b, s); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
	t.Run("fewer rows than were declared", func(t *testing.T) {
		s, err := newBook(t, "Figures").Open(small(nil))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err == nil || !strings.Contains(err.Error(), "declared") {
			t.Errorf("Close says %v", err)
		}
	})
}

func TestValuesThatACellCannotHoldAreErrors(t *testing.T) {
	for _, tt := range []struct {
		name  string
		value any
		want  string
	}{
		{"a text longer than a cell", strings.Repeat("𝔸", MaxText/2+1), "at most 32,767 characters"},
		{"a formula longer than Excel takes", Cell{Formula: strings.Repeat("1+", 4_097) + "1", Value: 1}, "at most 8192"},
		{"a flag", true, "type bool"},
		{"no number", 0.0 / zero, "a blank where nothing is known"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := newBook(t, "Figures").Open(small(nil))
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Row("i1", tt.value); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Row says %v, want %q", err, tt.want)
			}
		})
	}
}

var zero float64
