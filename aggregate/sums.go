package aggregate

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tollbook/casualty"
)

// sums add figures up, cell by cell and one incident at a time, so that the figures
// of a large book are never held at once.
type sums struct {
	by       []By
	settings Settings
	steady   bool // the keys of all figures of an incident are the same
	cells    map[string][]*addedUp
	dealt    []dealing

	questions []Question // that cells have
}

// A dealing is the arithmetic of a figure that was dealt over periods.
type dealing struct {
	incident casualty.IncidentID
	words    string
}

// An addedUp is a cell with what was added to it.
type addedUp struct {
	cell  cell
	keys  []string
	sum   sum
	panel Panel
	under map[int]sum // what lies under a cap, by its place in the settings
}

func newSums(s Settings, by []By) *sums {
	ofFigures := func(b By) bool { return b == BySource || b == ByGroup || b == ByPopulation }
	return &sums{
		by: by, settings: s, cells: map[string][]*addedUp{},
		steady: s.Periods != Dealt && !slices.ContainsFunc(by, ofFigures),
	}
}

// add lays the figures of one incident under their keys; a figure that the breakdowns
// do not ask for stands under none.
func (s *sums) add(figures []IncidentFigure) {
	var shares []share
	for i := range figures {
		f := &figures[i]
		if !asks(f.Figure.Question, s.by) {
			continue
		}
		if shares == nil || !s.steady {
			shares = sharesOf(f, s.by, s.settings.Periods)
		}
		s.lay(f, shares)
	}
}

func (s *sums) lay(f *IncidentFigure, shares []share) {
	if len(shares) > 0 && shares[0].figure.Allotted {
		s.dealt = append(s.dealt, dealing{f.Incident.ID, f.Figure.Question.Words() + ": " + f.Figure.Arithmetic(len(daysOf(f.Incident.Day)), "days")})
	}
	for _, part := range shares {
		figure := part.figure
		if s.steady {
			figure = &f.Figure
		}
		c := s.at(cell{f.Figure.Question, part.key})
		added := lineOf(figure, len(shares) > 1)
		c.sum.add(added)
		c.panel.add(&f.Incident, figure)
		for i, held := range s.settings.Caps {
			if held.Question == f.Figure.Question && slices.Contains(held.Over, f.Incident.ID) {
				c.hold(i, added)
			}
		}
	}
}

// at is the cell, new where nothing was added to it yet.
func (s *sums) at(c cell) *addedUp {
	for _, known := range s.cells[c.key] {
		if known.cell.question == c.question {
			return known
		}
	}
	c = cell{s.question(c.question), strings.Clone(c.key)}
	made := &addedUp{cell: c, keys: c.keys()}
	s.cells[c.key] = append(s.cells[c.key], made)
	return made
}

// question is the question in texts that hold no row of a book in memory.
func (s *sums) question(q Question) Question {
	if i := slices.Index(s.questions, q); i >= 0 {
		return s.questions[i]
	}
	own := Question{
		casualty.Harm(strings.Clone(string(q.Harm))), casualty.Population(strings.Clone(string(q.Population))),
		casualty.Group(strings.Clone(string(q.Group))), casualty.Severity(strings.Clone(string(q.Severity))),
	}
	s.questions = append(s.questions, own)
	return own
}

func (c *addedUp) hold(i int, added line) {
	var one sum
	one.add(added)
	c.holdSum(i, one)
}

func (c *addedUp) holdSum(i int, more sum) {
	if c.under == nil {
		c.under = map[int]sum{}
	}
	sum := c.under[i]
	sum.join(more)
	c.under[i] = sum
}

// join adds what other sums, by the same breakdowns and settings, added up of other
// incidents.
func (s *sums) join(other *sums) {
	for _, cells := range other.cells {
		for _, more := range cells {
			c := s.at(more.cell)
			c.sum.join(more.sum)
			c.panel.join(more.panel)
			for i, sum := range more.under {
				c.holdSum(i, sum)
			}
		}
	}
	s.dealt = append(s.dealt, other.dealt...)
}

// dealings are the words of what was dealt, in the order of the incidents.
func (s *sums) dealings() (words []string) {
	slices.SortStableFunc(s.dealt, func(a, b dealing) int {
		return cmp.Or(cmp.Compare(len(a.incident), len(b.incident)), cmp.Compare(a.incident, b.incident))
	})
	for _, d := range s.dealt {
		words = append(words, string(d.incident)+" "+d.words)
	}
	return words
}

// totals are the sums in the order of tables: by harm, by key, then by who is asked for.
func (s *sums) totals() []Total {
	cells := s.inOrder()
	totals := make([]Total, len(cells))
	for i, c := range cells {
		name := labelOf(c)
		totals[i] = name.total(c.sum)
		totals[i].Panel = c.panel
		totals[i].holdAll(s.settings.Caps, func(n int) (Total, bool) {
			part, under := c.under[n]
			return name.total(part), under
		})
	}
	return totals
}

// inOrder are the cells as tables show them. The keys are ordered first, once each.
func (s *sums) inOrder() []*addedUp {
	var cells []*addedUp
	keys := slices.SortedFunc(maps.Values(s.cells), func(a, b []*addedUp) int { return slices.CompareFunc(a[0].keys, b[0].keys, compareKeys) })
	for _, under := range keys {
		slices.SortFunc(under, func(a, b *addedUp) int { return a.cell.question.Compare(b.cell.question) })
		cells = append(cells, under...)
	}
	slices.SortStableFunc(cells, func(a, b *addedUp) int { return place(casualty.Harms, a.cell.question.Harm, b.cell.question.Harm) })
	return cells
}

// A spread of widths: all of them together, and the widest.
type spread struct {
	all  int
	most [widestOf]int
}

func (s *spread) add(width int) {
	s.all += width
	narrowest := 0
	for i, w := range s.most {
		if w < s.most[narrowest] {
			narrowest = i
		}
	}
	s.most[narrowest] = max(s.most[narrowest], width)
}

func (s *spread) join(t spread) {
	all := s.all + t.all
	for _, width := range t.most {
		s.add(width)
	}
	s.all = all
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
