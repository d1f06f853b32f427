package mapping

import (
	"fmt"
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/ingest/table"
)

// A Bound is a mapping on a table: each column with its meaning, and the order of
// day and month known. Nothing has been read yet.
type Bound struct {
	Mapping Mapping
	Table   *table.Table
	Header  int // row of the headings; 0 where the file names its columns itself
	Columns []Heading
	Notes   []string // what a person should know of the headings

	first  int // the first row of data
	fields map[string][]int
	groups []group
	orders map[int]string // of date columns
	key    []int
}

// A Heading is one column of the table and what it is taken for.
type Heading struct {
	At      int
	Name    string // "(column C)" where there is none
	Tag     string // HXL
	Means   string // empty: not read
	Why     string // why it is not read, or who says what it means
	Hidden  bool
	Samples []string // the first different values
	rule    Column
	meaning meaning
}

// A group is the columns that make one figure together; -1 where one is not there.
type group struct {
	question
	source, origin         string
	whole, low, best, high int
	zeroUnknown            bool
}

func (g group) columns() (all []int) {
	for _, c := range []int{g.whole, g.low, g.best, g.high} {
		if c >= 0 {
			all = append(all, c)
		}
	}
	return all
}

const (
	headRows = 40 // how far down the headings may stand
	sampled  = 4
)

// Bind finds the mapping's headings in a table. A heading that is not there is a
// problem, unless the mapping calls it optional; a column that the mapping does
// not name is not read, and said so.
func (m Mapping) Bind(t *table.Table) (*Bound, error) {
	if err := m.Check(); err != nil {
		return nil, err
	}
	b := &Bound{Mapping: m, Table: t, fields: map[string][]int{}, orders: map[int]string{}}
	if err := b.readHeadings(); err != nil {
		return nil, err
	}
	for _, step := range []func() error{b.assign, b.collect, b.keys, b.look} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return b, nil
}

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

// assign gives each column its meaning.
func (b *Bound) assign() error {
	used := map[string]string{}
	for i := range b.Columns {
		h := &b.Columns[i]
		rule := b.rule(h.Name)
		if rule != nil {
			if other, twice := used[fold(h.Name)]; twice {
				return &casualty.Problem{Where: b.place(), Found: "two columns headed “" + h.Name + "” (" + other + " and " + table.Letter(i) + ")", Want: "headings that differ: rename one"}
			}
			used[fold(h.Name)] = table.Letter(i)
			h.rule = *rule
			h.meaning, _ = parseMeaning(rule.Means)
			h.Means = h.meaning.String()
			continue
		}
		if b.Mapping.Find {
			if m, ok := meaningOf(h.Name, h.Tag); ok {
				h.meaning, h.Means, h.Why = m, m.String(), "found from its heading"
				if fromHeading, ok := meaningOf(h.Name, ""); !ok || fromHeading != m {
					h.Why = "found from its tag"
				}
			}
		}
	}
	if b.Mapping.Find {
		b.ofAnyHarm()
	}
	return b.missing(used)
}

// ofAnyHarm finds the columns of numbers where a column says which harm a row is of.
func (b *Bound) ofAnyHarm() {
	harm := slices.ContainsFunc(b.Columns, func(h Heading) bool { return h.meaning.field == harmField })
	for i := range b.Columns {
		h := &b.Columns[i]
		if means, ok := ofAnyHarm[fold(h.Name)]; ok && harm && h.Means == "" && h.rule.Means == "" {
			h.meaning, _ = parseMeaning(means)
			h.Means, h.Why = means, "found from its heading, beside a column that says which harm"
		}
	}
}

func (b *Bound) missing(used map[string]string) error {
	var absent []string
	for _, c := range b.Mapping.Columns {
		if _, ok := used[fold(c.Header)]; !ok && !c.Optional {
			absent = append(absent, "“"+c.Header+"”")
		}
	}
	if len(absent) == 0 {
		return nil
	}
	var names []string
	for _, h := range b.Columns {
		names = append(names, h.Name)
	}
	return &casualty.Problem{Where: b.place(), Found: "the headings " + casualty.Shorten(strings.Join(names, ", "), 50),
		Want: "the columns that the mapping names: " + strings.Join(absent, ", ") + " not there"}
}

// collect gathers fields and groups of figures. Of two columns that mean the
// same, one that was found gives way; two that the mapping names are refused.
func (b *Bound) collect() error {
	for i := range b.Columns {
		h := &b.Columns[i]
		if h.Means == "" || h.Means == ignored {
			continue
		}
		if f := h.meaning.field; f != "" {
			if len(b.fields[f]) > 0 && f != notes {
				if err := b.yield(h, b.fields[f][0]); err != nil {
					return err
				}
				continue
			}
			b.fields[f] = append(b.fields[f], i)
			continue
		}
		if err := b.figure(h); err != nil {
			return err
		}
	}
	b.wholeFirst()
	b.bulletins()
	if len(b.groups) == 0 {
		var names []string
		for _, h := range b.Columns {
			names = append(names, h.Name)
		}
		return &casualty.Problem{Where: b.place() + ", no column of figures", Found: strings.Join(names, ", "), Want: "one that is known to mean killed, injured or another harm; --save-mapping FILE writes all the headings down, say there what they mean, and use it with --mapping FILE"}
	}
	for _, g := range b.groups {
		if g.harm == "" && len(b.fields[harmField]) == 0 {
			return &casualty.Problem{Where: b.place(), Found: "a column that means count", Want: "another column that means harm and says which, or a harm in place of count"}
		}
	}
	return nil
}

