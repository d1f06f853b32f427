package exports

import (
	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// claimsTable has one row for each figure and claim asked for it, in the order
// of the figures, and after them the claims that enter no figure. A claim that
// was asked for two figures has two rows: counted in one, it may be set aside in
// the other.
func claimsTable(c *content) *table {
	t := &table{
		name: claimsSheet, title: "Claims behind the figures", rows: len(c.claims), print: 9,
		holds: "One row for each figure and claim: its words, what they were worth, and whether it was counted or why not",
		intro: []string{
			c.say("One row for each figure and claim asked for it; claims that enter no figure stand at the end, with the reason."),
			c.say("Counted may be changed to yes or no: figures marked as live formulas, and the totals, follow. The published figures are those of the file as received."),
			c.say("A blank Coded low means that the words state no smallest number; it is never zero.") + c.also(c.redact.quotes),
		},
	}
	at := func(i int) *use { return &c.claims[i] }
	t.columns = append(claimJudged(c, at), claimSaid(c, at)...)
	t.columns = append(t.columns, claimAbout(at)...)
	return t
}

// claimJudged are the columns that say what became of the claim.
func claimJudged(c *content, at func(int) *use) []column {
	return []column{
		{heading: "Figure", width: 18, look: sheet.Code, kind: "text", blank: "the claim enters no figure", meaning: "Figure that the claim was asked for",
			value: func(i int) any {
				if at(i).figure == nil {
					return nil
				}
				return at(i).figure.id
			}},
		{heading: "Claim", width: 9, look: sheet.Code, kind: "text", meaning: "Id of the claim", tag: "#meta +claim +id",
			value: func(i int) any { return string(at(i).claim.ID) }},
		{heading: "Counted", width: 10, look: sheet.Input, kind: "yes or no", list: "yes_no", choices: []string{"yes", "no"}, meaning: "Whether the figure counts the claim; a reader may change it",
			value: func(i int) any { return yesNo(at(i).counted()) }},
		{heading: "Why", width: 30, kind: "text", prose: true, meaning: "Counted, or why the claim was set aside or enters no figure",
			value: func(i int) any { return c.text(claimsSheet, c.told(at(i))) }},
		{heading: "As worded", width: 18, kind: "text", meaning: "The number as the source worded it",
			value: func(i int) any { return c.text(claimsSheet, c.wording(at(i).claim.Count)) }},
		{heading: "Quote", width: 50, kind: "text", blank: "withheld in this profile", meaning: "The words of the document that carry the claim", tag: "#description +quote",
			value: func(i int) any { return c.text(claimsSheet, at(i).claim.Quote.Text) }},
		{heading: "Source", width: 20, kind: "text", blank: "withheld in this profile", meaning: "Who published the document", tag: "#meta +source +name",
			value: func(i int) any { return c.text(claimsSheet, c.sources.get(at(i).claim.Source).Name) }},
		{heading: "Origin", width: 22, kind: "text", blank: "the source speaks for itself, or withheld", meaning: "Who the number comes from, apart from who printed it", tag: "#meta +claimant +name",
			value: func(i int) any { return c.text(claimsSheet, c.origins.get(at(i).claim.Origin).Name) }},
		{heading: "Said", width: 18, look: sheet.Code, kind: "date", blank: "not known when the origin said it", meaning: "When the origin said it, with clock time and offset from UTC where they are known",
			value: func(i int) any { return string(at(i).claim.Said) }},
	}
}

// claimSaid are the columns that say what the words were worth and where they stand.
func claimSaid(c *content, at func(int) *use) []column {
	coded := func(i int) casualty.Range { return at(i).coded }
	columns := append(rangeColumns("Coded", "that the method's lexicon reads in the words", coded), column{
		heading: "Weight of words", width: 10, look: sheet.Number, kind: "whole number", blank: "the claim sets no low: it is in doubt whether its people belong here, or it was asked for no figure",
		meaning: "Rank of the words for the low: 1 a number, 2 a vague word, 3 harm stated without a number",
		value: func(i int) any {
			if at(i).figure == nil {
				return nil
			}
			return number(weight(at(i).claim), weight(at(i).claim) > 0)
		}})
	return append(columns,
		column{heading: "Back to figure", width: 18, look: sheet.Anchor, kind: "text", blank: "the claim enters no figure", meaning: "Leads to the figure",
			value: func(i int) any { return c.toFigure(at(i)) }},
		column{heading: "Document", width: 12, look: sheet.Code, kind: "text", meaning: "Id of the document that holds the quote", tag: "#meta +document +id",
			value: func(i int) any { return string(at(i).claim.Document) }},
		column{heading: "To document", width: 14, look: sheet.Anchor, kind: "text", blank: "the document is not shown", meaning: "Leads to the document",
			value: func(i int) any { return c.toDocument(at(i).claim.Document) }},
		column{heading: "Address", width: 30, look: sheet.Code, kind: "text", blank: "the document has no address, or it is withheld", meaning: "Where the document was published", tag: "#meta +url",
			value: func(i int) any { return c.text(claimsSheet, c.documents.get(at(i).claim.Document).Address) }},
		column{heading: "SHA-256", width: 24, look: sheet.Digest, kind: "text", blank: "the document is not shown", meaning: "Digest of the document's bytes as received: whoever has the document can prove that it is the same",
			value: func(i int) any { return c.documents.get(at(i).claim.Document).SHA256 }},
		column{heading: "From byte", width: 9, look: sheet.Number, kind: "whole number", blank: "the quote is withheld, or stands in a cell", meaning: "Where the quote begins in the document's text, in bytes from 0",
			value: func(i int) any { return number(at(i).claim.Quote.Start, inText(at(i).claim.Quote)) }},
		column{heading: "To byte", width: 9, look: sheet.Number, kind: "whole number", blank: "the quote is withheld, or stands in a cell", meaning: "Where the quote ends, the byte not included",
			value: func(i int) any { return number(at(i).claim.Quote.End, inText(at(i).claim.Quote)) }},
		column{heading: "Cell", width: 14, look: sheet.Code, kind: "text", blank: "the quote is withheld, or stands in a text", meaning: "Where the quote stands in a spreadsheet",
			value: func(i int) any { return c.text(claimsSheet, cellOf(at(i).claim.Quote)) }},
		column{heading: "Claimant as written", width: 24, kind: "text", blank: "the document names nobody, or withheld", meaning: "Who the document says the number comes from, as it says it",
			value: func(i int) any { return c.text(claimsSheet, at(i).claim.Claimant) }},
	)
}

// inText tells whether a quote that is shown stands in a text; in a spreadsheet it
// has a cell, and no bytes.
func inText(q casualty.Quote) bool { return q.Text != "" && q.Cell == "" }

// cellOf is the cell of a quote that is shown.
func cellOf(q casualty.Quote) string {
	if q.Text == "" {
		return ""
	}
	return q.Cell
}

// claimAbout are the columns that say of whom the claim speaks.
func claimAbout(at func(int) *use) []column {
	return []column{
		{heading: "Reason", width: 16, look: sheet.Code, kind: "code", list: "reason", blank: "counted, or asked for no figure", meaning: "Why the claim was set aside, as a code",
			value: func(i int) any { return string(at(i).what().Reason) }},
		{heading: "Gave way to", width: 11, look: sheet.Code, kind: "text", blank: "to no other claim", meaning: "Claim that this one gave way to",
			value: func(i int) any { return string(at(i).what().By) }},
		{heading: "Status", width: 12, look: sheet.Code, kind: "code", list: "claim_status", meaning: "Where the claim stands: only confirmed claims enter a figure",
			value: func(i int) any { return string(at(i).claim.Status) }},
		{heading: "Incident", width: 10, look: sheet.Code, kind: "text", blank: "linked to no incident", meaning: "Incident that the claim speaks of", tag: "#event +code +id",
			value: func(i int) any { return string(at(i).claim.Incident) }},
		{heading: "Harm", width: 12, look: sheet.Code, kind: "code", list: "harm", meaning: "What was done to the people counted",
			value: func(i int) any { return string(at(i).claim.Harm) }},
		{heading: "Population", width: 12, look: sheet.Code, kind: "code", list: "population", blank: "not stated", meaning: "Whether the people are civilians",
			value: func(i int) any { return string(at(i).claim.Population) }},
		{heading: "Group", width: 12, look: sheet.Code, kind: "code", list: "group", blank: "not stated", meaning: "Who the people are by sex, age or role",
			value: func(i int) any { return string(at(i).claim.Group) }},
		{heading: "Severity", width: 12, look: sheet.Code, kind: "code", list: "severity", blank: "not stated", meaning: "Severity of an injury",
			value: func(i int) any { return string(at(i).claim.Severity) }},
		{heading: "Scope", width: 12, look: sheet.Code, kind: "code", list: "scope", blank: "not stated", meaning: "What the number speaks of: this incident, another, or a running total",
			value: func(i int) any { return string(at(i).claim.Scope) }},
		{heading: "Part of", width: 10, look: sheet.Code, kind: "text", blank: "no part of another claim", meaning: "Claim whose people these are a part of",
			value: func(i int) any { return string(at(i).claim.SubsetOf) }},
	}
}

// toFigure leads from a claim back to its figure.
func (c *content) toFigure(u *use) any {
	if u.figure == nil {
		return nil
	}
	return c.link(figuresSheet, "Figure", u.figure.id, u.figure.row, c.say("to %s", u.figure.id))
}

func (c *content) toDocument(id casualty.DocumentID) any {
	row, ok := c.documents.at[id]
	if !ok {
		return nil
	}
	return c.link(documentsSheet, "Document", string(id), row, c.say("to %s", id))
}
