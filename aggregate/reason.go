package aggregate

// Reasons why a claim was set aside.
const (
	Retracted       Reason = "retracted"
	OtherIncident   Reason = "other_incident"
	RunningTotal    Reason = "running_total"
	Integrative     Reason = "integrative"
	OtherPeople     Reason = "other_people"
	Removed         Reason = "removed"
	Repeat          Reason = "repeat"
	Superseded      Reason = "superseded"
	DenialOvertaken Reason = "denial_overtaken"
	SilenceOnly     Reason = "none_reported"
	NotRecorded     Reason = "not_recorded"
	Undivided       Reason = "undivided"
	NoNumber        Reason = "no_number"
	FromParty       Reason = "party"
	InDoubt         Reason = "contested"
	Unreliable      Reason = "doubtful"
	UnderIdentified Reason = "below_identified"
	UnderConsensus  Reason = "below_consensus"
	Higher          Reason = "higher"
	Older           Reason = "older"
	LessDetailed    Reason = "less_detailed"
	Outvoted        Reason = "outvoted"
	LowerRank       Reason = "lower_rank"
	Undated         Reason = "undated"
	Over24h         Reason = "over_24h"
	NotYetVerified  Reason = "pending"
	NotVerified     Reason = "not_verified"
	ExaminedOut     Reason = "rejected"
	NotAdopted      Reason = "not_adopted"
	Decided         Reason = "set_aside"
	MethodRefused   Reason = "method_refused"
)

// Statuses of a figure; Settled is the empty one.
const (
	Settled      Status = ""
	NoneReported Status = "none_reported"
	NoFigure     Status = "no_figure"
	Provisional  Status = "provisional"
	Unverified   Status = "unverified"
	Pending      Status = "pending"
	Refused      Status = "refused"
)

// Problems for a person to look at.
const (
	BelowIdentified     ProblemCode = "below_identified"
	ReliabilityUnknown  ProblemCode = "reliability_unknown"
	NothingReliable     ProblemCode = "nothing_reliable"
	OneOrigin           ProblemCode = "one_origin"
	ScaleAssumed        ProblemCode = "scale_assumed"
	UndatedClaims       ProblemCode = "undated"
	NoIncidentDate      ProblemCode = "no_incident_date"
	NoRanking           ProblemCode = "no_ranking"
	NoDecision          ProblemCode = "no_decision"
	NoReason            ProblemCode = "no_reason"
	NotSignedOff        ProblemCode = "not_signed_off"
	OwnSignOff          ProblemCode = "own_sign_off"
	LowAboveHigh        ProblemCode = "low_above_high"
	SinglePerson        ProblemCode = "single_person"
	CapsOverlap         ProblemCode = "caps_overlap"
	CapBelowLows        ProblemCode = "cap_below_lows"
	CapWithoutHighs     ProblemCode = "cap_without_highs"
	PartAboveTotal      ProblemCode = "part_above_total"
	PartsAboveTotal     ProblemCode = "parts_above_total"
	PartsBelowTotal     ProblemCode = "parts_below_total"
	PartsRaiseTotal     ProblemCode = "parts_raise_total"
	IncidentsAboveTotal ProblemCode = "incidents_above_total"
)

// Sentence says the reason for a reader, to be read after "set aside: ".
func (r Reason) Sentence() string { return reasonSentences[r] }

// Sentence says the status for a reader.
func (s Status) Sentence() string { return statusSentences[s] }

// Sentence says the problem for a reader.
func (p ProblemCode) Sentence() string { return problemSentences[p] }

var reasonSentences = map[Reason]string{
	Retracted:       "withdrawn by whoever published it",
	OtherIncident:   "speaks of another incident",
	RunningTotal:    "a running total, reconciled and never added",
	Integrative:     "a ministry's or morgue's total, reconciled and never added",
	OtherPeople:     "counts other people than asked (a group, a severity, a status)",
	Removed:         "taken off the total it is a part of",
	Repeat:          "repeats another claim",
	Superseded:      "the same origin spoke later",
	DenialOvertaken: "said that nobody was hurt before somebody was counted",
	SilenceOnly:     "reported nobody hurt without denying it, which states no number",
	NotRecorded:     "the method's lexicon has no value for these words",
	Undivided:       "killed and injured are not told apart",
	NoNumber:        "gives no number, and another claim does",
	FromParty:       "comes from a party to the violence",
	InDoubt:         "in doubt whether it belongs here",
	Unreliable:      "its source is graded unreliable",
	UnderIdentified: "below the number of victims identified",
	UnderConsensus:  "below what most origins agree on",
	Higher:          "a lower number is preferred",
	Older:           "a more recent report is preferred",
	LessDetailed:    "a more detailed report is preferred",
	Outvoted:        "most origins say otherwise",
	LowerRank:       "a source of higher rank is preferred",
	Undated:         "has no date, and the method goes by dates",
	Over24h:         "covers more than 24 hours",
	NotYetVerified:  "not verified yet",
	NotVerified:     "of a case that another claim verifies",
	ExaminedOut:     "examined and rejected",
	NotAdopted:      "the decision does not rest on it",
	Decided:         "a person set it aside, by a decision with its reason",
	MethodRefused:   "the method cannot apply",
}

var statusSentences = map[Status]string{
	Settled:      "settled",
	NoneReported: "all that is known is that no casualties were reported: never 0",
	NoFigure:     "nothing could be counted: not reported, never 0",
	Provisional:  "one independent origin only",
	Unverified:   "nobody established; the claim is kept in the high",
	Pending:      "nothing verified yet",
	Refused:      "the method cannot apply; the problem says what is missing",
}

var problemSentences = map[ProblemCode]string{
	BelowIdentified:     "the figure is below the number of victims identified",
	ReliabilityUnknown:  "sources differ and none is graded",
	NothingReliable:     "only parties or unreliable sources speak",
	OneOrigin:           "one independent origin only",
	ScaleAssumed:        "a word worth 3 or 10 was taken as 3",
	UndatedClaims:       "claims have no date and the method goes by dates",
	NoIncidentDate:      "the incident has no date",
	NoRanking:           "no ranking of sources",
	NoDecision:          "no decision",
	NoReason:            "the decision has no reason",
	NotSignedOff:        "nobody signed the decision off",
	OwnSignOff:          "the author signed the decision off",
	LowAboveHigh:        "the low is above the high",
	SinglePerson:        "a book of one person: no second signature",
	CapsOverlap:         "two shared caps hold one incident",
	CapBelowLows:        "a shared cap is below the sum of lows",
	CapWithoutHighs:     "a shared cap is an upper bound, and the method gives none that it could hold",
	PartAboveTotal:      "a part is larger than its total",
	PartsAboveTotal:     "the parts are larger than their total",
	PartsBelowTotal:     "all the parts do not reach the total",
	PartsRaiseTotal:     "the parts' minima are above the total's minimum",
	IncidentsAboveTotal: "the incidents hold more than the total",
}
