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
		return b.noFigures()
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
