package aggregate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tollbook/casualty"
)

// By is what totals are broken down by.
type By string

// The breakdowns. A figure stands under each perpetrator and each source that it
// has, so those keys need not add up to the total; see [Total.Shared].
const (
	ByDay         By = "day"
	ByMonth       By = "month"
	ByQuarter     By = "quarter"
	ByYear        By = "year"
	ByCountry     By = "country"
	ByAdmin1      By = "admin1"
	ByAdmin2      By = "admin2"
	ByHarm        By = "harm" // totals are always by harm; alone it is the plain total
	ByGroup       By = "group"
	ByPopulation  By = "population"
	ByCause       By = "cause"
	ByPerpetrator By = "perpetrator"
	ByGrade       By = "grade"
	BySource      By = "source"
)

// Breakdowns are all of them, as a person may ask for them.
var Breakdowns = []By{ByDay, ByMonth, ByQuarter, ByYear, ByCountry, ByAdmin1, ByAdmin2, ByHarm, ByGroup, ByPopulation, ByCause, ByPerpetrator, ByGrade, BySource}

// ParseBy reads breakdowns as a person lists them: "month,admin1".
func ParseBy(text string) ([]By, error) {
	var by []By
	for name := range strings.SplitSeq(text, ",") {
		b := By(strings.TrimSpace(name))
		if b == "" {
			continue
		}
		if !slices.Contains(Breakdowns, b) {
			return nil, &casualty.Problem{Found: string(b), Want: "one or more of " + strings.Trim(fmt.Sprint(Breakdowns), "[]")}
		}
		by = append(by, b)
	}
	return by, nil
}

// PeriodRule says where an incident across two periods is counted.
type PeriodRule string

// The rules for an incident across two periods.
const (
	Start PeriodRule = "start" // in the period it began in
	Spans PeriodRule = "spans" // in a row of its own
	Dealt PeriodRule = "split" // dealt evenly over its days
)

// Keys of what belongs to no place, period or perpetrator of the breakdown.
const (
	Unallocated  = "unallocated"
	Undetermined = "undetermined"
	SpansPeriods = "spans"
	NotGraded    = "not graded"
	NotStatedKey = "not stated"
)

// A share is what of an incident's figure stands under a key.
type share struct {
	key    string
	figure *Figure
}

// shares are the keys that a figure of an incident stands under, and what of it
// stands there.
func (b By) shares(i *casualty.Incident, f *Figure, rule PeriodRule) []share {
	if layout, ok := periods[b]; ok {
		return layout.shares(i.Day, f, rule)
	}
	var keys []string
	switch b {
	case ByPerpetrator:
		keys = perpetrators(i)
	case BySource:
		keys = sourcesOf(f)
	default:
		return []share{{b.key(i, f.Question), f}}
	}
	shares := make([]share, len(keys))
	for n, key := range keys {
		shares[n] = share{key, f}
	}
	return shares
}

// key is the one key of a breakdown in which a figure stands once.
func (b By) key(i *casualty.Incident, q Question) string {
	switch b {
	case ByCountry:
		return cmp.Or(i.Place.Country, Unallocated)
	case ByAdmin1:
		return cmp.Or(i.Place.Admin1, unallocatedIn(i.Place.Country))
	case ByAdmin2:
		return cmp.Or(i.Place.Admin2, unallocatedIn(i.Place.Admin1, i.Place.Country))
	case ByGroup:
		return string(q.Group)
	case ByPopulation:
		return string(q.Population)
	case ByCause:
		return cmp.Or(i.Cause, Undetermined)
	case ByGrade:
		return cmp.Or(string(i.Grade), NotGraded)
	}
	return ""
}

func unallocatedIn(wider ...string) string {
	for _, place := range wider {
		if place != "" {
			return Unallocated + " in " + place
		}
	}
	return Unallocated
}

func perpetrators(i *casualty.Incident) []string {
	var names []string
	for _, p := range i.Perpetrators {
		if !slices.Contains(names, p.Name) {
			names = append(names, p.Name)
		}
	}
	if len(names) == 0 {
		return []string{Undetermined}
	}
	return names
}

// sourcesOf are the sources whose claims the figure counted.
func sourcesOf(f *Figure) []string {
	var ids []string
	for _, u := range f.Counted {
		if id := string(u.Source); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return []string{NotStatedKey}
	}
	slices.Sort(ids)
	return ids
}
