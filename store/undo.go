package store

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"tollbook/casualty"
)

// ErrUndo: an entry cannot be taken back; the error that wraps it says why, and
// names nothing but entries and ids.
var ErrUndo = errors.New("cannot be undone")

// Undo takes back one entry as a new act: each record that it changed returns to
// the version before. A record that it added is withdrawn: reads no longer show
// it, and its versions stay. Entry 0 is the last one that is neither an undo nor
// undone.
// Undoing an undo by its number brings back what it took away.
//
// Undo is refused, with a sentence, where a later entry changed one of the
// records, where another record speaks of one that would go, for an erasure, and
// for an entry that is undone already.
func (b *Book) Undo(act Act, entry int) (Entry, error) {
	if act.What == "" {
		act.What = "undo"
	}
	return b.Do(act, func(c *Change) error {
		past, err := lookBack(c.tx, c.head.Entry, entry)
		if err != nil {
			return err
		}
		return c.undo(past)
	})
}

// lookedBack is what the journal says of the acts from its head back to the one
// to be undone. An undo that stands and the entry that it undid have no effect
// together, so neither stands in the way.
type lookedBack struct {
	entry    Entry
	undoneBy map[int]int
	undoing  map[int]bool // the undos that stand
}

// lookBack goes back to an entry; 0 is the last that is neither an undo nor undone.
func lookBack(tx reader, head, entry int) (past lookedBack, err error) {
	if entry < 0 || entry > head {
		return past, &casualty.Problem{Where: "undo", Found: fmt.Sprint(entry), Want: fmt.Sprintf("an entry of the journal, from 1 to %d", head)}
	}
	past.undoneBy, past.undoing = map[int]int{}, map[int]bool{}
	for n := head; n > 0; n-- {
		if past.entry, err = readEntry(tx, n); err != nil {
			return past, err
		}
		by, undone := past.undoneBy[n]
		switch {
		case n == entry && undone:
			return past, fmt.Errorf("entry %d %w: it is undone already, by entry %d", n, ErrUndo, by)
		case n == entry, entry == 0 && !undone && past.entry.Undoes == 0:
			return past, nil
		case !undone && past.entry.Undoes > 0:
			past.undoneBy[past.entry.Undoes], past.undoing[n] = n, true
		}
	}
	return past, fmt.Errorf("the last act %w: the book holds none that stands", ErrUndo)
}

func (c *Change) undo(past lookedBack) error {
	c.undoes = past.entry.Number
	for _, change := range past.entry.Changes {
		if err := c.undoChange(past, change); err != nil {
			return err
		}
	}
	for r := range c.before {
		if err := c.unique(r); err != nil {
			return fmt.Errorf("entry %d %w: %w", c.undoes, ErrUndo, err)
		}
	}
	return nil
}

func (c *Change) undoChange(past lookedBack, change EntryChange) error {
	entry := past.entry.Number
	r, err := parseRef(change.ID)
	if err != nil {
		return err
	}
	if change.Erases {
		return fmt.Errorf("entry %d %w: it erased %s, and what was erased is gone", entry, ErrUndo, change.ID)
	}
	var before []byte
	for k, version := range c.tx.Scan(versionsBucket, r.key(), nil) {
		at := entryOf(k)
		_, undone := past.undoneBy[at]
		switch {
		case at < entry:
			_, before = splitVersion(version)
		case at > entry && !undone && !past.undoing[at]:
			return c.changedSince(entry, at, change.ID)
		}
	}
	if bytes.Equal(before, withdrawn) {
		before = nil
	}
	return c.set(r, before)
}

// changedSince says why an entry cannot be undone: a later one changed the same
// record.
func (c *Change) changedSince(entry, later int, id string) error {
	e, err := readEntry(c.tx, later)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(e.Changes, func(c EntryChange) bool { return c.ID == id && c.Erases }) {
		return fmt.Errorf("entry %d %w: entry %d erased %s", entry, ErrUndo, later, id)
	}
	return fmt.Errorf("entry %d %w: entry %d changed %s after it; undo that one first", entry, ErrUndo, later, id)
}
