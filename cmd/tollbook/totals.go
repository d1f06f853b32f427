package main

import (
	"fmt"
	"strings"

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
				r, err := s.record(book)
				if err != nil {
					return err
				}
				if running {
					return a.runningTotals(r, s, format)
				}
				return a.totals(r, s, by, format)
			})
		},
	}
	s.flags(cmd, "envelope")
	formatFlag(cmd, &format)
	cmd.Flags().BoolVar(&running, "running", false, "running totals and authorities' totals for a period, held against the incidents and never added")
	cmd.Flags().StringVar(&by, "by", "", "split by one or more of: "+fmt.Sprint(aggregate.Breakdowns))
	return cmd
}

func (a *app) totals(r casualty.Record, s settling, by, format string) error {
	methods, err := s.methodList()
	if err != nil {
		return err
	}
	split, err := aggregate.ParseBy(by)
	if err != nil {
		return casualty.At("--by", err)
	}
	l := listing{head: []string{"method", "of", "figure", "total", "incidents", "without a figure", "open above", "without a floor"}, csvHead: totalColumns}
	data := []totalJSON{}
	var last aggregate.Table
	shared := 0
	for _, m := range methods {
		last = aggregate.Tabulate(r, m, s.settings(r))
		for _, t := range aggregate.TotalsBy(last, split...) {
			data = append(data, asTotal(m, t))
			l.csvRows = append(l.csvRows, totalColumnsOf(m, t))
			shared = max(shared, t.Shared)
			l.rows = append(l.rows, []string{
				m.Name, orElse(t.Key, "all"), t.Question.Words(), t.String(),
				fmt.Sprint(t.Incidents), fmt.Sprint(t.Unknown), fmt.Sprint(t.OpenParts), fmt.Sprint(t.NoFloor),
			})
		}
	}
	panels := panelsOf(last)
	l.data = map[string]any{
		"as_of": r.AsOf, "head": r.Head, "totals": data, "panels": panelsJSON(panels), "note": aggregate.EnvelopeNote,
		"unconfirmed": last.Unconfirmed, "unlinked": last.Unlinked,
	}
	for _, t := range last.Beside {
		l.foot += fmt.Sprintf("Beside the headline, of other grades: %s %s.\n", t.Question.Words(), t)
	}
	if shared > 0 {
		l.foot += "An incident stands under each of its keys, so that the rows need not add up to the total; it is counted once there.\n"
	}
	l.leftOut = leftOut(last)
	l.foot += "What these totals do not know, by " + last.Method.Name + ":\n" + panelWords(panels) + l.leftOut + "\n" + aggregate.EnvelopeNote
	return a.show(format, l)
}

// panelsOf are the panels of a table's totals over all people.
func panelsOf(t aggregate.Table) []aggregate.Panel {
	var panels []aggregate.Panel
	for _, total := range t.Totals {
		if total.Question.AllPeople() {
			panels = append(panels, aggregate.PanelOf(t, total.Question))
		}
	}
	return panels
}

func panelWords(panels []aggregate.Panel) string {
	var b strings.Builder
	for _, p := range panels {
		fmt.Fprintf(&b, "  %s: %s; %d without a figure, %d without a floor, %d open above, %d resting on one origin, %d learnt more than %d days late, %d resting on a decision, %d waiting for a signature; the ten widest hold %d %% of the width; day known for %d, place to the settlement or better for %d\n",
			p.Question.Words(), plural(p.Incidents, "incident", "incidents"), p.Unknown, p.NoFloor, p.NoCeiling, p.OneOrigin,
			p.LearntLate, aggregate.LateDays, p.Decided, p.Waiting, p.Widest, p.Days[casualty.ToDay], p.Places["exact"]+p.Places["settlement"])
	}
	return b.String()
}

// panelJSON is what a total does not know, in JSON.
type panelJSON struct {
	Figure      string                          `json:"figure"`
	Incidents   int                             `json:"incidents"`
	Unknown     int                             `json:"without_a_figure"`
	NoFloor     int                             `json:"without_a_floor"`
	NoCeiling   int                             `json:"open_above"`
	OneOrigin   int                             `json:"one_origin"`
	Decided     int                             `json:"on_a_decision"`
	Waiting     int                             `json:"waiting_for_a_signature"`
	LearntLate  int                             `json:"learnt_late"`
	Widest      int                             `json:"ten_widest_percent"`
	Days        map[casualty.Precision]int      `json:"days"`
	Places      map[casualty.PlacePrecision]int `json:"places"`
	Unconfirmed int                             `json:"unconfirmed_claims"`
}

func panelsJSON(panels []aggregate.Panel) []panelJSON {
	out := []panelJSON{}
	for _, p := range panels {
		out = append(out, panelJSON{
			p.Question.Words(), p.Incidents, p.Unknown, p.NoFloor, p.NoCeiling, p.OneOrigin, p.Decided, p.Waiting,
			p.LearntLate, p.Widest, p.Days, p.Places, p.Unconfirmed,
		})
	}
	return out
}

// totalColumns are the columns of a total in CSV.
var totalColumns = []string{
	"method", "of", "harm", "population", "group", "severity", "low", "best", "high", "open", "highest",
	"incidents", "without_a_figure", "open_above", "without_a_floor", "words",
}

func totalColumnsOf(m aggregate.Method, t aggregate.Total) []string {
	q := t.Question
	row := append([]string{m.String(), t.Key, string(q.Harm), string(q.Population), string(q.Group), string(q.Severity)}, bounds(t.Range, t.Best, t.NoFloor > 0)...)
	return append(row, fmt.Sprint(t.Incidents), fmt.Sprint(t.Unknown), fmt.Sprint(t.OpenParts), fmt.Sprint(t.NoFloor), t.String())
}

// totalJSON is one total in JSON.
type totalJSON struct {
	Method     string         `json:"method"`
	Of         string         `json:"of"`
	Harm       casualty.Harm  `json:"harm"`
	Population string         `json:"population,omitempty"`
	Group      string         `json:"group,omitempty"`
	Severity   string         `json:"severity,omitempty"`
	Range      casualty.Range `json:"range"`
	Best       casualty.Range `json:"best"`
	Text       string         `json:"text"`
	Incidents  int            `json:"incidents"`
	Unknown    int            `json:"without_a_figure"`
	OpenParts  int            `json:"open_above"`
	NoFloor    int            `json:"without_a_floor"`
}

func asTotal(m aggregate.Method, t aggregate.Total) totalJSON {
	q := t.Question
	return totalJSON{
		Method: m.String(), Of: t.Key, Harm: q.Harm, Population: string(q.Population), Group: string(q.Group), Severity: string(q.Severity),
		Range: aggregate.AsStated(t.Range, t.NoFloor > 0), Best: aggregate.AsStated(t.Best, t.NoFloor > 0), Text: t.String(),
		Incidents: t.Incidents, Unknown: t.Unknown, OpenParts: t.OpenParts, NoFloor: t.NoFloor,
	}
}
