package server

import (
	"tollbook/aggregate"
	"tollbook/casualty"
)

// A figuresPage lays the figures of all incidents side by side, one column a
// method, with what each counted and set aside.
type figuresPage struct {
	basePage
	Recorded, Head        string // of the journal's head
	Methods               []string
	Incidents             []incidentBlock
	Totals                []totalRow
	Unconfirmed, Unlinked int
}

func (figuresPage) template() string { return "figures" }

type incidentBlock struct {
	Incident casualty.Incident
	Rows     []figureRow
}

type figureRow struct {
	Question string
	Span     string
	Cells    []figureCell
}

// A figureCell is one figure by one method.
type figureCell struct {
	Method, Words     string
	Problems          []string
	Counted, SetAside []useRow
}

type useRow struct{ Claim, Words, Quote, Where, Coded, Why string }

type totalRow struct {
	Question string
	Cells    []totalCell
}

type totalCell struct {
	Words                             string
	Incidents, Unknown, Open, NoFloor int
}

func figuresPageOf(v *visit) (page, error) {
	r, err := v.whole()
	if err != nil {
		return nil, err
	}
	shown, err := v.record()
	if err != nil {
		return nil, err
	}
	p := figuresPage{basePage: v.base("Incidents"), Recorded: string(r.AsOf), Head: r.Head}
	tables := make([]aggregate.Table, len(v.Methods))
	for i, m := range v.Methods {
		tables[i] = aggregate.Tabulate(r, m, v.settings(r))
		p.Methods = append(p.Methods, m.Name)
	}
	p.Unconfirmed, p.Unlinked = tables[0].Unconfirmed, tables[0].Unlinked
	p.fill(newQuotes(shown), tables)
	return p, nil
}

// settings are what the methods need beside the claims. A book with accounts is no
// book of one person.
func (v *visit) settings(r casualty.Record) aggregate.Settings {
	return aggregate.Settings{AsOf: r.AsOf, SinglePerson: v.Open}
}

func (p *figuresPage) fill(q quotes, tables []aggregate.Table) {
	for row, f := range tables[0].Figures {
		if n := len(p.Incidents); n == 0 || p.Incidents[n-1].Incident.ID != f.Incident.ID {
			p.Incidents = append(p.Incidents, incidentBlock{Incident: f.Incident})
		}
		line := figureRow{Question: f.Figure.Question.Words(), Span: f.Figure.Span.String()}
		for _, t := range tables {
			line.Cells = append(line.Cells, q.cell(t.Figures[row].Figure, t.Method.Name))
		}
		block := &p.Incidents[len(p.Incidents)-1]
		block.Rows = append(block.Rows, line)
	}
	for row, total := range tables[0].Totals {
		line := totalRow{Question: total.Question.Words()}
		for _, t := range tables {
			x := t.Totals[row]
			line.Cells = append(line.Cells, totalCell{x.String(), x.Incidents, x.Unknown, x.OpenParts, x.NoFloor})
		}
		p.Totals = append(p.Totals, line)
	}
}

// quotes finds the words behind a claim.
type quotes struct {
	claims    map[casualty.ClaimID]casualty.Claim
	documents map[casualty.DocumentID]casualty.Document
}

func newQuotes(r casualty.Record) quotes {
	q := quotes{map[casualty.ClaimID]casualty.Claim{}, map[casualty.DocumentID]casualty.Document{}}
	for _, c := range r.Claims {
		q.claims[c.ID] = c
	}
	for _, d := range r.Documents {
		q.documents[d.ID] = d
	}
	return q
}

func (q quotes) cell(f aggregate.Figure, method string) figureCell {
	cell := figureCell{Method: method, Words: f.Words()}
	for _, p := range f.Problems {
		cell.Problems = append(cell.Problems, p.Sentence())
	}
	for _, u := range f.Counted {
		cell.Counted = append(cell.Counted, q.use(u))
	}
	for _, u := range f.SetAside {
		cell.SetAside = append(cell.SetAside, q.use(u))
	}
	return cell
}

func (q quotes) use(u aggregate.Use) useRow {
	c := q.claims[u.Claim]
	row := useRow{
		Claim: string(c.ID), Words: string(c.Harm) + " " + c.Count.String(), Quote: c.Quote.Text,
		Where: q.documents[c.Document].Name,
	}
	if u.Coded.Stated() {
		row.Coded = u.Coded.String()
	}
	if u.Reason != "" {
		row.Why = u.Reason.Sentence()
	}
	if u.By != "" {
		row.Why += " (" + string(u.By) + ")"
	}
	return row
}
