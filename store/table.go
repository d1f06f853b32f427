package store

import (
	"errors"
	"fmt"
	"iter"

	"tollbook/casualty"
)

// A Table is all records of one kind: documents, claims, incidents. Its indexes
// are kept in the same transaction as its records.
type Table[T any, ID ~string] struct {
	letter  byte   // of the ids
	word    string // for errors: "claim"
	id      func(*T) *ID
	erased  func(*T) *string
	indexes []index[T]
	admit   func(c *Change, old, value *T) error // checks and completes a value before it is stored; old is nil for a new one; may be nil
	row     func(T) (key, row []byte, err error) // the derived column row; nil for tables without columns
}

// A Reader reads records: a [View], or a [Change] with what it changed so far.
type Reader interface{ state() state }

// Get returns one record. The error wraps [casualty.ErrNotFound] if the book
// holds none under this id. An erased record has only its id and Erased.
func (t Table[T, ID]) Get(from Reader, id ID) (T, error) {
	var none T
	r, err := parseRef(string(id))
	if err == nil && r.letter != t.letter {
		err = fmt.Errorf("%w: %q is no id of a %s", casualty.ErrNotFound, string(id), t.word)
	}
	if err != nil {
		return none, err
	}
	text := from.state().get(r)
	if text == nil {
		return none, fmt.Errorf("%s %s: %w", t.word, id, casualty.ErrNotFound)
	}
	return decode[T](r, text)
}

// All yields every record in the order of the ids, c2 before c10.
func (t Table[T, ID]) All(from Reader) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for r, text := range from.state().all(t.letter) {
			if value, err := decode[T](r, text); !yield(value, err) || err != nil {
				return
			}
		}
	}
}

// By yields the records with this key in one of the table's indexes, in the
// order of their ids. Names are compared without regard to case and spaces.
func (t Table[T, ID]) By(from Reader, index, key string) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		ix, err := t.index(index)
		if err != nil {
			var none T
			yield(none, err)
			return
		}
		if s := from.state(); s.current {
			t.byIndex(s, ix, key, yield)
		} else {
			t.byLooking(s, ix, key, yield)
		}
	}
}

func (t Table[T, ID]) byIndex(s state, ix index[T], key string, yield func(T, error) bool) {
	for r := range keyOf(t.word, ix.name, ix.fold(key)).records(s.tx, t.letter) {
		if value, err := decode[T](r, s.get(r)); !yield(value, err) || err != nil {
			return
		}
	}
}

// byLooking reads the whole table: the indexes know only the present.
func (t Table[T, ID]) byLooking(s state, ix index[T], key string, yield func(T, error) bool) {
	for r, text := range s.all(t.letter) {
		value, err := decode[T](r, text)
		if err == nil && !ix.has(value, key) {
			continue
		}
		if !yield(value, err) || err != nil {
			return
		}
	}
}

// Add gives the value the next id of its kind and stores it. The error wraps
// [casualty.ErrExists] if another record has one of its unique keys.
func (t Table[T, ID]) Add(c *Change, value T) (T, error) {
	if *t.id(&value) != "" {
		return value, fmt.Errorf("%s %s: want a value without an id, the book gives it", t.word, *t.id(&value))
	}
	r, err := c.next(t.letter)
	if err != nil {
		return value, err
	}
	*t.id(&value) = ID(r.String())
	return value, t.store(c, r, nil, &value)
}

// Put stores a new version of a record that is there. A value equal to what is
// there writes nothing. The error wraps [casualty.ErrNotFound],
// [casualty.ErrErased] or [casualty.ErrExists].
func (t Table[T, ID]) Put(c *Change, value T) error {
	old, err := t.Get(c, *t.id(&value))
	if err != nil {
		return err
	}
	r, err := parseRef(string(*t.id(&value)))
	if err != nil {
		return err
	}
	if *t.erased(&old) != "" {
		return fmt.Errorf("%s %s: %w, and cannot be changed", t.word, r, casualty.ErrErased)
	}
	return t.store(c, r, &old, &value)
}

func (t Table[T, ID]) store(c *Change, r ref, old, value *T) error {
	if *t.erased(value) != "" {
		return fmt.Errorf("%s %s: erasing is an act of its own", t.word, r)
	}
	if t.admit != nil {
		if err := t.admit(c, old, value); err != nil {
			return casualty.At(t.word+" "+r.String(), err)
		}
	}
	text, err := canonical(value)
	if err != nil {
		return casualty.At(t.word+" "+r.String(), err)
	}
	d, err := t.derived(r, *value)
	if err != nil {
		return err
	}
	if err := c.put(r, text, d); err != nil {
		return err
	}
	return c.unique(r)
}

// kind is a table without its type, for what handles every record alike.
type kind interface {
	name() string
	of() byte
	derive(r ref, text []byte) (derived, error)
	indexNames() (all, refs []string)
	tombstone(r ref, reason string) ([]byte, error)
}

// derived is what the book computes of one record and keeps beside it.
type derived struct {
	index   []indexKey
	refs    []string // ids of the records that it speaks of
	rowKey  []byte   // of the columns; nil for none
	row     []byte
	erasure string // the reason; empty for a living record
}

// unique are the keys that no other record may share.
func (d derived) unique() (keys []indexKey) {
	for _, k := range d.index {
		if k.unique {
			keys = append(keys, k)
		}
	}
	return keys
}

func (t Table[T, ID]) name() string { return t.word }
func (t Table[T, ID]) of() byte     { return t.letter }

func (t Table[T, ID]) derive(r ref, text []byte) (d derived, err error) {
	value, err := decode[T](r, text)
	if err != nil {
		return d, err
	}
	if string(*t.id(&value)) != r.String() {
		return d, fmt.Errorf("%s: its text in the book names another record", r)
	}
	return t.derived(r, value)
}

func (t Table[T, ID]) derived(r ref, value T) (d derived, err error) {
	if d.erasure = *t.erased(&value); d.erasure != "" {
		return d, nil
	}
	for _, ix := range t.indexes {
		for _, key := range ix.values(value) {
			k := keyOf(t.word, ix.name, key)
			k.unique = ix.unique
			d.index = append(d.index, k)
			if ix.refs {
				d.refs = append(d.refs, key)
			}
		}
	}
	if t.row != nil {
		d.rowKey, d.row, err = t.row(value)
	}
	return d, casualtyAt(r, err)
}

func casualtyAt(r ref, err error) error {
	if err == nil {
		return nil
	}
	return casualty.At(r.String(), err)
}

func (t Table[T, ID]) tombstone(r ref, reason string) ([]byte, error) {
	var value T
	*t.id(&value) = ID(r.String())
	*t.erased(&value) = reason
	return canonical(value)
}

// indexNames are the names of the indexes, and of those whose keys are ids of
// other records.
func (t Table[T, ID]) indexNames() (all, refs []string) {
	for _, ix := range t.indexes {
		all = append(all, ix.name)
		if ix.refs {
			refs = append(refs, ix.name)
		}
	}
	return all, refs
}

func (t Table[T, ID]) index(name string) (index[T], error) {
	for _, ix := range t.indexes {
		if ix.name == name {
			return ix, nil
		}
	}
	return index[T]{}, errors.New("store: " + t.word + " has no index " + name)
}
