package casualty

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Doubt is something in a record that a person should look at: where it
// stands, and what is doubtful. It blocks nothing.
type Doubt struct {
	Where string // "claim c12", "incident i3"
	What  string
}

// Lint lists what is doubtful in a record, in the order of its places. It names
// records by their ids only.
func Lint(r Record) []Doubt {
	l := lint{record: r, claims: map[ClaimID]Claim{}, sources: map[SourceID]Source{}, origins: map[OriginID]Origin{}, incidents: map[IncidentID]Incident{}, documents: map[DocumentID]Document{}}
	l.index()
	for _, c := range r.Claims {
		if c.Erased == "" && c.Status != Rejected {
			l.claim(c)
		}
	}
	l.chains()
	l.parties()
	for _, i := range r.Incidents {
		l.incident(i)
	}
	for _, d := range r.Decisions {
		l.decision(d)
	}
	slices.SortStableFunc(l.doubts, func(a, b Doubt) int { return cmp.Compare(a.Where, b.Where) })
	return l.doubts
}

type lint struct {
	record    Record
	claims    map[ClaimID]Claim
	sources   map[SourceID]Source
	origins   map[OriginID]Origin
	incidents map[IncidentID]Incident
	documents map[DocumentID]Document
	doubts    []Doubt
}

func (l *lint) index() {
	for _, c := range l.record.Claims {
		l.claims[c.ID] = c
	}
	for _, s := range l.record.Sources {
		l.sources[s.ID] = s
	}
	for _, o := range l.record.Origins {
		l.origins[o.ID] = o
	}
	for _, i := range l.record.Incidents {
		l.incidents[i.ID] = i
	}
	for _, d := range l.record.Documents {
		l.documents[d.ID] = d
	}
}

func (l *lint) doubt(where, what string, args ...any) {
	l.doubts = append(l.doubts, Doubt{where, fmt.Sprintf(what, args...)})
}

// doubtIf notes each doubt of a table whose condition holds.
func (l *lint) doubtIf(where string, table []struct {
	holds bool
	what  string
}) {
	for _, row := range table {
		if row.holds {
			l.doubt(where, "%s", row.what)
		}
	}
}

func (l *lint) claim(c Claim) {
	where := "claim " + string(c.ID)
	l.doubtIf(where, []struct {
		holds bool
		what  string
	}{
		{c.Status == Retracted && !c.RetractedAt.Stated(), "was retracted, and nobody says when: as of any day it counts as withdrawn"},
		{c.Subset && c.SubsetOf == "", "counts part of another figure, and nobody says of which"},
		{c.Incident != "" && c.Scope == Cumulative, "is a running total and is linked to an incident; it enters no figure of it"},
		{c.Incident != "" && c.Scope == Integrative, "is a total for a period and is linked to an incident; it enters no figure of it"},
		{c.Incident != "" && c.Scope == OtherIncident, "is linked to an incident and still marked as speaking of another; it enters no figure of it"},
		{c.Quote.Start < 0 || c.Quote.End < c.Quote.Start, fmt.Sprintf("its quote runs from %d to %d", c.Quote.Start, c.Quote.End)},
		{c.Quote.End >= c.Quote.Start && c.Quote.End-c.Quote.Start != len(c.Quote.Text), fmt.Sprintf("its quote has %d bytes and its place %d", len(c.Quote.Text), c.Quote.End-c.Quote.Start)},
		{above(c.Identified, c.Count), "names more victims than it counts"},
		{c.Days < 0, "covers fewer than no days"},
		{before(c.Said, l.incidents[c.Incident].Day), "was said before the day of its incident"},
		{c.Said.Stated() && laterThan(c.Said, l.documents[c.Document].Published), "was said after its document was published"},
		{!c.Count.Stated(), "states no count"},
		{c.Count.Check() != nil, fmt.Sprintf("its count cannot stand: %v", c.Count.Check())},
	})
	l.references(where, c)
	l.part(where, c)
}

// above tells whether more victims are identified than the count states at most.
func above(identified int, c Count) bool {
	coded, ok := envelopeWords.Code(Killed, c, "")
	high, bounded := coded.High()
	return ok && bounded && identified > high
}

func before(said Moment, incident Day) bool {
	order, known := said.Day().Compare(incident.First())
	return known && order < 0
}

func laterThan(a, b Moment) bool {
	order, known := a.Compare(b)
	return known && order > 0
}

