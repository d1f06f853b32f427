package exports

import (
	"io"
	"strings"
	"testing"
)

func TestEachSheetAsLibreOfficesCsvEqualsOurs(t *testing.T) {
	skipShort(t)
	books := map[string][]byte{}
	o := Options{Methods: methods(t, "envelope", "gtd")}
	for name, record := range records() {
		books[strings.ReplaceAll(name, " ", "_")] = workbook(t, record, o)
	}
	theirs := recalculated(t, books)
	names, err := Tables(o)
	if err != nil {
		t.Fatal(err)
	}
	compare := func(sheets map[string][][]string, name string, ours [][]string) (bad []string) {
		for at, rows := range sheets {
			if fileName(at) != name {
				continue
			}
			rows = rows[headRow(untailed(rows))+1:]
			for y, row := range ours {
				for x, want := range row {
					got := at2(rows, y, x)
					if got != want && !strings.HasSuffix(got, "stand in this cell]") {
						bad = append(bad, want+" is "+got)
					}
				}
			}
			if cuts := strings.Count(strings.Join(flat(rows), " "), "Cut text"); len(rows)-cuts != len(ours) {
				bad = append(bad, "another number of rows")
			}
			return bad
		}
		return []string{"no such sheet"}
	}
	for name, record := range records() {
		t.Run(name, func(t *testing.T) {
			for _, table := range names {
				ours := csvRows(t, written(t, func(w io.Writer) error { return CSV(w, record, o, table, false) }))[1:]
				if bad := compare(theirs[strings.ReplaceAll(name, " ", "_")], table, ours); len(bad) > 0 {
					t.Errorf("%s: %d cells differ, the first: %.120q", table, len(bad), bad[0])
				}
			}
		})
	}
	t.Run("one cell that differs is seen", func(t *testing.T) {
		sheets := theirs["four_incidents"]
		ours := csvRows(t, written(t, func(w io.Writer) error { return CSV(w, records()["four incidents"], o, "figures", false) }))[1:]
		ours[0][0] += "x"
		if len(compare(sheets, "figures", ours)) != 1 {
			t.Error("a changed cell went unseen")
		}
	})
}

// untailed are the rows without the empty cells at their ends, which LibreOffice
// writes and a sheet has not.
func untailed(rows [][]string) [][]string {
	cut := make([][]string, len(rows))
	for i, row := range rows {
		end := len(row)
		for end > 0 && row[end-1] == "" {
			end--
		}
		cut[i] = row[:end]
	}
	return cut
}

func flat(rows [][]string) (cells []string) {
	for _, row := range rows {
		cells = append(cells, row...)
	}
	return cells
}

// at2 is a cell with the line feeds of a csv reader.
func at2(rows [][]string, y, x int) string { return strings.ReplaceAll(at(rows, y, x), "\r\n", "\n") }
