package server

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/server/people"
	"tollbook/store"
)

func bulkDeeds() []deed {
	return []deed{
		doing[bulkInput, bulkOut]{deedRoute{path: "/claims/bulk", name: "decide-claims", summary: "Confirm, reject or link several claims as one act, undone as one", may: people.Record, page: claimsPageOf}, decideClaims},
	}
}

// claimsAsked are what a program can ask the list of claims for; the words are
// those of the page's address.
type claimsAsked struct {
	PageOfList
	ListAsked
	Status     string `query:"status" enum:"suggested,confirmed,rejected,retracted"`
	Linked     string `query:"linked" enum:"yes,no" doc:"Whether it has its incident"`
	Harm       string `query:"harm"`
	Population string `query:"population"`
	Scope      string `query:"scope"`
	Released   string `query:"released" enum:"yes,no" doc:"Whether its quote may stand in public outputs"`
	Source     string `query:"source" doc:"An id"`
	Origin     string `query:"origin" doc:"An id"`
	Incident   string `query:"incident" doc:"An id"`
	Document   string `query:"document" doc:"An id"`
}

// claimList is the list of claims.
func claimList(s *showing) lister[*casualty.Claim] {
	type claim = *casualty.Claim
	return lister[claim]{
		in: s, name: "claims", rows: remember(s, "claims", func() []claim { return slices.Collect(s.Claims.All()) }),
		id: func(c claim) string { return string(c.ID) }, to: documentAddress,
		text: func(c claim) []string {
			return []string{string(c.ID), c.Quote.Text, c.Claimant, c.Place, s.sourceName(c.Source), s.originName(c.Origin), s.incidentName(c.Incident)}
		},
		columns: []column[claim]{
			{"status", "Status", func(c claim) cell { return cell{Text: string(c.Status), Kind: "code"} }, byText(func(c claim) string { return string(c.Status) }), false},
			{"harm", "Harm", func(c claim) cell { return cell{Text: string(c.Harm), Kind: "code"} }, byText(func(c claim) string { return string(c.Harm) }), false},
			{"count", "As worded", func(c claim) cell { return cell{Text: worded(c), Kind: "tell"} }, nil, false},
			{"quote", "Quote", func(c claim) cell { return cell{Text: c.Quote.Text, Kind: "quote", To: documentAddress(c)} }, nil, false},
			{"source", "Source", func(c claim) cell { return linked(s.sourceName(c.Source), "/sources/", string(c.Source)) }, byText(func(c claim) string { return s.sourceName(c.Source) }), false},
			{"origin", "Origin", func(c claim) cell { return linked(s.originName(c.Origin), "/origins/", string(c.Origin)) }, byText(func(c claim) string { return s.originName(c.Origin) }), true},
			{"incident", "Incident", func(c claim) cell { return linked(s.incidentName(c.Incident), "/incidents/", string(c.Incident)) }, byText(func(c claim) string { return s.incidentName(c.Incident) }), false},
			{"said", "Said", func(c claim) cell { return cell{Text: string(c.Said)} }, byText(func(c claim) string { return string(c.Said) }), true},
			{"group", "Group", func(c claim) cell { return cell{Text: string(c.Group), Kind: "code"} }, nil, true},
			{"population", "Population", func(c claim) cell { return cell{Text: string(c.Population), Kind: "code"} }, nil, true},
			{"scope", "Scope", func(c claim) cell { return cell{Text: string(c.Scope), Kind: "code"} }, nil, true},
			{"place", "Place", func(c claim) cell { return cell{Text: c.Place} }, byText(func(c claim) string { return c.Place }), true},
			{"day", "Day of the harm", func(c claim) cell { return cell{Text: string(c.Day)} }, byText(func(c claim) string { return string(c.Day) }), true},
			{"document", "Document", func(c claim) cell { return linked(s.documentName(c.Document), "/documents/", string(c.Document)) }, nil, true},
		},
		filters: []filter[claim]{
			{"status", "Status", codes(casualty.Statuses), func(c claim, chosen string) bool { return string(c.Status) == chosen }},
			{"linked", "Incident", yesOrNo("linked", "not linked yet"), func(c claim, chosen string) bool { return (c.Incident != "") == (chosen == "yes") }},
			{"harm", "Harm", codes(casualty.Harms), func(c claim, chosen string) bool { return string(c.Harm) == chosen }},
			{"population", "Population", codes(casualty.Populations), func(c claim, chosen string) bool { return string(c.Population) == chosen }},
			{"scope", "Scope", codes(casualty.Scopes), func(c claim, chosen string) bool { return string(c.Scope) == chosen }},
			{"released", "Quote in public outputs", yesOrNo("released", "not released"), func(c claim, chosen string) bool { return c.Quote.Released == (chosen == "yes") }},
			{"source", "Source", sourceOptions(s), func(c claim, chosen string) bool { return string(c.Source) == chosen }},
			{"origin", "Origin", originOptions(s), func(c claim, chosen string) bool { return string(c.Origin) == chosen }},
			{"incident", "", nil, func(c claim, chosen string) bool { return string(c.Incident) == chosen }},
			{"document", "", nil, func(c claim, chosen string) bool { return string(c.Document) == chosen }},
		},
		version: func(claim) int { return 0 },
	}
}

