//go:build unix

package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tollbook/asked"
	"tollbook/store"
)

// served serves a new book until the test ends, and gives its path.
func served(t *testing.T) string {
	t.Helper()
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	path := filepath.Join(t.TempDir(), "a.tollbook")
	book, err := store.Create(path, store.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended, ready := make(chan error, 1), make(chan struct{})
	a := &app{in: strings.NewReader(""), out: &bytes.Buffer{}, errw: &bytes.Buffer{}, now: time.Now}
	go func() {
		s := serving{methods: settling{asked.Settling{Methods: "envelope"}}, address: "127.0.0.1:0", firstPage: "/"}
		ended <- a.serve(ctx, book, s, func(string) error { close(ready); return nil })
	}()
	select {
	case <-ready:
	case err := <-ended:
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		book.Close()
	})
	return path
}

// typed runs a command as a process does: its streams are files.
func typed(t *testing.T, in string, args ...string) (code int, out, errw string) {
	t.Helper()
	var files [3]*os.File
	for i := range files {
		f, err := os.Create(filepath.Join(t.TempDir(), "stream"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		files[i] = f
	}
	if _, err := files[0].WriteString(in); err != nil {
		t.Fatal(err)
	}
	if _, err := files[0].Seek(0, 0); err != nil {
		t.Fatal(err)
	}
	code = run(context.Background(), args, files[0], files[1], files[2])
	read := func(f *os.File) string {
		text, err := os.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	return code, read(files[1]), read(files[2])
}

func TestACommandOnAServedBookIsDoneByItsServer(t *testing.T) {
	book := served(t)
	t.Chdir(t.TempDir())
	code, out, errw := typed(t, "Police said three people were killed in the market.", "add", "-", "--book", book, "--source", "Gazette", "--published", "2031-03-03", "--author", "amal")
	if code != exitDone || !strings.Contains(out, "Kept as document d1") {
		t.Fatalf("%d %s %s", code, out, errw)
	}
	if code, out, _ := typed(t, "", "list", "claims", "--book", book, "--format", "json"); code != exitDone || !strings.Contains(out, "three people were killed") {
		t.Errorf("%d %s", code, out)
	}
	if code, _, errw := typed(t, "", "export", "--book", book, "--out", "here.xlsx"); code != exitDone {
		t.Errorf("%d %s", code, errw)
	}
	if _, err := os.Stat("here.xlsx"); err != nil {
		t.Errorf("a file of the caller's folder: %v", err)
	}
	if code, _, errw := typed(t, "", "figures", "i9", "--book", book); code != exitFailed || !strings.Contains(errw, "i9: not in the record") {
		t.Errorf("a failure is the caller's: %d %q", code, errw)
	}
	if code, _, errw := typed(t, "", "figures", "--method", "none", "--book", book); code != exitUsage || strings.Count(errw, "Try: tollbook help") != 1 {
		t.Errorf("wrong usage is said once: %d %q", code, errw)
	}
	if code, out, _ := typed(t, "", "list", "journal", "--book", book); code != exitDone || !strings.Contains(out, "amal") {
		t.Errorf("the caller is the author: %d %s", code, out)
	}
}

func TestOnlyTheOwnerReachesTheSocket(t *testing.T) {
	book := served(t)
	path, err := socketOf(book)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v %v, want %v", name, info.Mode().Perm(), err, want)
		}
	}
	if err := os.Chmod(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := socketOf(book); err == nil {
		t.Error("a folder that others can enter is used")
	}
}
