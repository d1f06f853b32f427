package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// A history is what the causes are read from.
type history struct {
	before, after map[casualty.ClaimID]casualty.Claim
	record        casualty.Record // after
}

func claimsOf(r casualty.Record) map[casualty.ClaimID]casualty.Claim {
	claims := make(map[casualty.ClaimID]casualty.Claim, len(r.Claims))
	for _, c := range r.Claims {
		claims[c.ID] = c
	}
	return claims
}

func (past history) appearance(id casualty.IncidentID) Cause {
	if past.merged(string(id)) {
		return Merge
	}
	return NewIncident
}

func (past history) disappearance(id casualty.IncidentID) Cause {
	if past.merged(string(id)) {
		return Merge
	}
	for _, i := range past.record.Incidents {
		if i.ID == id && i.Erased != "" {
			return Erasure
		}
	}
	return Correction
}

// merged tells whether a decision to merge or split names the record.
func (past history) merged(id string) bool {
	return slices.ContainsFunc(past.record.Decisions, func(d casualty.Decision) bool {
		merges := d.Kind == "merge_incidents" || d.Kind == "split_incident" || d.Kind == "merge_origins"
		return merges && slices.Contains(d.Records, id)
	})
}

func gradedBy(decisions []casualty.Decision) bool {
	return slices.ContainsFunc(decisions, func(d casualty.Decision) bool { return d.Kind == "grade_incident" })
}

// cause tells why a claim came, went or changed.
func (t turn) cause(past history, a *scene) Cause {
	switch {
	case t.old == nil:
		return t.arrival(past, a)
	case t.new == nil:
		return t.departure(past)
	case t.old.Status == casualty.Confirmed && t.new.Status == casualty.Retracted:
		return Retraction
	case t.old.Voice != t.new.Voice && past.merged(t.old.Voice):
		return Merge
	}
	return Correction
}

// arrival: a claim that stood at another incident was linked anew; one whose
// origin spoke before revises its number; any other is a late report.
func (t turn) arrival(past history, a *scene) Cause {
	if c, ok := past.before[t.new.ID]; ok && c.Incident != "" && c.Incident != t.new.Incident && c.Enters() {
		return past.linkedAnew(c.Incident, t.new.Incident)
	}
	for _, s := range a.claims {
		if s.Voice == t.new.Voice && s.Harm == t.new.Harm && s.people() == t.new.people() {
			return Revision
		}
	}
	return LateReport
}

func (t turn) departure(past history) Cause {
	switch c := past.after[t.old.ID]; {
	case c.Erased != "":
		return Erasure
	case c.Incident != "" && c.Incident != t.old.Incident:
		return past.linkedAnew(t.old.Incident, c.Incident)
	}
	return Correction
}

func (past history) linkedAnew(from, to casualty.IncidentID) Cause {
	if past.merged(string(from)) || past.merged(string(to)) {
		return Merge
	}
	return Correction
}
