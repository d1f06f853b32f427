package store

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"

	"tollbook/casualty"
)

// The buckets of a book; doc.go draws them.
const (
	bookBucket     bucket = "book"
	countersBucket bucket = "counters"
	journalBucket  bucket = "journal"
	versionsBucket bucket = "versions"
	recordsBucket  bucket = "records"
	contentsBucket bucket = "contents"
	columnsBucket  bucket = "columns"
	filesBucket    bucket = "files"
	shelfBucket    bucket = "shelf"
	outlinesBucket bucket = "outlines"
)

// plainBuckets are those that are no index; buckets are all, in the order in
// which a copy is written.
var (
	plainBuckets = []bucket{bookBucket, countersBucket, journalBucket, versionsBucket, recordsBucket, contentsBucket, columnsBucket, filesBucket, shelfBucket, outlinesBucket}
	buckets      = slices.Clone(plainBuckets)
)

// A ref names one record: the letter of its kind and its number.
type ref struct {
	letter byte
	number uint64
}

func (r ref) String() string { return string(r.letter) + strconv.FormatUint(r.number, 10) }

// parseRef reads an id such as "c12". Ids have one spelling: "c012" is none.
func parseRef(id string) (ref, error) {
	if len(id) >= 2 {
		n, err := strconv.ParseUint(id[1:], 10, 63)
		r := ref{id[0], n}
		if err == nil && n > 0 && r.String() == id && tableOf(r.letter) != nil {
			return r, nil
		}
	}
	return ref{}, fmt.Errorf("%w: %q is no id of a record, want a letter and a number such as c12 for a claim, i3 for an incident", casualty.ErrNotFound, casualty.Shorten(id, 20))
}

// key is a letter and a number, so that bytes sort as numbers do: c2 before c10.
func (r ref) key() []byte { return number([]byte{r.letter}, r.number) }

func refOf(key []byte) ref { return ref{key[0], numberOf(key[1:])} } // bbolt keeps no empty key

// versionKey is a record's key and the entry that wrote the version.
func (r ref) versionKey(entry int) []byte { return number(r.key(), uint64(entry)) }

func number(prefix []byte, n uint64) []byte { return binary.BigEndian.AppendUint64(prefix, n) }

// numberOf reads a number from a key. Only a damaged file has a key too short
// for it, and an engine makes an error of that.
func numberOf(key []byte) uint64 {
	if len(key) < 8 {
		panic(&damage{"a key is too short"})
	}
	return binary.BigEndian.Uint64(key)
}

func entryKey(entry int) []byte { return number(nil, uint64(entry)) }
