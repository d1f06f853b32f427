package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestAnExportThatFailsLeavesNothingAndWhatWasThereStays(t *testing.T) {
	folder := t.TempDir()
	path := write(t, folder, "report.xlsx", "the old report")
	broken := errors.New("half way")
	err := writeWhole(path, true, func(w io.Writer) error {
		_, _ = io.WriteString(w, "half a report")
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
	same(t, path, []byte("the old report"))
	if names, _ := os.ReadDir(folder); len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
}

func TestWhatACrashLeftIsSweptAwayOnceNobodyWritesIt(t *testing.T) {
	folder := t.TempDir()
	old := write(t, folder, ".a.xlsx.1"+partial, "left by a crash")
	busy := write(t, folder, ".b.xlsx.2"+partial, "being written")
	long := time.Now().Add(-2 * leftAlone)
	if err := os.Chtimes(old, long, long); err != nil {
		t.Fatal(err)
	}
	if err := writeWhole(filepath.Join(folder, "c.xlsx"), false, func(io.Writer) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(old); err == nil {
		t.Error("what a crash left is still there")
	}
	same(t, busy, []byte("being written"))
}
