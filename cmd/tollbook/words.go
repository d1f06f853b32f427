package main

import (
	"fmt"
	"strings"
	"unicode"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// people says who a claim counts: "children, civilians", "seriously", "part of a
// larger figure"; empty for all people.
func people(c casualty.Claim) string {
	words := aggregate.Question{Population: c.Population, Group: c.Group, Severity: c.Severity}.Of()
	if c.Subset {
		words = append(words, "part of another figure")
	}
	if c.Negated {
		words = append(words, "withdrawn by the text")
	}
	return strings.Join(words, ", ")
}

func standsAt(q casualty.Quote) string {
	if q.Cell != "" {
		return q.Cell
	}
	return fmt.Sprintf("%d-%d", q.Start, q.End)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// printable takes out what would steer a terminal: a text must not move the
// cursor or change what a person sees of another line. Line ends become blanks.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return unicode.ReplacementChar
		}
		return r
	}, text)
}
