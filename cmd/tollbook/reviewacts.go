package main

import (
	"errors"
	"fmt"
	"strings"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/store"
)

func (s *session) id() casualty.ClaimID { return s.screen.claim.ID }

// do is one act on the claim of the screen.
func (s *session) do(what, reason string, fn func(*store.Change) error) error {
	entry, err := s.book.Do(s.app.act(what, reason), fn)
	if err == nil && entry.Number > 0 {
		s.done = append(s.done, step{entry.Number, s.at})
	}
	return err
}

func (s *session) accept() error {
	err := s.do("confirm", "read in its document", func(c *store.Change) error { return curate.Confirm(c, s.id()) })
	if err == nil {
		s.at++
	}
	return err
}

// acceptProposed is one key, and one act, for what a person sees proposed.
func (s *session) acceptProposed() error {
	if s.screen.incident == nil && len(s.screen.incidents) == 0 {
		return errors.New("no incident is proposed: l links the claim first")
	}
	err := s.do("confirm", "read in its document; linked as proposed", func(c *store.Change) error {
		if s.screen.incident == nil {
			if err := curate.Link(c, s.id(), s.screen.incidents[0].incident.ID); err != nil {
				return err
			}
		}
		if s.screen.origin == nil && len(s.screen.origins) > 0 {
			if err := curate.SpeaksAs(c, s.id(), s.screen.origins[0].origin.ID); err != nil {
				return err
			}
		}
		return curate.Confirm(c, s.id())
	})
	if err == nil {
		s.at++
	}
	return err
}

func (s *session) reject() error {
	reason, err := s.con.line("\n  Why is it not what the document says? ")
	if err != nil || reason == "" {
		return errors.Join(err, errors.New("a rejection needs its reason; nothing was changed"))
	}
	err = s.do("reject", reason, func(c *store.Change) error { return curate.Reject(c, s.id()) })
	if err == nil {
		s.at++
	}
	return err
}

func (s *session) mend() error {
	fmt.Fprintln(s.con.out)
	for _, line := range wrap("Fields: "+strings.Join(curate.ClaimFields(), ", "), s.con.width-4) {
		fmt.Fprintln(s.con.out, "  "+line)
	}
	text, err := s.con.line("  Such as count=at least 12; group=children (nothing leaves it): ")
	if err != nil || text == "" {
		return err
	}
	var values []curate.Value
	for part := range strings.SplitSeq(text, ";") {
		v, err := curate.ParseValue(part)
		if err != nil {
			return err
		}
		values = append(values, v)
	}
	return s.do("mend", "as the document words it", func(c *store.Change) error { return curate.Mend(c, s.id(), values) })
}

func (s *session) skip() error { s.at++; return nil }

func (s *session) back() error { s.at = max(0, s.at-1); return nil }

func (s *session) undo() error {
	if len(s.done) == 0 {
		return errors.New("nothing to undo in this session")
	}
	last := s.done[len(s.done)-1]
	if _, err := s.book.Undo(s.app.act("undo", "taken back at once"), last.entry); err != nil {
		return err
	}
	s.done, s.at = s.done[:len(s.done)-1], last.at
	return nil
}

func (s *session) help() error {
	fmt.Fprintln(s.con.out)
	for _, k := range s.keys() {
		fmt.Fprintf(s.con.out, "  %c  %s\n", k.key, k.help)
	}
	_, err := s.con.line("  Return goes back. ")
	return err
}
