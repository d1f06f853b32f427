package server

import (
	"slices"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/ingest/place"
	"tollbook/server/people"
	"tollbook/store"
)

func claimPages() []pageRoute {
	return []pageRoute{{"/claims", people.SeeSources, claimsPageOf}}
}

// claimDeeds are what a person does to one claim. Each is one act, undone as one.
func claimDeeds() []deed {
	r := func(verb, summary string) deedRoute {
		return deedRoute{path: "/claims/:id/" + verb, name: verb + "-claim", summary: summary, may: people.Record, seen: true, page: claimAgain}
	}
	return []deed{
		doing[nothing, casualty.Claim]{r("confirm", "Say that the claim is what its document says"), judged("confirm", curate.Confirm)},
		doing[whyInput, casualty.Claim]{r("reject", "Say that the claim is not what its document says"), rejectClaim},
		doing[mendInput, casualty.Claim]{r("mend", "Set fields of a claim; the version before stays readable"), mendClaim},
		doing[linkInput, casualty.Claim]{r("link", "Say which incident the claim speaks of"), linkClaim},
		doing[openInput, casualty.Claim]{r("open", "Make a new incident, and say that the claim speaks of it"), openIncident},
		doing[voiceInput, casualty.Claim]{r("voice", "Say who spoke: an origin that the record knows, or a new one"), voiceClaim},
		doing[retractInput, casualty.Claim]{r("retract", "Say that the publisher withdrew the claim, and when"), retractClaim},
		doing[quoteInput, casualty.Claim]{r("quote", "Release the claim's quote for public outputs, or not, and mark words to be masked"), releaseQuote},
		doing[missedInput, casualty.Claim]{deedRoute{path: "/documents/:id/claims", name: "add-claim", summary: "Add a claim that the reader missed: its words are looked up in the document", may: people.Record, page: readingPageOf}, addClaim},
	}
}

func claimReadings() []reading {
	return []reading{
		asking[claimsAsked, listOut[casualty.Claim]]{readRoute{"/claims", "list-claims", "The claims, as worded", people.SeeSources}, func(v *visit, in *claimsAsked) (listOut[casualty.Claim], string, error) {
			s, err := v.showing()
			if err != nil {
				return listOut[casualty.Claim]{}, "", err
			}
			chosen := claimList(s).chosen(v.request.URL.Query())
			return valuesOf(listed(chosen, func(c *casualty.Claim) string { return string(c.ID) }, &in.PageOfList)), "", nil
		}},
		asking[struct{}, casualty.Claim]{readRoute{"/claims/:id", "get-claim", "One claim, with its version as ETag", people.SeeSources}, one(store.Claims)},
	}
}

// claimAgain is the page of the claim's document, shown again after a form failed.
func claimAgain(v *visit) (page, error) {
	claim, _, err := versioned(v, store.Claims, casualty.ClaimID(v.param("id")))
	if err != nil {
		return nil, err
	}
	v.param = func(string) string { return string(claim.Document) }
	return readingPageOf(v)
}

// judged is a deed that does one thing to a claim and goes on to the next one.
func judged(what string, do func(*store.Change, casualty.ClaimID) error) func(*visit, nothing) (casualty.Claim, string, error) {
	return func(v *visit, _ nothing) (casualty.Claim, string, error) {
		return v.onClaim(what, "", func(c *store.Change, id casualty.ClaimID) error { return do(c, id) })
	}
}

// onClaim does one act on the claim of the path and reads it anew. The next page
// shows the claim that waits next in the same document, else this one.
func (v *visit) onClaim(what, reason string, do func(*store.Change, casualty.ClaimID) error) (claim casualty.Claim, next string, err error) {
	id := casualty.ClaimID(v.param("id"))
	to := id
	err = v.do(what, reason, func(c *store.Change) error {
		if err := do(c, id); err != nil {
			return err
		}
		if claim, err = store.Claims.Get(c, id); err != nil {
			return err
		}
		to, err = waitsNext(c, claim)
		return err
	})
	return claim, "/documents/" + string(claim.Document) + "#" + string(to), err
}

