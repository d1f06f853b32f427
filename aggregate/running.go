package aggregate

import "tollbook/casualty"

// A Reading is one day of a running total, as reported: the total so far, and
// the number of the day where it is given.
type Reading struct {
	Day   casualty.Day
	Total *int
	Daily *int
	// Break says that the definition changed with this reading; no change is
	// computed across it.
	Break string
}

// A Series is the readings of one running total, in the order of their days. It
// is checked and reconciled; it is never added to incidents.
type Series []Reading

// A FindingCode is what is remarkable about a reading.
type FindingCode string

// Findings.
const (
	Filled      FindingCode = "filled"   // a missing number was worked out; it is not reported
	Broken      FindingCode = "break"    // the definition changed
	Fall        FindingCode = "fall"     // the total went down
	Restart     FindingCode = "restart"  // the total went down to the number of the day: it began again
	Mismatch    FindingCode = "mismatch" // the total did not rise by the number of the day
	Stall       FindingCode = "stall"    // the same total again, and no number of the day
	Jump        FindingCode = "jump"     // the total rose by more than ten times the median rise
	OutOfOrder  FindingCode = "order"    // the day is not after the one before
	NoTotalRead FindingCode = "no_total" // no total, and nothing to work it out from
)

// A Finding is something remarkable in a series, with its day.
type Finding struct {
	Day  casualty.Day
	Code FindingCode
}

// Checked is a series after the check.
type Checked struct {
	Readings []Reading // with missing numbers filled in where that was possible
	Findings []Finding
	Filled   []Reading // the readings that were filled, as filled
	// Change is the last total less the first; not ok across a break, or without two
	// reported totals.
	Change   int
	ChangeOK bool
}

// Check fills what is missing where the series has daily numbers, marks what it
// filled, and names what is remarkable.
func (s Series) Check() Checked {
	c := Checked{Readings: append([]Reading(nil), s...)}
	fills := s.hasDaily()
	usual := s.usualRise()
	for i := range c.Readings {
		if fills && c.fill(i) {
			c.find(i, Filled)
			c.Filled = append(c.Filled, c.Readings[i])
		}
		c.compare(i, s, usual)
	}
	c.Change, c.ChangeOK = s.change()
	return c
}

func (c *Checked) find(i int, code FindingCode) {
	c.Findings = append(c.Findings, Finding{c.Readings[i].Day, code})
}

func (s Series) hasDaily() bool {
	for _, r := range s {
		if r.Daily != nil {
			return true
		}
	}
	return false
}

// fill works out what a reading lacks: total from the day before and the number
// of the day, the number of the day from two totals, both half way between the
// neighbours, rounded down. Nothing is filled across a break.
func (c *Checked) fill(i int) bool {
	r := &c.Readings[i]
	if i == 0 || r.Break != "" || c.Readings[i-1].Total == nil || r.Total != nil && r.Daily != nil {
		return false
	}
	before := *c.Readings[i-1].Total
	switch {
	case r.Total == nil && r.Daily != nil:
		r.Total = pointer(before + *r.Daily)
	case r.Total == nil && i+1 < len(c.Readings) && c.Readings[i+1].Total != nil && c.Readings[i+1].Break == "":
		r.Total = pointer(before + halfDown(*c.Readings[i+1].Total-before))
	case r.Total == nil:
		return false
	}
	r.Daily = pointer(*r.Total - before)
	return true
}

// halfDown is half of n, rounded down for what falls as well.
func halfDown(n int) int { return n >> 1 }

func pointer(n int) *int { return &n }

// compare holds a reading against the one before, as reported.
func (c *Checked) compare(i int, reported Series, usual int) {
	r := c.Readings[i]
	if r.Break != "" {
		c.find(i, Broken)
	}
	if r.Total == nil {
		c.find(i, NoTotalRead)
	}
	if i == 0 {
		return
	}
	before := c.Readings[i-1]
	if order, known := r.Day.Compare(before.Day); known && order <= 0 {
		c.find(i, OutOfOrder)
	}
	if r.Break != "" || r.Total == nil || before.Total == nil {
		return
	}
	c.rise(i, *r.Total-*before.Total, reported[i].Daily, usual, !reported[i-1].silent())
}

// silent: neither a total nor a number of the day was reported. What is put there
// lies half way, and contradicts no report.
func (r Reading) silent() bool { return r.Total == nil && r.Daily == nil }

// rise names what is remarkable about the step from one total to the next.
func (c *Checked) rise(i, rise int, daily *int, usual int, sinceReport bool) {
	total := *c.Readings[i].Total
	switch {
	case rise < 0 && daily != nil && total == *daily:
		c.find(i, Restart)
	case rise < 0:
		c.find(i, Fall)
	}
	if daily != nil && rise != *daily && sinceReport {
		c.find(i, Mismatch)
	}
	if rise == 0 && daily == nil {
		c.find(i, Stall)
	}
	if usual > 0 && rise > jumpTimes*usual {
		c.find(i, Jump)
	}
}

// A rise is a jump above so many times the usual one; and what is usual is known
// from so many rises.
const (
	jumpTimes = 10
	usualFrom = 10
)

// usualRise is the median of the rises of a series; 0 where too few are known.
func (s Series) usualRise() int {
	var rises []int
	for i := 1; i < len(s); i++ {
		if s[i].Total != nil && s[i-1].Total != nil && *s[i].Total > *s[i-1].Total {
			rises = append(rises, *s[i].Total-*s[i-1].Total)
		}
	}
	if len(rises) < usualFrom {
		return 0
	}
	return median(rises)
}

// change is the last reported total less the first.
func (s Series) change() (int, bool) {
	var first, last *int
	totals := 0
	for i, r := range s {
		if r.Break != "" && i > 0 {
			return 0, false
		}
		if r.Total == nil {
			continue
		}
		totals++
		if first == nil {
			first = r.Total
		}
		last = r.Total
	}
	if totals < 2 {
		return 0, false
	}
	return *last - *first, true
}

// DiffersFrom lists the days on which two series of the same thing, from two
// sources, give different numbers of the day.
func (s Series) DiffersFrom(other Series) []casualty.Day {
	daily := map[casualty.Day]*int{}
	for _, r := range other {
		daily[r.Day] = r.Daily
	}
	var days []casualty.Day
	for _, r := range s {
		if n := daily[r.Day]; r.Daily != nil && n != nil && *r.Daily != *n {
			days = append(days, r.Day)
		}
	}
	return days
}
