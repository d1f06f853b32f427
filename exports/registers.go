package exports

import (
	"math"
	"strings"
	"time"

	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// incidentsTable has one row for each incident, with or without a figure.
func incidentsTable(c *content) *table {
	at := func(i int) casualty.Incident { return c.shown.Incidents[i] }
	place := func(i int) casualty.Place { return at(i).Place }
	claims := map[casualty.IncidentID]int{}
	for _, claim := range c.shown.Claims {
		claims[claim.Incident]++
	}
	return &table{
		name: incidentsSheet, title: "Incidents", rows: len(c.shown.Incidents), print: 13,
		holds: "One row for each incident: when, where, what and who is said to have done it",
		intro: []string{c.say("One row for each incident of the record, whether or not a figure could be made. Dates are calendar days as precise as known, never instants.") + c.also(c.redact.places)},
		columns: []column{
			{heading: "Incident", width: 10, look: sheet.Code, kind: "text", meaning: "Id of the incident", tag: "#event +code +id", value: func(i int) any { return string(at(i).ID) }},
			{heading: "Title", width: 34, kind: "text", blank: "no title", meaning: "Title of the incident", tag: "#event +name", value: func(i int) any { return c.text(incidentsSheet, at(i).Title) }},
			{heading: "Date", width: 22, look: sheet.Code, kind: "date", blank: "not known", meaning: "Day, month, year or span of days, as precisely as known", tag: "#date +occurred", value: func(i int) any { return string(at(i).Day) }},
			{heading: "Date precision", width: 11, look: sheet.Code, kind: "code", list: "date_precision", blank: "the date is not known", meaning: "How well the date is known", tag: "#event +date_precision", value: func(i int) any { return string(at(i).Day.Precision()) }},
			{heading: "First day", width: 12, look: sheet.Date, kind: "date", blank: "not known, or before 1900", meaning: "Earliest day that the date can mean", tag: "#date +occurred +start", value: func(i int) any { return day(at(i).Day.First()) }},
			{heading: "Last day", width: 12, look: sheet.Date, kind: "date", blank: "not known, or before 1900", meaning: "Latest day that the date can mean", tag: "#date +occurred +end", value: func(i int) any { return day(at(i).Day.Last()) }},
			{heading: "Place", width: 22, kind: "text", blank: "not known, or withheld", meaning: "Place as a reader should see it", tag: "#loc +name", value: func(i int) any { return c.text(incidentsSheet, place(i).Name) }},
			{heading: "Country", width: 9, look: sheet.Code, kind: "text", blank: "not known", meaning: "ISO 3166-1 alpha-3", tag: "#country +code +v_iso3", value: func(i int) any { return place(i).Country }},
			{heading: "Admin 1", width: 18, kind: "text", blank: "not known", meaning: "First-level unit", tag: "#adm1 +name", value: func(i int) any { return c.text(incidentsSheet, place(i).Admin1) }},
			{heading: "Admin 2", width: 18, kind: "text", blank: "not known", meaning: "Second-level unit", tag: "#adm2 +name", value: func(i int) any { return c.text(incidentsSheet, place(i).Admin2) }},
			{heading: "Cause", width: 16, kind: "text", blank: "not stated", meaning: "What did the harm, in the book's own list", tag: "#cause +name", value: func(i int) any { return c.text(incidentsSheet, at(i).Cause) }},
			{heading: "Perpetrators", width: 26, kind: "text", blank: "nobody named, or withheld", meaning: "Who is said to have done it, each marked known or suspected", tag: "#group +perp +alleged +name", value: func(i int) any { return c.text(incidentsSheet, c.perpetrators(at(i).Perpetrators)) }},
			{heading: "Grade", width: 12, look: sheet.Code, kind: "code", list: "grade", blank: "not graded", meaning: "How well the incident is established", tag: "#status +grade", value: func(i int) any { return string(at(i).Grade) }},
			{heading: "Claims", width: 9, look: sheet.Number, kind: "whole number", meaning: "How many claims are linked to it", value: func(i int) any { return claims[at(i).ID] }},
			{heading: "P-code", width: 12, look: sheet.Code, kind: "text", blank: "not known", meaning: "Code of the most precise unit", tag: "#adm1 +code +v_pcode", value: func(i int) any { return c.text(incidentsSheet, place(i).Code) }},
			{heading: "Place precision", width: 12, look: sheet.Code, kind: "code", list: "place_precision", blank: "not stated", meaning: "How well the place is known", tag: "#geo +precision", value: func(i int) any { return string(place(i).Precision) }},
			{heading: "Latitude", width: 11, look: sheet.Degrees, kind: "number", blank: "not known, or withheld", meaning: "Degrees north", tag: "#geo +lat", value: func(i int) any { return degrees(place(i).Lat) }},
			{heading: "Longitude", width: 11, look: sheet.Degrees, kind: "number", blank: "not known, or withheld", meaning: "Degrees east", tag: "#geo +lon", value: func(i int) any { return degrees(place(i).Lon) }},
			{heading: "Made up", width: 9, look: sheet.Flag, kind: "yes or no", list: "yes_no", meaning: "Whether the incident is invented, for demonstration", value: func(i int) any { return yesNo(at(i).Synthetic) }},
			{heading: "Notes", width: 40, kind: "text", blank: "none, or withheld", meaning: "Notes of the people who keep the record", tag: "#description +notes", value: func(i int) any { return c.text(incidentsSheet, at(i).Notes) }},
		},
	}
}

// day is a calendar day as a date cell can hold it; nil where it cannot.
func day(d casualty.Day) any {
	t, err := time.Parse("2006-01-02", string(d))
	if err != nil || t.Year() < 1901 {
		return nil
	}
	return sheet.Day(t)
}

// degrees is a coordinate to five decimals, about a metre.
func degrees(x *float64) any {
	if x == nil {
		return nil
	}
	return math.Round(*x*1e5) / 1e5
}

func (c *content) perpetrators(list []casualty.Perpetrator) string {
	words := make([]string, len(list))
	for i, p := range list {
		words[i] = p.Name + " (" + c.say("suspected") + ")"
		if p.Known {
			words[i] = p.Name + " (" + c.say("known") + ")"
		}
	}
	return strings.Join(words, c.mark(";"))
}

// sourcesTable has one row for each source.
func sourcesTable(c *content) *table {
	at := func(i int) casualty.Source { return c.shown.Sources[i] }
	claims, documents := map[casualty.SourceID]int{}, map[casualty.SourceID]int{}
	for _, claim := range c.shown.Claims {
		claims[claim.Source]++
	}
	for _, d := range c.shown.Documents {
		documents[d.Source]++
	}
	return &table{
		name: sourcesSheet, title: "Sources", rows: len(c.shown.Sources),
		holds: "One row for each source: who published the documents",
		intro: []string{c.say("One row for each source. Reliability is the Admiralty code, A (reliable) to F (cannot be judged); no grade counts as F.") + c.also(c.redact.sources)},
		columns: []column{
			{heading: "Source", width: 10, look: sheet.Code, kind: "text", meaning: "Id of the source", tag: "#meta +source +id", value: func(i int) any { return string(at(i).ID) }},
			{heading: "Name", width: 34, kind: "text", blank: "withheld in this profile", meaning: "Name of the source", tag: "#meta +source +name", value: func(i int) any { return c.text(sourcesSheet, at(i).Name) }},
			{heading: "Type", width: 14, look: sheet.Code, kind: "code", list: "source_type", blank: "not stated", meaning: "What kind of publisher it is", value: func(i int) any { return string(at(i).Type) }},
			{heading: "Reliability", width: 11, look: sheet.Code, kind: "code", list: "reliability", blank: "not graded; counts as F", meaning: "Admiralty code", value: func(i int) any { return string(at(i).Reliability) }},
			{heading: "Party", width: 9, look: sheet.Flag, kind: "yes or no", list: "yes_no", meaning: "Whether it is a fighting side or speaks for one", value: func(i int) any { return yesNo(at(i).Party) }},
			{heading: "Documents", width: 11, look: sheet.Number, kind: "whole number", meaning: "How many documents of it are kept", value: func(i int) any { return documents[at(i).ID] }},
			{heading: "Claims", width: 9, look: sheet.Number, kind: "whole number", meaning: "How many claims it carries", value: func(i int) any { return claims[at(i).ID] }},
			{heading: "Address", width: 40, look: sheet.Code, kind: "text", blank: "none, or withheld", meaning: "Where it publishes", tag: "#meta +url", value: func(i int) any { return c.text(sourcesSheet, at(i).Address) }},
		},
	}
}

// originsTable has one row for each origin.
func originsTable(c *content) *table {
	at := func(i int) casualty.Origin { return c.shown.Origins[i] }
	claims := map[casualty.OriginID]int{}
	for _, claim := range c.shown.Claims {
		claims[claim.Origin]++
	}
	return &table{
		name: originsSheet, title: "Origins", rows: len(c.shown.Origins),
		holds: "One row for each origin: who the numbers come from, apart from who printed them",
		intro: []string{c.say("One row for each origin. Many outlets that quote one origin are one voice in a figure.") + c.also(c.redact.origins)},
		columns: []column{
			{heading: "Origin", width: 10, look: sheet.Code, kind: "text", meaning: "Id of the origin", tag: "#meta +claimant +id", value: func(i int) any { return string(at(i).ID) }},
			{heading: "Name", width: 40, kind: "text", blank: "withheld in this profile", meaning: "Name of the origin", tag: "#meta +claimant +name", value: func(i int) any { return c.text(originsSheet, at(i).Name) }},
			{heading: "Aliases", width: 40, kind: "text", blank: "none, or withheld", meaning: "Other spellings that a person confirmed", value: func(i int) any { return c.text(originsSheet, strings.Join(at(i).Aliases, "; ")) }},
			{heading: "Party", width: 9, look: sheet.Flag, kind: "yes or no", list: "yes_no", meaning: "Whether it is a fighting side or speaks for one", value: func(i int) any { return yesNo(at(i).Party) }},
			{heading: "Claims", width: 9, look: sheet.Number, kind: "whole number", meaning: "How many claims come from it", value: func(i int) any { return claims[at(i).ID] }},
		},
	}
}

// documentsTable has one row for each document that is kept.
func documentsTable(c *content) *table {
	at := func(i int) casualty.Document { return c.shown.Documents[i] }
	claims := map[casualty.DocumentID]int{}
	for _, claim := range c.shown.Claims {
		claims[claim.Document]++
	}
	return &table{
		name: documentsSheet, title: "Documents", rows: len(c.shown.Documents), print: 9,
		holds: "One row for each document: where it was published, when it was retrieved, and its digest",
		intro: []string{
			c.say("One row for each document, kept exactly as received. The SHA-256 digest proves that a copy is the same document.") + c.also(c.redact.documents),
			c.say("Addresses are plain text: opening a page can tell its owner who is looking."),
		},
		columns: []column{
			{heading: "Document", width: 10, look: sheet.Code, kind: "text", meaning: "Id of the document", tag: "#meta +document +id", value: func(i int) any { return string(at(i).ID) }},
			{heading: "Name", width: 30, kind: "text", blank: "withheld in this profile", meaning: "File name as received", value: func(i int) any { return c.text(documentsSheet, at(i).Name) }},
			{heading: "Source", width: 10, look: sheet.Code, kind: "text", meaning: "Id of the source", tag: "#meta +source +id", value: func(i int) any { return string(at(i).Source) }},
			{heading: "Source name", width: 24, kind: "text", blank: "withheld in this profile", meaning: "Who published it", tag: "#meta +source +name", value: func(i int) any { return c.text(documentsSheet, c.sources.get(at(i).Source).Name) }},
			{heading: "Published", width: 20, look: sheet.Code, kind: "date", blank: "not known", meaning: "When it was published, with clock time and offset from UTC where they are known", tag: "#date +reported", value: func(i int) any { return string(at(i).Published) }},
			{heading: "Retrieved", width: 20, look: sheet.Code, kind: "date", blank: "not known", meaning: "When it was received into the book", tag: "#date +accessed", value: func(i int) any { return string(at(i).Retrieved) }},
			{heading: "Address", width: 44, look: sheet.Code, kind: "text", blank: "none, or withheld", meaning: "Where it was published", tag: "#meta +url", value: func(i int) any { return c.text(documentsSheet, at(i).Address) }},
			{heading: "SHA-256", width: 34, look: sheet.Digest, kind: "text", blank: "erased", meaning: "Digest of its bytes as received", value: func(i int) any { return at(i).SHA256 }},
			{heading: "Claims", width: 9, look: sheet.Number, kind: "whole number", meaning: "How many claims were read in it", value: func(i int) any { return claims[at(i).ID] }},
			{heading: "Bytes", width: 11, look: sheet.Number, kind: "whole number", meaning: "Its size as received", value: func(i int) any { return at(i).Size }},
			{heading: "Media type", width: 18, look: sheet.Code, kind: "text", blank: "not known", meaning: "What kind of file it is", value: func(i int) any { return at(i).MediaType }},
			{heading: "Language", width: 10, look: sheet.Code, kind: "text", blank: "not known", meaning: "ISO 639-1", value: func(i int) any { return at(i).Language }},
			{heading: "Erased", width: 24, kind: "text", blank: "not erased", meaning: "Reason of a lawful erasure; the content is gone", value: func(i int) any { return c.text(documentsSheet, c.erasedWhy(at(i).Erased)) }},
		},
	}
}
