package casualty

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"
)

// A Day is a calendar date as well as the source knew it: "2024-07-08",
// "2024-07", "2024", or a span of days "2024-07-08/2024-07-10". It is no instant:
// no time zone moves it. It never gains precision it was not given, and it sorts
// as text. The empty Day is not stated.
type Day string

// Precision tells how well a date is known.
type Precision string

// The precisions of a Day, from best to worst.
const (
	ToDay   Precision = "day"
	ToSpan  Precision = "range"
	ToMonth Precision = "month"
	ToYear  Precision = "year"
)

// precisions are those of one date, by the length of its form.
var precisions = map[int]Precision{len("2006-01-02"): ToDay, len("2006-01"): ToMonth, len("2006"): ToYear}

// ParseDay reads the four forms of a [Day] and refuses dates that no calendar
// has. The empty text is the Day that is not stated.
func ParseDay(text string) (Day, error) {
	first, last, span := strings.Cut(text, "/")
	ok := text == "" || !span && isDate(first) ||
		span && len(first) == len("2006-01-02") && isDate(first) && len(first) == len(last) && isDate(last) && first < last
	if !ok {
		return "", &Problem{Found: text, Want: "a date such as 2024-07-08, 2024-07, 2024 or 2024-07-08/2024-07-10"}
	}
	return Day(text), nil
}

func isDate(text string) bool {
	d, ok := dateOf(text)
	return ok && d.year > 0
}

// DayOf is the calendar day of t in t's own zone.
func DayOf(t time.Time) Day { return Day(t.Format("2006-01-02")) }

// Stated tells whether the date says anything.
func (d Day) Stated() bool { return d != "" }

// Precision tells how well the date is known; empty for a date that is not stated.
func (d Day) Precision() Precision {
	if strings.Contains(string(d), "/") {
		return ToSpan
	}
	return precisions[len(d)]
}

// First is the earliest day that the date can mean; empty if not stated.
func (d Day) First() Day { first, _ := d.ends(); return first }

// Last is the latest day that the date can mean; empty if not stated.
func (d Day) Last() Day { _, last := d.ends(); return last }

func (d Day) ends() (first, last Day) {
	if a, b, span := strings.Cut(string(d), "/"); span {
		return Day(a), Day(b)
	}
	if d.Precision() == ToDay {
		return d, d
	}
	date, ok := dateOf(string(d))
	if !ok {
		return "", ""
	}
	from, to := date.ends()
	return from.text(), to.text()
}

// Numbers count the first and the last day that the date can mean from 1970-01-01,
// which is 0; ok is false for a date that is not stated.
func (d Day) Numbers() (first, last int, ok bool) {
	if a, b, span := strings.Cut(string(d), "/"); span {
		first, _, begins := Day(a).Numbers()
		_, last, ends := Day(b).Numbers()
		return first, last, begins && ends
	}
	date, ok := dateOf(string(d))
	if !ok {
		return 0, 0, false
	}
	from, to := date.ends()
	return from.number(), to.number(), true
}

// Overlaps tells whether the two dates can mean the same day. A date that is
// not stated overlaps nothing: nothing is known of it.
func (d Day) Overlaps(e Day) bool {
	return d.Stated() && e.Stated() && d.First() <= e.Last() && e.First() <= d.Last()
}

// Compare orders two dates at the coarser of their precisions. known is false
// where the order cannot be told: a date is not stated, or one lies within the
// other's span.
func (d Day) Compare(e Day) (order int, known bool) {
	if !d.Stated() || !e.Stated() {
		return 0, false
	}
	if d.Precision() == ToSpan || e.Precision() == ToSpan {
		switch {
		case d == e:
			return 0, true
		case d.Last() < e.First():
			return -1, true
		case e.Last() < d.First():
			return 1, true
		}
		return 0, false
	}
	n := min(len(d), len(e))
	return cmp.Compare(d[:n], e[:n]), true
}

// MarshalText gives the date's own form.
func (d Day) MarshalText() ([]byte, error) { return []byte(d), nil }

// UnmarshalText reads a date and refuses what [ParseDay] refuses.
func (d *Day) UnmarshalText(text []byte) error {
	parsed, err := ParseDay(string(text))
	if err == nil {
		*d = parsed
	}
	return err
}

// A Moment is when something was said or published: a [Day], with a clock time
// and an offset from UTC where they are known: "2025-07-01", "2025-07-01T15:00",
// "2025-07-01T15:00Z", "2025-07-01T15:00+03:00". Seconds are kept where given.
// The empty Moment is not stated.
type Moment string

var momentLayouts = []string{"2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z07:00"}

// ParseMoment reads a date, or a day with a clock time and an optional offset.
func ParseMoment(text string) (Moment, error) {
	if _, err := ParseDay(text); err == nil {
		return Moment(text), nil
	}
	if _, _, err := parseClock(text); err != nil {
		return "", &Problem{Found: text, Want: "a date such as 2025-07-01, with a time where it is known: 2025-07-01T15:00Z"}
	}
	return Moment(text), nil
}

var errNoClock = errors.New("casualty: no clock time")

// parseClock tells the instant of a moment with a clock time, and whether its
// offset is known.
func parseClock(text string) (t time.Time, zoned bool, err error) {
	if len(text) < len("2006-01-02T15:04") {
		return time.Time{}, false, errNoClock
	}
	for i, layout := range momentLayouts {
		if t, err = time.Parse(layout, text); err == nil && t.Format(layout) == text {
			return t, i >= 2, nil
		}
	}
	return time.Time{}, false, fmt.Errorf("casualty: no clock time in %q", text)
}

// MomentOf is t to the second, in UTC.
func MomentOf(t time.Time) Moment { return Moment(t.UTC().Format("2006-01-02T15:04:05Z07:00")) }

// Stated tells whether the moment says anything.
func (m Moment) Stated() bool { return m != "" }

// Day is the calendar day as written, whatever the offset.
func (m Moment) Day() Day {
	day, _, _ := strings.Cut(string(m), "T")
	return Day(day)
}

// Compare orders two moments at the coarser of their precisions: two clock times
// with offsets as instants, two without as written, anything else by the
// calendar day. known is false where a moment is not stated or the days' order
// cannot be told.
func (m Moment) Compare(n Moment) (order int, known bool) {
	t, tz, err1 := parseClock(string(m))
	u, uz, err2 := parseClock(string(n))
	if err1 == nil && err2 == nil && tz == uz {
		return t.Compare(u), true
	}
	return m.Day().Compare(n.Day())
}

// MarshalText gives the moment's own form.
func (m Moment) MarshalText() ([]byte, error) { return []byte(m), nil }

// UnmarshalText reads a moment and refuses what [ParseMoment] refuses.
func (m *Moment) UnmarshalText(text []byte) error {
	parsed, err := ParseMoment(string(text))
	if err == nil {
		*m = parsed
	}
	return err
}
