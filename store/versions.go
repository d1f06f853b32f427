package store

import (
	"bytes"
	"fmt"
	"slices"

	"tollbook/casualty"
)

// A Version is one state of one record, and the act that made it.
type Version struct {
	Entry      int             `json:"entry"`
	Version    int             `json:"version"` // 1 is the first
	RecordedAt casualty.Moment `json:"recorded_at"`
	Author     string          `json:"author"`
	What       string          `json:"what"`
	Reason     string          `json:"reason"`
	Withdrawn  bool            `json:"withdrawn,omitempty"` // its adding was undone; Content is empty
	Erased     string          `json:"erased,omitempty"`    // the reason of the erasure; Content is empty
	Content    []byte          `json:"-"`                   // canonical JSON
}

// Versions returns every version of one record up to this view, oldest first.
// The error wraps [casualty.ErrNotFound] if there is none.
func (v *View) Versions(id string) ([]Version, error) {
	r, err := parseRef(id)
	if err != nil {
		return nil, err
	}
	var versions []Version
	for k, content := range v.tx.Scan(versionsBucket, r.key(), nil) {
		if entryOf(k) > v.head.Entry {
			break
		}
		e, err := readEntry(v.tx, entryOf(k))
		if err != nil {
			return nil, err
		}
		version := Version{
			Entry: e.Number, Version: len(versions) + 1, RecordedAt: e.RecordedAt,
			Author: e.Author, What: e.What, Reason: e.Reason,
		}
		if err := v.fill(&version, r, content); err != nil {
			return nil, err
		}
		versions = append(versions, version)
	}
	if len(versions) == 0 {
		return nil, fmt.Errorf("%s: %w", r, casualty.ErrNotFound)
	}
	return versions, nil
}

// Entries are the numbers of the journal's entries up to this view that changed any
// of these records, each once, in their order.
func (v *View) Entries(ids ...string) ([]int, error) {
	var entries []int
	for _, id := range ids {
		r, err := parseRef(id)
		if err != nil {
			return nil, err
		}
		for k := range v.tx.Scan(versionsBucket, r.key(), nil) {
			if n := entryOf(k); n <= v.head.Entry {
				entries = append(entries, n)
			}
		}
	}
	slices.Sort(entries)
	return slices.Compact(entries), nil
}

// VersionOf is the number of a record's newest version, 1 for its first. The
// error wraps [casualty.ErrNotFound].
func VersionOf(from Reader, id string) (int, error) {
	r, err := parseRef(id)
	if err != nil {
		return 0, err
	}
	s, n := from.state(), 0
	for k := range s.tx.Scan(versionsBucket, r.key(), nil) {
		if !s.current && entryOf(k) > s.entry {
			break
		}
		n++
	}
	if n == 0 {
		return 0, fmt.Errorf("%s: %w", r, casualty.ErrNotFound)
	}
	return n, nil
}

// fill sets what is left of a version's content.
func (v *View) fill(version *Version, r ref, content []byte) error {
	_, text := splitVersion(content)
	switch {
	case len(content) == 0:
		text = v.tx.Get(recordsBucket, r.key()) // the tombstone
	case bytes.Equal(text, withdrawn):
		version.Withdrawn = true
		return nil
	}
	d, err := tableOf(r.letter).derive(r, text)
	if version.Erased = d.erasure; d.erasure == "" {
		version.Content = bytes.Clone(text)
	}
	return err
}
