package store

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// bookFile makes a closed book with one report in it, and tells how many bytes of
// the file are in use.
func bookFile(t *testing.T) (path string, used int64) {
	t.Helper()
	b := newBook(t)
	strike(t, b)
	used = usedBytes(b)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Path(), used
}

func TestWhatIsNoBookIsRefusedWithASentence(t *testing.T) {
	write := func(content []byte) func(t *testing.T) string {
		return func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "book")
			if err := os.WriteFile(path, content, 0o600); err != nil {
				t.Fatal(err)
			}
			return path
		}
	}
	cut := func(keep func(used int64) int64) func(t *testing.T) string {
		return func(t *testing.T) string {
			path, used := bookFile(t)
			if err := os.Truncate(path, keep(used)); err != nil {
				t.Fatal(err)
			}
			return path
		}
	}
	noise := make([]byte, 100_000)
	rand.Read(noise)
	for _, tt := range []struct {
		name string
		make func(t *testing.T) string
		is   error
		says string
	}{
		{"no file", func(t *testing.T) string { return filepath.Join(t.TempDir(), "none") }, fs.ErrNotExist, "no such book"},
		{"a folder", func(t *testing.T) string { return t.TempDir() }, nil, "a folder"},
		{"an empty file", write(nil), nil, "not a book"},
		{"a short text", write([]byte("Dear all,\n")), nil, "not a book"},
		{"random bytes", write(noise), nil, "not a book"},
		{"a book that lacks its last byte", cut(func(used int64) int64 { return used - 1 }), nil, "cut short"},
		{"a book cut in half", cut(func(used int64) int64 { return used / 2 }), nil, "cut short"},
		{"a book cut after its first pages", cut(func(int64) int64 { return 8192 }), nil, "cut short"},
		{"a book cut to one byte", cut(func(int64) int64 { return 1 }), nil, "not a book"},
		{"a newer book", func(t *testing.T) string {
			b := newBook(t)
			tamper(t, b, func(w writer) error { return w.Put(bookBucket, []byte("schema"), []byte("2")) })
			b.Close()
			return b.Path()
		}, ErrNewer, "newer Tollbook"},
		{"another program's bbolt file", func(t *testing.T) string {
			b := newBook(t)
			tamper(t, b, remove(bookBucket, []byte("format")))
			b.Close()
			return b.Path()
		}, nil, "not a book"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := tt.make(t)
			before, _ := os.ReadFile(path)
			b, err := Open(path, testOptions())
			if err == nil {
				b.Close()
				t.Fatal("it was opened")
			}
			var told *BookError
			if !errors.As(err, &told) || !strings.Contains(err.Error(), tt.says) || tt.is != nil && !errors.Is(err, tt.is) {
				t.Errorf("error is %v, want one that says %q", err, tt.says)
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) {
				t.Error("the file was changed")
			}
			if _, err := os.Stat(holderPath(path)); err == nil {
				t.Error("a holder was left behind")
			}
		})
	}
}

func TestALockedBookSaysWhoHoldsIt(t *testing.T) {
	b := newBook(t)
	_, err := Open(b.Path(), testOptions())
	var locked *LockedError
	if !errors.As(err, &locked) {
		t.Fatalf("error is %v, want a LockedError", err)
	}
	if locked.PID != os.Getpid() || locked.Since.IsZero() || !strings.Contains(locked.Command, "store.test") || !strings.Contains(err.Error(), "close it there") {
		t.Errorf("it says %v", err)
	}
	t.Run("a holder half written is no holder", func(t *testing.T) {
		os.WriteFile(holderPath(b.Path()), []byte(`{"pid":`), 0o600)
		if _, err := Open(b.Path(), testOptions()); !errors.As(err, &locked) || locked.PID != 0 {
			t.Errorf("error is %v", err)
		}
	})
	t.Run("a holder that a crash left behind misleads nobody", func(t *testing.T) {
		b.Close()
		os.WriteFile(holderPath(b.Path()), []byte(`{"pid":1,"command":"tollbook serve"}`), 0o600)
		again, err := Open(b.Path(), testOptions())
		if err != nil {
			t.Fatal(err)
		}
		b.Close() // a second time, which must not touch what is another's now
		if _, err := os.Stat(holderPath(b.Path())); err != nil {
			t.Errorf("the holder of the open book: %v", err)
		}
		again.Close()
		if _, err := os.Stat(holderPath(b.Path())); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("the holder is still there: %v", err)
		}
	})
}

