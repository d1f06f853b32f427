package exports

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tollbook/internal/sample"
)

// readers reads a workbook with openpyxl, whole and in its read-only mode, which
// trusts what the file says about its size.
const readers = `
import json, sys, openpyxl
out = {}
for mode in (False, True):
    book = openpyxl.load_workbook(sys.argv[1], read_only=mode, data_only=True)
    out[str(mode)] = {s.title: [[None if c is None else str(c) for c in row] for row in s.iter_rows(values_only=True)] for s in book.worksheets}
json.dump(out, sys.stdout)
`

type pythonSheets map[string][][]*string

// readByPython gives the sheets as openpyxl reads them, whole and read-only.
func readByPython(t *testing.T, workbook []byte) (whole, readOnly pythonSheets) {
	t.Helper()
	skipShort(t)
	python := "/usr/bin/python3"
	if exec.Command(python, "-c", "import openpyxl").Run() != nil {
		t.Skip("openpyxl is not installed for /usr/bin/python3; the workbook was not read with it.")
	}
	file := filepath.Join(t.TempDir(), "book.xlsx")
	write(t, file, workbook)
	out, err := exec.Command(python, "-c", readers, file).Output()
	if err != nil {
		t.Fatalf("openpyxl: %v", err)
	}
	var modes map[string]pythonSheets
	if err := json.Unmarshal(out, &modes); err != nil {
		t.Fatal(err)
	}
	return modes["False"], modes["True"]
}

func TestAnIndependentReaderSeesEveryRow(t *testing.T) {
	for name, record := range records() {
		t.Run(name, func(t *testing.T) {
			book := workbook(t, record, Options{})
			whole, readOnly := readByPython(t, book)
			for sheet, rows := range ours(t, book) {
				if !reflect.DeepEqual(trimmed(whole[sheet]), trimmed(readOnly[sheet])) {
					t.Errorf("%s: read-only mode sees other cells than the whole", sheet)
				}
				if len(whole[sheet]) != rows {
					t.Errorf("%s: openpyxl sees %d rows, the file has %d", sheet, len(whole[sheet]), rows)
				}
			}
		})
	}
	t.Run("a dimension that is too small hides rows, and that is seen", func(t *testing.T) {
		broken := parts(t, workbook(t, sample.Four(), Options{}))
		for name, part := range broken {
			if i := strings.Index(part, "<dimension "); i > 0 && strings.HasPrefix(name, "xl/worksheets/") {
				broken[name] = part[:i] + `<dimension ref="A1"/>` + part[strings.Index(part, "</dimension>")+len("</dimension>"):]
			}
		}
		whole, readOnly := readByPython(t, zipped(t, broken))
		if reflect.DeepEqual(trimmed(whole[figuresSheet]), trimmed(readOnly[figuresSheet])) {
			t.Error("nothing was hidden")
		}
	})
}

// ours is how many rows each sheet has up to its last cell.
func ours(t *testing.T, workbook []byte) map[string]int {
	t.Helper()
	all := parts(t, workbook)
	names, files := sheetParts(t, all)
	rows := map[string]int{}
	for i, name := range names {
		for row := range xmlRows(t, all[files[i]]) {
			y, _ := position(t, row[0].Name)
			rows[name] = y + 1
		}
	}
	return rows
}

// trimmed drops the empty cells at the ends of rows: read-only mode fills rows
// up to the dimension, the other does too, but not for rows that do not exist.
func trimmed(rows [][]*string) [][]string {
	out := make([][]string, len(rows))
	for i, row := range rows {
		end := len(row)
		for end > 0 && row[end-1] == nil {
			end--
		}
		for _, c := range row[:end] {
			text := ""
			if c != nil {
				text = *c
			}
			out[i] = append(out[i], text)
		}
	}
	return out
}
