// Package place matches the names of places as documents write them with places
// that are known: those of an embedded extract of GeoNames, and those of a
// person's own lists. It uses no network. What it finds is a proposal with a
// confidence and a reason; nothing takes it over by itself.
package place

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/adrg/strutil/metrics"
	"golang.org/x/text/language"

	"tollbook/casualty"
)

// Confidence tells how sure a match is.
type Confidence string

// The degrees of confidence, the surest first: high is one place of just this
// name; medium is the name, with something left open; low is another spelling, by
// our own transliteration or by likeness.
const (
	High   Confidence = "high"
	Medium Confidence = "medium"
	Low    Confidence = "low"
)

var degreesOf = []Confidence{High, Medium, Low}

// A Match is a place that a written name may mean.
type Match struct {
	Place      casualty.Place `json:"place"`
	Confidence Confidence     `json:"confidence"`
	Reason     string         `json:"reason"`               // in words
	From       string         `json:"from"`                 // the list, or "GeoNames"
	Population int            `json:"population,omitempty"` // 0: not known
}

// Key tells the match from the others of its name.
func (m Match) Key() string {
	p := m.Place
	key := []string{m.From, p.Name, p.Country, p.Admin1, p.Code}
	for _, degrees := range []*float64{p.Lat, p.Lon} {
		if degrees != nil {
			key = append(key, fmt.Sprintf("%.4f", *degrees))
		}
	}
	return strings.Join(key, "|")
}

// geoNames is what the embedded gazetteer is called in a match.
const geoNames = casualty.GeoNames

// most is how many matches are given.
const most = 8

// Find proposes places for a name as written, the surest first. A country, of three
// letters, keeps the others out; empty: not known. A person's lists come before the
// gazetteer.
func Find(written, country string, lists ...*List) []Match {
	name := fold(written)
	if name == "" {
		return nil
	}
	var found []Match
	for _, l := range lists {
		found = append(found, l.find(name, country)...)
	}
	for _, way := range ways {
		if len(found) > 0 && way.unsure {
			break
		}
		found = append(found, way.find(name, country)...)
	}
	slices.SortStableFunc(found, func(a, b Match) int {
		return cmp.Or(cmp.Compare(slices.Index(degreesOf, a.Confidence), slices.Index(degreesOf, b.Confidence)), cmp.Compare(b.Population, a.Population))
	})
	return found[:min(len(found), most)]
}

// ways to look a folded name up in the gazetteer, in turn; an unsure one is only
// tried where nothing was found.
var ways = []struct {
	unsure bool
	find   func(name, country string) []Match
}{
	{false, exact}, {true, byArticle}, {true, transliterated}, {true, byConsonants}, {true, alike},
}

// entriesOf are the entries of just this folded name, in the country.
func entriesOf(name, country string) (all []*Entry) {
	entries := embedded()
	i, _ := slices.BinarySearchFunc(entries, name, func(e Entry, name string) int { return strings.Compare(fold(e.Name), name) })
	for ; i < len(entries) && fold(entries[i].Name) == name; i++ {
		if country == "" || alpha3(entries[i].Country) == country {
			all = append(all, &entries[i])
		}
	}
	return all
}

// much larger: of several places of one name, one of so many times more people than
// the next is probably meant.
const muchLarger = 20

func exact(name, country string) (found []Match) {
	all := entriesOf(name, country)
	for i, e := range all {
		m := e.match(High, "one place has this name")
		if len(all) > 1 {
			m.Confidence, m.Reason = Low, fmt.Sprintf("%d places have this name", len(all))
			if i == 0 && e.Population > muchLarger*max(all[1].Population, 1_000) {
				m.Confidence, m.Reason = Medium, m.Reason+", and this is by far the largest"
			}
		}
		found = append(found, m)
	}
	return found
}

// again looks other spellings of a name up, and marks what is found as unsure.
func again(names []string, country, reason string) (found []Match) {
	for _, n := range names {
		if n == "" {
			continue
		}
		for _, e := range entriesOf(n, country) {
			found = append(found, e.match(Low, reason))
		}
	}
	return found
}

func byArticle(name, country string) []Match {
	bare := withoutArticle(name)
	if bare == "" {
		bare = name
	}
	var names []string
	for a := range articles {
		names = append(names, a+" "+bare)
	}
	slices.Sort(names)
	return again(append(names, bare), country, "the article is written otherwise")
}

