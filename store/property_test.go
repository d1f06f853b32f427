package store

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
	"tollbook/casualty"
)

// A history is a book to which random acts are done, with the record as it was
// read after each of them.
type history struct {
	t     *rapid.T
	book  *Book
	heads []casualty.Record // heads[n] after entry n
}

func TestAnyHistoryReadsBackAsItWas(t *testing.T) {
	folder, books := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		books++
		b, err := Create(filepath.Join(folder, fmt.Sprint(books)), testOptions())
		if err != nil {
			t.Fatal(err)
		}
		defer b.Close()
		h := &history{t: t, book: b}
		h.read()
		acts := []func(){h.addReport, h.addReport, h.addIncident, h.change, h.change, h.change, h.merge, h.undo, h.undo, h.erase}
		for range rapid.IntRange(1, 25).Draw(t, "acts") {
			rapid.SampledFrom(acts).Draw(t, "act")()
			h.read()
		}
		h.compare()
		if found, err := b.Check(); err != nil || len(found) > 0 {
			t.Fatalf("Check: %v, error %v", found, err)
		}
	})
}

// read notes the record after the last act. An act that wrote nothing must have
// changed nothing.
func (h *history) read() {
	var r casualty.Record
	err := h.book.Read(At{}, func(v *View) (err error) {
		if r, err = v.Record(); err != nil || len(h.heads) == 0 {
			return err
		}
		return renewedIs(v, rapid.SampledFrom(h.heads).Draw(h.t, "earlier"), r)
	})
	if err != nil {
		h.t.Fatal(err)
	}
	switch {
	case r.Entries == len(h.heads):
		h.heads = append(h.heads, r)
	case r.Entries != len(h.heads)-1 || !reflect.DeepEqual(r, h.heads[r.Entries]):
		h.t.Fatalf("entry %d follows entry %d, or the record changed without an entry", r.Entries, len(h.heads)-1)
	}
}

// renewedIs brings an earlier record up to date, which must give what reading anew
// gives, and tell every record that differs. That the earlier one stays as it was,
// compare sees.
func renewedIs(v *View, earlier, want casualty.Record) error {
	got, changed, carried, err := v.Renewed(Hold(earlier))
	if err != nil || !reflect.DeepEqual(got.Whole(), want) {
		return fmt.Errorf("the record of entry %d brought up to date is\n%+v, error %v, want\n%+v", earlier.Entries, got.Whole(), err, want)
	}
	was, is := recordsOf(earlier), recordsOf(want)
	for id := range is {
		was[id] = cmp.Or(was[id], "not there")
	}
	for id, text := range was {
		if carried && text != is[id] && !slices.Contains(changed, id) {
			return fmt.Errorf("%s changed since entry %d, and is not told: %v", id, earlier.Entries, changed)
		}
	}
	for n := earlier.Entries + 1; n <= want.Entries && carried; n++ {
		e, err := readEntry(v.tx, n)
		if err != nil || slices.ContainsFunc(e.Changes, func(c EntryChange) bool { return c.Erases }) {
			return fmt.Errorf("a record is carried over the erasure of entry %d: %v", n, err)
		}
	}
	return nil
}

// recordsOf are the texts of a record's records by their ids.
func recordsOf(r casualty.Record) map[string]string {
	texts := map[string]string{}
	for _, table := range []any{r.Documents, r.Sources, r.Origins, r.Reports, r.Claims, r.Incidents, r.Victims, r.Decisions, r.Releases} {
		for all, i := reflect.ValueOf(table), 0; i < all.Len(); i++ {
			text, _ := canonical(all.Index(i).Interface())
			texts[all.Index(i).FieldByName("ID").String()] = string(text)
		}
	}
	return texts
}

// compare reads the book as of every entry. What was erased since shows its
// tombstone there too.
func (h *history) compare() {
	for n, was := range h.heads {
		if n == 0 {
			continue
		}
		err := h.book.Read(At{Entry: n}, func(v *View) error {
			got, err := v.Record()
			if want := h.sinceErased(was); err == nil && !reflect.DeepEqual(got, want) {
				return fmt.Errorf("as of entry %d the record is\n%+v, want\n%+v", n, got, want)
			}
			columns, err2 := v.Columns()
			if err2 == nil && len(columns.Claim) != living(got) {
				return fmt.Errorf("as of entry %d there are %d rows for %d claims", n, len(columns.Claim), living(got))
			}
			return errors.Join(err, err2)
		})
		if err != nil {
			h.t.Fatal(err)
		}
	}
}

func living(r casualty.Record) (n int) {
	for _, c := range r.Claims {
		if c.Erased == "" {
			n++
		}
	}
	return n
}

// sinceErased is a record of the past with the tombstones of today.
func (h *history) sinceErased(r casualty.Record) casualty.Record {
	now := h.now()
	r.Documents = buried(r.Documents, now.Documents, func(d casualty.Document) (string, string) { return string(d.ID), d.Erased })
	r.Reports = buried(r.Reports, now.Reports, func(r casualty.Report) (string, string) { return string(r.ID), r.Erased })
	r.Claims = buried(r.Claims, now.Claims, func(c casualty.Claim) (string, string) { return string(c.ID), c.Erased })
	r.Incidents = buried(r.Incidents, now.Incidents, func(i casualty.Incident) (string, string) { return string(i.ID), i.Erased })
	return r
}

