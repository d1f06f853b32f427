package server

import (
	"slices"
	"sync"

	"tollbook/asked"
	"tollbook/casualty"
	"tollbook/store"
)

// records keeps the states of the book that were read last: many look at them, few
// change them.
type records struct {
	book    *store.Book
	present sync.Mutex // held while newest is made: the others who ask wait for it
	newest  *edition
	past    sync.Mutex
	pasts   []*pastEdition // the one used last comes last
}

// keptPasts are how many states of the past lie ready: two that somebody compares.
const keptPasts = 2

// A pastEdition is a state of the past. A later entry can be an erasure, which
// reaches into the past: until seen, none was.
type pastEdition struct {
	*edition
	seen int
}

// at is the edition of one state; of now, one that is no older than this call.
func (r *records) at(at store.At) (*edition, error) {
	newest, err := r.head(store.At{})
	if err != nil || at == (store.At{}) {
		return r.now(newest, err)
	}
	entry, err := r.head(at)
	if err != nil {
		return nil, err
	}
	return r.then(at, entry, newest)
}

// head is the last entry of the journal in a state.
func (r *records) head(at store.At) (entry int, err error) {
	err = r.book.Read(at, func(v *store.View) error { entry = v.Head().Entry; return nil })
	return entry, err
}

// now is the newest edition, brought up to date where it does not hold an entry yet.
// Whoever waited meanwhile takes what was made.
func (r *records) now(entry int, err error) (*edition, error) {
	if err != nil {
		return nil, err
	}
	r.present.Lock()
	defer r.present.Unlock()
	if r.newest != nil && r.newest.Entries >= entry {
		return r.newest, nil
	}
	var was store.Held
	if r.newest != nil {
		was = r.newest.Held
	}
	err = r.book.Read(store.At{}, func(v *store.View) error {
		held, changed, carried, err := v.Renewed(was)
		switch {
		case err != nil:
		case carried:
			r.newest = r.newest.renewed(held, changed)
		default:
			r.newest = newEdition(held)
		}
		return err
	})
	return r.newest, err
}

// then is the edition of a state that somebody named.
func (r *records) then(at store.At, entry, newest int) (*edition, error) {
	r.past.Lock()
	defer r.past.Unlock()
	if p := keptLast(&r.pasts, func(p *pastEdition) bool { return p.Entries == entry }); p != nil {
		erased, err := asked.Erased(r.book, (*p).seen, newest)
		if err == nil && len(erased) == 0 {
			(*p).seen = newest
			return (*p).edition, nil
		}
		r.pasts = r.pasts[:len(r.pasts)-1]
		if err != nil {
			return nil, err
		}
	}
	var record casualty.Record
	err := r.book.Read(at, func(v *store.View) (err error) {
		record, err = v.Record()
		return err
	})
	if err != nil {
		return nil, err
	}
	p := &pastEdition{newEdition(store.Hold(record)), newest}
	r.pasts = addLast(r.pasts, p, keptPasts)
	return p.edition, nil
}

// keptLast finds an item and makes it the one used last; nil if there is none.
func keptLast[T any](kept *[]T, is func(T) bool) *T {
	i := slices.IndexFunc(*kept, is)
	if i < 0 {
		return nil
	}
	found := (*kept)[i]
	*kept = append(slices.Delete(*kept, i, i+1), found)
	return &found
}

func addLast[T any](kept []T, item T, most int) []T {
	if len(kept) >= most {
		kept = slices.Delete(kept, 0, 1)
	}
	return append(kept, item)
}
