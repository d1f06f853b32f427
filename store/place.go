package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// place makes a file that appears under its name whole or not at all: fill
// writes it under another name beside, and a file that is there already is never
// replaced. Errors speak of the name that was asked for.
func place(path string, fill func(temp string) error) error {
	err := placeWhole(path, fill)
	var told *BookError
	if errors.As(err, &told) {
		return &BookError{path, told.Says, told.Err}
	}
	return bookError(path, err)
}

func placeWhole(path string, fill func(temp string) error) error {
	if _, err := os.Lstat(path); err == nil {
		return errTaken
	}
	sweep(filepath.Dir(path), "")
	temp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*"+partial)
	if errors.Is(err, fs.ErrNotExist) {
		return &BookError{path, "there is no such folder; make it first", err}
	}
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	if err := temp.Close(); err != nil {
		return err
	}
	if err := fill(temp.Name()); err != nil {
		return err
	}
	if err := settle(temp.Name()); err != nil {
		return err
	}
	if err := name(temp.Name(), path); err != nil {
		return err
	}
	return settle(filepath.Dir(path))
}

// partial ends the name of a file that is not whole yet.
const partial = ".tollbook-part"

// sweep removes partial files that a crash left in a folder, those of one book or
// all: they can hold what was erased since. One that is still being written is
// locked, and stays.
func sweep(folder, book string) {
	names, _ := os.ReadDir(folder) // what cannot be read cannot be swept
	for _, name := range names {
		if !strings.HasPrefix(name.Name(), "."+book) || !strings.HasSuffix(name.Name(), partial) {
			continue
		}
		path := filepath.Join(folder, name.Name())
		e, err := boltOpen(path, openMode{})
		if errors.Is(err, errLocked) {
			continue
		}
		if err == nil {
			e.Close()
		}
		os.Remove(path)
	}
}

// name gives the file its name. A link fails if the name is taken.
func name(temp, path string) error {
	err := os.Link(temp, path)
	if err == nil {
		return os.Remove(temp)
	}
	if errors.Is(err, fs.ErrExist) {
		return errTaken
	}
	return nameByHolding(temp, path)
}

// nameByHolding is for file systems that know no links, as on many USB sticks:
// an empty file holds the name for the moment.
func nameByHolding(temp, path string) error {
	hold, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := hold.Close(); err != nil {
		return err
	}
	if err := os.Rename(temp, path); err != nil {
		os.Remove(path)
		return err
	}
	return nil
}

// settle waits until a file, or a folder's names, are on the disk.
func settle(path string) error {
	file, err := os.OpenFile(path, settleFlag(path), 0)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := file.Sync(); err != nil && !folderCannotSync(path) {
		return err
	}
	return nil
}

// settleFlag: Windows syncs only what is open for writing, and a folder can be
// opened for reading only.
func settleFlag(path string) int {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return os.O_RDONLY
	}
	return os.O_RDWR
}

// folderCannotSync: some file systems keep names without being asked, and
// refuse the asking.
func folderCannotSync(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
