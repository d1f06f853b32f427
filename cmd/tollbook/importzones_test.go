package main

import (
	"encoding/csv"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// datedFiles write the days of a year: as text with the day or the month first, as
// moments near midnight with their offset, and as cells of workbooks.
var datedFiles = []struct {
	name  string
	write func(t *testing.T, path string, days []time.Time)
}{
	{"dmy.csv", datedCSV("02/01/2006", "")},
	{"mdy.csv", datedCSV("01-02-2006", "")},
	{"late.csv", datedCSV(time.DateOnly, "T23:30:00-09:30")},
	{"early.csv", datedCSV(time.DateOnly, "T00:15:00+13:45")},
	{"since1900.xlsx", datedWorkbook(false)},
	{"since1904.xlsx", datedWorkbook(true)},
}

func datedCSV(layout, clock string) func(*testing.T, string, []time.Time) {
	return func(t *testing.T, path string, days []time.Time) {
		rows := "Nr,Date,Killed\n"
		for i, day := range days {
			rows += fmt.Sprintf("N%d,%s,%d\n", i+1, day.Format(layout)+clock, i+1)
		}
		write(t, filepath.Dir(path), filepath.Base(path), rows)
	}
}

func datedWorkbook(since1904 bool) func(*testing.T, string, []time.Time) {
	return func(t *testing.T, path string, days []time.Time) {
		book := excelize.NewFile()
		defer book.Close()
		style, err := book.NewStyle(&excelize.Style{NumFmt: 14})
		if err == nil {
			err = book.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &since1904})
		}
		zero := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
		if since1904 {
			zero = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		rows := [][]any{{"Nr", "Date", "Killed"}}
		for i, day := range days {
			rows = append(rows, []any{fmt.Sprintf("N%d", i+1), int(day.Sub(zero).Hours() / 24), i + 1})
		}
		for i, row := range rows {
			if err == nil {
				err = book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row)
			}
		}
		if err == nil {
			err = book.SetCellStyle("Sheet1", "B2", fmt.Sprintf("B%d", len(rows)), style)
		}
		if err == nil {
			err = book.SaveAs(path)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestNoTimeZoneOfTheMachineMovesADay(t *testing.T) {
	var days []time.Time
	var want []string
	for i := range 366 {
		day := time.Date(2028, 1, 1+i, 0, 0, 0, 0, time.UTC)
		days, want = append(days, day), append(want, fmt.Sprintf("i%d %s", i+1, day.Format(time.DateOnly)))
	}
	folder := t.TempDir()
	for _, file := range datedFiles {
		file.write(t, filepath.Join(folder, file.name), days)
	}
	for _, zone := range []string{"UTC", "Pacific/Kiritimati", "America/St_Johns"} {
		for _, file := range datedFiles {
			t.Run(file.name+" in "+zone, func(t *testing.T) {
				book := strings.ReplaceAll(zone, "/", "-") + file.name + ".book"
				inZone(t, zone, folder, "import", file.name, "--book", book, "--source", "Example Monitor", "--yes")
				if got := strings.Join(daysListed(t, inZone(t, zone, folder, "list", "incidents", "--book", book, "--format", "csv")), "\n"); got != strings.Join(want, "\n") {
					t.Errorf("the days are %.300s", got)
				}
			})
		}
	}
}

// inZone runs the program under a time zone of the machine.
func inZone(t *testing.T, zone, folder string, args ...string) string {
	t.Helper()
	cmd := command(t, folder, args...)
	cmd.Env = append(cmd.Env, "TZ="+zone)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}

// daysListed are the ids and days of incidents listed as csv.
func daysListed(t *testing.T, list string) (days []string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(list)).ReadAll()
	if err != nil || len(rows) == 0 {
		t.Fatalf("%v: %.100s", err, list)
	}
	for _, row := range rows[1:] {
		days = append(days, row[0]+" "+row[1])
	}
	return days
}
