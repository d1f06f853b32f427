package server

import (
	"regexp"
	"slices"
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/ingest"
	"tollbook/ingest/phrase"
	"tollbook/store"
)

// A readingPage shows a document's text on one side, with every claim marked in
// it, and the claims on the other.
type readingPage struct {
	basePage
	Document  casualty.Document
	Source    casualty.Source
	Report    casualty.Report
	Segments  []segment
	Unread    int // passages with a number that gave no claim
	Claims    []claimCard
	Decided   int
	Near      []nearRow
	Incidents []casualty.Incident
	Many      bool // incidents: more than a form offers to choose from
	GeoNames  bool // a place of it is proposed
	Crowded   bool // more documents than a page compares with this one
	Origins   []casualty.Origin
	Codes     claimCodes
	Missed    bool // the form for a missed claim failed, and stands open
}

func (readingPage) template() string { return "reading" }

// A segment is a stretch of the text under the same claims.
type segment struct {
	Text   string
	Claims []mark
	Unread bool // it carries a number beside a word of harm, and gave no claim
}

// A mark is a claim in the text.
type mark struct {
	ID     casualty.ClaimID
	Number int
	First  bool // the claim's first stretch
	No     bool // it was rejected
}

// A claimCard is one claim with what a person needs to decide on it.
type claimCard struct {
	Claim     casualty.Claim
	Number    int // in the order of the text
	Version   int
	Range     string // as coded by the first method's lexicon
	Incident  *casualty.Incident
	Origin    *casualty.Origin
	Incidents []incidentChoice // proposed
	Origins   []originChoice
	Places    []placeChoice // proposed, for the incident's place
	By        string        // who decided last
	Reason    string
	Undo      int    // the visitor's own act on this claim alone, which can be taken back; 0: none
	Open      string // the form that stands open: "mend", "reject"
	failed    failure
}

// Was is what a form of this card held that is shown again, or else the value that
// the record holds.
func (c claimCard) Was(field, otherwise string) string {
	return basePage{Failed: c.failed}.Was(field, otherwise)
}

// Wrong is what is wrong with a field of a form of this card.
func (c claimCard) Wrong(field string) *casualty.Problem {
	return basePage{Failed: c.failed}.Wrong(field)
}

// Field is what the record holds in a field of the claim, as the form reads it.
func (c claimCard) Field(name string) string { return fieldOf(c.Claim, name) }

// Ticked tells whether a box of one of the card's forms is ticked: as it was sent in a
// form that is shown again, otherwise as the record has it.
func (c claimCard) Ticked(form, field, value string, otherwise bool) bool {
	if c.Open != form || c.failed.Sentence == "" {
		return otherwise
	}
	return slices.Contains(c.failed.Form[field], value)
}

// rareFields are those of a claim that few reports need; a form folds them away.
var rareFields = []string{"subset", "subset_of", "negated", "days", "over", "contested", "besides", "repeats", "supersedes", "identified", "final", "case", "state"}

// Rare tells that one of them is stated, or was not understood.
func (c claimCard) Rare() bool {
	return slices.ContainsFunc(rareFields, func(name string) bool { return c.Field(name) != "" || c.Wrong(name) != nil })
}

// NewTitle is a title that a new incident could have.
func (c claimCard) NewTitle() string {
	return strings.Trim(c.Claim.Place+", "+string(c.Claim.Day), ", ")
}

type incidentChoice struct {
	Incident casualty.Incident
	Reason   string
}

type originChoice struct {
	Origin casualty.Origin
	Reason string
}

// claimCodes are the lists that the form for mending offers.
type claimCodes struct {
	Harms       []casualty.Harm
	Populations []casualty.Population
	Groups      []casualty.Group
	Severities  []casualty.Severity
	Scopes      []casualty.Scope
	States      []casualty.State
}

var allClaimCodes = claimCodes{casualty.Harms, casualty.Populations, casualty.Groups, casualty.Severities, casualty.Scopes, casualty.States}

func readingPageOf(v *visit) (page, error) {
	p := readingPage{Codes: allClaimCodes}
	id := casualty.DocumentID(v.param("id"))
	s, err := v.showing()
	if err != nil {
		return nil, err
	}
	text, err := v.textOf(id)
	if err != nil {
		return nil, err
	}
	err = v.Book.Read(v.at, func(view *store.View) (err error) {
		if p.Document, err = store.Documents.Get(view, id); err != nil {
			return err
		}
		return p.fill(v, s, view, text)
	})
	if err != nil {
		return nil, err
	}
	p.basePage = v.base("Read %s", documentName(p.Document))
	p.Missed = v.failed.Sentence != "" && strings.HasSuffix(v.request.URL.Path, "/claims")
	return p, nil
}

func (p *readingPage) fill(v *visit, s *showing, view *store.View, text string) (err error) {
	if p.Source, err = store.Sources.Get(view, p.Document.Source); err != nil {
		return err
	}
	for r, err := range store.Reports.By(view, "document", string(p.Document.ID)) {
		if err != nil {
			return err
		}
		p.Report = r
	}
	p.Incidents, p.Origins, p.Many = s.Incidents, s.Origins, len(s.Incidents) > mostProposed
	claims, err := claimsIn(view, p.Document.ID)
	if err != nil {
		return err
	}
	if p.Crowded = len(s.Documents) > comparedAtMost; !p.Crowded {
		if p.Near, err = v.near(view, p.Document); err != nil {
			return err
		}
	}
	text = ingest.Shown(p.Document, text)
	p.Segments, p.Unread = segments(text, claims)
	return p.cards(v, s, view, claims, text)
}

