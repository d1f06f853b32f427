package asked

import (
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/store"
)

// Compared are two states of a book as they are to be compared, each by what it was
// asked with: a release by its own method, grades, days and ranking. What is no
// release is asked as the other side is; where neither is one, by the envelope.
// methods replaces the methods: one for both, or two, the first for the first.
func Compared(book *store.Book, first, second, methods string) (before, after aggregate.State, err error) {
	a, releaseA, err := settlingAt(book, first)
	if err != nil {
		return before, after, err
	}
	b, releaseB, err := settlingAt(book, second)
	if err != nil {
		return before, after, err
	}
	switch {
	case releaseA && !releaseB:
		b = a.at(b.AsOf)
	case releaseB && !releaseA:
		a = b.at(a.AsOf)
	}
	if methods != "" {
		a.Methods, b.Methods = methods, methods
		if one, other, two := strings.Cut(methods, ","); two {
			a.Methods, b.Methods = one, other
		}
	}
	if before, err = a.state(book); err != nil {
		return before, after, err
	}
	after, err = b.state(book)
	return before, after, err
}

// at is the same asked of another state.
func (s Settling) at(asOf string) Settling { s.AsOf = asOf; return s }

// settlingAt is what a state of the book is asked with: a release by its order.
func settlingAt(book *store.Book, name string) (s Settling, release bool, err error) {
	if name == "now" {
		name = ""
	}
	if !isRelease(name) {
		return Settling{Methods: aggregate.Methods[0].Name, AsOf: name}, false, nil
	}
	err = book.Read(store.At{}, func(v *store.View) error {
		r, err := store.Releases.Get(v, casualty.ReleaseID(name))
		if err != nil {
			return err
		}
		o, err := OrderOf(r.Settings)
		s = o.Settling
		return err
	})
	return s, true, err
}

// isRelease tells the id of a release from a day, a time or an entry.
func isRelease(name string) bool { return len(name) > 1 && name[0] == 'e' }

// state reads the state with all its incidents; those that are not asked for are
// left out by it, so that they pass for no change of the record.
func (s Settling) state(book *store.Book) (aggregate.State, error) {
	methods, err := s.MethodList()
	if err != nil {
		return aggregate.State{}, err
	}
	days, err := s.Days()
	if err != nil {
		return aggregate.State{}, err
	}
	whole := s
	whole.From, whole.To = "", ""
	r, err := whole.Record(book)
	return aggregate.State{Record: r, Method: methods[0], Settings: whole.Settings(r), Holds: days.Hold}, err
}
