package server

import (
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/server/people"
	"tollbook/store"
)

func originPages() []pageRoute {
	return []pageRoute{
		{"/origins", people.SeeSources, originsPageOf},
		{"/origins/:id", people.SeeSources, originPageOf},
	}
}

func originDeeds() []deed {
	return []deed{
		doing[originInput, casualty.Origin]{deedRoute{path: "/origins/add", name: "add-origin", summary: "Add somebody who figures come from", may: people.Record, page: originsPageOf}, addOrigin},
		doing[correctInput, casualty.Origin]{deedRoute{path: "/origins/:id/correct", name: "correct-origin", summary: "Set fields of an origin: its name, its other spellings, whether it is a party", may: people.Record, seen: true, page: originPageOf}, corrected(store.Origins, "/origins/")},
		doing[mergeOriginInput, casualty.Decision]{deedRoute{path: "/origins/:id/merge", name: "merge-origin", summary: "Say that this origin and another one are one: its claims become the other's", may: people.Decide, seen: true, page: originPageOf}, mergeOrigin},
	}
}

func originReadings() []reading {
	return []reading{
		asking[originsAsked, listOut[casualty.Origin]]{readRoute{"/origins", "list-origins", "Who figures come from, apart from who printed them", people.SeeSources}, func(v *visit, in *originsAsked) (out listOut[casualty.Origin], _ string, err error) {
			s, err := v.showing()
			if err != nil {
				return out, "", err
			}
			part := listed(originList(s).chosen(v.request.URL.Query()), func(row originRow) string { return string(row.Origin.ID) }, &in.PageOfList)
			return onlyOf(part, func(row originRow) casualty.Origin { return row.Origin }), "", nil
		}},
		asking[struct{}, casualty.Origin]{readRoute{"/origins/:id", "get-origin", "One origin, with its version as ETag", people.SeeSources}, one(store.Origins)},
	}
}

type originsAsked struct {
	PageOfList
	ListAsked
	Party string `query:"party" enum:"yes,no"`
}

type originInput struct {
	Name    string `json:"name" doc:"Who it is, such as head of the region"`
	Aliases string `json:"aliases,omitempty" doc:"Other spellings, with semicolons between them"`
	Party   string `json:"party,omitempty" doc:"yes: a fighting side, or speaks for one"`
}

func addOrigin(v *visit, in originInput) (o casualty.Origin, next string, err error) {
	err = v.do("add origin", "", func(c *store.Change) error {
		o, err = curate.NewOrigin(c, []curate.Value{{Name: "name", Text: in.Name}, {Name: "aliases", Text: in.Aliases}, {Name: "party", Text: in.Party}})
		return err
	})
	return o, "/origins/" + string(o.ID), err
}

type mergeOriginInput struct {
	Into   casualty.OriginID `json:"into" doc:"The id of the origin that stays"`
	Reason string            `json:"reason" doc:"Why they are one; name no person in it"`
}

func mergeOrigin(v *visit, in mergeOriginInput) (d casualty.Decision, next string, err error) {
	id := casualty.OriginID(v.param("id"))
	err = v.do("merge origins", in.Reason, func(c *store.Change) error {
		if _, err := store.Origins.Get(c, in.Into); err != nil {
			return &casualty.Problem{Where: "into", Want: "the id of another origin, such as o2"}
		}
		d, err = curate.MergeOrigins(c, v.judgment(in.Reason), id, in.Into)
		return err
	})
	return d, "/origins/" + string(in.Into), err
}

// An originRow is an origin with how many claims it is the voice of.
type originRow struct {
	Origin casualty.Origin
	Claims int
}

func originRows(s *showing) []originRow {
	return remember(s, "rows of origins", func() []originRow {
		claims := map[casualty.OriginID]int{}
		for c := range s.Claims.All() {
			claims[c.Origin]++
		}
		rows := make([]originRow, len(s.Origins))
		for i, o := range s.Origins {
			rows[i] = originRow{o, claims[o.ID]}
		}
		return rows
	})
}

func originList(s *showing) lister[originRow] {
	to := func(row originRow) string { return "/origins/" + string(row.Origin.ID) }
	return lister[originRow]{
		in: s, name: "origins", rows: originRows(s), id: func(row originRow) string { return string(row.Origin.ID) }, to: to,
		text: func(row originRow) []string {
			return append([]string{string(row.Origin.ID), row.Origin.Name}, row.Origin.Aliases...)
		},
		columns: []column[originRow]{
			{"name", "Name", func(row originRow) cell { return cell{Text: row.Origin.Name, To: to(row)} }, byText(func(row originRow) string { return row.Origin.Name }), false},
			{"aliases", "Aliases", func(row originRow) cell { return cell{Text: strings.Join(row.Origin.Aliases, "; ")} }, nil, false},
			{"party", "Party", func(row originRow) cell { return partyCell(row.Origin.Party) }, nil, false},
			{"claims", "Claims", func(row originRow) cell { return number(row.Claims) }, by(func(row originRow) int { return row.Claims }), false},
		},
		filters: []filter[originRow]{
			{"party", "Party", yesOrNo("a party", "no party"), func(row originRow, chosen string) bool { return row.Origin.Party == (chosen == "yes") }},
		},
	}
}

type originsPage struct {
	basePage
	List listTable
}

func (originsPage) template() string { return "origins" }

func originsPageOf(v *visit) (page, error) {
	s, err := v.showing()
	if err != nil {
		return nil, err
	}
	b := v.base("Origins")
	b.Here = "/sources"
	return originsPage{b, originList(s).table(b, "/origins")}, nil
}

// An originPage shows one origin, with what can be done to it.
type originPage struct {
	basePage
	Origin  casualty.Origin
	Aliases string
	Version int
	Claims  []claimRow
	Others  []casualty.Origin
}

func (originPage) template() string { return "origin" }

func originPageOf(v *visit) (page, error) {
	var p originPage
	var err error
	if p.Origin, p.Version, err = versioned(v, store.Origins, casualty.OriginID(v.param("id"))); err != nil {
		return nil, err
	}
	if p.Origin.Erased != "" {
		return nil, casualty.ErrErased
	}
	s, err := v.showing()
	if err != nil {
		return nil, err
	}
	for c := range s.Claims.All() {
		if c.Origin == p.Origin.ID {
			p.Claims = append(p.Claims, rowOf(*c))
		}
	}
	for _, o := range s.Origins {
		if o.ID != p.Origin.ID && o.Erased == "" {
			p.Others = append(p.Others, o)
		}
	}
	slices.SortFunc(p.Others, func(a, b casualty.Origin) int { return strings.Compare(folded(a.Name), folded(b.Name)) })
	p.Aliases = strings.Join(p.Origin.Aliases, "; ")
	p.basePage = v.base("Origin %s", p.Origin.Name)
	p.Here = "/sources"
	return p, nil
}
