package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tollbook/aggregate"
	"tollbook/casualty"
	accounts "tollbook/server/people"
	"tollbook/store"
)

// settling is what figures, totals and exports are asked with.
type settling struct {
	methods, asOf, from, to string
	rank, grades            []string
	periods, economy        string
	served                  bool // the book has accounts: a decision needs a second person
}

func (s *settling) flags(cmd *cobra.Command, methods string) {
	cmd.Flags().StringVar(&s.methods, "method", methods, "one or more methods, side by side: "+strings.Join(methodNames(), ", "))
	cmd.Flags().StringVar(&s.from, "from", "", "incidents from this day on")
	cmd.Flags().StringVar(&s.to, "to", "", "incidents up to this day")
	cmd.Flags().StringSliceVar(&s.rank, "rank", nil, "ids of sources, best first, for methods that rank them: s2,s1")
	cmd.Flags().StringVar(&s.economy, "economy", "", "what a family counts, for methods that count families: developing (5) or industrialised (3)")
	cmd.Flags().StringSliceVar(&s.grades, "grades", nil, "grades of incidents in the headline totals, the others beside them: confirmed,fair")
	cmd.Flags().StringVar(&s.periods, "periods", "start", "an incident across two periods counts where it began (start), in a row of its own (spans), or by its days (split)")
	asOfFlag(cmd, &s.asOf)
	_ = cmd.RegisterFlagCompletionFunc("method", cobra.FixedCompletions(methodNames(), cobra.ShellCompDirectiveNoFileComp))
}

func methodNames() []string {
	names := make([]string, len(aggregate.Methods))
	for i, m := range aggregate.Methods {
		names[i] = m.Name
	}
	return names
}

func (s *settling) methodList() ([]aggregate.Method, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	var methods []aggregate.Method
	for name := range strings.SplitSeq(s.methods, ",") {
		m, err := aggregate.MethodNamed(strings.TrimSpace(name))
		if err != nil {
			return nil, casualty.At("--method", err)
		}
		methods = append(methods, m)
	}
	return methods, nil
}

// check refuses what no method knows.
func (s *settling) check() error {
	for _, g := range s.grades {
		if !slices.Contains(casualty.Grades, casualty.Grade(g)) {
			return &casualty.Problem{Where: "--grades", Found: g, Want: fmt.Sprintf("one or more of %v", casualty.Grades)}
		}
	}
	if !slices.Contains([]aggregate.PeriodRule{"", aggregate.Start, aggregate.Spans, aggregate.Dealt}, aggregate.PeriodRule(s.periods)) {
		return &casualty.Problem{Where: "--periods", Found: s.periods, Want: "start, spans or split"}
	}
	if !slices.Contains([]string{"", "developing", "industrialised"}, s.economy) {
		return &casualty.Problem{Where: "--economy", Found: s.economy, Want: "developing or industrialised"}
	}
	return nil
}

func (s *settling) settings(r casualty.Record) aggregate.Settings {
	set := s.settingsAt(r.AsOf)
	set.Caps = aggregate.CapsOf(r.Claims)
	return set
}

// settingsAt are the settings of a state of the book. One method takes the figures
// that people adopted; methods that are compared stand for themselves.
func (s *settling) settingsAt(moment casualty.Moment) aggregate.Settings {
	set := aggregate.Settings{AsOf: moment, SinglePerson: !s.served, Adopted: !strings.Contains(s.methods, ",")}
	for _, id := range s.rank {
		set.Rank = append(set.Rank, casualty.SourceID(id))
	}
	for _, g := range s.grades {
		set.Grades = append(set.Grades, casualty.Grade(g))
	}
	set.Periods, set.Economy = aggregate.PeriodRule(s.periods), s.economy
	return set
}

// record reads the record as asked: as of a time, and only the incidents within
// the days. An incident whose day is not stated stays in, unless days are asked
// for: then nothing says that it belongs there.
func (s *settling) record(book *store.Book) (casualty.Record, error) {
	at, err := asOf(s.asOf)
	if err != nil {
		return casualty.Record{}, err
	}
	return s.recordAt(book, at)
}

// recordAt is record in a state that is known already.
func (s *settling) recordAt(book *store.Book, at store.At) (r casualty.Record, err error) {
	if s.served, err = accounts.Served(book); err != nil {
		return r, err
	}
	days, err := s.days()
	if err != nil {
		return casualty.Record{}, err
	}
	r, err = record(book, at)
	if err != nil || days == (span{}) {
		return r, err
	}
	return only(r, days.hold), nil
}

// A span is the days that are asked for; not stated: without that end.
type span struct{ from, to casualty.Day }

func (s *settling) days() (d span, err error) {
	if d.from, err = casualty.ParseDay(s.from); err != nil {
		return d, casualty.At("--from", err)
	}
	if d.to, err = casualty.ParseDay(s.to); err != nil {
		return d, casualty.At("--to", err)
	}
	if d.from.Stated() && d.to.Stated() && d.to.Last() < d.from.First() {
		return d, &casualty.Problem{Where: "--to", Found: s.to, Want: "a day that is not before --from " + s.from}
	}
	return d, nil
}

func (d span) hold(in casualty.Incident) bool {
	outside := d.from.Stated() && in.Day.First() < d.from.First() || d.to.Stated() && in.Day.First() > d.to.Last()
	return d == (span{}) || in.Day.Stated() && !outside
}

// only keeps some incidents, and of the claims those of the incidents kept and
// those that name none.
func only(r casualty.Record, keep func(casualty.Incident) bool) casualty.Record {
	kept := map[casualty.IncidentID]bool{"": true}
	r.Incidents = slices.DeleteFunc(slices.Clone(r.Incidents), func(in casualty.Incident) bool { return !keep(in) })
	for _, in := range r.Incidents {
		kept[in.ID] = true
	}
	r.Claims = slices.DeleteFunc(slices.Clone(r.Claims), func(c casualty.Claim) bool { return !kept[c.Incident] })
	return r
}

func (a *app) figuresCommand() *cobra.Command {
	var s settling
	var format string
	var why bool
	cmd := &cobra.Command{
		Use:   "figures [INCIDENT]",
		Short: "The figures of incidents by one or more methods, with what each counted and set aside",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withBook(func(book *store.Book) error {
				r, err := s.record(book)
				if err != nil {
					return err
				}
				return a.figures(r, s, strings.Join(args, ""), format, why)
			})
		},
	}
	s.flags(cmd, "envelope")
	formatFlag(cmd, &format)
	cmd.Flags().BoolVar(&why, "why", false, "list every claim with why it was counted or set aside")
	return cmd
}

func (a *app) figures(r casualty.Record, s settling, incident, format string, why bool) error {
	methods, err := s.methodList()
	if err != nil {
		return err
	}
	if incident != "" {
		r = only(r, func(in casualty.Incident) bool { return string(in.ID) == incident })
		if len(r.Incidents) == 0 {
			return fmt.Errorf("%s: %w", incident, casualty.ErrNotFound)
		}
	}
	return a.show(format, figureListing(r, methods, s.settings(r), why))
}
