package exports

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"io"
	"slices"

	"tollbook/casualty"
)

// Freeze says what the tables of an export hold, so that a later version of the
// program can show that it makes the same. Notes, data dictionary and code lists
// explain the tables and are not frozen, nor are columns that only say a code in
// words.
func Freeze(record casualty.Record, o Options) ([]casualty.Frozen, error) {
	out, err := newOutlet(record, o, false)
	if err != nil {
		return nil, err
	}
	var frozen []casualty.Frozen
	for _, t := range out.tables {
		if slices.Contains([]string{notesSheet, dictionarySheet, codesSheet}, t.name) {
			continue
		}
		f := casualty.Frozen{Name: fileName(t.name)}
		for _, c := range t.columns {
			if !c.prose {
				f.Columns = append(f.Columns, c.field())
			}
		}
		if f, err = t.frozen(f); err != nil {
			return nil, err
		}
		frozen = append(frozen, f)
	}
	return frozen, nil
}

// Thawed makes the tables again and gives an error that names the first one that
// is not what it was. A later version may have more tables and more columns.
func Thawed(record casualty.Record, o Options, was []casualty.Frozen) error {
	out, err := newOutlet(record, o, false)
	if err != nil {
		return err
	}
	for _, f := range was {
		t, err := out.named(f.Name)
		if err != nil {
			return err
		}
		now, err := t.frozen(f)
		if err != nil {
			return err
		}
		if now.Rows != f.Rows || now.SHA256 != f.SHA256 {
			return &casualty.Problem{Where: "table " + f.Name, Found: fmt.Sprintf("%d rows, SHA-256 %s", now.Rows, now.SHA256), Want: fmt.Sprintf("the %d rows that were released, SHA-256 %s", f.Rows, f.SHA256)}
		}
	}
	return nil
}

// frozen counts the rows and takes the digest of these columns.
func (t *table) frozen(f casualty.Frozen) (casualty.Frozen, error) {
	columns := make([]column, len(f.Columns))
	for i, name := range f.Columns {
		at := slices.IndexFunc(t.columns, func(c column) bool { return c.field() == name })
		if at < 0 {
			return f, &casualty.Problem{Where: "table " + f.Name, Want: "the column " + name + ", which it was released with"}
		}
		columns[i] = t.columns[at]
	}
	sum := sha256.New()
	err := writeRows(sum, columns, t.rows)
	f.Rows, f.SHA256 = t.rows, hex.EncodeToString(sum.Sum(nil))
	return f, err
}

func writeRows(w io.Writer, columns []column, rows int) error {
	to, row := csv.NewWriter(w), make([]string, len(columns))
	for i := range rows {
		for j, c := range columns {
			row[j] = plainText(c.value(i))
		}
		if err := to.Write(row); err != nil {
			return err
		}
	}
	to.Flush()
	return to.Error()
}