// worded is a claim's count; erased claims state none.
func worded(c *casualty.Claim) string {
	if !c.Count.Stated() {
		return ""
	}
	return c.Count.String()
}

func linked(name, at, id string) cell {
	if id == "" {
		return cell{}
	}
	return cell{Text: cmp.Or(name, id), To: at + id}
}

// Names by which a reader knows records; empty for one that is not there.

func (s *showing) sourceName(id casualty.SourceID) string {
	if x := s.source(id); x != nil {
		return x.Name
	}
	return ""
}

func (s *showing) originName(id casualty.OriginID) string {
	if o := s.origin(id); o != nil {
		return o.Name
	}
	return ""
}

func (s *showing) incidentName(id casualty.IncidentID) string {
	if in := s.incident(id); in != nil {
		return in.Title
	}
	return ""
}

func (s *showing) documentName(id casualty.DocumentID) string {
	if d := s.document(id); d != nil {
		return documentName(*d)
	}
	return ""
}

// originOptions are the origins to choose from, by name.
func originOptions(s *showing) []option {
	return remember(s, "options of origins", func() (all []option) {
		for _, o := range s.Origins {
			if o.Erased == "" {
				all = append(all, option{Value: string(o.ID), Words: o.Name})
			}
		}
		return byWords(all)
	})
}

func byWords(all []option) []option {
	return by(func(o option) string { return folded(o.Words) })(all, false)
}

// A claimsPage lists claims; several can be decided on together.
type claimsPage struct {
	basePage
	List      listTable
	Incidents []casualty.Incident
}

func (claimsPage) template() string { return "claims" }

func claimsPageOf(v *visit) (page, error) {
	s, err := v.showing()
	if err != nil {
		return nil, err
	}
	b := v.base("Claims")
	b.Here = "/documents"
	p := claimsPage{basePage: b, List: claimList(s).table(b, "/claims")}
	err = v.Book.Read(v.at, func(view *store.View) error {
		for i := range p.List.Rows { // of these alone: to ask for every claim would take long
			if p.List.Rows[i].Version, err = store.VersionOf(view, p.List.Rows[i].ID); err != nil {
				return err
			}
		}
		return nil
	})
	for i := len(s.Incidents) - 1; i >= 0 && len(p.Incidents) < mostProposed; i-- {
		if s.Incidents[i].Erased == "" {
			p.Incidents = append(p.Incidents, s.Incidents[i])
		}
	}
	return p, err
}

// mostProposed is how many incidents a form offers to choose from.
const mostProposed = 500

// bulkInput is one decision on several claims.
type bulkInput struct {
	Do       string              `json:"do" enum:"confirm,reject,link"`
	Claims   []string            `json:"claims" doc:"Ids; c12@3 asks that its version is still the third"`
	Incident casualty.IncidentID `json:"incident,omitempty" doc:"Of link: its id"`
	Reason   string              `json:"reason,omitempty" doc:"Of reject: why; it stands in the journal"`
	Back     string              `json:"back,omitempty" doc:"For the page"`
}

type bulkOut struct {
	Claims []casualty.Claim `json:"claims" doc:"As they are now"`
}

func decideClaims(v *visit, in bulkInput) (out bulkOut, next string, err error) {
	do, err := in.act()
	if err != nil {
		return out, "", err
	}
	ids := make([]casualty.ClaimID, len(in.Claims))
	err = v.do(in.Do+" several", in.Reason, func(c *store.Change) error {
		for i, named := range in.Claims {
			if ids[i], err = stillAt(c, named); err != nil {
				return err
			}
		}
		if err := curate.Each(c, ids, do); err != nil {
			return err
		}
		for _, id := range ids {
			claim, err := store.Claims.Get(c, id)
			if err != nil {
				return err
			}
			out.Claims = append(out.Claims, claim)
		}
		return nil
	})
	return out, "/claims?" + strings.TrimPrefix(in.Back, "?"), err
}

// act is what is done to each claim.
func (in bulkInput) act() (func(*store.Change, casualty.ClaimID) error, error) {
	switch in.Do {
	case "confirm":
		return curate.Confirm, nil
	case "reject":
		return curate.Reject, (whyInput{in.Reason}).check()
	case "link":
		if in.Incident == "" {
			return nil, &casualty.Problem{Where: "incident", Want: "the id of the incident that they speak of, such as i1"}
		}
		return func(c *store.Change, id casualty.ClaimID) error { return curate.Link(c, id, in.Incident) }, nil
	}
	return nil, &casualty.Problem{Where: "do", Want: "confirm, reject or link"}
}

// stillAt is the id of a claim named as "c12", or as "c12@3" where it has to be at
// its third version.
func stillAt(c *store.Change, named string) (casualty.ClaimID, error) {
	id, version, asked := strings.Cut(named, "@")
	if !asked {
		return casualty.ClaimID(id), nil
	}
	n, err := store.VersionOf(c, id)
	if seen, bad := strconv.Atoi(version); err == nil && (bad != nil || seen != n) {
		err = errChanged
	}
	return casualty.ClaimID(id), err
}
