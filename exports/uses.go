package exports

import (
	"iter"
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// A figure is one row of the sheet Figures.
type figure struct {
	*aggregate.IncidentFigure
	id    string
	row   int   // on the sheet Figures, from 0
	first int   // its first row on the sheet Claims, from 0
	uses  []use // the rows there
	rule  rule  // how the cells can be formulas; none: values
}

// A use is one row of the sheet Claims: a claim, the figure it was asked for,
// and what became of it there.
type use struct {
	claim  *casualty.Claim
	figure *figure        // nil: the claim was asked for no figure
	of     *aggregate.Use // nil where figure is
	coded  casualty.Range // what the lexicon makes of the words, also where the claim was set aside before that: a reader who counts it needs the number
}

// counted tells whether the figure counts the claim.
func (u *use) counted() bool { return u.figure != nil && u.of.Reason == "" }

// what is what became of the claim; empty where it was asked for no figure.
func (u *use) what() aggregate.Use {
	if u.of == nil {
		return aggregate.Use{}
	}
	return *u.of
}

// lay lays out the rows of the sheets Figures and Claims. They can be a million: each
// kind is one block of memory.
func (c *content) lay() {
	claims := registerOf(c.shown.Claims, func(x *casualty.Claim) casualty.ClaimID { return x.ID }).at
	asked, left := 0, len(c.shown.Claims)
	known := make([]bool, left)
	for i := range c.table.Figures {
		for u := range inOrder(&c.table.Figures[i].Figure) {
			if at := claims[u.Claim]; !known[at] {
				known[at] = true
				left--
			}
			asked++
		}
	}
	c.figures, c.claims = make([]figure, len(c.table.Figures)), make([]use, 0, asked+left)
	for i := range c.figures {
		f, row := &c.figures[i], &c.table.Figures[i]
		*f = figure{IncidentFigure: row, id: figureID(*row), row: i, first: len(c.claims)}
		for u := range inOrder(&row.Figure) {
			claim := &c.shown.Claims[claims[u.Claim]]
			c.claims = append(c.claims, use{claim, f, u, c.coded(u, claim)})
		}
		f.uses = c.claims[f.first:len(c.claims):len(c.claims)]
		f.rule = ruleFor(f)
	}
	for i := range c.shown.Claims {
		if !known[i] {
			c.claims = append(c.claims, use{claim: &c.shown.Claims[i]})
		}
	}
}

// coded is what the lexicon makes of a claim's words.
func (c *content) coded(u *aggregate.Use, claim *casualty.Claim) casualty.Range {
	if u.Coded.Stated() {
		return u.Coded
	}
	coded, _ := c.table.Method.Lexicon.Code(claim.Harm, claim.Count, c.options.Settings.Economy)
	return coded
}

// inOrder are all uses of a figure: what was counted, then what was set aside.
func inOrder(f *aggregate.Figure) iter.Seq[*aggregate.Use] {
	return func(yield func(*aggregate.Use) bool) {
		for _, list := range [][]aggregate.Use{f.Counted, f.SetAside} {
			for i := range list {
				if !yield(&list[i]) {
					return
				}
			}
		}
	}
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
	return c.say(string(q.Harm)) + c.mark(":") + strings.Join(parts, c.mark(","))
}

// told says why a claim was counted, set aside or not asked.
func (c *content) told(u *use) string {
	if u.figure == nil {
		return c.outside(u.claim)
	}
	return c.why(*u.of)
}

func (c *content) why(u aggregate.Use) string {
	if u.Reason == "" {
		return c.say("counted")
	}
	if u.By != "" {
		return c.say(u.Reason.Sentence()) + c.mark(":") + string(u.By)
	}
	return c.say(u.Reason.Sentence())
}

// outside says why a claim was asked for no figure.
func (c *content) outside(claim *casualty.Claim) string {
	switch {
	case claim.Erased != "":
		return c.say("erased") + c.mark(":") + c.erasedWhy(claim.Erased)
	case claim.Status == casualty.Suggested:
		return c.say("not confirmed by a person: enters no figure")
	case claim.Status == casualty.Rejected:
		return c.say("rejected by the person who reviewed it")
	case claim.Incident == "":
		return c.say("linked to no incident")
	}
	return c.say("no figure asks for it")
}
