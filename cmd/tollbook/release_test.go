package main

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// keptRelease is a book of the example with a release that version 0.0.9 made.
func keptRelease(t *testing.T) (folder, book string) {
	t.Helper()
	f, err := os.Open("testdata/release-0.0.9.book.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	folder = t.TempDir()
	return folder, write(t, folder, "kept.tollbook", string(text))
}

func TestALaterVersionMakesTheTablesOfAKeptRelease(t *testing.T) {
	folder, book := keptRelease(t)
	says := must(t, "--book", book, "export", "--release", "e1", "--out", filepath.Join(folder, "again.xlsx"))
	if !strings.Contains(says, "the same tables (13)") && !strings.Contains(says, "the same tables (12)") || !strings.Contains(says, "tollbook 0.0.9") {
		t.Errorf("the export says %q", says)
	}
	t.Run("also from a book that has moved on", func(t *testing.T) {
		must(t, "--book", book, "correct", "c2", "count=at least 99", "--reason", "misread")
		must(t, "--book", book, "export", "--release", "e1", "--out", filepath.Join(folder, "later.xlsx"))
	})
}
