package server

import (
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/example"
	"tollbook/store"
)

// An actor does random acts to a book, an hour apart.
type actor struct {
	t       *rapid.T
	book    *store.Book
	now     time.Time
	method  aggregate.Method
	adopted bool
}

func (a *actor) do(fn func(*store.Change, casualty.Record) error) {
	r := a.record()
	_, _ = a.book.Do(store.Act{Author: "a", What: "test"}, func(c *store.Change) error { return fn(c, r) }) // one that is refused changes nothing
}

func (a *actor) record() (r casualty.Record) {
	if err := a.book.Read(store.At{}, func(v *store.View) (err error) { r, err = v.Record(); return err }); err != nil {
		a.t.Fatal(err)
	}
	return r
}

func oneOf[T any](a *actor, list []T, of string) (one T) {
	if len(list) == 0 {
		return one
	}
	return rapid.SampledFrom(list).Draw(a.t, of)
}

// soon is a moment around now: before the act, or some acts later.
func (a *actor) soon() casualty.Moment {
	return casualty.MomentOf(a.now.Add(time.Duration(rapid.IntRange(-3, 6).Draw(a.t, "hours")) * time.Hour))
}

func (a *actor) judgment() curate.Judgment {
	return curate.Judgment{Reason: "a test", By: "a", At: a.soon(), Waits: rapid.Bool().Draw(a.t, "waits")}
}

