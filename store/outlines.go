package store

import (
	"bytes"
	"encoding/binary"
	"iter"
	"slices"

	"tollbook/casualty"
)

// An Outline is what a book keeps of each incident beside the record: a row that a
// program makes of everything that speaks of the incident, up to date with every
// act, in the act's own transaction. Totals of a million claims then read a row an
// incident and no claim.
type Outline struct {
	// Name is what the rows are, with every version and setting that they depend on.
	// Rows of another name are made anew when the book is opened.
	Name string
	// Row makes the row of the one incident that the record holds, as of the record's
	// AsOf: its claims, their sources and origins, its decisions and victims. It is
	// called from several goroutines at once.
	Row func(casualty.Record) []byte
}

// outlineBatch is how many incidents are read before their rows are made.
const outlineBatch = 4096

// outlinesMark names the rows and the head that they belong to.
func (o *Outline) mark(h Head) []byte { return []byte(o.Name + " " + h.Hash) }

// touch notes the incidents that a record speaks of, and the sources and origins
// that changed: the rows of what they speak of are due.
func (c *Change) touch(r ref, d derived, old []byte) {
	switch {
	case c.book.options.Outline == nil:
		return
	case r.letter == Incidents.letter:
		c.due[r.number] = true
	case old != nil && (r.letter == Sources.letter || r.letter == Origins.letter):
		c.speakers[r] = true
	}
	for _, id := range d.refs {
		if other, err := parseRef(id); err == nil && other.letter == Incidents.letter {
			c.due[other.number] = true
		}
	}
}

// outline makes the rows that are due after an act. Where the book's rows belong to
// another head, they stay behind until the book is opened the next time.
func (c *Change) outline(head Head) error {
	o := c.book.options.Outline
	if o == nil || !bytes.Equal(c.tx.Get(bookBucket, []byte("outlines")), o.mark(c.head)) {
		return nil
	}
	if len(c.speakers) > 0 {
		for key, row := range c.tx.Scan(columnsBucket, nil, nil) {
			source, origin := speakersOf(row)
			if c.speakers[source] || c.speakers[origin] {
				c.due[numberOf(key)] = true
			}
		}
		delete(c.due, 0) // claims that name no incident
	}
	due := make([]uint64, 0, len(c.due))
	for incident := range c.due {
		due = append(due, incident)
	}
	slices.Sort(due)
	if err := writeOutlines(c.tx, *o, head, slices.Values(due)); err != nil {
		return err
	}
	return c.tx.Put(bookBucket, []byte("outlines"), o.mark(head))
}

func speakersOf(row []byte) (source, origin ref) {
	return ref{Sources.letter, binary.BigEndian.Uint64(row)}, ref{Origins.letter, binary.BigEndian.Uint64(row[8:])}
}

// rebuildOutlines makes every row anew.
func rebuildOutlines(tx writer, o Outline) error {
	for k := range tx.Scan(outlinesBucket, nil, nil) {
		if err := tx.Delete(outlinesBucket, k); err != nil {
			return err
		}
	}
	head, err := headOf(tx)
	if err != nil {
		return err
	}
	var all []uint64
	for r := range (state{tx: tx, current: true}).all(Incidents.letter) {
		all = append(all, r.number)
	}
	if err := writeOutlines(tx, o, head, slices.Values(all)); err != nil {
		return err
	}
	return tx.Put(bookBucket, []byte("outlines"), o.mark(head))
}

// writeOutlines makes the rows of incidents and keeps each with the entry after
// which it was made; an incident that is not there has none.
func writeOutlines(tx writer, o Outline, head Head, incidents iter.Seq[uint64]) error {
	var batch []about
	flush := func() error {
		rows, err := rowsAbout(batch, o)
		for i := 0; i < len(rows) && err == nil; i++ {
			key := number(nil, batch[i].incident.number)
			if rows[i] == nil {
				err = tx.Delete(outlinesBucket, key)
			} else {
				err = tx.Put(outlinesBucket, key, append(entryKey(head.Entry), rows[i]...))
			}
		}
		batch = batch[:0]
		if large, ok := tx.(largeWriter); ok && err == nil {
			err = large.Settle()
		}
		return err
	}
	for n := range incidents {
		batch = append(batch, aboutIncident(tx, n, head))
		if len(batch) == outlineBatch {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}
