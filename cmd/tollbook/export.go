package main

import (
	"context"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tollbook/asked"
	"tollbook/casualty"
	"tollbook/exports"
	"tollbook/store"
)

func (a *app) exportCommand() *cobra.Command {
	var o order
	var out, format, table, release string
	var force, kept bool
	cmd := &cobra.Command{
		Use:   "export --out FILE",
		Short: "Write the report workbook, or the same tables in another form",
		Long: `Write the report workbook, or the same tables in another form.

The workbook has cover, summary, figures, claims, sources, notes and a data
dictionary; a reader gets from each number to its claims, and from each claim to
its document. csv is one table for machines, csv-excel the same for a double
click; package is a Frictionless data package, hxl a tagged csv, html a page to
print. The file appears when it is whole, or not at all.

--release makes a release again from the record as it stood then, with what was
asked for then, and compares: the same program version gives the same bytes, a
later one the same tables. --kept gives the file as it was kept.`,
		Example: `  tollbook export --out report.xlsx --method envelope,lowest,gtd --title "Harm to civilians, July 2025"
  tollbook export --out figures.csv --format csv --table figures
  tollbook export --out again.xlsx --release e1`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			write, err := asked.Outlet(format, table)
			if err != nil {
				return err
			}
			if err := onlyFor(cmd, release); err != nil {
				return err
			}
			defer sparing()()
			return a.withBook(func(book *store.Book) error {
				if release != "" {
					return a.exportAgain(cmd, book, again{id: casualty.ReleaseID(release), format: format, kept: kept}, out, force)
				}
				r, options, err := o.asked().Read(book, program())
				if err != nil {
					return err
				}
				return a.export(cmd.Context(), r, options, write, out, force)
			})
		},
	}
	o.flags(cmd)
	flags := cmd.Flags()
	flags.StringVar(&format, "format", "xlsx", strings.Join(asked.Formats, ", "))
	flags.StringVar(&table, "table", "figures", "csv and csv-excel: which table, such as figures, claims or incidents")
	flags.StringVar(&out, "out", "", "the file to write (required)")
	flags.BoolVar(&force, "force", false, "replace the file if it is there")
	flags.StringVar(&release, "release", "", "make this release again, such as e1; what it holds is what was asked for then")
	flags.BoolVar(&kept, "kept", false, "with --release: the file as it was kept, not made again")
	_ = cmd.MarkFlagRequired("out")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(asked.Formats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// onlyFor refuses flags that say nothing where a release is made again, and the one
// that says nothing where none is: a flag that is passed over in silence misleads.
func onlyFor(cmd *cobra.Command, release string) (err error) {
	asks := []string{"out", "force", "release", "kept", "format"}
	cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
		switch {
		case !f.Changed || err != nil:
		case release != "" && !slices.Contains(asks, f.Name):
			err = &casualty.Problem{Where: "--" + f.Name, Found: "it beside --release " + release, Want: "--release without it: what a release holds is what was asked for when it was made"}
		case release == "" && f.Name == "kept":
			err = &casualty.Problem{Where: "--kept", Want: "--release and the id of the release, such as e1"}
		}
	})
	return err
}

func (a *app) export(ctx context.Context, r casualty.Record, o exports.Options, write func(io.Writer, casualty.Record, exports.Options) error, out string, force bool) error {
	ended := a.watch(ctx, &o)
	err := writeWhole(a.at(out), force, func(w io.Writer) error { return write(asked.Stoppable{Ctx: ctx, Writer: w}, r, o) })
	ended()
	if err != nil {
		return err
	}
	info, err := os.Stat(a.at(out))
	if err != nil {
		return err
	}
	a.printf("Wrote %s: %d bytes, %s, %s (%d not confirmed, and in no figure), as of %s.\n", out, info.Size(),
		plural(len(r.Incidents), "incident", "incidents"), plural(len(r.Claims), "claim", "claims"), unconfirmed(r.Claims), r.AsOf)
	if casualty.OfGeoNames(r.Incidents) {
		a.printf("%s: say so wherever you publish the places.\n", casualty.GeoNamesAttribution)
	}
	return nil
}
