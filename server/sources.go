package server

import (
	"strings"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/server/people"
	"tollbook/store"
)

func sourcePages() []pageRoute {
	return []pageRoute{
		{"/sources", people.SeeSources, sourcesPageOf},
		{"/sources/:id", people.SeeSources, sourcePageOf},
	}
}

func sourceDeeds() []deed {
	return []deed{
		doing[correctInput, casualty.Source]{deedRoute{path: "/sources/:id/correct", name: "correct-source", summary: "Set fields of a source: its grade, whether it is a party, its name; the version before stays readable", may: people.Record, seen: true, page: sourcePageOf}, corrected(store.Sources, "/sources/")},
	}
}

func sourceReadings() []reading {
	return []reading{
		asking[sourcesAsked, listOut[casualty.Source]]{readRoute{"/sources", "list-sources", "Who publishes", people.SeeSources}, func(v *visit, in *sourcesAsked) (out listOut[casualty.Source], _ string, err error) {
			s, err := v.showing()
			if err != nil {
				return out, "", err
			}
			part := listed(sourceList(s).chosen(v.request.URL.Query()), func(row sourceRow) string { return string(row.Source.ID) }, &in.PageOfList)
			return onlyOf(part, func(row sourceRow) casualty.Source { return row.Source }), "", nil
		}},
		asking[struct{}, casualty.Source]{readRoute{"/sources/:id", "get-source", "One source, with its version as ETag", people.SeeSources}, one(store.Sources)},
	}
}

type sourcesAsked struct {
	PageOfList
	ListAsked
	Type        string `query:"type"`
	Reliability string `query:"reliability" doc:"A to F; F counts sources that nobody graded"`
	Party       string `query:"party" enum:"yes,no"`
}

// correctInput sets fields of a record by the names that the record has for them.
type correctInput struct {
	Set    map[string]string `json:"set" doc:"Field and value, such as reliability: B"`
	Reason string            `json:"reason" doc:"Why; it stands in the journal, so name no person in it"`
}

// form takes every field that the form has.
func (in *correctInput) form(fields map[string][]string) {
	in.Set = map[string]string{}
	for name, values := range fields {
		if field, ok := strings.CutPrefix(name, "set."); ok && len(values) > 0 {
			in.Set[field] = values[len(values)-1]
		}
	}
}

// corrected is a deed that corrects one record of a table and comes back to its page.
func corrected[T any, ID ~string](table store.Table[T, ID], at string) func(*visit, correctInput) (T, string, error) {
	return func(v *visit, in correctInput) (out T, next string, err error) {
		id := v.param("id")
		if err := (whyInput{in.Reason}).check(); err != nil {
			return out, "", err
		}
		err = v.do("correct", in.Reason, func(c *store.Change) error {
			if _, err := table.Get(c, ID(id)); err != nil {
				return err
			}
			if err := curate.Correct(c, id, curate.Values(in.Set)); err != nil {
				return err
			}
			out, err = table.Get(c, ID(id))
			return err
		})
		return out, at + id, err
	}
}

// A sourceRow is a source with what the record holds of it.
type sourceRow struct {
	Source            casualty.Source
	Documents, Claims int
}

func sourceRows(s *showing) []sourceRow {
	return remember(s, "rows of sources", func() []sourceRow {
		documents, claims := map[casualty.SourceID]int{}, map[casualty.SourceID]int{}
		for _, d := range s.Documents {
			documents[d.Source]++
		}
		for c := range s.Claims.All() {
			claims[c.Source]++
		}
		rows := make([]sourceRow, len(s.Sources))
		for i, x := range s.Sources {
			rows[i] = sourceRow{x, documents[x.ID], claims[x.ID]}
		}
		return rows
	})
}

