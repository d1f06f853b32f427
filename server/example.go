package server

import (
	"errors"

	"tollbook/casualty"
	"tollbook/example"
	"tollbook/server/people"
	"tollbook/store"
)

func exampleDeeds() []deed {
	return []deed{
		doing[nothing, exampleOut]{deedRoute{path: "/example/load", name: "load-example", summary: "Load the example record, as one act", may: people.Manage, page: homePageOf}, loadExample},
		doing[nothing, nothing]{deedRoute{path: "/example/remove", name: "remove-example", summary: "Take the example out as a whole, by undoing the entry that loaded it", may: people.Manage, page: homePageOf}, removeExample},
	}
}

type exampleOut struct {
	Entry int `json:"entry" doc:"The entry of the journal that holds all of it"`
}

// exampleEntries holds the entry that loaded the example.
const exampleEntries store.Drawer[int] = "example"

func loadExample(v *visit, _ nothing) (out exampleOut, next string, err error) {
	if n, err := v.exampleEntry(); err != nil || n > 0 {
		return out, "", cmpErr(err, &casualty.Problem{Where: "example", Want: "a book without the example: it is loaded already"})
	}
	if err := v.do("load the example", "to look around", example.Put); err != nil {
		return out, "", err
	}
	out.Entry = v.entry
	return out, "/", v.Book.Shelve(func(s *store.Shelf) error { return exampleEntries.Put(s, "entry", v.entry) })
}

func removeExample(v *visit, _ nothing) (nothing, string, error) {
	n, err := v.exampleEntry()
	if err != nil || n == 0 {
		return nothing{}, "", cmpErr(err, &casualty.Problem{Where: "example", Want: "a book that holds the example"})
	}
	return nothing{}, "/", v.undo(n, "the example is not needed any more")
}

// exampleEntry is the entry that loaded the example, 0 where the book does not
// hold it.
func (v *visit) exampleEntry() (n int, err error) {
	err = v.Book.Read(store.At{}, func(view *store.View) error {
		entry, ok, err := exampleEntries.Get(view, "entry")
		if err != nil || !ok {
			return err
		}
		for e, err := range view.Journal(entry) {
			if err != nil {
				return err
			}
			for _, c := range e.Changes {
				if c.Kind == "document" {
					_, err := store.Documents.Get(view, casualty.DocumentID(c.ID))
					if err == nil {
						n = entry
					}
					return ignore(err, casualty.ErrNotFound)
				}
			}
			break
		}
		return nil
	})
	return n, err
}

// ignore is err, but nil for what was to be expected.
func ignore(err, expected error) error {
	if errors.Is(err, expected) {
		return nil
	}
	return err
}
