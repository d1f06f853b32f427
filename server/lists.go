package server

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// pageSize is how many rows a page of a list shows.
const pageSize = 50

// A column is one thing that a list shows of its rows.
type column[T any] struct {
	name, title string
	cell        func(T) cell
	order       func(rows []T, down bool) []T // sorts a copy; nil: a list is not sorted by it
	off         bool                          // shown only where somebody chooses it
}

// A cell is one value of a row. Kind says how it reads: "" a text of the record,
// "code", "tell" (a text with numbers), "quote" or "number"; a value that is not
// stated has no text.
type cell struct{ Text, Kind, To string }

// A filter is one choice that the address of a list can make.
type filter[T any] struct {
	name, title string
	options     []option
	keep        func(row T, chosen string) bool
}

// An option is one value of a choice. Code tells that its words are those of a code.
type option struct {
	Value, Words string
	Code         bool
}

// codes are the options of a table of codes.
func codes[C ~string](table []C) []option {
	all := make([]option, len(table))
	for i, c := range table {
		all[i] = option{string(c), string(c), true}
	}
	return all
}

// yesOrNo are the options of what is so or not.
func yesOrNo(yes, no string) []option { return []option{{"yes", yes, true}, {"no", no, true}} }

// A lister is a table of the record with the ways to look at it. What is chosen
// stands in the address: a list can be linked, kept and read by a program.
type lister[T any] struct {
	in      *showing // keeps what was chosen, where it is asked for again
	name    string   // of the list, in what is kept
	rows    []T
	id      func(T) string
	to      func(T) string // the address of a row's own page
	text    func(T) []string
	columns []column[T]
	filters []filter[T]
	version func(T) int // of a row that can be chosen with others; nil for none
}

// chosen are the rows that an address asks for, in its order. Whoever gets them leaves
// them as they are.
func (l lister[T]) chosen(q url.Values) []T {
	asked := url.Values{"q": searchFor(q.Get("q"))}
	for _, f := range l.filters {
		asked.Set(f.name, q.Get(f.name))
	}
	name, down := strings.CutPrefix(q.Get("sort"), "-")
	sort := slices.IndexFunc(l.columns, func(c column[T]) bool { return c.name == name && c.order != nil })
	if sort >= 0 {
		asked.Set("sort", q.Get("sort"))
	}
	return remember(l.in, l.name+"?"+asked.Encode(), func() []T {
		rows := l.filtered(q, asked["q"])
		if sort >= 0 {
			rows = l.columns[sort].order(rows, down)
		}
		return rows
	})
}

// filtered are the rows that an address asks for.
func (l lister[T]) filtered(q url.Values, words search) (rows []T) {
	filters := slices.DeleteFunc(slices.Clone(l.filters), func(f filter[T]) bool { return q.Get(f.name) == "" })
	if len(filters) == 0 && len(words) == 0 {
		return l.rows
	}
	for _, row := range l.rows {
		out := slices.ContainsFunc(filters, func(f filter[T]) bool { return !f.keep(row, q.Get(f.name)) })
		if !out && words.in(l.text(row)...) {
			rows = append(rows, row)
		}
	}
	return rows
}

// sortedBy is a list in the order of a key, which is made once a row.
func sortedBy[T, K any](rows []T, key func(T) K, compare func(a, b K) int) []T {
	type keyed struct {
		key K
		row T
	}
	all := make([]keyed, len(rows))
	for i, row := range rows {
		all[i] = keyed{key(row), row}
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return compare(a.key, b.key) })
	sorted := make([]T, len(rows))
	for i := range all {
		sorted[i] = all[i].row
	}
	return sorted
}

// by orders rows by a key of theirs.
func by[T any, K cmp.Ordered](key func(T) K) func(rows []T, down bool) []T {
	return func(rows []T, down bool) []T {
		return sortedBy(rows, key, func(a, b K) int {
			if down {
				a, b = b, a
			}
			return cmp.Compare(a, b)
		})
	}
}

