package aggregate

import (
	"fmt"
	"slices"
	"time"

	"tollbook/casualty"
)

// A period is a kind of stretch of days and the key of the one that a day is in.
type period struct {
	precision []casualty.Precision // the dates coarse as this and finer lie in one
	key       func(day string) string
}

var periods = map[By]period{
	ByDay:     {[]casualty.Precision{casualty.ToDay}, func(day string) string { return day }},
	ByMonth:   {[]casualty.Precision{casualty.ToDay, casualty.ToMonth}, func(day string) string { return day[:7] }},
	ByQuarter: {[]casualty.Precision{casualty.ToDay, casualty.ToMonth}, quarter},
	ByYear:    {[]casualty.Precision{casualty.ToDay, casualty.ToMonth, casualty.ToYear}, func(day string) string { return day[:4] }},
}

func quarter(day string) string {
	month := int(day[5]-'0')*10 + int(day[6]-'0')
	return fmt.Sprintf("%s-Q%d", day[:4], (month+2)/3)
}

// shares lays an incident into the periods. A date too coarse for them is
// unallocated; a span within one period is in it; a span across two goes by the
// rule.
func (p period) shares(day casualty.Day, f *Figure, rule PeriodRule) []share {
	if !day.Stated() {
		return []share{{Unallocated, f}}
	}
	first, last := p.key(string(day.First())), p.key(string(day.Last()))
	span := day.Precision() == casualty.ToSpan
	switch {
	case !span && !slices.Contains(p.precision, day.Precision()):
		return []share{{Unallocated + " in " + string(day), f}}
	case first == last || rule == "" || rule == Start:
		return []share{{first, f}}
	case rule == Spans:
		return []share{{SpansPeriods, f}}
	}
	return p.deal(day, f)
}

// deal splits a figure over its days and adds the days of each period up.
func (p period) deal(day casualty.Day, f *Figure) []share {
	days := daysOf(day)
	var shares []share
	for i, part := range f.Split(len(days)) {
		key := p.key(days[i])
		if n := len(shares); n > 0 && shares[n-1].key == key {
			sum := shares[n-1].figure
			sum.Range, sum.Best = plus(sum.Range, part.Range), plus(sum.Best, part.Best)
			continue
		}
		shares = append(shares, share{key, &part})
	}
	return shares
}

// daysOf lists the days of a span.
func daysOf(d casualty.Day) []string {
	first, err1 := time.Parse(time.DateOnly, string(d.First()))
	last, err2 := time.Parse(time.DateOnly, string(d.Last()))
	var days []string
	for day := first; err1 == nil && err2 == nil && !day.After(last); day = day.AddDate(0, 0, 1) {
		days = append(days, day.Format(time.DateOnly))
	}
	return days
}
