package server

import (
	"fmt"

	"tollbook/aggregate"
	"tollbook/asked"
	"tollbook/casualty"
)

// A whyChanged is how the total of one state became that of another: the same
// account as tollbook diff gives.
type whyChanged struct {
	From, To string // the states: method, and when
	Total    aggregate.TotalChange
	Rows     []whyRow
	More     int // changes that are not shown
	Erased   []aggregate.ErasedRecord
}

// A whyRow is one change with the title of its incident.
type whyRow struct {
	aggregate.Change
	Title string
}

// Signed writes what a change adds, with its sign; nothing where no side has a number.
func (r whyRow) Signed(n int) string {
	if !r.From.Stated() && !r.To.Stated() && r.Cause != aggregate.SharedCap {
		return ""
	}
	return fmt.Sprintf("%+d", n)
}

// mostWhy bounds the changes that a page lists.
const mostWhy = 200

// whyChanged explains the difference of two totals of one question, the earlier
// state of the book first.
func (v *visit) whyChanged(a adding, other *visit, b adding) (*whyChanged, error) {
	before, after, total, err := v.changed(a, other, b)
	if err != nil {
		return nil, err
	}
	s, err := v.showing()
	if err != nil {
		return nil, err
	}
	w := &whyChanged{From: v.stateWords(before), To: v.stateWords(after), Total: total}
	shown := total.Shown()
	for _, c := range shown[:min(len(shown), mostWhy)] {
		row := whyRow{Change: c}
		if in := s.incident(c.Incident); in != nil {
			row.Title = in.Title
		}
		w.Rows = append(w.Rows, row)
	}
	w.More = len(shown) - len(w.Rows)
	w.Erased, err = asked.Erased(v.Book, before.Record.Entries, after.Record.Entries)
	return w, err
}

// changed is how one total became the other; the showing remembers it.
func (v *visit) changed(a adding, other *visit, b adding) (before, after aggregate.State, total aggregate.TotalChange, err error) {
	s, err := v.showing()
	if err != nil {
		return before, after, total, err
	}
	if after, err = v.state(a); err != nil {
		return before, after, total, err
	}
	if before, err = other.state(b); err != nil {
		return before, after, total, err
	}
	if before.Record.Entries >= after.Record.Entries {
		before, after, a, b = after, before, b, a
	}
	name := fmt.Sprint("why ", before.Record.Entries, after.Record.Entries, b.table.name(), a.table.name(), b.filter.name(), a.filter.name())
	return before, after, remember(s, name, func() aggregate.TotalChange { return changeIn(aggregate.Diff(before, after), a.question) }), nil
}

func changeIn(diff []aggregate.TotalChange, q aggregate.Question) aggregate.TotalChange {
	for _, t := range diff {
		if t.Question == q {
			return t
		}
	}
	return aggregate.TotalChange{Question: q}
}

// state is what the sums of an adding are made of, the incidents that are not meant
// left out.
func (v *visit) state(a adding) (aggregate.State, error) {
	e, err := v.edition()
	if err != nil {
		return aggregate.State{}, err
	}
	settings := a.table.settings
	settings.Caps = a.caps()
	return aggregate.State{Record: e.whole.record.get(), Method: a.table.method, Settings: settings, Holds: func(in casualty.Incident) bool { return a.filter.holds(&in) }}, nil
}

// stateWords name a state: "envelope 1, as of entry #12".
func (v *visit) stateWords(s aggregate.State) string {
	return say(v.lang, "%s, as of %s", named(s.Method.String()), fmt.Sprintf("#%d", s.Record.Entries))
}

type changesParams struct {
	Choosing
	Within
	With     string `query:"with" doc:"The method to compare with"`
	WithAsOf string `query:"with_as_of" doc:"The state to compare with: a day, a time, or an entry such as #12"`
}

// changesOut is how a total became another, as programs read it.
type changesOut struct {
	From    casualty.Moment           `json:"from" doc:"As of; the earlier state of the book"`
	To      casualty.Moment           `json:"to"`
	Method  [2]string                 `json:"methods" doc:"Of the one and of the other"`
	Lexicon [2]string                 `json:"lexicons"`
	Changes []asked.ChangeAnswer      `json:"changes"`
	Totals  []asked.TotalChangeAnswer `json:"totals" doc:"The changes add up to their low and highest"`
}

func askChanges(v *visit, in *changesParams) (out changesOut, etag string, err error) {
	if in.With == "" && in.WithAsOf == "" {
		return out, "", &casualty.Problem{Where: "with", Want: "a method, or with_as_of another state"}
	}
	c := in.Choosing
	if len(c.Method) == 0 {
		c.Method = []string{v.Methods[0].Name}
	}
	c.alone = in.With != ""
	a, err := v.adding(c, in.Within, "")
	if err != nil {
		return out, "", err
	}
	other, b, err := v.comparedWith(in.With, in.WithAsOf, c, in.Within, "")
	if err != nil {
		return out, "", err
	}
	before, after, total, err := v.changed(a, other, b)
	if err != nil {
		return out, "", err
	}
	out = changesOut{
		From: before.Record.AsOf, To: after.Record.AsOf, Method: [2]string{before.Method.String(), after.Method.String()},
		Lexicon: [2]string{before.Method.Lexicon.String(), after.Method.Lexicon.String()},
	}
	out.Changes, out.Totals = asked.ChangesOf([]aggregate.TotalChange{total})
	return out, "", nil
}
