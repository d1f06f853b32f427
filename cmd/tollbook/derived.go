package main

import (
	"tollbook/aggregate"
	"tollbook/asked"
	"tollbook/casualty"
)

// partsJSON is what the parts of a figure say about it by one method: where they
// contradict it, and what follows from them. Derived stands in no figure and no total.
type partsJSON struct {
	Incident casualty.IncidentID `json:"incident"`
	Method   string              `json:"method"`
	Lexicon  string              `json:"lexicon"`
	Harm     casualty.Harm       `json:"harm"`
	By       string              `json:"by"` // what the parts are told apart by
	Problems []string            `json:"problems"`
	Derived  []derivedJSON       `json:"derived"`
}

// derivedJSON is a bound that nobody reported: it follows from reported ones.
type derivedJSON struct {
	Population string         `json:"population,omitempty"`
	Group      string         `json:"group,omitempty"`
	Severity   string         `json:"severity,omitempty"`
	Range      casualty.Range `json:"range"`
}

// asParts lays out what the parts say by the methods of the tables.
func asParts(tables []aggregate.Table) []partsJSON {
	out := []partsJSON{}
	for _, t := range tables {
		for _, p := range aggregate.PartsOf(t) {
			j := partsJSON{p.Incident, t.Method.String(), t.Method.Lexicon.String(), p.Harm, p.By, asked.Codes(p.Problems), []derivedJSON{}}
			for _, d := range p.Derived {
				q := d.Question
				j.Derived = append(j.Derived, derivedJSON{string(q.Population), string(q.Group), string(q.Severity), d.Range})
			}
			out = append(out, j)
		}
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
