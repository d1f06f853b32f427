package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/ingest"
	"tollbook/store"
)

// A screen is what a person sees of one claim: its sentence with the number
// marked, what was read, and what is proposed.
type screen struct {
	claim     casualty.Claim
	document  casualty.Document
	source    casualty.Source
	before    string // the words around the quote
	after     string
	incident  *casualty.Incident
	origin    *casualty.Origin
	incidents []incidentProposal
	origins   []originProposal
	place     string // as written, and what it may mean
	// What is not proposed, the newest first: a person may know better.
	otherIncidents []casualty.Incident
	otherOrigins   []casualty.Origin
}

type incidentProposal struct {
	incident casualty.Incident
	reason   string
}

type originProposal struct {
	origin casualty.Origin
	reason string
}

// newScreen reads all that one screen shows.
func newScreen(v *store.View, id casualty.ClaimID) (s screen, err error) {
	if s.claim, err = store.Claims.Get(v, id); err != nil {
		return s, err
	}
	if s.document, err = store.Documents.Get(v, s.claim.Document); err != nil {
		return s, err
	}
	if s.source, err = store.Sources.Get(v, s.claim.Source); err != nil {
		return s, err
	}
	text, err := v.Text(s.document.ID)
	if err != nil {
		return s, err
	}
	s.before, s.after = around(ingest.Shown(s.document, text), s.claim.Quote)
	return s, s.propose(v)
}

// propose fills in what stands beside the claim and what could.
func (s *screen) propose(v *store.View) error {
	incidents, err := all(store.Incidents, v)
	if err != nil {
		return err
	}
	origins, err := all(store.Origins, v)
	if err != nil {
		return err
	}
	byIncident := map[casualty.IncidentID]casualty.Incident{}
	for _, in := range incidents {
		byIncident[in.ID] = in
	}
	byOrigin := map[casualty.OriginID]casualty.Origin{}
	for _, o := range origins {
		byOrigin[o.ID] = o
	}
	if in, ok := byIncident[s.claim.Incident]; ok {
		s.incident = &in
	}
	if o, ok := byOrigin[s.claim.Origin]; ok {
		s.origin = &o
	}
	for _, p := range aggregate.ProposeIncidents(s.claim, s.document.Published, incidents) {
		s.incidents = append(s.incidents, incidentProposal{byIncident[p.Incident], p.Reason})
		delete(byIncident, p.Incident)
	}
	for _, p := range aggregate.ProposeOrigins(s.claim.Claimant, origins) {
		s.origins = append(s.origins, originProposal{byOrigin[p.Origin], p.Reason})
		delete(byOrigin, p.Origin)
	}
	s.otherIncidents = newest(incidents, func(in casualty.Incident) bool { return byIncident[in.ID].ID != "" && in.Erased == "" })
	s.otherOrigins = newest(origins, func(o casualty.Origin) bool { return byOrigin[o.ID].ID != "" && o.Erased == "" })
	return nil
}

// newest are the records that are kept, the last one first.
func newest[T any](records []T, keep func(T) bool) []T {
	var kept []T
	for _, r := range slices.Backward(records) {
		if keep(r) {
			kept = append(kept, r)
		}
	}
	return kept
}

// around is the text before and after a quote, fit for the screen. What stands in a
// table has its cell before it, and no text around.
func around(text string, q casualty.Quote) (before, after string) {
	if q.Cell != "" {
		return printable(q.Cell) + ": ", ""
	}
	before, after = ingest.Around(text, q)
	return printable(before), printable(after)
}

