package curate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"tollbook/casualty"
)

// A field is one thing a person may set, by the name it has in the record.
type field[T any] struct {
	name string
	want string // an example, for help and errors
	holds[T]
}

// A holds is how a field is set from words, and its words as set reads them; empty for
// one that is not stated.
type holds[T any] struct {
	set func(*T, string) error
	get func(*T) string
}

// set finds the field and sets it; its error says the place, what was found and
// what is wanted.
func set[T any](fields []field[T], record *T, name, value string) error {
	for _, f := range fields {
		if f.name != name {
			continue
		}
		if err := f.set(record, value); err != nil {
			return casualty.At(name, err)
		}
		return nil
	}
	return &casualty.Problem{Found: name, Want: "one of " + strings.Join(names(fields), ", ")}
}

func names[T any](fields []field[T]) []string {
	all := make([]string, len(fields))
	for i, f := range fields {
		all[i] = f.name
	}
	return all
}

// code is a code that its table knows; empty means not stated.
func code[T any, C ~string](table []C, at func(*T) *C) holds[T] {
	return parsed(func(value string) (C, error) {
		if value != "" && !slices.Contains(table, C(value)) {
			return "", &casualty.Problem{Found: value, Want: "one of " + fmt.Sprint(table) + ", or nothing for not stated"}
		}
		return C(value), nil
	}, func(c C) string { return string(c) }, at)
}

func text[T any, S ~string](at func(*T) *S) holds[T] {
	return parsed(func(value string) (S, error) { return S(strings.TrimSpace(value)), nil }, func(s S) string { return string(s) }, at)
}

func parsed[T, V any](parse func(string) (V, error), words func(V) string, at func(*T) *V) holds[T] {
	return holds[T]{
		set: func(record *T, value string) error {
			v, err := parse(value)
			if err == nil {
				*at(record) = v
			}
			return err
		},
		get: func(record *T) string { return words(*at(record)) },
	}
}

func plainly[S ~string](s S) string { return string(s) }

func yesWord(yes bool) string {
	if yes {
		return "yes"
	}
	return ""
}

func wholeWord(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func countWords(c casualty.Count) string {
	if !c.Stated() {
		return ""
	}
	return c.String()
}

func idWords(ids []casualty.IncidentID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, ", ")
}

func yesNo(value string) (bool, error) {
	switch value {
	case "yes", "true":
		return true, nil
	case "no", "false", "":
		return false, nil
	}
	return false, &casualty.Problem{Found: value, Want: "yes or no"}
}

// days and identified are whole numbers; nothing means not stated.
func wholeOrNothing(value string) (int, error) {
	if value == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 || n > casualty.MaxPeople {
		return 0, &casualty.Problem{Found: value, Want: "a whole number from 1, or nothing for not stated"}
	}
	return n, nil
}

// incidentList reads ids of incidents; nothing means none.
func incidentList(value string) ([]casualty.IncidentID, error) {
	var ids []casualty.IncidentID
	for part := range strings.SplitSeq(value, ",") {
		if id := strings.TrimSpace(part); id != "" && !slices.Contains(ids, casualty.IncidentID(id)) {
			ids = append(ids, casualty.IncidentID(id))
		}
	}
	if len(ids) == 1 {
		return nil, &casualty.Problem{Found: value, Want: "two incidents or more, such as i1,i2, or nothing"}
	}
	return ids, nil
}

type (
	claim    = casualty.Claim
	incident = casualty.Incident
	source   = casualty.Source
	origin   = casualty.Origin
)

// ClaimFields are what a person may mend in a claim. The quote and its place are
// what the document says, so they are not among them.
var claimFields = []field[claim]{
	{"harm", "killed", code(casualty.Harms, func(c *claim) *casualty.Harm { return &c.Harm })},
	{"count", "at least 12", parsed(casualty.ParseCount, countWords, func(c *claim) *casualty.Count { return &c.Count })},
	{"population", "civilians", code(casualty.Populations, func(c *claim) *casualty.Population { return &c.Population })},
	{"group", "children", code(casualty.Groups, func(c *claim) *casualty.Group { return &c.Group })},
	{"severity", "serious", code(casualty.Severities, func(c *claim) *casualty.Severity { return &c.Severity })},
	{"scope", "incident", code(casualty.Scopes, func(c *claim) *casualty.Scope { return &c.Scope })},
	{"subset", "yes", parsed(yesNo, yesWord, func(c *claim) *bool { return &c.Subset })},
	{"subset_of", "c4", text(func(c *claim) *casualty.ClaimID { return &c.SubsetOf })},
	{"negated", "yes", parsed(yesNo, yesWord, func(c *claim) *bool { return &c.Negated })},
	{"claimant", "the regional governor", text(func(c *claim) *string { return &c.Claimant })},
	{"said", "2025-07-01T15:00Z", parsed(casualty.ParseMoment, plainly, func(c *claim) *casualty.Moment { return &c.Said })},
	{"place", "the market", text(func(c *claim) *string { return &c.Place })},
	{"day", "2025-07-01", parsed(casualty.ParseDay, plainly, func(c *claim) *casualty.Day { return &c.Day })},
	{"days", "3", parsed(wholeOrNothing, wholeWord, func(c *claim) *int { return &c.Days })},
	{"over", "i1,i2", parsed(incidentList, idWords, func(c *claim) *[]casualty.IncidentID { return &c.Over })},
	{"contested", "yes", parsed(yesNo, yesWord, func(c *claim) *bool { return &c.Contested })},
	{"besides", "yes", parsed(yesNo, yesWord, func(c *claim) *bool { return &c.Besides })},
	{"repeats", "c2", text(func(c *claim) *casualty.ClaimID { return &c.Repeats })},
	{"supersedes", "c2", text(func(c *claim) *casualty.ClaimID { return &c.Supersedes })},
	{"identified", "4", parsed(wholeOrNothing, wholeWord, func(c *claim) *int { return &c.Identified })},
	{"final", "yes", parsed(yesNo, yesWord, func(c *claim) *bool { return &c.Final })},
	{"case", "market", text(func(c *claim) *string { return &c.Case })},
	{"state", "verified", code(casualty.States, func(c *claim) *casualty.State { return &c.State })},
	{"incident", "i1", text(func(c *claim) *casualty.IncidentID { return &c.Incident })},
	{"origin", "o1", text(func(c *claim) *casualty.OriginID { return &c.Origin })},
}

