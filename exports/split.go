package exports

import (
	"fmt"

	"tollbook/exports/internal/sheet"
)

// sheetRows is how many rows of a table fit a sheet below its title, its
// introduction and its headings.
const sheetRows = sheet.MaxRows - 16

// split lays a table over as many sheets as its rows need: "Claims", "Claims 2",
// "Claims 3". Only tables without formulas are that long.
func (t *table) split(most int) []*table {
	if t.rows <= most {
		return []*table{t}
	}
	n := (t.rows + most - 1) / most
	parts := make([]*table, n)
	for i := range parts {
		part := *t
		if i > 0 {
			part.name = fmt.Sprintf("%s %d", t.name, i+1)
		}
		part.part, part.parts = i+1, n
		part.rows = min(most, t.rows-i*most)
		part.columns = each(t.columns, func(c column) column {
			value := c.value
			c.value = func(row int) any { return value(i*most + row) }
			return c
		})
		parts[i] = &part
	}
	return parts
}

// called is a sheet's name in the workbook's language; a part keeps its number.
func (t *table) called(c *content) string {
	if t.part > 1 {
		return fmt.Sprintf("%s %d", c.say(t.name[:len(t.name)-len(fmt.Sprintf(" %d", t.part))]), t.part)
	}
	return c.say(t.name)
}

// over says on how many sheets a table lies, where it is not one.
func (t *table) over(c *content) string {
	if t.parts < 2 {
		return ""
	}
	return " " + c.say("Part %s of %s.", c.count(t.part), c.count(t.parts))
}
