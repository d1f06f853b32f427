package exports

import "tollbook/exports/internal/sheet"

// dictionaryTable has one row for each column of every table, itself included.
func dictionaryTable(c *content, tables []*table) *table {
	type entry struct {
		of *table
		column
	}
	var rows []entry
	t := &table{
		name: dictionarySheet, title: "Data dictionary",
		holds: "One row for each column of every table: what it holds and what a blank means",
		intro: []string{c.say("One row for each column. Field is the column's name in machine-readable forms of the same tables; HXL is its tag, where the standard has one.")},
	}
	t.columns = []column{
		{heading: "Sheet", width: 18, kind: "text", meaning: "Sheet that has the column", value: func(i int) any { return rows[i].of.called(c) }},
		{heading: "Column", width: 20, kind: "text", meaning: "Heading of the column", value: func(i int) any { return rows[i].of.head(c, rows[i].column) }},
		{heading: "Meaning", width: 50, kind: "text", meaning: "What the column holds", value: func(i int) any { return c.say(rows[i].meaning) }},
		{heading: "Type", width: 14, kind: "text", meaning: "Kind of value", value: func(i int) any { return c.say(rows[i].kind) }},
		{heading: "Unit", width: 10, kind: "text", meaning: "Unit of the numbers", value: func(i int) any { return c.say(rows[i].unit()) }},
		{heading: "Blank means", width: 36, kind: "text", meaning: "Why a cell of the column can be blank", value: func(i int) any { return c.say(rows[i].blankMeans()) }},
		{heading: "Code list", width: 16, look: sheet.Code, kind: "text", blank: "the column holds no codes", meaning: "List on the sheet Code lists that holds the allowed values", value: func(i int) any { return rows[i].list }},
		{heading: "Field", width: 20, look: sheet.Code, kind: "text", meaning: "Name of the column in machine-readable forms", value: func(i int) any { return rows[i].field() }},
		{heading: "HXL", width: 26, look: sheet.Code, kind: "text", blank: "no tag", meaning: "HXL tag of the column", value: func(i int) any { return rows[i].tag }},
	}
	for _, of := range append(append([]*table{}, tables...), t) {
		for _, c := range of.columns {
			rows = append(rows, entry{of, c})
		}
	}
	t.rows = len(rows)
	return t
}

// unit is what the column's numbers count.
func (c column) unit() string {
	units := map[string]string{"whole number": "count", "difference": "count", "number": "degrees", "date": "calendar day"}
	if u, ok := units[c.kind]; ok {
		return u
	}
	return noneOfThese
}

func (c column) blankMeans() string {
	if c.blank == "" {
		return "never blank"
	}
	return c.blank
}
