package store

import (
	"crypto/sha256"
	"encoding/binary"
	"iter"
	"slices"
	"strings"

	"tollbook/casualty"
)

// An index finds the records of a table by a key that they carry.
type index[T any] struct {
	name   string
	keys   func(T) []string // empty keys are not kept
	unique bool             // no two records share a key
	refs   bool             // the keys are ids of other records, which must be there
	folded bool             // keys are names: case and spaces do not count
}

// values are the keys of one record as they are kept: each once, in order.
func (ix index[T]) values(value T) []string {
	var kept []string
	for _, key := range ix.keys(value) {
		if key = ix.fold(key); key != "" {
			kept = append(kept, key)
		}
	}
	slices.Sort(kept)
	return slices.Compact(kept)
}

func (ix index[T]) has(value T, key string) bool {
	return slices.Contains(ix.values(value), ix.fold(key))
}

func (ix index[T]) fold(key string) string {
	if !ix.folded {
		return key
	}
	return strings.ToLower(strings.Join(strings.Fields(key), " "))
}

// An indexKey is where the records with one key of an index stand. Each index has
// a bucket of its own: what is added last then stands last in most of them.
type indexKey struct {
	in     bucket
	index  string
	prefix []byte // the key with its length before it, so that none is the start of another
	unique bool
}

func keyOf(word, index, key string) indexKey {
	const longest = 512 // a longer key is kept as its digest
	if len(key) > longest {
		sum := sha256.Sum256([]byte(key))
		key = string(sum[:])
	}
	prefix := binary.BigEndian.AppendUint16(make([]byte, 0, len(key)+10), uint16(len(key)))
	return indexKey{in: indexBucket(word, index), index: index, prefix: append(prefix, key...)}
}

func indexBucket(word, index string) bucket { return bucket(word + "s by " + index) }

// key is where one record stands.
func (k indexKey) key(r ref) []byte { return number(slices.Clip(k.prefix), r.number) }

// records yields those that stand there, in order.
func (k indexKey) records(tx reader, letter byte) iter.Seq[ref] {
	return func(yield func(ref) bool) {
		for key := range tx.Scan(k.in, k.prefix, nil) {
			if !yield(ref{letter, numberOf(key[len(k.prefix):])}) {
				return
			}
		}
	}
}

// other is a record beside r that has the same unique key.
func (k indexKey) other(tx reader, r ref) (ref, bool) {
	if !k.unique {
		return ref{}, false
	}
	for other := range k.records(tx, r.letter) {
		if other != r {
			return other, true
		}
	}
	return ref{}, false
}

// Short forms for the declarations of the tables.

func one[T any, K ~string](name string, key func(T) K) index[T] {
	return index[T]{name: name, keys: func(v T) []string { return []string{string(key(v))} }}
}

func to[T any, K ~string](name string, key func(T) K) index[T] {
	ix := one(name, key)
	ix.refs = true
	return ix
}

func toMany[T any](name string, keys func(T) []string) index[T] {
	return index[T]{name: name, keys: keys, refs: true}
}

func names[T any](keys func(T) []string) index[T] {
	return index[T]{name: "name", keys: keys, unique: true, folded: true}
}

func strs[K ~string](ids ...K) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}

func bySource(d casualty.Document) []string {
	if d.SHA256 == "" {
		return nil
	}
	return []string{d.SHA256 + " " + string(d.Source)}
}
