package store

import (
	"errors"
	"slices"

	"tollbook/casualty"
)

// Bounds of what is worth bringing up to date; beyond them reading anew is as fast.
const (
	mostRenewed     = 4096    // changes
	mostRenewedText = 1 << 20 // bytes of the journal
)

// Renewed is [View.Record] for whoever holds a record of an earlier entry of the
// same copy: it reads only what changed since. Tables in which nothing changed, and
// pieces of claims, are shared with the earlier record, which stays as it is.
//
// changed are the ids of the records that came, changed or went, each once. carried
// is false where the record was read anew and changed says nothing: after an erasure,
// which reaches into the past, after very many changes, in a view of the past, and
// where the earlier record is none of this book.
func (v *View) Renewed(earlier Held) (now Held, changed []string, carried bool, err error) {
	refs, ok, err := v.changedSince(earlier.Record)
	if err == nil && !ok {
		var record casualty.Record
		record, err = v.Record()
		now = Hold(record)
	}
	if err != nil || !ok {
		return now, nil, false, err
	}
	now = earlier
	now.Head, now.Entries, now.AsOf = v.head.Hash, v.head.Entry, v.head.Recorded
	now.Claims, err = renewRows(v, Claims, refs, now.Claims)
	err = errors.Join(err,
		renew(v, Documents, refs, &now.Documents),
		renew(v, Sources, refs, &now.Sources),
		renew(v, Origins, refs, &now.Origins),
		renew(v, Reports, refs, &now.Reports),
		renew(v, Incidents, refs, &now.Incidents),
		renew(v, Victims, refs, &now.Victims),
		renew(v, Decisions, refs, &now.Decisions),
		renew(v, Releases, refs, &now.Releases),
	)
	for _, r := range refs {
		changed = append(changed, r.String())
	}
	return now, changed, true, err
}

// changedSince lists, by id, what the entries after a record's changed; not ok where
// the record has to be read anew.
func (v *View) changedSince(earlier casualty.Record) (refs []ref, ok bool, err error) {
	if !v.current || earlier.Book != v.book.id || earlier.Entries > v.head.Entry {
		return nil, false, nil
	}
	last, texts := earlier.Head, 0
	for n := earlier.Entries + 1; n <= v.head.Entry; n++ {
		if texts += len(v.tx.Get(journalBucket, entryKey(n))); texts > mostRenewedText {
			return nil, false, nil
		}
		e, err := readEntry(v.tx, n)
		if err != nil || e.Prev != last {
			return nil, false, err
		}
		last = e.Hash
		for _, c := range e.Changes {
			r, err := parseRef(c.ID)
			if err != nil || c.Erases {
				return nil, false, err
			}
			refs = append(refs, r)
		}
	}
	slices.SortFunc(refs, compareRefs)
	refs = slices.Compact(refs)
	return refs, last == v.head.Hash && len(refs) <= mostRenewed, nil
}

// mine are the refs of one table.
func (t Table[T, ID]) mine(refs []ref) []ref {
	return slices.DeleteFunc(slices.Clone(refs), func(r ref) bool { return r.letter != t.letter })
}

// compare orders a record of the table against a ref.
func (t Table[T, ID]) compare(x *T, r ref) int {
	mine, _ := parseRef(string(*t.id(x)))
	return compareRefs(mine, r)
}

// renew lays the records that changed into a table.
func renew[T any, ID ~string](v *View, t Table[T, ID], changed []ref, values *[]T) error {
	mine := t.mine(changed)
	if len(mine) == 0 {
		return nil
	}
	merged, err := t.merged(v, *values, mine)
	if *values = merged; len(merged) == 0 {
		*values = nil
	}
	return err
}

// renewRows is renew for a table in pieces.
func renewRows[T any, ID ~string](v *View, t Table[T, ID], changed []ref, rows Rows[T]) (Rows[T], error) {
	mine := t.mine(changed)
	if len(mine) == 0 {
		return rows, nil
	}
	return rows.with(mine, t.compare, func(piece []T, mine []ref) ([]T, error) { return t.merged(v, piece, mine) })
}

// merged is a copy of records in the order of their ids, with those that changed, each
// in its place.
func (t Table[T, ID]) merged(v *View, old []T, changed []ref) ([]T, error) {
	merged := make([]T, 0, len(old)+len(changed))
	for _, r := range changed {
		at, found := slices.BinarySearchFunc(old, r, func(x T, r ref) int { return t.compare(&x, r) })
		merged, old = append(merged, old[:at]...), old[at:]
		if found {
			old = old[1:]
		}
		text := v.state().get(r)
		if text == nil {
			continue // withdrawn
		}
		value, err := decode[T](r, text)
		if err != nil {
			return nil, err
		}
		merged = append(merged, value)
	}
	return append(merged, old...), nil
}
