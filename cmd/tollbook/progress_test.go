package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestAnExportThatIsStoppedLeavesNoFile(t *testing.T) {
	folder := t.TempDir()
	book := filepath.Join(folder, "b.tollbook")
	must(t, "--book", book, "add", write(t, folder, "a.txt", "At least five people were killed."), "--source", "Example Gazette", "--published", "2025-07-01")
	before, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	for _, args := range [][]string{
		{"export", "--out", filepath.Join(folder, "report.xlsx")},
		{"export", "--out", filepath.Join(folder, "report.json"), "--format", "json"},
		{"export", "--out", filepath.Join(folder, "claims.csv"), "--format", "csv", "--table", "claims"},
		{"release", "--title", "July"},
	} {
		var out, errw bytes.Buffer
		code := run(stopped, append([]string{"--book", book}, args...), strings.NewReader(""), &out, &errw)
		if code != exitFailed || !strings.Contains(errw.String(), "stopped; nothing was written") {
			t.Errorf("%v ends with %d and says %q", args, code, errw.String())
		}
	}
	after, err := os.ReadDir(folder)
	if err != nil || len(after) != len(before) {
		t.Errorf("the folder holds %v, before %v: %v", after, before, err)
	}
	if says := must(t, "--book", book, "check"); !strings.Contains(says, "1 entry") && !strings.Contains(says, "1 entries") {
		t.Errorf("the stopped release is in the book: %s", says)
	}
	t.Run("by Ctrl-C", func(t *testing.T) {
		cmd := command(t, folder, "--book", book, "export", "--out", "late.xlsx", "--method", "envelope,lowest,gtd,ibc,ucdp")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(20 * time.Millisecond) // anywhere in its run: what counts is what is left
		_ = cmd.Process.Signal(os.Interrupt)
		done := cmd.Wait() == nil
		if _, err := os.Stat(filepath.Join(folder, "late.xlsx")); (err == nil) != done {
			t.Errorf("the export ended well: %v; its file: %v", done, err)
		}
		if left, _ := filepath.Glob(filepath.Join(folder, ".*")); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	})
}
