package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"tollbook/aggregate"
	"tollbook/asked"
	"tollbook/casualty"
	"tollbook/store"
)

func (a *app) diffCommand() *cobra.Command {
	var method, format string
	cmd := &cobra.Command{
		Use:   "diff A B",
		Short: "What changed between two times, and why; the parts add up to the change",
		Long: `What changed between two times, and why; the parts add up to the change.

A and B are releases such as e1, dates, times, or entries of the journal such as
#12; B may be "now".`,
		Example: "  tollbook diff 2025-07-05 now\n  tollbook diff '#12' '#20'",
		Args:    cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			m, err := aggregate.MethodNamed(method)
			if err != nil {
				return casualty.At("--method", err)
			}
			return a.withBook(func(book *store.Book) error {
				before, err := stateAt(book, args[0], m)
				if err != nil {
					return err
				}
				after, err := stateAt(book, args[1], m)
				if err != nil {
					return err
				}
				return a.show(format, diffListing(before, after))
			})
		},
	}
	cmd.Flags().StringVar(&method, "method", "envelope", "the method of the figures")
	formatFlag(cmd, &format)
	return cmd
}

func stateAt(book *store.Book, when string, m aggregate.Method) (aggregate.State, error) {
	if when == "now" {
		when = ""
	}
	at, err := asked.StateNamed(book, when)
	if err != nil {
		return aggregate.State{}, err
	}
	s := settling{}
	r, err := s.RecordAt(book, at)
	return aggregate.State{Record: r, Method: m, Settings: s.Settings(r)}, err
}

type changeJSON struct {
	Harm     string              `json:"figure"`
	Incident casualty.IncidentID `json:"incident"`
	Cause    aggregate.Cause     `json:"cause"`
	Sentence string              `json:"sentence"`
	Claim    casualty.ClaimID    `json:"claim,omitempty"`
	From     casualty.Range      `json:"from"`
	To       casualty.Range      `json:"to"`
	Low      int                 `json:"low"`     // added to the total's low
	Highest  int                 `json:"highest"` // added to its highest
	Best     int                 `json:"best"`
}

func diffListing(before, after aggregate.State) listing {
	l := listing{head: []string{"figure", "incident", "from", "to", "low", "highest", "why"}, same: 1}
	changes := []changeJSON{}
	totals := []map[string]any{}
	foot := ""
	for _, t := range aggregate.Diff(before, after) {
		name := t.Question.Words()
		for _, c := range t.Changes {
			if c.From == c.To && c.Delta == (aggregate.Delta{}) {
				continue // nothing that a total shows
			}
			why := c.Cause.Sentence()
			if c.Claim != "" {
				why += " (" + string(c.Claim) + ")"
			}
			l.rows = append(l.rows, []string{name, string(c.Incident), c.From.String(), c.To.String(), added(c, c.Delta.Low), added(c, c.Delta.Highest), why})
			changes = append(changes, changeJSON{name, c.Incident, c.Cause, c.Cause.Sentence(), c.Claim, c.From, c.To, c.Delta.Low, c.Delta.Highest, c.Delta.Best})
		}
		if len(t.Changes) > 0 {
			foot += fmt.Sprintf("%s: %s, then %s: the low %s, the highest %s.\n", name, t.Before, t.After, signed(t.Delta.Low), signed(t.Delta.Highest))
		}
		totals = append(totals, map[string]any{"figure": name, "before": t.Before.Shown(), "after": t.After.Shown(), "low": t.Delta.Low, "highest": t.Delta.Highest})
	}
	l.foot = orElse(foot, "No figure changed.")
	l.data = map[string]any{
		"from": before.Record.AsOf, "to": after.Record.AsOf, "method": after.Method.String(), "changes": changes, "totals": totals,
	}
	return l
}

// added is what a change adds to a total; blank where the figure states no number
// on either side.
func added(c aggregate.Change, n int) string {
	if !c.From.Stated() && !c.To.Stated() {
		return ""
	}
	return signed(n)
}

// signed writes a difference with its sign.
func signed(n int) string { return fmt.Sprintf("%+d", n) }
