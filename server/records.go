package server

import (
	"sync"

	"tollbook/casualty"
	"tollbook/exports"
	"tollbook/store"
)

// records keeps the newest record that was read: many look at it, few change it.
// A record that was handed out is never changed.
type records struct {
	book *store.Book
	mu   sync.Mutex
	last casualty.Record
}

// at reads the record in one state.
func (r *records) at(at store.At) (record casualty.Record, err error) {
	err = r.book.Read(at, func(v *store.View) error {
		if at != (store.At{}) {
			record, err = v.Record()
			return err
		}
		r.mu.Lock()
		defer r.mu.Unlock()
		if r.last.Book == "" || r.last.Entries < v.Head().Entry {
			newest, err := v.Record()
			if err != nil {
				return err
			}
			r.last = newest
		}
		record = r.last
		return nil
	})
	return record, err
}

// shownToAll is what a visitor sees who may see figures only: the public profile.
func shownToAll(r casualty.Record) casualty.Record { return exports.Shown(r, exports.Public) }
