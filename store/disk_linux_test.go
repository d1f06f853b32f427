package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

func TestAFullDiskLosesNothing(t *testing.T) {
	folder := t.TempDir()
	if err := unix.Mount("tmpfs", folder, "tmpfs", 0, "size=600k"); err != nil {
		t.Skipf("a small disk cannot be made here: %v", err)
	}
	defer unix.Unmount(folder, 0)
	path := filepath.Join(folder, "book")
	b, err := Create(path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	strike(t, b)
	before := recordOf(t, b, At{})
	full := make([]byte, 700_000)
	copy(full, strikeText)
	_, err = b.Do(Act{Author: "tester", What: "add"}, receiving(full))
	if !errors.Is(err, unix.ENOSPC) || !strings.Contains(err.Error(), "the disk is full") {
		t.Errorf("error is %v", err)
	}
	t.Run("the open book goes on without what did not fit", func(t *testing.T) {
		clean(t, b)
		do(t, b, "add", func(c *Change) error { return addIncident(c, "Small") })
		undo(t, b, 0)
		before = recordOf(t, b, At{})
	})
	b.Close()
	if b, err = Open(path, testOptions()); err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	clean(t, b)
	if got := recordOf(t, b, At{}); got.Head != before.Head {
		t.Errorf("the head is %s, want %s as before", got.Head, before.Head)
	}
	t.Run("a backup for which there is no room leaves nothing behind", func(t *testing.T) {
		filler := filepath.Join(folder, "filler")
		os.WriteFile(filler, make([]byte, 600_000), 0o600)
		if _, err := b.Backup(filepath.Join(folder, "backup")); !errors.Is(err, unix.ENOSPC) {
			t.Errorf("error is %v", err)
		}
		if left := filesIn(t, folder); len(left) != 3 {
			t.Errorf("left behind: %q", left)
		}
	})
}
