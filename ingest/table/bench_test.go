package table_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"tollbook/ingest/table"
)

// large is a workbook of many rows, as the usual library writes it.
func large(b *testing.B, rows int) []byte {
	b.Helper()
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for i := range rows {
		err := w.SetRow(fmt.Sprintf("A%d", i+1), []any{fmt.Sprintf("E%d", i), fmt.Sprintf("Place %d", i%5000), i % 9, i % 20, "a note of some length that says what happened", 45000 + i%1000, 33.5102, "Example Gazette"})
		if err != nil {
			b.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Write(&out); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

// BenchmarkSheet reads every cell of a sheet of 100,000 rows: here, looking
// through it once and reading it once, and with the usual library's Rows.
func BenchmarkSheet(b *testing.B) {
	content := large(b, 100_000)
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			f, err := table.Open("a.xlsx", content, table.Options{})
			if err != nil {
				b.Fatal(err)
			}
			cells := 0
			for r, err := range f.Tables[0].Rows() {
				if err != nil {
					b.Fatal(err)
				}
				cells += len(r.Cells)
			}
			if cells != 800_000 {
				b.Fatalf("%d cells", cells)
			}
		}
	})
	b.Run("excelize Rows", func(b *testing.B) {
		for b.Loop() {
			f, err := excelize.OpenReader(bytes.NewReader(content))
			if err != nil {
				b.Fatal(err)
			}
			rows, err := f.Rows("Sheet1")
			if err != nil {
				b.Fatal(err)
			}
			cells := 0
			for rows.Next() {
				row, err := rows.Columns(excelize.Options{RawCellValue: true})
				if err != nil {
					b.Fatal(err)
				}
				cells += len(row)
			}
			if cells != 800_000 {
				b.Fatalf("%d cells", cells)
			}
			_ = f.Close()
		}
	})
}
