package exports

import (
	"fmt"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// The cells of a figure: formulas over the claims where the method can be a
// formula, values where not. Either way the number in the cell is ours.

// cell is a live cell where the figure's rule is one of those given.
func (c *content) cell(f *figure, value any, formula func(formulas) string, in ...rule) any {
	over, live := c.formulas(f)
	for _, r := range in {
		if live && f.rule == r {
			return alive(value, formula(over))
		}
	}
	return value
}

// alive is a formula with its value. A blank is an empty text: a formula cannot
// leave its cell empty.
func alive(value any, formula string) sheet.Cell {
	c := sheet.Cell{Look: sheet.Number, Value: value, Formula: formula}
	switch value {
	case nil:
		c.Value = ""
	case yesNo(true), yesNo(false):
		c.Look = sheet.Flag
	default:
		if _, text := value.(string); text {
			c.Look = sheet.Code
		}
	}
	return c
}

func (c *content) low(f *figure) any {
	low, stated := f.Figure.Range.Low()
	if lowBasis(f.Figure) == "no_floor" {
		stated = false // the method's 0 is nobody's word
	}
	return c.cell(f, number(low, stated), func(o formulas) string { return o.orBlank(o.lowest()) }, rangeRule)
}

// basis says what kind of low it is.
func (c *content) basis(f *figure) any {
	if lowBasis(f.Figure) == "" {
		return nil
	}
	return c.cell(f, lowBasis(f.Figure), func(formulas) string {
		low := c.own(f, "Low")
		return fmt.Sprintf("IF(%s=\"\",\"\",IF(%s=\"\",\"no_floor\",IF(%s=0,\"reported_zero\",\"stated\")))", c.own(f, "Highest"), low, low)
	}, rangeRule)
}

func (c *content) best(f *figure) any {
	return c.cell(f, number(f.Figure.Best.Low()), func(o formulas) string { return o.orBlank(o.smallest(o.high, stated(o.high))) }, smallestRule)
}

func (c *content) high(f *figure) any {
	return c.cell(f, number(f.Figure.Range.High()), func(o formulas) string {
		return o.orBlank(fmt.Sprintf("IF(%s=\"yes\",\"\",%s)", c.own(f, "Open"), o.largest(o.high)))
	}, rangeRule)
}

func (c *content) open(f *figure) any {
	if !f.Figure.Settled() {
		return nil
	}
	value := yesNo(f.Figure.Shown().Open())
	if f.rule == smallestRule {
		// The smallest number is open where only floors state it.
		return c.cell(f, value, func(o formulas) string {
			best := c.own(f, "Best")
			return o.orBlank(fmt.Sprintf("IF(%s>0,\"no\",\"yes\")", o.count(is(o.high, best), is(o.open, sheet.Literal("no")))))
		}, smallestRule)
	}
	return c.cell(f, value, func(o formulas) string { return o.orBlank(o.isOpen()) }, rangeRule)
}

func (c *content) highest(f *figure) any {
	value := number(f.Figure.Shown().Highest())
	if f.rule == smallestRule {
		return c.cell(f, value, func(o formulas) string { return o.orBlank(o.smallest(o.high, stated(o.high))) }, smallestRule)
	}
	return c.cell(f, value, func(o formulas) string { return o.orBlank(o.largest(o.high)) }, rangeRule)
}

// words says the figure: "5 to 12 or more".
func (c *content) words(f *figure) any {
	value := c.tell(figureWords(f.Figure))
	low := c.own(f, "Low")
	if f.rule == smallestRule {
		low = c.own(f, "Best")
	}
	cell, ok := c.cell(f, value, func(formulas) string {
		high := c.own(f, "Highest")
		return fmt.Sprintf("IF(%s=\"\",%s,%s)", high, c.spoken("no figure"), c.inWords(low, high, c.own(f, "Open")))
	}, rangeRule, smallestRule).(sheet.Cell)
	if !ok {
		return value
	}
	cell.Look = sheet.Strong
	return cell
}

// inFull says a figure as [casualty.Range.String] does, but for a low that nobody
// stated, which is not said.
func inFull(f aggregate.Figure) string {
	highest, _ := f.Shown().Highest()
	switch basis := lowBasis(f); {
	case basis == "method_zero" && highest == 0:
		return aggregate.OwnZero
	case basis != "no_floor" || !f.Range.Stated():
		return f.Shown().String()
	case f.Shown().Open():
		return "no floor stated, no upper bound"
	}
	return casualty.AtMost(highest).String()
}

// inWords is the formula that says what inFull says.
func (c *content) inWords(low, highest, open string) string {
	isOpen := open + "=\"yes\""
	return fmt.Sprintf("IF(%s=\"\",IF(%s,%s,%s),IF(%s=%s,IF(%s,%s,%s),IF(%s,%s,%s)))",
		low, isOpen, c.spoken("no floor stated, no upper bound"), c.spoken("up to %s", highest),
		low, highest, isOpen, c.spoken("%s or more", low), c.spelled(low),
		isOpen, c.spoken("%s to %s or more", low, highest), c.spoken("%s to %s", low, highest))
}

// own names another cell of the figure's own row.
func (c *content) own(f *figure, heading string) string {
	return c.at[figuresSheet].Cell(heading, f.row)
}

// tally counts the figure's claims on the sheet Claims.
func (c *content) tally(f *figure, counted string, value int) any {
	over, live := c.formulas(f)
	if !live {
		return value
	}
	claims := c.at[claimsSheet]
	from, to := 0, len(c.claims)-1
	if over.guard != "" {
		from, to = f.first, f.first+len(f.uses)-1
	}
	return alive(value, over.guarded(fmt.Sprintf("COUNTIFS(%s,%s,%s,%s)",
		claims.Range("Figure", from, to), over.own, claims.Range("Counted", from, to), sheet.Literal(counted))))
}

// computed says whether a reader's change of the claims reaches the figure.
func (c *content) computed(f *figure) string {
	_, live := c.formulas(f)
	switch {
	case live && f.rule != "":
		return c.say("live formula")
	case !live:
		return c.say("value: this workbook holds no claims that formulas could use")
	case !f.Figure.Settled():
		return c.say("value: there is no figure")
	case rules[c.table.Method.Name] == "":
		return c.say("value: the method cannot be a formula")
	}
	return c.say("value: these claims need more than a formula can do")
}

// toClaims leads from a figure to the first of its claims.
func (c *content) toClaims(f *figure) any {
	if len(f.uses) == 0 {
		return nil
	}
	return c.link(claimsSheet, "Figure", f.id, f.first, c.say("claims: %s", c.count(len(f.uses))))
}

// link is a formula that leads to a row of another sheet. In a workbook that may
// be sorted it looks the row up; in a large one it names the row; beyond the
// limits, or where the sheet is left out, it is the text alone.
func (c *content) link(to, heading, key string, row int, text string) any {
	target, ok := c.at[to]
	if !ok || len(c.claims) > liveClaims {
		return text
	}
	place := sheet.Literal(fmt.Sprintf("#%s!A%d", sheet.Quoted(target.Name), target.First()+row))
	if len(c.claims) <= sortableClaims {
		place = fmt.Sprintf("\"#%s!A\"&(%d+MATCH(%s,%s,0))", sheet.Quoted(target.Name), target.Head(), sheet.Literal(key), target.All(heading))
	}
	return sheet.Cell{Look: sheet.Anchor, Value: text, Formula: fmt.Sprintf("HYPERLINK(%s,%s)", place, sheet.Literal(text))}
}
