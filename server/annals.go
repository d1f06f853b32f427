package server

import (
	"slices"
	"sync"

	"tollbook/store"
)

// annals keep what lists and cards show of every entry of the journal, without the
// changes, of which an import has very many. An entry never changes: each is read once.
type annals struct {
	mu   sync.Mutex
	rows []*annal
}

// An annal is an entry of the journal without its changes.
type annal struct {
	store.Entry
	Records int      // that it changed
	ids     []string // the first of them
	kinds   []string // of all of them, each once
}

// foundByIDs is how many records of an entry a search finds it by.
const foundByIDs = 100

// upTo are the entries up to that of a view, in their order.
func (a *annals) upTo(view *store.View) ([]*annal, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	head := view.Head().Entry
	for e, err := range view.Journal(len(a.rows) + 1) {
		if err != nil {
			return nil, err
		}
		a.rows = append(a.rows, annalOf(e))
	}
	return a.rows[:head:head], nil
}

func annalOf(e store.Entry) *annal {
	row := &annal{Entry: e, Records: len(e.Changes)}
	for _, c := range e.Changes {
		if len(row.ids) < foundByIDs {
			row.ids = append(row.ids, c.ID)
		}
		if !slices.Contains(row.kinds, c.Kind) {
			row.kinds = append(row.kinds, c.Kind)
		}
	}
	row.Changes = nil
	return row
}

// annals are the entries up to the state that is asked for.
func (v *visit) annals() (rows []*annal, err error) {
	err = v.Book.Read(v.at, func(view *store.View) error {
		rows, err = v.site.annals.upTo(view)
		return err
	})
	return rows, err
}
