package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// CanSum tells whether columns know the keys of breakdowns: not those that go by the
// figure, as its sources or the group it speaks of, nor by what is dealt over periods.
func CanSum(by []By, rule PeriodRule) bool { return steady(by, rule) }

// Sum adds the figures up of the incidents that keep keeps; nil keeps all. Figures on a
// question are added under the one that rename gives; ok is false for those left out. A
// nil rename leaves all as they are.
func (c *Columns) Sum(m Method, s Settings, by []By, keep func(casualty.IncidentID) bool, rename func(Question) (Question, bool)) *Summing {
	begin := func() *Summing { return NewSumming(m, s, by...) }
	sum := InParts(len(c.places), begin, func(sum *Summing, from, to int) {
		adding := newColumnAdding(c, sum, rename)
		for place := from; place < to; place++ {
			if row := c.row(place); !row.erased && (keep == nil || keep(row.id)) {
				adding.add(row)
			}
		}
	})
	if single(by) {
		sum.whole.joinAll(sum.rows)
	}
	return sum
}

// single tells whether each incident stands under one key of steady breakdowns: the
// whole is the sum of the rows then.
func single(by []By) bool { return len(by) > 0 && !slices.Contains(by, ByPerpetrator) }

// A columnAdding adds rows to a summing.
type columnAdding struct {
	sum                 *Summing
	headline            []bool // by the place of the grade
	rows, whole, beside keyedAdding
}

func newColumnAdding(c *Columns, s *Summing, rename func(Question) (Question, bool)) columnAdding {
	a := columnAdding{sum: s, rows: newKeyedAdding(c, s.rows, rename), whole: newKeyedAdding(c, s.whole, rename), beside: newKeyedAdding(c, s.beside, rename)}
	for _, i := range c.facets.having(gradeFacet) {
		a.headline = append(a.headline, s.summary.Settings.headlines(i.Grade))
	}
	return a
}

func (a *columnAdding) add(row *columnRow) {
	if !a.headline[row.facets[gradeFacet]] {
		a.beside.add(row)
		return
	}
	a.sum.summary.Incidents++
	a.rows.add(row)
	if by := a.sum.rows.by; len(by) > 0 && !single(by) {
		a.whole.add(row)
	}
}

// A keyedAdding adds rows to sums under keys that are found once for each facet.
type keyedAdding struct {
	sums      *sums
	questions []int32     // by the place of the columns' question; -1: not asked
	facets    []facet     // of the breakdowns
	keys      [][][]int32 // by the place of the breakdown and of the facet
	now, next []int32
}

func newKeyedAdding(c *Columns, s *sums, rename func(Question) (Question, bool)) keyedAdding {
	a := keyedAdding{sums: s}
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
		a.keys, a.facets = append(a.keys, keys), append(a.facets, facetOf[b])
	}
	a.sums.keys.place("")
	return a
}

// add lays the entries of a row under its keys.
func (a *keyedAdding) add(row *columnRow) {
	keys := a.under(row)
	for i := range row.entries {
		e := &row.entries[i]
		if question := a.questions[e.question]; question >= 0 {
			a.sums.lay(row.id, keys, question, e.entry.shared(len(keys) > 1))
		}
	}
}

// under are the keys of a row, those of all breakdowns joined; valid until the next.
func (a *keyedAdding) under(row *columnRow) []int32 {
	a.now = append(a.now[:0], a.sums.keys.places[""])
	for i, facet := range a.facets {
		a.next = a.next[:0]
		for _, outer := range a.now {
			for _, inner := range a.keys[i][row.facets[facet]] {
				a.next = append(a.next, a.sums.keys.joined(outer, inner))
			}
		}
		a.now, a.next = a.next, a.now
	}
	return a.now
}
