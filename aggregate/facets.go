package aggregate

import (
	"strings"
	"sync"

	"tollbook/casualty"
)

// A facet is a part of an incident that breakdowns go by.
type facet int

const (
	dayFacet facet = iota
	placeFacet
	causeFacet
	gradeFacet
	perpetratorFacet
	facetCount
)

// facetOf is the facet that a steady breakdown goes by.
var facetOf = map[By]facet{
	ByDay: dayFacet, ByMonth: dayFacet, ByQuarter: dayFacet, ByYear: dayFacet,
	ByCountry: placeFacet, ByAdmin1: placeFacet, ByAdmin2: placeFacet, ByHarm: gradeFacet,
	ByCause: causeFacet, ByGrade: gradeFacet, ByPerpetrator: perpetratorFacet,
}

// Facets holds what the incidents of a book have in common once each: columns made one
// after the other share it. It only grows, and may be used by several at a time.
type Facets struct {
	mu     sync.Mutex
	places [facetCount]map[string]int32
	shown  [facetCount][]casualty.Incident // of each an incident that has it, and nothing else
}

// of are the places of an incident's facets.
func (f *Facets) of(i *casualty.Incident) (places [facetCount]int32) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var perpetrators []string
	for _, p := range i.Perpetrators {
		perpetrators = append(perpetrators, p.Name)
	}
	where := i.Place
	for facet, text := range [facetCount]string{
		dayFacet: string(i.Day), placeFacet: strings.Join([]string{where.Country, where.Admin1, where.Admin2}, keySeparator),
		causeFacet: i.Cause, gradeFacet: string(i.Grade), perpetratorFacet: strings.Join(perpetrators, keySeparator),
	} {
		places[facet] = f.place(facet, text, i)
	}
	return places
}

func (f *Facets) place(facet int, text string, i *casualty.Incident) int32 {
	place, ok := f.places[facet][text]
	if !ok {
		if f.places[facet] == nil {
			f.places[facet] = map[string]int32{}
		}
		place = int32(len(f.shown[facet]))
		f.places[facet][text] = place
		f.shown[facet] = append(f.shown[facet], casualty.Incident{Day: i.Day, Place: i.Place, Cause: i.Cause, Grade: i.Grade, Perpetrators: i.Perpetrators})
	}
	return place
}

// having are the incidents that show each facet of a kind, by their places.
func (f *Facets) having(kind facet) []casualty.Incident {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.shown[kind]
}
