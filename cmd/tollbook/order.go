package main

import (
	"github.com/spf13/cobra"

	"tollbook/asked"
	"tollbook/exports"
)

// order is what is asked of an export, from flags.
type order struct {
	asked.Order
	settling settling // the flags that other commands have too
}

// asked joins the flags.
func (o order) asked() asked.Order {
	o.Settling = o.settling.Settling
	return o.Order
}

func (o *order) flags(cmd *cobra.Command) {
	o.settling.flags(cmd, "envelope")
	flags := cmd.Flags()
	flags.StringVar(&o.Title, "title", "", "title, for the cover")
	flags.StringVar(&o.Publisher, "publisher", "", "who publishes it, for the cover")
	flags.StringVar(&o.Contact, "contact", "", "where questions go, for the cover")
	flags.StringVar(&o.Licence, "licence", "", "under which licence, for the cover")
	flags.StringVar(&o.Sensitivity, "sensitivity", "", "of the file as a whole, for the cover")
	flags.StringVar(&o.Profile, "profile", exports.Internal, "who it is for: public, partner or internal")
	flags.StringVar(&o.Preset, "preset", exports.Evidence, "which sheets: evidence (all), data or report")
	flags.StringSliceVar(&o.Sheets, "sheets", nil, "these sheets instead of a preset's: summary,figures,claims")
	flags.StringVar(&o.Language, "language", "en", "of the fixed texts: en, fr, es, ru, uk, ar")
	flags.StringVar(&o.Since, "since", "", "add a sheet of what changed since: a release such as e1, a date, a time, or an entry of the journal such as #12")
	flags.IntVar(&o.SmallCounts, "small-counts", 0, "coarsen numbers below this one, which can give people away; 0 for none")
	for flag, values := range map[string][]string{
		"profile": {exports.Public, exports.Partner, exports.Internal}, "language": exports.Languages, "preset": {exports.Evidence, exports.Data, exports.Report}, "sheets": exports.Sheets(),
	} {
		_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	}
}
