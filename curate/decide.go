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
}

// decision checks the judgment and starts its record.
func (j Judgment) decision(kind casualty.DecisionKind) (casualty.Decision, error) {
	if j.Reason == "" {
		return casualty.Decision{}, &casualty.Problem{Where: "reason", Want: "why: a decision without a reason cannot be defended"}
	}
	if j.By == "" {
		return casualty.Decision{}, &casualty.Problem{Where: "by", Want: "who decides"}
	}
	return casualty.Decision{Kind: kind, Reason: j.Reason, By: j.By, At: j.At}, nil
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
	d.Incident, d.Harm, d.Figure, d.Best, d.Claims = incident, harm, figure, best, claims
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
	if err := Correct(c, string(incident), []Value{{"grade", grade}}); err != nil {
		return d, err
	}
	d.Incident = incident
	return store.Decisions.Add(c, d)
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
	d.Incident, d.Claims = incident, claims
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
	gone, err := store.Incidents.Get(c, from)
	if err != nil {
		return d, err
	}
	if d.Claims, err = relink(c, from, into, nil); err != nil {
		return d, err
	}
	gone.Notes = fmt.Sprintf("Merged into %s. %s", into, gone.Notes)
	if err := store.Incidents.Put(c, gone); err != nil {
		return d, err
	}
	d.Incident, d.Records = into, []string{string(from)}
	return store.Decisions.Add(c, d)
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
	if d.Claims, err = relink(c, from, into.ID, claims); err != nil {
		return d, err
	}
	d.Incident, d.Records = from, []string{string(into.ID)}
	return store.Decisions.Add(c, d)
}

// relink moves claims of one incident to another, all of them if none are named,
// and gives the ids of those it moved.
func relink(c *store.Change, from, into casualty.IncidentID, only []casualty.ClaimID) ([]casualty.ClaimID, error) {
	var moved []casualty.ClaimID
	for claim, err := range store.Claims.By(c, "incident", string(from)) {
		if err != nil {
			return nil, err
		}
		if only == nil || slices.Contains(only, claim.ID) {
			moved = append(moved, claim.ID)
		}
	}
	for _, id := range moved {
		if err := Link(c, id, into); err != nil {
			return nil, err
		}
	}
	return moved, nil
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
	gone, err := store.Origins.Get(c, from)
	if err != nil {
		return d, err
	}
	stays, err := store.Origins.Get(c, into)
	if err != nil {
		return d, err
	}
	stays.Aliases = append(append(slices.Clone(stays.Aliases), gone.Name), gone.Aliases...)
	gone.Name, gone.Aliases = fmt.Sprintf("%s (merged into %s)", gone.Name, into), nil
	if err := store.Origins.Put(c, gone); err != nil {
		return d, err
	}
	if err := store.Origins.Put(c, stays); err != nil {
		return d, err
	}
	if d.Claims, err = respeak(c, from, into); err != nil {
		return d, err
	}
	d.Records = []string{string(into), string(from)}
	return store.Decisions.Add(c, d)
}

func respeak(c *store.Change, from, into casualty.OriginID) ([]casualty.ClaimID, error) {
	var moved []casualty.ClaimID
	for claim, err := range store.Claims.By(c, "origin", string(from)) {
		if err != nil {
			return nil, err
		}
		moved = append(moved, claim.ID)
	}
	for _, id := range moved {
		if err := SetOrigin(c, id, into); err != nil {
			return nil, err
		}
	}
	return moved, nil
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
