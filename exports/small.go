package exports

import (
	"slices"
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// Small counts. Hiding a number alone is not enough: 12 killed, of them 9 women,
// says that the others were 3; a mean of 6 beside a claim of 8 says that the other
// claim was 4. So an incident that holds a small number anywhere, or from whose
// numbers one can be told, shows nothing but its figures over all people by the
// headline method: as they are where they repeat one claim, coarsened where they
// are small, withheld where they were computed of several. Totals are summed of
// what is shown and of nothing else.

// A smallCount is the rule for one export. Numbers from 1 to under-1 are small.
type smallCount struct {
	under int // below 2: nothing is small
	small map[casualty.IncidentID]bool
	// undivided are the incidents of which a claim does not tell killed from injured:
	// what one figure shows, less the other, tells the rest.
	undivided map[casualty.IncidentID]bool
}

// smallCounts finds the incidents that the rule is for. tables are of every method
// that is shown.
func smallCounts(r casualty.Record, tables []aggregate.Table, under int) smallCount {
	s := smallCount{under, map[casualty.IncidentID]bool{}, map[casualty.IncidentID]bool{}}
	if !s.on() {
		return s
	}
	for _, t := range tables {
		for id, figures := range byIncident(t.Figures) {
			s.small[id] = s.small[id] || s.tells(figures)
		}
	}
	for _, c := range r.Claims {
		s.small[c.Incident] = s.small[c.Incident] || s.holds(c)
		s.undivided[c.Incident] = s.undivided[c.Incident] || c.Harm == casualty.Casualties
	}
	return s
}

func (s smallCount) on() bool { return s.under > 1 }

func (s smallCount) is(n int) bool { return n > 0 && n < s.under }

// in tells whether a bound of the range is small.
func (s smallCount) in(r casualty.Range) bool {
	low, _ := r.Low()
	highest, _ := r.Highest()
	return s.is(low) || s.is(highest)
}

// holds tells whether the claim's own number is small.
func (s smallCount) holds(c casualty.Claim) bool {
	n, _ := c.Count.Number()
	n2, _ := c.Count.Second()
	return s.is(n) || s.is(n2) || s.is(c.Identified) || c.Count.Qualifier == casualty.Unspecified
}

func byIncident(figures []aggregate.IncidentFigure) map[casualty.IncidentID][]aggregate.Figure {
	by := map[casualty.IncidentID][]aggregate.Figure{}
	for _, f := range figures {
		by[f.Incident.ID] = append(by[f.Incident.ID], f.Figure)
	}
	return by
}

// tells whether a small number stands in the figures of an incident, or is left
// when parts are taken from what they can be parts of.
func (s smallCount) tells(figures []aggregate.Figure) bool {
	for _, f := range figures {
		for _, r := range []casualty.Range{f.Range, f.Best, f.Span, f.Pending} {
			if s.in(r) {
				return true
			}
		}
		for _, u := range slices.Concat(f.Counted, f.SetAside) {
			if s.in(u.Coded) {
				return true
			}
		}
	}
	for _, whole := range figures {
		var lows, highs []int
		for _, part := range partsOf(whole.Question, figures) {
			lows, highs = append(lows, lowOf(part.Shown())), append(highs, highestOf(part.Shown()))
		}
		if s.left(lowOf(whole.Shown()), lows) || s.left(highestOf(whole.Shown()), highs) {
			return true
		}
	}
	return false
}

// left tells whether taking some of the parts from the whole leaves a small number.
// Beyond a dozen parts it is taken for granted.
func (s smallCount) left(whole int, parts []int) bool {
	if len(parts) > 12 {
		return true
	}
	for some := 1; some < 1<<len(parts); some++ {
		rest := whole
		for i, n := range parts {
			if some>>i&1 == 1 {
				rest -= n
			}
		}
		if s.is(rest) {
			return true
		}
	}
	return false
}

func lowOf(r casualty.Range) int     { n, _ := r.Low(); return n }
func highestOf(r casualty.Range) int { n, _ := r.Highest(); return n }

// partsOf are the figures whose people can be a part of the question's: of the same
// harm, and asked for more narrowly; of killed or injured undivided, both.
func partsOf(q aggregate.Question, figures []aggregate.Figure) (parts []aggregate.Figure) {
	within := func(whole, part string) bool { return whole == "" || whole == part }
	for _, f := range figures {
		p := f.Question
		undivided := q.Harm == casualty.Casualties && (p.Harm == casualty.Killed || p.Harm == casualty.Injured)
		if p != q && (p.Harm == q.Harm || undivided) && within(string(q.Population), string(p.Population)) && within(string(q.Group), string(p.Group)) && within(string(q.Severity), string(p.Severity)) {
			parts = append(parts, f)
		}
	}
	return parts
}

// table is what is shown of a table. Caps that several incidents share are left
// out: the cap of two, less the one that is shown, would tell the other.
func (s smallCount) table(t aggregate.Table, headline bool) aggregate.Table {
	if !s.on() {
		return t
	}
	t.Settings.Caps = nil
	t.Figures = each(t.Figures, func(row aggregate.IncidentFigure) aggregate.IncidentFigure {
		if s.small[row.Incident.ID] {
			row.Figure = s.figure(row.Figure, headline && !s.sumsWith(row))
		}
		return row
	})
	t.Totals, t.Beside = aggregate.TotalsBy(t), aggregate.Beside(t)
	return t
}

// withheld is the status of a figure that is not shown.
const withheld aggregate.Status = "withheld"

// sumsWith tells whether the figure is a part of one that others make up: of all
// people, or of killed or injured undivided.
func (s smallCount) sumsWith(row aggregate.IncidentFigure) bool {
	harm := row.Figure.Question.Harm
	divided := harm == casualty.Killed || harm == casualty.Injured
	return !row.Figure.Question.AllPeople() || harm == casualty.Casualties || divided && s.undivided[row.Incident.ID]
}

// figure is a figure of a small incident, as it is shown where it may be.
func (s smallCount) figure(f aggregate.Figure, may bool) aggregate.Figure {
	shown := may && s.repeats(f)
	if best := coarsened(f.Best, s.under); best != f.Best {
		if !f.Range.Stated() {
			f.Range = best
		}
		f.Best = casualty.Range{}
	}
	f.Range = coarsened(f.Range, s.under)
	if !shown && f.Settled() {
		f.Range, f.Best, f.NoFloor, f.Status, f.Problems = casualty.Range{}, casualty.Range{}, false, withheld, nil
	}
	f.Span, f.Pending = casualty.Range{}, casualty.Range{}
	f.Counted, f.SetAside = uncoded(f.Counted), uncoded(f.SetAside)
	return f
}

func uncoded(uses []aggregate.Use) []aggregate.Use {
	return each(uses, func(u aggregate.Use) aggregate.Use { u.Coded = casualty.Range{}; return u })
}

// repeats tells whether each bound of the figure is small, or a number that one of
// its claims names: it was not computed of several.
func (s smallCount) repeats(f aggregate.Figure) bool {
	named := func(n int) bool {
		return n == 0 || s.is(n) || slices.ContainsFunc(f.Counted, func(u aggregate.Use) bool { return lowOf(u.Coded) == n || highestOf(u.Coded) == n })
	}
	for _, r := range []casualty.Range{f.Range, f.Best} {
		if !named(lowOf(r)) || !named(highestOf(r)) {
			return false
		}
	}
	return true
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

// claims takes words and quotes from the claims of small incidents, from those that
// no incident holds, from running totals and totals of a period, and from whatever
// is quoted from the same sentences.
func (s smallCount) claims(claims []casualty.Claim) []casualty.Claim {
	if !s.on() {
		return claims
	}
	taken := map[casualty.DocumentID][]casualty.Quote{}
	hides := func(c casualty.Claim) bool {
		return c.Incident == "" || s.small[c.Incident] || c.Scope != casualty.ThisIncident && c.Scope != "" || s.holds(c)
	}
	for _, c := range claims {
		if hides(c) {
			taken[c.Document] = append(taken[c.Document], c.Quote)
		}
	}
	return each(claims, func(c casualty.Claim) casualty.Claim {
		if hides(c) {
			c.Count, c.Identified = casualty.Count{Word: string(withheld)}, 0
		}
		if slices.ContainsFunc(taken[c.Document], func(q casualty.Quote) bool { return sameWords(q, c.Quote) }) {
			c.Quote, c.Claimant = casualty.Quote{}, ""
		}
		return c
	})
}

// sameWords tells whether two quotes of a document share words.
func sameWords(a, b casualty.Quote) bool {
	return a.Start < b.End && b.Start < a.End || strings.Contains(a.Text, b.Text) || strings.Contains(b.Text, a.Text)
}

// withheldWords say why a number is not shown.
const withheldWords = "withheld: a small number could be told from it"

// wording is the count as worded, or that it is withheld.
func (c *content) wording(count casualty.Count) string {
	if !count.Stated() && count.Word == string(withheld) {
		return c.say(withheldWords)
	}
	if count.Word == vagueWord {
		count.Word = c.say(vagueWord)
	}
	if count.Qualifier == casualty.Vague && count.Unit == casualty.Families {
		return c.say("%s families", count.Word)
	}
	if count.Qualifier == casualty.Vague {
		return count.String() // the source's word, or its code
	}
	return c.tell(count.String())
}
