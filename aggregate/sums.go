package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// sums add figures up, cell by cell and one figure at a time, so that the figures
// of a large book are never held at once.
type sums struct {
	by       []By
	settings Settings
	places   map[cell]int32
	cells    []addedUp
	dealt    []string // the arithmetic of the figures that were dealt over periods
}

// An addedUp is a cell with what was added to it.
type addedUp struct {
	cell  cell
	sum   sum
	panel Panel
	under map[int]sum // what lies under a cap, by its place in the settings
}

func newSums(s Settings, by []By) *sums {
	return &sums{by: by, settings: s, places: map[cell]int32{}}
}

// add lays a figure under its keys; a figure that the breakdowns do not ask for
// stands under none.
func (s *sums) add(f *IncidentFigure) {
	if !asks(f.Figure.Question, s.by) {
		return
	}
	shares := sharesOf(f, s.by, s.settings.Periods)
	if len(shares) > 0 && shares[0].figure.Allotted {
		s.dealt = append(s.dealt, string(f.Incident.ID)+" "+f.Figure.Question.Words()+": "+f.Figure.Arithmetic(len(daysOf(f.Incident.Day)), "days"))
	}
	for _, part := range shares {
		c := s.at(cell{f.Figure.Question, part.key})
		added := lineOf(part.figure, len(shares) > 1)
		c.sum.add(added)
		c.panel.add(&f.Incident, part.figure)
		for i, held := range s.settings.Caps {
			if held.Question == f.Figure.Question && slices.Contains(held.Over, f.Incident.ID) {
				c.hold(i, added)
			}
		}
	}
}

// at is the cell; a new one is put at the end.
func (s *sums) at(c cell) *addedUp {
	i, ok := s.places[c]
	if !ok {
		i = int32(len(s.cells))
		s.places[c] = i
		s.cells = append(s.cells, addedUp{cell: c})
	}
	return &s.cells[i]
}

func (c *addedUp) hold(i int, added line) {
	if c.under == nil {
		c.under = map[int]sum{}
	}
	sum := c.under[i]
	sum.add(added)
	c.under[i] = sum
}

// totals are the sums in the order of tables.
func (s *sums) totals() []Total {
	slices.SortFunc(s.cells, func(a, b addedUp) int { return compareCells(a.cell, b.cell) })
	s.places = nil
	totals := make([]Total, len(s.cells))
	for i, c := range s.cells {
		name := labelOf(c.cell)
		totals[i] = name.total(c.sum)
		totals[i].Panel = c.panel
		totals[i].holdAll(s.settings.Caps, func(n int) (Total, bool) {
			part, under := c.under[n]
			return name.total(part), under
		})
	}
	return totals
}

// A spread of widths: all of them together, and the widest.
type spread struct {
	all  int
	most []int
}

func (s *spread) add(width int) {
	s.all += width
	if width > 0 && len(s.most) < widestOf {
		s.most = append(s.most, width)
		return
	}
	for i, w := range s.most {
		if width > w && w == slices.Min(s.most) {
			s.most[i] = width
			return
		}
	}
}

// share is what of the whole width the widest hold, in percent, rounded down.
func (s spread) share() int {
	most := 0
	for _, w := range s.most {
		most += w
	}
	if s.all == 0 {
		return 0
	}
	return 100 * most / s.all
}

// width is high less low; 0 for a figure without one or without a high.
func width(r casualty.Range) int {
	low, _ := r.Low()
	high, closed := r.High()
	if !closed {
		return 0
	}
	return high - low
}
