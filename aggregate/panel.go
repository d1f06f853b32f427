package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// EnvelopeNote stands with every total.
const EnvelopeNote = "A sum of ranges is an envelope of what was reported, from all lows to all highs. It is not a confidence interval."

// A Panel says how much a total can bear: what it rests on and what it leaves
// out. Its numbers count figures of incidents.
type Panel struct {
	Incidents  int // asked for
	Unknown    int // without a figure
	NoFloor    int // whose low nobody stated
	NoCeiling  int // open above
	OneOrigin  int // resting on one origin
	Decided    int // resting on a decision in force
	Unsigned   int // of those, on one that no second person signed off
	Waiting    int // on which a decision waits for a signature
	LearntLate int // whose first claim entered the record more than LateDays after the incident

	days   [5]int32 // by their places in dayPrecisions
	places [6]int32 // by their places in placePrecisions
	widths widths
}

// LateDays is after how many days what is learnt of an incident is learnt late.
const LateDays = 30

// The precisions that a panel counts, the best first; the empty one is not stated.
var (
	dayPrecisions   = []casualty.Precision{casualty.ToDay, casualty.ToSpan, casualty.ToMonth, casualty.ToYear, ""}
	placePrecisions = append(slices.Clone(casualty.PlacePrecisions), "")
)

// indexOr is a code's place in a table that ends with "not stated", which is where
// a code of no table stands.
func indexOr[C comparable](table []C, code C) int {
	if i := slices.Index(table, code); i >= 0 {
		return i
	}
	return len(table) - 1
}

// Widest is the share of the total's width that its ten widest figures hold, in
// percent, rounded down; 0 for a total without width. Open figures have none.
func (p Panel) Widest() int { return p.widths.share() }

// Days counts the incidents by how well their date is known; the empty precision is
// not stated.
func (p Panel) Days() map[casualty.Precision]int { return tallied(dayPrecisions, p.days[:]) }

// Places counts the incidents by how well their place is known, as Days does.
func (p Panel) Places() map[casualty.PlacePrecision]int { return tallied(placePrecisions, p.places[:]) }

func tallied[C comparable](table []C, counts []int32) map[C]int {
	tally := map[C]int{}
	for i, n := range counts {
		if n > 0 {
			tally[table[i]] = int(n)
		}
	}
	return tally
}

// Origins counts the voices that a figure counted.
func (f *Figure) Origins() int {
	var voices []string
	for _, u := range f.Counted {
		voices = appendNew(voices, u.Voice)
	}
	return len(voices)
}

// LearntLate tells whether the first claim on the figure entered the record more
// than [LateDays] days after the incident. Days that are not stated are not late.
func (f IncidentFigure) LearntLate() bool {
	return learntLate(f.Incident.Day, f.Figure.FirstKnown.Day())
}

func learntLate(incident, known casualty.Day) bool {
	return known.Stated() && incident.Stated() && daysAfter(known, incident) > LateDays
}
