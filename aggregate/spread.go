package aggregate

// widestOf is how many figures the share of the widest speaks of.
const widestOf = 10

// A spread of widths: all of them together, and the widest.
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
	narrowest := 0
	for i, w := range s.most {
		if w < s.most[narrowest] {
			narrowest = i
		}
	}
	s.most[narrowest] = max(s.most[narrowest], width)
}

func (s *spread) join(t spread) {
	s.all += t.all
	for _, width := range t.most {
		s.keep(width)
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
