package exports

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// recalculated opens workbooks in LibreOffice, has it recalculate every formula
// and gives the cells of each sheet of each as LibreOffice shows them.
func recalculated(t *testing.T, books map[string][]byte) map[string]map[string][][]string {
	t.Helper()
	skipShort(t)
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed; the formulas were not recalculated.")
	}
	dir := t.TempDir()
	// 0: always recalculate files of other programs.
	write(t, filepath.Join(dir, "home/user/registrymodifications.xcu"), []byte(`<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`))
	// Comma, quotes, UTF-8, formats not applied, every sheet into a file of its own.
	filter := "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
	args := []string{"-env:UserInstallation=file://" + dir + "/home", "--headless", "--convert-to", filter, "--outdir", dir}
	for name, book := range books {
		write(t, filepath.Join(dir, name+".xlsx"), book)
		args = append(args, filepath.Join(dir, name+".xlsx"))
	}
	if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, out)
	}
	all := map[string]map[string][][]string{}
	for name := range books {
		all[name] = sheetsIn(t, dir, name)
	}
	return all
}

// skipShort leaves outside programs out of the short run, which is for the race
// detector: they run in processes of their own.
func skipShort(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("The short run starts no outside programs.")
	}
}

// skipManyBooks leaves tests of one workbook after another out of the short run:
// each is written by one goroutine, of which the race detector learns nothing.
func skipManyBooks(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("The short run writes no workbook for each language and record.")
	}
}

// sheetsIn reads the files that LibreOffice wrote, one for each sheet.
func sheetsIn(t *testing.T, dir, name string) map[string][][]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, name+"-*.csv"))
	if err != nil || len(files) == 0 {
		t.Fatalf("LibreOffice wrote no sheets of %s: %v", name, err)
	}
	sheets := map[string][][]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(bytes.NewReader(text))
		r.FieldsPerRecord = -1
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		sheets[strings.TrimSuffix(strings.TrimPrefix(filepath.Base(file), name+"-"), ".csv")] = rows
	}
	return sheets
}

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// A difference is a formula whose value in the file is not what LibreOffice makes of it.
type difference struct{ cell, formula, ours, theirs string }

// differences compares every formula's value in the file with LibreOffice's.
func differences(t *testing.T, workbook []byte, theirs map[string][][]string) (found []difference, formulas int) {
	t.Helper()
	all := parts(t, workbook)
	names, files := sheetParts(t, all)
	for i, name := range names {
		for row := range xmlRows(t, all[files[i]]) {
			for _, c := range row {
				if c.Formula == "" {
					continue
				}
				formulas++
				y, x := position(t, c.Name)
				if got := at(theirs[name], y, x); got != c.Value {
					found = append(found, difference{name + "!" + c.Name, c.Formula, c.Value, got})
				}
			}
		}
	}
	return found, formulas
}

func at(rows [][]string, y, x int) string {
	if y >= len(rows) || x >= len(rows[y]) {
		return ""
	}
	return rows[y][x]
}

func reopened(t *testing.T, workbook []byte) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(workbook))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}
