package server

import (
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
	order       func(a, b T) int // nil: a list is not sorted by it
	off         bool             // shown only where somebody chooses it
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
	rows    []T
	id      func(T) string
	to      func(T) string // the address of a row's own page
	text    func(T) []string
	columns []column[T]
	filters []filter[T]
	version func(T) int // of a row that can be chosen with others; nil for none
}

// chosen are the rows that an address asks for, in its order.
func (l lister[T]) chosen(q url.Values) []T {
	words := searchFor(q.Get("q"))
	var rows []T
	for _, row := range l.rows {
		if l.kept(row, q) && (len(words) == 0 || words.in(l.text(row)...)) {
			rows = append(rows, row)
		}
	}
	l.sort(rows, q.Get("sort"))
	return rows
}

func (l lister[T]) kept(row T, q url.Values) bool {
	for _, f := range l.filters {
		if chosen := q.Get(f.name); chosen != "" && !f.keep(row, chosen) {
			return false
		}
	}
	return true
}

// sort orders by a column: "published", or "-published" the other way round.
func (l lister[T]) sort(rows []T, by string) {
	name, down := strings.CutPrefix(by, "-")
	for _, c := range l.columns {
		if c.name == name && c.order != nil {
			slices.SortStableFunc(rows, func(a, b T) int {
				if down {
					return c.order(b, a)
				}
				return c.order(a, b)
			})
		}
	}
}

// A listTable is what the template "list" shows.
type listTable struct {
	Base            basePage
	Path, Query     string
	Words           string // that are looked for
	Sort            string
	Filters         []listFilter
	Columns         []listColumn // all of them
	Rows            []listRow
	From, To, Total int
	All             int // rows without any filter
	Before, After   string
	Picks           bool // rows can be chosen together
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
	t := listTable{Base: b, Path: path, Query: q.Encode(), Words: q.Get("q"), Sort: q.Get("sort"), Total: len(rows), All: len(l.rows), Picks: l.version != nil}
	for _, f := range l.filters {
		t.Filters = append(t.Filters, listFilter{f.name, f.title, f.options, q.Get(f.name)})
	}
	n, _ := strconv.Atoi(q.Get("page"))
	from := min(max(n-1, 0)*pageSize, max(0, len(rows)-1)/pageSize*pageSize)
	to := min(len(rows), from+pageSize)
	t.From, t.To = from+1, to
	here := func(name, value string) string { return addressWith(path, q, name, value) }
	if from > 0 {
		t.Before = here("page", strconv.Itoa(from/pageSize))
	}
	if to < len(rows) {
		t.After = here("page", strconv.Itoa(from/pageSize+2))
	}
	t.Columns = l.heads(q, path)
	for _, row := range rows[from:to] {
		t.Rows = append(t.Rows, l.row(b, row, t.Columns))
	}
	return t
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
