package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// openMode is what openBolt opens a file for.
type openMode struct {
	create   bool // the file is there and empty
	readOnly bool
	quick    bool          // no fsync on each commit: for a file that is thrown away on failure
	wait     time.Duration // for the lock; 0: not at all
}

// pageSize is one on every machine, so that a book moves between them.
const pageSize = 4096

// openBolt opens one bbolt file and takes its lock.
func openBolt(path string, mode openMode) (*boltEngine, error) {
	if !mode.create {
		if err := wellFormed(path, mode); err != nil {
			return nil, bookError(path, err)
		}
	}
	db, err := boltOpen(path, mode)
	if err != nil {
		return nil, bookError(path, err)
	}
	return &boltEngine{db: db, path: path}, nil
}

func boltOpen(path string, mode openMode) (db *bolt.DB, err error) {
	var file *os.File
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			file.Close() // and with it the lock
			err = &damage{r}
		}
		err = inOurWords(err)
	}()
	db, err = bolt.Open(path, 0o600, &bolt.Options{
		Timeout:      max(mode.wait, 1), // 0 would wait for ever
		FreelistType: bolt.FreelistMapType,
		PageSize:     pageSize,
		ReadOnly:     mode.readOnly,
		NoSync:       mode.quick,
		NoStatistics: true,
		OpenFile: func(name string, flag int, perm os.FileMode) (_ *os.File, err error) {
			file, err = os.OpenFile(name, flag&^os.O_CREATE, perm)
			return file, err
		},
	})
	if err == nil && overtaken(path, file) {
		_ = db.Close() // nothing was written
		return boltOpen(path, mode)
	}
	return db, err
}

// overtaken tells whether the file was replaced by another program's large act
// while this one waited for its lock.
func overtaken(path string, file *os.File) bool {
	opened, err1 := file.Stat()
	named, err2 := os.Stat(path)
	return err1 == nil && err2 == nil && !os.SameFile(opened, named)
}

// wellFormed refuses what bbolt would create anew, fault on or take for its own:
// no file, a folder, an empty file, one cut short.
func wellFormed(path string, mode openMode) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return errFolder
	case !info.Mode().IsRegular() || info.Size() < 2*pageSize: // bbolt's two heads
		return errNoBook
	}
	db, err := boltOpen(path, openMode{readOnly: true, wait: mode.wait})
	if err != nil {
		return err
	}
	defer db.Close()
	return db.View(func(tx *bolt.Tx) error {
		if info, err := os.Stat(path); err != nil || info.Size() < tx.Size() {
			return cutShort(info, tx.Size(), err)
		}
		return checkPages(path, tx, false)
	})
}

func cutShort(info fs.FileInfo, want int64, err error) error {
	if err != nil {
		return err
	}
	return &shortError{have: info.Size(), want: want}
}

// inOurWords gives bbolt's errors the book's causes. Some of bbolt's keep only
// the text of what the system said.
func inOurWords(err error) error {
	for theirs, ours := range map[error]error{
		bolterrors.ErrTimeout:         errLocked,
		bolterrors.ErrInvalid:         errNoBook,
		bolterrors.ErrVersionMismatch: errNoBook,
		bolterrors.ErrChecksum:        errDamaged,
		bolterrors.ErrDatabaseNotOpen: errClosed,
	} {
		if errors.Is(err, theirs) {
			return fmt.Errorf("%w: %w", ours, err)
		}
	}
	for _, cause := range []error{errDiskFull, syscall.EFBIG} {
		if err != nil && !errors.Is(err, cause) && strings.HasSuffix(err.Error(), cause.Error()) {
			return fmt.Errorf("%w: %w", cause, err)
		}
	}
	return err
}
