package curate

import (
	"cmp"
	"iter"
	"slices"
	"strconv"

	"tollbook/casualty"
	"tollbook/store"
)

// An Erasure is a proposal to erase a record lawfully. On a book with accounts one
// person proposes, and another one carries it out or turns it down. It never says
// what the record held.
type Erasure struct {
	ID      string          `json:"id"`
	Record  string          `json:"record"` // id of the record that is to go
	Reason  string          `json:"reason"` // stays in the tombstone
	By      string          `json:"by"`
	At      casualty.Moment `json:"at"`
	Outcome string          `json:"outcome,omitempty"` // "carried_out", "turned_down", "taken_back"; empty: it waits
	EndedBy string          `json:"ended_by,omitempty"`
	EndedAt casualty.Moment `json:"ended_at,omitempty"`
}

// Waits tells whether nobody has decided on the proposal yet.
func (e Erasure) Waits() bool { return e.Outcome == "" }

// How a proposal can end.
const (
	CarriedOut = "carried_out"
	TurnedDown = "turned_down"
	TakenBack  = "taken_back"
)

const erasures store.Drawer[Erasure] = "erasures"

// Erasures yields the proposals, the newest first.
func Erasures(from store.ShelfReader) iter.Seq[Erasure] {
	var all []Erasure
	for _, e := range erasures.All(from) {
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b Erasure) int { return cmp.Compare(number(b.ID), number(a.ID)) })
	return slices.Values(all)
}

func number(id string) int { n, _ := strconv.Atoi(id); return n }

// ErasureOf is one proposal. The error wraps [casualty.ErrNotFound].
func ErasureOf(from store.ShelfReader, id string) (Erasure, error) {
	e, ok, err := erasures.Get(from, id)
	if err == nil && !ok {
		err = casualty.ErrNotFound
	}
	return e, err
}

// ProposeErasure keeps a proposal for a second person to see. It is no act: the
// record stays as it is.
func ProposeErasure(s store.ShelfWriter, record, reason, by string, at casualty.Moment) (Erasure, error) {
	if Kind(record) == "" {
		return Erasure{}, &casualty.Problem{Where: "record", Want: "the id of a record, such as d3 or c12"}
	}
	if reason == "" {
		return Erasure{}, &casualty.Problem{Where: "reason", Want: "why: it stays in the tombstone, so it must not repeat what is erased"}
	}
	last := 0
	for e := range Erasures(s) {
		last = max(last, number(e.ID))
		if e.Waits() && e.Record == record {
			return e, &casualty.Problem{Where: "record", Found: record, Want: "a record whose erasure nobody has proposed yet: proposal " + e.ID + " waits"}
		}
	}
	e := Erasure{ID: strconv.Itoa(last + 1), Record: record, Reason: reason, By: by, At: at}
	return e, erasures.Put(s, e.ID, e)
}

// CarryOut erases what somebody else proposed to erase. The error wraps [ErrOwn]
// for the one who proposed it, by whatever spelling of the name.
func CarryOut(c *store.Change, id, by string, at casualty.Moment) (Erasure, error) {
	e, err := end(c, id, CarriedOut, by, at)
	if err != nil {
		return e, err
	}
	return e, c.Erase(e.Record, e.Reason)
}

// TurnDown ends a proposal without erasing: by a second person, or taken back by
// the one who made it.
func TurnDown(s store.ShelfWriter, id, by string, at casualty.Moment) (Erasure, error) {
	outcome := TurnedDown
	if e, err := ErasureOf(s, id); err == nil && folded(e.By) == folded(by) {
		outcome = TakenBack
	}
	return end(s, id, outcome, by, at)
}

func end(s store.ShelfWriter, id, outcome, by string, at casualty.Moment) (Erasure, error) {
	e, err := ErasureOf(s, id)
	switch {
	case err != nil:
		return e, err
	case outcome == CarriedOut && (by == "" || folded(by) == folded(e.By)):
		return e, casualty.At("proposal "+id, ErrOwn)
	case !e.Waits():
		return e, &casualty.Problem{Where: "proposal " + id, Found: e.Outcome, Want: "a proposal that waits"}
	}
	e.Outcome, e.EndedBy, e.EndedAt = outcome, by, at
	return e, erasures.Put(s, id, e)
}
