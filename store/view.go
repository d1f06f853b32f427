package store

import (
	"bytes"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"time"

	"tollbook/casualty"
)

// At names a state of the book. The zero At is now. Entry 12 is the book after
// its 12th entry; without an entry, Time is the book after the last entry
// recorded at or before it, to the second.
type At struct {
	Entry int
	Time  time.Time
}

// ParseAt reads a state of the book as a person names it: an entry of the journal
// such as #12, or a date or moment; a date means the end of that day, UTC. No text
// is now.
func ParseAt(text string) (At, error) {
	if text == "" {
		return At{}, nil
	}
	if number, ok := strings.CutPrefix(text, "#"); ok {
		if entry, err := strconv.Atoi(number); err == nil && entry > 0 {
			return At{Entry: entry}, nil
		}
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if t, err := time.Parse(layout, text); err == nil {
			return At{Time: t}, nil
		}
	}
	day, err := casualty.ParseDay(text)
	if err != nil || !day.Stated() {
		return At{}, &casualty.Problem{Found: text, Want: "a date such as 2025-07-01, a time such as 2025-07-01T15:00:00Z, or an entry of the journal such as #12"}
	}
	t, err := time.Parse("2006-01-02", string(day.Last()))
	return At{Time: t.AddDate(0, 0, 1).Add(-time.Nanosecond)}, err
}

// A Head is the last entry of the journal in some state. Before the first entry,
// Entry is 0, Hash is empty and Recorded is when the book was made.
type Head struct {
	Entry    int             `json:"entry"`
	Hash     string          `json:"hash"` // hex
	Recorded casualty.Moment `json:"recorded"`
}

// A View is the book in one state, for as long as its Read runs.
type View struct {
	book    *Book
	tx      reader
	head    Head
	current bool
}

// Read runs fn on the book as it stood at one state. What others write
// meanwhile does not show. fn must not call the book's other methods.
func (b *Book) Read(at At, fn func(*View) error) error {
	return b.engine.View(func(tx reader) error {
		v, err := b.view(tx, at)
		if err != nil {
			return err
		}
		return fn(v)
	})
}

func (b *Book) view(tx reader, at At) (*View, error) {
	now, err := headOf(tx)
	if err != nil {
		return nil, err
	}
	v := &View{book: b, tx: tx, head: now, current: true}
	switch {
	case at.Entry < 0 || at.Entry > now.Entry:
		return nil, &casualty.Problem{Where: "entry of the journal", Found: fmt.Sprint(at.Entry), Want: fmt.Sprintf("one from 1 to %d", now.Entry)}
	case at.Entry > 0:
		v.head, err = headAt(tx, at.Entry)
	case !at.Time.IsZero():
		v.head, err = headBy(tx, b, now, at.Time)
	}
	v.current = v.head.Entry == now.Entry
	return v, err
}

// headAt is the head that the book had after one entry.
func headAt(tx reader, entry int) (Head, error) {
	e, err := readEntry(tx, entry)
	return Head{e.Number, e.Hash, e.RecordedAt}, err
}

// headBy is the head that the book had at a time. Entries are recorded in the
// order of time, so halving the journal finds it.
func headBy(tx reader, b *Book, now Head, t time.Time) (Head, error) {
	limit := casualty.MomentOf(t)
	low, high := 0, now.Entry // the entry looked for is in low..high
	for low < high {
		middle := (low + high + 1) / 2
		h, err := headAt(tx, middle)
		if err != nil {
			return Head{}, err
		}
		if h.Recorded <= limit { // one form, in UTC: text sorts as time does
			low = middle
		} else {
			high = middle - 1
		}
	}
	if low == 0 {
		return Head{Recorded: b.created}, nil
	}
	return headAt(tx, low)
}

// Head is the last entry of the journal in this state.
func (v *View) Head() Head { return v.head }

func (v *View) state() state { return state{v.tx, v.head.Entry, v.current} }

// A state is where records are read: the present, or after an entry of the past.
type state struct {
	tx      reader
	entry   int
	current bool
}

// get returns a record's canonical text, nil if the state holds none.
func (s state) get(r ref) []byte {
	if s.current {
		return s.tx.Get(recordsBucket, r.key())
	}
	var last []byte
	for k, v := range s.tx.Scan(versionsBucket, r.key(), nil) {
		if entryOf(k) > s.entry {
			break
		}
		last = v
	}
	return s.content(r, last)
}

// content is the text of a version: nil for a record that is not there, the
// tombstone for one that was erased since.
func (s state) content(r ref, version []byte) []byte {
	switch {
	case version == nil:
		return nil
	case len(version) == 0:
		return s.tx.Get(recordsBucket, r.key())
	}
	_, text := splitVersion(version)
	if bytes.Equal(text, withdrawn) {
		return nil
	}
	return text
}

// all yields the records of one kind with their texts, in the order of the ids.
func (s state) all(letter byte) iter.Seq2[ref, []byte] {
	if !s.current {
		return s.allThen(letter)
	}
	return func(yield func(ref, []byte) bool) {
		for k, text := range s.tx.Scan(recordsBucket, []byte{letter}, nil) {
			if !yield(refOf(k), text) {
				return
			}
		}
	}
}

func (s state) allThen(letter byte) iter.Seq2[ref, []byte] {
	return func(yield func(ref, []byte) bool) {
		var r ref
		var last []byte
		give := func() bool {
			text := s.content(r, last)
			return text == nil || yield(r, text)
		}
		for k, v := range s.tx.Scan(versionsBucket, []byte{letter}, nil) {
			if next := refOf(k); next != r {
				if !give() {
					return
				}
				r, last = next, nil
			}
			if entryOf(k) <= s.entry {
				last = v
			}
		}
		give()
	}
}

func entryOf(versionKey []byte) int { return int(numberOf(versionKey[min(9, len(versionKey)):])) }
