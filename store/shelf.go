package store

import (
	"encoding/json"
	"fmt"
	"iter"
)

// A Drawer holds what a server keeps in the book's file beside the record:
// accounts, sessions, replies to requests. None of it is in the journal, in a
// [casualty.Record] or in an export; a backup holds it. Values are JSON.
type Drawer[T any] string

// A ShelfReader looks into drawers: a [View], a [Change] or a [Shelf].
type ShelfReader interface{ shelf() reader }

// A ShelfWriter also puts into them: a [Change], with the act, or a [Shelf].
type ShelfWriter interface {
	ShelfReader
	shelves() writer
}

// A Shelf is all drawers in one transaction of [Book.Shelve].
type Shelf struct{ tx writer }

func (s *Shelf) shelf() reader    { return s.tx }
func (s *Shelf) shelves() writer  { return s.tx }
func (c *Change) shelf() reader   { return c.tx }
func (c *Change) shelves() writer { return c.tx }
func (v *View) shelf() reader     { return v.tx }

// Shelve changes drawers without an act: all that fn does, or nothing if it
// fails. When it returns nil, the change survives a crash.
func (b *Book) Shelve(fn func(*Shelf) error) error {
	return b.engine.Update(func(tx writer) error { return fn(&Shelf{tx}) })
}

// key is the drawer's name, a byte that no name has, and the key.
func (d Drawer[T]) key(key string) []byte { return []byte(string(d) + "\x00" + key) }

// Get returns what lies under a key; ok is false where nothing does.
func (d Drawer[T]) Get(from ShelfReader, key string) (value T, ok bool, err error) {
	text := from.shelf().Get(shelfBucket, d.key(key))
	if text == nil {
		return value, false, nil
	}
	err = d.read(key, text, &value)
	return value, err == nil, err
}

// All yields keys and values in the order of the keys.
func (d Drawer[T]) All(from ShelfReader) iter.Seq2[string, T] {
	return func(yield func(string, T) bool) {
		prefix := d.key("")
		for k, text := range from.shelf().Scan(shelfBucket, prefix, nil) {
			var value T
			key := string(k[len(prefix):])
			if d.read(key, text, &value) == nil && !yield(key, value) {
				return
			}
		}
	}
}

func (d Drawer[T]) read(key string, text []byte, value *T) error {
	if err := json.Unmarshal(text, value); err != nil {
		return fmt.Errorf("%w: %s %q on the shelf", errDamaged, string(d), key)
	}
	return nil
}

// Put lays a value under a key.
func (d Drawer[T]) Put(to ShelfWriter, key string, value T) error {
	text, err := canonical(value)
	if err != nil {
		return err
	}
	return to.shelves().Put(shelfBucket, d.key(key), text)
}

// Delete takes away what lies under a key, if anything does.
func (d Drawer[T]) Delete(to ShelfWriter, key string) error {
	return to.shelves().Delete(shelfBucket, d.key(key))
}
