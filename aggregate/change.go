package aggregate

import "tollbook/casualty"

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
// unknown and no people.
func weightOf(f Figure) Delta {
	low, _ := f.Range.Low()
	highest, _ := f.Range.Highest()
	best, _ := f.Best.Low()
	return Delta{
		Incidents: 1, Unknown: count(!f.Settled()), OpenParts: count(f.Shown().Open()), NoFloor: count(f.NoFloor),
		Low: low, Highest: highest, Best: best,
	}
}

// A Change is one thing that happened to a figure, and what it added.
type Change struct {
	Incident casualty.IncidentID
	Question Question
	Cause    Cause
	Claim    casualty.ClaimID // that came, went or changed; empty where it was none
	From, To casualty.Range   // the figure before and after, as shown; not stated where there was none
	Delta    Delta
}

// A TotalChange is a total before and after, and the changes that lead from one
// to the other: their deltas add up to Delta exactly.
type TotalChange struct {
	Question      Question
	Before, After Total
	Delta         Delta
	Changes       []Change
}
