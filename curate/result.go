package curate

import (
	"encoding/csv"
	"fmt"
	"io"

	"tollbook/ingest/mapping"
	"tollbook/ingest/table"
)

// ResultHeads are the columns that the result of an import adds to the person's
// own file.
var ResultHeads = []string{"Tollbook status", "Tollbook reason", "Tollbook records"}

// Said are the cells of [ResultHeads] for one row. A row that was not written says
// so, and names no record that the book does not have.
func (i Imported) Said(r RowResult) []string {
	status, records := string(r.Status), r.Records()
	if !i.Written && r.Status != RowUnchanged {
		records = ""
		if r.Status != RowSetAside && r.Status != RowSkipped {
			status = "not written: would be " + status
		}
	}
	return []string{status, r.Reason(), records}
}

// Annotate writes the file again as it was, with what became of every row.
func (i Imported) Annotate(w io.Writer, file *table.File, bound *mapping.Bound) error {
	byRow := make(map[int]*RowResult, len(i.Rows))
	for n := range i.Rows {
		byRow[i.Rows[n].Row] = &i.Rows[n]
	}
	return file.Annotate(w, bound.Table, bound.Header, ResultHeads, func(row int) []string {
		if r := byRow[row]; r != nil {
			return i.Said(*r)
		}
		return nil
	})
}

// List writes what became of every row, as csv.
func (i Imported) List(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(append([]string{"row"}, ResultHeads...)); err != nil {
		return err
	}
	for _, r := range i.Rows {
		if err := out.Write(append([]string{fmt.Sprint(r.Row)}, i.Said(r)...)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
