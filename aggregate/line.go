package aggregate

// A line is what one figure of an incident adds to a cell.
type line struct {
	cell           int32
	low, top, best int64
	marks          mark
}

// A mark is a yes-or-no part of a line.
type mark uint8

const (
	markUnknown mark = 1 << iota
	markOpen
	markNoFloor
	markRange // the figure has a range
	markBest  // the figure has a best number
	markBestOpen
	markShared
)

// A sum is what the lines of a cell add up to: the numbers, and how many lines
// have each mark.
type sum struct {
	lines          int
	low, top, best int64
	marked         [7]int
}

func (s *sum) add(l line, times int) {
	s.lines += times
	s.low += int64(times) * l.low
	s.top += int64(times) * l.top
	s.best += int64(times) * l.best
	for i := range s.marked {
		s.marked[i] += times * int(l.marks>>i&1)
	}
}

func lineOf(f *Figure, shared bool) line {
	w := weightOf(*f)
	l := line{low: int64(w.Low), top: int64(w.Highest), best: int64(w.Best)}
	for i, on := range [...]bool{w.Unknown > 0, w.OpenParts > 0, f.NoFloor, f.Range.Stated(), f.Best.Stated(), f.Best.Open(), shared} {
		if on {
			l.marks |= 1 << i
		}
	}
	return l
}

// A label is what a total of a cell is called.
type label struct {
	question Question
	keys     []string
	words    string
}

func labelOf(c cell) label { return label{c.question, c.keys(), c.words()} }

// total is the sum of a cell as a total, without caps.
func (c label) total(s sum) Total {
	t := Total{
		Keys: c.keys, Key: c.words, Question: c.question, Incidents: s.lines,
		Unknown: s.marked[0], OpenParts: s.marked[1], NoFloor: s.marked[2], Shared: s.marked[6],
	}
	ranges, bests, known := s.marked[3], s.marked[4], s.lines-s.marked[0]
	if ranges > 0 {
		t.Range = bounds{low: int(s.low), top: int(s.top), floor: true, open: t.OpenParts > 0, stated: true}.asRange()
	}
	if bests > 0 && bests == known {
		t.Best = numberOf(int(s.best), s.marked[5] > 0)
	}
	return t
}
