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

// A choice is a record that a person can pick by its number.
type choice struct{ id, line string }

// maxChoices is how many choices are numbered; beyond them an id is typed.
const maxChoices = 9

// choose lists choices and reads a number, an id, n for a new one, or nothing. A
// number becomes the id that it stands for.
func (s *session) choose(what string, choices []choice) (string, error) {
	choices = choices[:min(len(choices), maxChoices)]
	fmt.Fprintln(s.con.out)
	for i, c := range choices {
		fmt.Fprintf(s.con.out, "  %d  %s\n", i+1, printable(c.line))
	}
	text, err := s.con.line(fmt.Sprintf("  A number, an id, n for a new %s, nothing to leave it: ", what))
	if err != nil {
		return "", err
	}
	n, err := strconv.Atoi(text)
	switch {
	case err != nil:
		return text, nil
	case n < 1 || n > len(choices):
		return "", fmt.Errorf("no %s here has the number %d; nothing was changed", what, n)
	}
	return choices[n-1].id, nil
}

// link offers what is proposed, each with its reason, and then the other
// incidents of the book.
func (s *session) link() error {
	var choices []choice
	reasons := map[string]string{}
	for _, p := range s.screen.incidents {
		choices = append(choices, choice{string(p.incident.ID), incidentChoice(p.incident) + ": " + p.reason})
		reasons[string(p.incident.ID)] = p.reason
	}
	for _, in := range s.screen.otherIncidents {
		choices = append(choices, choice{string(in.ID), incidentChoice(in) + " (not proposed)"})
	}
	picked, err := s.choose("incident", choices)
	switch {
	case err != nil || picked == "":
		return err
	case picked == "n":
		return s.linkNew()
	case curate.Kind(picked) != "incident":
		return s.linkTyped(picked)
	}
	reason := orElse(reasons[picked], "a person's judgment")
	return s.do("link", reason, func(c *store.Change) error { return curate.Link(c, s.id(), casualty.IncidentID(picked)) })
}

func incidentChoice(in casualty.Incident) string {
	return fmt.Sprintf("%s %s, %s", in.ID, in.Title, orElse(string(in.Day), "day not stated"))
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

// setOrigin offers what is proposed, and then the other origins of the book.
func (s *session) setOrigin() error {
	var choices []choice
	for _, p := range s.screen.origins {
		choices = append(choices, choice{string(p.origin.ID), fmt.Sprintf("%s %s: %s", p.origin.ID, p.origin.Name, p.reason)})
	}
	for _, o := range s.screen.otherOrigins {
		choices = append(choices, choice{string(o.ID), fmt.Sprintf("%s %s (not proposed)", o.ID, o.Name)})
	}
	picked, err := s.choose("origin", choices)
	switch {
	case err != nil || picked == "":
		return err
	case picked == "n":
		return s.originNew()
	}
	return s.do("origin", "who spoke", func(c *store.Change) error { return curate.SpeaksAs(c, s.id(), casualty.OriginID(picked)) })
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
