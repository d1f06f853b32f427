package table

import "slices"

// An area is merged cells of several rows. One of several columns alone is a
// matter of looks.
type area struct {
	name        string // "C5:C7"
	column      int
	first, last int
	cell        Cell // what stands in it, once it has been read
}

func (s *sheetScan) merge(name string) error {
	from, to, two := cutReference(name)
	if !s.merging || !two || to.row <= from.row {
		return nil
	}
	// Areas do not overlap in any sound file; in a hostile one they could all.
	if s.spanned += to.row - from.row + 1; s.spanned > 4*MaxRows {
		return errTooLarge
	}
	s.areas = append(s.areas, area{name: name, column: from.column, first: from.row, last: to.row})
	return nil
}

// A merger goes down a sheet and gives each row of a merged area its value,
// marked with the area: what a reader sees beside every one of them.
type merger struct {
	waiting []area // by first row
	open    []area
}

func (m *merger) fill(r *Row) {
	for len(m.waiting) > 0 && m.waiting[0].first <= r.Number {
		m.open, m.waiting = append(m.open, m.waiting[0]), m.waiting[1:]
	}
	m.open = slices.DeleteFunc(m.open, func(a area) bool { return a.last < r.Number })
	for i := range m.open {
		a := &m.open[i]
		if cell := r.Cell(a.column); cell.Kind != Blank {
			a.cell = cell
		}
		if a.cell.Kind == Blank {
			continue
		}
		for len(r.Cells) <= a.column {
			r.Cells = append(r.Cells, Cell{})
		}
		r.Cells[a.column] = a.cell
		r.Cells[a.column].Merged = a.name
	}
}