func (a *actor) act() {
	a.now = a.now.Add(time.Hour)
	acts := []func(c *store.Change, r casualty.Record) error{
		func(c *store.Change, r casualty.Record) error {
			return curate.Link(c, oneOf(a, r.Claims, "claim").ID, oneOf(a, append(r.Incidents, casualty.Incident{}), "incident").ID)
		},
		func(c *store.Change, r casualty.Record) error {
			claim := oneOf(a, r.Claims, "claim")
			claim.Status, claim.RetractedAt = oneOf(a, casualty.Statuses, "status"), a.soon()
			claim.Scope = oneOf(a, casualty.Scopes, "scope")
			return store.Claims.Put(c, claim)
		},
		func(c *store.Change, r casualty.Record) error {
			s := oneOf(a, r.Sources, "source")
			s.Party, s.Reliability = !s.Party, oneOf(a, casualty.Reliabilities, "grade")
			return store.Sources.Put(c, s)
		},
		func(c *store.Change, r casualty.Record) error {
			o := oneOf(a, r.Origins, "origin")
			o.Party = !o.Party
			return store.Origins.Put(c, o)
		},
		func(c *store.Change, r casualty.Record) error {
			in := oneOf(a, r.Incidents, "incident")
			in.Day, in.Title = oneOf(a, []casualty.Day{"2025-03", "2025-07-01", "2024-12-30/2025-01-02", ""}, "day"), in.Title+"x"
			return store.Incidents.Put(c, in)
		},
		func(c *store.Change, r casualty.Record) error {
			_, err := store.Incidents.Add(c, casualty.Incident{Title: "another", Day: "2025-07-02"})
			return err
		},
		func(c *store.Change, r casualty.Record) error {
			claim := oneOf(a, r.Claims, "claim")
			_, err := curate.Adopt(c, a.judgment(), claim.Incident, claim.Harm, 1, 3, rapid.Bool().Draw(a.t, "open"), nil, []casualty.ClaimID{claim.ID})
			return err
		},
		func(c *store.Change, r casualty.Record) error {
			claim := oneOf(a, r.Claims, "claim")
			_, err := store.Decisions.Add(c, casualty.Decision{Kind: "set_aside", Incident: claim.Incident, Claims: []casualty.ClaimID{claim.ID}, By: "a", At: a.soon(), SignedBy: oneOf(a, []string{"", "b"}, "signed")})
			return err
		},
		func(c *store.Change, r casualty.Record) error {
			_, err := curate.MergeOrigins(c, a.judgment(), oneOf(a, r.Origins, "origin").ID, oneOf(a, r.Origins, "other").ID)
			return err
		},
		func(c *store.Change, r casualty.Record) error {
			claim, other := oneOf(a, r.Claims, "claim"), oneOf(a, r.Claims, "other").ID
			claim.Supersedes, claim.Repeats, claim.SubsetOf, claim.Subset = "", "", "", rapid.Bool().Draw(a.t, "part")
			*oneOf(a, []*casualty.ClaimID{&claim.Supersedes, &claim.Repeats, &claim.SubsetOf}, "names") = other
			claim.Said = oneOf(a, []casualty.Moment{"", "2025-07-01", "2024-01-01T10:00Z"}, "said")
			return store.Claims.Put(c, claim)
		},
		func(c *store.Change, r casualty.Record) error {
			claim := oneOf(a, r.Claims, "claim")
			claim.Count.N += rapid.IntRange(0, 9).Draw(a.t, "more")
			if claim.Over = nil; len(r.Incidents) > 2 && rapid.Bool().Draw(a.t, "over") {
				claim.Over = []casualty.IncidentID{r.Incidents[0].ID, r.Incidents[2].ID}
			}
			return store.Claims.Put(c, claim)
		},
		func(c *store.Change, r casualty.Record) error {
			d := oneOf(a, r.Documents, "document")
			d.Published = oneOf(a, []casualty.Moment{"", "2025-06-30", "2026-01-01"}, "published")
			return store.Documents.Put(c, d)
		},
		func(c *store.Change, r casualty.Record) error {
			report := oneOf(a, r.Reports, "report")
			report.Title += "y"
			return store.Reports.Put(c, report)
		},
		func(c *store.Change, r casualty.Record) error {
			s, err := store.Sources.Add(c, casualty.Source{Name: fmt.Sprint("Outlet ", len(r.Sources))})
			if err != nil {
				return err
			}
			_, err = c.Receive(casualty.Document{Name: "x.txt", MediaType: "text/plain", Source: s.ID}, fmt.Appendf(nil, "Report %d.", len(r.Documents)))
			return err
		},
		func(c *store.Change, r casualty.Record) error {
			s, o := oneOf(a, r.Sources, "source"), oneOf(a, r.Origins, "origin")
			o.Name, s.Party = s.Name, rapid.Bool().Draw(a.t, "party")
			return errors.Join(store.Origins.Put(c, o), store.Sources.Put(c, s))
		},
		func(c *store.Change, r casualty.Record) error {
			_, err := store.Victims.Add(c, casualty.Victim{Sex: "f", Moves: []casualty.Move{{Incident: oneOf(a, r.Incidents, "incident").ID, Harm: casualty.Killed}}})
			return err
		},
	}
	switch n := rapid.IntRange(0, len(acts)+2).Draw(a.t, "act"); {
	case n < len(acts):
		a.do(acts[n])
	case n == len(acts)+2 && rapid.IntRange(0, 3).Draw(a.t, "erases") == 0:
		a.do(func(c *store.Change, r casualty.Record) error {
			return c.Erase(string(oneOf(a, r.Claims, "erased").ID), "a test")
		})
	default:
		_, _ = a.book.Undo(store.Act{Author: "a"}, rapid.IntRange(0, a.record().Entries).Draw(a.t, "undone"))
	}
}

// What an edition carries over is what is made of the whole record: its figures by
// every method, its indexes and its counts, after any acts, however many of them
// nobody looked at.
func TestWhatIsCarriedOverIsWhatTheWholeRecordGives(t *testing.T) {
	folder, books := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		books++
		a := &actor{t: t, now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), method: rapid.SampledFrom(aggregate.Methods).Draw(t, "method"), adopted: rapid.Bool().Draw(t, "adopted")}
		book, err := store.Create(filepath.Join(folder, fmt.Sprint(books)), store.Options{Now: func() time.Time { return a.now }})
		if err != nil {
			t.Fatal(err)
		}
		defer book.Close()
		if a.book = book; example.Load(book) != nil {
			t.Fatal("the example is not loaded")
		}
		r := records{book: book}
		for range rapid.IntRange(1, 12).Draw(t, "acts") {
			a.act()
			if rapid.Bool().Draw(t, "somebody looks") {
				e, err := r.at(store.At{})
				if err != nil {
					t.Fatal(err)
				}
				a.compare(e)
			}
		}
	})
}

