package store

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"time"

	"tollbook/casualty"
)

// Options pass in what a book cannot know: the time, and randomness. With the
// same ones, the same acts give the same records and the same journal.
type Options struct {
	Now    func() time.Time // required
	Random io.Reader        // of salts and of the copy's id; nil: crypto/rand
	Wait   time.Duration    // how long to wait for a book that another program has open; 0: not at all
	// Outline is what the book keeps of each incident beside the record; nil: nothing,
	// and what another program keeps there is made anew when that one opens the book.
	Outline *Outline
}

func (o Options) random() io.Reader {
	if o.Random == nil {
		return rand.Reader
	}
	return o.Random
}

// A Book is one open book. Its methods may be called from many goroutines at
// once; acts are done one after the other.
type Book struct {
	path    string
	engine  engine
	options Options
	id      string
	created casualty.Moment
	closed  atomic.Bool
}

// Create makes a new book and opens it. The error wraps [fs.ErrExist] if there
// is a file of this name. A failure leaves nothing behind.
func Create(path string, o Options) (*Book, error) {
	err := place(path, func(temp string) error {
		engine, err := openBolt(temp, openMode{create: true})
		if err != nil {
			return err
		}
		if err := engine.Update(func(tx writer) error { return found(tx, o) }); err != nil {
			engine.Close()
			return err
		}
		return engine.Close()
	})
	if err != nil {
		return nil, err
	}
	return Open(path, o)
}

// found writes what every book begins with.
func found(tx writer, o Options) error {
	id := make([]byte, 8)
	if _, err := io.ReadFull(o.random(), id); err != nil {
		return err
	}
	for _, setting := range [][2]string{
		{"format", format},
		{"schema", strconv.Itoa(Schema)},
		{"copy", hex.EncodeToString(id)},
		{"created", string(casualty.MomentOf(o.Now()))},
	} {
		if err := tx.Put(bookBucket, []byte(setting[0]), []byte(setting[1])); err != nil {
			return err
		}
	}
	return writeHead(tx, Head{})
}

// Open opens a book and takes its lock. What is wrong with the file, a
// [BookError] says; a [LockedError], who has it open.
func Open(path string, o Options) (*Book, error) { return open(path, o, migrations) }

func open(path string, o Options, steps []migration) (*Book, error) {
	engine, err := openBolt(path, openMode{wait: o.Wait})
	if err != nil {
		return nil, err
	}
	b := &Book{path: path, engine: engine, options: o}
	if err := b.prepare(steps); err != nil {
		engine.Close()
		return nil, bookError(path, err)
	}
	announce(path, o.Now())
	sweep(filepath.Dir(path), filepath.Base(path)+".")
	return b, nil
}

// prepare brings the book to this program's schema, finishes what a crash cut
// off, and reads what does not change.
func (b *Book) prepare(steps []migration) error {
	if err := migrate(b.engine, steps); err != nil {
		return err
	}
	var scrub, columns, outlines bool
	err := b.engine.View(func(tx reader) error {
		b.id = setting(tx, "copy")
		b.created = casualty.Moment(setting(tx, "created"))
		scrub = setting(tx, "scrub") != ""
		head, err := headOf(tx)
		columns = setting(tx, "columns") != columnsMark(head)
		outlines = b.options.Outline != nil && setting(tx, "outlines") != string(b.options.Outline.mark(head))
		return err
	})
	if err == nil && columns {
		err = b.engine.Update(rebuildColumns)
	}
	if err == nil && outlines {
		err = b.engine.Update(func(tx writer) error { return rebuildOutlines(tx, *b.options.Outline) })
	}
	if err == nil && scrub {
		err = b.scrub()
	}
	return err
}

func setting(tx reader, name string) string { return string(tx.Get(bookBucket, []byte(name))) }

func headOf(tx reader) (h Head, err error) {
	if err := json.Unmarshal(tx.Get(bookBucket, []byte("head")), &h); err != nil {
		return h, fmt.Errorf("the head of the journal cannot be read: %w", err)
	}
	if h.Entry == 0 {
		h.Recorded = casualty.Moment(setting(tx, "created"))
	}
	return h, nil
}

func writeHead(tx writer, h Head) error {
	text, err := canonical(h)
	if err != nil {
		return err
	}
	return tx.Put(bookBucket, []byte("head"), text)
}

// Close gives the lock back. Closing a closed book does nothing.
func (b *Book) Close() error {
	if b.closed.Swap(true) {
		return nil // the holder beside it may be another's by now
	}
	_ = os.Remove(holderPath(b.path)) // while the lock is still ours
	return bookError(b.path, b.engine.Close())
}

// Path is the book's file, as it was opened.
func (b *Book) Path() string { return b.path }

// ID is the id of this copy of the book.
func (b *Book) ID() string { return b.id }
