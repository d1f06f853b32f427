package exports

import (
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// The sheets, as links and formulas name them.
const (
	coverSheet      = "Cover"
	contentsSheet   = "Contents"
	summarySheet    = "Summary"
	monthsSheet     = "By month"
	areasSheet      = "By area"
	cellsSheet      = "By month and area"
	matrixSheet     = "Months and areas"
	panelSheet      = "What is not known"
	figuresSheet    = "Figures"
	methodsSheet    = "Methods compared"
	partsSheet      = "Parts of a whole"
	claimsSheet     = "Claims"
	incidentsSheet  = "Incidents"
	sourcesSheet    = "Sources"
	originsSheet    = "Origins"
	documentsSheet  = "Documents"
	changesSheet    = "Changes"
	notesSheet      = "Notes"
	dictionarySheet = "Data dictionary"
	codesSheet      = "Code lists"
)

// figuresTable has one row for each incident and question.
func figuresTable(c *content) *table {
	fig := func(i int) *figure { return &c.figures[i] }
	t := &table{
		name: figuresSheet, title: "Figures of incidents", rows: len(c.figures), print: 13,
		holds: "One row for each incident and question, with the figure and the reasons behind it",
		intro: []string{
			c.say("One row for each incident and question: a kind of harm, and a group of people where claims count it apart. Method: %s.", c.table.Method),
			c.say("Low and High are whole people, both included. Where Open is yes there is no upper bound: High is blank and Highest, the largest number named, is no bound."),
			c.say("A blank Low means that no number is known; it is never zero. Explanation says why. Claims behind it leads to the claims: change Counted there and a live figure follows."),
		},
	}
	t.columns = append(figureNames(c, fig), figureNumbers(c, fig)...)
	t.columns = append(t.columns, figureReasons(c, fig)...)
	return t
}

// figureNames are the columns that say which figure it is.
func figureNames(c *content, fig func(int) *figure) []column {
	return []column{
		{heading: "Figure", width: 20, look: sheet.Code, kind: "text", meaning: "Name of the figure: the incident and the question", tag: "#meta +id",
			value: func(i int) any { return fig(i).id }},
		{heading: "Claims behind it", width: 14, look: sheet.Anchor, kind: "text", blank: "no claim was asked", meaning: "How many claims were asked for the figure; leads to the first of them",
			value: func(i int) any { return c.toClaims(fig(i)) }},
		{heading: "Incident", width: 10, look: sheet.Code, kind: "text", meaning: "Id of the incident", tag: "#event +code +id",
			value: func(i int) any { return string(fig(i).Incident.ID) }},
		{heading: "Title", width: 26, kind: "text", blank: "the incident has no title", meaning: "Title of the incident", tag: "#event +name",
			value: func(i int) any { return c.text("Figures", c.incidents.get(fig(i).Incident.ID).Title) }},
		{heading: "Date", width: 22, look: sheet.Code, kind: "date", blank: "the day is not known", meaning: "Day of the incident, as precisely as known: day, month, year or a span of days", tag: "#date +occurred",
			value: func(i int) any { return string(fig(i).Incident.Day) }},
		{heading: "Place", width: 18, kind: "text", blank: "not known, or withheld", meaning: "Place of the incident", tag: "#loc +name",
			value: func(i int) any { return c.text("Figures", c.incidents.get(fig(i).Incident.ID).Place.Name) }},
		{heading: "Question", width: 16, kind: "text", meaning: "Harm asked for, and the group of people where not all are meant", tag: "#impact +type",
			value: func(i int) any { return c.question(fig(i).Figure.Question) }},
	}
}

// figureNumbers are the columns that say how many.
func figureNumbers(c *content, fig func(int) *figure) []column {
	columns := []column{
		{heading: "Low", width: 9, look: sheet.Number, kind: "whole number", live: true, blank: "no number is known, or the method gives one number only (Best)", meaning: "Smallest number of people, included", tag: "#affected +min",
			value: func(i int) any { return c.low(fig(i)) }},
		{heading: "Best", width: 9, look: sheet.Number, kind: "whole number", live: true, blank: "the method gives a range and no single number, or no number is known", meaning: "The one number that the method gives, where it gives one", tag: "#affected +best",
			value: func(i int) any { return c.best(fig(i)) }},
		{heading: "High", width: 9, look: sheet.Number, kind: "whole number", live: true, blank: "no upper bound (Open is yes), or no number is known, or the method gives one number only", meaning: "Largest number of people, included", tag: "#affected +max",
			value: func(i int) any { return c.high(fig(i)) }},
		{heading: "Open", width: 8, look: sheet.Flag, kind: "yes or no", live: true, blank: "there is no figure", meaning: "Whether the figure has no upper bound", list: "yes_no",
			value: func(i int) any { return c.open(fig(i)) }},
		{heading: "Highest", width: 10, look: sheet.Number, kind: "whole number", live: true, blank: "no number is known", meaning: "Largest number named; no bound where Open is yes",
			value: func(i int) any { return c.highest(fig(i)) }},
		{heading: "In words", width: 20, look: sheet.Strong, kind: "text", live: true, meaning: "The figure as a reader sees it",
			value: func(i int) any { return c.words(fig(i)) }},
	}
	span := func(i int) casualty.Range { return fig(i).Figure.Span }
	reported := rangeColumns("Reported", "as reported, before any claim was set aside as older or repeated", span)
	reported[0].value = func(i int) any { return reportedLow(fig(i)) }
	return append(columns, reported...)
}

// reportedLow is the low of the span as reported: blank where it is a 0 that no
// claim states.
func reportedLow(f *figure) any {
	low, known := f.Figure.Span.Low()
	for i := range f.uses {
		u := &f.uses[i]
		if n, said := u.coded.Low(); low > 0 || said && n == 0 && weight(u.claim) > 0 {
			return number(low, known)
		}
	}
	return nil
}

// rangeColumns are the four columns of a range that is a value, never a formula.
func rangeColumns(prefix, of string, value func(int) casualty.Range) []column {
	return []column{
		{heading: prefix + " low", width: 10, look: sheet.Number, kind: "whole number", blank: "nobody stated a floor, or no number is known", meaning: "Smallest number " + of,
			value: func(i int) any { return number(value(i).Low()) }},
		{heading: prefix + " high", width: 10, look: sheet.Number, kind: "whole number", blank: "no upper bound, or no number is known", meaning: "Largest number " + of,
			value: func(i int) any { return number(value(i).High()) }},
		{heading: prefix + " open", width: 10, look: sheet.Flag, kind: "yes or no", blank: "no number is known", meaning: "Whether the range has no upper bound, " + of, list: "yes_no",
			value: func(i int) any {
				if !value(i).Stated() {
					return nil
				}
				return yesNo(value(i).Open())
			}},
		{heading: prefix + " highest", width: 10, look: sheet.Number, kind: "whole number", blank: "no number is known", meaning: "Largest number named, " + of,
			value: func(i int) any { return number(value(i).Highest()) }},
	}
}

// figureReasons are the columns that say on what the figure stands.
func figureReasons(c *content, fig func(int) *figure) []column {
	return []column{
		{heading: "Low stands on", width: 16, look: sheet.Code, kind: "code", list: "low_basis", blank: "no number is known", meaning: "What kind of low it is: a stated number, a reported zero, no floor stated, or the method's own zero",
			value: func(i int) any { return c.basis(fig(i)) }},
		{heading: "Origins", width: 9, look: sheet.Number, kind: "whole number", meaning: "How many origins the counted claims come from; many outlets that quote one origin are one",
			value: func(i int) any { return distinctOrigins(fig(i)) }},
		{heading: "Sources", width: 9, look: sheet.Number, kind: "whole number", meaning: "How many sources carry the claims, counted or set aside",
			value: func(i int) any { return distinctSources(fig(i)) }},
		{heading: "Counted", width: 9, look: sheet.Number, kind: "whole number", live: true, meaning: "How many claims the figure counts",
			value: func(i int) any { return c.tally(fig(i), "yes", len(fig(i).Figure.Counted)) }},
		{heading: "Set aside", width: 9, look: sheet.Number, kind: "whole number", live: true, meaning: "How many claims the figure sets aside; each has its reason on the sheet Claims",
			value: func(i int) any { return c.tally(fig(i), "no", len(fig(i).Figure.SetAside)) }},
		{heading: "Status", width: 14, look: sheet.Code, kind: "code", list: "status", meaning: "What became of the question",
			value: func(i int) any { return statusCode(fig(i).Figure.Status) }},
		{heading: "Explanation", width: 34, kind: "text", prose: true, meaning: "The status in words, and what a person should look at",
			value: func(i int) any { return c.explanation(fig(i).Figure) }},
		{heading: "Harm", width: 12, look: sheet.Code, kind: "code", list: "harm", meaning: "Harm asked for",
			value: func(i int) any { return string(fig(i).Figure.Question.Harm) }},
		{heading: "Population", width: 12, look: sheet.Code, kind: "code", list: "population", blank: "all people", meaning: "Population asked for",
			value: func(i int) any { return string(fig(i).Figure.Question.Population) }},
		{heading: "Group", width: 12, look: sheet.Code, kind: "code", list: "group", blank: "all people", meaning: "Group asked for",
			value: func(i int) any { return string(fig(i).Figure.Question.Group) }},
		{heading: "Severity", width: 12, look: sheet.Code, kind: "code", list: "severity", blank: "any severity", meaning: "Severity asked for",
			value: func(i int) any { return string(fig(i).Figure.Question.Severity) }},
		{heading: "Month", width: 12, look: sheet.Code, kind: "text", meaning: byMonth.meaning,
			value: func(i int) any { return c.key(c.keyOf(fig(i), aggregate.ByMonth)) }},
		{heading: "Area", width: 18, kind: "text", meaning: byArea.meaning, tag: "#adm1 +name",
			value: func(i int) any { return c.text(figuresSheet, c.key(c.keyOf(fig(i), aggregate.ByAdmin1))) }},
		{heading: "In totals", width: 9, look: sheet.Flag, kind: "yes or no", list: "yes_no", meaning: "Whether the totals hold the figure; the settings can leave grades of incidents out",
			value: func(i int) any { return yesNo(c.headlines(fig(i))) }},
		{heading: "Grade", width: 12, look: sheet.Code, kind: "code", list: "grade", blank: "not graded", meaning: "How well the incident is established", tag: "#status +grade",
			value: func(i int) any { return string(fig(i).Incident.Grade) }},
		{heading: "Decisions", width: 10, look: sheet.Number, kind: "whole number", meaning: "How many decisions in force the figure rests on",
			value: func(i int) any { return len(fig(i).Figure.Decisions) }},
		{heading: "Unsigned", width: 10, look: sheet.Flag, kind: "yes or no", list: "yes_no", meaning: "Whether no second person signed one of these decisions",
			value: func(i int) any { return yesNo(fig(i).Figure.Unsigned) }},
		{heading: "Waiting", width: 10, look: sheet.Number, kind: "whole number", meaning: "How many decisions on the figure wait for a second person and change nothing yet",
			value: func(i int) any { return len(fig(i).Figure.Waiting) }},
		{heading: "Computed", width: 28, kind: "text", prose: true, meaning: "Whether the figure is a live formula over the sheet Claims, or a value, and then why",
			value: func(i int) any { return c.computed(fig(i)) }},
		{heading: "Method", width: 14, look: sheet.Code, kind: "text", meaning: "Method and its version", tag: "#meta +method",
			value: func(i int) any { return fig(i).Figure.Method }},
		{heading: "Lexicon", width: 14, look: sheet.Code, kind: "text", meaning: "Lexicon that the words were coded by, and its version", tag: "#meta +lexicon",
			value: func(i int) any { return fig(i).Figure.Lexicon }},
	}
}

func statusCode(s aggregate.Status) string {
	if s == "" {
		return "settled"
	}
	return string(s)
}

func (c *content) explanation(f aggregate.Figure) string {
	if f.Status == withheld {
		return c.say(withheldWords)
	}
	parts := []string{c.say(f.Status.Sentence())}
	for _, p := range f.Problems {
		parts = append(parts, c.say(p.Sentence()))
	}
	return strings.Join(parts, c.mark(";"))
}

// lowBasis tells a reported zero from the zeros that nobody reported.
func lowBasis(f aggregate.Figure) string {
	low, _ := f.Shown().Low()
	switch {
	case !f.Settled():
		return ""
	case f.NoFloor && (f.Status == aggregate.Unverified || !f.Range.Stated() && low == 0):
		return "method_zero"
	case f.NoFloor:
		return "no_floor"
	case low == 0:
		return "reported_zero"
	}
	return "stated"
}

func distinctOrigins(f *figure) int {
	seen := map[string]bool{}
	for i := range f.uses {
		u := &f.uses[i]
		if u.counted() {
			seen[u.of.Voice] = true
		}
	}
	return len(seen)
}

func distinctSources(f *figure) int {
	seen := map[casualty.SourceID]bool{}
	for i := range f.uses {
		u := &f.uses[i]
		seen[u.claim.Source] = true
	}
	return len(seen)
}
