package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"tollbook/casualty"
	"tollbook/ingest/place"
	"tollbook/store"
)

// A session is one person going through claims at a terminal. Every key that
// decides something is one act, saved before the next screen.
type session struct {
	app    *app
	book   *store.Book
	con    *console
	ids    []casualty.ClaimID
	at     int
	screen screen
	lists  []*place.List // a person's own, of places
	done   []step        // for undo
	note   string        // shown above the next screen
}

// A step is one act of this session.
type step struct{ entry, at int }

var errQuit = errors.New("quit")

// A key is one thing to press.
type key struct {
	key  rune
	help string
	do   func() error
}

// keys are what a person can press; the help screen is made from them.
func (s *session) keys() []key {
	return []key{
		{'a', "accept: the claim is what its document says", s.accept},
		{'A', "accept with the first proposed incident and origin", s.acceptProposed},
		{'m', "mend: set fields, such as count=at least 35", s.mend},
		{'r', "reject: the claim is not what its document says", s.reject},
		{'l', "link: say which incident it speaks of", s.link},
		{'o', "origin: say who spoke, apart from who printed it", s.setOrigin},
		{'s', "replaces: say which earlier claim of the same origin it replaces", s.replaces},
		{'u', "undo the last key of this session", s.undo},
		{'k', "skip: leave it open and go on", s.skip},
		{'b', "back to the claim before", s.back},
		{'q', "quit; everything is saved already", func() error { return errQuit }},
		{'?', "this help", s.help},
	}
}

// reviewScreens goes through the claims under an id, one screen each.
func (a *app) reviewScreens(ctx context.Context, book *store.Book, id string) error {
	s := &session{app: a, book: book}
	var err error
	if s.lists, err = a.placeLists(nil); err != nil {
		return err
	}
	err = book.Read(store.At{}, func(v *store.View) error {
		claims, err := waiting(v, id)
		for _, c := range claims {
			s.ids = append(s.ids, c.ID)
		}
		return err
	})
	if err != nil {
		return err
	}
	if len(s.ids) == 0 {
		a.printf("Nothing waits for you here.\n")
		return nil
	}
	var ok bool
	if s.con, ok = a.newConsole(); !ok {
		return fmt.Errorf("review asks a person and needs a terminal; without one, use a decisions file: tollbook review --template %s", orElse(id, "r1"))
	}
	return s.run(ctx)
}

func (s *session) run(ctx context.Context) error {
	for ctx.Err() == nil {
		err := s.one()
		if errors.Is(err, errQuit) {
			break
		}
		if err != nil {
			s.note = err.Error()
			s.con.forget() // what was typed ahead was meant for a prompt that is gone
		}
	}
	left := 0
	err := s.book.Read(store.At{}, func(v *store.View) error {
		for _, id := range s.ids {
			if c, err := store.Claims.Get(v, id); err != nil {
				return err
			} else if c.Status == casualty.Suggested {
				left++
			}
		}
		return nil
	})
	s.app.printf("\n%s saved; %s still open.\n", plural(len(s.done), "decision", "decisions"), plural(left, "claim", "claims"))
	return err
}

// one shows a screen and does what its key says. An error is shown above the
// next screen and changes nothing.
func (s *session) one() error {
	if s.at >= len(s.ids) {
		return s.end()
	}
	err := s.book.Read(store.At{}, func(v *store.View) (err error) {
		s.screen, err = newScreen(v, s.ids[s.at])
		s.screen.place = s.placeLine()
		return err
	})
	if err != nil {
		s.at++
		return err
	}
	s.screen.draw(s.con, fmt.Sprintf("%d of %d", s.at+1, len(s.ids)))
	if s.note != "" {
		fmt.Fprintf(s.con.out, "  ! %s\n", strings.ReplaceAll(s.note, "\n", "\n    "))
		s.note = ""
	}
	pressed, err := s.con.key()
	if err != nil {
		return errQuit
	}
	if pressed == '\r' || pressed == '\n' || pressed == ' ' {
		return nil
	}
	for _, k := range s.keys() {
		if k.key == pressed {
			return k.do()
		}
	}
	return fmt.Errorf("no key %q; press ? for help", pressed)
}

// end stands after the last claim, so that the last key can be taken back too.
func (s *session) end() error {
	fmt.Fprint(s.con.out, "\n  That was the last one.  u undo  b back  q quit\n")
	if s.note != "" {
		fmt.Fprintf(s.con.out, "  ! %s\n", s.note)
		s.note = ""
	}
	pressed, err := s.con.key()
	switch {
	case err != nil || pressed == 'q' || pressed == '\r' || pressed == '\n':
		return errQuit
	case pressed == 'u':
		return s.undo()
	case pressed == 'b':
		s.at = len(s.ids)
		return s.back()
	}
	return nil
}