// A listTable is what the template "list" shows.
type listTable struct {
	Base        basePage
	Path, Query string
	Words       string // that are looked for
	Sort        string
	Filters     []listFilter
	Columns     []listColumn // all of them
	Rows        []listRow
	pager
	All   int  // rows without any filter
	Picks bool // rows can be chosen together
}

type listFilter struct {
	Name, Title string
	Options     []option
	Chosen      string
}

type listColumn struct {
	Name, Title string
	Shown       bool
	Sort        string // address that sorts by it; empty: none
	Sorted      string // "ascending", "descending" or empty
}

type listRow struct {
	ID, To  string
	Version int
	Cells   []listCell
}

type listCell struct {
	cell
	Title string
}

// table lays one page of the list out.
func (l lister[T]) table(b basePage, path string) listTable {
	q := b.visit.request.URL.Query()
	q.Del("did")
	rows := l.chosen(q)
	t := listTable{Base: b, Path: path, Query: q.Encode(), Words: q.Get("q"), Sort: q.Get("sort"), All: len(l.rows), Picks: l.version != nil, pager: pagerOf(path, q, len(rows), pageSize)}
	for _, f := range l.filters {
		t.Filters = append(t.Filters, listFilter{f.name, f.title, f.options, q.Get(f.name)})
	}
	t.Columns = l.heads(q, path)
	for _, row := range rows[t.from:t.to] {
		t.Rows = append(t.Rows, l.row(b, row, t.Columns))
	}
	return t
}

// A pager is one page of the rows of a table.
type pager struct {
	from, to      int // of the slice
	From, To, Of  int // as people count
	Page, Pages   int
	Before, After string // addresses; empty: none
}

// pagerOf reads which page an address asks for; one beyond the last is the last.
func pagerOf(path string, q url.Values, rows, size int) pager {
	n, _ := strconv.Atoi(q.Get("page")) // anything else is the first
	p := pager{Of: rows, Pages: max((rows+size-1)/size, 1)}
	p.Page = min(max(n, 1), p.Pages)
	p.from = (p.Page - 1) * size
	p.to = min(rows, p.from+size)
	p.From, p.To = p.from+1, p.to
	if p.Page > 1 {
		p.Before = addressWith(path, q, "page", strconv.Itoa(p.Page-1))
	}
	if p.Page < p.Pages {
		p.After = addressWith(path, q, "page", strconv.Itoa(p.Page+1))
	}
	return p
}

func (l lister[T]) heads(q url.Values, path string) []listColumn {
	var heads []listColumn
	sorted, down := strings.CutPrefix(q.Get("sort"), "-")
	for _, c := range l.columns {
		h := listColumn{Name: c.name, Title: c.title, Shown: !c.off}
		if chosen := q["columns"]; len(chosen) > 0 {
			h.Shown = slices.Contains(chosen, c.name)
		}
		if c.order != nil {
			h.Sort = addressWith(path, q, "sort", c.name)
		}
		if c.order != nil && c.name == sorted {
			h.Sorted, h.Sort = "ascending", addressWith(path, q, "sort", "-"+c.name)
			if down {
				h.Sorted, h.Sort = "descending", addressWith(path, q, "sort", c.name)
			}
		}
		heads = append(heads, h)
	}
	return heads
}

func (l lister[T]) row(b basePage, row T, heads []listColumn) listRow {
	r := listRow{ID: l.id(row), To: b.Link(l.to(row))}
	if l.version != nil {
		r.Version = l.version(row)
	}
	for i, c := range l.columns {
		if heads[i].Shown {
			value := c.cell(row)
			if value.To != "" {
				value.To = b.Link(value.To)
			}
			r.Cells = append(r.Cells, listCell{value, c.title})
		}
	}
	return r
}

// addressWith is an address with one value of its query changed; another page of
// another order begins anew.
func addressWith(path string, q url.Values, name, value string) string {
	changed := url.Values{}
	for k, v := range q {
		if k != "page" && v[0] != "" {
			changed[k] = v
		}
	}
	changed.Set(name, value)
	return path + "?" + changed.Encode()
}
