package store

import (
	"bytes"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"

	bolt "go.etcd.io/bbolt"
)

// boltEngine is the engine over one bbolt file.
type boltEngine struct {
	db   *bolt.DB
	path string
	acts sync.Mutex // one Update or UpdateLarge at a time
	// gate lets Scrub and UpdateLarge wait until nobody reads pages that are free,
	// or a file that is replaced.
	gate sync.RWMutex
	// broken is set once a commit failed after its head was written, or a page
	// could not be read: what the file holds is then known only after it was
	// opened again.
	broken atomic.Pointer[error]
}

func (e *boltEngine) View(fn func(reader) error) error {
	return e.guarded(func() error {
		tx, err := e.db.Begin(false)
		if err != nil {
			return bookError(e.path, inOurWords(err))
		}
		defer rollback(tx)
		return fn(&boltTx{tx: tx})
	})
}

func (e *boltEngine) Update(fn func(writer) error) error {
	e.acts.Lock()
	defer e.acts.Unlock()
	return e.guarded(func() error {
		tx, err := e.db.Begin(true)
		if err != nil {
			return bookError(e.path, inOurWords(err))
		}
		defer rollback(tx) // does nothing after Commit
		w := &boltTx{tx: tx, buckets: map[bucket]*bolt.Bucket{}, pending: map[bucket]map[string][]byte{}}
		if err := fn(w); err != nil {
			return err
		}
		if err := w.settle(); err != nil {
			return bookError(e.path, err)
		}
		id := tx.ID()
		if err := commit(tx); err != nil {
			e.doubt(id, err)
			return bookError(e.path, err)
		}
		return nil
	})
}

// doubt looks whether a commit that failed has written its head all the same. If
// not, it was taken back whole, and the book goes on as before it.
func (e *boltEngine) doubt(id int, failure error) {
	tx, err := e.db.Begin(false)
	if err != nil {
		e.broken.Store(&err)
		return
	}
	defer rollback(tx)
	if tx.ID() >= id {
		e.broken.Store(&failure)
	}
}

func (e *boltEngine) Close() error { return e.db.Close() }

func rollback(tx *bolt.Tx) {
	defer raiseDamage()
	_ = tx.Rollback() // fails only on one that ended already
}

func commit(tx *bolt.Tx) error {
	defer raiseDamage()
	return inOurWords(tx.Commit())
}

// guarded runs do beside other readers and turns damage in the file into an
// error: bbolt panics on a page that makes no sense, and the system faults on
// one that is not there.
func (e *boltEngine) guarded(do func() error) (err error) {
	e.gate.RLock()
	defer e.gate.RUnlock()
	if broken := e.broken.Load(); broken != nil {
		return &BookError{Path: e.path, Says: "an earlier write did not reach the disk; close the book and open it again", Err: *broken}
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if d := damageIn(recover()); d != nil {
			e.broken.CompareAndSwap(nil, new(error(d)))
			err = bookError(e.path, d)
		}
	}()
	return do()
}

// damage is what a damaged file makes of a read.
type damage struct{ what any }

func (d *damage) Error() string { return fmt.Sprintf("a page of the file cannot be read: %v", d.what) }
func (d *damage) Unwrap() error { return errDamaged }

// raiseDamage marks a panic that comes out of bbolt as damage, so that a panic
// of a caller's own is not taken for it.
func raiseDamage() {
	if r := recover(); r != nil {
		panic(&damage{r})
	}
}

// damageIn tells damage from other panics, which go on.
func damageIn(r any) *damage {
	switch r := r.(type) {
	case nil:
		return nil
	case *damage:
		return r
	case interface {
		runtime.Error
		Addr() uintptr
	}:
		return &damage{r}
	}
	panic(r)
}

// Damage reads every key in order, and only then lets bbolt account for its
// pages: bbolt does that in a goroutine of its own, where a fault could not be
// caught.
func (e *boltEngine) Damage() (found []string) {
	found = brokenHeads(e.path)
	err := e.guarded(func() error {
		return e.db.View(func(tx *bolt.Tx) error {
			if err := checkPages(e.path, tx, true); err != nil {
				return err
			}
			if err := tx.ForEach(walk); err != nil {
				return err
			}
			for err := range tx.Check() {
				found = append(found, err.Error())
			}
			return nil
		})
	})
	if err != nil {
		found = append(found, err.Error())
	}
	return found
}

// walk reads one bucket through.
func walk(name []byte, b *bolt.Bucket) error {
	defer raiseDamage()
	if !slices.Contains(buckets, bucket(name)) {
		return fmt.Errorf("%w: it holds a bucket %q, which no book has", errDamaged, name)
	}
	var last []byte
	cursor := b.Cursor()
	for k, v := cursor.First(); k != nil; k, v = cursor.Next() {
		if last != nil && bytes.Compare(last, k) >= 0 || v == nil {
			return fmt.Errorf("%w: the keys of %s are out of order", errDamaged, name)
		}
		last = k
	}
	return nil
}
