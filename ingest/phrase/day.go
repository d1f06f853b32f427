package phrase

import (
	"fmt"
	"time"

	"tollbook/casualty"
)

// day is the day of the harm as well as the sentence says it: a date, or a
// weekday before the day of publication. Where the sentence names two days, or a
// day without a year that nothing tells, it stays not stated.
func (r *reader) day() casualty.Day {
	if r.does&(month|weekday) == 0 {
		return ""
	}
	var found casualty.Day
	for i := range r.units {
		day := r.date(i)
		if day == "" && !r.sayDay(i) {
			day = r.lastWeekday(i)
		}
		switch {
		case day == "" || day == found:
		case found == "":
			found = day
		default:
			return ""
		}
	}
	return found
}

// date reads the date whose month is unit i: "5 May 2024", "May 5, 2024", "5
// May", "May 2024".
func (r *reader) date(i int) casualty.Day {
	if !r.isMonth(i) {
		return ""
	}
	month, next := r.at(i).n, i+1
	day := r.dayNumber(i - 1)
	if day == 0 {
		if day = r.dayNumber(i + 1); day > 0 {
			next++
		}
	}
	if isComma(r.markAt(next)) {
		next++
	}
	year := 0
	if r.isYear(next) {
		year = r.first(next).value
	}
	switch {
	case day > 0:
		return r.calendar(year, month, day)
	case year > 0:
		return casualty.Day(fmt.Sprintf("%04d-%02d", year, month))
	}
	return ""
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
