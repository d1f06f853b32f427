package server

import (
	"slices"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/server/people"
	"tollbook/store"
)

// claimDeeds are what a person does to one claim. Each is one act, undone as one.
func claimDeeds() []deed {
	r := func(verb, summary string, seen bool) deedRoute {
		return deedRoute{path: "/claims/:id/" + verb, name: verb + "-claim", summary: summary, may: people.Record, seen: seen, page: claimAgain}
	}
	return []deed{
		doing[nothing, casualty.Claim]{r("confirm", "Say that the claim is what its document says", true), judged("confirm", curate.Confirm)},
		doing[whyInput, casualty.Claim]{r("reject", "Say that the claim is not what its document says", true), rejectClaim},
		doing[mendInput, casualty.Claim]{r("mend", "Set fields of a claim; the version before stays readable", true), mendClaim},
		doing[quoteInput, casualty.Claim]{r("quote", "Release the claim's quote for public outputs, or not, and mark words to be masked", true), releaseQuote},
	}
}

func claimReadings() []reading {
	return []reading{
		asking[pageOfList, listOut[casualty.Claim]]{readRoute{"/claims", "list-claims", "The claims, as worded", people.SeeSources}, func(v *visit, in *pageOfList) (listOut[casualty.Claim], string, error) {
			r, err := v.record()
			return listed(r.Claims, func(c casualty.Claim) string { return string(c.ID) }, in), "", err
		}},
		asking[struct{}, casualty.Claim]{readRoute{"/claims/:id", "get-claim", "One claim, with its version as ETag", people.SeeSources}, one(store.Claims)},
	}
}

// claimAgain is the page of the claim's document, shown again after a form failed.
func claimAgain(v *visit) (page, error) {
	id := v.param("id")
	var document casualty.DocumentID
	err := v.Book.Read(store.At{}, func(view *store.View) error {
		c, err := store.Claims.Get(view, casualty.ClaimID(id))
		document = c.Document
		return err
	})
	if err != nil {
		return nil, err
	}
	v.param = func(string) string { return string(document) }
	return readingPageOf(v)
}

// judged is a deed that does one thing to a claim and comes back to its document.
func judged(what string, do func(*store.Change, casualty.ClaimID) error) func(*visit, nothing) (casualty.Claim, string, error) {
	return func(v *visit, _ nothing) (casualty.Claim, string, error) {
		return v.onClaim(what, "", func(c *store.Change, id casualty.ClaimID) error { return do(c, id) })
	}
}

// onClaim does one act on the claim of the path and reads it anew.
func (v *visit) onClaim(what, reason string, do func(*store.Change, casualty.ClaimID) error) (claim casualty.Claim, next string, err error) {
	id := casualty.ClaimID(v.param("id"))
	err = v.do(what, reason, func(c *store.Change) error {
		if err := do(c, id); err != nil {
			return err
		}
		claim, err = store.Claims.Get(c, id)
		return err
	})
	return claim, "/documents/" + string(claim.Document) + "#" + string(id), err
}

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
			m.Set[name] = values[0]
		}
	}
}

func mendClaim(v *visit, in mendInput) (claim casualty.Claim, next string, err error) {
	return v.onClaim("mend", in.Reason, func(c *store.Change, id casualty.ClaimID) error {
		if err := curate.Mend(c, id, curate.Values(in.Set)); err != nil {
			return err
		}
		if in.Accept == "yes" {
			return curate.Confirm(c, id)
		}
		return nil
	})
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