// yield lets a found column give way to the one before it.
func (b *Bound) yield(h *Heading, to int) error {
	if h.rule.Means != "" {
		return &casualty.Problem{Where: "mapping: column " + h.Name, Found: h.Means, Want: "a meaning that no other column has; “" + b.Columns[to].Name + "” has it"}
	}
	h.Why = "not read: “" + b.Columns[to].Name + "” means the same"
	h.Means = ""
	return nil
}

func (b *Bound) figure(h *Heading) error {
	at := slices.IndexFunc(b.groups, func(g group) bool {
		return g.question == h.meaning.figure && g.source == h.rule.Source && g.origin == h.rule.Origin
	})
	if at < 0 {
		b.groups = append(b.groups, group{question: h.meaning.figure, source: h.rule.Source, origin: h.rule.Origin, whole: -1, low: -1, best: -1, high: -1})
		at = len(b.groups) - 1
	}
	g := &b.groups[at]
	g.zeroUnknown = g.zeroUnknown || b.Mapping.ZeroUnknown || h.rule.ZeroUnknown
	slot := map[string]*int{"": &g.whole, "low": &g.low, "best": &g.best, "high": &g.high}[h.meaning.part]
	if *slot >= 0 {
		return b.yield(h, *slot)
	}
	*slot = h.At
	return nil
}

// wholeFirst: where a column holds the figure as written, its ends in other
// columns say nothing more.
func (b *Bound) wholeFirst() {
	for i := range b.groups {
		g := &b.groups[i]
		for _, end := range []*int{&g.low, &g.best, &g.high} {
			if g.whole >= 0 && *end >= 0 {
				h := &b.Columns[*end]
				h.Why, h.Means = "not read: “"+b.Columns[g.whole].Name+"” holds the figure as written", ""
				*end = -1
			}
		}
	}
}

// bulletins: rows with running totals that have neither a place nor an id are no
// incidents, where the mapping was left to find that out.
func (b *Bound) bulletins() {
	running := slices.ContainsFunc(b.groups, func(g group) bool { return g.scope == casualty.Cumulative })
	for _, f := range []string{idField, incident, place, admin1, latField} {
		running = running && len(b.fields[f]) == 0
	}
	if running && b.Mapping.Find && b.Mapping.Incidents == "" {
		b.Mapping.Incidents = "none"
		b.Notes = append(b.Notes, "running totals without a place: the rows are taken for bulletins, and make no incidents")
	}
}

// keys are the columns that name a row.
func (b *Bound) keys() error {
	for _, name := range b.Mapping.Key {
		at := slices.IndexFunc(b.Columns, func(h Heading) bool { return fold(h.Name) == fold(name) })
		if at < 0 {
			return &casualty.Problem{Where: "mapping: key", Found: name, Want: "a heading of " + b.place()}
		}
		b.key = append(b.key, at)
	}
	if len(b.key) == 0 && len(b.fields[idField]) > 0 {
		b.key = append(slices.Clone(b.fields[idField]), b.fields[source]...)
	}
	return nil
}

// look goes through the rows once: samples for the eye, and whether the day or
// the month stands first.
func (b *Bound) look() error {
	finders := map[int]*orderFinder{}
	for _, field := range []string{dateField, dateEnd, saidField} {
		for _, c := range b.fields[field] {
			finders[c] = &orderFinder{}
		}
	}
	for r, err := range b.rows() {
		if err != nil {
			return err
		}
		for c, f := range finders {
			f.look(r.Cell(c), func() string { return b.Table.Place(r.Number, c) })
		}
		if r.Number < b.first+200 {
			b.sample(r)
		}
	}
	for c, f := range finders {
		order := b.Mapping.DateOrder
		if order == "" {
			var err error
			if order, err = f.order(b.Columns[c].Name); err != nil {
				return err
			}
			if order != "" {
				b.Notes = append(b.Notes, fmt.Sprintf("“%s”: %s first, as %s shows", b.Columns[c].Name, map[string]string{DayFirst: "day", MonthFirst: "month"}[order], f.dayFirst+f.monthFirst))
			}
		}
		b.orders[c] = order
	}
	return nil
}

func (b *Bound) sample(r table.Row) {
	for i := range b.Columns {
		h := &b.Columns[i]
		text := casualty.Shorten(r.Cell(i).Text, 24)
		if text != "" && len(h.Samples) < sampled && !slices.Contains(h.Samples, text) {
			h.Samples = append(h.Samples, text)
		}
	}
}

// rows are the rows of data.
func (b *Bound) rows() func(yield func(table.Row, error) bool) {
	return func(yield func(table.Row, error) bool) {
		for r, err := range b.Table.Rows() {
			if err == nil && r.Number < b.first {
				continue
			}
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// Count is how many rows of data there are, blank ones not among them.
func (b *Bound) Count() int {
	n := b.Table.Count
	if b.Header > 0 {
		rows, _ := top(b.Table)
		for _, r := range rows {
			if r.Number < b.first {
				n--
			}
		}
	}
	return n
}
