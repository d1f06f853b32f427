package store

import (
	"path/filepath"
	"strings"
	"testing"

	"tollbook/casualty"
)

// outlined is a book of two incidents, i1 and i2, with a claim each of source s1 and
// origin o1, and a victim and a decision on i1.
func outlined(t *testing.T, path string) *Book {
	t.Helper()
	b, err := Create(path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	do(t, b, "add", func(c *Change) error {
		s, err := Sources.Add(c, casualty.Source{Name: "Outlet"})
		if err != nil {
			return err
		}
		doc, err := c.Receive(casualty.Document{Name: "x.txt", MediaType: "text/plain", Source: s.ID}, []byte(strikeText))
		if err != nil {
			return err
		}
		o, err := Origins.Add(c, casualty.Origin{Name: "Governor"})
		for _, title := range []string{"Market", "Bridge"} {
			if err != nil {
				return err
			}
			var in casualty.Incident
			in, err = Incidents.Add(c, casualty.Incident{Title: title})
			if err == nil {
				claim := suggestionsIn(strikeText)[0]
				claim.Source, claim.Origin, claim.Document, claim.Incident, claim.Status = s.ID, o.ID, doc.ID, in.ID, casualty.Confirmed
				_, err = Claims.Add(c, claim)
			}
		}
		return err
	})
	return b
}

// outlinesOf are the outlines of a book, an incident a line.
func outlinesOf(t *testing.T, b *Book) (text string, kept bool) {
	t.Helper()
	err := b.Read(At{}, func(v *View) error {
		rows, ok := v.Outlines()
		if kept = ok; !ok {
			return nil
		}
		for id, row := range rows {
			text += string(id) + " " + string(row) + "\n"
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return text, kept
}

func TestOutlinesAreKeptUpToDate(t *testing.T) {
	set := func(change func(*casualty.Claim)) func(*Change) error {
		return func(c *Change) error {
			claim, err := Claims.Get(c, "c1")
			if err != nil {
				return err
			}
			change(&claim)
			return Claims.Put(c, claim)
		}
	}
	for _, row := range []struct {
		name string
		act  func(*Change) error
		says []string // parts of the outlines afterwards
	}{
		{"a claim is changed", set(func(c *casualty.Claim) { c.Count.N = 44 }), []string{`"n":44`}},
		{"a claim moves to another incident", set(func(c *casualty.Claim) { c.Incident = "i2" }), []string{`"id":"c2"`}},
		{"a claim is linked to none", set(func(c *casualty.Claim) { c.Incident = "" }), nil},
		{"an incident is changed", func(c *Change) error { return Incidents.Put(c, casualty.Incident{ID: "i1", Title: "Square"}) }, []string{"Square"}},
		{"a source is graded", func(c *Change) error {
			return Sources.Put(c, casualty.Source{ID: "s1", Name: "Outlet", Reliability: "B"})
		}, []string{`"reliability":"B"`}},
		{"an origin is a party", func(c *Change) error {
			return Origins.Put(c, casualty.Origin{ID: "o1", Name: "Governor", Party: true})
		}, []string{`"party":true`}},
		{"a victim is linked", func(c *Change) error {
			_, err := Victims.Add(c, casualty.Victim{Sex: "f", Moves: []casualty.Move{{Incident: "i1", Harm: casualty.Killed}}})
			return err
		}, []string{`"sex":"f"`}},
		{"a decision is made", func(c *Change) error {
			_, err := Decisions.Add(c, casualty.Decision{Kind: "set_aside", Incident: "i2", Claims: []casualty.ClaimID{"c2"}, Reason: "two lists", By: "a"})
			return err
		}, []string{`"reason":"two lists"`}},
		{"a claim is erased", func(c *Change) error { return c.Erase("c1", "consent withdrawn") }, nil},
		{"an incident is erased", func(c *Change) error { return c.Erase("i1", "a court") }, []string{`"erased":"a court"`}},
	} {
		t.Run("when "+row.name, func(t *testing.T) {
			b := outlined(t, filepath.Join(t.TempDir(), "book"))
			defer b.Close()
			before, _ := outlinesOf(t, b)
			do(t, b, "act", row.act)
			after, kept := outlinesOf(t, b)
			if !kept || after == before {
				t.Errorf("kept %v; the outlines stay as they were", kept)
			}
			for _, part := range row.says {
				if !strings.Contains(after, part) {
					t.Errorf("no outline says %s", part)
				}
			}
			clean(t, b)
		})
	}
}

func TestOutlinesOfAnotherProgramAreMadeAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book")
	b := outlined(t, path)
	b.Close()
	without := testOptions()
	without.Outline = nil
	b, err := Open(path, without)
	if err != nil {
		t.Fatal(err)
	}
	do(t, b, "act", func(c *Change) error { return Incidents.Put(c, casualty.Incident{ID: "i1", Title: "Square"}) })
	if _, kept := outlinesOf(t, b); kept {
		t.Error("a book opened without outlines shows those of another head")
	}
	b.Close()
	if b, err = Open(path, testOptions()); err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if text, kept := outlinesOf(t, b); !kept || !strings.Contains(text, "Square") {
		t.Errorf("kept %v after opening: %s", kept, text)
	}
	clean(t, b)
}

func TestCheckFindsAnOutlineThatTheClaimsDoNotGive(t *testing.T) {
	b := outlined(t, filepath.Join(t.TempDir(), "book"))
	defer b.Close()
	err := b.engine.Update(func(tx writer) error {
		key := number(nil, 1)
		return tx.Put(outlinesBucket, key, append(append([]byte{}, tx.Get(outlinesBucket, key)...), '!'))
	})
	if err != nil {
		t.Fatal(err)
	}
	found, err := b.Check()
	if err != nil || len(found) != 1 || found[0].Where != "i1" {
		t.Errorf("found %v, error %v; want the outline of i1", found, err)
	}
}
