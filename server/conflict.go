package server

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/store"
)

// A conflict is what two people did to one record at the same time: what the one whose
// form is shown again saw and wrote, and what stands there now. That person decides.
type conflict struct {
	ID    string
	Entry int    // of the journal, that changed it last
	By    string // who did
	To    string // the record's page, as it is now
	Rows  []conflictRow
}

// A conflictRow is one field that either of them changed. Typed: the one whose form is
// shown again changed it there. What only the other one changed, the form takes over.
type conflictRow struct {
	Field, Was, Now, Yours string
	Typed                  bool
}

// conflicts are those of the records that a request named with their versions.
func (v *visit) conflicts(form map[string][]string) (all []conflict) {
	seen := map[string]int{v.param("id"): v.version}
	for _, named := range form["claims"] { // of several claims that are decided on together
		if id, version, ok := strings.Cut(named, "@"); ok {
			seen[id], _ = strconv.Atoi(version)
		}
	}
	_ = v.Book.Read(store.At{}, func(view *store.View) error { // without it, the form says that something changed
		for id, version := range seen {
			if c, ok := conflictOn(view, id, version, form); ok && version > 0 {
				all = append(all, c)
			}
		}
		return nil
	})
	slices.SortFunc(all, func(a, b conflict) int { return compareIDs(a.ID, b.ID) })
	s, err := v.showing()
	for i := range all {
		if err == nil {
			all[i].To = s.place(all[i].ID)
		}
	}
	return all
}

// conflictOn compares the version that somebody saw with the newest one.
func conflictOn(view *store.View, id string, version int, form map[string][]string) (c conflict, ok bool) {
	versions, err := view.Versions(id)
	if err != nil || version < 1 || version >= len(versions) {
		return c, false
	}
	was, is := versions[version-1], versions[len(versions)-1]
	if is.Erased != "" || was.Erased != "" {
		return c, false
	}
	c = conflict{ID: id, Entry: is.Entry, By: is.Author}
	before, now := settable(id, was.Content), settable(id, is.Content)
	named := map[string]bool{"place": true}
	for i := range before {
		named[before[i].Name] = true
		row := conflictRow{Field: before[i].Name, Was: before[i].Text, Now: now[i].Text}
		yours, sent := typed(form, row.Field)
		if row.Yours, row.Typed = yours, sent && yours != row.Was; sent && !row.Typed {
			takeOver(form, row.Field, row.Now)
		}
		if row.Was != row.Now || row.Typed {
			c.Rows = append(c.Rows, row)
		}
	}
	for _, f := range fieldsThatDiffer(was.Content, is.Content) {
		if top, _, _ := strings.Cut(f.Field, "."); !named[top] {
			c.Rows = append(c.Rows, conflictRow{Field: f.Field, Was: f.Before, Now: f.After})
		}
	}
	return c, true
}

// takeOver puts what stands in the record now into a form that is shown again.
func takeOver(form map[string][]string, field, now string) {
	for _, name := range []string{field, "set." + field} {
		if _, sent := form[name]; sent {
			form[name] = []string{now}
		}
	}
}

// settable are the fields of one version of a record that a person may set.
func settable(id string, content []byte) []curate.Value {
	switch curate.Kind(id) {
	case "claim":
		return curate.ValuesOf(decoded[casualty.Claim](content))
	case "incident":
		return curate.ValuesOf(decoded[casualty.Incident](content))
	case "source":
		return curate.ValuesOf(decoded[casualty.Source](content))
	case "origin":
		return curate.ValuesOf(decoded[casualty.Origin](content))
	}
	return nil
}

func decoded[T any](content []byte) (record T) {
	_ = json.Unmarshal(content, &record) // a version that was withdrawn has no content, and states nothing
	return record
}

// typed is what a form sets a field to; not ok where it does not set it.
func typed(form map[string][]string, field string) (value string, ok bool) {
	values := slices.Concat(form[field], form["set."+field])
	if len(values) == 0 {
		return "", false
	}
	if value = strings.TrimSpace(values[len(values)-1]); value == "no" {
		value = "" // as a box that is not ticked reads
	}
	return value, true
}
