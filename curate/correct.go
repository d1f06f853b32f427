package curate

import (
	"errors"
	"fmt"
	"strings"

	"tollbook/casualty"
	"tollbook/store"
)

// A Value is one field to set, by its name in the record.
type Value struct{ Name, Text string }

// ParseValue reads FIELD=VALUE.
func ParseValue(text string) (Value, error) {
	name, value, ok := strings.Cut(text, "=")
	if !ok {
		return Value{}, &casualty.Problem{Found: text, Want: `a field and its value, such as "count=at least 12"`}
	}
	return Value{strings.TrimSpace(name), strings.TrimSpace(value)}, nil
}

func setAll[T any](fields []field[T], record *T, values []Value) error {
	var problems []error
	for _, v := range values {
		problems = append(problems, set(fields, record, v.Name, v.Text))
	}
	return errors.Join(problems...)
}

// Correct sets fields of a claim, incident, source or origin by their names, all
// or none. The earlier version stays readable.
func Correct(c *store.Change, id string, values []Value) error {
	switch Kind(id) {
	case "claim":
		return Mend(c, casualty.ClaimID(id), values)
	case "incident":
		return correct(c, store.Incidents, casualty.IncidentID(id), incidentFields, values)
	case "source":
		return correct(c, store.Sources, casualty.SourceID(id), sourceFields, values)
	case "origin":
		return correct(c, store.Origins, casualty.OriginID(id), originFields, values)
	}
	return &casualty.Problem{Found: id, Want: "the id of a claim, incident, source or origin, such as c12 or i3"}
}

func correct[T any, ID ~string](c *store.Change, table store.Table[T, ID], id ID, fields []field[T], values []Value) error {
	record, err := table.Get(c, id)
	if err != nil {
		return err
	}
	if err := setAll(fields, &record, values); err != nil {
		return casualty.At(string(id), err)
	}
	return table.Put(c, record)
}

// kinds tells the kind of a record by the letter of its id.
var kinds = map[byte]string{
	'd': "document", 's': "source", 'o': "origin", 'r': "report", 'c': "claim",
	'i': "incident", 'v': "victim", 'j': "decision", 'e': "release",
}

// Kind tells what an id names: "claim" for c12; empty if it is no id.
func Kind(id string) string {
	if len(id) < 2 || strings.Trim(id[1:], "0123456789") != "" {
		return ""
	}
	return kinds[id[0]]
}

// FieldHelp lists what Correct can set, with an example each.
func FieldHelp() string {
	var b strings.Builder
	help(&b, "claims", claimFields)
	help(&b, "incidents", incidentFields)
	help(&b, "sources", sourceFields)
	help(&b, "origins", originFields)
	return b.String()
}

// ClaimFields are the names of what can be set in a claim.
func ClaimFields() []string { return names(claimFields) }

func help[T any](b *strings.Builder, kind string, fields []field[T]) {
	fmt.Fprintf(b, "Fields of %s:\n", kind)
	for _, f := range fields {
		fmt.Fprintf(b, "  %-12s such as %s\n", f.name, f.want)
	}
}
