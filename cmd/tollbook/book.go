package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tollbook/store"
)

// defaultBook is the book of a person who names none: in a folder of its own,
// where a researcher finds it and a backup reaches it.
func defaultBook() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "record.tollbook"
	}
	return filepath.Join(home, "Tollbook", "record.tollbook")
}

// shortHome writes a path under the home folder with ~, so that help texts are
// the same for everybody.
func shortHome(path string) string {
	home, err := os.UserHomeDir()
	if rest, ok := strings.CutPrefix(path, home); ok && err == nil {
		return "~" + filepath.ToSlash(rest)
	}
	return path
}

func (a *app) bookPath() string {
	if a.book != "" {
		return a.book
	}
	if path := os.Getenv("TOLLBOOK_BOOK"); path != "" {
		return path
	}
	return defaultBook()
}

func (a *app) options() store.Options {
	return store.Options{Now: a.now, Wait: 2 * time.Second, Outline: outline()}
}

// withBook runs fn on the book and closes it whatever happens.
func (a *app) withBook(fn func(*store.Book) error) (err error) {
	if a.given != nil {
		return fn(a.given)
	}
	book, err := store.Open(a.bookPath(), a.options())
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no book at %s yet: `tollbook add` makes one, or name another with --book", a.bookPath())
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	return fn(book)
}

// withNewBook is withBook, and makes the book where there is none.
func (a *app) withNewBook(fn func(*store.Book) error) error {
	path := a.bookPath()
	if a.given != nil {
		return fn(a.given)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return a.withBook(fn)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	book, err := store.Create(path, a.options())
	if err != nil {
		return err
	}
	if err := book.Close(); err != nil {
		return err
	}
	err = a.withBook(fn)
	if err != nil && a.empty() {
		return errors.Join(err, os.Remove(path))
	}
	fmt.Fprintf(a.errw, "A new book: %s\n", path)
	return err
}

// empty tells whether the book holds no entry: then a first act that failed takes
// the new book with it.
func (a *app) empty() bool {
	entries := -1
	err := a.withBook(func(book *store.Book) error {
		return book.Read(store.At{}, func(v *store.View) error { entries = v.Head().Entry; return nil })
	})
	return err == nil && entries == 0
}

// act is one act of this run's author.
func (a *app) act(what, reason string) store.Act {
	return store.Act{Author: a.who(), What: what, Reason: reason}
}
