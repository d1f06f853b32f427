package curate

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"tollbook/casualty"
	"tollbook/store"
)

// DecisionsFormat stands at the head of every decisions file.
const DecisionsFormat = "tollbook decisions, version 1"

// Decisions is a review written down: what a person decides of the suggested
// claims, as a file that can be kept, checked by a second person and applied as
// one act. Incidents and origins that do not exist yet are made under a label,
// and claims refer to them by it.
type Decisions struct {
	Format    string             `json:"format"`
	Help      string             `json:"help,omitempty"` // for whoever fills the file in
	Incidents []IncidentDecision `json:"incidents,omitempty"`
	Origins   []OriginDecision   `json:"origins,omitempty"`
	Claims    []ClaimDecision    `json:"claims"`
}

// An IncidentDecision makes an incident: fields by their names, as in Correct. An
// incident of the record that has exactly these fields is taken instead, so that a
// file applied twice changes nothing the second time.
type IncidentDecision struct {
	As  string            `json:"as"`
	Set map[string]string `json:"set"`
}

// An OriginDecision makes an origin.
type OriginDecision struct {
	As  string            `json:"as"`
	Set map[string]string `json:"set"`
}

// A ClaimDecision is what a person decides of one claim. The claim is named by
// its id, or by its document's id or name, words of its quote and its harm.
type ClaimDecision struct {
	Claim    string            `json:"claim,omitempty"`
	Document string            `json:"document,omitempty"`
	Quote    string            `json:"quote,omitempty"`
	Harm     casualty.Harm     `json:"harm,omitempty"`
	As       string            `json:"as,omitempty"`     // a label for subset_of, repeats, supersedes
	Do       string            `json:"do"`               // confirm, reject or skip
	Reason   string            `json:"reason,omitempty"` // of a rejection
	Set      map[string]string `json:"set,omitempty"`
	Incident string            `json:"incident"`       // id or label; empty leaves it
	Origin   string            `json:"origin"`         // id or label; empty leaves it
	Note     string            `json:"note,omitempty"` // for the reader of the file
}

// ReadDecisions reads a decisions file and refuses fields it does not know: a
// misspelt field must not be a decision that silently did not happen.
func ReadDecisions(r io.Reader) (Decisions, error) {
	var d Decisions
	data, err := io.ReadAll(r)
	if err != nil {
		return d, err
	}
	if err := decodeStrict(data, &d); err != nil {
		return Decisions{}, err
	}
	if d.Format != DecisionsFormat {
		return Decisions{}, &casualty.Problem{Where: "format", Found: d.Format, Want: DecisionsFormat}
	}
	return d, nil
}

// Done counts what a decisions file did.
type Done struct{ Confirmed, Rejected, Skipped, Incidents, Origins int }

func (d Done) String() string {
	return fmt.Sprintf("%d confirmed, %d rejected, %d left open; new: %s, %s",
		d.Confirmed, d.Rejected, d.Skipped, plural(d.Incidents, "incident"), plural(d.Origins, "origin"))
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// Apply does everything the file says or, with all its problems together,
// nothing.
func (d Decisions) Apply(c *store.Change) (Done, error) {
	a := applier{change: c, labels: map[string]string{}}
	var problems []error
	note := func(where string, err error) {
		if err != nil {
			problems = append(problems, casualty.At(where, err))
		}
	}
	for i, in := range d.Incidents {
		note(fmt.Sprintf("incidents[%d]", i), a.made(in.As, a.incident(in)))
	}
	for i, o := range d.Origins {
		note(fmt.Sprintf("origins[%d]", i), a.made(o.As, a.origin(o)))
	}
	// Names first, so that a claim may refer to one that stands further down.
	ids := make([]casualty.ClaimID, len(d.Claims))
	for i, cd := range d.Claims {
		id, err := a.find(cd)
		if err == nil && slices.Contains(ids, id) {
			err = &casualty.Problem{Found: string(id), Want: "each claim once: which of the two decisions is meant?"}
		}
		if err == nil {
			ids[i] = id
		}
		note(fmt.Sprintf("claims[%d]", i), err)
	}
	for i, cd := range d.Claims {
		if ids[i] != "" {
			note(fmt.Sprintf("claims[%d]", i), a.claim(ids[i], cd))
		}
	}
	return a.done, errors.Join(problems...)
}

// Template is a decisions file for claims that wait for a person, each marked
// "skip": fill in and apply.
func Template(claims []casualty.Claim) Decisions {
	d := Decisions{
		Format: DecisionsFormat,
		Help: "do: confirm, reject (with a reason) or skip. set: fields such as {\"count\": \"at least 12\"}. incident and origin: an id, " +
			"or the label of one made above: \"incidents\": [{\"as\": \"market\", \"set\": {\"title\": \"...\", \"day\": \"2025-08-03\"}}]",
		Claims: []ClaimDecision{},
	}
	for _, c := range claims {
		d.Claims = append(d.Claims, ClaimDecision{
			Claim: string(c.ID), Quote: c.Quote.Text, Harm: c.Harm, Do: "skip",
			Incident: string(c.Incident), Origin: string(c.Origin),
			Note: fmt.Sprintf("%s %s, %s; says %s", c.Harm, c.Count, c.Scope, orUnsaid(c.Claimant)),
		})
	}
	return d
}

func orUnsaid(claimant string) string {
	if claimant == "" {
		return "nobody named"
	}
	return claimant
}
