package server

import (
	"net/url"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// A totalRow is one sum as a table shows it. Every number has the address of its
// incidents.
type totalRow struct {
	Key     string // empty: of all
	Total   aggregate.Total
	None    bool // no incident: this does not say that nobody was harmed
	Low     string
	Best    string
	High    string
	Words   string
	To      string // the incidents that it counts
	Compare *aggregate.Total
	Apart   string // how far the two are apart
}

// Only is the address of the incidents of the row that an item of its panel counts.
func (r totalRow) Only(only string) string {
	address, err := url.Parse(r.To)
	if err != nil {
		return r.To
	}
	q := address.Query()
	q.Set("only", only)
	address.RawQuery = q.Encode()
	return address.String()
}

// totalRowOf writes a sum as numbers with their words: a bound that is not known
// is never 0.
func totalRowOf(t aggregate.Total, to string) totalRow {
	row := totalRow{Key: t.Key, Total: t, Words: t.String(), To: to, None: t.Incidents == 0}
	shown := aggregate.AsStated(t.Shown(), t.NoFloor > 0)
	if low, ok := shown.Low(); ok {
		row.Low = casualty.Exactly(low).String()
	}
	if top, ok := shown.Highest(); ok {
		row.High = casualty.Exactly(top).String()
		if shown.Open() {
			row.High = casualty.AtLeast(top).String()
		}
	}
	if t.Best.Stated() && t.Range.Stated() {
		row.Best = t.Best.String()
	}
	return row
}

// apart says how far two sums lie apart.
func (r totalRow) apart() string {
	if r.Compare == nil {
		return ""
	}
	a := aggregate.AsStated(r.Total.Shown(), r.Total.NoFloor > 0)
	b := aggregate.AsStated(r.Compare.Shown(), r.Compare.NoFloor > 0)
	switch {
	case !a.Stated() && !b.Stated():
		return ""
	case !a.Stated() || !b.Stated():
		return "only one of them has a figure"
	case a == b:
		return "the same"
	}
	la, _ := a.Low()
	lb, _ := b.Low()
	ta, _ := a.Highest()
	tb, _ := b.Highest()
	words := "lows " + casualty.Exactly(distance(la, lb)).String() + " apart, highest numbers " + casualty.Exactly(distance(ta, tb)).String()
	if a.Open() != b.Open() {
		words += ", one is open above"
	}
	return words
}

func distance(a, b int) int { return max(a-b, b-a) }
