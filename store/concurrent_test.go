package store

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"tollbook/casualty"
)

func TestManyActAndReadAtOnce(t *testing.T) {
	b := newBook(t)
	strike(t, b)
	const people, acts = 4, 12
	var wait sync.WaitGroup
	for person := range people {
		wait.Go(func() {
			for n := range acts {
				errs := errors.Join(
					actOnce(b, person, n),
					b.Read(At{}, consistent),
					b.Read(At{Entry: 1}, consistent),
				)
				if errs != nil {
					t.Error(errs)
				}
			}
		})
	}
	wait.Wait()
	if r := recordOf(t, b, At{}); r.Entries != 1+people*(acts+acts/3) || len(r.Incidents) != people*acts {
		t.Errorf("%d entries and %d incidents, want %d and %d", r.Entries, len(r.Incidents), 1+people*(acts+acts/3), people*acts)
	}
	clean(t, b)
}

// actOnce adds an incident, and erases every third one.
func actOnce(b *Book, person, n int) error {
	act := Act{Author: fmt.Sprint("person ", person), What: "add"}
	var in casualty.Incident
	_, err := b.Do(act, func(c *Change) (err error) {
		in, err = Incidents.Add(c, casualty.Incident{Title: fmt.Sprint("Strike ", n)})
		return err
	})
	if err != nil || n%3 != 0 {
		return err
	}
	_, err = b.Do(act, func(c *Change) error { return c.Erase(string(in.ID), "a test") })
	return err
}

// consistent tells whether a view holds as many incidents as its entries made.
func consistent(v *View) error {
	r, err := v.Record()
	if err != nil {
		return err
	}
	made := 0
	for e, err := range v.Journal(2) {
		if err != nil {
			return err
		}
		if !e.Changes[0].Erases {
			made++
		}
	}
	if made != len(r.Incidents) || r.Head != v.Head().Hash {
		return fmt.Errorf("at entry %d there are %d incidents, and the journal made %d", r.Entries, len(r.Incidents), made)
	}
	return nil
}
