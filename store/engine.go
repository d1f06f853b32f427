package store

import "iter"

// A bucket is one ordered set of keys within a book; doc.go draws them all.
type bucket string

// An engine keeps ordered keys and values. Everything that makes a book of them
// (journal, versions, indexes, tables) is written once, above it.
//
// A slice that an engine hands out is valid until its transaction ends or
// writes, and must not be changed.
type engine interface {
	// View runs fn on one unchanging state.
	View(fn func(reader) error) error
	// Update runs fn alone. If fn fails, nothing happened; if Update returns
	// nil, what fn wrote survives the end of the process and of the machine.
	Update(fn func(writer) error) error
	// UpdateLarge is Update for more than memory should hold. It needs as much room
	// on the disk again as the book takes; readers see the state before it until it
	// is done.
	UpdateLarge(fn func(largeWriter) error) error
	// Scrub overwrites what deleted values have left in the file.
	Scrub() error
	// Damage lists what is wrong below the keys and values.
	Damage() []string
	Close() error
}

// A reader looks at one state.
type reader interface {
	// Get returns the value, nil if there is none.
	Get(b bucket, key []byte) []byte
	// Scan yields the keys that begin with prefix, in byte order, from the first
	// that is not before from; a nil from begins at the first.
	Scan(b bucket, prefix, from []byte) iter.Seq2[[]byte, []byte]
}

// A writer changes the state of one Update. It may write while it scans: a scan
// sees each key once, and perhaps keys that were written ahead of it. A key or
// value that cannot be kept fails the Put, or else the Update. A value that was put
// must not be changed until the Update ends.
type writer interface {
	reader
	Put(b bucket, key, value []byte) error
	Delete(b bucket, key []byte) error
}

// A largeWriter lets go of what it holds in memory when it settles. What it
// handed out before is then no longer valid.
type largeWriter interface {
	writer
	Settle() error
}
