package server

import (
	"regexp"
	"slices"

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
	Claims    []claimCard
	Decided   int
	Incidents []casualty.Incident
	Origins   []casualty.Origin
	Codes     claimCodes
}

func (readingPage) template() string { return "reading" }

// A segment is a stretch of the text under the same claims.
type segment struct {
	Text   string
	Claims []casualty.ClaimID
	Unread bool // it carries a number beside a word of harm, and gave no claim
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
	Open      bool // its form for mending stands open
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
}

var allClaimCodes = claimCodes{casualty.Harms, casualty.Populations, casualty.Groups, casualty.Severities, casualty.Scopes}

func readingPageOf(v *visit) (page, error) {
	p := readingPage{Codes: allClaimCodes}
	err := v.Book.Read(v.at, func(view *store.View) (err error) {
		if p.Document, err = store.Documents.Get(view, casualty.DocumentID(v.param("id"))); err != nil {
			return err
		}
		if p.Document.Erased != "" {
			return casualty.ErrErased
		}
		return p.fill(v, view)
	})
	if err != nil {
		return nil, err
	}
	p.basePage = v.base("Read %s", p.Document.Name)
	return p, nil
}

func (p *readingPage) fill(v *visit, view *store.View) (err error) {
	if p.Source, err = store.Sources.Get(view, p.Document.Source); err != nil {
		return err
	}
	for r, err := range store.Reports.By(view, "document", string(p.Document.ID)) {
		if err != nil {
			return err
		}
		p.Report = r
	}
	if p.Incidents, err = collect(store.Incidents, view); err != nil {
		return err
	}
	if p.Origins, err = collect(store.Origins, view); err != nil {
		return err
	}
	var claims []casualty.Claim
	for c, err := range store.Claims.By(view, "document", string(p.Document.ID)) {
		if err != nil {
			return err
		}
		if c.Erased == "" {
			claims = append(claims, c)
		}
	}
	slices.SortStableFunc(claims, func(a, b casualty.Claim) int { return a.Quote.Start - b.Quote.Start })
	text, err := view.Text(p.Document.ID)
	if err != nil {
		return err
	}
	p.Segments = segments(ingest.Shown(p.Document, text), claims, v.lang)
	for i, c := range claims {
		card, err := p.card(v, view, c, i+1)
		if err != nil {
			return err
		}
		if c.Status != casualty.Suggested {
			p.Decided++
		}
		p.Claims = append(p.Claims, card)
	}
	return nil
}

func (p *readingPage) card(v *visit, view *store.View, c casualty.Claim, number int) (card claimCard, err error) {
	card = claimCard{Claim: c, Number: number, Open: v.request.URL.Query().Get("mend") == string(c.ID)}
	if card.Version, err = store.VersionOf(view, string(c.ID)); err != nil {
		return card, err
	}
	if people, ok := v.Methods[0].Lexicon.Code(c.Harm, c.Count, ""); ok {
		card.Range = people.String()
	}
	incidents, origins := map[casualty.IncidentID]casualty.Incident{}, map[casualty.OriginID]casualty.Origin{}
	for _, in := range p.Incidents {
		incidents[in.ID] = in
	}
	for _, o := range p.Origins {
		origins[o.ID] = o
	}
	if in, ok := incidents[c.Incident]; ok {
		card.Incident = &in
	}
	if o, ok := origins[c.Origin]; ok {
		card.Origin = &o
	}
	for _, choice := range aggregate.ProposeIncidents(c, p.Document.Published, p.Incidents) {
		card.Incidents = append(card.Incidents, incidentChoice{incidents[choice.Incident], choice.Reason})
	}
	for _, choice := range aggregate.ProposeOrigins(c.Claimant, p.Origins) {
		card.Origins = append(card.Origins, originChoice{origins[choice.Origin], choice.Reason})
	}
	return card, nil
}

// gaps are the blanks in the place of a page's markup, with a line end where there
// is one.
var gaps = regexp.MustCompile(`( |\n)(?:[ \n]*[ ]{8,}[ \n]*)`)

// segments cuts a text wherever a claim's quote begins or ends.
func segments(text string, claims []casualty.Claim, _ string) []segment {
	var figures []phrase.Figure
	cuts := []int{0, len(text)}
	var quotes []casualty.Claim
	for _, c := range claims {
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
	var out []segment
	for i := range len(cuts) - 1 {
		s := segment{Text: gaps.ReplaceAllString(text[cuts[i]:cuts[i+1]], "$1")}
		for _, c := range quotes {
			if c.Quote.Start <= cuts[i] && c.Quote.End >= cuts[i+1] {
				s.Claims = append(s.Claims, c.ID)
			}
		}
		for _, h := range hints {
			s.Unread = s.Unread || h.Start <= cuts[i] && h.End >= cuts[i+1] && len(s.Claims) == 0
		}
		out = append(out, s)
	}
	return out
}

// collect reads a whole table.
func collect[T any, ID ~string](t store.Table[T, ID], view *store.View) (all []T, err error) {
	for x, err := range t.All(view) {
		if err != nil {
			return nil, err
		}
		all = append(all, x)
	}
	return all, nil
}
