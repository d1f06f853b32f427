package curate

import (
	"tollbook/casualty"
	"tollbook/store"
)

// NewOrigin adds an origin; it needs a name that no other one has.
func NewOrigin(c *store.Change, values []Value) (o casualty.Origin, err error) {
	if err := setAll(originFields, &o, values); err != nil {
		return o, err
	}
	if o.Name == "" {
		return o, &casualty.Problem{Where: "name", Want: "who it is, such as head of the region"}
	}
	return store.Origins.Add(c, o)
}

// NewVoice adds an origin under the words with which a claim names it, and says
// that the claim comes from it.
func NewVoice(c *store.Change, id casualty.ClaimID, values []Value) (casualty.Origin, error) {
	o, err := NewOrigin(c, values)
	if err != nil {
		return o, err
	}
	return o, SpeaksAs(c, id, o.ID)
}
