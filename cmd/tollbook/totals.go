package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/store"
)

func (a *app) totalsCommand() *cobra.Command {
	var s settling
	var format, by string
	var running bool
	cmd := &cobra.Command{
		Use:   "totals",
		Short: "Sums of figures by harm, and by period, place and more; open ends stay open, unknowns are counted",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return a.withBook(func(book *store.Book) error {
				if running {
					return a.runningTotals(book, s, format)
				}
				sums, err := s.summaries(book, by)
				if err != nil {
					return err
				}
				return a.show(format, totalListing(format, sums))
			})
		},
	}
	s.flags(cmd, "envelope")
	formatFlag(cmd, &format)
	cmd.Flags().BoolVar(&running, "running", false, "running totals and authorities' totals for a period, held against the incidents and never added")
	cmd.Flags().StringVar(&by, "by", "", "split by one or more of: "+fmt.Sprint(aggregate.Breakdowns))
	return cmd
}

// summaries are the totals of a state of the book, by one method each.
type summaries struct {
	head store.Head
	sums []aggregate.Summary
}

// summaries adds the figures up by each method. Where the book keeps the figures,
// no claim is read.
func (s *settling) summaries(book *store.Book, breakdowns string) (out summaries, err error) {
	methods, err := s.MethodList()
	if err != nil {
		return out, err
	}
	by, err := aggregate.ParseBy(breakdowns)
	if err != nil {
		return out, casualty.At("--by", err)
	}
	if done, err := s.keptSummary(book, methods, by, &out); done || err != nil {
		return out, err
	}
	r, err := s.Record(book)
	if err != nil {
		return out, err
	}
	out.head = store.Head{Entry: r.Entries, Hash: r.Head, Recorded: r.AsOf}
	for _, m := range methods {
		out.sums = append(out.sums, aggregate.SummaryOf(aggregate.Tabulate(r, m, s.Settings(r)), by...))
	}
	return out, nil
}
