package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// A scene is all that the figures of one incident are made of.
type scene struct {
	incident  casualty.Incident
	claims    []Statement // as they stood at the state's time
	victims   []casualty.Victim
	decisions []casualty.Decision
	method    Method
	settings  Settings
	holds     func(casualty.Incident) bool
	out       bool // what holds said, in a scene that is compared
}

// leftOut tells whether nobody asks for the incident.
func (s *scene) leftOut() bool { return s.holds != nil && !s.holds(s.incident) }

func scenesOf(s State) map[casualty.IncidentID]*scene {
	statements := Statements(s.Record)
	scenes := map[casualty.IncidentID]*scene{}
	settings := s.Settings
	settings.AsOf = ""
	for _, i := range s.Record.Incidents {
		if i.Erased != "" {
			continue
		}
		scenes[i.ID] = &scene{
			incident: i, claims: asOf(statements[i.ID], s.Settings.AsOf), victims: victimsOf(s.Record.Victims, i.ID),
			decisions: decisionsOn(s.Record.Decisions, i.ID, s.Settings.AsOf), method: s.Method, settings: settings, holds: s.Holds,
		}
	}
	return scenes
}

// asOf are the claims as they stood at a moment: what came later is not there,
// and what was withdrawn later still stands.
func asOf(claims []Statement, moment casualty.Moment) []Statement {
	var stood []Statement
	for _, s := range knownBy(claims, moment) {
		c := *s
		if c.Status == casualty.Retracted && later(c.RetractedAt, moment) {
			c.Status, c.RetractedAt = casualty.Confirmed, ""
		}
		stood = append(stood, c)
	}
	return stood
}

// victimsOf are the victims who were ever linked to the incident.
func victimsOf(victims []casualty.Victim, id casualty.IncidentID) []casualty.Victim {
	var linked []casualty.Victim
	for _, v := range victims {
		if slices.ContainsFunc(v.Moves, func(m casualty.Move) bool { return m.Incident == id }) {
			linked = append(linked, v)
		}
	}
	return linked
}

// figures settles a scene; nil for an incident that is not there or not asked for, or
// whose grade is not in the headline.
func (s *scene) figures() map[Question]Figure {
	if s == nil || s.leftOut() || !s.settings.headlines(s.incident.Grade) {
		return nil
	}
	claims := slices.Clone(s.claims)
	settings := s.settings
	settings.IncidentDay = s.incident.Day
	heed(s.decisions, claims, settings)
	figures := map[Question]Figure{}
	collapsed := collapse(knownBy(claims, ""), "")
	for _, q := range Questions(claims) {
		figures[q] = settleWith(s.decisions, q, collapsed, s.victims, s.method, settings)
	}
	return figures
}
