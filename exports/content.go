package exports

import (
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// content is what the tables show: the figures, the claims behind each of them,
// and the records they refer to. The figures come from the whole record; what is
// shown comes from what the profile leaves of it.
type content struct {
	options Options
	shown   casualty.Record
	redact  redaction
	small   smallCount
	table   aggregate.Table   // of the headline method
	tables  []aggregate.Table // of every method, the headline first
	figures []*figure
	claims  []*use // every row of the sheet Claims

	documents map[casualty.DocumentID]casualty.Document
	sources   map[casualty.SourceID]casualty.Source
	origins   map[casualty.OriginID]casualty.Origin
	incidents map[casualty.IncidentID]casualty.Incident
	reports   map[casualty.ReportID]casualty.Report
	position  map[string]int // row of a document or an incident on its sheet

	at        map[string]sheet.Layout // the sheets that are in this workbook
	changes   []change
	phrases   map[string]string // fixed texts in the workbook's language; none: English
	missing   []string          // texts without a translation
	sheetRows int               // how many rows of a table fit a sheet
	cut       []string          // cells that had to be cut, in the order met
	// whole: texts are for an outlet that takes them whole.
	whole bool
}

// A figure is one row of the sheet Figures.
type figure struct {
	*aggregate.IncidentFigure
	id          string
	first, rows int // its rows on the sheet Claims, from 0
	uses        []*use
	rule        rule // how the cells can be formulas; none: values
}

// A use is one row of the sheet Claims: a claim, the figure it was asked for,
// and what became of it there.
type use struct {
	claim  *casualty.Claim
	figure *figure // nil: the claim was asked for no figure
	use    aggregate.Use
	why    string // in words
}

// counted tells whether the figure counts the claim.
func (u *use) counted() bool { return u.figure != nil && u.use.Reason == "" }

func gather(r casualty.Record, o Options) *content { return gatherIn(r, o, wordsIn(o.Language)) }

// gatherIn gathers with these fixed texts.
func gatherIn(r casualty.Record, o Options, phrases map[string]string) *content {
	c := &content{options: o, at: map[string]sheet.Layout{}, position: map[string]int{}, phrases: phrases, sheetRows: sheetRows}
	c.shown, c.redact = profile(r, o.Profile)
	for _, m := range o.Methods {
		c.tables = append(c.tables, aggregate.Tabulate(r, m, o.Settings))
	}
	c.small = smallCounts(r, c.tables, o.SmallCounts)
	for i, t := range c.tables {
		c.tables[i] = c.small.table(t, i == 0)
	}
	c.since(r)
	c.shown.Claims = c.small.claims(c.shown.Claims)
	c.index()
	for _, t := range c.tables {
		for i := range t.Figures { // what is grouped by is what is shown
			t.Figures[i].Incident = c.incidents[t.Figures[i].Incident.ID]
		}
	}
	c.table = c.tables[0]
	claims := make(map[casualty.ClaimID]*casualty.Claim, len(c.shown.Claims))
	for i := range c.shown.Claims {
		claims[c.shown.Claims[i].ID] = &c.shown.Claims[i]
	}
	asked := map[casualty.ClaimID]bool{}
	for i := range c.table.Figures {
		row := &c.table.Figures[i]
		f := &figure{IncidentFigure: row, id: figureID(*row), first: len(c.claims)}
		for _, u := range inOrder(row.Figure) {
			asked[u.Claim] = true
			f.uses = append(f.uses, &use{claim: claims[u.Claim], figure: f, use: c.coded(u, claims[u.Claim]), why: c.why(u)})
		}
		f.rows = len(f.uses)
		f.rule = ruleFor(f)
		c.figures, c.claims = append(c.figures, f), append(c.claims, f.uses...)
	}
	for i := range c.shown.Claims {
		if claim := &c.shown.Claims[i]; !asked[claim.ID] {
			c.claims = append(c.claims, &use{claim: claim, why: c.outside(claim)})
		}
	}
	return c
}

// index makes the tables by which one record finds another.
func (c *content) index() {
	c.documents = map[casualty.DocumentID]casualty.Document{}
	for i, d := range c.shown.Documents {
		c.documents[d.ID], c.position[string(d.ID)] = d, i
	}
	c.sources = map[casualty.SourceID]casualty.Source{}
	for _, s := range c.shown.Sources {
		c.sources[s.ID] = s
	}
	c.origins = map[casualty.OriginID]casualty.Origin{}
	for _, o := range c.shown.Origins {
		c.origins[o.ID] = o
	}
	c.incidents = map[casualty.IncidentID]casualty.Incident{}
	for i, in := range c.shown.Incidents {
		c.incidents[in.ID], c.position[string(in.ID)] = in, i
	}
	c.reports = map[casualty.ReportID]casualty.Report{}
	for _, r := range c.shown.Reports {
		c.reports[r.ID] = r
	}
}

// coded is the use with what the lexicon makes of the words, also where the
// claim was set aside before it was coded: a reader who counts it needs the number.
func (c *content) coded(u aggregate.Use, claim *casualty.Claim) aggregate.Use {
	if !u.Coded.Stated() {
		u.Coded, _ = c.table.Method.Lexicon.Code(claim.Harm, claim.Count, c.options.Settings.Economy)
	}
	return u
}

// inOrder are all uses of a figure: what was counted, then what was set aside.
func inOrder(f aggregate.Figure) []aggregate.Use {
	return append(append([]aggregate.Use{}, f.Counted...), f.SetAside...)
}

// figureID names a figure for people and machines: "i1.killed", "i1.killed.civilians.women".
func figureID(row aggregate.IncidentFigure) string {
	q := row.Figure.Question
	parts := []string{string(row.Incident.ID)}
	for _, part := range []string{string(q.Harm), string(q.Population), string(q.Group), string(q.Severity)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ".")
}

// question says in words what a figure asks: "killed", "injured: civilians, women".
func (c *content) question(q aggregate.Question) string {
	var parts []string
	for _, part := range []string{string(q.Population), string(q.Group), string(q.Severity)} {
		if part != "" {
			parts = append(parts, c.say(strings.ReplaceAll(part, "_", " ")))
		}
	}
	if len(parts) == 0 {
		return c.say(string(q.Harm))
	}
	return c.say(string(q.Harm)) + ": " + strings.Join(parts, ", ")
}

func (c *content) why(u aggregate.Use) string {
	if u.Reason == "" {
		return c.say("counted")
	}
	if u.By != "" {
		return c.say(u.Reason.Sentence()) + ": " + string(u.By)
	}
	return c.say(u.Reason.Sentence())
}

// outside says why a claim was asked for no figure.
func (c *content) outside(claim *casualty.Claim) string {
	switch {
	case claim.Erased != "":
		return c.say("erased") + ": " + claim.Erased
	case claim.Status == casualty.Suggested:
		return c.say("not confirmed by a person: enters no figure")
	case claim.Status == casualty.Rejected:
		return c.say("rejected by the person who reviewed it")
	case claim.Incident == "":
		return c.say("linked to no incident")
	}
	return c.say("no figure asks for it")
}