func sourceList(s *showing) lister[sourceRow] {
	to := func(row sourceRow) string { return "/sources/" + string(row.Source.ID) }
	return lister[sourceRow]{
		in: s, name: "sources", rows: sourceRows(s), id: func(row sourceRow) string { return string(row.Source.ID) }, to: to,
		text: func(row sourceRow) []string {
			return []string{string(row.Source.ID), row.Source.Name, row.Source.Address}
		},
		columns: []column[sourceRow]{
			{"name", "Name", func(row sourceRow) cell { return cell{Text: row.Source.Name, To: to(row)} }, byText(func(row sourceRow) string { return row.Source.Name }), false},
			{"type", "Type", func(row sourceRow) cell { return cell{Text: string(row.Source.Type), Kind: "code"} }, byText(func(row sourceRow) string { return string(row.Source.Type) }), false},
			{"reliability", "Reliability", func(row sourceRow) cell { return cell{Text: string(row.Source.Reliability)} }, byText(func(row sourceRow) string { return graded(row.Source) }), false},
			{"party", "Party", func(row sourceRow) cell { return partyCell(row.Source.Party) }, nil, false},
			{"documents", "Documents", func(row sourceRow) cell { return number(row.Documents) }, by(func(row sourceRow) int { return row.Documents }), false},
			{"claims", "Claims", func(row sourceRow) cell { return number(row.Claims) }, by(func(row sourceRow) int { return row.Claims }), false},
			{"address", "Address", func(row sourceRow) cell { return cell{Text: row.Source.Address} }, nil, true},
			{"sensitivity", "Sensitivity", func(row sourceRow) cell { return cell{Text: string(row.Source.Sensitivity), Kind: "code"} }, nil, true},
		},
		filters: []filter[sourceRow]{
			{"type", "Type", codes(casualty.SourceTypes), func(row sourceRow, chosen string) bool { return string(row.Source.Type) == chosen }},
			{"reliability", "Reliability", grades(), func(row sourceRow, chosen string) bool { return graded(row.Source) == chosen }},
			{"party", "Party", yesOrNo("a party", "no party"), func(row sourceRow, chosen string) bool { return row.Source.Party == (chosen == "yes") }},
		},
	}
}

// graded is a source's reliability; a source that nobody graded counts as F.
func graded(s casualty.Source) string {
	if s.Reliability == "" {
		return "F"
	}
	return string(s.Reliability)
}

func grades() []option {
	var all []option
	for _, g := range casualty.Reliabilities {
		all = append(all, option{Value: string(g), Words: string(g)})
	}
	return all
}

func partyCell(party bool) cell {
	if party {
		return cell{Text: "a party", Kind: "code"}
	}
	return cell{Text: "no party", Kind: "code"}
}

type sourcesPage struct {
	basePage
	List listTable
}

func (sourcesPage) template() string { return "sources" }

func sourcesPageOf(v *visit) (page, error) {
	s, err := v.showing()
	if err != nil {
		return nil, err
	}
	b := v.base("Sources")
	return sourcesPage{b, sourceList(s).table(b, "/sources")}, nil
}

// A sourcePage shows one source, with the form that corrects it.
type sourcePage struct {
	basePage
	Source        casualty.Source
	Version       int
	Documents     []*reportRow
	Claims        int
	Types         []casualty.SourceType
	Grades        []casualty.Reliability
	Sensitivities []casualty.Sensitivity
	Consents      []casualty.Consent
}

func (sourcePage) template() string { return "source" }

func sourcePageOf(v *visit) (page, error) {
	p := sourcePage{Types: casualty.SourceTypes, Grades: casualty.Reliabilities, Sensitivities: casualty.Sensitivities, Consents: casualty.Consents}
	var err error
	if p.Source, p.Version, err = versioned(v, store.Sources, casualty.SourceID(v.param("id"))); err != nil {
		return nil, err
	}
	if p.Source.Erased != "" {
		return nil, casualty.ErrErased
	}
	s, err := v.showing()
	if err != nil {
		return nil, err
	}
	for _, row := range s.reports.get() {
		if row.Document.Source == p.Source.ID {
			p.Documents = append(p.Documents, row)
		}
	}
	for _, row := range sourceRows(s) {
		if row.Source.ID == p.Source.ID {
			p.Claims = row.Claims
		}
	}
	p.basePage = v.base("Source %s", p.Source.Name)
	return p, nil
}

// versioned is one record with the number of its newest version.
func versioned[T any, ID ~string](v *visit, t store.Table[T, ID], id ID) (out T, version int, err error) {
	err = v.Book.Read(v.at, func(view *store.View) (err error) {
		if out, err = t.Get(view, id); err != nil {
			return err
		}
		version, err = store.VersionOf(view, string(id))
		return err
	})
	return out, version, err
}
