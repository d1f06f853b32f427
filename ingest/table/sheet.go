package table

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// sheet looks through a sheet once: how large it is, what is hidden and merged.
// Its rows are read when they are asked for.
func (b *book) sheet(name, part string) (*Table, error) {
	t := &Table{Name: name, form: XLSX, Hidden: map[int]bool{}}
	s := &sheetScan{book: b, table: t, merging: true}
	err := s.read(part, func(r Row) bool {
		t.Count, t.Last = t.Count+1, r.Number
		t.Columns = max(t.Columns, len(r.Cells))
		return t.Count*t.Columns <= maxCells
	})
	if err != nil {
		return nil, err
	}
	if t.Count*t.Columns > maxCells {
		return nil, errTooLarge
	}
	areas := s.areas
	slices.SortStableFunc(areas, func(a, b area) int { return cmp.Compare(a.first, b.first) })
	t.rows = func(yield func(Row, error) bool) {
		again, m := &sheetScan{book: b, table: t}, merger{waiting: areas}
		err := again.read(part, func(r Row) bool {
			m.fill(&r)
			return yield(r, nil)
		})
		if err != nil {
			yield(Row{}, err)
		}
	}
	return t, nil
}

// A sheetScan is one way through a sheet's XML.
type sheetScan struct {
	book    *book
	table   *Table
	merging bool // collect merged areas, on the first way
	areas   []area
	spanned int // rows of all areas together
	cols    int // column elements

	row       Row
	at        int // column of the cell under way
	kind      string
	style     int
	value     []byte
	inValue   bool
	inCell    bool
	formula   bool
	inReading bool
}

// stop ends a scan early without an error.
type stop struct{}

func (stop) Error() string { return "stopped" }

func (s *sheetScan) read(part string, row func(Row) bool) error {
	err := s.book.file.scan(part, maxSheet, func(x *xmlScan, token xmlToken) error {
		switch token {
		case xmlText:
			if s.inValue && !s.inReading {
				s.value = x.appendTo(s.value)
			}
			return nil
		case xmlStart:
			return s.start(x)
		}
		return s.end(x, row)
	})
	if _, stopped := err.(stop); stopped {
		return nil
	}
	return err
}

func (s *sheetScan) start(x *xmlScan) error {
	switch x.name {
	case "row":
		return s.startRow(x)
	case "c":
		return s.startCell(x)
	case "v", "t":
		s.inValue = s.inCell
	case "f":
		s.formula = s.formula || s.inCell
	case "rPh":
		s.inReading = true
	case "col":
		return s.column(x)
	case "mergeCell":
		return s.merge(x.attr("ref"))
	}
	return nil
}

func (s *sheetScan) startRow(x *xmlScan) error {
	number := s.row.Number + 1
	if text := x.attr("r"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < number || n > MaxRows {
			return fmt.Errorf("%w: row %q follows row %d", errXML, text, number-1)
		}
		number = n
	}
	if number > MaxRows {
		return errTooLarge
	}
	cells := s.row.Cells[:0] // the first way keeps no row
	if !s.merging {
		cells = make([]Cell, 0, s.table.Columns)
	}
	s.row = Row{Number: number, Hidden: isTrue(x.attr("hidden")), Cells: cells}
	s.at = -1
	return nil
}

func (s *sheetScan) startCell(x *xmlScan) error {
	s.at++
	if ref := x.rawAttr("r"); ref != nil {
		column, row, ok := reference(ref)
		if !ok || row != s.row.Number || column < s.at {
			return fmt.Errorf("%w: a cell %q in row %d", errXML, ref, s.row.Number)
		}
		s.at = column
	}
	if s.at >= MaxColumns {
		return errTooLarge
	}
	s.kind, s.style = kindOf(x.rawAttr("t")), -1
	if n, ok := digits(x.rawAttr("s")); ok {
		s.style = n
	}
	s.value = s.value[:0]
	s.inCell, s.formula = true, false
	return nil
}

