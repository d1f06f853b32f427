package main

import (
	"fmt"
	"slices"
	"strings"

	"tollbook/aggregate"
	"tollbook/asked"
	"tollbook/casualty"
)

// totalListing lays totals out in one form, each with what it rests on and what it
// does not know. A large book's totals are many rows, and other forms take as long.
func totalListing(format string, s summaries) listing {
	l := listing{
		head: []string{"method", "of", "figure", "total", "incidents", "without a figure", "open above", "without a floor"}, csvHead: totalColumns(),
	}
	for _, sum := range s.sums {
		switch format {
		case "csv":
			l.csvRows = append(l.csvRows, totalRows(sum, totalCells)...)
		case "table":
			l.rows = append(l.rows, totalRows(sum, totalWords)...)
			l.foot += totalFoot(sum)
		}
	}
	last := s.sums[len(s.sums)-1]
	l.leftOut = leftOut(last.Unconfirmed, last.Unlinked)
	l.foot += l.leftOut + apart(last) + "\n" + aggregate.EnvelopeNote
	if format == "json" {
		l.data = totalData(s)
	}
	return l
}

func totalRows(sum aggregate.Summary, cells func(aggregate.Summary, aggregate.Total) []string) [][]string {
	rows := make([][]string, len(sum.Rows))
	for i, t := range sum.Rows {
		rows[i] = cells(sum, t)
	}
	return rows
}

func totalWords(sum aggregate.Summary, t aggregate.Total) []string {
	return []string{
		sum.Method.Name, orElse(t.Key, "all"), t.Question.Words(), t.String(),
		fmt.Sprint(t.Incidents), fmt.Sprint(t.Unknown), fmt.Sprint(t.OpenParts), fmt.Sprint(t.NoFloor),
	}
}

func totalData(s summaries) map[string]any {
	data, beside, dealt, missing := []asked.TotalAnswer{}, []asked.TotalAnswer{}, []string{}, []missingJSON{}
	for _, sum := range s.sums {
		for _, t := range sum.Rows {
			data = append(data, asked.TotalOf(sum.Method, t))
		}
		for _, t := range sum.Beside {
			beside = append(beside, asked.TotalOf(sum.Method, t))
		}
		dealt = append(dealt, sum.Dealt...)
		for _, m := range sum.Missing {
			missing = append(missing, missingJSON{sum.Method.String(), m, m.Sentence()})
		}
	}
	last := s.sums[len(s.sums)-1]
	return map[string]any{
		"as_of": s.head.Recorded, "head": s.head.Hash, "totals": data, "beside": beside, "dealt": dealt, "missing": missing, "note": aggregate.EnvelopeNote,
		"incidents_of_the_record": last.Incidents, "unconfirmed": last.Unconfirmed, "unlinked": last.Unlinked, "apart": last.Apart,
	}
}

// missingJSON is what a method lacks where it cannot apply.
type missingJSON struct {
	Method   string                `json:"method"`
	Problem  aggregate.ProblemCode `json:"problem"`
	Sentence string                `json:"sentence"`
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
	for _, m := range sum.Missing {
		fmt.Fprintf(&b, "Look: %s cannot apply to some figures: %s.\n", sum.Method.Name, m.Sentence())
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
		fmt.Sprint(sum.Unconfirmed), fmt.Sprint(sum.Incidents), fmt.Sprint(t.Shared), strings.Join(asked.Codes(t.Problems), " "), t.String())
}
