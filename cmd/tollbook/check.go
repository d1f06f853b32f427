package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"tollbook/asked"
	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/store"
)

func (a *app) checkCommand() *cobra.Command {
	var format string
	var lint bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Check the book: store, journal chain, indexes, quotes at their places, digests of documents",
		Long: `Check the book: store, journal chain, indexes, derived columns, quotes at their
places, digests of documents. With --lint, also what is doubtful in the record.

Exit code 0: nothing found; 3: something that a person must look at.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return a.withBook(func(book *store.Book) error { return a.check(book, format, lint) })
		},
	}
	formatFlag(cmd, &format)
	cmd.Flags().BoolVar(&lint, "lint", false, "say also what is doubtful in the record")
	return cmd
}

type findingJSON struct {
	Kind  string `json:"kind"` // integrity or doubt
	Where string `json:"where"`
	What  string `json:"what"`
}

func (a *app) check(book *store.Book, format string, lint bool) error {
	found, err := book.Check()
	if err != nil {
		return err
	}
	all := []findingJSON{}
	for _, f := range found {
		all = append(all, findingJSON{"integrity", f.Where, f.What})
	}
	r, err := asked.Record(book, store.At{})
	if err != nil && len(found) == 0 {
		return err
	}
	if err == nil {
		kept, err := checkKept(book)
		if err != nil {
			return err
		}
		all = append(all, kept...)
	}
	if lint && err == nil {
		for _, d := range casualty.Lint(r) {
			all = append(all, findingJSON{"doubt", d.Where, d.What})
		}
	}
	l := listing{head: []string{"kind", "where", "what"}, data: map[string]any{"entries": r.Entries, "head": r.Head, "findings": all}}
	for _, f := range all {
		l.rows = append(l.rows, []string{f.Kind, f.Where, f.What})
	}
	l.foot = contents(r, err)
	if len(all) == 0 && format == "table" {
		a.printf("Clean. %s\n", l.foot)
		return nil
	}
	return errors.Join(a.show(format, l), problems(len(all)))
}

// contents says what a book holds; err is why it could not be read whole.
func contents(r casualty.Record, err error) string {
	if err != nil {
		return "The record cannot be read whole: " + err.Error()
	}
	erased := 0
	living := func(why string) int {
		if why != "" {
			erased++
			return 0
		}
		return 1
	}
	documents, claims, incidents := 0, 0, 0
	for _, d := range r.Documents {
		documents += living(d.Erased)
	}
	for _, c := range r.Claims {
		claims += living(c.Erased)
	}
	for _, r := range r.Reports {
		_ = living(r.Erased)
	}
	for _, i := range r.Incidents {
		incidents += living(i.Erased)
	}
	text := fmt.Sprintf("%s, %s, %s; the journal has %s and its head is %s.",
		plural(documents, "document", "documents"), plural(claims, "claim", "claims"), plural(incidents, "incident", "incidents"),
		plural(r.Entries, "entry", "entries"), orElse(r.Head, "not there yet"))
	if erased > 0 {
		text += fmt.Sprintf(" %s of erased content.", plural(erased, "tombstone", "tombstones"))
	}
	return text
}

// problems turns findings into the exit code that says so.
func problems(n int) error {
	if n == 0 {
		return nil
	}
	return errProblems
}

func (a *app) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the book to FILE; opened, checked and compared before it is called done",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withBook(func(book *store.Book) error {
				done, err := book.Backup(a.at(args[0]))
				if err != nil {
					return err
				}
				a.showCopy(args[0], "Backed up to", done)
				return nil
			})
		},
	}
}

func (a *app) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "restore BACKUP",
		Short: "Make the book again from a backup; nothing that is there is overwritten",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			done, err := store.Restore(args[0], a.bookPath(), a.options())
			if err != nil {
				return err
			}
			a.showCopy(a.bookPath(), "Restored to", done)
			return nil
		},
	}
}

func (a *app) showCopy(path, verb string, done store.BackupResult) {
	records := 0
	for _, n := range done.Counts {
		records += n
	}
	a.printf("%s %s: %s, %s; %d bytes, checked and equal to the original.\n",
		verb, path, plural(done.Head.Entry, "entry", "entries"), plural(records, "record", "records"), done.Size)
}

// checkKept looks up the quotes that stand in the cells of kept tables, and makes
// the texts of documents anew.
func checkKept(book *store.Book) (findings []findingJSON, err error) {
	err = book.Read(store.At{}, func(v *store.View) error {
		cells, err := curate.CheckCells(v)
		if err != nil {
			return err
		}
		texts, err := curate.CheckTexts(v)
		for _, what := range cells {
			findings = append(findings, findingJSON{"integrity", "cells", what})
		}
		for _, what := range texts {
			findings = append(findings, findingJSON{"integrity", "texts", what})
		}
		return err
	})
	return findings, err
}