func transliterated(name, country string) []Match {
	if script(name) != unicode.Cyrillic {
		return nil
	}
	var names []string
	for _, n := range nominatives(name) {
		names = append(names, romanized(n)...)
	}
	slices.Sort(names)
	found := again(slices.Compact(names), country, "by our own transliteration from Cyrillic, endings taken off: uncertain")
	if here := slices.DeleteFunc(slices.Clone(found), func(m Match) bool { return !slices.Contains(cyrillic, m.Place.Country) }); len(here) > 0 {
		return here // "Одессе" is not in Texas
	}
	return found
}

// cyrillic are the countries whose names are probably meant where they are written in
// Cyrillic letters.
var cyrillic = strings.Fields("RUS UKR BLR KAZ KGZ TJK UZB TKM BGR SRB MKD MNE BIH MNG MDA GEO ARM AZE")

// skeletons are the places of those countries by their consonants.
var skeletons = sync.OnceValue(func() map[string][]*Entry {
	all := map[string][]*Entry{}
	for i := range embedded() {
		if e := &embedded()[i]; slices.Contains(arabic, e.Country) {
			bones := skeleton(e.Name)
			all[bones] = append(all[bones], e)
		}
	}
	return all
})

// arabic are the countries whose places are looked for by their consonants.
var arabic = strings.Fields("AE BH DJ DZ EG ER IL IQ IR JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE")

func byConsonants(name, country string) (found []Match) {
	bones := skeleton(name)
	if script(name) != unicode.Arabic || len(bones) < 2 {
		return nil
	}
	for _, e := range skeletons()[bones] {
		if country == "" || alpha3(e.Country) == country {
			found = append(found, e.match(Low, "by our own transliteration from Arabic, consonants only: uncertain"))
		}
	}
	return found
}

// likeness is how alike two spellings must be, by Jaro and Winkler, 0 to 1.
const likeness = 0.94

// alike looks for spellings that differ in a letter or two, among names with the
// same first letter.
func alike(name, country string) (found []Match) {
	if len(name) < 5 || script(name) != unicode.Latin {
		return nil
	}
	jw := metrics.NewJaroWinkler()
	entries := embedded()
	from, _ := slices.BinarySearchFunc(entries, name[:1], func(e Entry, first string) int { return strings.Compare(fold(e.Name), first) })
	for i := from; i < len(entries); i++ {
		e := &entries[i]
		other := fold(e.Name)
		if !strings.HasPrefix(other, name[:1]) {
			break
		}
		if (country == "" || alpha3(e.Country) == country) && max(len(other), len(name))-min(len(other), len(name)) <= 2 && jw.Compare(name, other) >= likeness {
			found = append(found, e.match(Low, "a name spelled much like it"))
		}
	}
	return found
}

func (l *List) find(name, country string) (found []Match) {
	forms := []string{name}
	if script(name) == unicode.Cyrillic {
		forms = nominatives(name)
	}
	seen := map[int]bool{}
	for i, form := range forms {
		for _, n := range l.byName[form] {
			p := l.places[n.place].place
			if seen[n.place] || country != "" && p.Country != "" && p.Country != country {
				continue
			}
			seen[n.place] = true
			m := Match{Place: p, Confidence: High, Reason: "in your list as “" + n.as + "”", From: l.Name}
			if i > 0 {
				m.Confidence, m.Reason = Medium, m.Reason+", in another case"
			}
			found = append(found, m)
		}
	}
	for i := range found {
		if len(found) > 1 && found[i].Confidence == High {
			found[i].Confidence = Medium
			found[i].Reason += fmt.Sprintf("; %d places of the list have this name", len(found))
		}
	}
	return found
}

func (e *Entry) place() casualty.Place {
	lat, lon := e.Lat, e.Lon
	return casualty.Place{Name: e.Name, Country: alpha3(e.Country), Admin1: e.Admin1, Precision: "settlement", Lat: &lat, Lon: &lon, From: geoNames}
}

func (e *Entry) match(c Confidence, reason string) Match {
	return Match{Place: e.place(), Confidence: c, Reason: reason, From: geoNames, Population: e.Population}
}

// alpha3 is a country's code of three letters; what is none stays as it is.
func alpha3(code string) string {
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	return region.ISO3()
}
