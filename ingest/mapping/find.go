package mapping

import (
	"slices"
	"strings"
	"unicode"

	"tollbook/casualty"
)

// headings are what people head a field with, in small letters.
var headings = map[string][]string{
	idField:    {"id", "event id", "incident id", "strike id", "case id", "record id", "unique id", "_uuid", "uuid", "_id", "serial", "disno.", "dis no", "reference", "ref", "sind event id", "sind id", "event_id", "incident_id", "incident code"},
	dateField:  {"date", "event date", "incident date", "date of incident", "date of event", "event_date", "incident_date", "date_start", "start date", "date of attack", "strike date", "date (ymd)", "date_of_event", "date of death"},
	dateEnd:    {"date_end", "end date", "end_date"},
	saidField:  {"report date", "report_date", "date reported", "publication date", "date published", "published", "_submission_time"},
	place:      {"place", "location", "town", "village", "city", "settlement", "site", "where_coordinates", "event_location", "location name", "locality"},
	admin1:     {"admin1", "admin 1", "adm1", "adm_1", "province", "governorate", "region", "oblast", "state", "admin level 1", "area"},
	admin2:     {"admin2", "admin 2", "adm2", "adm_2", "district", "county", "raion", "admin level 2"},
	country:    {"country", "country iso", "iso", "iso3", "country code"},
	pcode:      {"p-code", "pcode", "admin 2 p-code", "admin2 pcode"},
	latField:   {"latitude", "lat"},
	lonField:   {"longitude", "lon", "long", "lng"},
	title:      {"title", "incident", "event", "event name", "incident title", "name of incident"},
	cause:      {"cause", "weapon", "weapon type", "type of attack", "attack type", "strike type", "type of event", "event type", "weapon carried/used", "disaster type"},
	perp:       {"perpetrator", "perpetrators", "belligerent", "belligerents", "actor", "actor name", "reported perpetrator name", "alleged perpetrator", "responsible"},
	grade:      {"grade", "grading", "strike status"},
	notes:      {"notes", "note", "comments", "comment", "remarks"},
	source:     {"source", "sources", "source name", "publisher", "outlet", "report_source"},
	claimant:   {"origin", "claimant", "attributed to", "attributed_to", "according to", "quoting"},
	harmField:  {"harm", "measure", "type of harm"},
	popField:   {"population", "category", "civilian status"},
	groupField: {"group"},
	qualifier:  {"qualifier"},
}

// figureWords are words of a heading that make it one of figures.
var figureWords = map[string]string{
	"killed": "killed", "deaths": "killed", "dead": "killed", "fatalities": "killed", "death": "killed", "fatality": "killed", "died": "killed", "killings": "killed",
	"injured": "injured", "wounded": "injured", "injuries": "injured", "injury": "injured",
	"casualties": "casualties", "killed_or_injured": "casualties", "missing": "missing", "detained": "detained", "arrested": "detained", "abducted": "abducted", "kidnapped": "abducted", "displaced": "displaced",
	"civilians": "civilians", "civilian": "civilians", "civ": "civilians", "combatants": "combatants", "militants": "combatants",
	"women": "women", "female": "women", "men": "men", "male": "men", "girls": "girls", "boys": "boys", "children": "children", "child": "children", "elderly": "elderly",
	"journalists": "journalists", "press": "journalists", "educators": "educators", "teachers": "educators", "teacher": "educators", "police": "police", "soldiers": "soldiers",
	"min": "low", "minimum": "low", "low": "low", "lower": "low", "max": "high", "maximum": "high", "high": "high", "upper": "high", "best": "best",
	"cum": "cumulative", "cumulative": "cumulative", "families": "families", "households": "families", "serious": "serious", "seriously": "serious",
}

// plainWords are words of headings that say nothing more. Any other word may say
// of whom or of what the column is, and a heading with one is left to a person:
// "students killed" are not all who were killed.
var plainWords = []string{"total", "number", "no", "of", "people", "persons", "individuals", "victims", "reported", "estimated", "estimate", "recorded", "count", "counts", "figure", "figures", "in", "the", "as", "written", "all", "n", "num", "nb", "affected"}