var incidentFields = []field[incident]{
	{"title", "Strike on a market", parsed(title, plainly, func(i *incident) *string { return &i.Title })},
	{"day", "2025-07-01", parsed(casualty.ParseDay, plainly, func(i *incident) *casualty.Day { return &i.Day })},
	{"place", "Old Market", text(func(i *incident) *string { return &i.Place.Name })},
	{"country", "UKR", parsed(country, plainly, func(i *incident) *string { return &i.Place.Country })},
	{"admin1", "Udmurt Republic", text(func(i *incident) *string { return &i.Place.Admin1 })},
	{"admin2", "a district", text(func(i *incident) *string { return &i.Place.Admin2 })},
	{"code", "a p-code", text(func(i *incident) *string { return &i.Place.Code })},
	{"precision", "settlement", code(casualty.PlacePrecisions, func(i *incident) *casualty.PlacePrecision { return &i.Place.Precision })},
	{"coordinates", "48.5, 37.9", holds[incident]{setCoordinates, coordinates}},
	{"perpetrators", "Northern Column (party, known); gunmen", parsed(perpetrators, perpetratorWords, func(i *incident) *[]casualty.Perpetrator { return &i.Perpetrators })},
	{"cause", "drone strike", text(func(i *incident) *string { return &i.Cause })},
	{"grade", "fair", code(casualty.Grades, func(i *incident) *casualty.Grade { return &i.Grade })},
	{"synthetic", "yes", parsed(yesNo, yesWord, func(i *incident) *bool { return &i.Synthetic })},
	{"notes", "what a reader should know", text(func(i *incident) *string { return &i.Notes })},
}

var sourceFields = []field[source]{
	{"name", "Example Gazette", text(func(s *source) *string { return &s.Name })},
	{"type", "outlet", code(casualty.SourceTypes, func(s *source) *casualty.SourceType { return &s.Type })},
	{"reliability", "B", code(casualty.Reliabilities, func(s *source) *casualty.Reliability { return &s.Reliability })},
	{"party", "yes", parsed(yesNo, yesWord, func(s *source) *bool { return &s.Party })},
	{"address", "https://gazette.example", text(func(s *source) *string { return &s.Address })},
	{"sensitivity", "internal", code(casualty.Sensitivities, func(s *source) *casualty.Sensitivity { return &s.Sensitivity })},
	{"consent", "given", code(casualty.Consents, func(s *source) *casualty.Consent { return &s.Consent })},
}

var originFields = []field[origin]{
	{"name", "head of the region", text(func(o *origin) *string { return &o.Name })},
	{"aliases", "first spelling; second spelling", parsed(semicolons, joined, func(o *origin) *[]string { return &o.Aliases })},
	{"party", "yes", parsed(yesNo, yesWord, func(o *origin) *bool { return &o.Party })},
}

// maxTitle bounds what a reader knows an incident by, in characters.
const maxTitle = 300

func title(value string) (string, error) {
	value = strings.Join(strings.Fields(value), " ")
	if utf8.RuneCountInString(value) > maxTitle {
		return "", &casualty.Problem{Found: value, Want: fmt.Sprintf("a title of at most %d characters", maxTitle)}
	}
	return value, nil
}

// country is a code of ISO 3166-1, three letters.
func country(value string) (string, error) {
	value = strings.ToUpper(strings.TrimSpace(value))
	if value == "" {
		return "", nil
	}
	region, err := language.ParseRegion(value)
	if err != nil || region.ISO3() != value || !region.IsCountry() {
		return "", &casualty.Problem{Found: value, Want: "a country's ISO code of three letters, such as UKR or SYR"}
	}
	return value, nil
}

func joined(parts []string) string { return strings.Join(parts, "; ") }

func semicolons(value string) ([]string, error) {
	var parts []string
	for part := range strings.SplitSeq(value, ";") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts, nil
}
