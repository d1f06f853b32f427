package curate

import (
	"fmt"
	"slices"

	"tollbook/casualty"
	"tollbook/store"
)

// carryOut does to other records what a decision says of them. Adopted figures
// and claims set aside are no change of a record: the methods heed the decision.
func carryOut(c *store.Change, d casualty.Decision) error {
	switch d.Kind {
	case "grade_incident":
		return Correct(c, string(d.Incident), []Value{{"grade", string(d.Grade)}})
	case "merge_incidents":
		return mergeIncidents(c, casualty.IncidentID(d.Records[0]), d.Incident)
	case "split_incident":
		return relink(c, d.Incident, casualty.IncidentID(d.Records[0]), d.Claims)
	case "merge_origins":
		return mergeOrigins(c, casualty.OriginID(d.Records[1]), casualty.OriginID(d.Records[0]))
	}
	return nil
}

func mergeIncidents(c *store.Change, from, into casualty.IncidentID) error {
	gone, err := store.Incidents.Get(c, from)
	if err != nil {
		return err
	}
	claims, err := speaking(c, "incident", string(from))
	if err != nil {
		return err
	}
	if err := relink(c, from, into, claims); err != nil {
		return err
	}
	if err := mergeOver(c, from, into); err != nil {
		return err
	}
	gone.Notes = fmt.Sprintf("Merged into %s. %s", into, gone.Notes)
	return store.Incidents.Put(c, gone)
}

// mergeOver lets the numbers for several incidents together follow a merge.
func mergeOver(c *store.Change, from, into casualty.IncidentID) error {
	claims, err := speaking(c, "over", string(from))
	if err != nil {
		return err
	}
	for _, id := range claims {
		err := amend(c, id, func(claim *casualty.Claim) error {
			overMerged(claim, from, into)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// overMerged names the incident that stays where a claim over several named the one
// that went. Where only one is left the number is that incident's own.
func overMerged(claim *casualty.Claim, from, into casualty.IncidentID) {
	if !slices.Contains(claim.Over, from) {
		return
	}
	var over []casualty.IncidentID
	for _, id := range claim.Over {
		if id == from {
			id = into
		}
		if !slices.Contains(over, id) {
			over = append(over, id)
		}
	}
	if claim.Over = over; len(over) == 1 {
		claim.Over, claim.Incident = nil, into
	}
}

// relink moves these claims from one incident to another. A claim that left it
// meanwhile stays where it is.
func relink(c *store.Change, from, into casualty.IncidentID, claims []casualty.ClaimID) error {
	for _, id := range claims {
		claim, err := store.Claims.Get(c, id)
		if err != nil {
			return err
		}
		if claim.Incident != from {
			continue
		}
		if err := Link(c, id, into); err != nil {
			return err
		}
	}
	return nil
}

func mergeOrigins(c *store.Change, from, into casualty.OriginID) error {
	gone, err := store.Origins.Get(c, from)
	if err != nil {
		return err
	}
	stays, err := store.Origins.Get(c, into)
	if err != nil {
		return err
	}
	claims, err := speaking(c, "origin", string(from))
	if err != nil {
		return err
	}
	stays.Aliases = append(append(slices.Clone(stays.Aliases), gone.Name), gone.Aliases...)
	gone.Name, gone.Aliases = fmt.Sprintf("%s (merged into %s)", gone.Name, into), nil
	if err := store.Origins.Put(c, gone); err != nil {
		return err
	}
	if err := store.Origins.Put(c, stays); err != nil {
		return err
	}
	for _, id := range claims {
		if err := SetOrigin(c, id, into); err != nil {
			return err
		}
	}
	return nil
}

// speaking are the claims that name a record, by the index of what it is.
func speaking(c *store.Change, index, id string) (claims []casualty.ClaimID, err error) {
	for claim, err := range store.Claims.By(c, index, id) {
		if err != nil {
			return nil, err
		}
		if claim.Erased == "" {
			claims = append(claims, claim.ID)
		}
	}
	return claims, nil
}

// Foresee is the record as a decision that waits would make it, signed off by a
// second person: for the figures before and after, and for nothing that is kept.
func Foresee(r casualty.Record, d casualty.Decision) casualty.Record {
	r.Decisions = slices.Clone(r.Decisions)
	for i, other := range r.Decisions {
		if other.ID == d.ID {
			r.Decisions[i].SignedBy, r.Decisions[i].SignedAt = "a second person", r.AsOf
		}
	}
	if !d.Waits {
		return r
	}
	r.Incidents, r.Claims = slices.Clone(r.Incidents), slices.Clone(r.Claims)
	for i := range r.Incidents {
		if d.Kind == "grade_incident" && r.Incidents[i].ID == d.Incident {
			r.Incidents[i].Grade = d.Grade
		}
	}
	for i := range r.Claims {
		foreseen(&r.Claims[i], d)
	}
	return r
}

func foreseen(claim *casualty.Claim, d casualty.Decision) {
	to := claim.Incident
	switch {
	case d.Kind == "merge_incidents" && string(claim.Incident) == d.Records[0]:
		to = d.Incident
	case d.Kind == "split_incident" && claim.Incident == d.Incident && slices.Contains(d.Claims, claim.ID):
		to = casualty.IncidentID(d.Records[0])
	case d.Kind == "merge_origins" && string(claim.Origin) == d.Records[1]:
		claim.Origin = casualty.OriginID(d.Records[0])
	}
	if to != claim.Incident {
		claim.Incident = to
		linkedAnew(claim, []Value{{Name: "incident"}})
	}
	if d.Kind == "merge_incidents" {
		overMerged(claim, casualty.IncidentID(d.Records[0]), d.Incident)
	}
}
