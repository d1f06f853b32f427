package casualty

import (
	"strconv"
	"strings"
)

// qualifierWords are the wordings of a count in text, in small letters, as
// [Count.String] writes them and as people type them.
var qualifierWords = []struct {
	prefix    string
	qualifier Qualifier
}{
	{"at least ", AtLeastN}, {"more than ", MoreThan}, {"over ", MoreThan},
	{"up to ", UpTo}, {"about ", About}, {"around ", About}, {"", Exact},
}

// wordCounts are the counts that carry no number.
var wordCounts = map[string]Count{
	"":                        {},
	"not stated":              {},
	"none":                    {Qualifier: None, Word: Denied},
	"none reported":           {Qualifier: None, Word: NotReported},
	"stated without a number": {Qualifier: Unspecified},
}

// ParseCount reads a count as [Count.String] says it: "12", "at least 12", "more
// than 12", "up to 12", "about 12", "3 to 7", "dozens", "none" (denied), "none
// reported", "stated without a number", each but the last three with " families"
// where families are counted. Numbers may have commas between thousands. The
// empty text is the count that is not stated. The error is a [Problem].
func ParseCount(text string) (Count, error) {
	words := strings.ToLower(strings.Join(strings.Fields(text), " "))
	if c, ok := wordCounts[words]; ok {
		return c, nil
	}
	body, families := strings.CutSuffix(words, " families")
	c, err := parseNumbers(body)
	if err != nil {
		return Count{}, badCount(text)
	}
	if families {
		c.Unit = Families
	}
	if err := c.Check(); err != nil {
		return Count{}, err
	}
	return c, nil
}

func badCount(text string) error {
	return &Problem{Found: text, Want: "a count such as 12, at least 12, more than 12, up to 12, about 12, 3 to 7, dozens, none, none reported or stated without a number"}
}

// parseNumbers reads "between" and the counts of one number; a text without a
// digit must be a vague word that some lexicon knows.
func parseNumbers(body string) (Count, error) {
	if low, high, two := strings.Cut(body, " to "); two && !strings.HasPrefix(body, "up to ") {
		n, err1 := parsePeople(low)
		n2, err2 := parsePeople(high)
		if err1 != nil || err2 != nil {
			return Count{}, badCount(body)
		}
		return Count{Qualifier: BetweenN, N: n, N2: n2}, nil
	}
	for _, q := range qualifierWords {
		if rest, ok := strings.CutPrefix(body, q.prefix); ok && strings.ContainsAny(rest, "0123456789") {
			n, err := parsePeople(rest)
			return Count{Qualifier: q.qualifier, N: n}, err
		}
	}
	if _, known := vagueWords[VagueWord(Count{Word: body})]; known {
		return Count{Qualifier: Vague, Word: body}, nil
	}
	return Count{}, badCount(body)
}

// parsePeople reads "1200" or "1,200".
func parsePeople(text string) (int, error) {
	n, err := strconv.ParseUint(strings.ReplaceAll(text, ",", ""), 10, 31)
	if err != nil || n > MaxPeople || strings.Contains(text, ",") && text != group(int(n)) {
		return 0, badCount(text)
	}
	return int(n), nil
}