// meaningOf proposes what a heading means, then what its HXL tag does; ok is
// false where neither says it beyond doubt.
func meaningOf(heading, tag string) (m meaning, ok bool) {
	name := fold(heading)
	for _, f := range fields {
		if slices.Contains(headings[f.name], name) || slices.Contains(headings[f.name], lastPart(name)) {
			return meaning{field: f.name}, true
		}
	}
	if m, ok := figureOf(lastPart(name)); ok {
		return m, true
	}
	return tagged(tag)
}

// lastPart is what stands after the group in the headings of survey tools:
// "harm/killed".
func lastPart(name string) string {
	if i := strings.LastIndexAny(name, "/"); i >= 0 && i+1 < len(name) {
		return name[i+1:]
	}
	return name
}

// ofAnyHarm are headings of numbers where another column says which harm they are
// of: one row a figure.
var ofAnyHarm = map[string]string{
	"count": "count", "number": "count", "figure": "count", "value": "count", "n": "count", "number of people": "count", "people": "count", "victims": "count",
	"min": "count low", "minimum": "count low", "low": "count low", "max": "count high", "maximum": "count high", "high": "count high", "best": "count best",
}

// figureOf reads a heading as a figure: one harm, and no word that says
// something else.
func figureOf(name string) (meaning, bool) {
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var said []string
	for _, w := range words {
		means, known := figureWords[w]
		if !known && !slices.Contains(plainWords, w) {
			return meaning{}, false
		}
		if known && !slices.Contains(said, means) {
			said = append(said, means)
		}
	}
	harms := 0
	for _, s := range said {
		if slices.Contains(casualty.Harms, casualty.Harm(s)) {
			harms++
		}
	}
	if harms == 2 && slices.Contains(said, string(casualty.Casualties)) { // "Casualties: killed"
		said = slices.DeleteFunc(said, func(s string) bool { return s == string(casualty.Casualties) })
		harms--
	}
	if harms != 1 {
		return meaning{}, false
	}
	m, err := parseMeaning(strings.Join(said, " "))
	return m, err == nil
}

// tags are the HXL tags of fields; the attributes that a tag must have stand
// after it.
var tags = []struct{ tag, with, means string }{
	{"#date", "end", dateEnd}, {"#date", "reported", saidField}, {"#date", "", dateField}, {"#country", "", country},
	{"#adm1", "code", pcode}, {"#adm1", "", admin1}, {"#adm2", "code", pcode}, {"#adm2", "", admin2}, {"#loc", "", place},
	{"#geo", "lat", latField}, {"#geo", "lon", lonField}, {"#lat", "", latField}, {"#long", "", lonField}, {"#lon", "", lonField},
	{"#cause", "", cause}, {"#group", "perp", perp}, {"#event", "id", idField}, {"#meta", "source", source}, {"#meta", "claimant", claimant},
}

// tagged reads an HXL tag such as "#affected +killed +children".
func tagged(tag string) (meaning, bool) {
	if !strings.HasPrefix(strings.TrimSpace(tag), "#") {
		return meaning{}, false
	}
	words := strings.FieldsFunc(strings.ToLower(tag), func(r rune) bool { return r == '+' || r == ' ' })
	if words[0] == "#affected" {
		sexes := map[string]string{"f": "women", "m": "men"}
		for i, w := range words {
			if s, ok := sexes[w]; ok {
				words[i] = s
			}
		}
		return figureOf(strings.Join(words[1:], " "))
	}
	for _, t := range tags {
		if words[0] == t.tag && (t.with == "" || slices.Contains(words, t.with)) {
			return meaning{field: t.means}, true
		}
	}
	return meaning{}, false
}

// tagRow tells whether a row holds HXL tags: half of its cells begin with #.
func tagRow(cells []string) bool {
	filled, tags := 0, 0
	for _, c := range cells {
		if c = strings.TrimSpace(c); c != "" {
			filled++
			if strings.HasPrefix(c, "#") && len(c) > 1 {
				tags++
			}
		}
	}
	return tags > 0 && tags*2 >= filled
}
