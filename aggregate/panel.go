package aggregate

import (
	"cmp"
	"slices"

	"tollbook/casualty"
)

// EnvelopeNote stands with every total.
const EnvelopeNote = "A sum of ranges is an envelope of what was reported, from all lows to all highs. It is not a confidence interval."

// A Panel says how much a total can bear: what it rests on and what it leaves
// out.
type Panel struct {
	Question   Question
	Incidents  int // asked for
	Unknown    int // without a figure
	NoFloor    int // whose low nobody stated
	NoCeiling  int // open above
	OneOrigin  int // resting on one origin
	Decided    int // resting on a decision in force
	Waiting    int // on which a decision waits for a signature
	LearntLate int // whose first claim entered the record more than LateDays after the incident
	// Widest is the share of the total's width that its ten widest figures hold, in
	// percent, rounded down; 0 for a total without width. Open figures have none.
	Widest int
	// Days and Places count the incidents by how well their date and place are known;
	// the empty precision is not stated.
	Days   map[casualty.Precision]int
	Places map[casualty.PlacePrecision]int
	// Unconfirmed are the claims of the whole record that nobody has confirmed.
	Unconfirmed int
}

// LateDays is after how many days what is learnt of an incident is learnt late.
const LateDays = 30

// widestOf is how many figures the share of the widest speaks of.
const widestOf = 10

// PanelOf is the panel of a table's total on a question, of the grades in the
// headline.
func PanelOf(t Table, q Question) Panel {
	p := Panel{Question: q, Unconfirmed: t.Unconfirmed, Days: map[casualty.Precision]int{}, Places: map[casualty.PlacePrecision]int{}}
	var widths []int
	for _, f := range t.Figures {
		if f.Figure.Question == q && t.Settings.headlines(f.Incident.Grade) {
			p.add(f)
			widths = append(widths, width(f.Figure))
		}
	}
	p.Widest = widest(widths)
	return p
}

func (p *Panel) add(f IncidentFigure) {
	p.Incidents++
	p.Unknown += count(!f.Figure.Settled())
	p.NoFloor += count(f.Figure.NoFloor)
	p.NoCeiling += count(f.Figure.Shown().Open())
	p.OneOrigin += count(f.Figure.Settled() && f.Figure.Origins() == 1)
	p.Decided += count(len(f.Figure.Decisions) > 0)
	p.Waiting += count(len(f.Figure.Waiting) > 0)
	p.LearntLate += count(learntLate(f))
	p.Days[f.Incident.Day.Precision()]++
	p.Places[f.Incident.Place.Precision]++
}

// Origins counts the voices that a figure counted.
func (f Figure) Origins() int {
	var voices []string
	for _, u := range f.Counted {
		voices = appendNew(voices, u.Voice)
	}
	return len(voices)
}

func learntLate(f IncidentFigure) bool {
	known := f.Figure.FirstKnown.Day()
	return known.Stated() && f.Incident.Day.Stated() && daysAfter(known, f.Incident.Day) > LateDays
}

// width is high less low; 0 for a figure without one or without a high.
func width(f Figure) int {
	low, _ := f.Range.Low()
	high, closed := f.Range.High()
	if !closed {
		return 0
	}
	return high - low
}

func widest(widths []int) int {
	slices.SortFunc(widths, func(a, b int) int { return cmp.Compare(b, a) })
	all, most := 0, 0
	for i, w := range widths {
		all += w
		if i < widestOf {
			most += w
		}
	}
	if all == 0 {
		return 0
	}
	return 100 * most / all
}
