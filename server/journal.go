package server

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"tollbook/casualty"
	"tollbook/server/people"
	"tollbook/store"
)

func journalPages() []pageRoute {
	return []pageRoute{
		{"/journal", people.SeeSources, journalPageOf},
		{"/journal/:n", people.SeeSources, entryPageOf},
		{"/history/:id", people.SeeSources, historyPageOf},
	}
}

func journalDeeds() []deed {
	return []deed{
		doing[undoInput, undoneOut]{deedRoute{path: "/journal/:n/undo", name: "undo-entry", summary: "Take an entry back, as a new one: one's own, and as a reviewer anybody's", may: people.Record, page: entryPageOf}, undoEntry},
	}
}

func journalReadings() []reading {
	return []reading{
		asking[journalAsked, listOut[store.Entry]]{readRoute{"/journal", "list-journal", "What was done, in order; each entry carries the hash of the one before", people.SeeSources}, listJournal},
		asking[struct{}, entryOut]{readRoute{"/journal/:n", "get-entry", "One entry, with every field that it changed", people.SeeSources}, func(v *visit, _ *struct{}) (out entryOut, _ string, err error) {
			out.Entry, out.Changes, err = v.entryAt(v.param("n"))
			return out, "", err
		}},
		asking[struct{}, historyOut]{readRoute{"/history/:id", "get-history", "Every version of a record, the first one first", people.SeeSources}, func(v *visit, _ *struct{}) (out historyOut, _ string, err error) {
			out.Versions, err = v.history(v.param("id"))
			return out, "", err
		}},
	}
}

type undoneOut struct {
	Entry int `json:"entry" doc:"The entry that takes the other one back"`
}

type undoInput struct {
	Reason string `json:"reason" doc:"Why; it stands in the journal, so name no person in it"`
	Back   string `json:"back,omitempty" doc:"For the page"`
}

func undoEntry(v *visit, in undoInput) (out undoneOut, next string, err error) {
	if err := (whyInput{in.Reason}).check(); err != nil {
		return out, "", err
	}
	entry, _, err := v.entryAt(v.param("n"))
	if err != nil {
		return out, "", err
	}
	if entry.Author != v.who.Name {
		v.needs = people.SignOff // of others: asked again within the act
		if err := v.may(v.needs); err != nil {
			return out, "", err
		}
	}
	err = v.undo(entry.Number, in.Reason)
	next = fmt.Sprint("/journal/", v.entry)
	if in.Back != "" {
		next = here(in.Back)
	}
	return undoneOut{v.entry}, next, err
}

type journalAsked struct {
	PageOfList
	Author string `query:"author"`
	What   string `query:"what" doc:"What was done, such as confirm"`
}

func listJournal(v *visit, in *journalAsked) (out listOut[store.Entry], _ string, err error) {
	all, err := v.annals()
	if err != nil {
		return out, "", err
	}
	all = slices.DeleteFunc(slices.Clone(all), func(e *annal) bool {
		return in.Author != "" && e.Author != in.Author || in.What != "" && e.What != in.What
	})
	part := listed(all, func(e *annal) string { return strconv.Itoa(e.Number) }, &in.PageOfList)
	out = onlyOf(part, func(e *annal) store.Entry { return e.Entry })
	return out, "", v.Book.Read(store.At{}, func(view *store.View) error {
		for i := range out.Items { // the whole entries, of this page alone
			for e, err := range view.Journal(out.Items[i].Number) {
				if out.Items[i] = e; err != nil {
					return err
				}
				break
			}
		}
		return nil
	})
}

// A journalPage lists entries, the newest first.
type journalPage struct {
	basePage
	List listTable
}

func (journalPage) template() string { return "journal" }

func journalPageOf(v *visit) (page, error) {
	s, err := v.showing()
	if err != nil {
		return nil, err
	}
	all, err := v.annals()
	if err != nil {
		return nil, err
	}
	b := v.base("Journal")
	return journalPage{b, journalList(s, all).table(b, "/journal")}, nil
}

