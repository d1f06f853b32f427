package table

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"tollbook/casualty"
	"tollbook/ingest/charset"
)

// openCSV reads separated values. The row number is that which a spreadsheet
// shows: a record of several lines is one row, a blank line is a row.
func (f *File) openCSV(o Options) error {
	f.Format = CSV
	text, name, err := charset.Decode(f.content, o.Charset)
	if err != nil {
		return err
	}
	f.Charset = name
	if bytes.IndexByte(text, 0) >= 0 {
		return &casualty.Problem{Found: "a binary file", Want: saveAs}
	}
	if bytes.IndexByte(text, '\r') >= 0 && bytes.IndexByte(text, '\n') < 0 {
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
		f.note("its lines end in bare carriage returns, as old Macintosh programs write them")
	}
	text, delimiter := announced(text)
	if o.Delimiter != "" {
		delimiter = o.Delimiter
	}
	if delimiter == "" {
		delimiter = dialect(text)
	}
	if len([]rune(delimiter)) != 1 || strings.ContainsAny(delimiter, "\"\r\n") {
		return &casualty.Problem{Where: "delimiter", Found: delimiter, Want: "one character such as , or ;"}
	}
	f.Delimiter = delimiter
	return f.countCSV(text, []rune(delimiter)[0])
}

// announced takes off Excel's line "sep=;".
func announced(text []byte) (rest []byte, delimiter string) {
	line, after, found := bytes.Cut(text, []byte("\n"))
	mark, ok := bytes.CutPrefix(bytes.TrimSpace(line), []byte("sep="))
	if !found || !ok || len(mark) != 1 {
		return text, ""
	}
	return after, string(mark)
}

func (f *File) countCSV(text []byte, delimiter rune) error {
	t := &Table{form: CSV, Hidden: map[int]bool{}}
	t.rows = func(yield func(Row, error) bool) { readCSV(text, delimiter, yield) }
	for r, err := range t.rows {
		if err != nil {
			return err
		}
		t.Count, t.Last = t.Count+1, r.Number
		if t.Columns = max(t.Columns, len(r.Cells)); t.Columns > MaxColumns {
			return &casualty.Problem{Where: fmt.Sprintf("row %d", r.Number), Found: fmt.Sprintf("%d columns", t.Columns), Want: "at most 16,384, as a spreadsheet has"}
		}
		if t.Count > maxRecords {
			return &casualty.Problem{Found: fmt.Sprintf("more than %d rows", maxRecords), Want: "a smaller file: cut it by year or by place"}
		}
	}
	if t.Count > 0 {
		f.Tables = append(f.Tables, t)
	}
	return nil
}

// longestCell: a cell beyond it is a quotation mark that was never closed.
const longestCell = 256 << 10

func readCSV(text []byte, delimiter rune, yield func(Row, error) bool) {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.ReuseRecord = delimiter, -1, true, true
	number, line := 0, 0
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		number++
		if err != nil {
			yield(Row{}, &casualty.Problem{Where: fmt.Sprintf("row %d", number), Found: err.Error(), Want: "cells in pairs of quotation marks"})
			return
		}
		// Blank lines are passed over by the reader and counted here.
		start, _ := r.FieldPos(0)
		number += max(0, start-line-1)
		line, _ = r.FieldPos(len(record) - 1)
		line += strings.Count(record[len(record)-1], "\n")
		row, err := csvRow(number, record)
		if err != nil {
			yield(Row{}, err)
			return
		}
		if !row.Empty() && !yield(row, nil) {
			return
		}
	}
}

func csvRow(number int, record []string) (Row, error) {
	row := Row{Number: number, Cells: make([]Cell, 0, len(record))}
	last := 0
	for i, text := range record {
		if len(text) > longestCell {
			return row, &casualty.Problem{Where: fmt.Sprintf("%s%d", Letter(i), number), Found: fmt.Sprintf("a cell of %d bytes", len(text)), Want: "a closed quotation mark: one that opens before this is never closed"}
		}
		cell := Cell{Text: text}
		if strings.TrimSpace(text) != "" {
			cell.Kind, last = Text, i+1
		}
		row.Cells = append(row.Cells, cell)
	}
	row.Cells = row.Cells[:last]
	return row, nil
}