// waitsNext is the first suggested claim behind this one in its document, or before it.
func waitsNext(c *store.Change, claim casualty.Claim) (casualty.ClaimID, error) {
	if claim.Status == casualty.Suggested {
		return claim.ID, nil
	}
	var waiting []casualty.Claim
	for other, err := range store.Claims.By(c, "document", string(claim.Document)) {
		if err != nil {
			return claim.ID, err
		}
		if other.Status == casualty.Suggested && other.Erased == "" {
			waiting = append(waiting, other)
		}
	}
	slices.SortStableFunc(waiting, inText)
	for _, other := range waiting {
		if inText(other, claim) >= 0 {
			return other.ID, nil
		}
	}
	if len(waiting) > 0 {
		return waiting[0].ID, nil
	}
	return claim.ID, nil
}

// inText orders claims as they stand in their document.
func inText(a, b casualty.Claim) int { return a.Quote.Start - b.Quote.Start }

// whyInput is the reason of a judgment.
type whyInput struct {
	Reason string `json:"reason" doc:"Why; it stands in the journal, so name no person in it"`
}

func (w whyInput) check() error {
	if w.Reason == "" {
		return &casualty.Problem{Where: "reason", Want: "why: it stands in the journal beside what you did"}
	}
	return nil
}

func rejectClaim(v *visit, in whyInput) (claim casualty.Claim, next string, err error) {
	if err := in.check(); err != nil {
		return claim, "", err
	}
	return v.onClaim("reject", in.Reason, curate.Reject)
}

// mendInput sets fields of a claim, by the names that the record has for them.
type mendInput struct {
	Set    map[string]string `json:"set" doc:"Field and value, such as count: at least 12"`
	Accept string            `json:"accept,omitempty" doc:"yes: confirm it in the same act"`
	Reason string            `json:"reason,omitempty"`
}

// form takes every field that the form has; one that it leaves out stays as it is.
func (m *mendInput) form(fields map[string][]string) {
	m.Set = map[string]string{}
	for name, values := range fields {
		if slices.Contains(curate.ClaimFields(), name) && len(values) > 0 {
			m.Set[name] = values[len(values)-1]
		}
	}
}

func mendClaim(v *visit, in mendInput) (claim casualty.Claim, next string, err error) {
	return v.onClaim("mend", in.Reason, func(c *store.Change, id casualty.ClaimID) error {
		if err := curate.Mend(c, id, curate.Values(in.Set)); err != nil {
			return err
		}
		return accepted(c, id, in.Accept)
	})
}

// accepted confirms a claim where the same act asks for it.
func accepted(c *store.Change, id casualty.ClaimID, accept string) error {
	if accept == "yes" {
		return curate.Confirm(c, id)
	}
	return nil
}

type linkInput struct {
	Incident casualty.IncidentID `json:"incident" doc:"Its id; empty: none yet"`
	Accept   string              `json:"accept,omitempty" doc:"yes: confirm the claim in the same act"`
}

func linkClaim(v *visit, in linkInput) (claim casualty.Claim, next string, err error) {
	return v.onClaim("link", "", func(c *store.Change, id casualty.ClaimID) error {
		if err := curate.Link(c, id, in.Incident); err != nil {
			return err
		}
		return accepted(c, id, in.Accept)
	})
}

type openInput struct {
	Title   string `json:"title" doc:"What readers know the incident by"`
	Day     string `json:"day,omitempty" doc:"As precise as known: 2025-07-01, 2025-07"`
	Place   string `json:"place,omitempty"`
	Country string `json:"country,omitempty" doc:"Three letters, such as UKR"`
	Meant   string `json:"meant,omitempty" doc:"The key of one of the places that list-claim-places gives; empty: the place stays as written"`
	Accept  string `json:"accept,omitempty" doc:"yes: confirm the claim in the same act"`
}

func openIncident(v *visit, in openInput) (claim casualty.Claim, next string, err error) {
	var m place.Match
	why := ""
	if in.Meant != "" {
		claim, found, err := v.claimPlaces(casualty.ClaimID(v.param("id")))
		if err == nil {
			m, why, err = meant(claim, found, in.Meant)
		}
		if err != nil {
			return claim, "", err
		}
	}
	return v.onClaim("new incident", why, func(c *store.Change, id casualty.ClaimID) error {
		values := []curate.Value{{Name: "title", Text: in.Title}, {Name: "day", Text: in.Day}, {Name: "place", Text: in.Place}, {Name: "country", Text: in.Country}}
		made, err := curate.IncidentOf(c, id, values)
		if err == nil && in.Meant != "" {
			err = curate.Locate(c, made.ID, m.Place)
		}
		if err != nil {
			return err
		}
		return accepted(c, id, in.Accept)
	})
}

