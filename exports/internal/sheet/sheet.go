package sheet

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"

	"tollbook/casualty"
)

// A Sheet is one sheet being filled, from its title down.
type Sheet struct {
	Layout
	book   *Book
	stream *excelize.StreamWriter
	next   int // the row to be written
	links  []jump
	done   bool

	rows    *rows    // of the table
	letters []string // of its columns
	cells   []Cell   // of the row being written
}

// A Cell is a value with a look of its own, a formula with the value that we
// computed for it, or a link to another sheet.
type Cell struct {
	Look    Look
	Value   any    // nil, string, int or float64
	Formula string // without the equals sign; Value is what it comes to
	Jump    string // where a link within the workbook leads: "Contents!A1"
}

type jump struct{ cell, target string }

// maxJumps bounds the links proper of a sheet: the library searches all of them
// for each new one. Long columns of links are formulas.
const maxJumps = 1_000

// Open begins a sheet. Everything about it but its rows is said here, because
// the library forgets most of what comes later.
func (b *Book) Open(l Layout) (*Sheet, error) {
	switch state, known := b.state[l.Name]; {
	case !known:
		return nil, fmt.Errorf("sheet: %s was not declared", l.Name)
	case state != declared:
		return nil, fmt.Errorf("sheet: %s is opened a second time", l.Name)
	}
	if err := l.check(); err != nil {
		return nil, err
	}
	if l.Table != nil {
		if b.tables[l.Table.Name] {
			return nil, &casualty.Problem{Where: l.Name + ": table name", Found: l.Table.Name, Want: "a name that no other table has"}
		}
		b.tables[l.Table.Name] = true
	}
	b.state[l.Name] = opened
	s := &Sheet{Layout: l, book: b, next: 1, cells: make([]Cell, l.columns())}
	for i := range s.columns() {
		s.letters = append(s.letters, letter(i+1))
	}
	if l.Table != nil {
		s.rows = &rows{}
		b.rows[b.part(l.Name)] = s.rows
	}
	if err := s.begin(); err != nil {
		return nil, casualty.At(l.Name, err)
	}
	return s, s.head()
}

// begin makes the calls that must come before the first row.
func (s *Sheet) begin() error {
	f, fit := s.book.file, true
	used := fmt.Sprintf("A1:%s%d", letter(s.columns()), s.Last())
	if err := f.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := f.SetSheetDimension(s.Name, used); err != nil {
		return err
	}
	var err error
	if s.stream, err = f.NewStreamWriter(s.Name); err != nil {
		return err
	}
	if err := s.view(); err != nil {
		return err
	}
	for i := range s.columns() {
		if err := s.stream.SetColWidth(i+1, i+1, s.width(i)); err != nil {
			return err
		}
	}
	return nil
}

func (s *Sheet) width(i int) float64 {
	if s.Table != nil {
		return s.Table.Columns[i].Width
	}
	return s.Widths[i]
}

// longTable is more rows than a screen shows; its headings stay in view.
const longTable = 30

func (s *Sheet) view() error {
	grid, right := false, s.book.props.RightToLeft
	if err := s.book.file.SetSheetView(s.Name, 0, &excelize.ViewOptions{ShowGridLines: &grid, RightToLeft: &right}); err != nil {
		return err
	}
	if s.Table == nil || s.Table.Rows <= longTable {
		return nil
	}
	below := fmt.Sprintf("A%d", s.First())
	return s.stream.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: s.Head(), TopLeftCell: below, ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: below, ActiveCell: below, Pane: "bottomLeft"}},
	})
}

