package server

import (
	"fmt"
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/ingest"
	"tollbook/ingest/place"
	"tollbook/server/people"
	"tollbook/store"
)

// mostPlaces is how many places a claim's card proposes.
const mostPlaces = 3

// placeDeeds are what a person does with a place that is proposed. Nothing takes one
// over by itself.
func placeDeeds() []deed {
	return []deed{
		doing[locateInput, casualty.Claim]{deedRoute{path: "/claims/:id/locate", name: "locate-claim", summary: "Say which place is meant: the claim's incident has it from then on", may: people.Record, seen: true, page: claimAgain}, locateClaim},
	}
}

func placeReadings() []reading {
	return []reading{
		asking[struct{}, placesOut]{readRoute{"/claims/:id/places", "list-claim-places", "The places that a claim may mean, the surest first: proposals for a person", people.SeeSources}, func(v *visit, _ *struct{}) (placesOut, string, error) {
			_, found, err := v.claimPlaces(casualty.ClaimID(v.param("id")))
			return placesOut{choices(found), place.Attribution}, "", err
		}},
	}
}

type placesOut struct {
	Places      []placeChoice `json:"places"`
	Attribution string        `json:"attribution" doc:"To be said wherever a place of GeoNames is shown"`
}

// A placeChoice is one place that may be meant, and its key.
type placeChoice struct {
	Key string `json:"key" doc:"What locate-claim takes"`
	place.Match
}

// In are the units and the country that the place lies in.
func (p placeChoice) In() string {
	return strings.Join(slices.DeleteFunc([]string{p.Place.Admin2, p.Place.Admin1, p.Place.Country}, func(s string) bool { return s == "" }), ", ")
}

func choices(found []place.Match) []placeChoice {
	all := []placeChoice{}
	for _, m := range found {
		all = append(all, placeChoice{m.Key(), m})
	}
	return all
}

// placesOf proposes places for a claim of a text; in the country of its incident, where
// it has one.
func (s *site) placesOf(c casualty.Claim, in *casualty.Incident, text string) []place.Match {
	country := ""
	if in != nil {
		country = in.Place.Country
	}
	before, after := ingest.Around(text, c.Quote)
	return place.Of(c.Place, before+" "+c.Quote.Text+" "+after, country, s.Places...)
}

// claimPlaces reads a claim and proposes its places.
func (v *visit) claimPlaces(id casualty.ClaimID) (c casualty.Claim, found []place.Match, err error) {
	err = v.Book.Read(v.at, func(view *store.View) error {
		if c, err = store.Claims.Get(view, id); err != nil {
			return err
		}
		document, err := store.Documents.Get(view, c.Document)
		if err != nil {
			return err
		}
		text, err := view.Text(c.Document)
		if err != nil {
			return err
		}
		var in *casualty.Incident
		if i, err := store.Incidents.Get(view, c.Incident); err == nil {
			in = &i
		}
		found = v.placesOf(c, in, ingest.Shown(document, text))
		return nil
	})
	return c, found, err
}

type locateInput struct {
	Meant string `json:"meant" doc:"The key of one of the places that list-claim-places gives"`
}

func locateClaim(v *visit, in locateInput) (claim casualty.Claim, next string, err error) {
	claim, found, err := v.claimPlaces(casualty.ClaimID(v.param("id")))
	if err != nil {
		return claim, "", err
	}
	if claim.Incident == "" {
		return claim, "", &casualty.Problem{Where: "meant", Want: "a claim that is linked to its incident: the place is the incident's"}
	}
	m, why, err := meant(claim, found, in.Meant)
	if err != nil {
		return claim, "", err
	}
	return v.onClaim("place", why, func(c *store.Change, _ casualty.ClaimID) error {
		return curate.Locate(c, claim.Incident, m.Place)
	})
}

// meant is the place that a person chose of those proposed, and how it was matched, for
// the journal.
func meant(c casualty.Claim, found []place.Match, key string) (m place.Match, why string, err error) {
	i := slices.IndexFunc(found, func(m place.Match) bool { return m.Key() == key })
	if i < 0 {
		return m, "", &casualty.Problem{Where: "meant", Found: key, Want: "one of the places that are proposed for this claim"}
	}
	m = found[i]
	return m, fmt.Sprintf("“%s” as written is %s in %s (%s: %s)", c.Place, m.Place.Name, m.From, m.Confidence, m.Reason), nil
}
