package main

import (
	"fmt"

	"tollbook/aggregate"
	"tollbook/asked"
	"tollbook/casualty"
	accounts "tollbook/server/people"
	"tollbook/store"
)

// keptMethod is the method whose figures the book keeps up to date: the default one.
const keptMethod = "envelope"

// kept are the settings of the figures that the book keeps.
var kept = settling{asked.Settling{Methods: keptMethod}}

// outline is what the book keeps of each incident: its figures by the default method.
// Another release of the program makes them anew when it opens the book.
func outline() *store.Outline {
	m, err := aggregate.MethodNamed(keptMethod)
	if err != nil {
		panic(err)
	}
	return &store.Outline{
		Name: fmt.Sprintf("figures %s %s, form %d, tollbook %s", m, m.Lexicon, aggregate.OutlineVersion, Version),
		Row: func(r casualty.Record) []byte {
			return aggregate.OutlineOf(r, m, kept.Settings(r)).Append(nil)
		},
	}
}

// keptSummary adds up the figures that the book keeps; done is false where what is
// asked for is not kept: another method, or a state of the past.
func (s *settling) keptSummary(book *store.Book, methods []aggregate.Method, by []aggregate.By, out *summaries) (done bool, err error) {
	days, err := s.Days()
	if err != nil || len(methods) != 1 || methods[0].Name != keptMethod || s.AsOf != "" {
		return false, err
	}
	if s.Served, err = accounts.Served(book); err != nil {
		return false, err
	}
	err = book.Read(store.At{}, func(v *store.View) error {
		rows, ok := v.Outlines()
		if done = ok; !ok {
			return nil
		}
		settings := s.SettingsAt(v.Head().Recorded)
		if settings.Caps, err = capsOf(v); err != nil {
			return err
		}
		sum, err := addKept(rows, days, func() *aggregate.Summing { return aggregate.NewSumming(methods[0], settings, by...) },
			func(id casualty.IncidentID) (aggregate.Outline, error) { return settled(v, id, methods[0], settings) })
		if err != nil {
			return err
		}
		out.head = v.Head()
		if err := countLoose(v, sum); err != nil {
			return err
		}
		out.sums = append(out.sums, sum.Summary())
		return nil
	})
	return done, err
}

// settled settles an incident whose figures hang on more than its claims.
func settled(v *store.View, id casualty.IncidentID, m aggregate.Method, s aggregate.Settings) (aggregate.Outline, error) {
	r, err := v.About(id)
	if err != nil {
		return aggregate.Outline{}, err
	}
	t := aggregate.Tabulate(r, m, s)
	return aggregate.Outline{Incident: r.Incidents[0], Figures: t.Figures, Unconfirmed: t.Unconfirmed, Unlinked: t.Unlinked, Apart: t.Apart}, nil
}

// capsOf are the numbers that cover several incidents together.
func capsOf(v *store.View) ([]aggregate.Cap, error) {
	var claims []casualty.Claim
	for c, err := range store.Claims.By(v, "cap", "shared") {
		if err != nil {
			return nil, err
		}
		claims = append(claims, c)
	}
	return aggregate.CapsOf(claims), nil
}

// countLoose counts the claims that name no incident.
func countLoose(v *store.View, sum *aggregate.Summing) error {
	loose, err := v.Unlinked()
	for codes, n := range loose {
		sum.CountLoose(codeAt(casualty.Statuses, codes[0]), codeAt(casualty.Scopes, codes[1]), n)
	}
	return err
}

// codeAt is the code at a place of a table, counted from 1; 0 is not stated.
func codeAt[C ~string](table []C, place uint8) C {
	if place == 0 || int(place) > len(table) {
		return ""
	}
	return table[place-1]
}