// references are the other records that a claim names.
func (l *lint) references(where string, c Claim) {
	_, source := l.sources[c.Source]
	_, origin := l.origins[c.Origin]
	_, incident := l.incidents[c.Incident]
	named := func(id ClaimID) bool { _, ok := l.claims[id]; return ok || id == "" }
	l.doubtIf(where, []struct {
		holds bool
		what  string
	}{
		{!source, "its source is not in the record"},
		{c.Origin != "" && !origin, "its origin is not in the record"},
		{c.Incident != "" && !incident, "its incident is not in the record"},
		{!named(c.Repeats), "repeats a claim that is not in the record"},
		{!named(c.Supersedes), "replaces a claim that is not in the record"},
		{!named(c.SubsetOf), "is part of a claim that is not in the record"},
		{c.Repeats == c.ID && c.ID != "", "repeats itself"},
		{c.Supersedes == c.ID && c.ID != "", "replaces itself"},
	})
	if old, ok := l.claims[c.Supersedes]; ok && (old.Harm != c.Harm || old.Incident != c.Incident) {
		l.doubt(where, "replaces claim %s, which counts another harm or speaks of another incident", old.ID)
	}
}

// part compares a part with its total by the words that allow most.
func (l *lint) part(where string, c Claim) {
	total, ok := l.claims[c.SubsetOf]
	if !ok {
		return
	}
	part, coded1 := envelopeWords.Code(c.Harm, c.Count, "")
	whole, coded2 := envelopeWords.Code(total.Harm, total.Count, "")
	low, floor := part.Low()
	high, bounded := whole.High()
	switch {
	case total.Harm != c.Harm && total.Harm != Casualties:
		l.doubt(where, "is part of claim %s, which counts another harm", total.ID)
	case total.Incident != c.Incident:
		l.doubt(where, "is part of claim %s, which speaks of another incident", total.ID)
	case coded1 && coded2 && floor && bounded && low > high:
		l.doubt(where, "counts %s, part of claim %s, which counts %s", c.Count, total.ID, total.Count)
	}
}

// A voiceOn is one origin, or source without one, on one incident and harm.
type voiceOn struct {
	incident IncidentID
	origin   OriginID
	source   SourceID
	harm     Harm
	people   string
}

// chains finds claims without a said time where their origin speaks more than
// once: nothing then tells which word is the last.
func (l *lint) chains() {
	said := map[voiceOn][]Claim{}
	for _, c := range l.record.Claims {
		if c.Incident == "" || !c.Enters() || c.Erased != "" {
			continue
		}
		v := voiceOn{c.Incident, c.Origin, c.Source, c.Harm, strings.Join([]string{string(c.Population), string(c.Group), string(c.Severity)}, "/")}
		if c.Origin != "" {
			v.source = ""
		}
		said[v] = append(said[v], c)
	}
	for _, claims := range said {
		for _, c := range claims {
			if len(claims) > 1 && !c.Said.Stated() && c.Repeats == "" {
				l.doubt("claim "+string(c.ID), "its origin speaks more than once, and nobody says when it said this: it replaces nothing and nothing replaces it")
			}
		}
	}
}

// parties finds an origin that bears a source's name and not its mark as a party.
func (l *lint) parties() {
	party := map[string]Source{}
	for _, s := range l.record.Sources {
		party[strings.ToLower(s.Name)] = s
	}
	for _, o := range l.record.Origins {
		if s, ok := party[strings.ToLower(o.Name)]; ok && o.Erased == "" && s.Erased == "" && s.Party != o.Party {
			l.doubt("origin "+string(o.ID), "bears the name of source %s; one is marked as a party to the violence, the other not", s.ID)
		}
	}
}

func (l *lint) incident(i Incident) {
	where := "incident " + string(i.ID)
	if i.Erased != "" {
		return
	}
	l.doubtIf(where, []struct {
		holds bool
		what  string
	}{
		{!i.Day.Stated(), "has no date: it stands in no period, and a method that needs a date refuses it"},
		{i.Place.Name == "" && i.Place.Country == "", "has no place"},
		{(i.Place.Lat == nil) != (i.Place.Lon == nil), "has one coordinate without the other"},
		{i.Place.Lat != nil && (*i.Place.Lat < -90 || *i.Place.Lat > 90), "lies beyond a pole"},
		{i.Place.Lon != nil && (*i.Place.Lon < -180 || *i.Place.Lon > 180), "its longitude is beyond 180 degrees"},
	})
}

func (l *lint) decision(d Decision) {
	where := "decision " + string(d.ID)
	if d.Erased != "" {
		return
	}
	l.doubtIf(where, []struct {
		holds bool
		what  string
	}{
		{d.Reason == "", "has no reason"},
		{d.SignedBy != "" && d.SignedBy == d.By, "was signed off by its author, which counts for nothing"},
		{d.Best != nil && !within(*d.Best, d.Figure), "its best number lies outside its range"},
	})
}

func within(n int, r Range) bool {
	low, _ := r.Low()
	high, bounded := r.High()
	return r.Stated() && n >= low && (!bounded || n <= high)
}
