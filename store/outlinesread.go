package store

import (
	"bytes"
	"fmt"
	"iter"

	"tollbook/casualty"
)

// Outlines yields the row of each incident, in the order of the ids. ok is false
// where the book keeps none of this program's for the state: a state of the past, or
// a book opened without [Options.Outline].
func (v *View) Outlines() (rows iter.Seq2[casualty.IncidentID, []byte], ok bool) {
	o := v.book.options.Outline
	if o == nil || !v.current || !bytes.Equal(v.tx.Get(bookBucket, []byte("outlines")), o.mark(v.head)) {
		return nil, false
	}
	return func(yield func(casualty.IncidentID, []byte) bool) {
		for key, row := range v.tx.Scan(outlinesBucket, nil, nil) {
			if len(row) < 8 {
				panic(&damage{"an outline is too short"})
			}
			if !yield(casualty.IncidentID(ref{Incidents.letter, numberOf(key)}.String()), row[8:]) {
				return
			}
		}
	}, true
}

// Unlinked counts the claims that name no incident, by their status and scope, as
// [Columns] codes them.
func (v *View) Unlinked() (counts map[[2]uint8]int, err error) {
	counts = map[[2]uint8]int{}
	if !v.current {
		return nil, fmt.Errorf("claims without an incident, at entry %d: %w", v.head.Entry, casualty.ErrNotFound)
	}
	for _, row := range v.tx.Scan(columnsBucket, number(nil, 0), nil) {
		counts[[2]uint8{row[32], row[33]}]++
	}
	return counts, nil
}

// checkOutlines makes every row anew, as of the entry after which it was made, and
// compares.
func (b *Book) checkOutlines(tx reader) (found Findings) {
	o := b.options.Outline
	head, err := headOf(tx)
	if err != nil || o == nil || !bytes.Equal(tx.Get(bookBucket, []byte("outlines")), o.mark(head)) {
		return nil
	}
	kept := map[uint64][]byte{}
	for key, row := range tx.Scan(outlinesBucket, nil, nil) {
		kept[numberOf(key)] = row
	}
	heads := map[uint64]Head{0: {Recorded: b.created}} // an entry of a long import is long to read
	for r := range (state{tx: tx, current: true}).all(Incidents.letter) {
		row := kept[r.number]
		delete(kept, r.number)
		if len(row) < 8 {
			found = append(found, Finding{r.String(), "has no outline"})
			continue
		}
		made, known := heads[numberOf(row)]
		var err error
		if !known {
			made, err = headAt(tx, int(numberOf(row)))
			heads[numberOf(row)] = made
		}
		var again [][]byte
		if err == nil {
			again, err = rowsAbout([]about{aboutIncident(tx, r.number, made)}, *o)
		}
		switch {
		case err != nil:
			found = append(found, Finding{r.String(), err.Error()})
		case !bytes.Equal(again[0], row[8:]):
			found = append(found, Finding{r.String(), "has another outline than its claims give"})
		}
	}
	for n := range kept {
		found = append(found, Finding{"outlines", fmt.Sprintf("have a row of i%d, which is not there", n)})
	}
	return found
}
