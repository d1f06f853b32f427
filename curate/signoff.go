package curate

import (
	"errors"

	"tollbook/casualty"
	"tollbook/store"
)

// ErrOwn: nobody signs off their own decision.
var ErrOwn = errors.New("one's own decision")

// SignOff puts a second person's name to a decision, and does what it says of
// other records if that waited. By must come from an account
// that signed in; whoever opens a file can write any name. The error wraps [ErrOwn]
// for the author, by whatever spelling of the name.
func SignOff(c *store.Change, id casualty.DecisionID, by string, at casualty.Moment) error {
	d, err := store.Decisions.Get(c, id)
	switch {
	case err != nil:
		return err
	case d.Erased != "":
		return casualty.At(string(id), casualty.ErrErased)
	case by == "" || folded(by) == folded(d.By):
		return casualty.At(string(id), ErrOwn)
	case d.SignedBy != "":
		return &casualty.Problem{Where: string(id), Found: d.SignedBy, Want: "a decision that waits: this one is signed off"}
	}
	if d.Waits {
		if err := carryOut(c, d); err != nil {
			return casualty.At(string(id), err)
		}
	}
	d.SignedBy, d.SignedAt, d.Waits = by, at, false
	return store.Decisions.Put(c, d)
}