func (a *actor) compare(e *edition) {
	want := a.record()
	if is := e.Whole(); !reflect.DeepEqual(is, want) {
		a.t.Fatalf("the record is\n%+v, want\n%+v", is, want)
	}
	anew := newShowing(store.Hold(want))
	for name, pair := range map[string][2]any{
		"claims": {e.whole.claims, anew.claims}, "documents": {e.whole.within, anew.within}, "words": {e.whole.folded.get(), anew.folded.get()},
		"months": {e.whole.months.get(), anew.months.get()}, "loose": {e.whole.loose.get(), anew.loose.get()},
		"doubts": {e.whole.doubts.get(), casualty.Lint(want)}, "reports": {e.whole.reports.get(), anew.reports.get()}, "naming": {e.whole.naming.get(), anew.naming.get()},
		"unlinked": {e.whole.unlinked.get(), anew.unlinked.get()}, "names": {e.whole.names.get(), anew.names.get()}, "over several": {e.whole.over.get(), anew.over.get()},
	} {
		if fmt.Sprint(pair[0]) != fmt.Sprint(pair[1]) && !reflect.DeepEqual(pair[0], pair[1]) { // no list is an empty list
			a.t.Fatalf("%s: %+v, want %+v", name, pair[0], pair[1])
		}
	}
	for i := range min(len(want.Claims), 8) {
		c := &want.Claims[i]
		if got, anew := e.whole.proposals(c), anew.proposals(c); len(got)+len(anew) > 0 && !reflect.DeepEqual(got, anew) {
			a.t.Fatalf("proposed for %s: %+v, want %+v", c.ID, got, anew)
		}
	}
	if rapid.Bool().Draw(a.t, "at no figures") {
		return
	}
	set := aggregate.Settings{AsOf: want.AsOf, Adopted: a.adopted}
	whole := aggregate.Tabulate(want, a.method, set)
	table := e.table(a.method, set)
	if !reflect.DeepEqual(table.figures, byIncident(whole)) {
		a.t.Fatalf("%s: the figures are\n%+v, want\n%+v", a.method, table.figures, byIncident(whole))
	}
	if got, want := latest(table.replaced.get()), latest(newTable(anew, a.method, set).once.get().replaced.get()); !reflect.DeepEqual(got, want) {
		a.t.Fatalf("%s: the replaced claims are\n%+v, want\n%+v", a.method, got, want)
	}
	if (aggregate.Loose{Unconfirmed: whole.Unconfirmed, Unlinked: whole.Unlinked, Apart: whole.Apart}) != anew.loose.get() {
		a.t.Fatalf("the loose claims are %+v", anew.loose.get())
	}
}

// A claim that its publisher withdraws tomorrow counts today: the figure changes
// though nobody touches it.
func TestAFigureThatTimeChangesIsMadeAnew(t *testing.T) {
	r := manyIncidents(3)
	r.AsOf, r.Claims[1].Status, r.Claims[1].RetractedAt = "2026-01-01T00:00:00Z", casualty.Retracted, "2026-01-02T00:00:00Z"
	e := newEdition(store.Hold(r))
	set := aggregate.Settings{AsOf: r.AsOf}
	before := e.table(aggregate.Methods[0], set).of("i2")[0].Figure
	r.AsOf, set.AsOf = "2026-01-03T00:00:00Z", "2026-01-03T00:00:00Z"
	if after := e.renewed(store.Hold(r), nil).table(aggregate.Methods[0], set).of("i2")[0].Figure; !before.Settled() || after.Settled() {
		t.Errorf("before %s, after %s", before.Words(), after.Words())
	}
}
