package phrase

import (
	"cmp"
	"fmt"
	"time"

	"tollbook/casualty"
)

// days reads the days of the sentence: that of the harm, and that on which it was
// said. Where a sentence names two of a kind, or a day without a year that nothing
// tells, it stays not stated.
func (r *reader) days() (harm, said casualty.Day) {
	if r.does&(month|weekday) == 0 && !r.relative() {
		return "", ""
	}
	var twice, twiceSaid bool
	for i := range r.units {
		day := cmp.Or(r.date(i), r.lastWeekday(i), r.relativeDay(i))
		switch {
		case day == "":
		case r.sayDay(i):
			twiceSaid = twiceSaid || said != "" && said != day
			said = day
		default:
			twice = twice || harm != "" && harm != day
			harm = day
		}
	}
	if twice || said != "" && said != r.published.Day() && r.relative() {
		harm = "" // "overnight", said on a day that is not that of the publication
	}
	if twiceSaid {
		said = ""
	}
	return harm, said
}

// relative tells whether the sentence has a word such as "yesterday".
func (r *reader) relative() bool {
	for i := range r.units {
		if t := r.at(i); t != nil && t.word == relativeDay {
			return true
		}
	}
	return false
}

// The days that words tell by the day of publication.
const (
	today = iota + 1
	yesterday
	dayBefore
	overnight // the night before: the span of both days
)

// relativeDay is the day of "yesterday" and the like, where the publication is
// known to the day.
func (r *reader) relativeDay(i int) casualty.Day {
	t := r.at(i)
	if t == nil || t.word != relativeDay || r.out.IsZero() {
		return ""
	}
	back := func(n int) casualty.Day { return casualty.DayOf(r.out.AddDate(0, 0, -n)) }
	if t.n == overnight {
		return back(1) + "/" + back(0)
	}
	return back(t.n - today)
}

// date reads the date whose month is unit i: "5 May 2024", "May 5, 2024", "5 de
// mayo", "May 2024"; a span where two days share the month: "7 and 8 May".
func (r *reader) date(i int) casualty.Day {
	if !r.isMonth(i) || r.markAt(i-1) == '/' && r.isMonth(i-2) {
		return ""
	}
	month, next, at := r.at(i).n, i+1, i-1
	for r.is(at, of) {
		at--
	}
	day := r.dayNumber(at)
	if day == 0 {
		if day = r.dayNumber(i + 1); day > 0 {
			next++
		}
		at = -1
	}
	if r.markAt(next) == '/' && r.isMonth(next+1) {
		next += 2 // "أيار/مايو"
	}
	for isComma(r.markAt(next)) || r.is(next, of) {
		next++
	}
	year := 0
	if r.fourDigits(next) && (day > 0 || r.isYear(next)) {
		year = r.first(next).value
	}
	switch {
	case day > 0:
		return r.span(at, r.calendar(year, month, day))
	case year > 0:
		return casualty.Day(fmt.Sprintf("%04d-%02d", year, month))
	}
	return ""
}

// span is the day, or from the day of the same month before it, which shares the
// name of the month: "7 and 8 May". at is the unit of the day's number; below 0
// where it stands behind its month.
func (r *reader) span(at int, last casualty.Day) casualty.Day {
	j := at - 1
	if at > 0 && !r.units[at].hyphened {
		for j > 0 && (r.is(j, and|joins|preposition|reaches|the) || isHyphen(r.markAt(j))) && at-j < 4 {
			j--
		}
		if j == at-1 {
			return last
		}
	}
	from := r.dayNumber(j)
	if at < 1 || from == 0 || last == "" {
		return last
	}
	first := last[:len(last)-2] + casualty.Day(fmt.Sprintf("%02d", from))
	if first >= last {
		return ""
	}
	return first + "/" + last
}

// dayNumber is the day of a month that unit i is; 0 for none.
func (r *reader) dayNumber(i int) int {
	if i < 0 || i >= len(r.units) {
		return 0
	}
	if t := r.first(i); t.kind == numberToken && t.end-t.start <= 2 && t.value <= 31 {
		return t.value
	}
	return 0
}

// calendar is the day; without a year the last such day up to the publication.
// A day that no calendar has is not stated.
func (r *reader) calendar(year, month, day int) casualty.Day {
	if year == 0 {
		if r.out.IsZero() {
			return ""
		}
		year = r.out.Year()
		if time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).After(r.out) {
			year--
		}
	}
	parsed, err := casualty.ParseDay(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
	if err != nil {
		return ""
	}
	return parsed
}

// lastWeekday is the last such weekday up to the day of publication.
func (r *reader) lastWeekday(i int) casualty.Day {
	if r.out.IsZero() || !r.is(i, weekday) {
		return ""
	}
	back := (int(r.out.Weekday()) - r.at(i).n%7 + 7) % 7
	return casualty.DayOf(r.out.AddDate(0, 0, -back))
}
