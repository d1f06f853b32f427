package aggregate

import (
	"cmp"
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
	chunks    [][]columnRow // columns of a later state share those in which nothing changed
	places    map[casualty.IncidentID]int
}

// chunkRows is how many rows a chunk has; the last may have fewer.
const chunkRows = 512

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

// ColumnsOf lays the figures of incidents out; figures gives those of one. Incidents of
// one place and of days near each other stand together: they add to the same cells.
func ColumnsOf(incidents []casualty.Incident, figures func(casualty.IncidentID) []IncidentFigure, facets *Facets) *Columns {
	c := &Columns{facets: facets, places: make(map[casualty.IncidentID]int, len(incidents))}
	near := make([]*casualty.Incident, len(incidents))
	for i := range incidents {
		near[i] = &incidents[i]
	}
	slices.SortStableFunc(near, func(a, b *casualty.Incident) int {
		return cmp.Or(cmp.Compare(a.Place.Country, b.Place.Country), cmp.Compare(a.Place.Admin1, b.Place.Admin1), cmp.Compare(a.Day, b.Day))
	})
	for _, i := range near {
		*c.row(c.placeOf(i.ID)) = c.rowOf(i, figures(i.ID))
	}
	return c
}

// With are the columns with some incidents as they are now; incident gives one, or nil
// where there is none any more. c stays as it is.
func (c *Columns) With(ids []casualty.IncidentID, incident func(casualty.IncidentID) *casualty.Incident, figures func(casualty.IncidentID) []IncidentFigure) *Columns {
	n := &Columns{c.facets, slices.Clone(c.questions), slices.Clone(c.chunks), c.places}
	own := map[int]bool{} // chunks that are copied already
	if slices.ContainsFunc(ids, func(id casualty.IncidentID) bool { _, known := c.places[id]; return !known }) {
		n.places = maps.Clone(c.places)
		if last := len(n.chunks) - 1; last >= 0 {
			n.chunks[last], own[last] = slices.Clone(n.chunks[last]), true
		}
	}
	for _, id := range ids {
		i := incident(id)
		if i == nil {
			i = &casualty.Incident{ID: id, Erased: "gone"}
		}
		place, chunks := n.placeOf(id), len(c.chunks)
		if chunk := place / chunkRows; chunk < chunks && !own[chunk] {
			n.chunks[chunk], own[chunk] = slices.Clone(n.chunks[chunk]), true
		}
		*n.row(place) = n.rowOf(i, figures(id))
	}
	return n
}

// placeOf is the place of an incident's row, a new one at the end where it has none.
func (c *Columns) placeOf(id casualty.IncidentID) int {
	if place, known := c.places[id]; known {
		return place
	}
	place := len(c.places)
	c.places[id] = place
	if place%chunkRows == 0 {
		c.chunks = append(c.chunks, nil)
	}
	last := &c.chunks[len(c.chunks)-1]
	*last = append(*last, columnRow{})
	return place
}

func (c *Columns) row(place int) *columnRow { return &c.chunks[place/chunkRows][place%chunkRows] }

func (c *Columns) rowOf(i *casualty.Incident, figures []IncidentFigure) columnRow {
	row := columnRow{id: i.ID, erased: i.Erased != "", facets: c.facets.of(i), entries: make([]columnEntry, len(figures))}
	for n := range figures {
		f := &figures[n].Figure
		row.entries[n] = columnEntry{entryOf(i, f), c.question(f.Question)}
	}
	return row
}

func (c *Columns) question(q Question) int32 {
	i := slices.Index(c.questions, q)
	if i < 0 {
		i = len(c.questions)
		c.questions = append(c.questions, q)
	}
	return int32(i)
}
