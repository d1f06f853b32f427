package aggregate

import (
	"runtime"
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
	parts := make([]columnAdding, max(1, min(runtime.GOMAXPROCS(0), len(c.rows)/leastPart)))
	inStretches(len(parts), len(parts), func(part, _ int) {
		parts[part] = newColumnAdding(c, NewSumming(m, s, by...), rename)
		parts[part].part, parts[part].of = part, len(parts)
		for i := range c.rows {
			if row := &c.rows[i]; !row.erased && (keep == nil || keep(row.id)) {
				parts[part].add(i, row)
			}
		}
	})
	sum := parts[0].sum
	for part, more := range parts[1:] {
		sum.rows.take(more.sum.rows, part+1, len(parts))
		sum.whole.join(more.sum.whole)
		sum.beside.join(more.sum.beside)
		sum.summary.Incidents += more.sum.summary.Incidents
	}
	if parts[0].single {
		sum.whole.joinAll(sum.rows)
	}
	return sum
}

// A columnAdding adds rows to a summing. Several do so side by side: each looks at all
// rows, gives the keys the same places as the others, and adds what lies under those
// that are its part.
type columnAdding struct {
	sum                 *Summing
	part, of            int
	single              bool   // each incident stands under one key: the whole is the sum of the rows
	headline            []bool // by the place of the grade
	rows, whole, beside keyedAdding
}

func newColumnAdding(c *Columns, s *Summing, rename func(Question) (Question, bool)) columnAdding {
	a := columnAdding{sum: s, rows: newKeyedAdding(c, s.rows, rename), whole: newKeyedAdding(c, s.whole, rename), beside: newKeyedAdding(c, s.beside, rename)}
	a.single = len(s.rows.by) > 0 && !slices.Contains(s.rows.by, ByPerpetrator)
	for _, i := range c.facets.having(gradeFacet) {
		a.headline = append(a.headline, s.summary.Settings.headlines(i.Grade))
	}
	return a
}

func (a *columnAdding) add(place int, row *columnRow) {
	headline, own := a.headline[row.facets[gradeFacet]], place%a.of == a.part
	a.sum.summary.Incidents += count(headline && own)
	switch {
	case !headline && own:
		a.beside.add(row, 0, 1)
	case headline:
		a.rows.add(row, a.part, a.of)
		if len(a.sum.rows.by) > 0 && !a.single && own {
			a.whole.add(row, 0, 1)
		}
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

// add lays the entries of a row under those of its keys that are the part of so many.
func (a *keyedAdding) add(row *columnRow, part, of int) {
	keys := a.under(row)
	shared := len(keys) > 1
	keys = slices.DeleteFunc(keys, func(key int32) bool { return int(key)%of != part })
	if len(keys) == 0 {
		return
	}
	for i := range row.entries {
		e := &row.entries[i]
		if question := a.questions[e.question]; question >= 0 {
			a.sums.lay(row.id, keys, question, e.entry.shared(shared))
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

// take takes over the keys that are the part of so many from sums that gave all keys
// the same places.
func (s *sums) take(other *sums, part, of int) {
	for key := part; key < len(other.cells); key += of {
		for len(s.cells) <= key {
			s.cells = append(s.cells, nil)
		}
		s.cells[key] = other.cells[key]
	}
}

// joinAll adds all of other sums up under the one key of the sums without a breakdown.
func (s *sums) joinAll(other *sums) {
	for _, under := range other.cells {
		for question, more := range under {
			if more != nil {
				s.at(cell{s.keys.place(""), s.asked.place(other.asked.questions[question])}).join(more)
			}
		}
	}
}
