package exports

import (
	"unicode"
	"unicode/utf8"

	"tollbook/aggregate"
	"tollbook/exports/internal/sheet"
)

// A codeMeaning is one row of the sheet Code lists.
type codeMeaning struct{ list, code, meaning string }

// codeMeanings are all codes that the tables use, list by list.
func codeMeanings() []codeMeaning {
	var rows []codeMeaning
	add := func(list string, pairs ...string) {
		for i := 0; i < len(pairs); i += 2 {
			rows = append(rows, codeMeaning{list, pairs[i], pairs[i+1]})
		}
	}
	add("yes_no", "yes", "It is so", "no", "It is not so")
	add("harm", "killed", "killed", "injured", "injured", "casualties", "Killed or injured, undivided", "missing", "missing",
		"detained", "detained", "abducted", "abducted", "displaced", "displaced")
	add("population", "civilians", "civilians", "combatants", "combatants", "contested", "Sources disagree whether the people were civilians")
	add("group", "women", "women", "men", "men", "girls", "girls", "boys", "boys", "children", "Children whose sex is not stated", "elderly", "Elderly people",
		"aid_workers", "aid workers", "health_workers", "health workers", "journalists", "journalists", "educators", "educators", "police", "police", "soldiers", "soldiers")
	add("severity", "serious", "Seriously injured")
	add("scope", "incident", "The number speaks of this incident", "other", "It speaks of another incident", "cumulative", "A running total: reconciled, never added", "integrative", "A ministry's or morgue's total for a period: reconciled, never added")
	add("claim_status", "suggested", "Read from a text, not confirmed by a person: enters no figure", "confirmed", "Confirmed by a person", "rejected", "Rejected by a person: enters no figure", "retracted", "Withdrawn by whoever published it")
	add("source_type", "outlet", "News outlet", "agency", "News agency", "ministry", "Ministry", "authority", "Civil authority", "armed_force", "Armed force", "hospital", "Hospital", "monitor", "Monitor", "ngo", "Non-governmental organisation", "un", "United Nations body", "witness", "Witness", "social_media", "Social media account", "other", "Another kind of source")
	add("reliability", "A", "Reliable", "B", "Usually reliable", "C", "Fairly reliable", "D", "Not usually reliable", "E", "Unreliable", "F", "Cannot be judged; also what no grade counts as")
	add("grade", "confirmed", "Confirmed", "fair", "Fairly established", "weak", "Weakly established", "contested", "Contested", "discounted", "Discounted")
	add("date_precision", "day", "Known to the day", "range", "Known to a span of days", "month", "Known to the month", "year", "Known to the year")
	add("place_precision", "exact", "Exact", "settlement", "Known to the settlement", "admin2", "Known to the second-level unit", "admin1", "Known to the first-level unit", "country", "Known to the country")
	add("low_basis", "stated", "A source states the low", "reported_zero", "A source says that nobody was harmed", "no_floor", "Nobody stated a floor: the low is blank, not zero", "method_zero", "The method's own zero: nobody is established; no reported zero")
	add("part", followsCode, "A bound that follows from reported numbers; nobody reported it")
	for _, p := range partProblems {
		add("part", string(p), p.Sentence())
	}
	add("panel_unit", "incidents", "Incidents of the total", "percent", "Percent, rounded down", "claims", "Claims of the record")
	for _, m := range panelMeasures() {
		add("panel", m.code, m.words)
	}
	for _, c := range causes {
		add("cause", string(c), c.Sentence())
	}
	for _, s := range statuses {
		add("status", statusCode(s), s.Sentence())
	}
	add("status", string(withheld), withheldWords)
	for _, r := range reasonCodes {
		add("reason", string(r), r.Sentence())
	}
	return rows
}

// causes are all reasons why a figure changed.
var causes = []aggregate.Cause{
	aggregate.NewIncident, aggregate.LateReport, aggregate.Revision, aggregate.Correction, aggregate.Retraction, aggregate.Erasure,
	aggregate.Merge, aggregate.DecisionMade, aggregate.VictimRecorded, aggregate.MethodChange, aggregate.SettingsChange, aggregate.SharedCap,
}

// statuses and reasonCodes are all that a figure and its claims can carry.
var (
	statuses    = []aggregate.Status{aggregate.Settled, aggregate.NoneReported, aggregate.NoFigure, aggregate.Provisional, aggregate.Unverified, aggregate.Pending, aggregate.Refused}
	reasonCodes = []aggregate.Reason{
		aggregate.Retracted, aggregate.OtherIncident, aggregate.RunningTotal, aggregate.Integrative, aggregate.OtherPeople, aggregate.Removed, aggregate.Repeat, aggregate.Superseded,
		aggregate.DenialOvertaken, aggregate.SilenceOnly, aggregate.NotRecorded, aggregate.Undivided, aggregate.NoNumber, aggregate.FromParty, aggregate.InDoubt, aggregate.Unreliable,
		aggregate.UnderIdentified, aggregate.UnderConsensus, aggregate.Higher, aggregate.Older, aggregate.LessDetailed, aggregate.Outvoted, aggregate.LowerRank, aggregate.Undated,
		aggregate.Over24h, aggregate.NotYetVerified, aggregate.NotVerified, aggregate.ExaminedOut, aggregate.NotAdopted, aggregate.Decided, aggregate.MethodRefused,
	}
)

func sentenceCase(s string) string {
	if s == "" {
		return s
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

func codesTable(c *content) *table {
	rows := codeMeanings()
	return &table{
		name: codesSheet, title: "Code lists", rows: len(rows),
		holds: "The codes that the tables use, with their meanings",
		intro: []string{c.say("One row for each code. A blank cell in a column of codes means what the data dictionary says of that column.")},
		columns: []column{
			{heading: "List", width: 18, look: sheet.Code, kind: "text", meaning: "Name of the list, as the data dictionary gives it", value: func(i int) any { return rows[i].list }},
			{heading: "Code", width: 20, look: sheet.Code, kind: "text", meaning: "The code as the tables hold it", value: func(i int) any { return rows[i].code }},
			{heading: "Meaning", width: 60, kind: "text", meaning: "What the code means", value: func(i int) any { return sentenceCase(c.say(rows[i].meaning)) }},
		},
	}
}
