package mapping

import (
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/ingest/table"
)

// figures reads every group of columns. One that cannot be read does not hide
// the next.
func (rd *rowReader) figures() {
	from := map[int]int{} // group -> figure
	for i, g := range rd.bound.groups {
		q, ok := rd.completed(g.question)
		if !ok {
			continue
		}
		f, ok := rd.figure(g, q)
		if ok {
			from[i] = len(rd.entry.Figures)
			rd.entry.Figures = append(rd.entry.Figures, f)
		}
	}
	for i, g := range rd.bound.groups {
		if at, ok := from[i]; ok {
			rd.part(i, g, at, from)
		}
	}
}

// everybody are words of a column of populations that say nothing of it.
var everybody = map[string]bool{"people": true, "all": true, "unknown": true, "not_stated": true, "total": true}

// completed puts in what other columns of the row say of whom it counts.
func (rd *rowReader) completed(q question) (question, bool) {
	for _, f := range []struct {
		field string
		set   func(string) bool
	}{
		{harmField, func(w string) bool {
			if q.harm == "" {
				q.harm = casualty.Harm(w)
			}
			return slices.Contains(casualty.Harms, q.harm)
		}},
		{popField, func(w string) bool {
			if everybody[w] {
				return true
			}
			if q.population == "" {
				q.population = casualty.Population(w)
			}
			return q.population == "" || slices.Contains(casualty.Populations, q.population)
		}},
		{groupField, func(w string) bool {
			if q.group == "" {
				q.group = casualty.Group(w)
			}
			return q.group == "" || slices.Contains(casualty.Groups, q.group)
		}},
	} {
		c, at := rd.cell(f.field)
		if at < 0 {
			continue
		}
		word := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(c.Text)), " ", "_")
		if known, ok := figureWords[word]; ok {
			word = known
		}
		if !f.set(word) {
			rd.problem(at, &casualty.Problem{Found: c.Text, Want: "a word of the record for " + f.field + "; say in the mapping's \"values\" what it stands for, such as {\"killed_or_injured\": \"casualties\"}"})
			return q, false
		}
	}
	return q, true
}

// figure makes a claim of a group's cells; ok is false where they state nothing
// or cannot be read, which has been noted.
func (rd *rowReader) figure(g group, q question) (f Figure, ok bool) {
	var e ends
	var texts []string
	var cells []int
	for _, c := range []struct {
		at   int
		into **reading
	}{{g.whole, &e.whole}, {g.low, &e.low}, {g.best, &e.best}, {g.high, &e.high}} {
		if c.at < 0 {
			continue
		}
		cell := rd.valued(c.at)
		r := rd.read(cell)
		*c.into = &r
		if r.problem != nil {
			rd.problem(c.at, r.problem)
			return f, false
		}
		if cell.Kind != table.Blank {
			texts, cells = append(texts, rd.row.Cell(c.at).Text), append(cells, c.at)
		}
	}
	r := e.join(g.zeroUnknown)
	if r.problem != nil {
		rd.problem(g.columns()[0], r.problem)
		return f, false
	}
	r = rd.qualified(r)
	if !r.count.Stated() {
		if r.why != "blank" && len(texts) > 0 {
			rd.say("%s: %s", q, r.why)
		}
		return f, false
	}
	return rd.claim(g, q, r, strings.Join(texts, "; "), rd.bound.Table.Places(rd.row.Number, cells...)), true
}

// read reads one cell of figures. What no person typed into this row alone is
// not a figure of it.
func (rd *rowReader) read(cell table.Cell) reading {
	switch {
	case cell.Formula && cell.Kind != table.Fault && rd.bound.Mapping.Formulas != "stored":
		return reading{problem: &casualty.Problem{Found: cell.Text + ", the stored result of a formula", Want: "a number that somebody typed: copy the column and paste it as values, or say \"formulas\": \"stored\" in the mapping"}}
	case cell.Merged != "":
		return reading{problem: &casualty.Problem{Found: cell.Text + ", merged over several rows (" + cell.Merged + ")", Want: "a figure for each row: undo the merge and say which row it belongs to"}}
	}
	return readCount(cell, rd.bound.Mapping.Decimal)
}

// qualified applies the row's column of qualifiers. A number that the table has
// brought to a floor already ("more than 20" as 21) is read as it stands.
func (rd *rowReader) qualified(r reading) reading {
	word := strings.ToLower(rd.text(qualifier))
	switch {
	case word == "unspecified" && !r.count.Stated():
		return reading{count: casualty.Count{Qualifier: casualty.Unspecified}}
	case word == "about" && r.count.Qualifier == casualty.Exact:
		r.count.Qualifier = casualty.About
	case (word == "at_least" || word == "at least") && r.count.Qualifier == casualty.Exact:
		r.count.Qualifier = casualty.AtLeastN
	}
	return r
}

func (rd *rowReader) claim(g group, q question, r reading, text, cells string) Figure {
	scope := q.scope
	switch {
	case scope == "" && rd.bound.Mapping.Incidents == "none":
		scope = casualty.Integrative // the number of a period, not of an incident
	case scope == "":
		scope = casualty.ThisIncident
	}
	if q.unit != "" && r.count.Unit == "" && r.count.Qualifier != casualty.None && r.count.Qualifier != casualty.Unspecified {
		r.count.Unit = q.unit
	}
	f := Figure{Name: g.String(), Source: g.source, Itself: g.origin == "itself", Part: -1}
	if g.source != "" || g.origin != "" {
		f.Name += " / " + g.source + " / " + g.origin
	}
	f.Claim = casualty.Claim{
		Harm: q.harm, Count: r.count, Population: q.population, Group: q.group, Severity: q.severity, Scope: scope,
		Quote: casualty.Quote{Text: text, Cell: cells}, Identified: r.identified,
		Claimant: rd.claimant, Said: casualty.Moment(rd.said), Day: rd.day, Days: rd.days,
		Place: rd.entry.Incident.Place.Name, Subset: q.part,
	}
	switch {
	case f.Itself:
		f.Claim.Claimant = ""
	case g.origin != "":
		f.Claim.Claimant = g.origin
	}
	return f
}

// part ties a figure of some people to that of all people, of the same harm, in
// the same row and from the same source.
func (rd *rowReader) part(i int, g group, at int, from map[int]int) {
	if g.population == "" && g.group == "" && !g.question.part {
		return
	}
	for j, other := range rd.bound.groups {
		whole, there := from[j]
		if !there || j == i || other.source != g.source || other.origin != g.origin || other.scope != g.scope || other.harm != g.harm {
			continue
		}
		if !other.question.part && other.population == "" && other.group == "" && other.severity == g.severity && other.unit == g.unit {
			rd.entry.Figures[at].Claim.Subset = true
			rd.entry.Figures[at].Part = whole
			return
		}
	}
}
