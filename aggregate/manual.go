package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// manual takes the figure that a person adopted, with reason and a second
// signature.
var manual = Method{
	Name: "manual", Version: 1, Lexicon: mustLexicon("envelope/1"), Needs: true,
	Sentence: "The figure that a person adopted with a reason and another person signed off.",
	rules:    func(Question) rules { return rules{keepsEarlier: true, anyWords: true} },
	settle:   settleManual,
}

func settleManual(h *hearing, f *Figure) {
	d := h.settings.Decision
	if problem := h.settings.invalid(d); problem != "" {
		if d != nil && h.settings.waits(*d) {
			f.Waiting = append(f.Waiting, d.ID)
		}
		setAsideAll(h.plays, NotAdopted, func(*play) bool { return true })
		f.refuse(problem)
		return
	}
	f.Decisions = append(f.Decisions, d.ID)
	if d.SignedBy == "" {
		f.problem(SinglePerson)
	}
	setAsideAll(h.plays, NotAdopted, func(p *play) bool { return !slices.Contains(d.Claims, p.ID) })
	f.setRange(boundsOf(d.Figure))
	if d.Best != nil {
		f.Best = casualty.Exactly(*d.Best)
	}
}

// invalid tells why a decision adopts nothing; empty if it does.
func (s Settings) invalid(d *casualty.Decision) ProblemCode {
	switch {
	case d == nil || !d.Figure.Stated():
		return NoDecision
	case s.unsigned(*d) != "":
		return s.unsigned(*d)
	case d.Best != nil && !holds(d.Figure, *d.Best):
		return LowAboveHigh
	}
	return ""
}

// unsigned tells why a decision is not in force; empty if it is. Nobody signs off
// their own decision.
func (s Settings) unsigned(d casualty.Decision) ProblemCode {
	switch {
	case d.Reason == "":
		return NoReason
	case d.SignedBy == "" && !s.SinglePerson:
		return NotSignedOff
	case d.SignedBy != "" && d.SignedBy == d.By:
		return OwnSignOff
	}
	return ""
}

// holds tells whether a number lies within a range.
func holds(r casualty.Range, n int) bool {
	low, _ := r.Low()
	high, bounded := r.High()
	return n >= low && (!bounded || n <= high)
}

// AdoptedRange makes a range of the numbers of a decision. A low above the high
// is [LowAboveHigh], and the decision adopts nothing.
func AdoptedRange(low, high int, open bool) (casualty.Range, ProblemCode) {
	switch {
	case low < 0 || high < low:
		return casualty.Range{}, LowAboveHigh
	case open:
		return casualty.AtLeastUpTo(low, high), ""
	}
	return casualty.Between(low, high), ""
}
