package sheet

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"
)

// A Look is how a cell looks and what it is for.
type Look int

// The looks.
const (
	Plain       Look = iota // text, wrapped
	Title                   // the sheet's title, in the named style "Title"
	Heading                 // a heading within a page, in the named style "Heading 1"
	Intro                   // a line below the title
	Back                    // the link back, and other links to sheets
	Header                  // a table's heading
	HeaderRight             // a heading above numbers
	Code                    // ids and codes: text that no program should read as a number
	Flag                    // yes or no, centred: numbers stand close on both sides
	Number                  // whole people
	Degrees                 // coordinates
	Date                    // a calendar day
	Anchor                  // an id that leads to its rows
	Label                   // what a line of a page is about
	Input                   // a cell that a reader may change
	Strong                  // a figure as words
	Digest                  // a long code without blanks, on one line whatever the width
	looks                   // how many there are
)

// The colours keep a contrast of at least 4.5 to 1, white on dark blue included.
const (
	ink    = "1F2933"
	navy   = "1F3864"
	link   = "0B5394"
	rule   = "BFC7D1"
	pencil = "FFF8E1"
	pale   = "BDD7EE"
	face   = "Arial"
)

// namedStyles gives the looks that carry one of Excel's own style names, so that
// a screen reader finds the headings. The number is Excel's builtinId.
var namedStyles = []struct {
	look    Look
	name    string
	builtin int
}{
	{Title, "Title", 15},
	{Heading, "Heading 1", 16},
}

// makeStyles registers every look, always in one order: a style's number in the
// file must not depend on which cell came first.
func makeStyles(f *excelize.File, fromRight bool) ([looks]int, error) {
	if err := f.SetDefaultFont(face); err != nil {
		return [looks]int{}, err
	}
	var ids [looks]int
	for look := Plain; look < looks; look++ {
		id, err := f.NewStyle(style(look, fromRight))
		if err != nil {
			return ids, fmt.Errorf("sheet: style %d: %w", look, err)
		}
		ids[look] = id
	}
	return ids, nil
}

// latin are the looks of dates, ids and numbers, which run from left to right
// in every language.
var latin = []Look{Code, Flag, Digest, Number, Degrees, Date, Input}

// style is how a look is drawn. In a workbook that reads from the right, ids and dates
// begin where the other texts do: at the other edge they would run into the next column.
func style(look Look, fromRight bool) *excelize.Style {
	font := &excelize.Font{Family: face, Size: 10, Color: ink}
	align := &excelize.Alignment{Vertical: "top", WrapText: true}
	s := &excelize.Style{Font: font, Alignment: align}
	table := []excelize.Border{{Type: "bottom", Color: rule, Style: 1}}
	if fromRight {
		align.Horizontal, align.ReadingOrder = "right", 2
		if slices.Contains(latin, look) {
			align.ReadingOrder = 1
		}
	}
	switch look {
	case Title:
		font.Size, font.Bold, font.Color, align.WrapText = 18, true, navy, false
	case Heading:
		font.Size, font.Bold, font.Color, align.WrapText = 13, true, navy, false
	case Intro:
		align.WrapText = false
	case Back:
		font.Color, font.Underline, align.WrapText = link, "single", false
	case Header, HeaderRight:
		font.Bold, font.Color = true, "FFFFFF"
		if look == HeaderRight {
			align.Horizontal, align.Indent = "right", 1
		}
		align.Vertical = "center"
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{navy}}
	case Code:
		s.NumFmt, s.Border = 49, table
	case Flag:
		align.Horizontal = "center"
		s.NumFmt, s.Border = 49, table
	case Number:
		align.Horizontal, align.Indent = "right", 1
		s.NumFmt, s.Border = 3, table
	case Degrees:
		align.Horizontal, align.Indent = "right", 1
		format := "0.0####"
		s.CustomNumFmt, s.Border = &format, table
	case Date:
		format := "yyyy-mm-dd"
		s.CustomNumFmt, s.Border = &format, table
	case Anchor:
		font.Color, font.Underline = link, "single"
		s.NumFmt, s.Border = 49, table
	case Label:
		font.Bold = true
	case Input:
		s.NumFmt, s.Border = 49, table
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{pencil}}
	case Digest:
		align.WrapText = false
		s.NumFmt, s.Border = 49, table
	case Strong:
		font.Bold = true
		s.Border = table
	default:
		s.Border = table
	}
	return s
}
