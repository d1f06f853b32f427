package store

import (
	"fmt"
	"strconv"

	"tollbook/casualty"
)

// A Change is an act under way. What it changed so far, it also reads.
type Change struct {
	book     *Book
	tx       writer
	large    largeWriter     // the same as tx; nil for an act that is one transaction
	head     Head            // before the act
	recorded casualty.Moment // of the act
	before   map[ref][]byte  // texts of the records touched, as they were; nil for new ones
	derived  map[ref]derived // of the records touched, as they are now: unique keys and refs
	kept     map[ref]kept    // versions that are written already
	last     map[byte]uint64 // last numbers of the kinds before the act
	erased   map[ref]bool
	undoes   int
	due      map[uint64]bool // incidents whose outline is to be made anew
	speakers map[ref]bool    // sources and origins that changed: so are those of all that they speak of
	text     struct {        // the document last looked into
		id    casualty.DocumentID
		bytes []byte
	}
}

func (c *Change) state() state { return state{tx: c.tx, current: true} }

// next gives the next id of a kind. An id is given once, even if its record is
// withdrawn.
func (c *Change) next(letter byte) (ref, error) {
	key := []byte{letter}
	last, err := lastNumber(c.tx, letter)
	if err != nil {
		return ref{}, err
	}
	if _, known := c.last[letter]; !known {
		c.last[letter] = last
	}
	return ref{letter, last + 1}, c.tx.Put(countersBucket, key, strconv.AppendUint(nil, last+1, 10))
}

func lastNumber(tx reader, letter byte) (uint64, error) {
	text := tx.Get(countersBucket, []byte{letter})
	if text == nil {
		return 0, nil
	}
	last, err := strconv.ParseUint(string(text), 10, 63)
	if err != nil {
		return 0, fmt.Errorf("%w: the counter of ids of kind %c", errDamaged, letter)
	}
	return last, nil
}

// set makes text the present text of a record, nil to withdraw it, and keeps its
// indexes and columns in step.
func (c *Change) set(r ref, text []byte) error {
	if text == nil {
		return c.put(r, nil, derived{})
	}
	d, err := tableOf(r.letter).derive(r, text)
	if err != nil {
		return err
	}
	return c.put(r, text, d)
}

// put is set where what is derived of the text is known.
func (c *Change) put(r ref, text []byte, d derived) error {
	old := c.tx.Get(recordsBucket, r.key())
	if _, touched := c.before[r]; !touched {
		c.before[r] = cloneText(old)
	}
	if err := c.forget(r, old); err != nil {
		return err
	}
	if text == nil {
		delete(c.derived, r)
		return c.tx.Delete(recordsBucket, r.key())
	}
	c.derived[r] = derived{index: d.unique(), refs: d.refs}
	c.touch(r, d, old)
	for _, k := range d.index {
		if err := c.tx.Put(k.in, k.key(r), nil); err != nil {
			return err
		}
	}
	if d.rowKey != nil {
		if err := c.tx.Put(columnsBucket, d.rowKey, d.row); err != nil {
			return err
		}
	}
	return c.tx.Put(recordsBucket, r.key(), text)
}

// cloneText keeps the difference between no text and an empty one.
func cloneText(text []byte) []byte {
	if text == nil {
		return nil
	}
	return append([]byte{}, text...)
}

// forget takes out what was derived of a record's old text.
func (c *Change) forget(r ref, old []byte) error {
	if old == nil {
		return nil
	}
	d, err := tableOf(r.letter).derive(r, old)
	if err != nil {
		return err
	}
	c.touch(r, d, old)
	for _, k := range d.index {
		if err := c.tx.Delete(k.in, k.key(r)); err != nil {
			return err
		}
	}
	if d.rowKey != nil {
		return c.tx.Delete(columnsBucket, d.rowKey)
	}
	return nil
}

// Settle lets go of what the act holds in memory, in one begun with [Book.DoLarge];
// otherwise it does nothing. What was changed so far must be whole by itself, and no
// iteration over records may be under way.
func (c *Change) Settle() error {
	if c.large == nil {
		return nil
	}
	if err := c.keepVersions(); err != nil {
		return err
	}
	return c.large.Settle()
}

// unique refuses a record that shares a unique key with another.
func (c *Change) unique(r ref) error {
	for _, k := range c.derived[r].index {
		if other, ok := k.other(c.tx, r); ok {
			return fmt.Errorf("%s: its %s is %w, as %s", tableOf(r.letter).name(), k.index, casualty.ErrExists, other)
		}
	}
	return nil
}

// whole refuses an act that would leave a record speaking of one that is not
// there.
func (c *Change) whole(changed []ref) error {
	for _, r := range changed {
		d, there := c.derived[r]
		if !there {
			if by, ok := referring(c.tx, r); ok {
				return fmt.Errorf("%s %w: %s speaks of it", r, ErrUndo, by)
			}
			continue
		}
		if err := missing(c.tx, r, d); err != nil {
			return err
		}
	}
	return nil
}

// missing tells which record r speaks of in vain.
func missing(tx reader, r ref, d derived) error {
	for _, id := range d.refs {
		other, err := parseRef(id)
		if err == nil && tx.Get(recordsBucket, other.key()) == nil {
			err = fmt.Errorf("%s: %w", id, casualty.ErrNotFound)
		}
		if err != nil {
			return fmt.Errorf("%s %s speaks of %w", tableOf(r.letter).name(), r, err)
		}
	}
	return nil
}

// referring finds a record that speaks of r.
func referring(tx reader, r ref) (ref, bool) {
	for _, k := range kinds {
		_, refs := k.indexNames()
		for _, index := range refs {
			for by := range keyOf(k.name(), index, r.String()).records(tx, k.of()) {
				return by, true
			}
		}
	}
	return ref{}, false
}
