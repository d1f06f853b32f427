package aggregate

import (
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
	figure IncidentFigure
}

// shares are the keys that a figure stands under.
func (b By) shares(f IncidentFigure, s Settings) []share {
	if layout, ok := periods[b]; ok {
		return layout.shares(f, s.Periods)
	}
	var shares []share
	for _, key := range b.keys(f) {
		shares = append(shares, share{key, f})
	}
	return shares
}

func (b By) keys(f IncidentFigure) []string {
	place := f.Incident.Place
	switch b {
	case ByCountry:
		return []string{orElse(place.Country, Unallocated)}
	case ByAdmin1:
		return []string{orElse(place.Admin1, unallocatedIn(place.Country))}
	case ByAdmin2:
		return []string{orElse(place.Admin2, unallocatedIn(place.Admin1, place.Country))}
	case ByGroup:
		return []string{string(f.Figure.Question.Group)}
	case ByPopulation:
		return []string{string(f.Figure.Question.Population)}
	case ByCause:
		return []string{orElse(f.Incident.Cause, Undetermined)}
	case ByGrade:
		return []string{orElse(string(f.Incident.Grade), NotGraded)}
	case ByPerpetrator:
		return perpetrators(f.Incident)
	case BySource:
		return sourcesOf(f)
	}
	return []string{""}
}

func orElse(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

func unallocatedIn(wider ...string) string {
	for _, place := range wider {
		if place != "" {
			return Unallocated + " in " + place
		}
	}
	return Unallocated
}

func perpetrators(i casualty.Incident) []string {
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
func sourcesOf(f IncidentFigure) []string {
	var ids []string
	for _, u := range f.Figure.Counted {
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
