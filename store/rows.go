package store

import (
	"iter"
	"slices"
	"sort"

	"tollbook/casualty"
)

// pieceLen is how many records a piece holds at first. One that has grown to more than
// twice as many is divided.
const pieceLen = 256

// Rows are records in the order of their ids, in pieces that are never changed: the
// rows of the next state share those in which nothing changed. No piece is empty.
type Rows[T any] struct {
	pieces [][]T
	len    int
	whole  []T // the table that they were taken from; nil after a change
}

// RowsOf takes a table that nobody changes any more.
func RowsOf[T any](list []T) Rows[T] {
	return Rows[T]{slices.Collect(slices.Chunk(list, pieceLen)), len(list), list}
}

// Len is how many records there are.
func (r Rows[T]) Len() int { return r.len }

// All yields every record, in order. Whoever gets one leaves it as it is.
func (r Rows[T]) All() iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for _, piece := range r.pieces {
			for i := range piece {
				if !yield(&piece[i]) {
					return
				}
			}
		}
	}
}

// Find is the record for which compare gives 0; compare orders a record against the
// one that is looked for. It is nil if there is none.
func (r Rows[T]) Find(compare func(*T) int) *T {
	at := r.pieceOf(compare)
	if at < 0 {
		return nil
	}
	piece := r.pieces[at]
	i, ok := sort.Find(len(piece), func(i int) int { return -compare(&piece[i]) })
	if !ok {
		return nil
	}
	return &piece[i]
}

// pieceOf is the last piece that does not begin after a record; -1: all do.
func (r Rows[T]) pieceOf(compare func(*T) int) int {
	return sort.Search(len(r.pieces), func(i int) bool { return compare(&r.pieces[i][0]) > 0 }) - 1
}

// list are all records in one table, which nobody changes; none is nil.
func (r Rows[T]) list() []T {
	if r.whole != nil {
		return r.whole
	}
	return slices.Concat(r.pieces...)
}

// with are the rows after a change: each piece that holds, or has to take in, a record
// that changed is given to merge with the refs that concern it.
func (r Rows[T]) with(changed []ref, compare func(*T, ref) int, merge func(piece []T, mine []ref) ([]T, error)) (Rows[T], error) {
	next := Rows[T]{}
	for at := 0; at == 0 || at < len(r.pieces); at++ {
		var piece []T
		if at < len(r.pieces) {
			piece = r.pieces[at]
		}
		mine := len(changed)
		if at+1 < len(r.pieces) {
			mine = sort.Search(len(changed), func(i int) bool { return compare(&r.pieces[at+1][0], changed[i]) <= 0 })
		}
		if mine > 0 {
			var err error
			if piece, err = merge(piece, changed[:mine]); err != nil {
				return r, err
			}
		}
		next.add(piece)
		changed = changed[mine:]
	}
	return next, nil
}

func (r *Rows[T]) add(piece []T) {
	r.len += len(piece)
	switch {
	case len(piece) > 2*pieceLen:
		r.pieces = slices.AppendSeq(r.pieces, slices.Chunk(piece, pieceLen))
	case len(piece) > 0:
		r.pieces = append(r.pieces, piece)
	}
}

// A Held is a record that is carried from state to state, with its claims in pieces: a
// book has more of them than of anything else, and to copy all for a change of one
// takes long.
type Held struct {
	casualty.Record // without its claims
	Claims          Rows[casualty.Claim]
}

// Hold takes a record that nobody changes any more.
func Hold(r casualty.Record) Held {
	h := Held{r, RowsOf(r.Claims)}
	h.Record.Claims = nil
	return h
}

// Whole is the record with its claims in one table. After a change that is a copy.
func (h Held) Whole() casualty.Record {
	r := h.Record
	r.Claims = h.Claims.list()
	return r
}
