package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// partial ends the name of a file that is not whole yet.
const partial = ".tollbook-export"

// leftAlone is how long nobody has written to a partial file before it counts as
// what a crash left.
const leftAlone = time.Hour

// writeWhole writes a file so that it is there whole or not at all: beside it
// first, synced, then renamed. A file that is there already stays unless force.
// What a crash left beside it earlier is swept away: it can hold protected words.
func writeWhole(path string, force bool, write func(io.Writer) error) (err error) {
	if _, err := os.Lstat(path); err == nil && !force {
		return fmt.Errorf("%s is there already; --force replaces it", path)
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	sweep(filepath.Dir(path))
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*"+partial)
	if err != nil {
		return cannotWrite(path, err)
	}
	defer func() {
		if err != nil {
			err = cannotWrite(path, err)
			_ = f.Close()
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err = write(f); err != nil {
		return err
	}
	if err = errors.Join(f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err = os.Rename(f.Name(), path); err != nil {
		return err
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// cannotWrite says a file system's refusal for a person; other errors stay as they
// are.
func cannotWrite(path string, err error) error {
	for _, known := range []struct {
		is   error
		says string
	}{
		{fs.ErrNotExist, "there is no such folder; make it first"},
		{syscall.ENOSPC, "the disk is full, and nothing was written; make room and try again"},
		{syscall.EROFS, "the disk can only be read; name a file on another one"},
		{fs.ErrPermission, "this folder may not be written; name a file in another one"},
	} {
		if errors.Is(err, known.is) {
			return fmt.Errorf("%s: %s", path, known.says)
		}
	}
	return err
}

func sweep(folder string) {
	left, _ := filepath.Glob(filepath.Join(folder, ".*"+partial)) // the pattern is well formed
	for _, path := range left {
		if info, err := os.Lstat(path); err == nil && time.Since(info.ModTime()) > leftAlone {
			_ = os.Remove(path)
		}
	}
}

// syncFolder asks for the new name to be on the disk; some systems cannot be
// asked, and keep it without.
func syncFolder(folder string) {
	if d, err := os.Open(folder); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
