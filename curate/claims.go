package curate

import (
	"fmt"
	"slices"

	"tollbook/casualty"
	"tollbook/store"
)

// Confirm says that the claim is what its document says. From here on it may
// enter figures.
func Confirm(c *store.Change, id casualty.ClaimID) error {
	return amend(c, id, func(claim *casualty.Claim) error {
		if claim.Status == casualty.Retracted {
			return fmt.Errorf("%s is retracted; undo the retraction to bring it back", id)
		}
		claim.Status = casualty.Confirmed
		return nil
	})
}

// Reject says that the claim is not what its document says. It stays readable.
func Reject(c *store.Change, id casualty.ClaimID) error {
	return amend(c, id, func(claim *casualty.Claim) error {
		claim.Status = casualty.Rejected
		return nil
	})
}

// Mend sets fields of a claim by their names, all or none; see FieldHelp.
func Mend(c *store.Change, id casualty.ClaimID, values []Value) error {
	return amend(c, id, func(claim *casualty.Claim) error {
		err := setAll(claimFields, claim, values)
		linkedAnew(claim, values)
		return err
	})
}

// linkedAnew: a number of another incident that has found its own is that
// incident's number, unless the same act says its scope.
func linkedAnew(claim *casualty.Claim, values []Value) {
	named := func(field string) bool {
		return slices.ContainsFunc(values, func(v Value) bool { return v.Name == field })
	}
	if named("incident") && !named("scope") && claim.Incident != "" && claim.Scope == casualty.OtherIncident {
		claim.Scope = casualty.ThisIncident
	}
}

// Link says which incident the claim speaks of. A number of another incident
// than its text's main one has then found its own.
func Link(c *store.Change, id casualty.ClaimID, incident casualty.IncidentID) error {
	return Mend(c, id, []Value{{"incident", string(incident)}})
}

// SetOrigin says who spoke; empty means that the source spoke for itself.
func SetOrigin(c *store.Change, id casualty.ClaimID, origin casualty.OriginID) error {
	return amend(c, id, func(claim *casualty.Claim) error {
		claim.Origin = origin
		return nil
	})
}

// SpeaksAs is SetOrigin, and keeps the claim's own spelling of the origin as an
// alias where no origin has it yet: a person has just said that the two are one.
func SpeaksAs(c *store.Change, id casualty.ClaimID, origin casualty.OriginID) error {
	claim, err := store.Claims.Get(c, id)
	if err != nil {
		return err
	}
	o, err := store.Origins.Get(c, origin)
	if err != nil {
		return err
	}
	if claim.Claimant != "" && !known(c, claim.Claimant) {
		o.Aliases = append(slices.Clone(o.Aliases), claim.Claimant)
		if err := store.Origins.Put(c, o); err != nil {
			return err
		}
	}
	return SetOrigin(c, id, origin)
}

// Retract says that the publisher withdrew the claim, and when. What it had
// replaced stands again.
func Retract(c *store.Change, id casualty.ClaimID, at casualty.Moment) error {
	return amend(c, id, func(claim *casualty.Claim) error {
		if claim.Status != casualty.Confirmed {
			return fmt.Errorf("%s is %s: only a confirmed claim can be retracted", id, claim.Status)
		}
		claim.Status, claim.RetractedAt = casualty.Retracted, at
		return nil
	})
}

// known tells whether some origin has this spelling already. General words, such
// as "regional officials", mean another origin in another place.
func known(c *store.Change, name string) bool {
	for range store.Origins.By(c, "name", name) {
		return true
	}
	return false
}

// RetractAll retracts one claim, or every confirmed claim of a report or document.
func RetractAll(c *store.Change, id string, at casualty.Moment) error {
	index := Kind(id)
	if index == "claim" {
		return Retract(c, casualty.ClaimID(id), at)
	}
	if index != "report" && index != "document" {
		return &casualty.Problem{Found: id, Want: "the id of a claim, report or document, such as c12 or r3"}
	}
	var confirmed []casualty.ClaimID
	for claim, err := range store.Claims.By(c, index, id) {
		if err != nil {
			return err
		}
		if claim.Status == casualty.Confirmed {
			confirmed = append(confirmed, claim.ID)
		}
	}
	if len(confirmed) == 0 {
		return fmt.Errorf("%s has no confirmed claim to retract", id)
	}
	for _, claim := range confirmed {
		if err := Retract(c, claim, at); err != nil {
			return err
		}
	}
	return nil
}

// amend changes one claim and refuses what would leave the record unsound.
func amend(c *store.Change, id casualty.ClaimID, change func(*casualty.Claim) error) error {
	claim, err := store.Claims.Get(c, id)
	if err != nil {
		return err
	}
	if claim.Erased != "" {
		return fmt.Errorf("%s: %w: %s", id, casualty.ErrErased, claim.Erased)
	}
	if err := change(&claim); err != nil {
		return casualty.At(string(id), err)
	}
	if err := sound(c, claim); err != nil {
		return casualty.At(string(id), err)
	}
	return store.Claims.Put(c, claim)
}

// sound checks a claim's count, its codes and that what it names is there.
func sound(c *store.Change, claim casualty.Claim) error {
	if claim.Harm == "" || !claim.Count.Stated() {
		return &casualty.Problem{Want: "a harm and a count: without them a claim says nothing"}
	}
	if err := claim.Count.Check(); err != nil {
		return err
	}
	if claim.Incident != "" {
		if _, err := store.Incidents.Get(c, claim.Incident); err != nil {
			return casualty.At("incident", err)
		}
	}
	if claim.Origin != "" {
		if _, err := store.Origins.Get(c, claim.Origin); err != nil {
			return casualty.At("origin", err)
		}
	}
	for _, other := range []struct {
		field string
		id    casualty.ClaimID
	}{{"subset_of", claim.SubsetOf}, {"repeats", claim.Repeats}, {"supersedes", claim.Supersedes}} {
		if other.id == "" {
			continue
		}
		if other.id == claim.ID {
			return &casualty.Problem{Where: other.field, Found: string(other.id), Want: "another claim than itself"}
		}
		if _, err := store.Claims.Get(c, other.id); err != nil {
			return casualty.At(other.field, err)
		}
	}
	return nil
}
