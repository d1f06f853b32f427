package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tollbook/casualty"
)

func TestABackupHoldsWhatTheBookHolds(t *testing.T) {
	b := newBook(t)
	strike(t, b)
	do(t, b, "confirm", setStatus("c1", casualty.Confirmed))
	undo(t, b, 2)
	folder := t.TempDir()
	backup, restored := filepath.Join(folder, "backup"), filepath.Join(folder, "restored")

	made, err := b.Backup(backup)
	if err != nil {
		t.Fatal(err)
	}
	if made.Head.Entry != 3 || made.Counts["claim"] != 3 || made.Copy != b.ID() || made.Path != backup || made.Size == 0 {
		t.Errorf("the backup is %+v", made)
	}
	again, err := Restore(backup, restored, testOptions())
	if err != nil || again.Digest != made.Digest {
		t.Fatalf("restored %+v, error %v, want the digest %s", again, err, made.Digest)
	}
	r, err := Open(restored, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	clean(t, r)
	for _, at := range []At{{}, {Entry: 1}, {Entry: 2}} {
		if got, want := recordOf(t, r, at), recordOf(t, b, at); !reflect.DeepEqual(got, want) {
			t.Errorf("at %+v the restored record is\n%+v, want\n%+v", at, got, want)
		}
	}
	if left := filesIn(t, folder); len(left) != 3 { // with the restored book's holder
		t.Errorf("left behind: %q", left)
	}
}

func TestABackupOfManyPortionsIsWhole(t *testing.T) {
	b := newBook(t)
	content := make([]byte, 17<<20) // more than is written at once
	do(t, b, "add", receiving(content))
	made, err := b.Backup(filepath.Join(t.TempDir(), "backup"))
	if err != nil || made.Counts["document"] != 1 || made.Size < int64(len(content)) {
		t.Errorf("backup %+v, error %v", made, err)
	}
}

func TestWhatABackupRefuses(t *testing.T) {
	b := newBook(t)
	strike(t, b)
	good := filepath.Join(t.TempDir(), "backup")
	if _, err := b.Backup(good); err != nil {
		t.Fatal(err)
	}
	taken := func(t *testing.T, folder string) {
		if err := os.WriteFile(filepath.Join(folder, "to"), []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		name    string
		prepare func(t *testing.T, folder string)
		do      func(to string) error
		is      error
		says    string
		left    int
	}{
		{"to a file that is there", taken, func(to string) error { _, err := b.Backup(to); return err }, fs.ErrExist, "not touched", 1},
		{"restoring over a file that is there", taken, func(to string) error { _, err := Restore(good, to, testOptions()); return err }, fs.ErrExist, "not touched", 1},
		{"to a folder that is not there", nil, func(to string) error { _, err := b.Backup(filepath.Join(to, "x")); return err }, fs.ErrNotExist, "", 0},
		{"restoring what is not there", nil, func(to string) error { _, err := Restore(to+"x", to, testOptions()); return err }, fs.ErrNotExist, "", 0},
		{"restoring what is no book", nil, func(to string) error { _, err := Restore("backup.go", to, testOptions()); return err }, nil, "not a book", 0},
		{"a book that a check finds fault with", nil, func(to string) error {
			bad := newBook(t)
			strike(t, bad)
			tamper(t, bad, replace(versionsBucket, ref{'c', 1}.versionKey(1), `"n":12`, `"n":13`))
			_, err := bad.Backup(to)
			return err
		}, errDamaged, "c1, version 1", 0},
		{"restoring a backup that was changed", nil, func(to string) error {
			bad := newBook(t)
			strike(t, bad)
			tamper(t, bad, replace(journalBucket, entryKey(1), `tester`, `nobody`))
			bad.Close()
			_, err := Restore(bad.Path(), to, testOptions())
			return err
		}, errDamaged, "hash", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			folder := t.TempDir()
			if tt.prepare != nil {
				tt.prepare(t, folder)
			}
			err := tt.do(filepath.Join(folder, "to"))
			if err == nil || tt.is != nil && !errors.Is(err, tt.is) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("error is %v, want one that says %q", err, tt.says)
			}
			if left := filesIn(t, folder); len(left) != tt.left {
				t.Errorf("left behind: %q", left)
			}
		})
	}
}
