package curate

import (
	"fmt"
	"slices"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/store"
)

// A Judgment is what a person decides beyond one claim: with a reason, an author
// and a time. On a book without accounts it is in force at once and says that no
// second person signed it.
type Judgment struct {
	Reason string
	By     string
	At     casualty.Moment // when it was decided
	// Waits: the book has accounts, so what the decision does to other records is
	// done by [SignOff] and not before.
	Waits bool
}

// decision checks the judgment and starts its record.
func (j Judgment) decision(kind casualty.DecisionKind) (casualty.Decision, error) {
	if j.Reason == "" {
		return casualty.Decision{}, &casualty.Problem{Where: "reason", Want: "why: a decision without a reason cannot be defended"}
	}
	if j.By == "" {
		return casualty.Decision{}, &casualty.Problem{Where: "by", Want: "who decides"}
	}
	return casualty.Decision{Kind: kind, Reason: j.Reason, By: j.By, At: j.At, Waits: j.Waits}, nil
}

// made stores a decision, and does what it says unless that waits.
func made(c *store.Change, d casualty.Decision) (casualty.Decision, error) {
	if !d.Waits {
		if err := carryOut(c, d); err != nil {
			return d, err
		}
	}
	return store.Decisions.Add(c, d)
}

// Adopt adopts a figure of an incident: low to high, open above or not, resting
// on these claims.
func Adopt(c *store.Change, j Judgment, incident casualty.IncidentID, harm casualty.Harm, low, high int, open bool, best *int, claims []casualty.ClaimID) (casualty.Decision, error) {
	d, err := j.decision("adopt_figure")
	if err != nil {
		return d, err
	}
	figure, problem := aggregate.AdoptedRange(low, high, open)
	if problem != "" {
		return d, &casualty.Problem{Where: "figure", Found: fmt.Sprintf("%d to %d", low, high), Want: "a low that is not above the high"}
	}
	if !slices.Contains(casualty.Harms, harm) {
		return d, &casualty.Problem{Where: "harm", Found: string(harm), Want: "one of " + fmt.Sprint(casualty.Harms)}
	}
	if err := speakOf(c, incident, claims); err != nil {
		return d, err
	}
	d.Incident, d.Harm, d.Figure, d.Best, d.Claims, d.Waits = incident, harm, figure, best, claims, false
	return store.Decisions.Add(c, d)
}

// speakOf tells which of the claims does not speak of the incident.
func speakOf(c *store.Change, incident casualty.IncidentID, claims []casualty.ClaimID) error {
	for _, id := range claims {
		claim, err := store.Claims.Get(c, id)
		if err != nil {
			return err
		}
		if !claim.Enters() {
			return &casualty.Problem{Where: "claims", Found: string(id), Want: fmt.Sprintf("confirmed claims: %s is %s", id, claim.Status)}
		}
		if claim.Incident != incident {
			return &casualty.Problem{Where: "claims", Found: string(id), Want: "claims of " + string(incident)}
		}
	}
	return nil
}

// Grade says how well an incident is established.
func Grade(c *store.Change, j Judgment, incident casualty.IncidentID, grade string) (casualty.Decision, error) {
	d, err := j.decision("grade_incident")
	if err != nil {
		return d, err
	}
	in, err := store.Incidents.Get(c, incident)
	if err != nil {
		return d, err
	}
	if err := SetIncident(&in, Value{"grade", grade}); err != nil {
		return d, err
	}
	d.Incident, d.Grade = incident, in.Grade
	return made(c, d)
}

// SetAside keeps claims out of the figures of their incident. They stay readable,
// listed with the decision.
func SetAside(c *store.Change, j Judgment, incident casualty.IncidentID, claims []casualty.ClaimID) (casualty.Decision, error) {
	d, err := j.decision("set_aside")
	if err != nil {
		return d, err
	}
	if len(claims) == 0 {
		return d, &casualty.Problem{Where: "claims", Want: "the ids of the claims to set aside"}
	}
	if err := speakOf(c, incident, claims); err != nil {
		return d, err
	}
	d.Incident, d.Claims, d.Waits = incident, claims, false
	return store.Decisions.Add(c, d)
}

// MergeIncidents says that two incidents are one: the claims of from become
// claims of into. The emptied incident stays readable, and says where it went.
func MergeIncidents(c *store.Change, j Judgment, from, into casualty.IncidentID) (casualty.Decision, error) {
	d, err := j.decision("merge_incidents")
	if err != nil {
		return d, err
	}
	if from == into {
		return d, &casualty.Problem{Where: "merge", Found: string(from), Want: "two incidents"}
	}
	if d.Claims, err = speaking(c, "incident", string(from)); err != nil {
		return d, err
	}
	for _, id := range []casualty.IncidentID{from, into} {
		if _, err := store.Incidents.Get(c, id); err != nil {
			return d, err
		}
	}
	d.Incident, d.Records = into, []string{string(from)}
	return made(c, d)
}

// SplitIncident takes claims out of an incident into a new one.
func SplitIncident(c *store.Change, j Judgment, from casualty.IncidentID, into casualty.Incident, claims []casualty.ClaimID) (casualty.Decision, error) {
	d, err := j.decision("split_incident")
	if err != nil {
		return d, err
	}
	if len(claims) == 0 {
		return d, &casualty.Problem{Where: "claims", Want: "the ids of the claims that go into the new incident"}
	}
	if err := speakOf(c, from, claims); err != nil {
		return d, err
	}
	if into, err = NewIncident(c, into); err != nil {
		return d, err
	}
	d.Incident, d.Claims, d.Records = from, claims, []string{string(into.ID)}
	return made(c, d)
}

// MergeOrigins says that two origins are one: the claims of from become claims of
// into, and its names other spellings. The emptied origin stays readable under a
// name that says where it went.
func MergeOrigins(c *store.Change, j Judgment, from, into casualty.OriginID) (casualty.Decision, error) {
	d, err := j.decision("merge_origins")
	if err != nil {
		return d, err
	}
	if from == into {
		return d, &casualty.Problem{Where: "merge", Found: string(from), Want: "two origins"}
	}
	for _, id := range []casualty.OriginID{from, into} {
		if _, err := store.Origins.Get(c, id); err != nil {
			return d, err
		}
	}
	if d.Claims, err = speaking(c, "origin", string(from)); err != nil {
		return d, err
	}
	d.Records = []string{string(into), string(from)}
	return made(c, d)
}

// Dissent keeps what somebody objects to a decision beside it.
func Dissent(c *store.Change, id casualty.DecisionID, words string) error {
	d, err := store.Decisions.Get(c, id)
	if err != nil {
		return err
	}
	if words == "" {
		return &casualty.Problem{Where: "dissent", Want: "what you object, in words"}
	}
	d.Dissent = append(slices.Clone(d.Dissent), words)
	return store.Decisions.Put(c, d)
}
