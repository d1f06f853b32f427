package exports

import (
	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// content is what the tables show: the figures, the claims behind each of them,
// and the records they refer to. The figures come from the whole record; what is
// shown comes from what the profile leaves of it.
type content struct {
	options Options
	shown   casualty.Record
	redact  redaction
	small   smallCount
	table   aggregate.Table   // of the headline method
	tables  []aggregate.Table // of every method, the headline first
	figures []figure
	claims  []use // every row of the sheet Claims

	documents register[casualty.DocumentID, casualty.Document]
	sources   register[casualty.SourceID, casualty.Source]
	origins   register[casualty.OriginID, casualty.Origin]
	incidents register[casualty.IncidentID, casualty.Incident]

	at        map[string]sheet.Layout // the sheets that are in this workbook
	changes   []change
	phrases   map[string]string // fixed texts in the workbook's language; none: English
	missing   []string          // texts without a translation
	sheetRows int               // how many rows of a table fit a sheet
	cut       []string          // cells that had to be cut, in the order met
	// whole: texts are for an outlet that takes them whole.
	whole bool
}

func gather(r casualty.Record, o Options) *content { return gatherIn(r, o, wordsIn(o.Language)) }

// gatherIn gathers with these fixed texts.
func gatherIn(r casualty.Record, o Options, phrases map[string]string) *content {
	c := &content{options: o, at: map[string]sheet.Layout{}, phrases: phrases, sheetRows: sheetRows}
	if o.Title == recordTitle {
		c.options.Title = c.say(recordTitle)
	}
	c.shown, c.redact = profile(r, o.Profile)
	for _, m := range o.Methods {
		c.tables = append(c.tables, aggregate.Tabulate(r, m, o.Settings))
	}
	c.small = smallCounts(r, c.tables, o.SmallCounts)
	for i, t := range c.tables {
		c.tables[i] = c.small.table(t, i == 0)
	}
	c.since(r)
	c.shown.Claims = c.small.claims(c.shown.Claims)
	c.index()
	for _, t := range c.tables {
		for i := range t.Figures { // what is grouped by is what is shown
			t.Figures[i].Incident = c.incidents.get(t.Figures[i].Incident.ID)
		}
	}
	c.table = c.tables[0]
	c.lay()
	return c
}

// index makes the tables by which one record finds another.
func (c *content) index() {
	c.documents = registerOf(c.shown.Documents, func(d *casualty.Document) casualty.DocumentID { return d.ID })
	c.sources = registerOf(c.shown.Sources, func(s *casualty.Source) casualty.SourceID { return s.ID })
	c.origins = registerOf(c.shown.Origins, func(o *casualty.Origin) casualty.OriginID { return o.ID })
	c.incidents = registerOf(c.shown.Incidents, func(i *casualty.Incident) casualty.IncidentID { return i.ID })
}

// A register finds records of one kind by their ids. It keeps places, not copies: a
// book may hold a million.
type register[K comparable, T any] struct {
	rows []T
	at   map[K]int
}

func registerOf[K comparable, T any](rows []T, id func(*T) K) register[K, T] {
	r := register[K, T]{rows, make(map[K]int, len(rows))}
	for i := range rows {
		r.at[id(&rows[i])] = i
	}
	return r
}

// get is the record of an id; an empty one where there is none.
func (r register[K, T]) get(id K) T {
	if i, ok := r.at[id]; ok {
		return r.rows[i]
	}
	var none T
	return none
}
