package curate

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/store"
)

// An applier carries a decisions file out within one change.
type applier struct {
	change *store.Change
	labels map[string]string // label -> id
	done   Done
}

func (a *applier) label(as, id string) error {
	if as == "" {
		return nil
	}
	if _, taken := a.labels[as]; taken {
		return &casualty.Problem{Where: "as", Found: as, Want: "a label that is not used twice"}
	}
	a.labels[as] = id
	return nil
}

// made keeps the label of what could not be made: whoever refers to it has no fault of
// their own to be told.
func (a *applier) made(as string, err error) error {
	if _, taken := a.labels[as]; err != nil && as != "" && !taken {
		a.labels[as] = ""
	}
	return err
}

// resolve turns a label into its id; what is no label is an id.
func (a *applier) resolve(ref string) string {
	if id, ok := a.labels[ref]; ok {
		return id
	}
	return ref
}

func (a *applier) incident(d IncidentDecision) error {
	var in casualty.Incident
	if err := setAll(incidentFields, &in, inOrder(d.Set)); err != nil {
		return err
	}
	for known, err := range store.Incidents.All(a.change) {
		if err != nil {
			return err
		}
		in.ID = known.ID
		if reflect.DeepEqual(in, known) {
			return a.label(d.As, string(known.ID))
		}
	}
	in.ID = ""
	in, err := NewIncident(a.change, in)
	if err != nil {
		return err
	}
	a.done.Incidents++
	return a.label(d.As, string(in.ID))
}

func (a *applier) origin(d OriginDecision) error {
	var o casualty.Origin
	if err := setAll(originFields, &o, inOrder(d.Set)); err != nil {
		return err
	}
	if o.Name == "" {
		return &casualty.Problem{Where: "name", Want: "who it is, such as head of the region"}
	}
	for known, err := range store.Origins.By(a.change, "name", o.Name) {
		o.ID = known.ID
		if err == nil && !sameOrigin(o, known) {
			err = &casualty.Problem{Where: "name", Found: o.Name, Want: "another name, or the id " + string(known.ID) + ": an origin of this name is in the record, with other fields"}
		}
		if err != nil {
			return err
		}
		return a.label(d.As, string(known.ID))
	}
	o, err := store.Origins.Add(a.change, o)
	if err != nil {
		return err
	}
	a.done.Origins++
	return a.label(d.As, string(o.ID))
}

// sameOrigin tells whether a known origin is what a file describes. A person may
// have confirmed more spellings since.
func sameOrigin(o, known casualty.Origin) bool {
	for _, alias := range o.Aliases {
		if !slices.Contains(known.Aliases, alias) {
			return false
		}
	}
	return o.Name == known.Name && o.Party == known.Party
}

// inOrder lists the values of a set by name, so that errors come in one order.
func inOrder(set map[string]string) []Value {
	values := make([]Value, 0, len(set))
	for name, text := range set {
		values = append(values, Value{name, text})
	}
	slices.SortFunc(values, func(a, b Value) int { return strings.Compare(a.Name, b.Name) })
	return values
}

// find is the claim that a decision means.
func (a *applier) find(d ClaimDecision) (casualty.ClaimID, error) {
	if d.Claim != "" {
		claim, err := store.Claims.Get(a.change, casualty.ClaimID(d.Claim))
		if err != nil {
			return "", err
		}
		if !strings.Contains(claim.Quote.Text, d.Quote) || d.Harm != "" && d.Harm != claim.Harm {
			return "", &casualty.Problem{Found: fmt.Sprintf("%s: %s %s", d.Claim, d.Harm, d.Quote), Want: fmt.Sprintf("what %s says: %s “%s”", d.Claim, claim.Harm, claim.Quote.Text)}
		}
		return claim.ID, a.label(d.As, d.Claim)
	}
	document, err := a.document(d.Document)
	if err != nil {
		return "", err
	}
	var found []casualty.ClaimID
	for claim, err := range store.Claims.By(a.change, "document", string(document)) {
		if err != nil {
			return "", err
		}
		if d.Quote != "" && strings.Contains(claim.Quote.Text, d.Quote) && (d.Harm == "" || claim.Harm == d.Harm) {
			found = append(found, claim.ID)
		}
	}
	switch len(found) {
	case 1:
		return found[0], a.label(d.As, string(found[0]))
	case 0:
		return "", &casualty.Problem{Where: "quote", Found: d.Quote, Want: "words that a claim of " + string(document) + " quotes"}
	}
	return "", &casualty.Problem{Where: "quote", Found: d.Quote, Want: fmt.Sprintf("one claim; %v share this quote: name one by its id, or its harm", found)}
}

// document is the id of a document named by id or by its file's name.
func (a *applier) document(name string) (casualty.DocumentID, error) {
	var found []casualty.DocumentID
	for d, err := range store.Documents.All(a.change) {
		if err != nil {
			return "", err
		}
		if string(d.ID) == name {
			return d.ID, nil
		}
		if d.Name == name {
			found = append(found, d.ID)
		}
	}
	if len(found) != 1 {
		return "", &casualty.Problem{Where: "document", Found: name, Want: fmt.Sprintf("the id of a document, or a name that one document has (%d have this one)", len(found))}
	}
	return found[0], nil
}

// references are the fields of a claim that name other records.
var references = []string{"subset_of", "repeats", "supersedes", "incident", "origin"}

func (a *applier) claim(id casualty.ClaimID, d ClaimDecision) error {
	values := inOrder(d.Set)
	for i, v := range values {
		if slices.Contains(references, v.Name) {
			values[i].Text = a.resolve(v.Text)
		}
	}
	if d.Incident != "" && d.Do != "skip" {
		values = append(values, Value{"incident", a.resolve(d.Incident)})
	}
	if d.Origin != "" && d.Do != "skip" {
		values = append(values, Value{"origin", a.resolve(d.Origin)})
	}
	switch d.Do {
	case "skip":
		a.done.Skipped++
		return nil
	case "confirm":
		a.done.Confirmed++
		return errors.Join(Mend(a.change, id, values), Confirm(a.change, id))
	case "reject":
		if d.Reason == "" {
			return &casualty.Problem{Where: "reason", Want: "why the claim is not what its document says"}
		}
		a.done.Rejected++
		return errors.Join(Mend(a.change, id, values), Reject(a.change, id))
	}
	return &casualty.Problem{Where: "do", Found: d.Do, Want: "confirm, reject or skip"}
}
