package mapping

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"tollbook/casualty"
	"tollbook/ingest/table"
)

// The orders of dates written in figures.
const (
	DayFirst   = "dmy"
	MonthFirst = "mdy"
	Serial     = "serial" // bare serial numbers of days since the end of 1899
)

const wantDate = "a date such as 2024-07-08, 8 July 2024, July 2024, 2024, or 2024-07-08/2024-07-10"

var (
	isoDay    = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:z|utc|[+-]\d{2}:?\d{2}))?)?$`)
	isoMonth  = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})$`)
	yearOnly  = regexp.MustCompile(`^(?:19|20)\d{2}$`)
	figures   = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[t ,]+\d{1,2}:\d{2}.*)?$`)
	shortYear = regexp.MustCompile(`^\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2}$`)
	noYear    = regexp.MustCompile(`^(?:\d{1,2}[-/. ][a-z]{3,9}|[a-z]{3,9}[-/. ]\d{1,2})$`)
	dayMonth  = regexp.MustCompile(`^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([a-z]{3,9})[-/.,]?[-/. ]*(\d{4})$`)
	monthDay  = regexp.MustCompile(`^(?:[a-z]+,? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$`)
	monthYear = regexp.MustCompile(`^([a-z]{3,9})[-/., ]+(\d{4})$`)
	daysOf    = regexp.MustCompile(`^(\d{1,2}) ?[-–—] ?(\d{1,2}) ([a-z]{3,9}) (\d{4})$`)
	serialDay = regexp.MustCompile(`^\d{5}(?:\.\d+)?$`)
)

var months = map[string]int{}

func init() {
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		months[name], months[name[:3]] = int(m), int(m)
	}
	months["sept"] = 9
}

// readDate reads a cell as a calendar date with its precision. order is needed
// for dates in figures whose year stands last.
func readDate(cell table.Cell, order string) (casualty.Day, *casualty.Problem) {
	if cell.Kind == table.Blank {
		return "", nil
	}
	text := plain(cell.Text)
	if unknowns[text] {
		return "", nil
	}
	if cell.Kind == table.Number && serialDay.MatchString(text) || order == Serial {
		return serialDate(text, order)
	}
	day, problem := dateOf(text, order)
	if problem != nil {
		problem.Found = cell.Text
	}
	return day, problem
}

func serialDate(text, order string) (casualty.Day, *casualty.Problem) {
	n, err := strconv.ParseFloat(text, 64)
	if order != Serial || err != nil || n <= 60 || n > 73_050 {
		return "", &casualty.Problem{Found: text, Want: wantDate + "; if these are serial numbers of days, say --date-order serial"}
	}
	return casualty.DayOf(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(n))), nil
}

func dateOf(text, order string) (casualty.Day, *casualty.Problem) {
	if day, ok := single(text, order); ok {
		return day, nil
	}
	if m := daysOf.FindStringSubmatch(text); m != nil {
		return joined(m[1]+" "+m[3]+" "+m[4], m[2]+" "+m[3]+" "+m[4], order)
	}
	if first, last, two := spanParts(text); two {
		if day, problem := joined(first, last, order); problem == nil {
			return day, nil
		}
	}
	switch {
	case shortYear.MatchString(text):
		return "", &casualty.Problem{Want: "a year of four digits: which century is not ours to guess"}
	case noYear.MatchString(text):
		return "", &casualty.Problem{Want: wantDate + ": this one has no year"}
	}
	return "", &casualty.Problem{Want: wantDate}
}

// spanParts are the two dates of a span, by what stands between them. A stroke does
// only between dates whose year stands first.
func spanParts(text string) (first, last string, two bool) {
	for _, between := range []string{" - ", "–", "—", " to ", " until "} {
		if first, last, two := strings.Cut(text, between); two {
			return strings.TrimSpace(first), strings.TrimSpace(last), true
		}
	}
	first, last, two = strings.Cut(text, "/")
	return first, last, two && len(first) == len("2024-07-08") && len(first) == len(last)
}

// joined is the span from one date to another.
func joined(first, last, order string) (casualty.Day, *casualty.Problem) {
	a, ok1 := single(strings.TrimSpace(first), order)
	b, ok2 := single(strings.TrimSpace(last), order)
	if !ok1 || !ok2 {
		return "", &casualty.Problem{Want: wantDate}
	}
	return spanDay(a, b)
}

func spanDay(a, b casualty.Day) (casualty.Day, *casualty.Problem) {
	if a == b {
		return a, nil
	}
	first, last := a.First(), b.Last()
	if first > last {
		return "", &casualty.Problem{Found: string(a) + " to " + string(b), Want: "an end that is not before the beginning"}
	}
	return first + "/" + last, nil
}

// single reads one date without a span.
func single(text, order string) (casualty.Day, bool) {
	if m := isoDay.FindStringSubmatch(text); m != nil {
		return made(m[1], m[2], m[3])
	}
	if m := isoMonth.FindStringSubmatch(text); m != nil {
		return made(m[1], m[2], "0")
	}
	if yearOnly.MatchString(text) {
		return casualty.Day(text), true
	}
	if m := figures.FindStringSubmatch(text); m != nil {
		switch {
		case order == DayFirst || order == "" && m[1] == m[2]:
			return made(m[3], m[2], m[1])
		case order == MonthFirst:
			return made(m[3], m[1], m[2])
		}
		return "", false
	}
	return inWords(text)
}

func inWords(text string) (casualty.Day, bool) {
	if m := dayMonth.FindStringSubmatch(text); m != nil && months[m[2]] > 0 {
		return made(m[3], strconv.Itoa(months[m[2]]), m[1])
	}
	if m := monthDay.FindStringSubmatch(text); m != nil && months[m[1]] > 0 {
		return made(m[3], strconv.Itoa(months[m[1]]), m[2])
	}
	if m := monthYear.FindStringSubmatch(text); m != nil && months[m[1]] > 0 {
		return made(m[2], strconv.Itoa(months[m[1]]), "0")
	}
	return "", false
}

// made makes a date of its parts; a month or day of 0 is not known, as some
// databases write it.
func made(year, month, day string) (casualty.Day, bool) {
	y, err1 := strconv.Atoi(year)
	m, err2 := strconv.Atoi(month)
	d, err3 := strconv.Atoi(day)
	if err1 != nil || err2 != nil || err3 != nil {
		return "", false
	}
	text := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	switch {
	case m == 0:
		text = text[:4]
	case d == 0:
		text = text[:7]
	}
	parsed, err := casualty.ParseDay(text)
	return parsed, err == nil && y >= 1800
}

// An orderFinder learns from a column whether its dates have the day or the
// month first. Only a number above 12 tells.
type orderFinder struct {
	dayFirst, monthFirst string // places of a date that shows it, with its text
	open                 string // place of a date that can be read both ways
	stored, written      int    // date cells of a workbook; dates in figures typed as text
}

func (o *orderFinder) look(cell table.Cell, at func() string) {
	if cell.Kind == table.Date {
		o.stored++
		return
	}
	if cell.Kind != table.Text {
		return
	}
	text := plain(cell.Text)
	pieces := []string{text}
	if first, last, two := spanParts(text); two {
		pieces = []string{first, last}
	}
	for _, piece := range pieces {
		if m := figures.FindStringSubmatch(strings.TrimSpace(piece)); m != nil {
			o.weigh(m[1], m[2], cell.Text, at)
		}
	}
}

func (o *orderFinder) weigh(a, b, text string, at func() string) {
	o.written++
	first, _ := strconv.Atoi(a)
	second, _ := strconv.Atoi(b)
	where := func() string { return at() + " (" + casualty.Shorten(text, 20) + ")" }
	switch {
	case first > 12 && second <= 12 && o.dayFirst == "":
		o.dayFirst = where()
	case second > 12 && first <= 12 && o.monthFirst == "":
		o.monthFirst = where()
	case first <= 12 && second <= 12 && first != second && o.open == "":
		o.open = where()
	}
}

// order is the order of the column's dates, or the question that a person must
// answer.
func (o *orderFinder) order(column string) (string, error) {
	ask := func(why string) error {
		return &casualty.Problem{Where: "column “" + column + "”", Found: why, Want: "--date-order dmy (8 July is 08/07) or --date-order mdy (8 July is 07/08)"}
	}
	switch {
	case o.dayFirst != "" && o.monthFirst != "":
		return "", ask("day first at " + o.dayFirst + ", month first at " + o.monthFirst)
	case o.stored > 0 && o.written > 0:
		return "", ask(fmt.Sprintf("%d cells that are dates beside %d dates typed as text: a spreadsheet that could not read some may have swapped day and month in the others; look at both", o.stored, o.written))
	case o.dayFirst != "":
		return DayFirst, nil
	case o.monthFirst != "":
		return MonthFirst, nil
	case o.open != "":
		return "", ask("dates such as " + o.open + ", which can be read both ways")
	}
	return "", nil
}
