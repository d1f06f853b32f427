package sheet

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"tollbook/casualty"
)

// Close ends the sheet: the table, the choices, the links, the charts and the
// printed page. Fewer rows than were declared are an error, because formulas
// point to them.
func (s *Sheet) Close() error {
	if s.done {
		return fmt.Errorf("sheet: %s is closed a second time", s.Name)
	}
	if s.next != s.Last()+1 {
		return fmt.Errorf("sheet: %s: %d rows written, %d declared", s.Name, s.next-1, s.Last())
	}
	for _, step := range []func() error{s.ended, s.table, s.choices, s.jumps, s.draw, s.page, s.stream.Flush} {
		if err := step(); err != nil {
			return casualty.At(s.Name, err)
		}
	}
	s.done = true
	s.book.state[s.Name] = closed
	return nil
}

func (s *Sheet) ended() error {
	if s.rows == nil {
		return nil
	}
	return s.rows.end()
}

// table marks the rows as a table. An empty one stays plain headings: Excel has
// no table without a row, and a made-up row would be read as data.
func (s *Sheet) table() error {
	if s.Table == nil || s.Table.Rows == 0 {
		return nil
	}
	stripes := true
	area := fmt.Sprintf("A%d:%s%d", s.Head(), letter(s.columns()), s.Last())
	if err := s.stream.AddTable(&excelize.Table{Range: area, Name: s.Table.Name, StyleName: "TableStyleLight1", ShowRowStripes: &stripes}); err != nil {
		return err
	}
	// Ids that look like numbers stay text; Excel need not mark each of them.
	return s.book.file.AddIgnoredErrors(s.Name, area, excelize.IgnoredErrorsNumberStoredAsText)
}

func (s *Sheet) choices() error {
	if s.Table == nil || s.Table.Rows == 0 {
		return nil
	}
	for i, c := range s.Table.Columns {
		if len(c.Choices) == 0 && c.ChoicesAt == "" {
			continue
		}
		v := excelize.NewDataValidation(true)
		v.SetSqref(fmt.Sprintf("%s%d:%s%d", letter(i+1), s.First(), letter(i+1), s.Last()))
		if len(c.Choices) == 0 {
			v.SetSqrefDropList(c.ChoicesAt)
		} else if err := v.SetDropList(c.Choices); err != nil {
			return err
		}
		v.SetError(excelize.DataValidationErrorStyleStop, c.Heading, s.book.props.Choose)
		if err := s.book.file.AddDataValidation(s.Name, v); err != nil {
			return err
		}
	}
	return nil
}

func (s *Sheet) jumps() error {
	for _, j := range s.links {
		if err := s.book.file.SetCellHyperLink(s.Name, j.cell, j.target, "Location"); err != nil {
			return err
		}
	}
	return nil
}

// page sets how the sheet prints: A4, one page wide, the headings on every page.
func (s *Sheet) page() error {
	f := s.book.file
	size, wide, tall, turn := 9, 1, 0, "landscape"
	if s.Upright {
		turn = "portrait"
	}
	if err := f.SetPageLayout(s.Name, &excelize.PageLayoutOptions{Size: &size, Orientation: &turn, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	text := footerText(s.book.props.Footer)
	if s.book.props.RightToLeft { // a footer has no direction of its own
		text = "\u2067" + text + "\u2069"
	}
	footer := "&L&8" + text + "&C&8&A&R&8&P / &N"
	if err := f.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{OddFooter: footer}); err != nil {
		return err
	}
	if s.Table == nil {
		return nil
	}
	if err := s.define("_xlnm.Print_Titles", fmt.Sprintf("$%d:$%d", s.Head(), s.Head())); err != nil || s.PrintColumns == 0 {
		return err
	}
	return s.define("_xlnm.Print_Area", fmt.Sprintf("$A$1:$%s$%d", letter(min(s.PrintColumns, s.columns())), s.Last()+s.chartRows()))
}

// chartRows is how many rows the charts below the table take, in rows of the
// default height of 20 pixels, generously.
func (s *Sheet) chartRows() int {
	rows := 0
	for _, c := range s.Charts {
		rows = max(rows, c.Below+c.Tall/18+1)
	}
	return rows
}

func (s *Sheet) define(name, area string) error {
	return s.book.file.SetDefinedName(&excelize.DefinedName{Name: name, Scope: s.Name, RefersTo: Quoted(s.Name) + "!" + area})
}

// footerText keeps a footer within Excel's 255 characters and an ampersand an
// ampersand: in a footer it begins a code.
func footerText(text string) string {
	text = casualty.Shorten(Clean(text), 90)
	out := ""
	for _, r := range text {
		if r == '&' {
			out += "&"
		}
		out += string(r)
	}
	return out
}
