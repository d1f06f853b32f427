package store

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"maps"
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
	return b.do(act, fn, b.engine.Update)
}

// DoLarge is Do for an act of more records than memory should hold: fn calls
// [Change.Settle] now and then. The book is written anew beside itself and takes its
// own place when the act is whole, so it needs as much room on the disk again. The
// entry that it returns does not list its changes; the journal's does.
func (b *Book) DoLarge(act Act, fn func(*Change) error) (Entry, error) {
	return b.do(act, fn, func(run func(writer) error) error {
		return b.engine.UpdateLarge(func(tx largeWriter) error { return run(tx) })
	})
}

func (b *Book) do(act Act, fn func(*Change) error, update func(func(writer) error) error) (Entry, error) {
	if err := act.check(); err != nil {
		return Entry{}, err
	}
	var entry Entry
	var erased bool
	err := update(func(tx writer) error {
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
	large, _ := tx.(largeWriter)
	return &Change{
		book: b, tx: tx, large: large, head: head, recorded: recorded,
		before: map[ref][]byte{}, derived: map[ref]derived{}, erased: map[ref]bool{},
		kept: map[ref]kept{}, last: map[byte]uint64{}, due: map[uint64]bool{}, speakers: map[ref]bool{},
	}, nil
}

// record writes the versions, the entry and the head of an act.
func (c *Change) record(act Act) (Entry, error) {
	if err := c.keepVersions(); err != nil {
		return Entry{}, err
	}
	if len(c.kept) == 0 {
		return Entry{}, errNothing
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
	return e, c.enter(&e)
}

// A kept version is one that is written already; its entry is not yet.
type kept struct {
	version    int
	commitment [sha256.Size]byte
}

func (c *Change) entryChange(r ref) EntryChange {
	k := c.kept[r]
	return EntryChange{
		Kind: tableOf(r.letter).name(), ID: r.String(), Version: k.version,
		Commitment: hex.EncodeToString(k.commitment[:]), Erases: c.erased[r],
	}
}

// keepVersions keeps the present text of every record that was changed since it
// was last called.
func (c *Change) keepVersions() error {
	changed := c.changed()
	if err := c.whole(changed); err != nil {
		return err
	}
	for _, r := range changed {
		if err := c.keepVersion(r); err != nil {
			return err
		}
	}
	clear(c.before)
	clear(c.derived)
	return nil
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
	slices.SortFunc(changed, compareRefs)
	return changed
}

func compareRefs(a, b ref) int {
	return cmp.Or(cmp.Compare(a.letter, b.letter), cmp.Compare(a.number, b.number))
}

// keepVersion keeps the present text of a record as its newest version.
func (c *Change) keepVersion(r ref) error {
	text := c.tx.Get(recordsBucket, r.key())
	if text == nil {
		text = withdrawn
	}
	version := make([]byte, saltSize, saltSize+len(text))
	if _, err := io.ReadFull(c.book.options.random(), version); err != nil {
		return err
	}
	version = append(version, text...)
	own := r.versionKey(c.head.Entry + 1)
	c.kept[r] = kept{c.ordinal(r, own), sha256.Sum256(version)}
	return c.tx.Put(versionsBucket, own, version)
}

// ordinal is the number of the version at this key among those of its record.
func (c *Change) ordinal(r ref, own []byte) int {
	if before, given := c.last[r.letter]; given && r.number > before {
		return 1 // the act itself gave the id
	}
	n := 1
	for key := range c.tx.Scan(versionsBucket, r.key(), nil) {
		if !bytes.Equal(key, own) {
			n++
		}
	}
	return n
}

// enter puts the entry at the end of the journal.
func (c *Change) enter(e *Entry) error {
	refs := slices.SortedFunc(maps.Keys(c.kept), compareRefs)
	text, err := c.entryText(e, refs)
	if err != nil {
		return casualty.At("act", err)
	}
	e.Hash = hashOf(text)
	head := Head{e.Number, e.Hash, e.RecordedAt}
	return errors.Join(
		c.tx.Put(journalBucket, entryKey(e.Number), text),
		writeHead(c.tx, head),
		c.tx.Put(bookBucket, []byte("columns"), []byte(columnsMark(head))),
		c.outline(head),
	)
}

// entryText is the entry's canonical JSON. That of a large act is put together
// change by change, because as values they would take several times the room.
func (c *Change) entryText(e *Entry, refs []ref) ([]byte, error) {
	if c.large == nil {
		for _, r := range refs {
			e.Changes = append(e.Changes, c.entryChange(r))
		}
		return canonical(e)
	}
	e.Changes = []EntryChange{}
	frame, err := canonical(e)
	if err != nil {
		return nil, err
	}
	const list = `"changes":[` // not within a text, where quotation marks are escaped
	at := bytes.Index(frame, []byte(list)) + len(list)
	text := append(make([]byte, 0, len(frame)+160*len(refs)), frame[:at]...)
	for i, r := range refs {
		change, err := canonical(c.entryChange(r))
		if err != nil {
			return nil, err
		}
		if i > 0 {
			text = append(text, ',')
		}
		text = append(text, change...)
	}
	return append(text, frame[at:]...), nil
}
