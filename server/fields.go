package server

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"tollbook/store"
)

// A RecordChange is what an entry did to one record.
type RecordChange struct {
	ID      string        `json:"id"`
	Kind    string        `json:"kind"`
	Version int           `json:"version"`
	What    string        `json:"what" enum:"added,changed,withdrawn,erased"`
	Fields  []fieldChange `json:"fields"`
}

// A fieldChange is one field before and after; an empty value is one that is not stated.
type fieldChange struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// A versionChange is one version of a record: who made it, why, and what it changed.
type versionChange struct {
	Entry    int    `json:"entry"`
	Recorded string `json:"recorded_at"`
	Author   string `json:"author"`
	Act      string `json:"act"`
	Reason   string `json:"reason"`
	RecordChange
}

// changeOf compares one version of a record with the one before.
func changeOf(view *store.View, c store.EntryChange) (RecordChange, error) {
	versions, err := view.Versions(c.ID)
	if err != nil {
		return RecordChange{}, err
	}
	for i, v := range versions {
		if v.Version == c.Version {
			return compared(c.ID, c.Kind, versions, i), nil
		}
	}
	return RecordChange{ID: c.ID, Kind: c.Kind, Version: c.Version, What: "erased"}, nil
}

func compared(id, kind string, versions []store.Version, i int) RecordChange {
	now := versions[i]
	change := RecordChange{ID: id, Kind: kind, Version: now.Version, What: "changed", Fields: []fieldChange{}}
	var before []byte
	if i > 0 {
		before = versions[i-1].Content
	}
	switch {
	case now.Erased != "":
		change.What = "erased"
		return change
	case now.Withdrawn:
		change.What = "withdrawn"
	case len(before) == 0:
		change.What = "added"
	}
	change.Fields = fieldsThatDiffer(before, now.Content)
	return change
}

// history are all versions of a record.
func (v *visit) history(id string) (all []versionChange, err error) {
	err = v.Book.Read(v.at, func(view *store.View) error {
		versions, err := view.Versions(id)
		if err != nil {
			return err
		}
		for i, x := range versions {
			all = append(all, versionChange{x.Entry, string(x.RecordedAt), x.Author, x.What, x.Reason, compared(id, "", versions, i)})
		}
		return nil
	})
	return all, err
}

// fieldsThatDiffer compares two versions of a record, field by field.
func fieldsThatDiffer(before, after []byte) []fieldChange {
	was, is := fieldsOf(before), fieldsOf(after)
	var names []string
	for name := range was {
		names = append(names, name)
	}
	for name := range is {
		if _, both := was[name]; !both {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	changes := []fieldChange{}
	for _, name := range names {
		if was[name] != is[name] {
			changes = append(changes, fieldChange{name, was[name], is[name]})
		}
	}
	return changes
}

// fieldsOf lays a record's JSON flat: "quote.text".
func fieldsOf(text []byte) map[string]string {
	fields := map[string]string{}
	var value map[string]any
	if json.Unmarshal(text, &value) == nil {
		flatten("", value, fields)
	}
	delete(fields, "id")
	return fields
}

func flatten(name string, value any, into map[string]string) {
	switch x := value.(type) {
	case map[string]any:
		for k, v := range x {
			flatten(strings.TrimPrefix(name+"."+k, "."), v, into)
		}
	case []any:
		parts := make([]string, len(x))
		for i, v := range x {
			parts[i] = fmt.Sprint(v)
		}
		into[name] = strings.Join(parts, "; ")
	case nil:
	default:
		if strings.HasSuffix(name, "sealed_name") {
			x = "(sealed)" // it stands in no output
		}
		into[name] = fmt.Sprint(x)
	}
}
