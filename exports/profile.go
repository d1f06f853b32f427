package exports

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"tollbook/casualty"
)

// A redaction says, in the sentences that the sheets print, what a profile left
// out. Each may be empty.
type redaction struct {
	quotes, places, sources, origins, documents string
}

// also is a further sentence, where there is one.
func (c *content) also(sentence string) string {
	if sentence == "" {
		return ""
	}
	return " " + c.say(sentence)
}

// profile is what a reader of this profile may see of the record: one place for
// every outlet. Figures are made of the whole record before; this only decides
// what is shown beside them.
//
// Internal shows all but names of victims. Partner and public show what is
// marked for them (not stated is treated as internal); public shows only quotes
// that a person released, with the marked words masked, and coarse places.
func profile(r casualty.Record, name string) (casualty.Record, redaction) {
	r.Victims = nil // sealed names stand in no output
	r.Decisions = nil
	if name == Internal {
		return withoutSealed(r), redaction{}
	}
	p := censor{shows: levels[name], public: name == Public, named: map[casualty.OriginID]bool{}}
	for _, c := range r.Claims {
		p.hidden = append(p.hidden, c.Quote.Masked...)
	}
	p.hidden = longestFirst(p.hidden)
	r.Documents = each(r.Documents, p.document)
	r.Sources = each(r.Sources, p.source)
	r.Claims = each(r.Claims, p.claim)
	r.Origins = each(r.Origins, p.origin)
	r.Incidents = each(r.Incidents, p.incident)
	r.Reports = each(r.Reports, func(x casualty.Report) casualty.Report {
		return casualty.Report{ID: x.ID, Document: x.Document, Claims: x.Claims, Erased: erased(x.Erased)}
	})
	return r, redaction{
		quotes:    "Quotes stand here only where a person released them for this profile; where a quote is blank, source, date and digest stand for it.",
		places:    "Exact places are coarsened in this profile.",
		sources:   "Names stand here only where the source is marked for this profile.",
		origins:   "Names stand here only where a released quote names them.",
		documents: "Names and addresses stand here only where the document is marked for this profile.",
	}
}

// levels are the sensitivities that a profile shows.
var levels = map[string][]casualty.Sensitivity{
	Partner: {casualty.Public, casualty.Partner},
	Public:  {casualty.Public},
}

// A censor holds what one profile may show.
type censor struct {
	shows  []casualty.Sensitivity
	public bool
	named  map[casualty.OriginID]bool // origins that a shown quote names
	hidden []string                   // words that a person marked in any quote; they stand nowhere
}

func each[T any](list []T, change func(T) T) []T {
	out := make([]T, len(list))
	for i, x := range list {
		out[i] = change(x)
	}
	return out
}

// may tells whether something of this sensitivity and consent may be shown.
func (p *censor) may(s casualty.Sensitivity, consent casualty.Consent) bool {
	return slices.Contains(p.shows, s) && consent != casualty.ConsentRefused && consent != casualty.ConsentWithdrawn
}

func (p *censor) document(d casualty.Document) casualty.Document {
	if !p.may(d.Sensitivity, d.Consent) {
		d.Name, d.Address = "", ""
	}
	if d.Sensitivity == casualty.Sealed {
		d.SHA256, d.Size, d.Published, d.Retrieved = "", 0, "", ""
	}
	d.Name, d.Address, d.Erased = p.hide(d.Name), p.hide(d.Address), erased(d.Erased)
	d.Author, d.Fetched = "", nil // a person's name, and what the network said
	return d
}

func (p *censor) source(s casualty.Source) casualty.Source {
	if !p.may(s.Sensitivity, s.Consent) {
		s.Name, s.Address = "", ""
	}
	s.Name, s.Address = p.hide(s.Name), p.hide(s.Address)
	return s
}

func (p *censor) claim(c casualty.Claim) casualty.Claim {
	if p.quotable(c.Quote) {
		c.Quote.Text, c.Claimant = p.hide(c.Quote.Text), p.hide(c.Claimant)
		p.named[c.Origin] = true
	} else {
		c.Quote, c.Claimant = casualty.Quote{}, ""
		c.Count = wordless(c.Count)
	}
	c.Place, c.Case, c.Erased = "", "", erased(c.Erased)
	return c
}

// wordless is a count without words of the quote but those that a lexicon knows.
func wordless(c casualty.Count) casualty.Count {
	if c.Qualifier == casualty.None {
		return c // its word is a code
	}
	word := casualty.VagueWord(c)
	c.Word = ""
	if c.Qualifier != casualty.Vague {
		return c
	}
	c.Word = vagueWord
	for _, l := range casualty.Lexicons {
		if _, known := l.Code(casualty.Killed, casualty.Count{Qualifier: casualty.Vague, Word: word}, ""); known {
			c.Word = word
		}
	}
	return c
}

