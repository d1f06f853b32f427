package aggregate

import "tollbook/casualty"

// A Statement is a claim as the methods see it: beside the source's words, who
// speaks, how reliable the source is and whether it is a side of the fighting.
type Statement struct {
	casualty.Claim
	// Voice is who speaks: the origin's id, or the source's where no origin is
	// known. Many outlets that quote one origin are one voice.
	Voice       string
	Reliability casualty.Reliability // of the source; empty counts as F
	Party       bool                 // the origin is a fighting side or speaks for one
	// Dropped is the decision in force that sets the claim aside; empty: none does.
	Dropped casualty.DecisionID
}

// A Question is what a figure answers: how many people suffered this harm. Empty
// fields ask for all people.
type Question struct {
	Harm       casualty.Harm
	Population casualty.Population
	Group      casualty.Group
	Severity   casualty.Severity
}

// Settings are what a method needs besides the claims.
type Settings struct {
	AsOf         casualty.Moment     // what was known later does not exist; empty: everything known
	IncidentDay  casualty.Day        // empty: not known
	Rank         []casualty.SourceID // emdat: the ranking of sources, best first
	Economy      string              // emdat: "developing" counts 5 people a family, "industrialised" 3; empty: families are not recorded
	Decision     *casualty.Decision  // manual: the decision on this question
	SinglePerson bool                // manual: a book of one person needs no second signature
	// Adopted: where a decision in force adopts a figure, a table takes it, whatever
	// its method.
	Adopted bool
	// Identified are the victims of the record that the question asks for, by name or
	// otherwise told apart; tables fill it in.
	Identified int
	Periods    PeriodRule       // totals: what to do with an incident across two periods; empty: Start
	Grades     []casualty.Grade // totals: the grades in the headline, the others beside it; empty: all
	Caps       []Cap            // totals: numbers reported for several incidents together
}

// A Figure is what a method makes of an incident's claims for one question.
type Figure struct {
	Question Question // as asked
	// Population is of whom the figure speaks: that of the question, but civilians
	// for a method that counts them only (airwars, ibc).
	Population casualty.Population
	Method     string // with its version: "envelope/1"
	Lexicon    string // with its version
	// Range is low to high; not stated for the methods that give one number and
	// where there is no figure.
	Range casualty.Range
	// Best is the method's one number, where it has one: exact, or a floor where
	// its largest word is one ("at least 3"). Otherwise not stated.
	Best casualty.Range
	// NoFloor: the low (or best) of 0 is the method's own; nobody stated a floor,
	// and it is no reported zero.
	NoFloor  bool
	Span     casualty.Range // as reported, before any collapse
	Status   Status         // empty: settled
	Counted  []Use
	SetAside []Use
	Problems []ProblemCode
	// FirstKnown is when the first of the listed claims entered the record; empty: not
	// stated.
	FirstKnown casualty.Moment
	// Decisions are those in force that the figure rests on; Waiting are those on it
	// that change nothing before another person signs them off.
	Decisions []casualty.DecisionID
	Waiting   []casualty.DecisionID
	// Unsigned: no second person signed one of Decisions off, in a book of one person.
	Unsigned bool
	Pending  casualty.Range // verified: the lows of cases not verified yet, shown apart
	// Allotted marks the share of a figure that a rule dealt to a day or a place; a
	// 0 in it is no reported zero.
	Allotted bool
}

// Settled tells whether the figure states a number of people.
func (f Figure) Settled() bool { return f.Range.Stated() || f.Best.Stated() }

// Shown is the figure as a reader sees it first: the best number where the
// method gives one, else the range.
func (f Figure) Shown() casualty.Range {
	if f.Range.Stated() {
		return f.Range
	}
	return f.Best
}

// A Use says why a claim was counted or set aside.
type Use struct {
	Claim  casualty.ClaimID
	Source casualty.SourceID
	Reason Reason           // empty for a claim that was counted
	By     casualty.ClaimID // the claim that this one gave way to, where one did
	Voice  string           // who speaks; see [Statement]
	Coded  casualty.Range   // what the lexicon made of its words; not stated where it has no value
}

type (
	// Reason is why a claim was set aside.
	Reason string
	// Status is what became of a question; empty is settled.
	Status string
	// ProblemCode is what a person should look at.
	ProblemCode string
)
