package casualty

import (
	"slices"
	"strings"
)

// The codes are the same everywhere: in these types, in JSON, in the workbook
// and on the pages. Each kind has its table below; what is not in it is refused
// by Check. The empty code is "not stated".
type (
	// Harm is what was done to people.
	Harm string
	// Population says whether the people counted are civilians.
	Population string
	// Group is who the people are by sex, age or role.
	Group string
	// Severity grades an injury.
	Severity string
	// Scope is what a claim's number speaks of.
	Scope string
	// Qualifier is how a number is worded.
	Qualifier string
	// Unit is what a number counts.
	Unit string
	// Reliability grades a source by the Admiralty code, A to F.
	Reliability string
	// SourceType is what kind of publisher a source is.
	SourceType string
	// Status is where a claim stands on its way into the figures.
	Status string
	// State is how far a claim has been verified.
	State string
	// Sensitivity says who may see a document, a source or a quote.
	Sensitivity string
	// Consent says whether the people concerned agreed to be quoted.
	Consent string
	// Grade is how well an incident is established.
	Grade string
)

// Kinds of harm. HarmCasualties is killed or injured, undivided.
const (
	Killed     Harm = "killed"
	Injured    Harm = "injured"
	Missing    Harm = "missing"
	Detained   Harm = "detained"
	Abducted   Harm = "abducted"
	Displaced  Harm = "displaced"
	Casualties Harm = "casualties"
)

// Populations.
const (
	Civilians  Population = "civilians"
	Combatants Population = "combatants"
	// Contested: sources disagree whether the people were civilians.
	Contested Population = "contested"
)

// Groups: by sex and age, then by role. Children are children whose sex is not
// stated.
const (
	Women         Group = "women"
	Men           Group = "men"
	Girls         Group = "girls"
	Boys          Group = "boys"
	Children      Group = "children"
	Elderly       Group = "elderly"
	AidWorkers    Group = "aid_workers"
	HealthWorkers Group = "health_workers"
	Journalists   Group = "journalists"
	Educators     Group = "educators"
	Police        Group = "police"
	Soldiers      Group = "soldiers"
)

// Serious is the one severity that reports tell apart.
const Serious Severity = "serious"

// Scopes. Cumulative and integrative claims are reconciled against sums of
// incidents, never added to them.
const (
	// ThisIncident: the number speaks of the incident the claim is linked to.
	ThisIncident Scope = "incident"
	// OtherIncident: the number speaks of another incident than its text's main one.
	OtherIncident Scope = "other"
	// Cumulative is a running total: "since the war began".
	Cumulative Scope = "cumulative"
	// Integrative is a ministry's or morgue's total for a period.
	Integrative Scope = "integrative"
)

// Qualifiers of a count.
const (
	Exact       Qualifier = "exact"
	AtLeastN    Qualifier = "at_least"
	MoreThan    Qualifier = "more_than"
	UpTo        Qualifier = "up_to"
	About       Qualifier = "about"
	BetweenN    Qualifier = "between"
	Vague       Qualifier = "vague"       // a word: "dozens"
	None        Qualifier = "none"        // nobody; the word says denied or not_reported
	Unspecified Qualifier = "unspecified" // harm stated without a number
)

// The two words of the qualifier None.
const (
	// Denied: "nobody was killed". It can stand as 0.
	Denied = "denied"
	// NotReported: "no casualties were reported". It is silence, never 0.
	NotReported = "not_reported"
)

// Units of a count; not stated means people.
const (
	People   Unit = "people"
	Families Unit = "families"
)

// Where a claim stands. Only Confirmed claims, and Retracted ones as a reason,
// enter a figure.
const (
	Suggested Status = "suggested" // read from a text, not confirmed by a person
	Confirmed Status = "confirmed"
	Rejected  Status = "rejected"
	Retracted Status = "retracted" // withdrawn by whoever published it
)

// States of verification, for the method that counts verified cases only.
const (
	Alleged       State = "alleged"
	Corroborating State = "corroborating"
	Verified      State = "verified"
	Dismissed     State = "rejected" // examined and rejected
)

// Sensitivities, from least to most. Not stated is treated as Internal.
const (
	Public   Sensitivity = "public"
	Partner  Sensitivity = "partner"
	Internal Sensitivity = "internal"
	Sealed   Sensitivity = "sealed"
)

// Consents.
const (
	ConsentNotNeeded Consent = "not_needed" // published by its author
	ConsentGiven     Consent = "given"
	ConsentRefused   Consent = "refused"
	ConsentWithdrawn Consent = "withdrawn"
)

// Grades of an incident, after the words casualty recorders use; each book says
// in its notes which of them it headlines.
const (
	GradeConfirmed Grade = "confirmed"
	GradeFair      Grade = "fair"
	GradeWeak      Grade = "weak"
	GradeContested Grade = "contested"
	GradeDiscarded Grade = "discounted"
)

// A code is any of the code types of the record.
type code interface{ ~string }

// The tables: every code of its kind, in the order in which tables show them.
var (
	Harms         = []Harm{Killed, Injured, Casualties, Missing, Detained, Abducted, Displaced}
	Populations   = []Population{Civilians, Combatants, Contested}
	Groups        = []Group{Women, Men, Girls, Boys, Children, Elderly, AidWorkers, HealthWorkers, Journalists, Educators, Police, Soldiers}
	Severities    = []Severity{Serious}
	Scopes        = []Scope{ThisIncident, OtherIncident, Cumulative, Integrative}
	Qualifiers    = []Qualifier{Exact, AtLeastN, MoreThan, UpTo, About, BetweenN, Vague, None, Unspecified}
	Units         = []Unit{People, Families}
	Reliabilities = []Reliability{"A", "B", "C", "D", "E", "F"}
	SourceTypes   = []SourceType{"outlet", "agency", "ministry", "authority", "armed_force", "hospital", "monitor", "ngo", "un", "witness", "social_media", "other"}
	Statuses      = []Status{Suggested, Confirmed, Rejected, Retracted}
	States        = []State{Alleged, Corroborating, Verified, Dismissed}
	Sensitivities = []Sensitivity{Public, Partner, Internal, Sealed}
	Consents      = []Consent{ConsentNotNeeded, ConsentGiven, ConsentRefused, ConsentWithdrawn}
	Grades        = []Grade{GradeConfirmed, GradeFair, GradeWeak, GradeContested, GradeDiscarded}
)

// checkCode tells where a code is neither empty nor in its table.
func checkCode[C code](where string, c C, table []C) error {
	if c == "" || slices.Contains(table, c) {
		return nil
	}
	return &Problem{Where: where, Found: string(c), Want: "one of " + list(table)}
}

func list[C code](table []C) string {
	words := make([]string, len(table))
	for i, c := range table {
		words[i] = string(c)
	}
	return strings.Join(words, ", ")
}
