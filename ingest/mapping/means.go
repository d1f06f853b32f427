package mapping

import (
	"slices"
	"strings"

	"tollbook/casualty"
)

// The fields of a row that are no figures.
const (
	ignored    = "ignore"
	idField    = "id"
	incident   = "incident"
	dateField  = "date"
	dateEnd    = "date_end"
	yearField  = "year"
	monthField = "month"
	dayField   = "day"
	saidField  = "said"
	daysField  = "days"
	hoursField = "hours"
	place      = "place"
	admin1     = "admin1"
	admin2     = "admin2"
	country    = "country"
	pcode      = "code"
	latField   = "lat"
	lonField   = "lon"
	title      = "title"
	cause      = "cause"
	perp       = "perpetrator"
	grade      = "grade"
	notes      = "notes"
	source     = "source"
	claimant   = "origin"
	harmField  = "harm"
	popField   = "population"
	groupField = "group"
	qualifier  = "qualifier"
)

// fields are what a column may mean besides a figure, each with a word for help.
var fields = []struct{ name, what string }{
	{ignored, "not read"},
	{idField, "names the row, and its incident; no two rows share one"},
	{incident, "names the incident where several rows speak of one"},
	{dateField, "when it happened"}, {dateEnd, "the last day, where date is the first"},
	{yearField, "with month and day in columns of their own"}, {monthField, "1 to 12"}, {dayField, "1 to 31"},
	{saidField, "when it was said or reported"},
	{daysField, "how many days the numbers cover"}, {hoursField, "how many hours they cover"},
	{place, "where, as precisely as known"}, {admin1, "first-level unit"}, {admin2, "second-level unit"},
	{country, "three letters of ISO 3166-1, or the English name"}, {pcode, "p-code"}, {latField, "degrees north"}, {lonField, "degrees east"},
	{title, "what a reader knows the incident by"}, {cause, "such as air strike"}, {perp, "who is said to have done it"},
	{grade, "confirmed, fair, weak, contested or discounted"}, {notes, "kept with the incident; several columns may mean it"},
	{source, "who published the row's figures"}, {claimant, "who the figures come from, as written"},
	{harmField, "which harm the columns called count are of"}, {popField, "civilians or combatants"}, {groupField, "children, women, ..."},
	{qualifier, "how the number is worded: exact, at_least, more_than, about, unspecified"},
}

// A meaning is what a column means: a field, or a figure.
type meaning struct {
	field  string // empty for a figure
	figure question
	part   string // of a figure: "low", "best" or "high"; empty: the whole, as written
}

// A question is whom a figure counts. An empty harm is said by another column.
type question struct {
	harm       casualty.Harm
	population casualty.Population
	group      casualty.Group
	severity   casualty.Severity
	scope      casualty.Scope
	unit       casualty.Unit
	part       bool // some of the people of the row, whom the record has no word for: "students killed"
}

func (q question) String() string {
	words := []string{string(q.harm)}
	if q.harm == "" {
		words = []string{"count"}
	}
	for _, w := range []string{string(q.severity), string(q.population), string(q.group), string(q.unit), string(q.scope)} {
		if w != "" && w != string(casualty.ThisIncident) {
			words = append(words, w)
		}
	}
	if q.part {
		words = append(words, "part")
	}
	return strings.Join(words, " ")
}

func (m meaning) String() string {
	if m.field != "" {
		return m.field
	}
	return strings.TrimSpace(m.figure.String() + " " + m.part)
}

var parts = []string{"low", "best", "high"}

// parseMeaning reads what a column means: a field ("date"), or the words of a
// figure in any order: a harm or "count", then whom it counts, its scope and
// which end of a range it is: "killed civilians low", "injured cumulative".
func parseMeaning(text string) (m meaning, err error) {
	words := strings.Fields(strings.ToLower(text))
	if len(words) == 1 {
		for _, f := range fields {
			if f.name == words[0] {
				return meaning{field: f.name}, nil
			}
		}
	}
	counted := false
	for _, w := range words {
		q := &m.figure
		switch {
		case w == "part":
			q.part = true
		case w == "count":
			counted = true
		case slices.Contains(casualty.Harms, casualty.Harm(w)) && q.harm == "":
			q.harm, counted = casualty.Harm(w), true
		case slices.Contains(casualty.Populations, casualty.Population(w)):
			q.population = casualty.Population(w)
		case slices.Contains(casualty.Groups, casualty.Group(w)):
			q.group = casualty.Group(w)
		case slices.Contains(casualty.Severities, casualty.Severity(w)):
			q.severity = casualty.Severity(w)
		case slices.Contains(casualty.Scopes, casualty.Scope(w)):
			q.scope = casualty.Scope(w)
		case slices.Contains(casualty.Units, casualty.Unit(w)):
			q.unit = casualty.Unit(w)
		case slices.Contains(parts, w):
			m.part = w
		default:
			return meaning{}, notUnderstood(text)
		}
	}
	if !counted {
		return meaning{}, notUnderstood(text)
	}
	return m, nil
}

func notUnderstood(text string) error {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.name
	}
	return &casualty.Problem{Found: text, Want: "a field (" + strings.Join(names, ", ") + ") or a figure such as killed, injured civilians low, killed children high, killed cumulative"}
}

// Words lists what a column may mean, for help.
func Words() string {
	var b strings.Builder
	for _, f := range fields {
		b.WriteString("  " + f.name + strings.Repeat(" ", max(1, 13-len(f.name))) + f.what + "\n")
	}
	return b.String()
}