func buried[T any](then, now []T, of func(T) (id, erased string)) []T {
	then = slices.Clone(then)
	for i := range then {
		for _, n := range now {
			id, _ := of(then[i])
			if same, erased := of(n); same == id && erased != "" {
				then[i] = n
			}
		}
	}
	return then
}

func (h *history) now() casualty.Record { return h.heads[len(h.heads)-1] }

func (h *history) do(what string, fn func(*Change) error) {
	if _, err := h.book.Do(Act{Author: "tester", What: what}, fn); err != nil {
		h.t.Fatalf("%s: %v", what, err)
	}
}

func (h *history) addReport() {
	text := fmt.Sprintf("%sNumber %d.\n", strikeText, len(h.heads))
	h.do("add", func(c *Change) error {
		doc, err := c.Receive(casualty.Document{Name: "x.txt", MediaType: "text/plain"}, []byte(text))
		if err != nil {
			return err
		}
		_, _, err = c.AddReport(doc.ID, "test/1", "", suggestionsIn(text)[:rapid.IntRange(0, 3).Draw(h.t, "claims")])
		return err
	})
}

func (h *history) addIncident() {
	h.do("add", func(c *Change) error { return addIncident(c, rapid.SampledFrom([]string{"A", "B"}).Draw(h.t, "title")) })
}

// change links some claims or sets their status.
func (h *history) change() {
	var claims []casualty.Claim
	for _, c := range h.now().Claims {
		if c.Erased == "" && rapid.Bool().Draw(h.t, "this claim") {
			claims = append(claims, c)
		}
	}
	incidents := []casualty.IncidentID{""}
	for _, in := range h.now().Incidents {
		incidents = append(incidents, in.ID)
	}
	h.do("change", func(c *Change) error {
		for _, claim := range claims {
			claim.Incident = rapid.SampledFrom(incidents).Draw(h.t, "incident")
			claim.Status = rapid.SampledFrom(casualty.Statuses).Draw(h.t, "status")
			if err := Claims.Put(c, claim); err != nil {
				return err
			}
		}
		return nil
	})
}

// merge moves the claims of one incident to another, with the decision, and gives
// some of them a new origin.
func (h *history) merge() {
	var ids []casualty.IncidentID
	for _, in := range h.now().Incidents {
		if in.Erased == "" {
			ids = append(ids, in.ID)
		}
	}
	if len(ids) < 2 {
		return
	}
	from, into := rapid.SampledFrom(ids).Draw(h.t, "from"), rapid.SampledFrom(ids).Draw(h.t, "into")
	h.do("merge", func(c *Change) error {
		if _, err := Decisions.Add(c, casualty.Decision{Kind: "merge_incidents", Incident: into, Records: []string{string(from)}, By: "tester"}); err != nil {
			return err
		}
		o, err := Origins.Add(c, casualty.Origin{Name: fmt.Sprintf("Origin %d", len(h.heads))})
		for _, claim := range h.now().Claims {
			if err != nil || claim.Erased != "" || claim.Incident != from {
				continue
			}
			if claim.Incident = into; rapid.Bool().Draw(h.t, "of the origin") {
				claim.Origin = o.ID
			}
			err = Claims.Put(c, claim)
		}
		return err
	})
}

// undo takes one entry back: if it is not refused, the records that the entry
// changed are as they were before it, and no other changed.
func (h *history) undo() {
	if len(h.heads) == 1 {
		return
	}
	e, err := h.book.Undo(Act{Author: "tester"}, rapid.IntRange(0, len(h.heads)-1).Draw(h.t, "entry"))
	if err != nil || e.Number == 0 {
		return
	}
	h.read()
	if e.Undoes == e.Number-1 {
		before := h.sinceErased(h.heads[e.Undoes-1])
		if got := h.now(); !reflect.DeepEqual(content(got), content(before)) {
			h.t.Fatalf("after undoing entry %d the record is\n%+v, want\n%+v", e.Undoes, got, before)
		}
	}
}

func (h *history) erase() {
	var ids []string
	r := h.now()
	for _, d := range r.Documents {
		ids = append(ids, alive(d.ID, d.Erased)...)
	}
	for _, c := range r.Claims {
		ids = append(ids, alive(c.ID, c.Erased)...)
	}
	for _, i := range r.Incidents {
		ids = append(ids, alive(i.ID, i.Erased)...)
	}
	if len(ids) == 0 {
		return
	}
	id := rapid.SampledFrom(ids).Draw(h.t, "erased")
	h.do("erase", func(c *Change) error { return c.Erase(id, "a test") })
}

func alive[ID ~string](id ID, erased string) []string {
	if erased != "" {
		return nil
	}
	return []string{string(id)}
}
