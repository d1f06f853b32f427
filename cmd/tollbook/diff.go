package main

import (
	"fmt"
	"strings"

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
#12; B may be "now". With two methods, such as --method envelope,lowest, the first
makes the figures of A and the second those of B: what differs by the method or its
lexicon has that as its cause.

What was lawfully erased in between is in neither state, because no state holds it
any more. It is named, and adds nothing to the changes.`,
		Example: "  tollbook diff 2025-07-05 now\n  tollbook diff '#12' '#20'\n  tollbook diff now now --method envelope,lowest",
		Args:    cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			first, second, err := methodsOf(method)
			if err != nil {
				return casualty.At("--method", err)
			}
			return a.withBook(func(book *store.Book) error {
				before, err := stateAt(book, args[0], first)
				if err != nil {
					return err
				}
				after, err := stateAt(book, args[1], second)
				if err != nil {
					return err
				}
				erased, err := asked.Erased(book, before.Record.Entries, after.Record.Entries)
				if err != nil {
					return err
				}
				return a.show(format, diffListing(before, after, erased))
			})
		},
	}
	cmd.Flags().StringVar(&method, "method", "envelope", "the method of the figures; two, such as envelope,lowest: that of A and that of B")
	formatFlag(cmd, &format)
	return cmd
}

// methodsOf are the methods of the two states, by one name or two.
func methodsOf(names string) (before, after aggregate.Method, err error) {
	first, second, two := strings.Cut(names, ",")
	if !two {
		second = first
	}
	if before, err = aggregate.MethodNamed(strings.TrimSpace(first)); err != nil {
		return before, after, err
	}
	after, err = aggregate.MethodNamed(strings.TrimSpace(second))
	return before, after, err
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

func diffListing(before, after aggregate.State, erased []aggregate.ErasedRecord) listing {
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
			l.rows = append(l.rows, []string{name, string(c.Incident), shownRange(c.From, c.Cause), shownRange(c.To, c.Cause), added(c, c.Delta.Low), added(c, c.Delta.Highest), why})
			changes = append(changes, changeJSON{name, c.Incident, c.Cause, c.Cause.Sentence(), c.Claim, c.From, c.To, c.Delta.Low, c.Delta.Highest, c.Delta.Best})
		}
		if len(t.Changes) > 0 {
			foot += fmt.Sprintf("%s: %s, then %s: the low %s, the highest %s.\n", name, t.Before, t.After, signed(t.Delta.Low), signed(t.Delta.Highest))
		}
		totals = append(totals, map[string]any{"figure": name, "before": t.Before.Shown(), "after": t.After.Shown(), "low": t.Delta.Low, "highest": t.Delta.Highest})
	}
	l.foot = orElse(foot, "No figure changed.\n")
	l.foot += byMethods("By", before.Method) + "\n"
	if before.Method.String() != after.Method.String() {
		l.foot += byMethods("Then by", after.Method) + "\n"
	}
	gone := []erasedJSON{}
	for _, e := range erased {
		why := string(aggregate.Erasure) + ": " + e.Sentence()
		l.rows = append(l.rows, []string{"", e.Record, "", "", "", "", why + fmt.Sprintf(" (entry #%d: %s)", e.Entry, e.Reason)})
		gone = append(gone, erasedJSON{e.Record, e.Entry, e.Reason, aggregate.Erasure, e.Sentence()})
	}
	l.data = map[string]any{
		"from": before.Record.AsOf, "to": after.Record.AsOf, "changes": changes, "totals": totals, "erased": gone,
		"method_before": before.Method.String(), "lexicon_before": before.Method.Lexicon.String(), "method": after.Method.String(), "lexicon": after.Method.Lexicon.String(),
	}
	return l
}

// erasedJSON is a record that was lawfully erased between two states. It has no
// numbers: nothing can tell what it added.
type erasedJSON struct {
	Record   string          `json:"record"`
	Entry    int             `json:"entry"`
	Reason   string          `json:"reason"`
	Cause    aggregate.Cause `json:"cause"`
	Sentence string          `json:"sentence"`
}

// shownRange is a figure before or after; blank for a change of a total alone.
func shownRange(r casualty.Range, why aggregate.Cause) string {
	if why == aggregate.SharedCap {
		return ""
	}
	return r.String()
}

// added is what a change adds to a total; blank where the figure states no number
// on either side.
func added(c aggregate.Change, n int) string {
	if !c.From.Stated() && !c.To.Stated() && c.Cause != aggregate.SharedCap {
		return ""
	}
	return signed(n)
}

// signed writes a difference with its sign.
func signed(n int) string { return fmt.Sprintf("%+d", n) }