// claimsIn are the claims of a document in the order of its text.
func claimsIn(view *store.View, id casualty.DocumentID) (claims []casualty.Claim, err error) {
	for c, err := range store.Claims.By(view, "document", string(id)) {
		if err != nil {
			return nil, err
		}
		if c.Erased == "" {
			claims = append(claims, c)
		}
	}
	slices.SortStableFunc(claims, inText)
	return claims, nil
}

func (p *readingPage) cards(v *visit, s *showing, view *store.View, claims []casualty.Claim, text string) error {
	for i, c := range claims {
		card := claimCard{Claim: c, Number: i + 1}
		if people, ok := v.Methods[0].Lexicon.Code(c.Harm, c.Count, ""); ok {
			card.Range = people.String()
		}
		card.Incident, card.Origin = s.incident(c.Incident), s.origin(c.Origin)
		if card.Incident == nil || !p.Many { // to look through very many for what is known already would take long
			for _, choice := range s.proposals(&c) {
				card.Incidents = append(card.Incidents, incidentChoice{*s.incident(choice.Incident), choice.Reason})
			}
		}
		for _, choice := range aggregate.ProposeOrigins(c.Claimant, p.Origins) {
			card.Origins = append(card.Origins, originChoice{*s.origin(choice.Origin), choice.Reason})
		}
		if card.Incident == nil || card.Incident.Place.From == "" { // where no person has taken one yet
			card.Places = choices(v.placesOf(c, card.Incident, text))
			card.Places = card.Places[:min(len(card.Places), mostPlaces)]
		}
		p.GeoNames = p.GeoNames || slices.ContainsFunc(card.Places, func(m placeChoice) bool { return m.From == casualty.GeoNames })
		if err := card.history(v, view); err != nil {
			return err
		}
		card.again(v)
		if c.Status != casualty.Suggested {
			p.Decided++
		}
		p.Claims = append(p.Claims, card)
	}
	return nil
}

// history says who decided last, and whether the visitor can take that back here.
func (c *claimCard) history(v *visit, view *store.View) error {
	entries, err := view.Entries(string(c.Claim.ID)) // one a version
	if err != nil {
		return err
	}
	all, err := v.site.annals.upTo(view)
	if err != nil {
		return err
	}
	c.Version = len(entries)
	if c.Claim.Status == casualty.Suggested && c.Version == 1 {
		return nil
	}
	last := all[entries[c.Version-1]-1]
	c.By, c.Reason = last.Author, last.Reason
	if last.Author == v.who.Name && last.Records == 1 && last.Undoes == 0 {
		c.Undo = last.Number
	}
	return nil
}

// gaps are the blanks in the place of a page's markup, with a line end where there
// is one.
var gaps = regexp.MustCompile(`( |\n)(?:[ \n]*[ ]{8,}[ \n]*)`)

// again opens the form that is shown again because it failed, or that the address
// asks for.
func (c *claimCard) again(v *visit) {
	if v.request.URL.Query().Get("mend") == string(c.Claim.ID) {
		c.Open = "mend"
	}
	if verb, ok := strings.CutPrefix(v.request.URL.Path, "/claims/"+string(c.Claim.ID)+"/"); ok && v.failed.Sentence != "" {
		c.Open, c.failed = verb, v.failed
	}
}

// segments cuts a text wherever a claim's quote begins or ends, and counts the
// passages that a person should look at because they gave no claim.
func segments(text string, claims []casualty.Claim) (out []segment, unread int) {
	var figures []phrase.Figure
	cuts := []int{0, len(text)}
	var quotes []casualty.Claim
	numbers := map[casualty.ClaimID]int{}
	for i, c := range claims {
		numbers[c.ID] = i + 1
		if q := c.Quote; q.Cell == "" && q.Start >= 0 && q.Start < q.End && q.End <= len(text) {
			cuts = append(cuts, q.Start, q.End)
			quotes = append(quotes, c)
			figures = append(figures, phrase.Figure{Quote: q})
		}
	}
	hints := phrase.Hints(text, figures)
	for _, h := range hints {
		cuts = append(cuts, h.Start, h.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	for i := range len(cuts) - 1 {
		s := segment{Text: gaps.ReplaceAllString(text[cuts[i]:cuts[i+1]], "$1")}
		for _, c := range quotes {
			if c.Quote.Start <= cuts[i] && c.Quote.End >= cuts[i+1] {
				s.Claims = append(s.Claims, mark{c.ID, numbers[c.ID], c.Quote.Start == cuts[i], c.Status == casualty.Rejected})
			}
		}
		for _, h := range hints {
			s.Unread = s.Unread || h.Start <= cuts[i] && h.End >= cuts[i+1] && len(s.Claims) == 0
		}
		out = append(out, s)
	}
	return out, len(hints)
}
