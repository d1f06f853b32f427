package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// largeRow is row n of a made table: a range, a count in words, forty sources.
func largeRow(n int) []string {
	low := n%9 + 1
	return []string{
		fmt.Sprintf("E%d", n), fmt.Sprintf("20%02d-%02d-%02d", 10+n%15, n%12+1, n%28+1), fmt.Sprintf("Place %d", n%5000), fmt.Sprintf("Province %d", n%200),
		fmt.Sprint(low), fmt.Sprint(low + n%4), []string{"12+", "?", "3-4", "dozens", "none reported", ""}[n%6], fmt.Sprintf("Outlet %d", n%40),
	}
}

var largeHeadings = []string{"Event ID", "Date", "Place", "Province", "Minimum killed", "Maximum killed", "Injured", "Source"}

func largeCSV(t testing.TB, path string, rows int) {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(file)
	fmt.Fprintln(w, strings.Join(largeHeadings, ","))
	for n := range rows {
		fmt.Fprintln(w, strings.Join(largeRow(n), ","))
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

func largeXLSX(t testing.TB, path string, rows int) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for n := range rows + 1 {
		texts := largeHeadings
		if n > 0 {
			texts = largeRow(n - 1)
		}
		cells := make([]any, len(texts))
		for i, text := range texts {
			cells[i] = text
		}
		if err := w.SetRow(fmt.Sprintf("A%d", n+1), cells); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}

func importing(file string) []string {
	return []string{"import", file, "--source", "Example Monitor", "--yes", "--confirm", "--result", "none", "--book", "b.tollbook"}
}

// A million rows of csv and 200,000 of a workbook come in whole, within this much
// memory: what the program itself holds and the pages of the book that it has mapped.
func TestLargeTablesComeInWithinBoundedMemory(t *testing.T) {
	if os.Getenv("TOLLBOOK_LONG") == "" {
		t.Skip("TOLLBOOK_LONG is unset; the tables of 1,000,000 and 200,000 rows were not imported.")
	}
	for _, tt := range []struct {
		name string
		rows int
		make func(testing.TB, string, int)
		most int // MiB
	}{
		{"m.csv", 1_000_000, largeCSV, 2560},
		{"w.xlsx", 200_000, largeXLSX, 1024},
	} {
		t.Run(tt.name, func(t *testing.T) {
			folder := t.TempDir()
			tt.make(t, filepath.Join(folder, tt.name), tt.rows)
			cmd := command(t, folder, importing(tt.name)...)
			start := time.Now()
			out, err := cmd.CombinedOutput()
			if err != nil || !strings.Contains(string(out), thousands(tt.rows)+"  added") {
				t.Fatalf("%v: %s", err, out)
			}
			peak := peakMiB(cmd.ProcessState)
			if peak > tt.most {
				t.Errorf("it took %d MiB, want at most %d", peak, tt.most)
			}
			t.Logf("%d rows: %s, processor %s, peak %d MiB", tt.rows, time.Since(start).Round(time.Second), (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Round(time.Second), peak)
		})
	}
}

// Ctrl-C, or the end of the program, in the middle of a table that is written in
// portions.
func TestALongImportThatIsCutOffLeavesTheBookAsItWas(t *testing.T) {
	if testing.Short() {
		t.Skip("many-times runs go without -short")
	}
	if runtime.GOOS == "windows" {
		t.Skip("no program can send itself Ctrl-C there")
	}
	rows := 11_000
	if os.Getenv("TOLLBOOK_LONG") != "" {
		rows = 200_000
	}
	folder := t.TempDir()
	largeCSV(t, filepath.Join(folder, "m.csv"), rows)
	write(t, folder, "a.txt", "Five people were killed in the village on Monday.")
	usual(t, folder, "add", "a.txt", "--book", "b.tollbook", "--source", "Gazette", "--published", "2025-03-03")
	journal := func() string {
		out, err := command(t, folder, "list", "journal", "--book", "b.tollbook", "--format", "json").Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	before := journal()
	for _, tt := range []struct {
		name   string
		signal os.Signal
		says   string
	}{
		{"Ctrl-C", os.Interrupt, "nothing was written"},
		{"the end of the program", os.Kill, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			cmd := command(t, folder, importing("m.csv")...)
			var said strings.Builder
			cmd.Stderr = &said
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			half := writing(t, folder, cmd)
			_ = cmd.Process.Signal(tt.signal)
			if err := cmd.Wait(); err == nil || !half {
				t.Fatalf("the import was done before it could be cut off (%v)", err)
			}
			if !strings.Contains(said.String(), tt.says) {
				t.Errorf("it says %q", said.String())
			}
			if now := journal(); now != before {
				t.Errorf("the journal was\n%s\nand is\n%s", before, now)
			}
			usual(t, folder, "check", "--book", "b.tollbook")
			if left, _ := filepath.Glob(filepath.Join(folder, ".*")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
	usual(t, folder, importing("m.csv")...)
	usual(t, folder, "check", "--book", "b.tollbook")
}

// writing waits until portions stand in the copy of the book.
func writing(t *testing.T, folder string, cmd *exec.Cmd) bool {
	t.Helper()
	for range 6000 {
		parts, _ := filepath.Glob(filepath.Join(folder, ".b.tollbook.*"))
		for _, part := range parts {
			if info, err := os.Stat(part); err == nil && info.Size() > 4<<20 {
				return true
			}
		}
		time.Sleep(5 * time.Millisecond)
	}
	return false
}