type voiceInput struct {
	Origin casualty.OriginID `json:"origin,omitempty" doc:"The id of one that the record knows; its spelling here becomes an alias"`
	Name   string            `json:"name,omitempty" doc:"The name of a new one, where no id is given; neither: the source spoke for itself"`
	Party  string            `json:"party,omitempty" doc:"yes: the new one is a fighting side, or speaks for one"`
}

func voiceClaim(v *visit, in voiceInput) (claim casualty.Claim, next string, err error) {
	return v.onClaim("origin", "", func(c *store.Change, id casualty.ClaimID) error {
		switch {
		case in.Origin != "":
			return curate.SpeaksAs(c, id, in.Origin)
		case in.Name == "":
			return curate.SetOrigin(c, id, "")
		}
		_, err := curate.NewVoice(c, id, []curate.Value{{Name: "name", Text: in.Name}, {Name: "party", Text: in.Party}})
		return err
	})
}

type retractInput struct {
	At     string `json:"at" doc:"When it was withdrawn: 2025-07-03, with a time where it is known"`
	Reason string `json:"reason" doc:"Why; it stands in the journal, so name no person in it"`
}

func retractClaim(v *visit, in retractInput) (claim casualty.Claim, next string, err error) {
	at, err := casualty.ParseMoment(in.At)
	if err == nil && !at.Stated() {
		err = &casualty.Problem{Want: "when it was withdrawn, such as 2025-07-03"}
	}
	if err != nil {
		return claim, "", casualty.At("at", err)
	}
	if err := (whyInput{in.Reason}).check(); err != nil {
		return claim, "", err
	}
	return v.onClaim("retract", in.Reason, func(c *store.Change, id casualty.ClaimID) error { return curate.Retract(c, id, at) })
}

// quoteInput says what of a quote a public output may carry.
type quoteInput struct {
	Release string   `json:"release,omitempty" doc:"yes: a public output may carry the quote"`
	Mask    []string `json:"mask,omitempty" doc:"Words within the quote that a public output hides"`
}

func releaseQuote(v *visit, in quoteInput) (claim casualty.Claim, next string, err error) {
	return v.onClaim("release quote", "", func(c *store.Change, id casualty.ClaimID) error {
		return curate.ReleaseQuote(c, id, in.Release == "yes", in.Mask)
	})
}

// missedInput is a claim that the reader missed.
type missedInput struct {
	Quote string            `json:"quote" doc:"Its words, as they stand in the document"`
	Harm  string            `json:"harm" doc:"Such as killed"`
	Count string            `json:"count" doc:"As a source would say it: at least 12, 3 to 7, dozens, none"`
	Set   map[string]string `json:"set,omitempty" doc:"Further fields and values, such as group: children"`
}

func addClaim(v *visit, in missedInput) (claim casualty.Claim, next string, err error) {
	id := casualty.DocumentID(v.param("id"))
	var quote casualty.Quote
	err = v.Book.Read(store.At{}, func(view *store.View) error { quote, err = curate.QuoteFrom(view, id, in.Quote); return err })
	if err != nil {
		return claim, "", err
	}
	values := append(curate.Values(in.Set), curate.Value{Name: "harm", Text: in.Harm}, curate.Value{Name: "count", Text: in.Count})
	err = v.do("add claim", "", func(c *store.Change) error {
		claim, err = curate.AddClaim(c, id, quote, values)
		return err
	})
	return claim, "/documents/" + string(id) + "#" + string(claim.ID), err
}

// textOf is the text in which the places of a document's quotes count.
func (v *visit) textOf(id casualty.DocumentID) (text string, err error) {
	err = v.Book.Read(v.at, func(view *store.View) error {
		text, err = view.Text(id)
		return err
	})
	return text, err
}

// A claimRow is a claim as short lists show it.
type claimRow struct {
	ID       casualty.ClaimID
	Document casualty.DocumentID
	Harm     casualty.Harm
	Count    string
	Quote    string
}

func rowOf(c casualty.Claim) claimRow {
	return claimRow{c.ID, c.Document, c.Harm, c.Count.String(), c.Quote.Text}
}

// fieldOf is what a record holds in a field that a person may set, in the words that
// set it.
func fieldOf(record any, name string) string {
	for _, v := range curate.ValuesOf(record) {
		if v.Name == name {
			return v.Text
		}
	}
	return ""
}

func documentAddress(c *casualty.Claim) string {
	return "/documents/" + string(c.Document) + "#" + string(c.ID)
}
