package casualty

import (
	"fmt"
	"time"
)

// A date is the numbers of one date, as far as they are known: a month or a day of 0
// is not stated.
type date struct{ year, month, day int }

// dateOf reads a date that is no span; ok is false for one that no calendar has. Totals
// read dates by the million, and [time.Parse] took a fifth of their time.
func dateOf(text string) (d date, ok bool) {
	if precisions[len(text)] == "" {
		return date{}, false
	}
	var numbers [3]int
	at := 0
	for i, c := range []byte(text) {
		hyphen := i == len("2006") || i == len("2006-01")
		switch {
		case hyphen != (c == '-') || !hyphen && (c < '0' || c > '9'):
			return date{}, false
		case hyphen:
			at++
		default:
			numbers[at] = 10*numbers[at] + int(c-'0')
		}
	}
	d = date{numbers[0], numbers[1], numbers[2]}
	return d, d.exists(at)
}

// exists tells whether a calendar has the date; after its year it states so many parts.
func (d date) exists(parts int) bool {
	if parts > 0 && (d.month < 1 || d.month > 12) {
		return false
	}
	return parts < 2 || d.day >= 1 && d.day <= daysIn(d.year, d.month)
}

// daysIn is how many days a month has.
func daysIn(year, month int) int {
	if leap := year%4 == 0 && (year%100 != 0 || year%400 == 0); leap && month == 2 {
		return 29
	}
	return [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
}

// ends are the first and the last date that it can mean.
func (d date) ends() (first, last date) {
	first, last = d, d
	if d.month == 0 {
		first.month, last.month = 1, 12
	}
	if d.day == 0 {
		first.day, last.day = 1, daysIn(d.year, last.month)
	}
	return first, last
}

func (d date) text() Day { return Day(fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)) }

// number counts days from 1970-01-01, which is 0.
func (d date) number() int {
	midnight := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	return int(midnight.Unix() / (24 * 60 * 60))
}
