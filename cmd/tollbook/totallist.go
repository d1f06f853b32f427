package main

import (
	"fmt"
	"slices"
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// totalListing lays totals out in every form, each with what it rests on and what it
// does not know.
func totalListing(s summaries) listing {
	l := listing{
		head: []string{"method", "of", "figure", "total", "incidents", "without a figure", "open above", "without a floor"}, csvHead: totalColumns(),
	}
	data, beside, dealt := []totalJSON{}, []totalJSON{}, []string{}
	for _, sum := range s.sums {
		for _, t := range sum.Rows {
			data = append(data, asTotal(sum.Method, t))
			l.csvRows = append(l.csvRows, totalCells(sum, t))
			l.rows = append(l.rows, []string{
				sum.Method.Name, orElse(t.Key, "all"), t.Question.Words(), t.String(),
				fmt.Sprint(t.Incidents), fmt.Sprint(t.Unknown), fmt.Sprint(t.OpenParts), fmt.Sprint(t.NoFloor),
			})
		}
		for _, t := range sum.Beside {
			beside = append(beside, asTotal(sum.Method, t))
		}
		dealt = append(dealt, sum.Dealt...)
		l.foot += totalFoot(sum)
	}
	last := s.sums[len(s.sums)-1]
	l.leftOut = leftOut(last.Unconfirmed, last.Unlinked)
	l.foot += l.leftOut + apart(last) + "\n" + aggregate.EnvelopeNote
	l.data = map[string]any{
		"as_of": s.head.Recorded, "head": s.head.Hash, "totals": data, "beside": beside, "dealt": dealt, "note": aggregate.EnvelopeNote,
		"incidents_of_the_record": last.Incidents, "unconfirmed": last.Unconfirmed, "unlinked": last.Unlinked, "apart": last.Apart,
	}
	return l
}

// totalFoot is what a reader must know beside the totals by one method.
func totalFoot(sum aggregate.Summary) string {
	var b strings.Builder
	for _, t := range sum.Beside {
		fmt.Fprintf(&b, "Beside the headline by %s, of other grades: %s %s.\n", sum.Method.Name, t.Question.Words(), t)
	}
	for _, arithmetic := range sum.Dealt {
		b.WriteString("Dealt over its days, allotted and not reported: " + arithmetic + ".\n")
	}
	shared := 0
	for _, t := range sum.Rows {
		shared = max(shared, t.Shared)
		for _, p := range t.Problems {
			fmt.Fprintf(&b, "Look: %s, %s: %s.\n", orElse(t.Key, "all"), t.Question.Words(), p.Sentence())
		}
	}
	if shared > 0 {
		b.WriteString("An incident stands under each of its keys, so that the rows need not add up to the total; it is counted once there.\n")
	}
	fmt.Fprintf(&b, "What the totals by %s, lexicon %s, do not know:\n", sum.Method, sum.Method.Lexicon)
	for _, t := range sum.Whole {
		fmt.Fprintf(&b, "  %s %s: %s; %d of the record's %d incidents say nothing of it, which is no 0\n", t.Question.Words(), t, panelWords(t.Panel), sum.Silent(t), sum.Incidents)
	}
	return b.String()
}

func apart(sum aggregate.Summary) string {
	if sum.Apart == 0 {
		return ""
	}
	return fmt.Sprintf(" %s kept apart, reconciled (--running) and never added.", plural(sum.Apart, "running total or total for a period is", "running totals and totals for a period are"))
}

func panelWords(p aggregate.Panel) string {
	words := []string{plural(p.Incidents, "incident", "incidents")}
	for _, item := range p.Items() {
		words = append(words, fmt.Sprintf("%d %s", item.N, item.Words))
	}
	return strings.Join(words, ", ") + fmt.Sprintf("; the ten widest hold %d %% of the width; dates: %s; places: %s",
		p.Widest(), precisionWords(p.Days(), dayOrder),
		precisionWords(p.Places(), placeOrder))
}

// The precisions of a panel, the best first; the empty one is not stated.
var (
	dayOrder   = []casualty.Precision{casualty.ToDay, casualty.ToSpan, casualty.ToMonth, casualty.ToYear, ""}
	placeOrder = append(slices.Clone(casualty.PlacePrecisions), "")
)

// precisionWords say how many of what are known how well, the best first: "day 3,
// month 1".
func precisionWords[P ~string](counts map[P]int, order []P) string {
	var words []string
	for _, p := range order {
		if counts[p] > 0 {
			words = append(words, fmt.Sprintf("%s %d", orElse(string(p), "not stated"), counts[p]))
		}
	}
	return strings.Join(words, ", ")
}

// totalColumns are the columns of a total in CSV.
func totalColumns() []string {
	columns := []string{
		"method", "lexicon", "of", "harm", "population", "group", "severity", "low", "best", "high", "open", "highest", "incidents",
	}
	for _, item := range (aggregate.Panel{}).Items() {
		columns = append(columns, item.Code)
	}
	return append(columns, "ten_widest_percent", "dates", "places", "unconfirmed_claims", "incidents_of_the_record", "under_other_keys_too", "problems", "words")
}

func totalCells(sum aggregate.Summary, t aggregate.Total) []string {
	q := t.Question
	row := []string{sum.Method.String(), sum.Method.Lexicon.String(), t.Key, string(q.Harm), string(q.Population), string(q.Group), string(q.Severity)}
	row = append(row, bounds(t.Range, t.Best, t.NoFloor > 0)...)
	row = append(row, fmt.Sprint(t.Incidents))
	for _, item := range t.Panel.Items() {
		row = append(row, fmt.Sprint(item.N))
	}
	return append(row, fmt.Sprint(t.Panel.Widest()),
		precisionWords(t.Panel.Days(), dayOrder),
		precisionWords(t.Panel.Places(), placeOrder),
		fmt.Sprint(sum.Unconfirmed), fmt.Sprint(sum.Incidents), fmt.Sprint(t.Shared), strings.Join(problemCodes(t.Problems), " "), t.String())
}

func problemCodes(problems []aggregate.ProblemCode) []string {
	codes := make([]string, len(problems))
	for i, p := range problems {
		codes[i] = string(p)
	}
	return codes
}

// totalJSON is one total in JSON, with its panel.
type totalJSON struct {
	Method     string         `json:"method"`
	Lexicon    string         `json:"lexicon"`
	Of         string         `json:"of"`
	Keys       []string       `json:"keys,omitempty"`
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
	Shared     int            `json:"under_other_keys_too"`
	Problems   []string       `json:"problems"`
	Panel      panelJSON      `json:"panel"`
}

// panelJSON is what a total rests on and does not know, in JSON.
type panelJSON struct {
	OneOrigin  int                             `json:"one_origin"`
	LearntLate int                             `json:"learnt_late"`
	Decided    int                             `json:"on_a_decision"`
	Unsigned   int                             `json:"on_an_unsigned_decision"`
	Waiting    int                             `json:"waiting_for_a_signature"`
	Widest     int                             `json:"ten_widest_percent"`
	Days       map[casualty.Precision]int      `json:"days"`
	Places     map[casualty.PlacePrecision]int `json:"places"`
}

func asTotal(m aggregate.Method, t aggregate.Total) totalJSON {
	q, p := t.Question, t.Panel
	return totalJSON{
		Method: m.String(), Lexicon: m.Lexicon.String(), Of: t.Key, Keys: t.Keys, Harm: q.Harm, Population: string(q.Population), Group: string(q.Group), Severity: string(q.Severity),
		Range: aggregate.AsStated(t.Range, t.NoFloor > 0), Best: aggregate.AsStated(t.Best, t.NoFloor > 0), Text: t.String(),
		Incidents: t.Incidents, Unknown: t.Unknown, OpenParts: t.OpenParts, NoFloor: t.NoFloor, Shared: t.Shared, Problems: problemCodes(t.Problems),
		Panel: panelJSON{p.OneOrigin, p.LearntLate, p.Decided, p.Unsigned, p.Waiting, p.Widest(), p.Days(), p.Places()},
	}
}
