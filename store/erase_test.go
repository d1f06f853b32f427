package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tollbook/casualty"
)

// traces counts how often words stand in a file.
func traces(t *testing.T, path, words string) int {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Count(file, []byte(words))
}

// eraseInto erases and then looks for the words in the whole file.
func eraseFrom(t *testing.T, b *Book, id string, words ...string) {
	t.Helper()
	for _, w := range words {
		if traces(t, b.Path(), w) == 0 {
			t.Fatalf("%q is not in the file before it is erased: the test would prove nothing", w)
		}
	}
	do(t, b, "erase", func(c *Change) error { return c.Erase(id, "consent was withdrawn") })
	for _, w := range words {
		if n := traces(t, b.Path(), w); n > 0 {
			t.Errorf("%q stands %d times in the file after it was erased", w, n)
		}
	}
	clean(t, b)
}

func TestErasingADocumentTakesItsBytesReportsAndClaims(t *testing.T) {
	b := newBook(t)
	long := strikeText + strings.Repeat("The names of those who spoke are withheld. ", 30_000) // chunks
	var doc casualty.Document
	do(t, b, "add", func(c *Change) (err error) {
		if doc, err = c.Receive(casualty.Document{Name: "strike.txt", MediaType: "text/plain"}, []byte(long)); err != nil {
			return err
		}
		s := suggestionsIn(long)
		s[0].Claimant = "Claimant of the first version"
		_, _, err = c.AddReport(doc.ID, "test/1", "Title of the report", s)
		return err
	})
	do(t, b, "mend", func(c *Change) error {
		claim, err := Claims.Get(c, "c1")
		claim.Claimant = "Claimant of the second version"
		return errors.Join(err, Claims.Put(c, claim))
	})
	do(t, b, "add", func(c *Change) error { return addIncident(c, "What stays") })
	eraseFrom(t, b, "d1", "At least 12 people", "names of those who spoke", "Title of the report",
		"Claimant of the first version", "Claimant of the second version", doc.SHA256)

	r := recordOf(t, b, At{})
	t.Run("tombstones stay, with their reason and nothing else", func(t *testing.T) {
		want := casualty.Claim{ID: "c1", Erased: "consent was withdrawn"}
		if !reflect.DeepEqual(r.Claims[0], want) || !reflect.DeepEqual(r.Documents[0], casualty.Document{ID: "d1", Erased: "consent was withdrawn"}) || r.Reports[0].Erased == "" || len(r.Claims) != 3 {
			t.Errorf("record is %+v", r)
		}
	})
	t.Run("the past shows the tombstone too", func(t *testing.T) {
		if past := recordOf(t, b, At{Entry: 1}); past.Claims[0].Erased == "" || past.Claims[0].Claimant != "" {
			t.Errorf("as of entry 1 the claim is %+v", past.Claims[0])
		}
	})
	t.Run("what was not erased stays", func(t *testing.T) {
		if len(r.Incidents) != 1 || r.Incidents[0].Title != "What stays" || traces(t, b.Path(), "What stays") == 0 {
			t.Errorf("incidents are %+v", r.Incidents)
		}
	})
	b.Read(At{}, func(v *View) error {
		t.Run("its bytes are gone, and the error says why", func(t *testing.T) {
			if _, err := v.Content("d1"); !errors.Is(err, casualty.ErrErased) || !strings.Contains(err.Error(), "consent was withdrawn") {
				t.Errorf("error is %v", err)
			}
		})
		t.Run("its versions are listed without content", func(t *testing.T) {
			versions, err := v.Versions("c1")
			if err != nil || len(versions) != 3 {
				t.Fatalf("%d versions, error %v, want 3", len(versions), err)
			}
			for _, version := range versions {
				if version.Content != nil || version.Erased == "" {
					t.Errorf("version %+v still has content", version)
				}
			}
		})
		t.Run("the columns do not hold it", func(t *testing.T) {
			if c, err := v.Columns(); err != nil || len(c.Claim) != 0 {
				t.Errorf("columns of claims %v, error %v, want none", c.Claim, err)
			}
		})
		return nil
	})
	for name, act := range map[string]func(*Change) error{
		"an erased record is not erased again": func(c *Change) error { return c.Erase("d1", "again") },
		"an erased record is not changed":      func(c *Change) error { return Claims.Put(c, casualty.Claim{ID: "c1"}) },
		"an erased document takes no report":   func(c *Change) error { _, _, err := c.AddReport("d1", "test/1", "", nil); return err },
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := b.Do(Act{Author: "tester", What: "try"}, act); !errors.Is(err, casualty.ErrErased) {
				t.Errorf("error is %v, want one that wraps ErrErased", err)
			}
		})
	}
	t.Run("a backup and the book restored from it honour the erasure", func(t *testing.T) {
		folder := t.TempDir()
		backup, restored := filepath.Join(folder, "backup"), filepath.Join(folder, "restored")
		if _, err := b.Backup(backup); err != nil {
			t.Fatal(err)
		}
		if _, err := Restore(backup, restored, testOptions()); err != nil {
			t.Fatal(err)
		}
		again, err := Open(restored, testOptions())
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		clean(t, again)
		if got := recordOf(t, again, At{}); !reflect.DeepEqual(got, r) {
			t.Errorf("the restored record is\n%+v, want\n%+v", got, r)
		}
	})
}

