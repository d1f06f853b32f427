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
#12; B may be "now". A release is asked as it was released: by its own method, days,
grades and ranking; what is no release is asked as the other side is. What differs by
the method, its lexicon or the other settings has that as its cause. --method asks
both sides by one method, or with two, such as envelope,lowest, A by the first and B
by the second.

What was lawfully erased in between is in neither state, because no state holds it
any more. It is named, and adds nothing to the changes.`,
		Example: "  tollbook diff 2025-07-05 now\n  tollbook diff '#12' '#20'\n  tollbook diff now now --method envelope,lowest",
		Args:    cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withBook(func(book *store.Book) error {
				before, after, err := asked.Compared(book, args[0], args[1], method)
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
	cmd.Flags().StringVar(&method, "method", "", "the method of the figures; two, such as envelope,lowest: that of A and that of B (default: a release's own, else envelope)")
	formatFlag(cmd, &format)
	return cmd
}

// decidedIn says how many figures of a total hang on what a person decided.
func decidedIn(p aggregate.Panel) string {
	return fmt.Sprintf("%d of its figures on a decision, %d of them on an unsigned one, %d with one that waits", p.Decided, p.Unsigned, p.Waiting)
}

func diffListing(before, after aggregate.State, erased []aggregate.ErasedRecord) listing {
	l := listing{head: []string{"figure", "incident", "from", "to", "low", "highest", "why"}, same: 1}
	diff := aggregate.Diff(before, after)
	foot := ""
	for _, t := range diff {
		name := t.Question.Words()
		for _, c := range t.Shown() {
			why := c.Cause.Sentence()
			if c.Claim != "" {
				why += " (" + string(c.Claim) + ")"
			}
			l.rows = append(l.rows, []string{name, string(c.Incident), shownRange(c.From, c.Cause), shownRange(c.To, c.Cause), added(c, c.Delta.Low), added(c, c.Delta.Highest), why})
		}
		if len(t.Changes) > 0 {
			foot += fmt.Sprintf("%s: %s, then %s: the low %s, the highest %s; then %s.\n", name, t.Before, t.After, signed(t.Delta.Low), signed(t.Delta.Highest), decidedIn(t.After.Panel))
		}
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
	changes, totals := asked.ChangesOf(diff)
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
