package aggregate

// A line is what one figure of an incident adds to a cell.
type line struct {
	low, top, best int64
	marks          mark
}

// A mark is the yes-or-no parts of a line, one bit each.
type mark uint8

// The marks, by their place among the bits.
const (
	unknownMark = iota
	openMark
	noFloorMark
	rangeMark // the figure has a range
	bestMark  // the figure has a best number
	bestOpenMark
	sharedMark
	markCount
)

// A sum is what the lines of a cell add up to: the numbers, and how many lines
// have each mark.
type sum struct {
	lines          int
	low, top, best int64
	marked         [markCount]int
}

func (s *sum) add(l line) {
	s.lines++
	s.low += l.low
	s.top += l.top
	s.best += l.best
	for i := range s.marked {
		s.marked[i] += int(l.marks >> i & 1)
	}
}

// join adds what another sum is of.
func (s *sum) join(t sum) {
	s.lines += t.lines
	s.low += t.low
	s.top += t.top
	s.best += t.best
	for i, n := range t.marked {
		s.marked[i] += n
	}
}

func lineOf(f *Figure, shared bool) line {
	w := weightOf(*f)
	l := line{low: int64(w.Low), top: int64(w.Highest), best: int64(w.Best)}
	for i, on := range [markCount]bool{
		unknownMark: w.Unknown > 0, openMark: w.OpenParts > 0, noFloorMark: f.NoFloor, rangeMark: f.Range.Stated(),
		bestMark: f.Best.Stated(), bestOpenMark: f.Best.Open(), sharedMark: shared,
	} {
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

func labelOf(c *addedUp) label { return label{c.cell.question, c.keys, c.cell.words()} }

// total is the sum of a cell as a total, without caps.
func (c label) total(s sum) Total {
	t := Total{
		Keys: c.keys, Key: c.words, Question: c.question, Incidents: s.lines,
		Unknown: s.marked[unknownMark], OpenParts: s.marked[openMark], NoFloor: s.marked[noFloorMark], Shared: s.marked[sharedMark],
	}
	ranges, bests, known := s.marked[rangeMark], s.marked[bestMark], s.lines-s.marked[unknownMark]
	if ranges > 0 {
		t.Range = bounds{low: int(s.low), top: int(s.top), floor: true, open: t.OpenParts > 0, stated: true}.asRange()
	}
	if bests > 0 && bests == known {
		t.Best = numberOf(int(s.best), s.marked[bestOpenMark] > 0)
	}
	return t
}
