package aggregate

// widestOf is how many figures the share of the widest speaks of.
const widestOf = 10

// A spread of widths: all of them together, and the widest, the widest first.
type spread struct {
	all  int
	most [widestOf]int
}

func (s *spread) add(width int) {
	if width > 0 {
		s.all += width
		s.keep(width)
	}
}

// keep puts a width among the widest, if it is one.
func (s *spread) keep(width int) {
	last := widestOf - 1
	if width <= s.most[last] {
		return
	}
	for ; last > 0 && s.most[last-1] < width; last-- {
		s.most[last] = s.most[last-1]
	}
	s.most[last] = width
}

func (s *spread) join(t *spread) {
	s.all += t.all
	for _, width := range t.most {
		s.keep(width)
	}
}

// widths are what the widest hold of all, both in people.
func (s *spread) widths() widths {
	w := widths{all: s.all}
	for _, width := range s.most {
		w.most += width
	}
	return w
}

// widths are all widths together, and those of the widest together.
type widths struct{ all, most int }

// share is what of the whole width the widest hold, in percent, rounded down.
func (w widths) share() int {
	if w.all == 0 {
		return 0
	}
	return 100 * w.most / w.all
}
