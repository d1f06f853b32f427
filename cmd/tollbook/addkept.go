package main

import (
	"errors"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"tollbook/aggregate"
	"tollbook/asked"
	"tollbook/casualty"
)

// An adder adds up kept rows side by side with others; each has a summing of its own.
type adder struct {
	sum       *aggregate.Summing
	days      asked.Span
	unsettled []casualty.IncidentID // to be settled by who can read the book
	err       error
}

// addKept adds up the rows of a book on every processor. The rows are copied out by the
// caller's goroutine, which alone may read the book. What joins has no order, and what
// comes out has one: the sum is the same however the rows fall.
func addKept(rows iter.Seq2[casualty.IncidentID, []byte], days asked.Span, begin func() *aggregate.Summing, settle func(casualty.IncidentID) (aggregate.Outline, error)) (*aggregate.Summing, error) {
	portions := make(chan portion)
	adders := make([]adder, runtime.GOMAXPROCS(0))
	var working sync.WaitGroup
	for i := range adders {
		adders[i] = adder{sum: begin(), days: days}
		working.Go(func() { adders[i].add(portions) })
	}
	func() {
		defer working.Wait() // a damaged page ends the loop by a panic
		defer close(portions)
		for p := range portioned(rows) {
			portions <- p
		}
	}()
	return joined(adders, settle)
}

func (a *adder) add(portions <-chan portion) {
	reader := new(aggregate.OutlineReader)
	for p := range portions {
		for i, id := range p.ids {
			o, err := reader.Read(p.row(i))
			switch {
			case err != nil:
				a.err = errors.Join(a.err, fmt.Errorf("%s: %w", id, err))
			case o.Unsettled:
				a.unsettled = append(a.unsettled, id)
			case a.days.Hold(o.Incident):
				a.sum.Add(o)
			}
		}
	}
}

// joined is the sum of all adders, with what they left to be settled.
func joined(adders []adder, settle func(casualty.IncidentID) (aggregate.Outline, error)) (*aggregate.Summing, error) {
	all := adders[0]
	for _, more := range adders[1:] {
		all.sum.Join(more.sum)
		all.unsettled = append(all.unsettled, more.unsettled...)
		all.err = errors.Join(all.err, more.err)
	}
	if all.err != nil {
		return nil, all.err
	}
	for _, id := range all.unsettled {
		o, err := settle(id)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", id, err)
		}
		if all.days.Hold(o.Incident) {
			all.sum.Add(o)
		}
	}
	return all.sum, nil
}

// A portion is some rows, copied one behind the other.
type portion struct {
	ids  []casualty.IncidentID
	ends []int
	rows []byte
}

// portionSize is about how many bytes of rows make a portion.
const portionSize = 1 << 18

func portioned(rows iter.Seq2[casualty.IncidentID, []byte]) iter.Seq[portion] {
	return func(yield func(portion) bool) {
		var p portion
		for id, row := range rows {
			p.ids, p.rows = append(p.ids, id), append(p.rows, row...)
			p.ends = append(p.ends, len(p.rows))
			if len(p.rows) < portionSize {
				continue
			}
			if !yield(p) {
				return
			}
			p = portion{}
		}
		if len(p.ids) > 0 {
			yield(p)
		}
	}
}

func (p portion) row(i int) []byte {
	from := 0
	if i > 0 {
		from = p.ends[i-1]
	}
	return p.rows[from:p.ends[i]]
}
