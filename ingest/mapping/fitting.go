package mapping

import (
	"strings"

	"tollbook/casualty"
	"tollbook/ingest/table"
)

// Fitting names the presets that were made for a file: those that name several
// headings of which it has all. order is the order of dates, where it was said.
func Fitting(f *table.File, sheet, order string) (names []string) {
	presets, _ := Presets()
	for _, m := range presets {
		required := 0
		for _, c := range m.Columns {
			if !c.Optional {
				required++
			}
		}
		m.Find, m.DateOrder = false, order
		if _, err := m.On(f, sheet); err == nil && required > 1 {
			names = append(names, m.Name)
		}
	}
	return names
}

// noFigures is the problem of a table in which nothing is known to count people.
func (b *Bound) noFigures() error {
	var names []string
	for _, h := range b.Columns {
		names = append(names, h.Name)
	}
	want := "one that is known to mean killed, injured or another harm"
	switch fitting := b.fitting(); {
	case len(fitting) > 0:
		want += "; --preset " + strings.Join(fitting, " or --preset ") + " was made for such a file"
	case len(b.fields[pcode]) > 0:
		want += "; if it is a list of places: tollbook places --list FILE"
	default:
		want += "; --save-mapping FILE writes all the headings down, say there what they mean, and use it with --mapping FILE"
	}
	return &casualty.Problem{Where: b.place() + ", no column of figures", Found: strings.Join(names, ", "), Want: want}
}

// fitting are the presets for this table, where none was asked for.
func (b *Bound) fitting() []string {
	if !b.Mapping.Find {
		return nil
	}
	return Fitting(&table.File{Tables: []*table.Table{b.Table}}, "", b.Mapping.DateOrder)
}
