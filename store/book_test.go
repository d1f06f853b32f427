package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"tollbook/casualty"
)

// begun is when the tests' clock starts. It goes one minute a look.
var begun = time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)

func testOptions() Options {
	var looks int
	return Options{
		Now:    func() time.Time { looks++; return begun.Add(time.Duration(looks) * time.Minute) },
		Random: rand.NewChaCha8([32]byte{1}),
		// Everything that speaks of an incident, so that [Book.Check] finds a row that an
		// act left behind.
		Outline: &Outline{Name: "all of it", Row: func(r casualty.Record) []byte {
			row, err := canonical(r)
			if err != nil {
				panic(err)
			}
			return row
		}},
	}
}

func newBook(t testing.TB) *Book {
	t.Helper()
	b, err := Create(filepath.Join(t.TempDir(), "test.tollbook"), testOptions())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	return b
}

func do(t testing.TB, b *Book, what string, fn func(*Change) error) Entry {
	t.Helper()
	e, err := b.Do(Act{Author: "tester", What: what}, fn)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	return e
}

func recordOf(t testing.TB, b *Book, at At) (r casualty.Record) {
	t.Helper()
	err := b.Read(at, func(v *View) (err error) {
		r, err = v.Record()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func clean(t testing.TB, b *Book) {
	t.Helper()
	found, err := b.Check()
	if err != nil || len(found) > 0 {
		t.Errorf("Check: %v, error %v, want nothing", found, err)
	}
}

const strikeText = "At least 12 people were killed and 3 injured in the strike, the mayor said. Later: 15 killed.\n"

// quoted is the quote of words in text, at their first place.
func quoted(text, words string) casualty.Quote {
	at := strings.Index(text, words)
	return casualty.Quote{Text: words, Start: at, End: at + len(words)}
}

func suggestionsIn(text string) []casualty.Claim {
	return []casualty.Claim{
		{Harm: casualty.Killed, Count: casualty.Count{Qualifier: casualty.AtLeastN, N: 12}, Scope: casualty.ThisIncident, Quote: quoted(text, "At least 12 people")},
		{Harm: casualty.Injured, Count: casualty.Count{Qualifier: casualty.Exact, N: 3}, Scope: casualty.ThisIncident, Quote: quoted(text, "3 injured")},
		{Harm: casualty.Killed, Count: casualty.Count{Qualifier: casualty.Exact, N: 15}, Scope: casualty.ThisIncident, Quote: quoted(text, "15 killed"), Supersedes: "#1"},
	}
}

// strike puts a source, a document and a report with three claims into a book.
func strike(t testing.TB, b *Book) (doc casualty.Document, claims []casualty.Claim, entry Entry) {
	t.Helper()
	entry = do(t, b, "add", func(c *Change) error {
		source, err := Sources.Add(c, casualty.Source{Name: "Example Wire"})
		if err != nil {
			return err
		}
		doc, err = c.Receive(casualty.Document{Name: "strike.txt", MediaType: "text/plain", Source: source.ID}, []byte(strikeText))
		if err != nil {
			return err
		}
		_, claims, err = c.AddReport(doc.ID, "test/1", "Strike", suggestionsIn(strikeText))
		return err
	})
	return doc, claims, entry
}

func TestABookKeepsWhatOneActStores(t *testing.T) {
	b := newBook(t)
	doc, claims, entry := strike(t, b)

	r := recordOf(t, b, At{})
	if len(r.Documents) != 1 || len(r.Sources) != 1 || len(r.Reports) != 1 || len(r.Claims) != 3 {
		t.Fatalf("the record holds %d documents, %d sources, %d reports, %d claims, want 1, 1, 1, 3", len(r.Documents), len(r.Sources), len(r.Reports), len(r.Claims))
	}
	t.Run("the act is one entry, and the record names its head", func(t *testing.T) {
		if entry.Number != 1 || r.Entries != 1 || r.Head != entry.Hash || len(entry.Changes) != 6 {
			t.Errorf("entry %d with %d changes, record at %d %s, want entry 1 with 6 changes at its hash", entry.Number, len(entry.Changes), r.Entries, r.Head)
		}
	})
	t.Run("a claim is a suggestion with its place, its report and when it was known", func(t *testing.T) {
		want := casualty.Claim{
			ID: "c3", Report: "r1", Document: doc.ID, Source: "s1", Status: casualty.Suggested, Harm: casualty.Killed,
			Count: casualty.Count{Qualifier: casualty.Exact, N: 15}, Scope: casualty.ThisIncident,
			Quote: quoted(strikeText, "15 killed"), Supersedes: "c1", Known: entry.RecordedAt,
		}
		if !reflect.DeepEqual(r.Claims[2], want) || !reflect.DeepEqual(claims[2], want) {
			t.Errorf("claim is\n%+v, want\n%+v", r.Claims[2], want)
		}
	})
	t.Run("the report lists its claims in order", func(t *testing.T) {
		if got := fmt.Sprint(r.Reports[0].Claims); got != "[c1 c2 c3]" {
			t.Errorf("claims %s, want [c1 c2 c3]", got)
		}
	})
	t.Run("the document's bytes come back as received", func(t *testing.T) {
		b.Read(At{}, func(v *View) error {
			if content, err := v.Content(doc.ID); string(content) != strikeText || err != nil {
				t.Errorf("Content = %q, %v", content, err)
			}
			return nil
		})
	})
	t.Run("everything is there after closing and opening", func(t *testing.T) {
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		again, err := Open(b.Path(), testOptions())
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		if got := recordOf(t, again, At{}); !reflect.DeepEqual(got, r) {
			t.Errorf("record is\n%+v, want\n%+v", got, r)
		}
		clean(t, again)
	})
}

func TestAnActIsDoneWholeOrNotAtAll(t *testing.T) {
	b := newBook(t)
	strike(t, b)
	before := recordOf(t, b, At{})

	t.Run("an act that fails changes nothing", func(t *testing.T) {
		failure := errors.New("the person changed their mind")
		_, err := b.Do(Act{Author: "tester", What: "add"}, func(c *Change) error {
			if _, err := Incidents.Add(c, casualty.Incident{Title: "Strike"}); err != nil {
				return err
			}
			return failure
		})
		if !errors.Is(err, failure) || !reflect.DeepEqual(recordOf(t, b, At{}), before) {
			t.Errorf("error %v, and the record changed", err)
		}
	})
	t.Run("an act that changes nothing writes no entry", func(t *testing.T) {
		e := do(t, b, "mend", func(c *Change) error {
			claim, err := Claims.Get(c, "c1")
			if err != nil {
				return err
			}
			mended := claim
			mended.Days = 3
			return errors.Join(Claims.Put(c, mended), Claims.Put(c, claim))
		})
		if e.Number != 0 || recordOf(t, b, At{}).Entries != 1 {
			t.Errorf("entry %d was written", e.Number)
		}
	})
	t.Run("an act without an author is refused", func(t *testing.T) {
		var p *casualty.Problem
		if _, err := b.Do(Act{What: "add"}, func(*Change) error { return nil }); !errors.As(err, &p) {
			t.Errorf("error %v, want a problem", err)
		}
	})
	clean(t, b)
}

func TestWhatABookRefuses(t *testing.T) {
	b := newBook(t)
	strike(t, b)
	confirm := func(change func(*casualty.Claim)) func(*Change) error {
		return func(c *Change) error {
			claim, err := Claims.Get(c, "c1")
			change(&claim)
			return errors.Join(err, Claims.Put(c, claim))
		}
	}
	for _, tt := range []struct {
		name string
		do   func(*Change) error
		is   error
		says string
	}{
		{"a second source of the same name", func(c *Change) error {
			_, err := Sources.Add(c, casualty.Source{Name: " example  WIRE"})
			return err
		}, casualty.ErrExists, "s1"},
		{"an alias that is another origin's name", func(c *Change) error {
			_, err := Origins.Add(c, casualty.Origin{Name: "Mayor"})
			_, err2 := Origins.Add(c, casualty.Origin{Name: "City hall", Aliases: []string{"the press office", "mayor"}})
			return errors.Join(err, err2)
		}, casualty.ErrExists, "o1"},
		{"the same bytes from the same source", func(c *Change) error {
			doc, err := c.Receive(casualty.Document{Name: "again.txt", MediaType: "text/plain", Source: "s1"}, []byte(strikeText))
			if doc.ID != "d1" {
				t.Errorf("the document returned is %q, want the one that is there", doc.ID)
			}
			return err
		}, casualty.ErrExists, "d1"},
		{"an empty document", func(c *Change) error {
			_, err := c.Receive(casualty.Document{Name: "empty.txt", Source: "s1"}, nil)
			return err
		}, nil, "at least one byte"},
		{"a quote that is not at its place", confirm(func(c *casualty.Claim) { c.Quote.Start++; c.Quote.End++ }), nil, "exactly the words"},
		{"a quote beyond the document", confirm(func(c *casualty.Claim) { c.Quote.End = 9999 }), nil, "a place within"},
		{"a claim on an incident that is not there", confirm(func(c *casualty.Claim) { c.Incident = "i7" }), casualty.ErrNotFound, "i7"},
		{"a harm that no table has", confirm(func(c *casualty.Claim) { c.Harm = "bothered" }), nil, "bothered"},
		{"a count that contradicts itself", confirm(func(c *casualty.Claim) { c.Count = casualty.Count{Qualifier: casualty.None, N: 4} }), nil, "count"},
		{"text that is not UTF-8", confirm(func(c *casualty.Claim) { c.Claimant = "the may\xf6r" }), nil, "UTF-8"},
		{"a record that is not there", func(c *Change) error { return Claims.Put(c, casualty.Claim{ID: "c99"}) }, casualty.ErrNotFound, "c99"},
		{"an id in another spelling", func(c *Change) error { _, err := Claims.Get(c, "c01"); return err }, casualty.ErrNotFound, "c01"},
		{"a document whose bytes changed", func(c *Change) error {
			d, err := Documents.Get(c, "d1")
			d.SHA256 = hashOf(nil)
			return errors.Join(err, Documents.Put(c, d))
		}, nil, "never change"},
		{"a suggestion that names none", func(c *Change) error {
			s := suggestionsIn(strikeText)
			s[0].SubsetOf = "#4"
			_, _, err := c.AddReport("d1", "test/1", "", s)
			return err
		}, nil, "#1 to #3"},
		{"a suggestion that names itself", func(c *Change) error {
			s := suggestionsIn(strikeText)
			s[1].Repeats = "#2"
			_, _, err := c.AddReport("d1", "test/1", "", s)
			return err
		}, nil, "another suggestion"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := b.Do(Act{Author: "tester", What: "try"}, tt.do)
			if err == nil || tt.is != nil && !errors.Is(err, tt.is) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("error is %v, want one that wraps %v and says %q", err, tt.is, tt.says)
			}
		})
	}
	if r := recordOf(t, b, At{}); r.Entries != 1 {
		t.Errorf("%d entries, want the first alone", r.Entries)
	}
}

func TestARecordIsFoundByItsKeys(t *testing.T) {
	b := newBook(t)
	strike(t, b)
	do(t, b, "link", func(c *Change) error {
		in, err := Incidents.Add(c, casualty.Incident{Title: "Strike"})
		o, err2 := Origins.Add(c, casualty.Origin{Name: "Alexander Example", Aliases: []string{"Aleksandr Example"}})
		for _, id := range []casualty.ClaimID{"c1", "c3"} {
			claim, err := Claims.Get(c, id)
			claim.Incident, claim.Origin, claim.Status = in.ID, o.ID, casualty.Confirmed
			if err := errors.Join(err, Claims.Put(c, claim)); err != nil {
				return err
			}
		}
		return errors.Join(err, err2)
	})
	// The third act takes c3 from the incident, so that the past differs.
	do(t, b, "unlink", func(c *Change) error {
		claim, err := Claims.Get(c, "c3")
		claim.Incident = ""
		return errors.Join(err, Claims.Put(c, claim))
	})
	for _, tt := range []struct {
		name       string
		at         At
		index, key string
		want       string
	}{
		{"by incident", At{}, "incident", "i1", "[c1]"},
		{"by incident as it was", At{Entry: 2}, "incident", "i1", "[c1 c3]"},
		{"by incident before it was", At{Entry: 1}, "incident", "i1", "[]"},
		{"by origin", At{}, "origin", "o1", "[c1 c3]"},
		{"by document", At{}, "document", "d1", "[c1 c2 c3]"},
		{"by report", At{}, "report", "r1", "[c1 c2 c3]"},
		{"by status", At{}, "status", "suggested", "[c2]"},
		{"by the claim that it replaces", At{}, "claim", "c1", "[c3]"},
		{"by a key that none has", At{}, "incident", "i", "[]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ids := []casualty.ClaimID{}
			err := b.Read(tt.at, func(v *View) error {
				for claim, err := range Claims.By(v, tt.index, tt.key) {
					if err != nil {
						return err
					}
					ids = append(ids, claim.ID)
				}
				return nil
			})
			if got := fmt.Sprint(ids); got != tt.want || err != nil {
				t.Errorf("claims %s, error %v, want %s", got, err, tt.want)
			}
		})
	}
	t.Run("an origin by its alias in another case", func(t *testing.T) {
		b.Read(At{}, func(v *View) error {
			n := 0
			for o, err := range Origins.By(v, "name", "aleksandr EXAMPLE") {
				if n++; o.ID != "o1" || err != nil {
					t.Errorf("origin %s, error %v", o.ID, err)
				}
			}
			if n != 1 {
				t.Errorf("%d origins, want 1", n)
			}
			return nil
		})
	})
	clean(t, b)
}
