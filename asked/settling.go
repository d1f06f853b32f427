// Package asked is what is asked of a book, as plain values that JSON holds: the
// methods, the days, the state of the book ([Settling]), and of an export title,
// profile and sheets as well ([Order]). The commands fill it from flags, the server
// from forms, and a release keeps it, so that all three mean the same by it. Figures
// and totals are answered to both in one form ([FigureAnswer], [TotalAnswer]).
package asked

import (
	"fmt"
	"slices"
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/server/people"
	"tollbook/store"
)

// Settling is what figures, totals and exports are asked with.
type Settling struct {
	Methods string   `json:"methods"`         // names, with or without version, a comma between them
	AsOf    string   `json:"as_of,omitempty"` // see [store.ParseAt]
	From    string   `json:"from,omitempty"`  // a day
	To      string   `json:"to,omitempty"`
	Rank    []string `json:"rank,omitempty"`
	Grades  []string `json:"grades,omitempty"`
	Periods string   `json:"periods,omitempty"`
	Economy string   `json:"economy,omitempty"`
	Served  bool     `json:"-"` // the book has accounts: a decision needs a second person
}

// MethodList is the methods that are asked for, at least one.
func (s *Settling) MethodList() ([]aggregate.Method, error) {
	if err := s.Check(); err != nil {
		return nil, err
	}
	var methods []aggregate.Method
	for name := range strings.SplitSeq(s.Methods, ",") {
		m, err := aggregate.MethodNamed(strings.TrimSpace(name))
		if err != nil {
			return nil, casualty.At("method", err)
		}
		methods = append(methods, m)
	}
	return methods, nil
}

// Check refuses what no method knows.
func (s *Settling) Check() error {
	for _, g := range s.Grades {
		if !slices.Contains(casualty.Grades, casualty.Grade(g)) {
			return &casualty.Problem{Where: "grades", Found: g, Want: fmt.Sprintf("one or more of %v", casualty.Grades)}
		}
	}
	if !slices.Contains([]aggregate.PeriodRule{"", aggregate.Start, aggregate.Spans, aggregate.Dealt}, aggregate.PeriodRule(s.Periods)) {
		return &casualty.Problem{Where: "periods", Found: s.Periods, Want: "start, spans or split"}
	}
	if !slices.Contains([]string{"", "developing", "industrialised"}, s.Economy) {
		return &casualty.Problem{Where: "economy", Found: s.Economy, Want: "developing or industrialised"}
	}
	return nil
}

// Settings are the settings of a whole record, with the caps that its claims set.
func (s *Settling) Settings(r casualty.Record) aggregate.Settings {
	set := s.SettingsAt(r.AsOf)
	set.Caps = aggregate.CapsOf(r.Claims)
	return set
}

// SettingsAt are the settings of a state of the book. One method takes the figures
// that people adopted; methods that are compared stand for themselves.
func (s *Settling) SettingsAt(moment casualty.Moment) aggregate.Settings {
	set := aggregate.Settings{AsOf: moment, SinglePerson: !s.Served, Adopted: !strings.Contains(s.Methods, ",")}
	for _, id := range s.Rank {
		set.Rank = append(set.Rank, casualty.SourceID(id))
	}
	for _, g := range s.Grades {
		set.Grades = append(set.Grades, casualty.Grade(g))
	}
	set.Periods, set.Economy = aggregate.PeriodRule(s.Periods), s.Economy
	return set
}

// Record reads the record as asked: as of a time, and only the incidents within
// the days. An incident whose day is not stated stays in, unless days are asked
// for: then nothing says that it belongs there.
func (s *Settling) Record(book *store.Book) (casualty.Record, error) {
	at, err := At(s.AsOf)
	if err != nil {
		return casualty.Record{}, err
	}
	return s.RecordAt(book, at)
}

// RecordAt is Record in a state that is known already.
func (s *Settling) RecordAt(book *store.Book, at store.At) (r casualty.Record, err error) {
	if s.Served, err = people.Served(book); err != nil {
		return r, err
	}
	days, err := s.Days()
	if err != nil {
		return casualty.Record{}, err
	}
	r, err = Record(book, at)
	if err != nil || days == (Span{}) {
		return r, err
	}
	return Only(r, days.Hold), nil
}

// A Span is the days that are asked for; not stated: without that end.
type Span struct{ from, to casualty.Day }

// Days are the days that are asked for.
func (s *Settling) Days() (d Span, err error) {
	if d.from, err = casualty.ParseDay(s.From); err != nil {
		return d, casualty.At("from", err)
	}
	if d.to, err = casualty.ParseDay(s.To); err != nil {
		return d, casualty.At("to", err)
	}
	if d.from.Stated() && d.to.Stated() && d.to.Last() < d.from.First() {
		return d, &casualty.Problem{Where: "to", Found: s.To, Want: "a day that is not before from " + s.From}
	}
	return d, nil
}

// Hold tells whether an incident lies within the days.
func (d Span) Hold(in casualty.Incident) bool {
	outside := d.from.Stated() && in.Day.First() < d.from.First() || d.to.Stated() && in.Day.First() > d.to.Last()
	return d == (Span{}) || in.Day.Stated() && !outside
}

// Only keeps some incidents, and of the claims those of the incidents kept and
// those that name none.
func Only(r casualty.Record, keep func(casualty.Incident) bool) casualty.Record {
	kept := map[casualty.IncidentID]bool{"": true}
	r.Incidents = slices.DeleteFunc(slices.Clone(r.Incidents), func(in casualty.Incident) bool { return !keep(in) })
	for _, in := range r.Incidents {
		kept[in.ID] = true
	}
	r.Claims = slices.DeleteFunc(slices.Clone(r.Claims), func(c casualty.Claim) bool { return !kept[c.Incident] })
	return r
}

// Record reads the whole record in a state.
func Record(book *store.Book, at store.At) (r casualty.Record, err error) {
	err = book.Read(at, func(v *store.View) error {
		if !at.Time.IsZero() && v.Head().Entry == 0 {
			return &casualty.Problem{Where: "as_of", Want: fmt.Sprintf("a time from %s on: the book held nothing before; as of goes by when things entered the book", v.Head().Recorded)}
		}
		r, err = v.Record()
		return err
	})
	return r, err
}

// At reads a state of the book as a person names it; see [store.ParseAt].
func At(text string) (store.At, error) {
	at, err := store.ParseAt(text)
	if err != nil {
		return at, casualty.At("as_of", err)
	}
	return at, nil
}