// erased keeps that something was erased and drops why: the reason can name
// what was erased.
func erased(reason string) string {
	if reason == "" {
		return ""
	}
	return reasonKept
}

// What stands for words that a profile does not show.
const (
	vagueWord  = "a vague word"
	reasonKept = "the reason is kept in the record"
)

// erasedWhy is the reason of an erasure as the profile shows it.
func (c *content) erasedWhy(reason string) string {
	if reason == reasonKept {
		return c.say(reasonKept)
	}
	return reason
}

// quotable: a public output carries only quotes that a person released; a
// partner's only those not marked as more than a partner may see.
func (p *censor) quotable(q casualty.Quote) bool {
	if q.Consent == casualty.ConsentRefused || q.Consent == casualty.ConsentWithdrawn || q.Sensitivity == casualty.Sealed {
		return false
	}
	if p.public {
		return q.Released
	}
	return q.Released || p.may(q.Sensitivity, q.Consent)
}

func (p *censor) origin(o casualty.Origin) casualty.Origin {
	o.Name, o.Aliases, o.Erased = p.hide(o.Name), nil, erased(o.Erased)
	if !p.named[o.ID] {
		o.Name = ""
	}
	return o
}

func (p *censor) incident(in casualty.Incident) casualty.Incident {
	in.Notes, in.Erased = "", erased(in.Erased)
	in.Title, in.Cause = p.hide(in.Title), p.hide(in.Cause)
	if in.Place.Precision == "exact" {
		in.Place.Name = coarse(in.Place)
		in.Place.Lat, in.Place.Lon = nil, nil
	}
	in.Place.Lat, in.Place.Lon = tenth(in.Place.Lat), tenth(in.Place.Lon)
	for _, unit := range []*string{&in.Place.Name, &in.Place.Admin1, &in.Place.Admin2} {
		*unit = p.hide(*unit)
	}
	// A perpetrator who is no fighting side can be a person.
	in.Perpetrators = each(slices.DeleteFunc(slices.Clone(in.Perpetrators), func(x casualty.Perpetrator) bool { return !x.Party }),
		func(x casualty.Perpetrator) casualty.Perpetrator { x.Name = p.hide(x.Name); return x })
	return in
}

// coarse is the smallest unit of a place that is not the place itself.
func coarse(p casualty.Place) string {
	for _, unit := range []string{p.Admin2, p.Admin1, p.Country} {
		if unit != "" {
			return unit
		}
	}
	return ""
}

// tenth rounds a coordinate to a tenth of a degree, about eleven kilometres.
func tenth(x *float64) *float64 {
	if x == nil {
		return nil
	}
	y := math.Round(*x*10) / 10
	return &y
}

// maskText stands for a word that a public output hides.
const maskText = "[masked]"

// hide masks the hidden words wherever they stand, whatever their case.
func (p *censor) hide(text string) string {
	for _, word := range p.hidden {
		text = replaceFold(text, word)
	}
	return text
}

// longestFirst are the words, each once, the longest first: a name must not
// leave its tail behind.
func longestFirst(words []string) []string {
	words = slices.Clone(words)
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(len(b)-len(a), cmp.Compare(a, b)) })
	return slices.Compact(words)
}

func replaceFold(text, word string) string {
	if word == "" {
		return text
	}
	var b strings.Builder
	runes, hide := []rune(text), []rune(word)
	for i := 0; i < len(runes); {
		if i+len(hide) <= len(runes) && strings.EqualFold(string(runes[i:i+len(hide)]), word) {
			b.WriteString(maskText)
			i += len(hide)
			continue
		}
		b.WriteRune(runes[i])
		i++
	}
	return b.String()
}

// withoutSealed hides what nobody outside the book's own people may see. A record
// without anything sealed is not copied.
func withoutSealed(r casualty.Record) casualty.Record {
	sealed := func(s casualty.Sensitivity) bool { return s == casualty.Sealed }
	if slices.ContainsFunc(r.Sources, func(s casualty.Source) bool { return sealed(s.Sensitivity) }) {
		r.Sources = each(r.Sources, func(s casualty.Source) casualty.Source {
			if sealed(s.Sensitivity) {
				s.Name, s.Address = "", ""
			}
			return s
		})
	}
	if slices.ContainsFunc(r.Documents, func(d casualty.Document) bool { return sealed(d.Sensitivity) }) {
		r.Documents = each(r.Documents, func(d casualty.Document) casualty.Document {
			if sealed(d.Sensitivity) {
				d.Name, d.Address = "", ""
			}
			return d
		})
	}
	if slices.ContainsFunc(r.Claims, func(c casualty.Claim) bool { return sealed(c.Quote.Sensitivity) }) {
		r.Claims = each(r.Claims, func(c casualty.Claim) casualty.Claim {
			if sealed(c.Quote.Sensitivity) {
				c.Quote.Text, c.Claimant = "", ""
			}
			return c
		})
	}
	return r
}
