package main

import (
	"strings"

	"tollbook/casualty"
	"tollbook/ingest"
)

// reasonJSON is the JSON form of words that made a figure.
type reasonJSON struct {
	Role  string `json:"role"`
	Words string `json:"words"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

func asReasons(doc ingest.Document, reasons []ingest.Reason) []reasonJSON {
	all := []reasonJSON{}
	for _, r := range reasons {
		all = append(all, reasonJSON{r.Role, doc.Text[r.Start:r.End], r.Start, r.End})
	}
	return all
}

// inWords writes reasons in one line: "hedge: at least; number: twelve".
func inWords(reasons []reasonJSON) string {
	parts := make([]string, len(reasons))
	for i, r := range reasons {
		parts[i] = r.Role + ": " + r.Words
	}
	return casualty.Shorten(strings.Join(parts, "; "), 90)
}
