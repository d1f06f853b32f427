package exports

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tollbook/exports/internal/sheet"
)

// valueChecks are the rules of single cells: numbers, dates, ids, codes, texts.
var valueChecks = []check{
	{"numbers stand in cells of numbers, are not negative, and a low is not above its high", func(b openedBook) (bad []string) {
		for _, s := range b.sheets {
			for heading, kind := range b.kinds(s.name) {
				if kind != "whole number" {
					continue
				}
				for y, c := range b.cellsOf(s, heading) {
					if c.Value+c.Inline == "" {
						continue
					}
					if n, err := strconv.Atoi(c.Value); c.Type != "" || err != nil || n < 0 {
						bad = append(bad, fmt.Sprintf("%s!%s row %d: %q", s.name, heading, y, c.Value+c.Inline))
					}
				}
			}
			bad = append(bad, crossed(s)...)
		}
		return bad
	}, func(parts map[string]string) {
		thirty := regexp.MustCompile(`(<c r="[A-Z]+\d+" s="\d+")(>(?:<f>[^<]*</f>)?<v>30</v>)`)
		for name, part := range parts {
			parts[name] = thirty.ReplaceAllString(part, `$1 t="str"$2`)
		}
	}},

	{"an open figure has no high, and a figure without a number no low", func(b openedBook) (bad []string) {
		for _, name := range []string{summarySheet, monthsSheet, areasSheet, figuresSheet} {
			s := b.sheet(name)
			lows, highs, highest := s.column("Low"), s.column("High"), s.column("Highest")
			for i, open := range s.column("Open") {
				if open == "yes" && highs[i] != "" || highest[i] == "" && lows[i] != "" {
					bad = append(bad, fmt.Sprintf("%s row %d", name, i))
				}
			}
		}
		return bad
	}, func(parts map[string]string) {
		for name, part := range parts {
			parts[name] = regexp.MustCompile(`(<c r="H\d+"[^>]*>(?:<f>[^<]*</f>)?)<v>12</v>(.*?<c r="J\d+"[^>]*?) t="str"([^>]*>(?:<f>[^<]*</f>)?)`).ReplaceAllString(part, `$1<v>12</v>$2$3<v>12</v>`)
		}
	}},

	{"dates are date cells, or ISO text as precise as known", func(b openedBook) (bad []string) {
		iso := regexp.MustCompile(`^\d{4}(-\d\d(-\d\d(/\d{4}-\d\d-\d\d|T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$`)
		for _, s := range b.sheets {
			for heading, kind := range b.kinds(s.name) {
				for y, c := range b.cellsOf(s, heading) {
					text := c.Value + c.Inline
					if kind == "date" && text != "" && !iso.MatchString(c.Inline) && !(c.Type == "" && b.styles[c.Style].Number >= 164) {
						bad = append(bad, fmt.Sprintf("%s!%s row %d: %q", s.name, heading, y, text))
					}
				}
			}
		}
		return bad
	}, everywhere("<t>2031-07-02</t>", "<t>2 July 2031</t>")},

	{"ids and codes are text with the format for text", func(b openedBook) (bad []string) {
		for _, s := range b.sheets {
			for _, heading := range []string{"Figure", "Incident", "Claim", "Document", "SHA-256", "P-code"} {
				for y, c := range b.cellsOf(s, heading) {
					if c.Type != "" && (c.Type != "inlineStr" || b.styles[c.Style].Number != 49) {
						bad = append(bad, fmt.Sprintf("%s!%s row %d", s.name, heading, y))
					}
				}
			}
		}
		return bad
	}, everywhere(`t="inlineStr"><is><t>i1.killed</t></is>`, `t="str"><v>i1.killed</v>`)},

	{"coordinates are both there or neither, and on the globe", func(b openedBook) (bad []string) {
		s := b.sheet(incidentsSheet)
		for i, text := range s.column("Latitude") {
			lat, err := strconv.ParseFloat(text, 64)
			if other := s.column("Longitude")[i]; (text == "") != (other == "") || text != "" && (err != nil || lat < -90 || lat > 90) {
				bad = append(bad, text+", "+other)
			}
		}
		return bad
	}, everywhere("<v>12.34568</v>", "<v>112.34568</v>")},

	{"columns of codes hold codes of the sheet Code lists", func(b openedBook) (bad []string) {
		codes := map[string]bool{}
		lists := b.sheet(codesSheet)
		for i, list := range lists.column("List") {
			codes[list+" "+lists.column("Code")[i]] = true
		}
		d := b.sheet(dictionarySheet)
		for i, name := range d.column("Sheet") {
			if list := d.column("Code list")[i]; list != "" {
				for _, code := range b.sheet(name).column(d.column("Column")[i]) {
					if code != "" && !codes[list+" "+code] {
						bad = append(bad, fmt.Sprintf("%s!%s: %q", name, d.column("Column")[i], code))
					}
				}
			}
		}
		return bad
	}, within("<t>Reliability</t>", "<t>outlet</t>", "<t>newspaper</t>")},

	{"no text holds control characters, replacement characters or too many line feeds, and none is too long", func(b openedBook) (bad []string) {
		for _, s := range b.sheets {
			for _, row := range s.rows {
				for _, text := range row {
					if !utf8.ValidString(text) || strings.ContainsFunc(text, func(r rune) bool { return r == utf8.RuneError || r != '\n' && unicode.IsControl(r) }) ||
						strings.Count(text, "\n") > sheet.MaxFeeds || sheet.Units(text) > sheet.MaxText {
						bad = append(bad, fmt.Sprintf("%s: %.40q", s.name, text))
					}
				}
			}
		}
		return bad
	}, everywhere("<t>Market</t>", "<t>Mar\ufffdket</t>")},

	{"every id that a table refers to stands in its own table, once", func(b openedBook) (bad []string) {
		for _, key := range []struct{ table, heading string }{{incidentsSheet, "Incident"}, {documentsSheet, "Document"}, {figuresSheet, "Figure"}, {sourcesSheet, "Source"}} {
			home := map[string]bool{}
			for _, id := range b.sheet(key.table).column(key.heading) {
				if home[id] {
					bad = append(bad, key.heading+" stands twice on "+key.table)
				}
				home[id] = true
			}
			for _, s := range b.sheets {
				for _, id := range s.column2(key.heading, s.name != claimsSheet || key.heading != "Source") {
					if id != "" && !home[id] {
						bad = append(bad, fmt.Sprintf("%s: %s %q", s.name, key.heading, id))
					}
				}
			}
		}
		return bad
	}, everywhere("<t>d1</t>", "<t>d9</t>")},
}

// crossed are the rows whose low is above the high.
func crossed(s openedSheet) (bad []string) {
	if s.head() < 0 {
		return nil
	}
	for _, pair := range [][2]string{{"Low", "Best"}, {"Best", "High"}, {"Low", "High"}, {"Low", "Highest"}, {"Reported low", "Reported highest"}, {"Coded low", "Coded highest"}} {
		lows, highs := s.column(pair[0]), s.column(pair[1])
		for i := range min(len(lows), len(highs)) {
			low, err1 := strconv.Atoi(lows[i])
			high, err2 := strconv.Atoi(highs[i])
			if err1 == nil && err2 == nil && low > high {
				bad = append(bad, fmt.Sprintf("%s: %s %d, %s %d", s.name, pair[0], low, pair[1], high))
			}
		}
	}
	return bad
}
