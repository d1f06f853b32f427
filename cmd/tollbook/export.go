package main

import (
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"tollbook/casualty"
	"tollbook/exports"
	"tollbook/store"
)

// outlets are the forms of an export, by the name of --format.
var outlets = map[string]func(io.Writer, casualty.Record, exports.Options) error{
	"xlsx":    exports.Workbook,
	"package": exports.Package,
	"hxl":     exports.HXL,
	"json":    exports.JSON,
	"geojson": exports.GeoJSON,
	"html":    exports.HTML,
}

// formats lists the outlets and the two forms of one table.
var formats = []string{"xlsx", "csv", "csv-excel", "package", "hxl", "json", "geojson", "html"}

// outlet finds the writer of a format; csv writes the one table that is named.
func outlet(format, table string) (func(io.Writer, casualty.Record, exports.Options) error, error) {
	if write, ok := outlets[format]; ok {
		return write, nil
	}
	if format != "csv" && format != "csv-excel" {
		return nil, &casualty.Problem{Where: "--format", Found: format, Want: "one of " + strings.Join(formats, ", ")}
	}
	return func(w io.Writer, r casualty.Record, o exports.Options) error {
		return exports.CSV(w, r, o, table, format == "csv-excel")
	}, nil
}

func (a *app) exportCommand() *cobra.Command {
	var s settling
	var o exports.Options
	var out, format, table, since string
	var force bool
	cmd := &cobra.Command{
		Use:   "export --out FILE",
		Short: "Write the report workbook, or the same tables in another form",
		Long: `Write the report workbook, or the same tables in another form.

The workbook has cover, summary, figures, claims, sources, notes and a data
dictionary; a reader gets from each number to its claims, and from each claim to
its document. csv is one table for machines, csv-excel the same for a double
click; package is a Frictionless data package, hxl a tagged csv, html a page to
print. The file appears when it is whole, or not at all.`,
		Example: `  tollbook export --out report.xlsx --method envelope,lowest,gtd --title "Harm to civilians, July 2025"
  tollbook export --out figures.csv --format csv --table figures`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			write, err := outlet(format, table)
			if err != nil {
				return err
			}
			return a.withBook(func(book *store.Book) error {
				r, err := s.record(book)
				if err != nil {
					return err
				}
				if o.Methods, err = s.methodList(); err != nil {
					return err
				}
				o.Settings = s.settings(r)
				if err := sinceWhen(book, since, &o); err != nil {
					return err
				}
				return a.export(r, o, write, out, force)
			})
		},
	}
	s.flags(cmd, "envelope")
	flags := cmd.Flags()
	flags.StringVar(&format, "format", "xlsx", strings.Join(formats, ", "))
	flags.StringVar(&table, "table", "figures", "csv and csv-excel: which table, such as figures, claims or incidents")
	flags.StringVar(&out, "out", "", "the file to write (required)")
	flags.BoolVar(&force, "force", false, "replace the file if it is there")
	flags.StringVar(&o.Title, "title", "", "title, for the cover")
	flags.StringVar(&o.Publisher, "publisher", "", "who publishes it, for the cover")
	flags.StringVar(&o.Contact, "contact", "", "where questions go, for the cover")
	flags.StringVar(&o.Licence, "licence", "", "under which licence, for the cover")
	flags.StringVar(&o.Sensitivity, "sensitivity", "", "of the file as a whole, for the cover")
	flags.StringVar(&o.Profile, "profile", exports.Internal, "who it is for: public, partner or internal")
	flags.StringVar(&o.Preset, "preset", exports.Evidence, "which sheets: evidence (all), data or report")
	flags.StringVar(&o.Language, "language", "en", "of the fixed texts: "+strings.Join(exports.Languages, ", "))
	flags.StringVar(&since, "since", "", "add a sheet of what changed since: a date, a time, or an entry of the journal such as #12")
	flags.IntVar(&o.SmallCounts, "small-counts", 0, "coarsen numbers below this one, which can give people away; 0 for none")
	_ = cmd.MarkFlagRequired("out")
	for flag, values := range map[string][]string{
		"profile": {exports.Public, exports.Partner, exports.Internal}, "language": exports.Languages, "preset": {exports.Evidence, exports.Data, exports.Report}, "format": formats,
	} {
		_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	}
	return cmd
}

// sinceWhen reads the record that a sheet of changes starts from.
func sinceWhen(book *store.Book, since string, o *exports.Options) error {
	if since == "" {
		return nil
	}
	at, err := asOf(since)
	if err != nil {
		return &casualty.Problem{Where: "--since", Found: since, Want: "a date, a time, or an entry of the journal such as #12"}
	}
	before, err := record(book, at)
	o.Since, o.SinceName = &before, since
	return err
}

func (a *app) export(r casualty.Record, o exports.Options, write func(io.Writer, casualty.Record, exports.Options) error, out string, force bool) error {
	o.Program = program()
	err := writeWhole(out, force, func(w io.Writer) error { return write(w, r, o) })
	if err != nil {
		return err
	}
	info, err := os.Stat(out)
	if err != nil {
		return err
	}
	a.printf("Wrote %s: %d bytes, %s, as of %s.\n", out, info.Size(), plural(len(r.Incidents), "incident", "incidents"), r.AsOf)
	return nil
}
