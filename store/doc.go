// Package store keeps the book: the record, and the journal of who changed what,
// when and why.
//
// One act of a person is one transaction and one entry of the journal ([Book.Do]).
// Nothing is changed in place: an act writes new versions, what was before stays
// readable ([View.Versions]), and the book can be read as it stood after any entry
// or at any time ([Book.Read], [At]). Erasing ([Change.Erase]) is the one act that
// takes content away; a tombstone stays, and the chain still verifies.
//
// The logic stands over a small ordered key-value engine; bolt.go is the engine
// over one bbolt file, and the only place that knows bbolt. A book is these
// buckets:
//
//	book
//	├── format, schema, copy, created    : what the file is, its layout, the copy's id, when it was made
//	├── head                             : {"entry", "hash", "recorded"} of the journal's last entry
//	├── columns                          : layout and head that the columns belong to
//	├── outlines                         : name and head that the outlines belong to
//	└── scrub                            : there while traces of erased content may be in the file
//	counters
//	╘══ *letter*                         : the last number given to this kind, decimal
//	journal
//	╘══ *entry, 8 bytes*                 : the entry, JSON; its SHA-256 is its hash, "prev" of the next
//	versions
//	╘══ *letter* *number, 8* *entry, 8*  : salt, 16 bytes, and the record, JSON; "null": withdrawn; empty: erased
//	records
//	╘══ *letter* *number, 8*             : the newest version, JSON
//	contents
//	╘══ *document number, 8* *chunk, 4*  : at most 512 KiB of the bytes as received; from chunk 2^31 on, of the text made of them
//	files
//	╘══ *release number, 8* *file, 4* *chunk, 4* : at most 512 KiB of a release's file
//	columns
//	╘══ *incident, 8* *claim, 8*         : a row of 40 bytes, see [Columns]
//	shelf
//	╘══ *drawer* 0 *key*                 : what a server keeps beside the record, JSON, see [Drawer]
//	outlines
//	╘══ *incident, 8*                    : the entry after which it was made, 8, and the row, see [Outline]
//	claims by incident, and so on for each index
//	╘══ *length, 2* *key* *number, 8*    : empty; a key is at most 512 bytes, a longer one its SHA-256
//
// Letters are those of the ids: d document, s source, o origin, r report, c claim,
// i incident, v victim, j decision, e release. Numbers are big-endian, so that the
// order of the keys is the order of the ids. JSON is canonical: fields in the order
// of their struct, no space.
//
// records, columns, outlines and indexes are derived from versions; [Book.Check] computes them
// anew and compares.
package store
