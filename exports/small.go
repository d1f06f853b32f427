package exports

import (
	"tollbook/aggregate"
	"tollbook/casualty"
)

// smallCounts coarsens every figure of a table and adds the totals up again from
// what is left. Because totals, groups and live formulas are made of the
// coarsened figures and of nothing else, subtracting one cell from another, or
// one release from the next, gives back coarsened numbers only.
func smallCounts(t aggregate.Table, k int) aggregate.Table {
	if k < 2 {
		return t
	}
	t.Figures = each(t.Figures, func(row aggregate.IncidentFigure) aggregate.IncidentFigure {
		row.Figure = smallFigure(row.Figure, k)
		return row
	})
	t.Totals, t.Beside = aggregate.TotalsBy(t), aggregate.Beside(t)
	return t
}

// smallFigure is the figure with its small numbers as ranges. A single number
// that is small is shown as a range; the method then has no best.
func smallFigure(f aggregate.Figure, k int) aggregate.Figure {
	if best := coarsened(f.Best, k); best != f.Best {
		if !f.Range.Stated() {
			f.Range = best
		}
		f.Best = casualty.Range{}
	}
	f.Range, f.Span, f.Pending = coarsened(f.Range, k), coarsened(f.Span, k), coarsened(f.Pending, k)
	f.Counted, f.SetAside = smallUses(f.Counted, k), smallUses(f.SetAside, k)
	return f
}

func smallUses(uses []aggregate.Use, k int) []aggregate.Use {
	return each(uses, func(u aggregate.Use) aggregate.Use { u.Coded = coarsened(u.Coded, k); return u })
}

// coarsened moves a bound from 1 to k-1 outward: a low to 1, a high to k-1.
func coarsened(r casualty.Range, k int) casualty.Range {
	if k < 2 || !r.Stated() {
		return r
	}
	low, floor := r.Low()
	top, _ := r.Highest()
	if low > 0 && low < k {
		low = 1
	}
	if top > 0 && top < k {
		top = k - 1
	}
	switch {
	case r.Open():
		return casualty.AtLeastUpTo(low, top)
	case !floor:
		return casualty.AtMost(top)
	}
	return casualty.Between(low, top)
}

// withheld marks the count of a claim whose number is too small to be shown.
const withheld = "withheld"

// smallClaims takes the words from claims whose number is small: the quote says it.
func smallClaims(claims []casualty.Claim, k int) []casualty.Claim {
	if k < 2 {
		return claims
	}
	return each(claims, func(c casualty.Claim) casualty.Claim {
		n, one := c.Count.Number()
		n2, two := c.Count.Second()
		if one && n > 0 && n < k || two && n2 > 0 && n2 < k {
			c.Count = casualty.Count{Word: withheld}
			c.Quote = casualty.Quote{}
		}
		if c.Identified > 0 && c.Identified < k {
			c.Identified = 0
		}
		return c
	})
}

// wording is the count as worded, or that it is withheld.
func (c *content) wording(count casualty.Count) string {
	if !count.Stated() && count.Word == withheld {
		return c.say("a small number, withheld")
	}
	if count.Qualifier == casualty.Vague {
		return count.String() // the source's word, or its code
	}
	return c.tell(count.String())
}
