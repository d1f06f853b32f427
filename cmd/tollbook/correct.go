package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tollbook/asked"
	"tollbook/casualty"
	"tollbook/curate"
	accounts "tollbook/server/people"
	"tollbook/store"
)

// reasonFlag adds --reason, which whoever changes the record owes its readers.
func reasonFlag(cmd *cobra.Command, reason *string) {
	cmd.Flags().StringVar(reason, "reason", "", "why, for the journal (required)")
	_ = cmd.MarkFlagRequired("reason")
}

// change does one act and says which entry it became.
func (a *app) change(what, reason string, fn func(*store.Change) error) error {
	return a.withBook(func(book *store.Book) error {
		entry, err := book.Do(a.act(what, reason), fn)
		if err != nil {
			return err
		}
		return a.showEntry(entry)
	})
}

func (a *app) showEntry(entry store.Entry) error {
	if entry.Number == 0 {
		a.printf("The record says so already; nothing was changed.\n")
		return nil
	}
	took := ""
	if entry.Undoes > 0 {
		took = fmt.Sprintf(" It takes back entry #%d; tollbook undo %d --reason WHY would bring that back.", entry.Undoes, entry.Number)
	}
	a.printf("Entry #%d of the journal: %s, %s.%s\n", entry.Number, entry.What, plural(len(entry.Changes), "record", "records"), took)
	return nil
}

func (a *app) correctCommand() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use:   "correct ID FIELD=VALUE... --reason WHY",
		Short: "Correct a claim, incident, source or origin; the earlier version stays readable",
		Long: `Correct a claim, incident, source or origin; the earlier version stays readable.

` + curate.FieldHelp(),
		Example: `  tollbook correct c12 "count=at least 35" --reason "misread: the text has a floor"`,
		Args:    cobra.MinimumNArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			values := make([]curate.Value, len(args)-1)
			for i, arg := range args[1:] {
				v, err := curate.ParseValue(arg)
				if err != nil {
					return err
				}
				values[i] = v
			}
			return a.change("correct", reason, func(c *store.Change) error { return curate.Correct(c, args[0], values) })
		},
	}
	reasonFlag(cmd, &reason)
	return cmd
}

func (a *app) retractCommand() *cobra.Command {
	var reason, at string
	cmd := &cobra.Command{
		Use:   "retract ID --reason WHY --at WHEN",
		Short: "Say that a publisher withdrew a claim, or all confirmed claims of a report",
		Long: `Say that a publisher withdrew a claim, or all confirmed claims of a report.

What the claim had replaced stands again. A figure as of an earlier day still
counts it.`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			when, err := casualty.ParseMoment(at)
			if err != nil {
				return casualty.At("--at", err)
			}
			return a.change("retract", reason, func(c *store.Change) error { return curate.RetractAll(c, args[0], when) })
		},
	}
	reasonFlag(cmd, &reason)
	cmd.Flags().StringVar(&at, "at", "", "when it was withdrawn: 2025-07-03, with a time where it is known (required)")
	_ = cmd.MarkFlagRequired("at")
	return cmd
}

func (a *app) undoCommand() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use:   "undo [ENTRY] --reason WHY",
		Short: "Take an entry of the journal back, as a new entry; without a number, the last one that stands",
		Long: `Take an entry of the journal back, as a new entry; without a number, the last one
that stands.

Undo without a number steps back: a second one takes back the entry before. To
bring back what an undo took, undo that undo by its number.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			entry := 0
			if len(args) == 1 {
				at, err := asked.At(entryText(args[0]))
				if err != nil || at.Entry == 0 {
					return &casualty.Problem{Found: args[0], Want: "the number of an entry of the journal, such as 12; see tollbook list journal"}
				}
				entry = at.Entry
			}
			defer sparing()() // the act may be that of a long table
			return a.withBook(func(book *store.Book) error {
				undone, err := book.Undo(a.act("undo", reason), entry)
				if err != nil {
					return err
				}
				return a.showEntry(undone)
			})
		},
	}
	reasonFlag(cmd, &reason)
	return cmd
}

// entryText lets a person leave the # away.
func entryText(arg string) string {
	if arg != "" && arg[0] != '#' {
		return "#" + arg
	}
	return arg
}

func (a *app) eraseCommand() *cobra.Command {
	var reason string
	var sure bool
	cmd := &cobra.Command{
		Use:   "erase ID --reason WHY --yes",
		Short: "Erase a record lawfully: its content goes for good, a tombstone with the reason stays",
		Long: `Erase a record lawfully: its content goes for good, a tombstone with the reason
stays, and the journal still verifies.

It is for withdrawn consent, a court, a wrongly named child. A document takes its
bytes, its report and its claims with it. No undo brings it back, and copies of
the book made before still hold it: their holders must be told.

On a book with accounts one person proposes an erasure on the server's page Erasure,
and another one carries it out.`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if !sure {
				return &casualty.Problem{Where: "erase " + args[0], Want: "--yes as well: no undo brings it back, and a document takes its report and claims with it"}
			}
			return a.erase(args[0], reason)
		},
	}
	reasonFlag(cmd, &reason)
	cmd.Flags().BoolVar(&sure, "yes", false, "yes, erase it for good")
	return cmd
}

// erase refuses on a book with accounts: there one person proposes on the server's
// page, and another one carries it out.
func (a *app) erase(id, reason string) error {
	return a.withBook(func(book *store.Book) error {
		served, err := accounts.Served(book)
		if err != nil {
			return err
		}
		if served {
			return &casualty.Problem{Where: "erase " + id, Want: "a second person: this book has accounts, so one proposes the erasure on its page Erasure (tollbook serve) and another one carries it out"}
		}
		entry, err := book.Do(a.act("erase", reason), func(c *store.Change) error { return c.Erase(id, reason) })
		if err != nil {
			return err
		}
		if err := a.showEntry(entry); err != nil {
			return err
		}
		return a.warnOfReleases(book, id)
	})
}

// warnOfReleases says which files kept in the book can still hold what was erased.
func (a *app) warnOfReleases(book *store.Book, erased string) error {
	var still []string
	err := book.Read(store.At{}, func(v *store.View) error {
		for release, err := range store.Releases.All(v) {
			if err != nil {
				return err
			}
			if release.Erased == "" {
				still = append(still, string(release.ID))
			}
		}
		return nil
	})
	if err == nil && len(still) > 0 {
		a.printf("Releases made before and kept in this book can still hold what %s said: %s. Erase those that do, and tell whoever has them.\n", erased, strings.Join(still, ", "))
	}
	return err
}
