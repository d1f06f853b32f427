package server

import (
	"regexp"
	"strings"
)

// What a reason names beside its fixed words: what stands between quotation marks or in
// parentheses, dates, spans of dates and numbers.
var namedIn = regexp.MustCompile(`“[^”]*”|\([^)]*\)|\d{4}-\d\d(?:-\d\d)?(?:/\d{4}-\d\d(?:-\d\d)?)?|\d+(?:,\d{3})*`)

// because is the reason of a proposal, or where a quote stands, in a language: its parts
// are parted by commas and semicolons, and each is a fixed text with what it names.
func because(lang, reason string) string {
	if lang == "en" {
		return reason
	}
	values := namedIn.FindAllString(reason, -1)
	var b strings.Builder
	for rest := namedIn.ReplaceAllString(reason, "%s"); rest != ""; {
		part, parted := rest, ""
		if at := strings.IndexAny(rest, ",;"); at >= 0 {
			part, parted = rest[:at], rest[at:at+1]
		}
		rest = strings.TrimPrefix(rest[len(part)+len(parted):], " ")
		b.WriteString(sayNext(lang, part, &values))
		if parted != "" {
			b.WriteString(say(lang, parted+" "))
		}
	}
	return b.String()
}

// sayNext says a part with as many of the values as it has room for.
func sayNext(lang, part string, values *[]string) string {
	n := min(strings.Count(part, "%s"), len(*values))
	own := make([]any, n)
	for i, value := range (*values)[:n] {
		own[i] = value
	}
	*values = (*values)[n:]
	return say(lang, part, own...)
}