func TestABookThatIsGivenBackInTimeIsOpened(t *testing.T) {
	b := newBook(t)
	opened := make(chan error)
	go func() {
		o := testOptions()
		o.Wait = time.Minute
		again, err := Open(b.Path(), o)
		if err == nil {
			err = again.Close()
		}
		opened <- err
	}()
	b.Close()
	if err := <-opened; err != nil {
		t.Error(err)
	}
}

func TestTheHolderNamesAProgramAndNoPerson(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"/usr/bin/tollbook", "serve", "--book", "x"}, "tollbook serve"},
		{[]string{"tollbook", "--book=jane-example"}, "tollbook"},
		{[]string{"tollbook", "Jane/Example.txt"}, "tollbook"},
		{nil, "unknown"},
	} {
		if got := command(tt.args); got != tt.want {
			t.Errorf("command(%q) = %q, want %q", tt.args, got, tt.want)
		}
	}
}

func TestCreateTakesNoNameThatIsTaken(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "notes.txt")
	os.WriteFile(path, []byte("mine"), 0o600)
	_, err := Create(path, testOptions())
	if content, _ := os.ReadFile(path); !errors.Is(err, fs.ErrExist) || string(content) != "mine" {
		t.Errorf("error %v, and the file holds %q", err, content)
	}
	if left := filesIn(t, folder); len(left) != 1 {
		t.Errorf("left behind: %q", left)
	}
}

func filesIn(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestAFolderThatCannotBeWrittenIsRefused(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("the administrator may write anywhere")
	}
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(filepath.Join(folder, "book"), testOptions()); !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "may not write here") {
		t.Errorf("Create: error is %v", err)
	}
	path, _ := bookFile(t)
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path, testOptions()); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("Open: error is %v", err)
	}
}

func TestMigrationsBringAnOldBookUpToDate(t *testing.T) {
	note := func(key, value string) func(writer) error {
		return func(w writer) error {
			if prior := w.Get(bookBucket, []byte("first")); key == "second" && string(prior) != "done" {
				return errors.New("the first migration comes first")
			}
			return w.Put(bookBucket, []byte(key), []byte(value))
		}
	}
	steps := []migration{{"first", note("first", "done")}, {"second", note("second", "done")}}
	path, _ := bookFile(t)

	t.Run("all that are due are done, in order", func(t *testing.T) {
		b, err := open(path, testOptions(), steps)
		if err != nil {
			t.Fatal(err)
		}
		defer b.Close()
		if s, err := schemaOf(b.engine); s != 3 || err != nil {
			t.Errorf("schema %d, error %v, want 3", s, err)
		}
		clean(t, b)
	})
	t.Run("and none a second time", func(t *testing.T) {
		again := []migration{{"first", func(writer) error { return errors.New("again") }}, {"second", func(writer) error { return errors.New("again") }}}
		b, err := open(path, testOptions(), again)
		if err != nil {
			t.Fatal(err)
		}
		b.Close()
	})
	t.Run("an older program then refuses the book", func(t *testing.T) {
		if _, err := open(path, testOptions(), steps[:1]); !errors.Is(err, ErrNewer) {
			t.Errorf("error is %v, want ErrNewer", err)
		}
	})
	t.Run("one that fails leaves the book at the schema before it", func(t *testing.T) {
		path, _ := bookFile(t)
		failure := errors.New("cannot be done")
		_, err := open(path, testOptions(), []migration{steps[0], {"failing", func(w writer) error {
			return errors.Join(w.Put(bookBucket, []byte("half"), nil), failure)
		}}})
		if !errors.Is(err, failure) {
			t.Fatalf("error is %v", err)
		}
		b, err := open(path, testOptions(), steps[:1])
		if err != nil {
			t.Fatal(err)
		}
		defer b.Close()
		b.engine.View(func(r reader) error {
			if s, _ := schemaOf(b.engine); s != 2 || r.Get(bookBucket, []byte("half")) != nil {
				t.Errorf("schema %d, half done %v", s, r.Get(bookBucket, []byte("half")))
			}
			return nil
		})
	})
}
