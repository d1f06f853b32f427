package server

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/exports"
	"tollbook/store"
)

// records keeps the states of the book that were read last: many look at them, few
// change them.
type records struct {
	book *store.Book
	mu   sync.Mutex
	// newest is the last entry of the journal when the editions were read. A later
	// entry can be an erasure, which reaches into the past: it ends all of them.
	newest int
	kept   []*edition // the one used last comes last
}

// keptEditions are how many states of the book lie ready: now, and two of the past
// that somebody compares.
const keptEditions = 3

// An edition is the book in one state, with what pages make of it. What was
// handed out of it is never changed.
type edition struct {
	record  casualty.Record
	whole   *showing
	reduced func() *showing // for one who may see figures only

	mu     sync.Mutex
	tables []*namedTable // the one used last comes last
}

// at is the edition of one state.
func (r *records) at(at store.At) (*edition, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	var newest, entry int
	heads := []struct {
		at store.At
		to *int
	}{{store.At{}, &newest}, {at, &entry}}
	for _, h := range heads {
		if err := r.book.Read(h.at, func(v *store.View) error { *h.to = v.Head().Entry; return nil }); err != nil {
			return nil, err
		}
	}
	if newest != r.newest {
		r.newest, r.kept = newest, nil
	}
	if e := keptLast(&r.kept, func(e *edition) bool { return e.record.Entries == entry }); e != nil {
		return *e, nil
	}
	var record casualty.Record
	err := r.book.Read(at, func(v *store.View) (err error) {
		record, err = v.Record()
		return err
	})
	if err != nil {
		return nil, err
	}
	e := newEdition(record)
	r.kept = addLast(r.kept, e, keptEditions)
	return e, nil
}

func newEdition(record casualty.Record) *edition {
	return &edition{
		record: record, whole: newShowing(record),
		reduced: sync.OnceValue(func() *showing { return newShowing(exports.Shown(record, exports.Public)) }),
	}
}

// A showing is what a visitor may see of an edition, and how it is looked up.
type showing struct {
	casualty.Record
	folded func() map[casualty.IncidentID]string // the words that find an incident
	found  func() *foundIn
}

func newShowing(r casualty.Record) *showing {
	return &showing{
		r,
		sync.OnceValue(func() map[casualty.IncidentID]string { return foldedIncidents(r) }),
		sync.OnceValue(func() *foundIn { return newFoundIn(r) }),
	}
}

// foundIn finds the records of a showing by their ids, and the claims of an incident.
type foundIn struct {
	claims    map[casualty.ClaimID]*casualty.Claim
	documents map[casualty.DocumentID]*casualty.Document
	sources   map[casualty.SourceID]*casualty.Source
	origins   map[casualty.OriginID]*casualty.Origin
	incidents map[casualty.IncidentID]*casualty.Incident
	speaking  map[casualty.IncidentID][]*casualty.Claim
}

func newFoundIn(r casualty.Record) *foundIn {
	f := &foundIn{
		byID(r.Claims, func(c *casualty.Claim) casualty.ClaimID { return c.ID }),
		byID(r.Documents, func(d *casualty.Document) casualty.DocumentID { return d.ID }),
		byID(r.Sources, func(s *casualty.Source) casualty.SourceID { return s.ID }),
		byID(r.Origins, func(o *casualty.Origin) casualty.OriginID { return o.ID }),
		byID(r.Incidents, func(i *casualty.Incident) casualty.IncidentID { return i.ID }),
		map[casualty.IncidentID][]*casualty.Claim{},
	}
	for i := range r.Claims {
		if c := &r.Claims[i]; c.Incident != "" && c.Erased == "" {
			f.speaking[c.Incident] = append(f.speaking[c.Incident], c)
		}
	}
	return f
}

func byID[T any, ID comparable](list []T, id func(*T) ID) map[ID]*T {
	found := make(map[ID]*T, len(list))
	for i := range list {
		found[id(&list[i])] = &list[i]
	}
	return found
}

// keptLast finds an item and makes it the one used last; nil if there is none.
func keptLast[T any](kept *[]T, is func(T) bool) *T {
	i := slices.IndexFunc(*kept, is)
	if i < 0 {
		return nil
	}
	found := (*kept)[i]
	*kept = append(slices.Delete(*kept, i, i+1), found)
	return &found
}

func addLast[T any](kept []T, item T, most int) []T {
	if len(kept) >= most {
		kept = slices.Delete(kept, 0, 1)
	}
	return append(kept, item)
}

// keptTables are how many tables lie ready in one state of the book: four methods
// side by side, with and without adopted figures.
const keptTables = 8

type namedTable struct {
	name string
	make func() *figureTable
}

// A figureTable is the figures of all incidents by one method, found by incident.
type figureTable struct {
	aggregate.Table
	spans map[casualty.IncidentID][2]int
}

// of are the figures of one incident.
func (t *figureTable) of(id casualty.IncidentID) []aggregate.IncidentFigure {
	span := t.spans[id]
	return t.Figures[span[0]:span[1]]
}

// table makes the figures by a method once, however many ask at the same time.
func (e *edition) table(m aggregate.Method, s aggregate.Settings) *figureTable {
	name := fmt.Sprint(m, s.Adopted, s.SinglePerson)
	e.mu.Lock()
	t := keptLast(&e.tables, func(t *namedTable) bool { return t.name == name })
	if t == nil {
		made := &namedTable{name, sync.OnceValue(func() *figureTable { return indexed(aggregate.Tabulate(e.record, m, s)) })}
		e.tables = addLast(e.tables, made, keptTables)
		t = &made
	}
	e.mu.Unlock()
	return (*t).make()
}

func indexed(t aggregate.Table) *figureTable {
	f := &figureTable{t, map[casualty.IncidentID][2]int{}}
	for i, figure := range t.Figures {
		span, ok := f.spans[figure.Incident.ID]
		if !ok {
			span[0] = i
		}
		span[1] = i + 1
		f.spans[figure.Incident.ID] = span
	}
	return f
}

// foldedIncidents are the words that find an incident.
func foldedIncidents(r casualty.Record) map[casualty.IncidentID]string {
	words := make(map[casualty.IncidentID]string, len(r.Incidents))
	for _, in := range r.Incidents {
		p := in.Place
		words[in.ID] = folded(strings.Join([]string{string(in.ID), in.Title, p.Name, p.Admin1, p.Admin2, p.Country, p.Code, in.Cause, in.Notes}, "\n"))
	}
	return words
}
