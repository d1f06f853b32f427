package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"tollbook/casualty"
	"tollbook/curate"
	accounts "tollbook/server/people"
	"tollbook/store"
)

// ruling is what every decision takes.
type ruling struct {
	reason string
	claims []string
}

func (r ruling) ids() []casualty.ClaimID {
	ids := make([]casualty.ClaimID, len(r.claims))
	for i, c := range r.claims {
		ids[i] = casualty.ClaimID(c)
	}
	return ids
}

// decide runs one decision as one act and says its id.
func (a *app) decide(what string, r ruling, fn func(*store.Change, curate.Judgment) (casualty.Decision, error)) error {
	return a.withBook(func(book *store.Book) error {
		var made casualty.Decision
		served, err := accounts.Served(book)
		if err != nil {
			return err
		}
		j := curate.Judgment{Reason: r.reason, By: a.who(), At: casualty.MomentOf(a.now()), Waits: served}
		entry, err := book.Do(a.act(what, r.reason), func(c *store.Change) (err error) {
			made, err = fn(c, j)
			return err
		})
		if err != nil {
			return err
		}
		how := "This book has no accounts, so no second person signed it; every output says so."
		if served {
			how = "It waits for a second person, who signs it off on the server."
		}
		a.printf("Decision %s, entry #%d of the journal. %s\n", made.ID, entry.Number, how)
		return nil
	})
}

func (a *app) decideCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "decide",
		Short: "Decide, with a reason: adopt a figure, grade an incident, set claims aside, merge or split, dissent",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.adoptCommand(), a.gradeCommand(), a.setAsideCommand(), a.mergeCommand(), a.splitCommand(), a.dissentCommand())
	return cmd
}

func (r *ruling) flags(cmd *cobra.Command, claims string) {
	reasonFlag(cmd, &r.reason)
	if claims != "" {
		cmd.Flags().StringSliceVar(&r.claims, "claims", nil, claims)
	}
}

func (a *app) adoptCommand() *cobra.Command {
	var r ruling
	var best string
	cmd := &cobra.Command{
		Use:     "adopt INCIDENT HARM RANGE --reason WHY",
		Short:   "Adopt a figure of an incident: a range such as 12, 9-14 or 9-14+",
		Example: `  tollbook decide adopt i1 killed 9-14 --claims c3,c7 --reason "two lists compared by name"`,
		Args:    cobra.ExactArgs(3),
		RunE: func(_ *cobra.Command, args []string) error {
			adopted, err := casualty.ParseRange(args[2])
			low, floor := adopted.Low()
			if err != nil || !floor {
				return &casualty.Problem{Where: "range", Found: args[2], Want: "a range with a floor, such as 12, 9-14 or 9-14+"}
			}
			highest, _ := adopted.Highest()
			one, err := wholeOrNone(best)
			if err != nil {
				return casualty.At("--best", err)
			}
			return a.decide("decide", r, func(c *store.Change, j curate.Judgment) (casualty.Decision, error) {
				return curate.Adopt(c, j, casualty.IncidentID(args[0]), casualty.Harm(args[1]), low, highest, adopted.Open(), one, r.ids())
			})
		},
	}
	r.flags(cmd, "ids of the claims that it rests on: c3,c7")
	cmd.Flags().StringVar(&best, "best", "", "the one number to name, where there is one")
	return cmd
}

func wholeOrNone(text string) (*int, error) {
	if text == "" {
		return nil, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > casualty.MaxPeople {
		return nil, &casualty.Problem{Found: text, Want: "a whole number of people"}
	}
	return &n, nil
}

func (a *app) gradeCommand() *cobra.Command {
	var r ruling
	cmd := &cobra.Command{
		Use:   "grade INCIDENT GRADE --reason WHY",
		Short: "Say how well an incident is established: confirmed, fair, weak, contested or discounted",
		Args:  cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.decide("decide", r, func(c *store.Change, j curate.Judgment) (casualty.Decision, error) {
				return curate.Grade(c, j, casualty.IncidentID(args[0]), args[1])
			})
		},
	}
	r.flags(cmd, "")
	return cmd
}

func (a *app) setAsideCommand() *cobra.Command {
	var r ruling
	cmd := &cobra.Command{
		Use:   "set-aside INCIDENT --claims IDS --reason WHY",
		Short: "Keep claims out of the figures of their incident; they stay listed, with the decision",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.decide("decide", r, func(c *store.Change, j curate.Judgment) (casualty.Decision, error) {
				return curate.SetAside(c, j, casualty.IncidentID(args[0]), r.ids())
			})
		},
	}
	r.flags(cmd, "ids of the claims to set aside: c3,c7")
	return cmd
}

func (a *app) mergeCommand() *cobra.Command {
	var r ruling
	cmd := &cobra.Command{
		Use:   "merge FROM INTO --reason WHY",
		Short: "Say that two incidents, or two origins, are one",
		Args:  cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.decide("merge", r, func(c *store.Change, j curate.Judgment) (casualty.Decision, error) {
				switch curate.Kind(args[0]) + " " + curate.Kind(args[1]) {
				case "incident incident":
					return curate.MergeIncidents(c, j, casualty.IncidentID(args[0]), casualty.IncidentID(args[1]))
				case "origin origin":
					return curate.MergeOrigins(c, j, casualty.OriginID(args[0]), casualty.OriginID(args[1]))
				}
				return casualty.Decision{}, &casualty.Problem{Found: strings.Join(args, " "), Want: "two incidents or two origins, such as i2 i1"}
			})
		},
	}
	r.flags(cmd, "")
	return cmd
}

func (a *app) splitCommand() *cobra.Command {
	var r ruling
	var title, day, place string
	cmd := &cobra.Command{
		Use:   "split INCIDENT --claims IDS --title TITLE --reason WHY",
		Short: "Take claims out of an incident into a new one",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			var in casualty.Incident
			for _, v := range []curate.Value{{Name: "title", Text: title}, {Name: "day", Text: day}, {Name: "place", Text: place}} {
				if err := curate.SetIncident(&in, v); err != nil {
					return casualty.At("--"+v.Name, err)
				}
			}
			return a.decide("split", r, func(c *store.Change, j curate.Judgment) (casualty.Decision, error) {
				return curate.SplitIncident(c, j, casualty.IncidentID(args[0]), in, r.ids())
			})
		},
	}
	r.flags(cmd, "ids of the claims that go into the new incident: c3,c7")
	cmd.Flags().StringVar(&title, "title", "", "of the new incident")
	cmd.Flags().StringVar(&day, "day", "", "of the new incident")
	cmd.Flags().StringVar(&place, "place", "", "of the new incident")
	return cmd
}

func (a *app) dissentCommand() *cobra.Command {
	var r ruling
	cmd := &cobra.Command{
		Use:   "dissent DECISION --reason WHY",
		Short: "Keep your objection to a decision beside it",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.change("dissent", r.reason, func(c *store.Change) error {
				return curate.Dissent(c, casualty.DecisionID(args[0]), a.who()+": "+r.reason)
			})
		},
	}
	r.flags(cmd, "")
	return cmd
}
