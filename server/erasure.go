package server

import (
	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/server/people"
	"tollbook/store"
)

func erasurePages() []pageRoute {
	return []pageRoute{{"/erasures", people.SeeSources, erasuresPageOf}}
}

func erasureDeeds() []deed {
	return []deed{
		doing[erasureInput, curate.Erasure]{deedRoute{path: "/erasures/propose", name: "propose-erasure", summary: "Propose to erase a record lawfully; nothing goes before a second person carries it out", may: people.Decide, page: erasuresPageOf}, proposeErasure},
		doing[nothing, curate.Erasure]{deedRoute{path: "/erasures/:n/carry-out", name: "carry-out-erasure", summary: "Erase what somebody else proposed to erase: the content goes for good, a tombstone stays", may: people.SignOff, page: erasuresPageOf}, carryOutErasure},
		doing[nothing, curate.Erasure]{deedRoute{path: "/erasures/:n/turn-down", name: "turn-down-erasure", summary: "End a proposal without erasing", may: people.Decide, page: erasuresPageOf}, turnDownErasure},
	}
}

func erasureReadings() []reading {
	return []reading{
		asking[PageOfList, listOut[curate.Erasure]]{readRoute{"/erasures", "list-erasures", "Proposals to erase, newest first, with what became of them", people.SeeSources}, func(v *visit, in *PageOfList) (listOut[curate.Erasure], string, error) {
			all, err := v.erasures()
			return listed(all, func(e curate.Erasure) string { return e.ID }, in), "", err
		}},
	}
}

func (v *visit) erasures() (all []curate.Erasure, err error) {
	err = v.Book.Read(store.At{}, func(view *store.View) error {
		for e := range curate.Erasures(view) {
			all = append(all, e)
		}
		return nil
	})
	return all, err
}

// An erasuresPage lists proposals, and takes a new one.
type erasuresPage struct {
	basePage
	Rows   []erasureRow
	Record string // that the form begins with
}

type erasureRow struct {
	Erasure curate.Erasure
	Own     bool // proposed by this visitor
	May     bool // this visitor may carry it out
	Group   []string
}

func (erasuresPage) template() string { return "erasures" }

func erasuresPageOf(v *visit) (page, error) {
	all, err := v.erasures()
	if err != nil {
		return nil, err
	}
	s, err := v.showing()
	if err != nil {
		return nil, err
	}
	p := erasuresPage{basePage: v.base("Erasure"), Record: v.request.URL.Query().Get("record")}
	p.Here = "/journal"
	for _, e := range all {
		own := e.By == v.who.Name
		row := erasureRow{Erasure: e, Own: own, May: !own && e.Waits() && v.may(people.SignOff) == nil}
		if e.Waits() {
			row.Group = goesWith(s, e.Record)
		}
		p.Rows = append(p.Rows, row)
	}
	return p, nil
}

// goesWith are the ids of what goes with a record that is erased.
func goesWith(s *showing, id string) (ids []string) {
	for _, report := range s.Reports {
		if string(report.Document) == id && report.Erased == "" {
			ids = append(ids, string(report.ID))
		}
	}
	for c := range s.Claims.All() {
		if (string(c.Document) == id || string(c.Report) == id) && c.Erased == "" {
			ids = append(ids, string(c.ID))
		}
	}
	return ids
}

type erasureInput struct {
	Record string `json:"record" doc:"The id of the record, such as d3; a document takes its reports and claims with it"`
	Reason string `json:"reason" doc:"Why; it stays in the tombstone, so it must not repeat what is erased"`
}

func proposeErasure(v *visit, in erasureInput) (e curate.Erasure, next string, err error) {
	err = v.Book.Read(store.At{}, func(view *store.View) error {
		_, err := view.Versions(in.Record)
		return err
	})
	if err != nil {
		return e, "", &casualty.Problem{Where: "record", Found: in.Record, Want: "the id of a record of this book, such as d3 or c12"}
	}
	err = v.shelve(func(s *store.Shelf) error {
		e, err = curate.ProposeErasure(s, in.Record, in.Reason, v.who.Name, casualty.MomentOf(v.Now()))
		return err
	})
	return e, "/erasures", err
}

func carryOutErasure(v *visit, _ nothing) (e curate.Erasure, next string, err error) {
	n := v.param("n")
	err = v.Book.Read(store.At{}, func(view *store.View) error { e, err = curate.ErasureOf(view, n); return err })
	if err != nil {
		return e, "", err
	}
	err = v.do("erase", e.Reason, func(c *store.Change) error {
		e, err = curate.CarryOut(c, n, v.who.Name, casualty.MomentOf(v.Now()))
		return err
	})
	return e, "/erasures", err
}

// turnDownErasure is for a second person; the one who proposed can take it back.
func turnDownErasure(v *visit, _ nothing) (e curate.Erasure, next string, err error) {
	n := v.param("n")
	err = v.Book.Read(store.At{}, func(view *store.View) error { e, err = curate.ErasureOf(view, n); return err })
	if err != nil {
		return e, "", err
	}
	if e.By != v.who.Name {
		v.needs = people.SignOff
		if err := v.may(v.needs); err != nil {
			return e, "", err
		}
	}
	err = v.shelve(func(s *store.Shelf) error {
		e, err = curate.TurnDown(s, n, v.who.Name, casualty.MomentOf(v.Now()))
		return err
	})
	return e, "/erasures", err
}
