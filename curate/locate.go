package curate

import (
	"errors"

	"tollbook/casualty"
	"tollbook/store"
)

// Locate sets the place of an incident to one that a person chose. The name stays as
// it was where it says more, such as a market within the town.
func Locate(c *store.Change, id casualty.IncidentID, place casualty.Place) error {
	in, err := store.Incidents.Get(c, id)
	if err != nil {
		return err
	}
	if in.Erased != "" {
		return errors.Join(casualty.ErrErased, errors.New(string(id)))
	}
	if in.Place.Name != "" {
		place.Name = in.Place.Name
	}
	in.Place = place
	return store.Incidents.Put(c, in)
}

// WrittenPlaces are the places of an incident as its claims write them, and as it is
// named itself, each once.
func WrittenPlaces(v store.Reader, id casualty.IncidentID) (names []string, err error) {
	in, err := store.Incidents.Get(v, id)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{"": true}
	note := func(name string) {
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	note(in.Place.Name)
	for claim, err := range store.Claims.By(v, "incident", string(id)) {
		if err != nil {
			return nil, err
		}
		note(claim.Place)
	}
	return names, nil
}
