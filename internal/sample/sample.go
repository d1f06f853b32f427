// Package sample makes small records for tests. Every name, place and text in
// them is made up.
package sample

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"tollbook/casualty"
)

// A Maker adds to a record and gives the ids. Its claims are confirmed and
// speak of the incident added last.
type Maker struct {
	casualty.Record
	moment int
}

// New is an empty record whose journal ends on 1 September 2031.
func New() *Maker {
	return &Maker{Record: casualty.Record{
		Book: "sample", Head: digest("head"), Entries: 12, AsOf: "2031-09-01T08:00:00Z",
	}}
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Source adds a source of public sensitivity and one document of it.
func (m *Maker) Source(name string) casualty.SourceID {
	id := casualty.SourceID(fmt.Sprintf("s%d", len(m.Sources)+1))
	m.Sources = append(m.Sources, casualty.Source{ID: id, Name: name, Type: "outlet", Reliability: "B", Sensitivity: casualty.Public})
	n := len(m.Documents) + 1
	m.Documents = append(m.Documents, casualty.Document{
		ID: casualty.DocumentID(fmt.Sprintf("d%d", n)), Name: fmt.Sprintf("report-%d.txt", n), Address: fmt.Sprintf("https://example.org/report/%d", n),
		MediaType: "text/plain", Charset: "utf-8", Size: 900 + n, SHA256: digest(name), Retrieved: "2031-08-20T09:00:00Z",
		Published: "2031-08-19T18:30+02:00", Source: id, Language: "en", Sensitivity: casualty.Public,
	})
	m.Reports = append(m.Reports, casualty.Report{ID: casualty.ReportID(fmt.Sprintf("r%d", n)), Document: casualty.DocumentID(fmt.Sprintf("d%d", n)), Reader: "phrase/1"})
	return id
}

// Origin adds an origin.
func (m *Maker) Origin(name string, aliases ...string) casualty.OriginID {
	id := casualty.OriginID(fmt.Sprintf("o%d", len(m.Origins)+1))
	m.Origins = append(m.Origins, casualty.Origin{ID: id, Name: name, Aliases: aliases})
	return id
}

// Incident adds an incident in the made-up province of Vareno.
func (m *Maker) Incident(title string, day casualty.Day) casualty.IncidentID {
	id := casualty.IncidentID(fmt.Sprintf("i%d", len(m.Incidents)+1))
	lat, lon := 12.345678, -45.5
	m.Incidents = append(m.Incidents, casualty.Incident{
		ID: id, Title: title, Day: day, Cause: "shelling", Grade: casualty.GradeFair, Synthetic: true,
		Place:        casualty.Place{Name: "Ostrel", Country: "XVA", Admin1: "Vareno", Code: "007", Precision: "settlement", Lat: &lat, Lon: &lon},
		Perpetrators: []casualty.Perpetrator{{Name: "Northern Column", Party: true}},
	})
	return id
}

// Claim adds a confirmed claim of the source's document about the last incident.
// change may set what differs.
func (m *Maker) Claim(source casualty.SourceID, harm casualty.Harm, count casualty.Count, change ...func(*casualty.Claim)) casualty.ClaimID {
	n := len(m.Claims) + 1
	document := m.Documents[0]
	for _, d := range m.Documents {
		if d.Source == source {
			document = d
		}
	}
	m.moment++
	quote := fmt.Sprintf("%s %s in Ostrel", count, harm)
	claim := casualty.Claim{
		ID: casualty.ClaimID(fmt.Sprintf("c%d", n)), Report: casualty.ReportID("r" + string(document.ID[1:])), Document: document.ID, Source: source,
		Status: casualty.Confirmed, Incident: m.Incidents[len(m.Incidents)-1].ID, Harm: harm, Count: count, Scope: casualty.ThisIncident,
		Quote: casualty.Quote{Text: quote, Start: 100 * n, End: 100*n + len(quote), Released: true, Sensitivity: casualty.Public},
		Said:  casualty.Moment(fmt.Sprintf("2031-08-19T%02d:%02dZ", m.moment/60%24, m.moment%60)),
	}
	for _, c := range change {
		c(&claim)
	}
	m.Claims = append(m.Claims, claim)
	return claim.ID
}

// Counts, short to write.

// Exactly is "n".
func Exactly(n int) casualty.Count { return casualty.Count{Qualifier: casualty.Exact, N: n} }

// AtLeast is "at least n".
func AtLeast(n int) casualty.Count { return casualty.Count{Qualifier: casualty.AtLeastN, N: n} }

// UpTo is "up to n".
func UpTo(n int) casualty.Count { return casualty.Count{Qualifier: casualty.UpTo, N: n} }

// Between is "n to n2".
func Between(n, n2 int) casualty.Count {
	return casualty.Count{Qualifier: casualty.BetweenN, N: n, N2: n2}
}

// Word is a vague word, such as "dozens".
func Word(word string) casualty.Count {
	return casualty.Count{Qualifier: casualty.Vague, Word: word, Language: "en"}
}

// None is "nobody", denied or not reported.
func None(word string) casualty.Count {
	return casualty.Count{Qualifier: casualty.None, Word: word, Language: "en"}
}

// Deaths is harm stated without a number.
func Deaths() casualty.Count { return casualty.Count{Qualifier: casualty.Unspecified, Language: "en"} }
