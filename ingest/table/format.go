package table

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// A dateForm is how much of a date a number format shows. The zero form is that
// of a plain number.
type dateForm struct{ year, month, day, clock bool }

func (d dateForm) isDate() bool { return d.year || d.day || d.month && !d.clock }

// builtIn are the formats that every spreadsheet program knows by number.
var builtIn = map[int]dateForm{
	14: {year: true, month: true, day: true}, 15: {year: true, month: true, day: true},
	16: {month: true, day: true}, 17: {year: true, month: true},
	22: {year: true, month: true, day: true, clock: true},
	27: {year: true, month: true, day: true}, 30: {year: true, month: true, day: true}, 31: {year: true, month: true, day: true},
	36: {year: true, month: true, day: true}, 50: {year: true, month: true, day: true}, 57: {year: true, month: true, day: true},
}

// readStyles finds for each cell style how much of a date it shows.
func (b *book) readStyles(part string) error {
	custom := map[int]dateForm{}
	inCells := false
	return b.file.scan(part, maxSmall, func(x *xmlScan, token xmlToken) error {
		if x.name == "cellXfs" && token != xmlText {
			inCells = token == xmlStart
		}
		if token != xmlStart {
			return nil
		}
		id, err := strconv.Atoi(x.attr("numFmtId"))
		switch {
		case err != nil:
		case x.name == "numFmt":
			custom[id] = formOf(x.attr("formatCode"))
		case x.name == "xf" && inCells:
			form, ok := custom[id]
			if !ok {
				form = builtIn[id]
			}
			b.formats = append(b.formats, form)
		}
		return nil
	})
}

// formOf reads a format code: what stands in quotes, brackets or after a
// backslash is no part of the date. Only the first section counts.
func formOf(code string) (d dateForm) {
	months := 0
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"':
			if end := strings.IndexByte(code[i+1:], '"'); end >= 0 {
				i += end + 1
			}
		case '[':
			if end := strings.IndexByte(code[i:], ']'); end >= 0 {
				i += end
			}
		case '\\', '_', '*':
			i++
		case ';':
			i = len(code)
		case 'y', 'Y':
			d.year = true
		case 'd', 'D':
			d.day = true
		case 'h', 'H', 's', 'S':
			d.clock = true
		case 'm', 'M':
			months++
		case '0', '#', '?':
			if !d.year && !d.day && !d.clock {
				return dateForm{} // a number; 0 after seconds is a fraction of them
			}
		}
	}
	// Between hours and seconds m means minutes, and three in a row never do.
	d.month = months >= 3 || months > 0 && (!d.clock || d.year || d.day)
	return d
}

// shown is a stored number as a date of this form; ok is false where no calendar
// has it.
func (b *book) shown(serial float64, form dateForm) (text string, ok bool) {
	t, ok := b.moment(serial)
	switch {
	case !ok:
		return "", false
	case !form.year && form.day:
		return t.Format("2-Jan"), true
	case !form.year:
		return t.Format("Jan"), true
	case !form.month && !form.day:
		return t.Format("2006"), true
	case !form.day:
		return t.Format("2006-01"), true
	case !form.clock || t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0:
		return t.Format("2006-01-02"), true
	}
	return strings.TrimSuffix(t.Format("2006-01-02 15:04:05"), ":00"), true
}

// moment is the calendar time of a serial number. In the calendar from 1900,
// Excel has a 29 February 1900 (60) that never was; it and what is out of range
// are no dates.
func (b *book) moment(serial float64) (time.Time, bool) {
	if math.IsNaN(serial) || serial < 0 || serial >= 2_958_466 {
		return time.Time{}, false
	}
	days := int(serial)
	base := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case b.era1904:
		base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days == 60 || days == 0:
		return time.Time{}, false
	case days < 60:
		base = base.AddDate(0, 0, 1)
	}
	seconds := math.Round((serial - float64(days)) * 86_400)
	return base.AddDate(0, 0, days).Add(time.Duration(seconds) * time.Second), true
}

// plainNumber writes a stored number without an exponent or needless zeros.
func plainNumber(stored string) (text string, value float64, ok bool) {
	if n, ok := digits([]byte(stored)); ok && (n == 0 || stored[0] != '0') && (n != 0 || stored == "0") {
		return stored, float64(n), true
	}
	value, err := strconv.ParseFloat(stored, 64)
	if err != nil || math.IsInf(value, 0) || math.IsNaN(value) {
		return stored, 0, false
	}
	if math.Abs(value) >= 1e15 {
		return stored, value, true
	}
	return strconv.FormatFloat(value, 'f', -1, 64), value, true
}
