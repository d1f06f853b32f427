package server

import (
	"slices"
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// A choosing is what pages and readings of figures are asked with. Its names are
// those of addresses, so that an address says all of it.
type choosing struct {
	Method []string `query:"method" doc:"One to four methods, side by side: envelope, airwars, ..."`
	alone  bool     // each method stands for itself, though it is one
}

// mostMethods are how many methods a page lays side by side.
const mostMethods = 4

// methods are those asked for, or else those of the server.
func (c choosing) methods(v *visit) ([]aggregate.Method, error) {
	var chosen []aggregate.Method
	for _, name := range strings.FieldsFunc(strings.Join(c.Method, ","), func(r rune) bool { return r == ',' }) {
		m, err := aggregate.MethodNamed(strings.TrimSpace(name))
		if err != nil {
			return nil, casualty.At("method", err)
		}
		if !slices.ContainsFunc(chosen, func(o aggregate.Method) bool { return o.String() == m.String() }) {
			chosen = append(chosen, m)
		}
	}
	switch {
	case len(chosen) > mostMethods:
		return nil, &casualty.Problem{Where: "method", Found: strings.Join(c.Method, ","), Want: "one to four methods"}
	case len(chosen) == 0:
		return v.Methods[:min(len(v.Methods), mostMethods)], nil
	}
	return chosen, nil
}

// tables are the figures of the state that is asked for, one table a method. One
// method takes the figures that people adopted; methods that are compared stand for
// themselves.
func (c choosing) tables(v *visit) ([]*figureTable, error) {
	methods, err := c.methods(v)
	if err != nil {
		return nil, err
	}
	e, err := v.edition()
	if err != nil {
		return nil, err
	}
	s := v.settings(e.AsOf)
	s.Adopted = len(methods) == 1 && !c.alone
	tables := make([]*figureTable, len(methods))
	for i, m := range methods {
		tables[i] = e.table(m, s)
	}
	return tables, nil
}

// settings are what the methods need beside the claims. A book with accounts is no
// book of one person.
func (v *visit) settings(asOf casualty.Moment) aggregate.Settings {
	return aggregate.Settings{AsOf: asOf, SinglePerson: v.Open}
}

// choosingOf is what the address of a page says.
func choosingOf(v *visit) choosing {
	return choosing{Method: v.request.URL.Query()["method"]}
}

// A methodHead is a method as the head of a column.
type methodHead struct {
	Name, Sentence, After string
	Chosen                bool // in the list of a form
}

// named is a method as a column names it: "envelope 1".
func named(method string) string { return strings.ReplaceAll(method, "/", " ") }

func headsOf(methods []aggregate.Method) []methodHead {
	heads := make([]methodHead, len(methods))
	for i, m := range methods {
		heads[i] = methodHead{Name: named(m.String()), Sentence: m.Sentence, After: m.After}
	}
	return heads
}

// methodChoices are all methods, for a form.
func methodChoices(chosen []aggregate.Method) []methodHead {
	all := make([]methodHead, len(aggregate.Methods))
	for i, m := range aggregate.Methods {
		is := func(o aggregate.Method) bool { return o.String() == m.String() }
		all[i] = methodHead{Name: m.Name, Sentence: m.Sentence, Chosen: slices.ContainsFunc(chosen, is)}
	}
	return all
}
