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
// same copy: it reads only what changed since. Tables in which nothing changed are
// shared with the earlier record, which stays as it is.
//
// changed are the ids of the records that came, changed or went, each once. carried
// is false where the record was read anew and changed says nothing: after an erasure,
// which reaches into the past, after very many changes, in a view of the past, and
// where the earlier record is none of this book.
func (v *View) Renewed(earlier casualty.Record) (now casualty.Record, changed []string, carried bool, err error) {
	refs, ok, err := v.changedSince(earlier)
	if err == nil && !ok {
		now, err = v.Record()
	}
	if err != nil || !ok {
		return now, nil, false, err
	}
	now = earlier
	now.Head, now.Entries, now.AsOf = v.head.Hash, v.head.Entry, v.head.Recorded
	err = errors.Join(
		renew(v, Documents, refs, &now.Documents),
		renew(v, Sources, refs, &now.Sources),
		renew(v, Origins, refs, &now.Origins),
		renew(v, Reports, refs, &now.Reports),
		renew(v, Claims, refs, &now.Claims),
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

// renew lays the records that changed into a table, each in its place by id.
func renew[T any, ID ~string](v *View, t Table[T, ID], changed []ref, values *[]T) error {
	mine := slices.DeleteFunc(slices.Clone(changed), func(r ref) bool { return r.letter != t.letter })
	if len(mine) == 0 {
		return nil
	}
	old, merged := *values, make([]T, 0, len(*values)+len(mine))
	for _, r := range mine {
		at, found := slices.BinarySearchFunc(old, r, func(x T, r ref) int {
			mine, _ := parseRef(string(*t.id(&x)))
			return compareRefs(mine, r)
		})
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
			return err
		}
		merged = append(merged, value)
	}
	if *values = append(merged, old...); len(*values) == 0 {
		*values = nil
	}
	return nil
}
