package store

import (
	"bytes"
	"fmt"
)

// journal follows the chain from the first entry to the head.
func (c *checker) journal() {
	head, err := headOf(c.tx)
	if err != nil {
		c.find("head", "%v", err)
	}
	id := setting(c.tx, "copy")
	var last Entry
	for k, text := range c.tx.Scan(journalBucket, nil, nil) {
		where := fmt.Sprintf("entry %d", last.Number+1)
		e, err := readEntry(c.tx, int(numberOf(k)))
		switch {
		case err != nil:
			c.find(where, "%v", err)
			return
		case int(numberOf(k)) != last.Number+1 || e.Number != last.Number+1:
			c.find(where, "is missing: entry %d stands in its place", e.Number)
			return
		case e.Prev != last.Hash:
			c.find(where, "does not carry the hash of the entry before it: one of the two was changed")
		case e.RecordedAt < last.RecordedAt:
			c.find(where, "is recorded before the entry before it")
		case e.Copy != id:
			c.find(where, "belongs to another copy of the book")
		}
		if again, err := canonical(e); err != nil || !bytes.Equal(again, text) {
			c.find(where, "is not in the form that the book writes")
		}
		c.promise(e)
		last = e
	}
	if want := (Head{last.Number, last.Hash, last.RecordedAt}); head.Entry != want.Entry || head.Hash != want.Hash || head.Entry > 0 && head != want {
		c.find("head", "names entry %d, and the journal ends with entry %d and another hash", head.Entry, last.Number)
	}
	if setting(c.tx, "columns") != columnsMark(head) {
		c.find("columns", "belong to another head than the journal's")
	}
}

// promise notes the versions that an entry says are there.
func (c *checker) promise(e Entry) {
	for _, change := range e.Changes {
		r, err := parseRef(change.ID)
		if err != nil || tableOf(r.letter).name() != change.Kind {
			c.find(fmt.Sprintf("entry %d", e.Number), "names %q, which is no record", change.ID)
			continue
		}
		c.said[string(r.versionKey(e.Number))] = change
		c.erased[r] = c.erased[r] || change.Erases
	}
}

// versions compares what is kept with what the journal says.
func (c *checker) versions() {
	var r ref
	ordinal := 0
	for k, version := range c.tx.Scan(versionsBucket, nil, nil) {
		if next := refOf(k); next != r {
			r, ordinal = next, 0
		}
		ordinal++
		where := fmt.Sprintf("%s, version %d", r, ordinal)
		said, ok := c.said[string(k)]
		delete(c.said, string(k))
		switch {
		case !ok:
			c.find(where, "stands in no entry of the journal")
		case said.Version != ordinal:
			c.find(where, "is version %d in the journal", said.Version)
		case len(version) == 0 && !c.erased[r]:
			c.find(where, "its content is gone, and no entry of the journal erases it")
		case len(version) > 0 && commitment(version) != said.Commitment:
			c.find(where, "is not what the journal says: its content was changed")
		}
	}
	for k := range c.said {
		c.find(fmt.Sprintf("%s of entry %d", refOf([]byte(k)), entryOf([]byte(k))), "is missing, and the journal names it")
	}
}
