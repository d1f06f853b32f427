package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAFileAppearsWholeOrNotAtAll(t *testing.T) {
	failure := errors.New("failed half way")
	half := func(temp string) error {
		return errors.Join(os.WriteFile(temp, []byte("half"), 0o600), failure)
	}
	folder := t.TempDir()
	if err := place(filepath.Join(folder, "new"), half); !errors.Is(err, failure) {
		t.Errorf("error is %v", err)
	}
	if left := filesIn(t, folder); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
	t.Run("a folder that is not there is said to be none", func(t *testing.T) {
		_, err := Create(filepath.Join(folder, "none", "book"), testOptions())
		if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "no such folder") {
			t.Errorf("error is %v", err)
		}
	})
	t.Run("also where the file system knows no links", func(t *testing.T) {
		temp, free, taken := filepath.Join(t.TempDir(), "temp"), filepath.Join(folder, "free"), filepath.Join(folder, "mine")
		os.WriteFile(temp, []byte("whole"), 0o600)
		os.WriteFile(taken, []byte("mine"), 0o600)
		if err := nameByHolding(temp, taken); !errors.Is(err, fs.ErrExist) {
			t.Errorf("to a name that is taken: error is %v", err)
		}
		err := nameByHolding(temp, free)
		for path, want := range map[string]string{taken: "mine", free: "whole"} {
			if content, _ := os.ReadFile(path); string(content) != want || err != nil {
				t.Errorf("%s holds %q, error %v, want %q", path, content, err, want)
			}
		}
	})
	t.Run("a name that is taken meanwhile is not replaced", func(t *testing.T) {
		path := filepath.Join(folder, "taken")
		err := place(path, func(temp string) error { return os.WriteFile(path, []byte("mine"), 0o600) })
		if content, _ := os.ReadFile(path); !errors.Is(err, fs.ErrExist) || string(content) != "mine" {
			t.Errorf("error %v, and the file holds %q", err, content)
		}
	})
}

func TestPartialFilesOfACrashAreSweptAway(t *testing.T) {
	folder := t.TempDir()
	for _, content := range []string{"", "half a book"} {
		os.WriteFile(filepath.Join(folder, fmt.Sprintf(".old%d.%s", len(content), partial)), []byte(content), 0o600)
	}
	// One that is being written is locked.
	busy := filepath.Join(folder, ".busy"+partial)
	os.WriteFile(busy, nil, 0o600)
	e, err := openBolt(busy, openMode{create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	b, err := Create(filepath.Join(folder, "book"), testOptions())
	if err != nil {
		t.Fatal(err)
	}
	b.Close()
	if left := fmt.Sprint(filesIn(t, folder)); left != "[.busy"+partial+" book]" {
		t.Errorf("the folder holds %s", left)
	}
}
