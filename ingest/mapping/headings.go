package mapping

import (
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/ingest/table"
)

// readHeadings finds the row of the headings, and the row of tags after or before it.
func (b *Bound) readHeadings() error {
	if b.Table.Names != nil {
		b.first = 1
		b.setHeadings(b.Table.Names)
		return nil
	}
	rows, err := top(b.Table)
	if err != nil {
		return err
	}
	at := b.headerRow(rows)
	if at < 0 {
		return &casualty.Problem{Where: b.place(), Want: "a row of headings among the first 40 rows; say which with \"header\" in the mapping"}
	}
	names := b.headings(rows, at)
	if at+1 < len(rows) && b.Mapping.Header == 0 && !tagRow(texts(rows[at+1], 0)) {
		if below := b.headings(rows, at+1); b.score(below) > b.score(names) { // the upper row of two was found
			at, names = at+1, below
		}
	}
	b.Header, b.first = rows[at].Number, rows[at].Number+1
	b.setHeadings(names)
	for _, near := range []int{at + 1, at - 1} {
		if near >= 0 && near < len(rows) && tagRow(texts(rows[near], b.Table.Columns)) {
			b.setTags(texts(rows[near], b.Table.Columns))
			b.first = max(b.first, rows[near].Number+1)
			break
		}
	}
	return nil
}

func (b *Bound) place() string {
	if b.Table.Name == "" {
		return "table"
	}
	return "sheet “" + b.Table.Name + "”"
}

func top(t *table.Table) (rows []table.Row, err error) {
	for r, err := range t.Rows() {
		if err != nil {
			return nil, err
		}
		if rows = append(rows, cloned(r)); len(rows) == headRows {
			break
		}
	}
	return rows, nil
}

func cloned(r table.Row) table.Row {
	r.Cells = slices.Clone(r.Cells)
	return r
}

func texts(r table.Row, width int) []string {
	all := make([]string, max(width, len(r.Cells)))
	for i, c := range r.Cells {
		all[i] = c.Text
	}
	return all
}

// headerRow is the index of the row of headings: the one that the mapping says,
// or the one in which most headings are understood, of two the first.
func (b *Bound) headerRow(rows []table.Row) int {
	best, bestScore := -1, 0
	for i, r := range rows {
		if b.Mapping.Header > 0 {
			if r.Number == b.Mapping.Header {
				return i
			}
			continue
		}
		if score := b.understood(r); score > bestScore {
			best, bestScore = i, score
		}
	}
	if best > 0 && tagRow(texts(rows[best], 0)) && rows[best-1].Number == rows[best].Number-1 {
		return best - 1 // the headings stand above their tags
	}
	return best
}

// headings are the names of the columns by the row of headings, or by that row and
// the one above it where these say more together: “Killed” over “Men”, “Women”.
func (b *Bound) headings(rows []table.Row, at int) []string {
	plain := texts(rows[at], b.Table.Columns)
	if at == 0 || rows[at-1].Number != rows[at].Number-1 || tagRow(plain) || !allText(rows[at]) || !allText(rows[at-1]) {
		return plain
	}
	joined, group := slices.Clone(plain), ""
	above := texts(rows[at-1], b.Table.Columns)
	for i, name := range plain {
		if strings.TrimSpace(above[i]) != "" {
			group = above[i]
		}
		joined[i] = b.under(group, above[i], name)
	}
	if b.score(joined) > max(b.score(plain), b.score(above)) {
		return joined
	}
	return plain
}

func allText(r table.Row) bool {
	return !slices.ContainsFunc(r.Cells, func(c table.Cell) bool { return c.Kind != table.Text && c.Kind != table.Blank })
}

// under is a heading below that of its group.
func (b *Bound) under(group, above, name string) string {
	switch both := group + " " + name; {
	case strings.TrimSpace(name) == "":
		return above
	case fold(group) == fold(name) || group == "": // one cell merged over both rows
		return name
	case b.knows(both):
		return both
	case strings.TrimSpace(above) == "" && fieldOf(name): // beside the group, not under it
		return name
	default:
		return both
	}
}

func fieldOf(name string) bool {
	m, ok := meaningOf(name, "")
	return ok && m.field != ""
}

func (b *Bound) knows(name string) bool {
	_, ok := meaningOf(name, "")
	return ok || b.rule(name) != nil
}

// score is how much of a row of headings is understood.
func (b *Bound) score(names []string) (score int) {
	for i, name := range names {
		if b.rule(headingName(name, i)) != nil {
			score += 2
		} else if _, ok := meaningOf(name, ""); ok {
			score++
		}
	}
	return score
}

func (b *Bound) understood(r table.Row) (score int) {
	if tags := texts(r, 0); tagRow(tags) {
		for _, tag := range tags {
			if _, ok := tagged(tag); ok {
				score++
			}
		}
		return score
	}
	for i, c := range r.Cells {
		if c.Kind != table.Text && c.Kind != table.Blank {
			continue
		}
		if b.rule(headingName(c.Text, i)) != nil {
			score += 2
		} else if _, ok := meaningOf(c.Text, ""); ok && c.Kind == table.Text {
			score++
		}
	}
	return score
}

func headingName(heading string, at int) string {
	if strings.TrimSpace(heading) == "" {
		return "(column " + table.Letter(at) + ")"
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(heading, "\u00a0", " ")), " ")
}

func (b *Bound) setHeadings(names []string) {
	for i, name := range names {
		b.Columns = append(b.Columns, Heading{At: i, Name: headingName(name, i), Hidden: b.Table.Hidden[i]})
	}
	if tagRow(names) {
		b.setTags(names)
	}
}

func (b *Bound) setTags(tags []string) {
	for i := range b.Columns {
		if i < len(tags) {
			b.Columns[i].Tag = strings.TrimSpace(tags[i])
		}
	}
}

// rule is what the mapping says of a heading.
func (b *Bound) rule(name string) *Column {
	for i, c := range b.Mapping.Columns {
		if fold(c.Header) == fold(name) {
			return &b.Mapping.Columns[i]
		}
	}
	return nil
}
