package store

import (
	"fmt"
	"slices"

	"tollbook/casualty"
)

// about is what the present state holds of one incident, not decoded yet.
type about struct {
	head     Head
	incident ref
	parts    []recordText
}

type recordText struct {
	ref  ref
	text []byte
}

func aboutIncident(tx reader, n uint64, head Head) about {
	a := about{head: head, incident: ref{Incidents.letter, n}}
	add := func(r ref) {
		text := tx.Get(recordsBucket, r.key())
		if text != nil && !slices.ContainsFunc(a.parts, func(p recordText) bool { return p.ref == r }) {
			a.parts = append(a.parts, recordText{r, text})
		}
	}
	add(a.incident)
	for key, row := range tx.Scan(columnsBucket, number(nil, n), nil) {
		source, origin := speakersOf(row)
		for _, r := range []ref{{Claims.letter, numberOf(key[8:])}, source, origin} {
			add(r)
		}
	}
	for _, k := range []kind{Victims, Decisions} {
		for r := range keyOf(k.name(), "incident", a.incident.String()).records(tx, k.of()) {
			add(r)
		}
	}
	return a
}

// rowsAbout makes the rows; nil where the incident is not there. Making them takes
// longer than reading, so every processor makes its share.
func rowsAbout(batch []about, o Outline) ([][]byte, error) {
	rows := make([][]byte, len(batch))
	return rows, shared(len(batch), func(i int) error {
		r, err := batch[i].record()
		if err == nil && len(r.Incidents) > 0 {
			rows[i] = o.Row(r)
		}
		return err
	})
}

func (a about) record() (casualty.Record, error) {
	r := casualty.Record{Head: a.head.Hash, Entries: a.head.Entry, AsOf: a.head.Recorded}
	for _, p := range a.parts {
		var err error
		switch p.ref.letter {
		case Sources.letter:
			err = decodeInto(&r.Sources, p)
		case Origins.letter:
			err = decodeInto(&r.Origins, p)
		case Claims.letter:
			err = decodeInto(&r.Claims, p)
		case Incidents.letter:
			err = decodeInto(&r.Incidents, p)
		case Victims.letter:
			err = decodeInto(&r.Victims, p)
		case Decisions.letter:
			err = decodeInto(&r.Decisions, p)
		}
		if err != nil {
			return r, err
		}
	}
	return r, nil
}

func decodeInto[T any](list *[]T, p recordText) error {
	value, err := decode[T](p.ref, p.text)
	*list = append(*list, value)
	return err
}

// About is what the book holds of one incident now, as [Outline.Row] takes it; as of
// the head of the view.
func (v *View) About(id casualty.IncidentID) (casualty.Record, error) {
	n, err := numberIn(string(id), Incidents.letter)
	if err != nil || !v.current {
		return casualty.Record{}, fmt.Errorf("%s: no incident of the present: %w", id, casualty.ErrNotFound)
	}
	return aboutIncident(v.tx, n, v.head).record()
}
