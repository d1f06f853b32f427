package main

import (
	"tollbook/aggregate"
	"tollbook/asked"
	"tollbook/casualty"
)

// asParts lays out what the parts say by the methods of the tables.
func asParts(tables []aggregate.Table) []asked.PartsAnswer {
	out := []asked.PartsAnswer{}
	for _, t := range tables {
		out = append(out, asked.PartsOf(t)...)
	}
	return out
}

// derivedStatus marks the rows of derived bounds in CSV, whose columns of reported
// numbers are blank.
const derivedStatus = "derived"

// derivedColumns are the last columns of a figure in CSV, blank for what was reported.
var derivedColumns = []string{"derived_low", "derived_high", "derived_open", "derived_highest", "derived_by"}

// derivedRows are the rows of derived bounds in CSV, after those of the figures.
func derivedRows(tables []aggregate.Table) [][]string {
	var rows [][]string
	for _, t := range tables {
		incidents := map[casualty.IncidentID]casualty.Incident{}
		for _, f := range t.Figures {
			incidents[f.Incident.ID] = f.Incident
		}
		for _, p := range aggregate.PartsOf(t) {
			for _, d := range p.Derived {
				none := aggregate.Figure{Question: d.Question, Method: t.Method.String(), Lexicon: t.Method.Lexicon.String(), Status: derivedStatus}
				row := reportedColumnsOf(aggregate.IncidentFigure{Incident: incidents[p.Incident], Figure: none}, derivedWords(d, p.By))
				b := bounds(d.Range, casualty.Range{}, false)
				rows = append(rows, append(row, b[0], b[2], b[3], b[4], p.By))
			}
		}
	}
	return rows
}

func derivedWords(d aggregate.DerivedFigure, by string) string {
	return "derived from the parts by " + by + ", and in no figure: " + d.Question.Words() + " " + d.Range.String()
}
