package curate

import (
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