func TestAnyRecordCanBeErased(t *testing.T) {
	b := newBook(t)
	strike(t, b)
	do(t, b, "add", func(c *Change) error {
		_, err1 := Origins.Add(c, casualty.Origin{Name: "Origin to erase"})
		_, err2 := Incidents.Add(c, casualty.Incident{Title: "Incident to erase"})
		_, err3 := Victims.Add(c, casualty.Victim{SealedName: "Name to erase"})
		_, err4 := Decisions.Add(c, casualty.Decision{Reason: "Decision to erase", Claims: []casualty.ClaimID{"c1"}})
		_, err5 := Releases.Add(c, casualty.Release{Title: "Release to erase"})
		return errors.Join(err1, err2, err3, err4, err5)
	})
	for _, tt := range []struct{ id, words string }{
		{"o1", "Origin to erase"},
		{"i1", "Incident to erase"},
		{"v1", "Name to erase"},
		{"j1", "Decision to erase"},
		{"e1", "Release to erase"},
		{"s1", "Example Wire"},
		{"r1", `"reader":"test/1"`},
	} {
		t.Run(tt.id, func(t *testing.T) { eraseFrom(t, b, tt.id, tt.words) })
	}
	if r := recordOf(t, b, At{}); r.Claims[0].Erased == "" || r.Documents[0].Erased != "" {
		t.Errorf("erasing a report takes its claims and leaves its document; the record is %+v", r)
	}
}

func TestWithdrawnRecordsCanBeErased(t *testing.T) {
	b := newBook(t)
	strike(t, b)
	undo(t, b, 1)
	eraseFrom(t, b, "d1", "At least 12 people", "3 injured")
}

func TestAnErasureCutOffIsFinishedWhenTheBookIsOpened(t *testing.T) {
	b := newBook(t)
	strike(t, b)
	// The transaction alone, as if the process ended right after it.
	err := b.engine.Update(func(tx writer) error {
		c, err := b.begin(tx)
		if err == nil {
			err = c.Erase("d1", "a court ordered it")
		}
		if err == nil {
			_, err = c.record(Act{Author: "tester", What: "erase"})
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if traces(t, b.Path(), "At least 12 people") == 0 {
		t.Fatal("no trace is left before the book is opened again: the test would prove nothing")
	}
	b.Close()
	again, err := Open(b.Path(), testOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if n := traces(t, again.Path(), "At least 12 people"); n > 0 {
		t.Errorf("the words stand %d times in the file", n)
	}
	clean(t, again)
}
