package aggregate

import (
	"slices"
	"strings"

	"tollbook/casualty"
)

// TotalsBy adds the table's figures up: a total for each harm and each key of
// the breakdowns, in the order of the keys. Without a breakdown it is a total
// for each harm. Only the grades that the settings put in the headline are in
// it; [Beside] are the others.
func TotalsBy(t Table, by ...By) []Total {
	return totalsOf(t, by, func(g casualty.Grade) bool { return t.Settings.headlines(g) })
}

// Beside are the totals of the incidents whose grade is not in the headline.
func Beside(t Table, by ...By) []Total {
	return totalsOf(t, by, func(g casualty.Grade) bool { return !t.Settings.headlines(g) })
}

func (s Settings) headlines(g casualty.Grade) bool {
	return len(s.Grades) == 0 || slices.Contains(s.Grades, g)
}

func totalsOf(t Table, by []By, in func(casualty.Grade) bool) []Total {
	sums := newSums(t.Settings, by)
	for figures := range perIncident(t.Figures) {
		if in(figures[0].Incident.Grade) {
			sums.add(figures)
		}
	}
	return sums.totals()
}

// leftovers are the keys that come last in a table, and how those begin that name a
// place or a date besides.
var leftovers = [][2]string{
	{SpansPeriods, SpansPeriods + " in "}, {Unallocated, Unallocated + " in "}, {Undetermined, Undetermined + " in "},
	{NotGraded, NotGraded + " in "}, {NotStatedKey, NotStatedKey + " in "},
}

func compareKeys(a, b string) int {
	rest := func(key string) int {
		return slices.IndexFunc(leftovers, func(words [2]string) bool { return key == words[0] || strings.HasPrefix(key, words[1]) })
	}
	if ra, rb := rest(a), rest(b); ra != rb {
		return ra - rb
	}
	return strings.Compare(a, b)
}

// asks tells whether a question is one that the breakdowns add up: all people,
// or the people of one group or population where that is broken down by.
func asks(q Question, by []By) bool {
	group, population := slices.Contains(by, ByGroup), slices.Contains(by, ByPopulation)
	return q.Severity == "" && group == (q.Group != "") && population == (q.Population != "")
}

// sharesOf lays a figure under the keys of all breakdowns together: "2025-01 /
// Kharkiv".
func sharesOf(f *IncidentFigure, by []By, rule PeriodRule) []share {
	shares := []share{{"", &f.Figure}}
	for _, b := range by {
		var next []share
		for _, outer := range shares {
			for _, inner := range b.shares(&f.Incident, outer.figure, rule) {
				next = append(next, share{joinKeys(outer.key, inner.key), inner.figure})
			}
		}
		shares = next
	}
	return shares
}

// Under are the keys, as a [Total] names them, under which breakdowns count a
// figure: those that lead from a total back to its incidents.
func (f IncidentFigure) Under(s Settings, by ...By) []string {
	var keys []string
	for _, share := range sharesOf(&f, by, s.Periods) {
		keys = append(keys, keyWords(share.key))
	}
	return keys
}
