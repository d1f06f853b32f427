package server

import (
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/store"
)

// compare adds the same up by another method, or as of another day.
func (p *totalsPage) compare(v *visit, a adding, c choosing, w within, by string) error {
	q := v.request.URL.Query()
	method, day := q.Get("with"), strings.TrimSpace(q.Get("with_as_of"))
	p.WithDay = day
	p.WithPick = methodChoices(nil)
	for i := range p.WithPick {
		p.WithPick[i].Chosen = p.WithPick[i].Name == method
	}
	if method == "" && day == "" {
		return nil
	}
	other, b, err := v.comparedWith(method, day, c, w, by)
	if err != nil {
		return err
	}
	p.Other = named(b.sums.Method.String())
	if day != "" {
		p.Other = say(v.lang, "%s, as of %s", p.Other, day)
	}
	p.beside(b)
	q.Set("why", "1")
	p.WhyTo = "/totals?" + q.Encode() + "#why"
	if v.request.URL.Query().Get("why") != "" {
		p.Why, err = v.whyChanged(a, other, b)
	}
	return err
}

// comparedWith adds the same up by another method, or as of another day, or both.
func (v *visit) comparedWith(method, day string, c choosing, w within, by string) (other *visit, b adding, err error) {
	copied := *v
	if day != "" {
		at, err := store.ParseAt(day)
		if err != nil {
			return nil, b, casualty.At("with_as_of", err)
		}
		copied.at, copied.shows = at, nil
	}
	if method != "" {
		c.Method = []string{method}
	}
	b, err = copied.adding(c, w, by)
	return &copied, b, err
}

// beside puts the sums of the comparison into the rows; a row that only one side
// has stays without a number on the other.
func (p *totalsPage) beside(b adding) {
	type of struct {
		key      string
		question aggregate.Question
	}
	at := map[of]int{}
	for i, r := range p.Rows {
		if r.None {
			r.Total.Question = p.Question
		}
		at[of{r.Key, r.Total.Question}] = i
	}
	for _, t := range b.rows() {
		i, ok := at[of{t.Key, t.Question}]
		if !ok {
			p.Rows, i = append(p.Rows, totalRow{Key: t.Key, None: true, Total: aggregate.Total{Question: t.Question}}), len(p.Rows)
		}
		p.Rows[i].Compare = &t
	}
	whole := b.whole()
	p.Total.Compare = &whole
}
