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
	erased  bool
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
	n := &Columns{c.facets, slices.Clone(c.questions), slices.Clone(c.rows), maps.Clone(c.places)}
	for _, id := range ids {
		if i := incident(id); i != nil {
			n.set(i, figures(id))
		} else if at, known := n.places[id]; known {
			n.rows[at] = columnRow{id: id, erased: true}
		}
	}
	return n
}

func (c *Columns) set(i *casualty.Incident, figures []IncidentFigure) {
	at, ok := c.places[i.ID]
	if !ok {
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

// CanSum tells whether the columns know the keys of breakdowns: not those that go by the
// figure, as its sources or the group it speaks of, nor by what is dealt over periods.
func CanSum(by []By, rule PeriodRule) bool { return steady(by, rule) }

// Sum adds the figures up of the incidents that keep keeps; nil keeps all. Figures on a
// question are added under the one that rename gives; ok is false for those left out. A
// nil rename leaves all as they are.
func (c *Columns) Sum(m Method, s Settings, by []By, keep func(casualty.IncidentID) bool, rename func(Question) (Question, bool)) *Summing {
	begin := func() *Summing { return NewSumming(m, s, by...) }
	return InParts(len(c.rows), begin, func(sum *Summing, from, to int) {
		adding := newColumnAdding(c, sum, rename)
		for i := range c.rows[from:to] {
			if row := &c.rows[from+i]; !row.erased && (keep == nil || keep(row.id)) {
				adding.add(row)
			}
		}
	})
}

// A columnAdding adds rows to a summing.
type columnAdding struct {
	sum                 *Summing
	headline            []bool // by the place of the grade
	rows, whole, beside *keyedAdding
}

func newColumnAdding(c *Columns, s *Summing, rename func(Question) (Question, bool)) *columnAdding {
	a := &columnAdding{sum: s, rows: newKeyedAdding(c, s.rows, rename), whole: newKeyedAdding(c, s.whole, rename), beside: newKeyedAdding(c, s.beside, rename)}
	for _, i := range c.facets.having(gradeFacet) {
		a.headline = append(a.headline, s.summary.Settings.headlines(i.Grade))
	}
	return a
}

func (a *columnAdding) add(row *columnRow) {
	headline := a.headline[row.facets[gradeFacet]]
	a.sum.summary.Incidents += count(headline)
	if !headline {
		a.beside.add(row)
		return
	}
	a.rows.add(row)
	if len(a.sum.rows.by) > 0 {
		a.whole.add(row)
	}
}

// A keyedAdding adds rows to sums under keys that are found once for each facet.
type keyedAdding struct {
	sums      *sums
	questions []int32     // by the place of the columns' question; -1: not asked
	keys      [][][]int32 // by the place of the breakdown and of the facet
	now, next []int32
}

func newKeyedAdding(c *Columns, s *sums, rename func(Question) (Question, bool)) *keyedAdding {
	a := &keyedAdding{sums: s}
	for _, q := range c.questions {
		asked := true
		if rename != nil {
			q, asked = rename(q)
		}
		place := int32(-1)
		if asked {
			place = s.asked.place(q)
		}
		a.questions = append(a.questions, place)
	}
	for _, b := range s.by {
		having := c.facets.having(facetOf[b])
		keys := make([][]int32, len(having))
		for i := range having {
			for _, share := range b.shares(&having[i], &Figure{}, s.settings.Periods) {
				keys[i] = append(keys[i], s.keys.place(share.key))
			}
		}
		a.keys = append(a.keys, keys)
	}
	return a
}

func (a *keyedAdding) add(row *columnRow) {
	keys := a.under(row)
	for i := range row.entries {
		e := &row.entries[i]
		if question := a.questions[e.question]; question >= 0 {
			a.sums.lay(row.id, keys, question, e.entry)
		}
	}
}

// under are the keys of a row, those of all breakdowns joined; valid until the next.
func (a *keyedAdding) under(row *columnRow) []int32 {
	a.now = append(a.now[:0], a.sums.keys.place(""))
	for i, b := range a.sums.by {
		a.next = a.next[:0]
		for _, outer := range a.now {
			for _, inner := range a.keys[i][row.facets[facetOf[b]]] {
				a.next = append(a.next, a.sums.keys.joined(outer, inner))
			}
		}
		a.now, a.next = a.next, a.now
	}
	return a.now
}
