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

// shared is the entry of a figure that stands under other keys too, where it does.
func (e entry) shared(is bool) entry {
	e.marks |= mark(count(is)) << sharedMark
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
	low, top, best int64
	spread         spread
	figures        int32
	marked         [markCount]int32
	days           [5]int32
	places         [6]int32
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
	t.spread.add(e.width())
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
	t.spread.join(&u.spread)
}

// fill makes an empty total that of a question, without keys and caps.
func (t *tally) fill(total *Total, q Question) {
	total.Question, total.Incidents, total.Shared = q, int(t.figures), t.with(sharedMark)
	total.Unknown, total.OpenParts, total.NoFloor = t.with(unknownMark), t.with(openMark), t.with(noFloorMark)
	ranges, bests, known := t.with(rangeMark), t.with(bestMark), total.Incidents-total.Unknown
	if ranges > 0 {
		total.Range = bounds{low: int(t.low), top: int(t.top), floor: true, open: total.OpenParts > 0, stated: true}.asRange()
	}
	if bests > 0 && bests == known {
		total.Best = numberOf(int(t.best), t.with(bestOpenMark) > 0)
	}
	total.Panel = t.panel()
}

func (t *tally) panel() Panel {
	return Panel{
		Incidents: int(t.figures), Unknown: t.with(unknownMark), NoFloor: t.with(noFloorMark), NoCeiling: t.with(openMark),
		OneOrigin: t.with(oneOriginMark), Decided: t.with(decidedMark), Unsigned: t.with(unsignedMark),
		Waiting: t.with(waitingMark), LearntLate: t.with(lateMark),
		days: t.days, places: t.places, widths: t.spread.widths(),
	}
}

// with is how many entries have a mark.
func (t *tally) with(mark int) int { return int(t.marked[mark]) }
