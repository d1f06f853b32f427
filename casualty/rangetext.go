package casualty

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// String says the range in words for a reader: "12", "3 to 7", "12 or more",
// "5 to 12 or more", "up to 20", "no floor stated, no upper bound", "not stated".
func (r Range) String() string {
	switch r.kind {
	case closed:
		if r.low == r.top {
			return group(r.low)
		}
		return group(r.low) + " to " + group(r.top)
	case open:
		if r.low == r.top {
			return group(r.low) + " or more"
		}
		return group(r.low) + " to " + group(r.top) + " or more"
	case noFloor:
		return "up to " + group(r.top)
	case unbound:
		return "no floor stated, no upper bound"
	}
	return "not stated"
}

// group writes n with a comma between thousands, as English tables do.
func group(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// MarshalText gives the short form that [ParseRange] reads back: "12", "3-7",
// "12+", "5-12+", "<=20", "<=20+" without any bound, and nothing for a range that is not stated.
func (r Range) MarshalText() ([]byte, error) {
	low, top := strconv.Itoa(r.low), strconv.Itoa(r.top)
	switch r.kind {
	case closed, open:
		text := low
		if r.low != r.top {
			text += "-" + top
		}
		if r.kind == open {
			text += "+"
		}
		return []byte(text), nil
	case noFloor:
		return []byte("<=" + top), nil
	case unbound:
		return []byte("<=" + top + "+"), nil
	}
	return nil, nil
}

// UnmarshalText reads the short form.
func (r *Range) UnmarshalText(text []byte) error {
	parsed, err := ParseRange(string(text))
	if err == nil {
		*r = parsed
	}
	return err
}

// ParseRange reads the short form of a range; see [Range.MarshalText]. What
// people write in cells and sentences is the business of the readers, not of
// this function.
func ParseRange(text string) (Range, error) {
	if text == "" {
		return Range{}, nil
	}
	body, isOpen := strings.CutSuffix(text, "+")
	if top, ok := strings.CutPrefix(body, "<="); ok {
		n, err := wholeNumber(top)
		switch {
		case err != nil:
			return Range{}, badRange(text)
		case isOpen:
			return NoBound(n), nil
		}
		return AtMost(n), nil
	}
	lowText, topText, two := strings.Cut(body, "-")
	if !two {
		topText = lowText
	}
	low, err1 := wholeNumber(lowText)
	top, err2 := wholeNumber(topText)
	if err1 != nil || err2 != nil || top < low {
		return Range{}, badRange(text)
	}
	if isOpen {
		return AtLeastUpTo(low, top), nil
	}
	return Between(low, top), nil
}

func badRange(text string) error {
	return &Problem{Found: text, Want: "a range such as 12, 3-7, 12+, 5-12+ or <=20"}
}

// wholeNumber reads digits only: no sign, no separator, at most a billion.
func wholeNumber(text string) (int, error) {
	n, err := strconv.ParseUint(text, 10, 31)
	if err != nil || n > MaxPeople || text != strconv.FormatUint(n, 10) {
		return 0, fmt.Errorf("casualty: %q is no number of people", text)
	}
	return int(n), nil
}

// MaxPeople is the largest number of people a count may state.
const MaxPeople = 1_000_000_000

// rangeJSON is a range as every machine form shows it. Open above, high is null
// and highest is the largest number named. Without a floor, low is null.
type rangeJSON struct {
	Low     *int `json:"low"`
	High    *int `json:"high"`
	Open    bool `json:"open"`
	Highest *int `json:"highest"`
}

// MarshalJSON writes {"low":12,"high":null,"open":true,"highest":12}; a range
// that is not stated is null.
func (r Range) MarshalJSON() ([]byte, error) {
	if !r.Stated() {
		return []byte("null"), nil
	}
	form := rangeJSON{Open: r.Open(), Highest: &r.top}
	if low, ok := r.Low(); ok {
		form.Low = &low
	}
	if high, ok := r.High(); ok {
		form.High = &high
	}
	return json.Marshal(form)
}

// UnmarshalJSON reads what MarshalJSON writes and refuses contradictions, such
// as a high beside "open".
func (r *Range) UnmarshalJSON(data []byte) error {
	var form *rangeJSON
	if err := json.Unmarshal(data, &form); err != nil {
		return err
	}
	if form == nil {
		*r = Range{}
		return nil
	}
	parsed, ok := form.toRange()
	if !ok {
		return &Problem{Found: string(data), Want: `a range such as {"low":12,"high":null,"open":true,"highest":12}`}
	}
	*r = parsed
	return nil
}

func (f rangeJSON) toRange() (Range, bool) {
	top := f.High
	if f.Open {
		top = f.Highest
	}
	if top == nil || f.Open && f.High != nil {
		return Range{}, false
	}
	low := 0
	if f.Low != nil {
		low = *f.Low
	}
	if low < 0 || *top < low || *top > MaxSum || f.Highest != nil && *f.Highest != *top {
		return Range{}, false
	}
	switch {
	case f.Low == nil && f.Open:
		return NoBound(*top), true
	case f.Low == nil:
		return AtMost(*top), true
	case f.Open:
		return AtLeastUpTo(low, *top), true
	}
	return Between(low, *top), true
}

// MaxSum bounds the sums that the JSON form carries: every whole number up to
// it survives a reader that knows only floating point.
const MaxSum = 1<<53 - 1
