package mapping

import (
	"fmt"

	"tollbook/casualty"
)

// ends are the readings of the columns that make one figure together: the whole,
// or the low, best and high of a range.
type ends struct{ whole, low, best, high *reading }

// join makes one reading of the ends of a range. zeroUnknown: 0 may stand for
// unknown, so a low of 0 is no floor and a figure of 0 states nothing.
func (e ends) join(zeroUnknown bool) reading {
	for _, r := range []*reading{e.whole, e.low, e.best, e.high} {
		if r != nil && r.problem != nil {
			return *r
		}
	}
	switch {
	case e.whole != nil:
		return withoutZero(*e.whole, zeroUnknown)
	case e.low == nil && e.high == nil:
		return withoutZero(*e.best, zeroUnknown)
	}
	low, problem1 := e.low.end("low")
	best, problem2 := e.best.end("best")
	high, problem3 := e.high.end("high")
	for _, p := range []*casualty.Problem{problem1, problem2, problem3} {
		if p != nil {
			return reading{problem: p}
		}
	}
	return span(low, best, high, zeroUnknown)
}

// end is the plain number of one end; -1 where it states none.
func (r *reading) end(name string) (int, *casualty.Problem) {
	switch {
	case r == nil || !r.count.Stated():
		return -1, nil
	case r.count.Qualifier == casualty.None && r.count.Word == casualty.Denied:
		return 0, nil
	case r.count.Qualifier != casualty.Exact:
		return 0, &casualty.Problem{Found: r.count.String(), Want: "a plain number as the " + name + " end of a range"}
	}
	return r.count.N, nil
}

// span is a range from its ends; -1 is an end that is not stated.
func span(low, best, high int, zeroUnknown bool) reading {
	switch {
	case low < 0 && high < 0 && best < 0:
		return reading{why: "no end of the range states a number"}
	case low >= 0 && high >= 0 && low > high:
		return reading{problem: &casualty.Problem{Found: fmt.Sprintf("%d to %d", low, high), Want: "a minimum that is not above the maximum"}}
	case best >= 0 && (low > best || high >= 0 && high < best):
		return reading{problem: &casualty.Problem{Found: fmt.Sprintf("low %d, best %d, high %d", low, best, high), Want: "a best estimate between low and high"}}
	}
	if zeroUnknown {
		if high == 0 || high < 0 && low <= 0 && best <= 0 {
			return reading{why: "0, which in this column may stand for unknown"}
		}
		if low == 0 {
			low = -1
		}
	}
	switch {
	case low < 0 && high < 0:
		return reading{count: casualty.Count{Qualifier: casualty.Exact, N: best}}
	case high < 0:
		return reading{count: atLeast([]int{low})}
	case low < 0:
		return reading{count: casualty.Count{Qualifier: casualty.UpTo, N: high}}
	}
	return reading{count: between([]int{low, high})}
}

// withoutZero takes from a count what a 0 does not say where it may stand for
// unknown: "0" states nothing, "0-4" is up to 4.
func withoutZero(r reading, zeroUnknown bool) reading {
	c := r.count
	if !zeroUnknown || c.N != 0 {
		return r
	}
	switch c.Qualifier {
	case casualty.Exact, casualty.AtLeastN, casualty.About:
		return reading{why: "0, which in this column may stand for unknown"}
	case casualty.BetweenN:
		r.count = casualty.Count{Qualifier: casualty.UpTo, N: c.N2, Unit: c.Unit}
	}
	return r
}
