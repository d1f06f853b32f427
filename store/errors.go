package store

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"time"
)

// ErrNewer: the book was written by a newer program than this one.
var ErrNewer = errors.New("the book is newer than this program")

// A BookError says what is wrong with a book's file, and what to do.
type BookError struct {
	Path string
	Says string
	Err  error // the cause; may be nil
}

func (e *BookError) Error() string { return e.Path + ": " + e.Says }
func (e *BookError) Unwrap() error { return e.Err }

var (
	errFolder  = errors.New("a folder, not a book")
	errNoBook  = errors.New("not a book")
	errLocked  = errors.New("open elsewhere")
	errClosed  = errors.New("closed")
	errDamaged = errors.New("the file is damaged")
	errTaken   = fmt.Errorf("taken: %w", fs.ErrExist)
)

// A shortError is a file that ends before its last page.
type shortError struct{ have, want int64 }

func (e *shortError) Error() string {
	return fmt.Sprintf("the file has %d bytes of at least %d", e.have, e.want)
}

// A LockedError: another program, or another part of this one, has the book open.
type LockedError struct {
	Path    string
	PID     int       // 0: not known
	Command string    // such as "tollbook serve"; empty: not known
	Since   time.Time // zero: not known
}

func (e *LockedError) Error() string {
	if e.PID == 0 {
		return e.Path + ": the book is open in another program; close it there, or wait until it is done, and try again"
	}
	return fmt.Sprintf("%s: the book is open in another program: %s (process %d, since %s); close it there, or wait until it is done, and try again",
		e.Path, e.Command, e.PID, e.Since.UTC().Format("2006-01-02 15:04 UTC"))
}

// sayings are what a person is told about a file, by its cause; the first match
// wins.
var sayings = []struct {
	cause error
	says  string
}{
	{ErrNewer, "the book was written by a newer Tollbook; open it with that version or a later one"},
	{errFolder, "this is a folder; name the file of a book in it"},
	{fs.ErrExist, "there is a file of this name already, and it was not touched; choose another name"},
	{fs.ErrNotExist, "there is no such book; check the name, or make a new book"},
	{fs.ErrPermission, "this account may not write here; choose another folder, or ask whoever owns the file"},
	{syscall.EROFS, "this disk is read-only; copy the book to a disk that can be written"},
	{errDiskFull, "the disk is full, and nothing was changed; make room and try again"},
	{syscall.EFBIG, "the file may not grow any further here, and nothing was changed; make room or move the book, and try again"},
	{errNoBook, "this is not a book of Tollbook, or its first pages are lost; check the name, or restore the book from a backup"},
	{errDamaged, "the file is damaged; restore the book from a backup"},
	{errClosed, "the book was closed"},
}

// bookError puts the sentence for its cause before err.
func bookError(path string, err error) error {
	var known *BookError
	var short *shortError
	switch {
	case err == nil, errors.As(err, &known):
		return err
	case errors.Is(err, errLocked):
		return lockedError(path)
	case errors.As(err, &short):
		return &BookError{path, fmt.Sprintf("the book is cut short: %s; restore it from a backup", short), err}
	}
	for _, s := range sayings {
		if errors.Is(err, s.cause) {
			return &BookError{path, s.says, err}
		}
	}
	return &BookError{path, err.Error(), err}
}