func (s *sheetScan) end(x *xmlScan, row func(Row) bool) error {
	switch x.name {
	case "v", "t":
		s.inValue = false
	case "rPh":
		s.inReading = false
	case "c":
		s.inCell = false
		return s.endCell()
	case "row":
		if len(s.row.Cells) > 0 && !row(s.row) {
			return stop{}
		}
	}
	return nil
}

func (s *sheetScan) endCell() error {
	cell, err := s.cell()
	if err != nil || cell.Kind == Blank {
		return err
	}
	for len(s.row.Cells) < s.at {
		s.row.Cells = append(s.row.Cells, Cell{})
	}
	s.row.Cells = append(s.row.Cells, cell)
	return nil
}

// cell makes a cell of what was stored.
func (s *sheetScan) cell() (Cell, error) {
	if s.kind == "s" {
		if len(s.value) == 0 {
			return Cell{}, nil
		}
		n, ok := digits(bytes.TrimSpace(s.value))
		if !ok || n >= len(s.book.strings) {
			return Cell{}, fmt.Errorf("%w: %s%d names a text that is not there", errXML, Letter(s.at), s.row.Number)
		}
		return textual(Cell{Text: s.book.strings[n], Formula: s.formula}), nil
	}
	stored := string(s.value)
	cell := Cell{Text: stored, Formula: s.formula}
	switch s.kind {
	case "str", "inlineStr":
		cell.Text = unescaped(stored)
	case "b":
		cell.Kind, cell.Text = Truth, map[bool]string{true: "TRUE", false: "FALSE"}[isTrue(stored)]
		return cell, nil
	case "e":
		cell.Kind = Fault
		return cell, nil
	case "d":
		cell.Kind, cell.Text = Date, strings.TrimSuffix(strings.TrimSuffix(stored, "Z"), "T00:00:00")
		return cell, nil
	default:
		return s.number(cell), nil
	}
	return textual(cell), nil
}

func textual(cell Cell) Cell {
	if strings.TrimSpace(cell.Text) != "" {
		cell.Kind = Text
	}
	return cell
}

// kindOf keeps the kinds of cells from being made anew for each.
func kindOf(raw []byte) string {
	for _, known := range [...]string{"", "s", "n", "inlineStr", "str", "b", "e", "d"} {
		if string(raw) == known {
			return known
		}
	}
	return ""
}

// digits reads a small number written in digits alone.
func digits(raw []byte) (n int, ok bool) {
	if len(raw) == 0 || len(raw) > 9 {
		return 0, false
	}
	for _, d := range raw {
		if d < '0' || d > '9' {
			return 0, false
		}
		n = n*10 + int(d-'0')
	}
	return n, true
}

func (s *sheetScan) number(cell Cell) Cell {
	if strings.TrimSpace(cell.Text) == "" {
		return Cell{}
	}
	text, value, ok := plainNumber(strings.TrimSpace(cell.Text))
	if !ok {
		cell.Kind = Text
		return cell
	}
	cell.Kind, cell.Text = Number, text
	if s.style >= 0 && s.style < len(s.book.formats) && s.book.formats[s.style].isDate() {
		if date, ok := s.book.shown(value, s.book.formats[s.style]); ok {
			cell.Kind, cell.Text = Date, date
		}
	}
	return cell
}

func (s *sheetScan) column(x *xmlScan) error {
	if s.cols++; s.cols > MaxColumns {
		return errTooLarge
	}
	low, err1 := strconv.Atoi(x.attr("min"))
	high, err2 := strconv.Atoi(x.attr("max"))
	if err1 != nil || err2 != nil || !isTrue(x.attr("hidden")) || low < 1 {
		return nil
	}
	for c := low; c <= min(high, MaxColumns); c++ {
		s.table.Hidden[c-1] = true
	}
	return nil
}
