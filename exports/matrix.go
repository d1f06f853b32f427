package exports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// maxAreas is how many areas still make a table that a person can read.
const maxAreas = 30

// matrixTable is the reader's form of the totals by month and area: a row for
// each month and harm, a column for each area, the totals in words. Its cells
// repeat the sheet By month and area, which holds the numbers.
func matrixTable(c *content) *table {
	g := groupings()[3]
	totals := c.totals(g)
	type place struct {
		question aggregate.Question
		month    string
	}
	at := map[place]map[string]int{}
	var rows []place
	var areas []string
	for i, t := range totals {
		p := place{t.Question, t.keys[0]}
		if at[p] == nil {
			at[p] = map[string]int{}
			rows = append(rows, p)
		}
		at[p][t.keys[1]] = i
		if !slices.Contains(areas, t.keys[1]) {
			areas = append(areas, t.keys[1])
		}
	}
	slices.SortFunc(areas, unallocatedLast)
	t := &table{
		name: matrixSheet, title: "Months and areas", rows: len(rows),
		holds: "The same totals as a table for reading: months down, areas across",
		intro: []string{c.say("One row for each harm and month, one column for each area. A blank means that the record holds no incident there that was asked for this harm; it is no zero.")},
		columns: []column{
			{heading: "Question", width: 18, kind: "text", meaning: "Harm asked for, all people", value: func(i int) any { return c.question(rows[i].question) }},
			{heading: "Month", width: 14, look: sheet.Code, kind: "text", meaning: byMonth.meaning, value: func(i int) any { return c.key(rows[i].month) }},
		},
	}
	if len(areas) > maxAreas {
		t.intro = append(t.intro, c.say("There are more areas than a page can show; the sheet %s holds them all.", c.say(cellsSheet)))
		return t
	}
	for k, heading := range c.areaHeadings(areas) {
		area := areas[k]
		t.columns = append(t.columns, column{heading: heading, given: true, width: 22, look: sheet.Strong, kind: "text", live: true,
			blank: "the record holds no incident there that was asked for this harm", meaning: "Total of the area, in words",
			value: func(i int) any {
				row, held := at[rows[i]][area]
				if !held {
					return nil
				}
				return c.sameAs(cellsSheet, "In words", row, c.tell(totals[row].String()))
			}})
	}
	return t
}

// unallocatedLast orders areas by name, what stands in no area last.
func unallocatedLast(a, b string) int {
	apart := func(area string) int { return boolInt(strings.HasPrefix(area, aggregate.Unallocated)) }
	return cmp.Or(cmp.Compare(apart(a), apart(b)), cmp.Compare(a, b))
}

// areaHeadings are the areas as headings: one line, short, each different.
func (c *content) areaHeadings(areas []string) []string {
	seen := map[string]bool{strings.ToLower(c.say("Question")): true, strings.ToLower(c.say("Month")): true}
	headings := make([]string, len(areas))
	for i, area := range areas {
		short := casualty.Shorten(sheet.Clean(c.key(area)), 100)
		heading := short
		for n := 2; heading == "" || seen[strings.ToLower(heading)]; n++ {
			heading = strings.TrimSpace(fmt.Sprintf("%s (%d)", short, n))
		}
		seen[strings.ToLower(heading)] = true
		headings[i] = heading
	}
	return headings
}

// sameAs is a cell that shows what another cell shows.
func (c *content) sameAs(name, column string, row int, value string) any {
	of, ok := c.at[name]
	if !ok || len(c.claims) > liveClaims {
		return value
	}
	return sheet.Cell{Look: sheet.Strong, Value: value, Formula: of.Cell(column, row)}
}
