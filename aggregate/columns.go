package aggregate

import (
	"maps"
	"slices"

	"tollbook/casualty"
)

// Columns are the figures of many incidents laid out for adding up: of each incident the
// facets that breakdowns go by, of each figure its entry. A server holds them beside the
// figures, so that totals of a large book need not look at the figures again.
type Columns struct {
	facets    *Facets
	questions []Question
	rows      []columnRow
	places    map[casualty.IncidentID]int
}

type columnRow struct {
	id      casualty.IncidentID
	erased  bool // it stands in no total
	facets  [facetCount]int32
	entries []columnEntry
}

type columnEntry struct {
	entry
	question int32 // its place
}

// ColumnsOf lays the figures of incidents out; figures gives those of one.
func ColumnsOf(incidents []casualty.Incident, figures func(casualty.IncidentID) []IncidentFigure, facets *Facets) *Columns {
	c := &Columns{facets: facets, places: make(map[casualty.IncidentID]int, len(incidents))}
	for i := range incidents {
		c.set(&incidents[i], figures(incidents[i].ID))
	}
	return c
}

// With are the columns with some incidents as they are now; incident gives one, or nil
// where there is none any more. c stays as it is.
func (c *Columns) With(ids []casualty.IncidentID, incident func(casualty.IncidentID) *casualty.Incident, figures func(casualty.IncidentID) []IncidentFigure) *Columns {
	n := &Columns{c.facets, slices.Clone(c.questions), slices.Clone(c.rows), c.places}
	if slices.ContainsFunc(ids, func(id casualty.IncidentID) bool { _, known := c.places[id]; return !known }) {
		n.places = maps.Clone(c.places)
	}
	for _, id := range ids {
		i := incident(id)
		if i == nil {
			i = &casualty.Incident{ID: id, Erased: "gone"}
		}
		n.set(i, figures(id))
	}
	return n
}

func (c *Columns) set(i *casualty.Incident, figures []IncidentFigure) {
	at, known := c.places[i.ID]
	if !known {
		at = len(c.rows)
		c.rows = append(c.rows, columnRow{})
		c.places[i.ID] = at
	}
	row := columnRow{id: i.ID, erased: i.Erased != "", facets: c.facets.of(i), entries: make([]columnEntry, len(figures))}
	for n := range figures {
		f := &figures[n].Figure
		row.entries[n] = columnEntry{entryOf(i, f), c.question(f.Question)}
	}
	c.rows[at] = row
}

func (c *Columns) question(q Question) int32 {
	i := slices.Index(c.questions, q)
	if i < 0 {
		i = len(c.questions)
		c.questions = append(c.questions, q)
	}
	return int32(i)
}
