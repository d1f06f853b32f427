package table

import (
	"fmt"
	"iter"
	"strings"
)

// Kind is what a cell holds.
type Kind uint8

// The kinds of cell.
const (
	Blank  Kind = iota // nothing, or only white space
	Text               // as written
	Number             // of a workbook: the number as stored
	Date               // of a workbook: a calendar date as far as its format shows it
	Truth              // TRUE or FALSE
	Fault              // a stored error such as #DIV/0!
)

// A Cell is one cell. A date reads 2004-06-17, with a clock time where it has
// one; a format that shows less gives less (2004-06, 2004), and one that shows no
// year gives what a reader sees: "4-Mar".
type Cell struct {
	Text    string
	Kind    Kind
	Formula bool   // the text is the stored result of a formula; nobody typed it
	Merged  string // the merged area of several rows that the cell is part of: "C5:C7"
}

// A Row is one row that holds anything. Number is what a spreadsheet shows
// beside it, for JSON the record's place from 1.
type Row struct {
	Number int
	Cells  []Cell // by column, from the first
	Hidden bool
}

// Cell is the cell of a column, blank beyond the last.
func (r Row) Cell(column int) Cell {
	if column < 0 || column >= len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column]
}

// Empty tells whether no cell holds anything.
func (r Row) Empty() bool {
	for _, c := range r.Cells {
		if c.Kind != Blank {
			return false
		}
	}
	return true
}

// A Table is one sheet of a workbook, or the one table of any other file.
type Table struct {
	Name    string       // of the sheet; of a JSON file the field that holds the records
	Names   []string     // of the columns where the file names them itself, as JSON does
	Hidden  map[int]bool // columns that the sheet hides
	Veiled  bool         // the sheet itself is hidden
	Columns int          // the widest row
	Count   int          // rows that hold anything
	Last    int          // number of the last of them
	rows    func(yield func(Row, error) bool)
	form    string
}

// Rows yields every row that holds anything, in order. After an error there are
// no more. It may be called again and gives the same rows.
func (t *Table) Rows() iter.Seq2[Row, error] { return t.rows }

// Place names a cell: "C14", "Sheet1!C14", in JSON "strike[13].deaths".
func (t *Table) Place(row, column int) string {
	if t.form == JSON {
		return fmt.Sprintf("%s[%d].%s", t.Name, row-1, t.Names[column])
	}
	return t.sheet() + Letter(column) + fmt.Sprint(row)
}

// Places names cells of one row: "Sheet1!C14;D14".
func (t *Table) Places(row int, columns ...int) string {
	var b strings.Builder
	for i, c := range columns {
		place := t.Place(row, c)
		if i > 0 {
			place = ";" + strings.TrimPrefix(place, t.sheet())
		}
		b.WriteString(place)
	}
	return b.String()
}

func (t *Table) sheet() string {
	if t.form != XLSX {
		return ""
	}
	for _, r := range t.Name {
		if r != '_' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') {
			return "'" + strings.ReplaceAll(t.Name, "'", "''") + "'!"
		}
	}
	return t.Name + "!"
}

// Letter is a column's letters, A for 0.
func Letter(column int) string {
	var b []byte
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		b = append([]byte{byte('A' + (n-1)%26)}, b...)
	}
	return string(b)
}

// reference reads "C14": the column from 0 and the row from 1.
func reference[T string | []byte](text T) (column, row int, ok bool) {
	i := 0
	for ; i < len(text) && text[i] >= 'A' && text[i] <= 'Z' && i < 4; i++ {
		column = column*26 + int(text[i]-'A') + 1
	}
	digits := text[i:]
	if i == 0 || len(digits) == 0 || len(digits) > 7 {
		return 0, 0, false
	}
	for j := range len(digits) {
		if digits[j] < '0' || digits[j] > '9' {
			return 0, 0, false
		}
		row = row*10 + int(digits[j]-'0')
	}
	return column - 1, row, column <= MaxColumns && row >= 1 && row <= MaxRows
}

type cellAt struct{ column, row int }

// cutReference reads "C5:C7".
func cutReference(text string) (from, to cellAt, ok bool) {
	first, last, two := strings.Cut(text, ":")
	c1, r1, ok1 := reference(first)
	c2, r2, ok2 := reference(last)
	return cellAt{c1, r1}, cellAt{c2, r2}, two && ok1 && ok2
}
