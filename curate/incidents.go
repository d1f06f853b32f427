package curate

import (
	"fmt"
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/store"
)

// NewIncident adds an incident; it needs a title, and nothing else is guessed.
func NewIncident(c *store.Change, in casualty.Incident) (casualty.Incident, error) {
	if in.Title == "" {
		return in, &casualty.Problem{Where: "title", Want: "a title that a reader knows the incident by"}
	}
	return store.Incidents.Add(c, in)
}

// SetIncident sets one field of an incident that is not in the book yet.
func SetIncident(in *casualty.Incident, v Value) error {
	return set(incidentFields, in, v.Name, v.Text)
}

// IncidentFields are the names of what can be set in an incident. The grade is not
// among them: it is a decision, with a second person.
func IncidentFields() []string {
	return slices.DeleteFunc(names(incidentFields), func(name string) bool { return name == "grade" })
}

// DescribeIncident sets fields of an incident by their names, all or none; a
// grade is refused, see [Grade].
func DescribeIncident(c *store.Change, id casualty.IncidentID, values []Value) error {
	for _, v := range values {
		if v.Name == "grade" {
			return &casualty.Problem{Where: "grade", Found: v.Text, Want: "a decision of its own, with its reason"}
		}
	}
	return Correct(c, string(id), values)
}

// Comment adds what somebody remarks to the notes of an incident, with their name
// and the day. Notes stand in no output but the internal one.
func Comment(c *store.Change, id casualty.IncidentID, by string, at casualty.Moment, words string) error {
	in, err := store.Incidents.Get(c, id)
	if err != nil {
		return err
	}
	if words = strings.TrimSpace(words); words == "" {
		return &casualty.Problem{Where: "comment", Want: "what you remark, in words"}
	}
	in.Notes = strings.TrimSpace(in.Notes + "\n" + fmt.Sprintf("%s, %s: %s", by, at.Day(), words))
	return store.Incidents.Put(c, in)
}
