package exports

import (
	"encoding/csv"
	"io"
	"strings"

	"tollbook/casualty"
)

// CSV writes one table as comma-separated values after RFC 4180, in UTF-8
// without a byte order mark, lines ending in LF, a blank for what is not known.
// table is a name that [Tables] gives, such as "figures".
//
// forExcel is for people who open the file by double click: it begins with the
// byte order mark that Excel needs, and puts an apostrophe before texts that
// Excel would compute. Such a file is for reading, not for programs.
func CSV(w io.Writer, record casualty.Record, o Options, table string, forExcel bool) error {
	out, err := newOutlet(record, o, false)
	if err != nil {
		return err
	}
	t, err := out.named(table)
	if err != nil {
		return err
	}
	if forExcel {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	return t.csv(w, forExcel)
}

func (t *table) csv(w io.Writer, guarded bool) error {
	to := csv.NewWriter(w)
	row := make([]string, len(t.columns))
	for j, c := range t.columns {
		row[j] = c.field()
		if guarded {
			row[j] = c.heading
		}
	}
	if err := to.Write(row); err != nil {
		return err
	}
	for i := range t.rows {
		for j, c := range t.columns {
			row[j] = plainText(c.value(i))
			if guarded && c.isText() {
				row[j] = guard(row[j])
			}
		}
		if err := to.Write(row); err != nil {
			return err
		}
	}
	to.Flush()
	return to.Error()
}

func (c column) isText() bool {
	return c.kind != "whole number" && c.kind != "difference" && c.kind != "number"
}

// guard keeps a text a text where a spreadsheet would compute it (CWE-1236).
func guard(text string) string {
	if text != "" && strings.ContainsAny(text[:1], "=+-@\t\r") {
		return "'" + text
	}
	return text
}
