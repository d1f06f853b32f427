package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// decisionsOn are the decisions on an incident that were made as of a moment,
// oldest first.
func decisionsOn(decisions []casualty.Decision, id casualty.IncidentID, asOf casualty.Moment) []casualty.Decision {
	var on []casualty.Decision
	for _, d := range decisions {
		if d.Incident == id && d.Erased == "" && !later(d.At, asOf) {
			on = append(on, d)
		}
	}
	return on
}

// adopting is the newest decision in force that adopts a figure of a harm, failing
// that the newest: one that waits takes nothing from the one before it. It speaks
// of all people; other questions have none.
func (s Settings) adopting(on []casualty.Decision, q Question) *casualty.Decision {
	if !q.AllPeople() {
		return nil
	}
	var newest *casualty.Decision
	for _, d := range slices.Backward(on) {
		if d.Kind != "adopt_figure" || d.Harm != q.Harm {
			continue
		}
		if s.invalid(&d) == "" {
			return &d
		}
		if newest == nil {
			newest = &d
		}
	}
	return newest
}

// heed marks the claims that a decision in force sets aside.
func heed(on []casualty.Decision, claims []Statement, s Settings) {
	for _, d := range on {
		if d.Kind != "set_aside" || s.unsigned(d) != "" {
			continue
		}
		for i := range claims {
			if slices.Contains(d.Claims, claims[i].ID) {
				claims[i].Dropped = d.ID
			}
		}
	}
}

// rest notes the decisions in force that a figure rests on, and those that wait
// for another person's signature.
func (f *Figure) rest(on []casualty.Decision, s Settings) {
	for _, d := range on {
		switch {
		case !f.concerns(d):
		case s.waits(d):
			f.Waiting = appendNew(f.Waiting, d.ID)
		case d.Kind != "adopt_figure" && s.unsigned(d) == "": // an adopted figure says so itself
			f.Decisions = appendNew(f.Decisions, d.ID)
		}
		f.Unsigned = f.Unsigned || d.SignedBy == "" && slices.Contains(f.Decisions, d.ID)
	}
}

// concerns tells whether a decision on the incident is about this figure: it
// adopts it, it sets one of its claims aside, or it is about the whole incident.
func (f *Figure) concerns(d casualty.Decision) bool {
	switch d.Kind {
	case "adopt_figure":
		return f.Question == Question{Harm: d.Harm}
	case "set_aside":
		return slices.ContainsFunc(f.uses(), func(u Use) bool { return slices.Contains(d.Claims, u.Claim) })
	}
	return true
}

// waits: nobody, or nobody but the author, signed the decision off.
func (s Settings) waits(d casualty.Decision) bool {
	why := s.unsigned(d)
	return why == NotSignedOff || why == OwnSignOff
}

func appendNew[T comparable](list []T, item T) []T {
	if slices.Contains(list, item) {
		return list
	}
	return append(list, item)
}