func journalList(s *showing, all []*annal) lister[*annal] {
	name := fmt.Sprint("journal to ", len(all)) // there may be entries already that the showing has not
	options := func(of string, value func(*annal) string) []option {
		return remember(s, name+", "+of, func() []option { return optionsOf(all, value) })
	}
	return lister[*annal]{
		in: s, name: name,
		rows: remember(s, name, func() []*annal {
			newest := slices.Clone(all)
			slices.Reverse(newest)
			return newest
		}),
		id: func(e *annal) string { return strconv.Itoa(e.Number) },
		to: func(e *annal) string { return "/journal/" + strconv.Itoa(e.Number) },
		text: func(e *annal) []string {
			words := []string{e.Author, e.What, e.Reason, "#" + strconv.Itoa(e.Number)}
			return append(words, e.ids...)
		},
		columns: []column[*annal]{
			{"recorded", "Recorded", func(e *annal) cell { return cell{Text: string(e.RecordedAt)} }, nil, false},
			{"author", "Who", func(e *annal) cell { return cell{Text: e.Author} }, byText(func(e *annal) string { return e.Author }), false},
			{"what", "What", func(e *annal) cell { return cell{Text: e.What, Kind: "code"} }, byText(func(e *annal) string { return e.What }), false},
			{"reason", "Why", func(e *annal) cell { return cell{Text: e.Reason} }, nil, false},
			{"records", "Records", func(e *annal) cell { return number(e.Records) }, by(func(e *annal) int { return e.Records }), false},
			{"hash", "Hash", func(e *annal) cell { return cell{Text: e.Hash} }, nil, true},
		},
		filters: []filter[*annal]{
			{"author", "Who", options("authors", func(e *annal) string { return e.Author }), func(e *annal, chosen string) bool { return e.Author == chosen }},
			{"what", "What", options("acts", func(e *annal) string { return e.What }), func(e *annal, chosen string) bool { return e.What == chosen }},
			{"kind", "Kind of record", recordKinds, func(e *annal, chosen string) bool {
				return slices.Contains(e.kinds, chosen)
			}},
		},
	}
}

var recordKinds = codes([]string{"document", "source", "origin", "report", "claim", "incident", "victim", "decision", "release"})

// optionsOf are the values that rows have, each once.
func optionsOf[T any](rows []T, value func(T) string) []option {
	seen := map[string]bool{}
	var all []option
	for _, row := range rows {
		if text := value(row); text != "" && !seen[text] {
			seen[text] = true
			all = append(all, option{Value: text, Words: text})
		}
	}
	slices.SortFunc(all, func(a, b option) int { return strings.Compare(folded(a.Words), folded(b.Words)) })
	return all
}

// An entryOut is an entry with what it changed.
type entryOut struct {
	Entry   store.Entry    `json:"entry"`
	Changes []RecordChange `json:"changes"`
}

// An entryPage shows one entry of the journal.
type entryPage struct {
	basePage
	Entry    store.Entry
	Changes  []RecordChange
	Undone   int  // the entry that took this one back; 0: it stands
	Undoable bool // by this visitor
	Asked    string
}

func (entryPage) template() string { return "entry" }

func entryPageOf(v *visit) (page, error) {
	e, changes, err := v.entryAt(v.param("n"))
	if err != nil {
		return nil, err
	}
	p := entryPage{basePage: v.base("Entry %s", "#"+strconv.Itoa(e.Number)), Entry: e, Changes: changes, Asked: url.QueryEscape("#" + strconv.Itoa(e.Number))}
	all, err := v.annals()
	for _, x := range all[min(e.Number, len(all)):] {
		if x.Undoes == e.Number {
			p.Undone = x.Number
		}
	}
	p.Undoable = v.may(people.Record) == nil && (e.Author == v.who.Name || v.may(people.SignOff) == nil)
	return p, err
}

// entryAt is one entry with what it changed.
func (v *visit) entryAt(text string) (e store.Entry, changes []RecordChange, err error) {
	n, err := strconv.Atoi(strings.TrimPrefix(text, "#"))
	if err != nil || n < 1 {
		return e, nil, casualty.ErrNotFound
	}
	err = v.Book.Read(store.At{}, func(view *store.View) error {
		for found, err := range view.Journal(n) {
			if err != nil {
				return err
			}
			e = found
			break
		}
		if e.Number != n {
			return casualty.ErrNotFound
		}
		for _, c := range e.Changes[:min(len(e.Changes), mostChanges)] {
			change, err := changeOf(view, c)
			if err != nil {
				return err
			}
			changes = append(changes, change)
		}
		return nil
	})
	return e, changes, err
}

// mostChanges is how many records of one entry are shown field by field.
const mostChanges = 200

// A historyPage shows every version of one record.
type historyPage struct {
	basePage
	ID       string
	To       string // the record's own page
	Versions []versionChange
}

func (historyPage) template() string { return "history" }

type historyOut struct {
	Versions []versionChange `json:"versions"`
}

func historyPageOf(v *visit) (page, error) {
	id := v.param("id")
	versions, err := v.history(id)
	if err != nil {
		return nil, err
	}
	s, err := v.showing()
	if err != nil {
		return nil, err
	}
	return historyPage{v.base("History of %s", id), id, s.place(id), versions}, nil
}