// head writes the title, the introduction, the link back and the headings.
func (s *Sheet) head() error {
	lines := []Cell{{Look: Title, Value: s.Title}}
	for _, line := range s.Intro {
		lines = append(lines, Cell{Look: Intro, Value: line})
	}
	if s.Back != "" {
		lines = append(lines, Cell{Look: Back, Value: s.Back, Jump: Quoted(s.BackTo) + "!A1"})
	}
	for _, line := range lines {
		if err := s.write([]any{line}); err != nil {
			return err
		}
	}
	s.next = s.Head()
	if s.Table == nil {
		return nil
	}
	headings := make([]any, s.columns())
	for i, c := range s.Table.Columns {
		headings[i] = Cell{Look: Header, Value: c.Heading}
		if c.Look == Number || c.Look == Degrees {
			headings[i] = Cell{Look: HeaderRight, Value: c.Heading}
		}
	}
	return s.write(headings)
}

// Row writes the next row of the table: one value for each column, in order. A
// value is nil (a true blank), a string, an int, a float64 or a [Cell].
func (s *Sheet) Row(values ...any) error {
	if s.Table == nil || len(values) != s.columns() {
		return fmt.Errorf("sheet: %s: a row of %d values, want %d", s.Name, len(values), s.columns())
	}
	cells, err := s.checked(values, s.Table.Columns)
	if err != nil {
		return err
	}
	s.rows.raw = appendRow(s.rows.raw, s.next, s.height(cells), s.letters, &s.book.styles, cells)
	s.rows.add()
	s.next++
	return nil
}

// Line writes the next line of a page.
func (s *Sheet) Line(values ...any) error {
	if s.Table != nil || len(values) > s.columns() {
		return fmt.Errorf("sheet: %s: a line of %d values, want at most %d on a page", s.Name, len(values), s.columns())
	}
	return s.write(values)
}

// write gives a row to the library.
func (s *Sheet) write(values []any) error {
	cells, err := s.checked(values, nil)
	if err != nil {
		return err
	}
	row := make([]any, len(values))
	for i, c := range cells {
		row[i] = excelize.Cell{StyleID: s.book.styles[c.Look], Value: c.Value, Formula: c.Formula}
	}
	if err := s.stream.SetRow(fmt.Sprintf("A%d", s.next), row, excelize.RowOpts{Height: s.height(cells)}); err != nil {
		return casualty.At(s.Name, err)
	}
	s.next++
	return nil
}

// checked are the cells of the next row; columns, where given, say how they look.
func (s *Sheet) checked(values []any, columns []Column) ([]Cell, error) {
	if s.done || s.next > s.Last() {
		return nil, fmt.Errorf("sheet: %s: a row too many: %d were declared", s.Name, s.Last())
	}
	cells := s.cells[:len(values)]
	for i, value := range values {
		look := Plain
		if columns != nil {
			look = columns[i].Look
		}
		var err error
		if cells[i], err = s.cell(i, value, look); err != nil {
			return nil, err
		}
	}
	return cells, nil
}

// cell checks a value and gives it its look.
func (s *Sheet) cell(i int, value any, look Look) (Cell, error) {
	c, ok := value.(Cell)
	if !ok {
		c = Cell{Look: look, Value: value}
	}
	where := func() string { return fmt.Sprintf("%s!%s%d", s.Name, letter(i+1), s.next) }
	if c.Jump != "" {
		if len(s.links) == maxJumps {
			return c, fmt.Errorf("sheet: %s: more than %d links", where(), maxJumps)
		}
		s.links = append(s.links, jump{fmt.Sprintf("%s%d", letter(i+1), s.next), c.Jump})
	}
	if Units(c.Formula) > MaxFormula {
		return c, fmt.Errorf("sheet: %s: a formula of %d characters, want at most %d", where(), Units(c.Formula), MaxFormula)
	}
	switch v := c.Value.(type) {
	case nil:
	case int:
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return c, &casualty.Problem{Where: where(), Found: fmt.Sprint(v), Want: "a number, or a blank where nothing is known"}
		}
	case string:
		text := Clean(v)
		if units := Units(text); units > MaxText {
			return c, &casualty.Problem{Where: where(), Found: text, Want: fmt.Sprintf("at most 32,767 characters, not %d", units)}
		}
		c.Value = text
	default:
		return c, fmt.Errorf("sheet: %s: a value of type %T", where(), v)
	}
	return c, nil
}
