package store

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"tollbook/casualty"
)

// An Act is what a person does to a book at one time, for one reason. It stands
// in the journal for ever: no name of a person belongs into its reason.
type Act struct {
	Author        string
	Authenticated bool   // the author signed in on a server
	What          string // "add", "confirm", "link"
	Reason        string
	AuthoredAt    casualty.Moment // empty: when it is recorded
	// Guard runs first within the act's transaction; its error refuses the act. It
	// is where a server asks whether the author may still do this. May be nil.
	Guard func(*Change) error
}

func (a Act) check() error {
	switch {
	case a.Author == "":
		return &casualty.Problem{Where: "act: author", Want: "who does this: nothing is changed without an author"}
	case a.What == "":
		return &casualty.Problem{Where: "act: what", Want: "a word for what is done, such as confirm"}
	}
	if _, err := casualty.ParseMoment(string(a.AuthoredAt)); err != nil {
		return casualty.At("act: authored at", err)
	}
	return nil
}

// errNothing ends a transaction that changed nothing.
var errNothing = errors.New("nothing changed")

// Do does one act: everything that fn changes is one transaction and one entry
// of the journal. If fn fails, nothing happened. If it changes nothing, no entry
// is written and Number is 0. When Do returns, the act survives a crash.
//
// fn must not call the book's own methods.
func (b *Book) Do(act Act, fn func(*Change) error) (Entry, error) {
	if err := act.check(); err != nil {
		return Entry{}, err
	}
	var entry Entry
	var erased bool
	err := b.engine.Update(func(tx writer) error {
		c, err := b.begin(tx)
		if err != nil {
			return err
		}
		if act.Guard != nil {
			if err := act.Guard(c); err != nil {
				return err
			}
		}
		if err := fn(c); err != nil {
			return err
		}
		entry, err = c.record(act)
		erased = len(c.erased) > 0
		return err
	})
	if errors.Is(err, errNothing) {
		return Entry{}, nil
	}
	if err != nil {
		return Entry{}, err
	}
	if erased {
		return entry, b.scrub()
	}
	return entry, nil
}

// begin opens a change. Entries are recorded in the order of time even where a
// clock was set back.
func (b *Book) begin(tx writer) (*Change, error) {
	head, err := headOf(tx)
	if err != nil {
		return nil, err
	}
	recorded := casualty.MomentOf(b.options.Now())
	if recorded < head.Recorded {
		recorded = head.Recorded
	}
	return &Change{
		book: b, tx: tx, head: head, recorded: recorded,
		before: map[ref][]byte{}, derived: map[ref]derived{}, erased: map[ref]bool{},
	}, nil
}

// record writes the versions, the entry and the head of an act.
func (c *Change) record(act Act) (Entry, error) {
	changed := c.changed()
	if len(changed) == 0 {
		return Entry{}, errNothing
	}
	if err := c.whole(changed); err != nil {
		return Entry{}, err
	}
	e := Entry{
		Copy: c.book.id, Number: c.head.Entry + 1, Prev: c.head.Hash,
		AuthoredAt: act.AuthoredAt, RecordedAt: c.recorded,
		Author: act.Author, Authenticated: act.Authenticated, What: act.What, Reason: act.Reason,
		Undoes: c.undoes,
	}
	if e.AuthoredAt == "" {
		e.AuthoredAt = e.RecordedAt
	}
	for _, r := range changed {
		change, err := c.version(r, e.Number)
		if err != nil {
			return Entry{}, err
		}
		e.Changes = append(e.Changes, change)
	}
	return e, c.enter(&e)
}

// changed lists the records whose text is no longer what it was, by id.
func (c *Change) changed() []ref {
	var changed []ref
	for r, before := range c.before {
		after := c.tx.Get(recordsBucket, r.key())
		if (before == nil) != (after == nil) || !bytes.Equal(before, after) {
			changed = append(changed, r)
		}
	}
	slices.SortFunc(changed, func(a, b ref) int { return bytes.Compare(a.key(), b.key()) })
	return changed
}

// version keeps the present text of a record as its newest version.
func (c *Change) version(r ref, entry int) (EntryChange, error) {
	text := c.tx.Get(recordsBucket, r.key())
	if text == nil {
		text = withdrawn
	}
	version := make([]byte, saltSize, saltSize+len(text))
	if _, err := io.ReadFull(c.book.options.random(), version); err != nil {
		return EntryChange{}, err
	}
	version = append(version, text...)
	ordinal := 1
	for range c.tx.Scan(versionsBucket, r.key(), nil) {
		ordinal++
	}
	return EntryChange{
		Kind: tableOf(r.letter).name(), ID: r.String(), Version: ordinal,
		Commitment: commitment(version), Erases: c.erased[r],
	}, c.tx.Put(versionsBucket, r.versionKey(entry), version)
}

// enter puts the entry at the end of the journal.
func (c *Change) enter(e *Entry) error {
	text, err := canonical(e)
	if err != nil {
		return casualty.At("act", err)
	}
	e.Hash = hashOf(text)
	head := Head{e.Number, e.Hash, e.RecordedAt}
	return errors.Join(
		c.tx.Put(journalBucket, entryKey(e.Number), text),
		writeHead(c.tx, head),
		c.tx.Put(bookBucket, []byte("columns"), []byte(columnsMark(head))),
	)
}
