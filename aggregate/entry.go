package aggregate

import (
	"math/bits"

	"tollbook/casualty"
)

// An entry is what one figure of an incident adds to a total and to its panel.
type entry struct {
	low, top, best int64
	marks          mark
	day, place     uint8 // their precisions, by their places in dayPrecisions and placePrecisions
}

// A mark is the yes-or-no parts of an entry, one bit each.
type mark uint16

// The marks, by their place among the bits.
const (
	unknownMark = iota
	openMark
	noFloorMark
	rangeMark // the figure has a range
	bestMark  // the figure has a best number
	bestOpenMark
	sharedMark // it stands under other keys too
	oneOriginMark
	decidedMark
	unsignedMark
	waitingMark
	lateMark
	markCount
)

func entryOf(i *casualty.Incident, f *Figure) entry {
	w := weightOf(f)
	e := entry{
		low: int64(w.Low), top: int64(w.Highest), best: int64(w.Best),
		day: uint8(indexOr(dayPrecisions, i.Day.Precision())), place: uint8(indexOr(placePrecisions, i.Place.Precision)),
	}
	for mark, on := range [markCount]bool{
		unknownMark: w.Unknown > 0, openMark: w.OpenParts > 0, noFloorMark: f.NoFloor, rangeMark: f.Range.Stated(),
		bestMark: f.Best.Stated(), bestOpenMark: f.Best.Open(), oneOriginMark: w.Unknown == 0 && f.Origins() == 1,
		decidedMark: len(f.Decisions) > 0, unsignedMark: f.Unsigned, waitingMark: len(f.Waiting) > 0, lateMark: learntLate(i.Day, f.FirstKnown.Day()),
	} {
		if on {
			e.marks |= 1 << mark
		}
	}
	return e
}

// width is high less low; 0 for a figure without a range or without a high.
func (e *entry) width() int {
	if e.marks>>rangeMark&1 == 0 || e.marks>>openMark&1 == 1 {
		return 0
	}
	return int(e.top - e.low)
}

// A tally is what entries add up to: the numbers, how many entries have each mark and
// each precision, and how wide they are.
type tally struct {
	figures        int
	low, top, best int64
	marked         [markCount]int
	days           [5]int
	places         [6]int
	widths         spread
}

func (t *tally) add(e *entry) {
	t.figures++
	t.low += e.low
	t.top += e.top
	t.best += e.best
	for rest := e.marks; rest != 0; rest &= rest - 1 {
		t.marked[bits.TrailingZeros16(uint16(rest))]++
	}
	t.days[e.day]++
	t.places[e.place]++
	t.widths.add(e.width())
}

// join adds what another tally is of.
func (t *tally) join(u *tally) {
	t.figures += u.figures
	t.low += u.low
	t.top += u.top
	t.best += u.best
	for i, n := range u.marked {
		t.marked[i] += n
	}
	for i, n := range u.days {
		t.days[i] += n
	}
	for i, n := range u.places {
		t.places[i] += n
	}
	t.widths.join(u.widths)
}

// total is the tally as a total of a question, without keys and caps.
func (t *tally) total(q Question) Total {
	total := Total{
		Question: q, Incidents: t.figures, Unknown: t.marked[unknownMark], OpenParts: t.marked[openMark],
		NoFloor: t.marked[noFloorMark], Shared: t.marked[sharedMark], Panel: t.panel(),
	}
	ranges, bests, known := t.marked[rangeMark], t.marked[bestMark], t.figures-t.marked[unknownMark]
	if ranges > 0 {
		total.Range = bounds{low: int(t.low), top: int(t.top), floor: true, open: total.OpenParts > 0, stated: true}.asRange()
	}
	if bests > 0 && bests == known {
		total.Best = numberOf(int(t.best), t.marked[bestOpenMark] > 0)
	}
	return total
}

func (t *tally) panel() Panel {
	return Panel{
		Incidents: t.figures, Unknown: t.marked[unknownMark], NoFloor: t.marked[noFloorMark], NoCeiling: t.marked[openMark],
		OneOrigin: t.marked[oneOriginMark], Decided: t.marked[decidedMark], Unsigned: t.marked[unsignedMark],
		Waiting: t.marked[waitingMark], LearntLate: t.marked[lateMark],
		days: t.days, places: t.places, widths: t.widths,
	}
}
