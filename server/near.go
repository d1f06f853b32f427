package server

import (
	"fmt"
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/ingest/near"
	"tollbook/server/people"
	"tollbook/store"
)

// comparedAtMost is how many documents a page compares; more take minutes, and the
// command `tollbook similar` does it.
const comparedAtMost = 2_000

// A nearRow is a document that says the same, or nearly.
type nearRow struct {
	Document casualty.Document
	Source   string
	Same     bool     // the same bytes
	Percent  int      // of the shorter text's words that stand in shared passages
	Told     bool     // a person has said already that one repeats the other
	Later    bool     // this one was published first
	Passages []string // the longest that both share, as in the earlier published
}

// Of the passages that two documents share, a page shows so many of the longest, each
// so far.
const (
	shownPassages = 3
	shownPassage  = 400 // characters
)

// passagesOf are the longest passages of a likeness.
func passagesOf(l curate.Likeness) (texts []string) {
	longest := slices.SortedFunc(slices.Values(l.Passages), func(p, q near.Passage) int { return q.Words - p.Words })
	for _, p := range longest[:min(len(longest), shownPassages)] {
		texts = append(texts, casualty.Shorten(strings.Join(strings.Fields(l.FirstText[p.AStart:p.AEnd]), " "), shownPassage))
	}
	return texts
}

// near are the documents that share passages with this one: many outlets print one
// agency, and are one voice then.
func (v *visit) near(view *store.View, d casualty.Document) (rows []nearRow, err error) {
	likenesses, err := v.desk.likenesses(view)
	if err != nil {
		return nil, err
	}
	for _, l := range likenesses {
		other := l.First
		if l.First.ID == d.ID {
			other = l.Second
		}
		if l.First.ID != d.ID && l.Second.ID != d.ID {
			continue
		}
		source, err := store.Sources.Get(view, other.Source)
		if err != nil {
			return nil, err
		}
		now, err := curate.Compare(view, l.First, l.Second) // what a person has said since
		if err != nil {
			return nil, err
		}
		rows = append(rows, nearRow{other, source.Name, other.SHA256 == d.SHA256, int(100 * l.Share), now.Told, other.ID == l.Second.ID, passagesOf(now)})
	}
	return rows, nil
}

// likenesses are those of the documents of a view, found anew when one came or went.
func (d *desk) likenesses(view *store.View) ([]curate.Likeness, error) {
	var last casualty.DocumentID
	n, erased := 0, 0
	for doc, err := range store.Documents.All(view) {
		if err != nil {
			return nil, err
		}
		last = doc.ID
		if n++; doc.Erased != "" {
			erased++
		}
	}
	key := fmt.Sprint(n, last, erased)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.compared != key {
		found, err := curate.Similar(view, "")
		if err != nil {
			return nil, err
		}
		for i := range found {
			found[i].FirstText, found[i].SecondText = "", "" // not kept in memory
		}
		d.compared, d.alike = key, found
	}
	return d.alike, nil
}

func nearDeeds() []deed {
	return []deed{
		doing[repeatInput, repeatOut]{deedRoute{path: "/documents/:id/repeats", name: "repeat-document", summary: "Say that this document repeats another one: the claims in the passages that both share are one", may: people.Record, page: readingPageOf}, repeatDocument},
	}
}

type repeatInput struct {
	Of casualty.DocumentID `json:"of" doc:"The id of the other one"`
}

type repeatOut struct {
	Claims []casualty.ClaimID `json:"claims" doc:"Those that repeat a claim of the other one now"`
}

func repeatDocument(v *visit, in repeatInput) (out repeatOut, next string, err error) {
	id := casualty.DocumentID(v.param("id"))
	var l curate.Likeness
	err = v.Book.Read(store.At{}, func(view *store.View) error {
		this, err := store.Documents.Get(view, id)
		if err != nil {
			return err
		}
		other, err := store.Documents.Get(view, in.Of)
		if err != nil {
			return &casualty.Problem{Where: "of", Want: "the id of another document, such as d2"}
		}
		l, err = curate.Compare(view, this, other)
		return err
	})
	if err != nil {
		return out, "", err
	}
	err = v.do("repeat", "", func(c *store.Change) error { out.Claims, err = curate.Repeat(c, l); return err })
	return out, "/documents/" + string(id), err
}
