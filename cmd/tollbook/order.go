package main

import (
	"encoding/json"

	"github.com/spf13/cobra"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/exports"
	"tollbook/store"
)

// An order is everything that is asked of an export. A release keeps it as JSON.
type order struct {
	Title       string   `json:"title,omitempty"`
	Publisher   string   `json:"publisher,omitempty"`
	Contact     string   `json:"contact,omitempty"`
	Licence     string   `json:"licence,omitempty"`
	Sensitivity string   `json:"sensitivity,omitempty"`
	Profile     string   `json:"profile,omitempty"`
	Preset      string   `json:"preset,omitempty"`
	Sheets      []string `json:"sheets,omitempty"`
	Language    string   `json:"language,omitempty"`
	Since       string   `json:"since,omitempty"`
	SmallCounts int      `json:"small_counts,omitempty"`
	Methods     string   `json:"methods"`
	AsOf        string   `json:"as_of,omitempty"`
	From        string   `json:"from,omitempty"`
	To          string   `json:"to,omitempty"`
	Rank        []string `json:"rank,omitempty"`
	Grades      []string `json:"grades,omitempty"`
	Periods     string   `json:"periods,omitempty"`
	Economy     string   `json:"economy,omitempty"`

	settling settling // where the flags go that other commands have too
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

// whole fills in what stands in the flags of settling, for JSON.
func (o order) whole() order {
	s := o.settling
	o.Methods, o.AsOf, o.From, o.To, o.Rank, o.Grades, o.Periods, o.Economy = s.methods, s.asOf, s.from, s.to, s.rank, s.grades, s.periods, s.economy
	return o
}

// orderOf reads what a release was asked for.
func orderOf(text string) (o order, err error) {
	err = json.Unmarshal([]byte(text), &o)
	o.settling = settling{methods: o.Methods, asOf: o.AsOf, from: o.From, to: o.To, rank: o.Rank, grades: o.Grades, periods: o.Periods, economy: o.Economy}
	return o, err
}

// read reads the record as ordered, and the options for exports.
func (o order) read(book *store.Book) (casualty.Record, exports.Options, error) {
	to := exports.Options{
		Title: o.Title, Publisher: o.Publisher, Contact: o.Contact, Licence: o.Licence, Sensitivity: o.Sensitivity, Profile: o.Profile,
		Preset: o.Preset, Sheets: o.Sheets, Language: o.Language, SmallCounts: o.SmallCounts, Program: program(),
	}
	r, err := o.settling.record(book)
	if err != nil {
		return r, to, err
	}
	if to.Methods, err = o.settling.methodList(); err != nil {
		return r, to, err
	}
	to.Settings = o.settling.settings(r)
	return r, to, o.since(book, &to)
}

// since reads the record that a sheet of changes starts from.
func (o order) since(book *store.Book, to *exports.Options) error {
	if o.Since == "" {
		return nil
	}
	at, err := stateNamed(book, o.Since)
	if err != nil {
		return &casualty.Problem{Where: "--since", Found: o.Since, Want: "a release such as e1, a date, a time, or an entry of the journal such as #12"}
	}
	from := o.settling
	before, err := from.recordAt(book, at)
	to.Since, to.SinceName = &before, o.Since
	return err
}

// stateNamed is a state of the book by a release, a date, a time or an entry of
// the journal.
func stateNamed(book *store.Book, name string) (at store.At, err error) {
	if len(name) < 2 || name[0] != 'e' {
		return asOf(name)
	}
	err = book.Read(store.At{}, func(v *store.View) error {
		release, err := store.Releases.Get(v, casualty.ReleaseID(name))
		at = store.At{Entry: release.Entry}
		return err
	})
	return at, err
}

// methodVersions are the methods with their versions, so that a later program
// takes the same.
func methodVersions(methods []aggregate.Method) string {
	text := ""
	for _, m := range methods {
		text += "," + m.String()
	}
	return text[1:]
}
