package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"tollbook/casualty"
)

// A listing is what a command that lists prints, in three forms. The JSON form
// is a contract; the table is for the eye.
type listing struct {
	head []string
	rows [][]string
	data any // the JSON form
	// The CSV form, where it is not the table: numbers in columns of their own.
	csvHead []string
	csvRows [][]string
	foot    string // for the eye only
	leftOut string // what every output owes; beside the CSV form, which has no place for it, on standard error
	same    int    // in a table, this many first cells are left blank where they repeat the row above
}

// listFormats are the forms of a listing; the first is the usual one.
var listFormats = []string{"table", "json", "csv"}

// formatFlag adds --format to a command that lists.
func formatFlag(cmd *cobra.Command, format *string) {
	*format = listFormats[0]
	cmd.Flags().Var(oneOf{format, listFormats}, "format", "table, json or csv")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(listFormats, cobra.ShellCompDirectiveNoFileComp))
}

// oneOf is a flag's value out of a few words. Another word is refused before the
// command begins, so that nothing is done that could not be shown.
type oneOf struct {
	value *string
	words []string
}

func (o oneOf) String() string { return *o.value }
func (o oneOf) Type() string   { return "string" }

func (o oneOf) Set(text string) error {
	if !slices.Contains(o.words, text) {
		return &casualty.Problem{Want: "one of " + strings.Join(o.words, ", ")}
	}
	*o.value = text
	return nil
}

func (a *app) show(format string, l listing) error {
	switch format {
	case "json":
		return a.showJSON(l.data)
	case "csv":
		w := csv.NewWriter(a.out)
		if l.csvHead == nil {
			l.csvHead, l.csvRows = l.head, l.rows
		}
		if err := w.Write(l.csvHead); err != nil {
			return err
		}
		if l.leftOut != "" {
			fmt.Fprintln(a.errw, l.leftOut)
		}
		return w.WriteAll(l.csvRows)
	}
	return a.showTable(l)
}

func (a *app) showJSON(data any) error {
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(data)
}

func (a *app) showTable(l listing) error {
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	var above []string
	for _, full := range append([][]string{l.head}, l.rows...) {
		row := make([]string, len(full))
		for i, cell := range full {
			if i >= l.same || above == nil || !slices.Equal(above[:l.same], full[:l.same]) {
				row[i] = printable(cell)
			}
		}
		above = full
		if _, err := w.Write([]byte(strings.TrimRight(strings.Join(row, "\t"), "\t") + "\n")); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if l.foot != "" {
		a.printf("\n%s\n", strings.TrimRight(l.foot, "\n"))
	}
	return nil
}