// draw writes the screen.
func (s screen) draw(c *console, position string) {
	c.clear()
	head := fmt.Sprintf("%s · report %s · %s", s.claim.ID, s.claim.Report, position)
	fmt.Fprintf(c.out, "%s\n%s, published %s\n\n", head, s.source.Name, s.document.Published)
	for _, line := range wrap(s.before+"\x00"+printable(s.claim.Quote.Text)+"\x01"+s.after, c.width-4) {
		fmt.Fprintln(c.out, "  "+c.marked(line))
	}
	fmt.Fprintln(c.out)
	for _, f := range s.fields() {
		for i, line := range wrap(f[1], c.width-14) {
			if i > 0 {
				f[0] = ""
			}
			fmt.Fprintf(c.out, "  %-9s %s\n", f[0], line)
		}
	}
	fmt.Fprintln(c.out)
	for _, line := range wrap(keyLine, c.width-2) {
		fmt.Fprintln(c.out, "  "+strings.ReplaceAll(line, "_", " "))
	}
}

// keyLine names the keys below a screen; what belongs together is joined by _.
const keyLine = "a_accept_ A_accept_as_proposed_ m_mend_ r_reject_ l_incident_ o_origin_ s_replaces_ u_undo_ k_skip_ b_back_ q_quit_ ?_help"

func (s screen) fields() [][2]string {
	who := people(s.claim)
	if who == "" {
		who = "all people"
	}
	said := string(s.claim.Said)
	if s.claim.Said == s.document.Published {
		said += " (when it was published; mend it if the origin spoke earlier)"
	}
	return [][2]string{
		{"harm", string(s.claim.Harm)},
		{"count", s.claim.Count.String()},
		{"who", who},
		{"scope", scopeWords[s.claim.Scope]},
		{"claimant", orElse(s.claim.Claimant, "not stated")},
		{"said", orElse(said, "not stated")},
		{"stands at", s.standsAt()},
		{"place", orElse(s.place, "not stated")},
		{"status", string(s.claim.Status)},
		{"incident", s.incidentLine()},
		{"origin", s.originLine()},
	}
}

// standsAt is where the quote stands, for a person who looks it up: in the document
// as received, a cell, or bytes.
func (s screen) standsAt() string {
	if q := s.claim.Quote; q.Original != "" || q.Cell != "" {
		return printable(q.Original + q.Cell)
	}
	return "bytes " + standsAt(s.claim.Quote)
}

var scopeWords = map[casualty.Scope]string{
	casualty.ThisIncident:  "this incident",
	casualty.OtherIncident: "another incident than the text's main one",
	casualty.Cumulative:    "a running total, never added to incidents",
	casualty.Integrative:   "an authority's total for a period, never added to incidents",
}

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

func (s screen) incidentLine() string {
	if s.incident != nil {
		return fmt.Sprintf("%s %s, %s", s.incident.ID, s.incident.Title, orElse(string(s.incident.Day), "day not stated"))
	}
	line := "none yet: without one the claim enters no figure"
	if len(s.incidents) > 0 {
		p := s.incidents[0]
		line += fmt.Sprintf("; proposed (l): %s %s, %s", p.incident.ID, p.incident.Title, p.reason)
	}
	return line
}

func (s screen) originLine() string {
	if s.origin != nil {
		return fmt.Sprintf("%s %s", s.origin.ID, s.origin.Name)
	}
	line := "the source itself"
	if len(s.origins) > 0 {
		p := s.origins[0]
		line += fmt.Sprintf("; proposed (o): %s %s, %s", p.origin.ID, p.origin.Name, p.reason)
	}
	return line
}

// wrap breaks text at blanks into lines of at most width characters. The marks
// \x00 and \x01 stand for the two ends of the quote and become brackets, on every
// line that the quote covers.
func wrap(text string, width int) []string {
	var lines []string
	line, length := "", 0
	for word := range strings.FieldsSeq(text) {
		n := utf8.RuneCountInString(word)
		if length > 0 && length+1+n > width {
			lines, line, length = append(lines, line), "", 0
		}
		if length > 0 {
			line, length = line+" ", length+1
		}
		line, length = line+word, length+n
	}
	lines = append(lines, line)
	inside := false
	for i, l := range lines {
		if inside {
			l = "\x00" + l
		}
		inside = strings.LastIndexByte(l, 0) > strings.LastIndexByte(l, 1)
		if inside {
			l += "\x01"
		}
		lines[i] = l
	}
	return lines
}
