package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// A Cause is why a figure changed.
type Cause string

// Causes.
const (
	NewIncident    Cause = "new_incident"
	LateReport     Cause = "late_report"
	Revision       Cause = "revision"
	Correction     Cause = "correction"
	Retraction     Cause = "retraction"
	Erasure        Cause = "erasure"
	Merge          Cause = "merge"
	DecisionMade   Cause = "decision"
	VictimRecorded Cause = "victim"
	MethodChange   Cause = "method"
	SettingsChange Cause = "settings"
	SharedCap      Cause = "shared_cap"
)

// Sentence says the cause for a reader.
func (c Cause) Sentence() string { return causeSentences[c] }

var causeSentences = map[Cause]string{
	NewIncident:    "an incident that the record did not hold before",
	LateReport:     "a claim on a known incident came in",
	Revision:       "the origin revised its own number",
	Correction:     "the record was corrected",
	Retraction:     "a claim was withdrawn by whoever published it",
	Erasure:        "content was lawfully erased",
	Merge:          "incidents or origins were merged or split",
	DecisionMade:   "a decision was made, signed off or undone",
	VictimRecorded: "an identified victim was recorded or moved",
	MethodChange:   "another method or lexicon",
	SettingsChange: "other settings",
	SharedCap:      "a number reported for several incidents together holds their sum otherwise than before",
}

// A Delta is what a change adds to a total's numbers; fields may be negative.
type Delta struct {
	Incidents, Unknown, OpenParts, NoFloor int
	Low, Highest, Best                     int
}

func (d Delta) plus(e Delta) Delta {
	return Delta{
		d.Incidents + e.Incidents, d.Unknown + e.Unknown, d.OpenParts + e.OpenParts, d.NoFloor + e.NoFloor,
		d.Low + e.Low, d.Highest + e.Highest, d.Best + e.Best,
	}
}

func (d Delta) minus(e Delta) Delta {
	return d.plus(Delta{-e.Incidents, -e.Unknown, -e.OpenParts, -e.NoFloor, -e.Low, -e.Highest, -e.Best})
}

// weightOf is what a figure adds to a total; a figure without a number adds an
// unknown and no people. One number is a low and a high.
func weightOf(f *Figure) Delta {
	low, _ := f.Shown().Low()
	highest, _ := f.Shown().Highest()
	best, _ := f.Best.Low()
	return Delta{
		Incidents: 1, Unknown: count(!f.Settled()), OpenParts: count(f.Shown().Open()), NoFloor: count(f.NoFloor),
		Low: low, Highest: highest, Best: best,
	}
}

// weightOfTotal is what a total's numbers are; of a best that not every figure has,
// nothing is known.
func weightOfTotal(t Total) Delta {
	low, _ := t.Shown().Low()
	highest, _ := t.Shown().Highest()
	best, _ := t.Best.Low()
	return Delta{t.Incidents, t.Unknown, t.OpenParts, t.NoFloor, low, highest, best}
}

// A Change is one thing that happened to a figure, and what it added.
type Change struct {
	Incident casualty.IncidentID // empty for [SharedCap], which speaks of a total
	Question Question
	Cause    Cause
	Claim    casualty.ClaimID // that came, went or changed; empty where it was none
	From, To casualty.Range   // the figure before and after, as stated; not stated where there was none
	Delta    Delta
}

// An ErasedRecord is a record whose content was lawfully erased between two states. No
// state of a book holds that content any more, the earlier one neither: nothing can
// tell what it added, and it adds nothing to the changes.
type ErasedRecord struct {
	Record string // its id: "c2"
	Entry  int    // of the journal
	Reason string
}

// Sentence says what an erasure does to a comparison.
func (e ErasedRecord) Sentence() string {
	return "content was lawfully erased; neither side counts it, and what it added cannot be told any more"
}

// A TotalChange is a total before and after, and the changes that lead from one
// to the other: their deltas add up to Delta exactly.
type TotalChange struct {
	Question      Question
	Before, After Total
	Delta         Delta
	Changes       []Change
}

// Shown are the changes that the total shows: those that change its numbers or a
// figure's.
func (t TotalChange) Shown() []Change {
	return slices.DeleteFunc(slices.Clone(t.Changes), func(c Change) bool { return c.From == c.To && c.Delta == (Delta{}) })
}
