package exports

import (
	"strings"

	"tollbook/aggregate"
)

// statement says in prose how the figures and totals of this workbook come about,
// made of the settings in force.
func (c *content) statement() string {
	set, m := c.options.Settings, c.table.Method
	sentences := []string{
		c.say("Figures are settled by %s, with the words coded by the lexicon %s.", m, m.Lexicon),
		c.say("Only claims that a person confirmed and linked to an incident enter a figure."),
		c.say("Within one origin a later claim replaces an earlier one, even downwards; many outlets that quote one origin are one voice."),
		c.say("Lows and highs are added apart: a total is an envelope of what was reported and no confidence interval."),
		c.say(periodSentences[set.Periods]),
	}
	if len(set.Grades) == 0 {
		sentences = append(sentences, c.say("Totals hold incidents of every grade."))
	} else {
		sentences = append(sentences, c.say("Totals hold incidents of these grades: %s; the others stand on Figures, beside the totals.", joinCodes(set.Grades)))
	}
	if len(set.Rank) > 0 {
		sentences = append(sentences, c.say("Sources rank in this order: %s.", joinCodes(set.Rank)))
	}
	if set.Economy != "" {
		sentences = append(sentences, c.say("A family is counted as in this kind of economy: %s.", set.Economy))
	}
	if len(set.Caps) > 0 && !c.small.on() {
		sentences = append(sentences, c.say("Numbers reported for several incidents together cap the totals: %s.", c.count(len(set.Caps))))
		if m.Point {
			sentences = append(sentences, c.say("This method gives no highs that they could hold; where they contradict a total, Look says so."))
		}
	}
	if c.small.on() {
		sentences = append(sentences, c.say("Numbers from 1 to %s are shown as that range, and what they could be told from is withheld.", c.count(c.small.under-1)))
	}
	return strings.Join(sentences, " ")
}

var periodSentences = map[aggregate.PeriodRule]string{
	"":              "An incident across two periods counts where it began.",
	aggregate.Start: "An incident across two periods counts where it began.",
	aggregate.Spans: "An incident across two periods stands in a row of its own.",
	aggregate.Dealt: "An incident across two periods is dealt over them by its days.",
}

func joinCodes[C ~string](codes []C) string {
	texts := make([]string, len(codes))
	for i, code := range codes {
		texts[i] = string(code)
	}
	return strings.Join(texts, ", ")
}
