package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"iter"

	"tollbook/casualty"
)

// An Entry is one act in the journal. Entries are numbered from 1 without gaps,
// and each carries the hash of the one before it.
type Entry struct {
	Copy          string          `json:"copy"` // the id of this copy of the book
	Number        int             `json:"number"`
	AuthoredAt    casualty.Moment `json:"authored_at"`
	RecordedAt    casualty.Moment `json:"recorded_at"` // never before the entry before it
	Author        string          `json:"author"`
	Authenticated bool            `json:"authenticated"`
	What          string          `json:"what"` // "add", "confirm", "link"
	Reason        string          `json:"reason"`
	Undoes        int             `json:"undoes,omitempty"` // the entry that this one takes back
	Changes       []EntryChange   `json:"changes"`
	Prev          string          `json:"prev"` // hash of the entry before, hex; empty for the first

	Hash string `json:"-"` // SHA-256 over the canonical JSON of the rest, hex
}

// An EntryChange is one new version of one record. The journal never holds the
// content, only a commitment to it.
type EntryChange struct {
	Kind       string `json:"kind"` // "claim"
	ID         string `json:"id"`
	Version    int    `json:"version"`          // 1 is the record's first
	Commitment string `json:"commitment"`       // SHA-256 over the version's salt and its canonical JSON, hex
	Erases     bool   `json:"erases,omitempty"` // the content of the earlier versions is gone
}

// Journal yields the entries in order, from the given number (0 or 1: the first)
// to this view's head.
func (v *View) Journal(from int) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for n := max(from, 1); n <= v.head.Entry; n++ {
			if e, err := readEntry(v.tx, n); !yield(e, err) || err != nil {
				return
			}
		}
	}
}

func readEntry(tx reader, n int) (Entry, error) {
	text := tx.Get(journalBucket, entryKey(n))
	if text == nil {
		return Entry{}, fmt.Errorf("entry %d of the journal: %w", n, casualty.ErrNotFound)
	}
	var e Entry
	if err := json.Unmarshal(text, &e); err != nil {
		return Entry{}, fmt.Errorf("entry %d of the journal cannot be read: %w", n, err)
	}
	e.Hash = hashOf(text)
	return e, nil
}

func hashOf(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// A version of a record is kept as its salt and then its canonical JSON. The
// salt keeps the commitment in the journal from being guessed once the content
// is erased: it goes with the content, and an erased version is empty.
const saltSize = 16

// withdrawn is the text of a record that is there no more: its adding was undone.
var withdrawn = []byte("null")

func splitVersion(version []byte) (salt, text []byte) {
	n := min(len(version), saltSize)
	return version[:n], version[n:]
}

// commitment is what the journal says of a version.
func commitment(version []byte) string { return hashOf(version) }
