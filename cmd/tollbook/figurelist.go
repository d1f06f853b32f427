package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tollbook/aggregate"
	"tollbook/asked"
	"tollbook/casualty"
)

// figureListing lays the figures of several methods side by side: one row for
// each incident and question, one column for each method.
func figureListing(r casualty.Record, methods []aggregate.Method, set aggregate.Settings, why bool) listing {
	tables := make([]aggregate.Table, len(methods))
	l := listing{head: []string{"incident", "day", "title", "figure", "as reported"}, same: 3, csvHead: append(slices.Clone(figureColumns), derivedColumns...)}
	for i, m := range methods {
		tables[i] = aggregate.Tabulate(r, m, set)
		l.head = append(l.head, m.Name)
	}
	data := []asked.FigureAnswer{}
	for row, f := range tables[0].Figures {
		cells := []string{string(f.Incident.ID), string(f.Incident.Day), casualty.Shorten(f.Incident.Title, 60), f.Figure.Question.Words(), f.Figure.Span.String()}
		for _, t := range tables {
			cells = append(cells, t.Figures[row].Figure.Words())
			data = append(data, asked.FigureOf(t.Figures[row].Incident, t.Figures[row].Figure))
			l.csvRows = append(l.csvRows, figureColumnsOf(t.Figures[row]))
		}
		l.rows = append(l.rows, cells)
	}
	l.csvRows = append(l.csvRows, derivedRows(tables)...)
	l.data = map[string]any{
		"as_of": r.AsOf, "head": r.Head, "figures": data, "parts": asParts(tables),
		"unconfirmed": tables[0].Unconfirmed, "unlinked": tables[0].Unlinked,
		"on_a_decision": tables[0].Decided, "on_an_unsigned_decision": tables[0].Unsigned, "waiting_for_a_signature": tables[0].Waiting,
	}
	l.leftOut = leftOut(tables[0].Unconfirmed, tables[0].Unlinked)
	l.foot = l.leftOut + "\n" + restingOn(tables[0]) + "\n" + byMethods("By", methods...)
	if len(l.rows) == 0 {
		l.foot = "No figure yet: tollbook add keeps a report and reads it, tollbook review confirms its claims and links them to incidents.\n" + l.foot
	}
	if why {
		l.foot = newReasons(r).all(tables) + "\n" + l.foot
	}
	return l
}

func leftOut(unconfirmed, unlinked int) string {
	return fmt.Sprintf("%s left out of every figure; %s.",
		plural(unconfirmed, "unconfirmed claim is", "unconfirmed claims are"),
		plural(unlinked, "confirmed claim names no incident", "confirmed claims name no incident"))
}

// byMethods names the methods and the lexicons of a table, with their versions: "By
// envelope/1 with the lexicon envelope/1."
func byMethods(by string, methods ...aggregate.Method) string {
	var names []string
	for _, m := range methods {
		names = append(names, fmt.Sprintf("%s with the lexicon %s", m, m.Lexicon))
	}
	return by + " " + strings.Join(names, ", ") + "."
}

// restingOn says how many figures rest on what a person decided.
func restingOn(t aggregate.Table) string {
	return fmt.Sprintf("%s on a decision in force, %d of them on one that no second person signed; a decision waits on %d.",
		plural(t.Decided, "figure rests", "figures rest"), t.Unsigned, t.Waiting)
}

// figureColumns are the columns of a figure in CSV: one row a figure and method,
// numbers in columns of their own, blank where they are not stated.
var figureColumns = []string{
	"incident", "day", "title", "harm", "population", "group", "severity", "method", "lexicon",
	"low", "best", "high", "open", "highest", "span_low", "span_high", "span_open", "span_highest", "status", "counted", "set_aside", "decisions", "waiting", "words",
}

func figureColumnsOf(f aggregate.IncidentFigure) []string {
	return append(reportedColumnsOf(f, f.Figure.Words()), make([]string, len(derivedColumns))...)
}

// reportedColumnsOf are the columns but those of derived bounds.
func reportedColumnsOf(f aggregate.IncidentFigure, words string) []string {
	q, fig := f.Figure.Question, f.Figure
	row := []string{
		string(f.Incident.ID), string(f.Incident.Day), f.Incident.Title, string(q.Harm), string(q.Population), string(q.Group), string(q.Severity),
		fig.Method, fig.Lexicon,
	}
	row = append(row, bounds(fig.Range, fig.Best, fig.NoFloor)...)
	span := bounds(fig.Span, casualty.Range{}, false)
	row = append(row, span[0], span[2], span[3], span[4])
	return append(row, string(fig.Status), fmt.Sprint(len(fig.Counted)), fmt.Sprint(len(fig.SetAside)), fmt.Sprint(len(fig.Decisions)), fmt.Sprint(len(fig.Waiting)), words)
}

// bounds are low, best, high, open and highest as cells; a number that is not
// stated is blank, never 0.
func bounds(r, best casualty.Range, noFloor bool) []string {
	r, best = aggregate.AsStated(r, noFloor), aggregate.AsStated(best, noFloor)
	shown := r
	if !r.Stated() {
		shown = best
	}
	return []string{
		cell(r.Low()), cell(best.Low()), cell(r.High()), openCell(shown), cell(shown.Highest()),
	}
}

func cell(n int, ok bool) string {
	if !ok {
		return ""
	}
	return strconv.Itoa(n)
}

func openCell(r casualty.Range) string {
	if !r.Stated() {
		return ""
	}
	return strconv.FormatBool(r.Open())
}
