package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tollbook/aggregate"
	"tollbook/asked"
	"tollbook/casualty"
	"tollbook/store"
)

// settling is what figures, totals and exports are asked with, from flags.
type settling struct{ asked.Settling }

func (s *settling) flags(cmd *cobra.Command, methods string) {
	cmd.Flags().StringVar(&s.Methods, "method", methods, "one or more methods, side by side: "+strings.Join(methodNames(), ", "))
	cmd.Flags().StringVar(&s.From, "from", "", "incidents from this day on")
	cmd.Flags().StringVar(&s.To, "to", "", "incidents up to this day")
	cmd.Flags().StringSliceVar(&s.Rank, "rank", nil, "ids of sources, best first, for methods that rank them: s2,s1")
	cmd.Flags().StringVar(&s.Economy, "economy", "", "what a family counts, for methods that count families: developing (5) or industrialised (3)")
	cmd.Flags().StringSliceVar(&s.Grades, "grades", nil, "grades of incidents in the headline totals, the others beside them: confirmed,fair")
	cmd.Flags().StringVar(&s.Periods, "periods", "start", "an incident across two periods counts where it began (start), in a row of its own (spans), or by its days (split)")
	asOfFlag(cmd, &s.AsOf)
	_ = cmd.RegisterFlagCompletionFunc("method", cobra.FixedCompletions(methodNames(), cobra.ShellCompDirectiveNoFileComp))
}

func methodNames() []string {
	names := make([]string, len(aggregate.Methods))
	for i, m := range aggregate.Methods {
		names[i] = m.Name
	}
	return names
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
				r, err := s.Record(book)
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
	methods, err := s.MethodList()
	if err != nil {
		return err
	}
	if incident != "" {
		r = asked.Only(r, func(in casualty.Incident) bool { return string(in.ID) == incident })
		if len(r.Incidents) == 0 {
			return fmt.Errorf("%s: %w", incident, casualty.ErrNotFound)
		}
	}
	return a.show(format, figureListing(r, methods, s.Settings(r), why))
}
