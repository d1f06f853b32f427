package main

import (
	"fmt"
	"strconv"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/store"
)

func (s *session) replaces() error {
	id, err := s.con.line("\n  Id of the claim that this one replaces, such as c4 (nothing leaves it): ")
	if err != nil || id == "" {
		return err
	}
	return s.do("supersede", "the same origin spoke later", func(c *store.Change) error {
		return curate.Mend(c, s.id(), []curate.Value{{Name: "supersedes", Text: id}})
	})
}

// choose lists proposals and reads a number, an id, n for a new one, or nothing.
func (s *session) choose(what string, proposals []string) (string, error) {
	fmt.Fprintln(s.con.out)
	for i, p := range proposals {
		fmt.Fprintf(s.con.out, "  %d  %s\n", i+1, p)
	}
	return s.con.line(fmt.Sprintf("  A number, an id, n for a new %s, nothing to leave it: ", what))
}

func (s *session) link() error {
	lines := make([]string, len(s.screen.incidents))
	for i, p := range s.screen.incidents {
		lines[i] = fmt.Sprintf("%s %s, %s: %s", p.incident.ID, p.incident.Title, p.incident.Day, p.reason)
	}
	choice, err := s.choose("incident", lines)
	if err != nil || choice == "" {
		return err
	}
	if choice == "n" {
		return s.linkNew()
	}
	if n, err := strconv.Atoi(choice); err != nil && curate.Kind(choice) != "incident" || err == nil && (n < 1 || n > len(lines)) {
		return s.linkTyped(choice)
	}
	reason, id := "a person's judgment", casualty.IncidentID(choice)
	if n, err := strconv.Atoi(choice); err == nil && n >= 1 && n <= len(lines) {
		id, reason = s.screen.incidents[n-1].incident.ID, s.screen.incidents[n-1].reason
	}
	return s.do("link", reason, func(c *store.Change) error { return curate.Link(c, s.id(), id) })
}

// linkTyped: a person who types a title at the choice means a new incident, and
// says so once more.
func (s *session) linkTyped(text string) error {
	answer, err := s.con.line(fmt.Sprintf("  A new incident named “%s”? y for yes: ", text))
	if err != nil || answer != "y" {
		return err
	}
	return s.linkNamed(text)
}

func (s *session) linkNew() error {
	title, err := s.con.line("  Title (nothing: no new incident): ")
	if err != nil || title == "" {
		return err
	}
	return s.linkNamed(title)
}

// linkNamed asks for what else is known of a new incident, each line again until
// it can be taken.
func (s *session) linkNamed(title string) error {
	var in casualty.Incident
	if err := curate.SetIncident(&in, curate.Value{Name: "title", Text: title}); err != nil {
		return err
	}
	for _, ask := range []struct{ field, prompt string }{
		{"day", "Day (2025-07-01, 2025-07, nothing if not stated): "}, {"place", "Place: "},
		{"country", "Country, three letters (nothing if not stated): "}, {"cause", "Cause (nothing if not stated): "},
	} {
		for {
			text, err := s.con.line("  " + ask.prompt)
			if err != nil {
				return err
			}
			err = curate.SetIncident(&in, curate.Value{Name: ask.field, Text: text})
			if err == nil {
				break
			}
			fmt.Fprintf(s.con.out, "  ! %s\n", err)
		}
	}
	return s.do("link", "a new incident", func(c *store.Change) error {
		added, err := curate.NewIncident(c, in)
		if err != nil {
			return err
		}
		return curate.Link(c, s.id(), added.ID)
	})
}

func (s *session) setOrigin() error {
	lines := make([]string, len(s.screen.origins))
	for i, p := range s.screen.origins {
		lines[i] = fmt.Sprintf("%s %s: %s", p.origin.ID, p.origin.Name, p.reason)
	}
	choice, err := s.choose("origin", lines)
	if err != nil || choice == "" {
		return err
	}
	if choice == "n" {
		return s.originNew()
	}
	id := casualty.OriginID(choice)
	if n, err := strconv.Atoi(choice); err == nil && n >= 1 && n <= len(lines) {
		id = s.screen.origins[n-1].origin.ID
	}
	return s.do("origin", "who spoke", func(c *store.Change) error { return curate.SpeaksAs(c, s.id(), id) })
}

func (s *session) originNew() error {
	name, err := s.con.line(fmt.Sprintf("  Name (nothing: %s): ", orElse(s.screen.claim.Claimant, "cancel")))
	if err != nil {
		return err
	}
	if name = orElse(name, s.screen.claim.Claimant); name == "" {
		return nil
	}
	return s.do("origin", "a new origin", func(c *store.Change) error {
		added, err := store.Origins.Add(c, casualty.Origin{Name: name})
		if err != nil {
			return err
		}
		return curate.SpeaksAs(c, s.id(), added.ID)
	})
}
