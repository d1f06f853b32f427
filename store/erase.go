package store

import (
	"fmt"
	"slices"

	"tollbook/casualty"
)

// Erase takes the content of a record out of the book for good, in all its
// versions, because a law or a promise asks for it. A tombstone stays: the id and
// the reason, which must not repeat what is erased. Erasing a document takes its
// bytes and digest, and the reports and claims made of it; erasing a report takes
// its claims. The journal still verifies, because it never held the content.
//
// The words of an erased claim still stand in its document. Backups made before,
// and files exported from the book, are not reached.
func (c *Change) Erase(id, reason string) error {
	r, err := parseRef(id)
	if err != nil {
		return err
	}
	if reason == "" {
		return &casualty.Problem{Where: "erase " + id, Want: "the reason, which stays in the book"}
	}
	group, err := c.madeOf(r)
	if err != nil {
		return err
	}
	for _, r := range group {
		if err := c.erase(r, reason); err != nil {
			return err
		}
	}
	return c.tx.Put(bookBucket, []byte("scrub"), []byte("due"))
}

// madeOf lists a record and what goes with it, in order. Withdrawn ones go too:
// their versions hold content.
func (c *Change) madeOf(r ref) ([]ref, error) {
	there, erased := c.known(r)
	switch {
	case !there:
		return nil, fmt.Errorf("%s: %w", r, casualty.ErrNotFound)
	case erased:
		return nil, fmt.Errorf("%s: %w already", r, casualty.ErrErased)
	}
	group := []ref{r}
	for _, k := range []kind{Reports, Claims} {
		if r.letter != Documents.letter && (r.letter != Reports.letter || k.of() == Reports.letter) {
			continue
		}
		found, err := c.speaking(k, r)
		if err != nil {
			return nil, err
		}
		group = append(group, found...)
	}
	return group, nil
}

// known tells whether a record is there in any version, and whether it is erased.
func (c *Change) known(r ref) (there, erased bool) {
	for _, version := range c.tx.Scan(versionsBucket, r.key(), nil) {
		there, erased = true, erased || len(version) == 0
	}
	return there || c.tx.Get(recordsBucket, r.key()) != nil, erased || c.erased[r]
}

// speaking lists the records of one kind that speak of r in any version and are
// not erased yet.
func (c *Change) speaking(k kind, r ref) ([]ref, error) {
	var found []ref
	note := func(by ref, text []byte) error {
		if string(text) == string(withdrawn) || slices.Contains(found, by) {
			return nil
		}
		d, err := k.derive(by, text)
		if err == nil && slices.Contains(d.refs, r.String()) {
			found = append(found, by)
		}
		return err
	}
	for key, version := range c.tx.Scan(versionsBucket, []byte{k.of()}, nil) {
		if len(version) == 0 {
			continue
		}
		if _, text := splitVersion(version); note(refOf(key), text) != nil {
			return nil, note(refOf(key), text)
		}
	}
	for key, text := range c.tx.Scan(recordsBucket, []byte{k.of()}, nil) {
		if err := note(refOf(key), text); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// erase empties every version of one record and puts its tombstone in its place.
func (c *Change) erase(r ref, reason string) error {
	for key, version := range c.tx.Scan(versionsBucket, r.key(), nil) {
		_, text := splitVersion(version)
		if string(text) == string(withdrawn) || len(version) == 0 {
			continue
		}
		if err := c.rememberRow(text); err != nil {
			return err
		}
		if err := c.tx.Put(versionsBucket, key, nil); err != nil {
			return err
		}
	}
	if r.letter == Documents.letter {
		for key := range c.tx.Scan(contentsBucket, number(nil, r.number), nil) {
			if err := c.tx.Delete(contentsBucket, key); err != nil {
				return err
			}
		}
	}
	if r.letter == Releases.letter {
		if err := c.dropFiles(r); err != nil {
			return err
		}
	}
	tombstone, err := tableOf(r.letter).tombstone(r, reason)
	if err != nil {
		return err
	}
	c.erased[r] = true
	return c.set(r, tombstone)
}

// scrub takes what was erased out of the file's free space, and notes that it is
// done. If it is cut off, the next Open does it.
func (b *Book) scrub() error {
	if err := b.engine.Scrub(); err != nil {
		return fmt.Errorf("what was erased is out of the record, but its traces are still in the file; close the book and open it again: %w", err)
	}
	return b.engine.Update(func(tx writer) error { return tx.Delete(bookBucket, []byte("scrub")) })
}
