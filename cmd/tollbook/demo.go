package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tollbook/asked"
	"tollbook/example"
	"tollbook/exports"
	"tollbook/store"
)

// demoWorkbook is what the demo writes, in the folder it is started in.
const demoWorkbook = "tollbook-demo.xlsx"

func (a *app) demoCommand() *cobra.Command {
	var noServe bool
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Show the whole way on an example: five reports that disagree, their figures by three methods, the workbook",
		Long: `Show the whole way on an example: five reports that disagree, their figures by
three methods side by side with the reasons, and the workbook.

The example goes into a temporary book, which is removed at the end; no other book
is touched. It writes ` + demoWorkbook + ` here and then serves the same table as a web
page on this machine until interrupted.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.demo(cmd.Context(), !noServe) },
	}
	cmd.Flags().BoolVar(&noServe, "no-serve", false, "end after writing the workbook")
	return cmd
}

func (a *app) demo(ctx context.Context, serve bool) (err error) {
	folder, err := os.MkdirTemp("", "tollbook-demo-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	book, err := store.Create(filepath.Join(folder, "example.tollbook"), example.Options())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	if err := example.Load(book); err != nil {
		return err
	}
	s := settling{asked.Settling{Methods: "envelope,lowest,gtd"}}
	if err := a.showDemo(book, s); err != nil || !serve {
		return err
	}
	return a.serve(ctx, book, serving{methods: s, address: "127.0.0.1:0", open: true, firstPage: "/incidents"}, func(string) error { return nil })
}

func (a *app) showDemo(book *store.Book, s settling) error {
	r, err := s.Record(book)
	if err != nil {
		return err
	}
	methods, err := s.MethodList()
	if err != nil {
		return err
	}
	set := s.Settings(r)
	a.printf("Five reports on one drone strike, which disagree, and a made-up market with more disagreement.\n\n")
	detail := figureListing(r, methods, set, true)
	table := figureListing(r, methods, set, false)
	if err := a.showTable(table); err != nil {
		return err
	}
	a.printf("\nWhy, claim by claim:\n\n%s\n", detail.foot)
	o := exports.Options{
		Title: "Tollbook demonstration", Publisher: "Tollbook", Licence: "CC0", Profile: "internal",
		Methods: methods, Settings: set, Program: program(),
	}
	if err := writeWhole(demoWorkbook, true, func(w io.Writer) error { return exports.Workbook(w, r, o) }); err != nil {
		return err
	}
	a.printf("\nWrote %s: open it, and go from a figure to its claims.\n", demoWorkbook)
	return nil
}
