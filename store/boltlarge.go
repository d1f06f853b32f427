package store

import (
	"io"
	"os"
	"path/filepath"
	"runtime"

	bolt "go.etcd.io/bbolt"
)

// UpdateLarge writes into a copy of the file, in as many bbolt transactions as it
// takes, and gives the copy the book's name when it is whole: bbolt keeps all that
// one transaction touches in memory. A crash leaves the book as it was, and the
// copy beside it, which is swept away when the book is next opened.
func (e *boltEngine) UpdateLarge(fn func(largeWriter) error) error {
	e.acts.Lock()
	defer e.acts.Unlock()
	var temp string
	err := e.guarded(func() (err error) {
		temp, err = copied(e.path)
		return err
	})
	if err != nil {
		return bookError(e.path, err)
	}
	defer os.Remove(temp) // does nothing once it has the book's name
	next, err := openBolt(temp, openMode{quick: true})
	if err != nil {
		return err
	}
	if err := next.writeLarge(fn); err != nil {
		next.Close()
		return err
	}
	if err := e.become(next); err != nil {
		next.Close()
		return bookError(e.path, err)
	}
	return nil
}

// copied is a copy of a file beside it, of the same rights.
func copied(path string) (temp string, err error) {
	from, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer from.Close()
	info, err := from.Stat()
	if err != nil {
		return "", err
	}
	to, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*"+partial)
	if err != nil {
		return "", err
	}
	_, err = io.Copy(to, from)
	if err == nil {
		err = to.Chmod(info.Mode())
	}
	if closing := to.Close(); err == nil {
		err = closing
	}
	if err != nil {
		os.Remove(to.Name())
	}
	return to.Name(), err
}

// writeLarge runs fn and syncs the file once, at the end.
func (e *boltEngine) writeLarge(fn func(largeWriter) error) error {
	return e.guarded(func() error {
		w := &boltLargeTx{db: e.db}
		if err := w.begin(); err != nil {
			return bookError(e.path, err)
		}
		defer func() { rollback(w.tx) }() // does nothing after a commit
		if err := fn(w); err != nil {
			return err
		}
		if err := w.end(); err != nil {
			return bookError(e.path, err)
		}
		return bookError(e.path, inOurWords(e.db.Sync()))
	})
}

// become puts the file of next in the place of this one. The lock goes over with
// it: next holds its own from the start.
func (e *boltEngine) become(next *boltEngine) error {
	e.gate.Lock() // nobody reads the old one any more
	defer e.gate.Unlock()
	old := e.db
	path, err := filepath.EvalSymlinks(e.path)
	if err != nil {
		return err
	}
	if runtime.GOOS == "windows" { // which renames no open file
		return e.becomeClosed(next, path)
	}
	if err := os.Rename(next.path, path); err != nil {
		return err
	}
	next.db.NoSync = false
	e.db = next.db
	_ = old.Close() // it was only read
	return settle(filepath.Dir(path))
}

func (e *boltEngine) becomeClosed(next *boltEngine, path string) error {
	if err := next.db.Close(); err != nil {
		return err
	}
	if err := e.db.Close(); err != nil {
		return err
	}
	renaming := os.Rename(next.path, path)
	db, err := boltOpen(path, openMode{})
	if err != nil {
		e.broken.Store(&err)
		return err
	}
	e.db = db
	return renaming
}

// boltLargeTx is one bbolt transaction after the other.
type boltLargeTx struct {
	boltTx
	db *bolt.DB
}

func (t *boltLargeTx) begin() error {
	tx, err := t.db.Begin(true)
	if err != nil {
		return inOurWords(err)
	}
	t.boltTx = boltTx{tx: tx, buckets: map[bucket]*bolt.Bucket{}, pending: map[bucket]map[string][]byte{}}
	return nil
}

func (t *boltLargeTx) end() error {
	if err := t.settle(); err != nil {
		return err
	}
	return commit(t.tx)
}

// Settle ends one transaction and begins the next.
func (t *boltLargeTx) Settle() error {
	if err := t.end(); err != nil {
		return err
	}
	return t.begin()
}
