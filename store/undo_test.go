package store

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"tollbook/casualty"
)

func undo(t *testing.T, b *Book, entry int) Entry {
	t.Helper()
	e, err := b.Undo(Act{Author: "tester"}, entry)
	if err != nil {
		t.Fatalf("undo %d: %v", entry, err)
	}
	return e
}

func setStatus(id casualty.ClaimID, s casualty.Status) func(*Change) error {
	return func(c *Change) error {
		claim, err := Claims.Get(c, id)
		claim.Status = s
		return errors.Join(err, Claims.Put(c, claim))
	}
}

// content is a record without its head: undo adds an entry and is a state of its own.
func content(r casualty.Record) casualty.Record {
	r.Head, r.Entries, r.AsOf = "", 0, ""
	return r
}

func TestUndoTakesOneEntryBack(t *testing.T) {
	b := newBook(t)
	strike(t, b)
	first := recordOf(t, b, At{})
	do(t, b, "confirm", setStatus("c1", casualty.Confirmed))
	second := recordOf(t, b, At{})

	t.Run("a change returns to what was before", func(t *testing.T) {
		e := undo(t, b, 0)
		if got := recordOf(t, b, At{}); e.Undoes != 2 || e.What != "undo" || !reflect.DeepEqual(content(got), content(first)) {
			t.Errorf("entry %+v, record\n%+v, want\n%+v", e, got, first)
		}
	})
	t.Run("what was undone stays readable", func(t *testing.T) {
		if got := recordOf(t, b, At{Entry: 2}); !reflect.DeepEqual(got, second) {
			t.Errorf("as of entry 2 the record is\n%+v, want\n%+v", got, second)
		}
	})
	t.Run("an undo can be undone by its number", func(t *testing.T) {
		undo(t, b, 3)
		if got := recordOf(t, b, At{}); !reflect.DeepEqual(content(got), content(second)) {
			t.Errorf("record is\n%+v, want\n%+v", got, second)
		}
	})
	t.Run("the next undo takes the entry that stands again", func(t *testing.T) {
		if e := undo(t, b, 0); e.Undoes != 2 {
			t.Errorf("undid entry %d, want 2", e.Undoes)
		}
	})
	t.Run("entries that undid each other stand in no one's way", func(t *testing.T) {
		if e := undo(t, b, 0); e.Undoes != 1 || len(recordOf(t, b, At{}).Claims) != 0 {
			t.Errorf("undid entry %d, want 1, and its claims withdrawn", e.Undoes)
		}
	})
	t.Run("then nothing is left to undo", func(t *testing.T) {
		if _, err := b.Undo(Act{Author: "tester"}, 0); err == nil || !errors.Is(err, ErrUndo) {
			t.Errorf("error is %v", err)
		}
	})
	clean(t, b)
}

func TestUndoWithdrawsWhatWasAdded(t *testing.T) {
	b := newBook(t)
	strike(t, b)
	undo(t, b, 1)
	if r := recordOf(t, b, At{}); len(r.Claims)+len(r.Documents)+len(r.Sources)+len(r.Reports) != 0 {
		t.Errorf("the record still shows %+v", r)
	}
	b.Read(At{}, func(v *View) error {
		versions, err := v.Versions("c1")
		if err != nil || len(versions) != 2 || !versions[1].Withdrawn || !strings.Contains(string(versions[0].Content), "At least 12") {
			t.Errorf("versions %+v, error %v, want the first with its content and a withdrawal", versions, err)
		}
		b.Read(At{Entry: 1}, func(then *View) error {
			if versions, err := then.Versions("c1"); err != nil || len(versions) != 1 {
				t.Errorf("as of entry 1 there are versions %+v, error %v, want the first alone", versions, err)
			}
			return nil
		})
		if _, err := v.Content("d1"); !errors.Is(err, casualty.ErrNotFound) {
			t.Errorf("a withdrawn document's bytes: error %v, want not found", err)
		}
		return nil
	})
	t.Run("an id is never given again", func(t *testing.T) {
		if doc, claims, _ := strike(t, b); doc.ID != "d2" || claims[0].ID != "c4" {
			t.Errorf("added as %s and %s, want d2 and c4", doc.ID, claims[0].ID)
		}
	})
	t.Run("an undo that would make a second of a unique name is refused", func(t *testing.T) {
		if _, err := b.Undo(Act{Author: "tester"}, 2); !errors.Is(err, casualty.ErrExists) {
			t.Errorf("error %v, want one that wraps ErrExists", err)
		}
	})
	clean(t, b)
}

func TestUndoIsRefusedWithASentence(t *testing.T) {
	b := newBook(t)
	strike(t, b)                                                                            // 1
	do(t, b, "confirm", setStatus("c1", casualty.Confirmed))                                // 2
	do(t, b, "retract", setStatus("c1", casualty.Retracted))                                // 3
	do(t, b, "reject", setStatus("c2", casualty.Rejected))                                  // 4
	undo(t, b, 4)                                                                           // 5
	do(t, b, "add", func(c *Change) error { return addIncident(c, "Strike") })              // 6
	do(t, b, "link", func(c *Change) error { return link(c, "c3", "i1") })                  // 7
	do(t, b, "erase", func(c *Change) error { return c.Erase("c1", "a court ordered it") }) // 8
	for _, tt := range []struct {
		name  string
		entry int
		says  string
	}{
		{"a later entry changed the record", 3, "entry 3 cannot be undone: entry 8 erased c1"},
		{"the entry is undone already", 4, "entry 4 cannot be undone: it is undone already, by entry 5"},
		{"another record speaks of what would go", 6, "i1 cannot be undone: c3 speaks of it"},
		{"an erasure", 8, "what was erased is gone"},
		{"no such entry", 9, "from 1 to 8"},
		{"the last act is an erasure", 0, "what was erased is gone"},
		{"a later entry changed one of many records", 1, "entry 1 cannot be undone"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := b.Undo(Act{Author: "tester"}, tt.entry); err == nil || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("error is %v, want one that says %q", err, tt.says)
			}
		})
	}
	if got := recordOf(t, b, At{}).Entries; got != 8 {
		t.Errorf("%d entries, want 8: a refused undo leaves nothing", got)
	}
	clean(t, b)
}

func addIncident(c *Change, title string) error {
	_, err := Incidents.Add(c, casualty.Incident{Title: title})
	return err
}

func link(c *Change, id casualty.ClaimID, in casualty.IncidentID) error {
	claim, err := Claims.Get(c, id)
	claim.Incident = in
	return errors.Join(err, Claims.Put(c, claim))
}

func TestTheJournalTellsWhoChangedWhat(t *testing.T) {
	b := newBook(t)
	strike(t, b)
	do(t, b, "confirm", setStatus("c1", casualty.Confirmed))
	b.Read(At{}, func(v *View) error {
		var last Entry
		for e, err := range v.Journal(0) {
			if err != nil {
				t.Fatal(err)
			}
			if e.Number != last.Number+1 || e.Prev != last.Hash || e.RecordedAt < last.RecordedAt || e.Copy != b.ID() {
				t.Errorf("entry %+v does not follow %+v", e, last)
			}
			last = e
		}
		if got := fmt.Sprint(last.What, last.Author, last.Changes[0].Kind, last.Changes[0].ID, last.Changes[0].Version); got != "confirmtesterclaimc12" {
			t.Errorf("the last entry is %+v", last)
		}
		if v.Head().Hash != last.Hash || v.Head().Recorded != last.RecordedAt {
			t.Errorf("the head is %+v, want that of entry %d", v.Head(), last.Number)
		}
		versions, err := v.Versions("c1")
		if err != nil || len(versions) != 2 || versions[1].What != "confirm" || versions[0].What != "add" {
			t.Errorf("versions %+v, error %v", versions, err)
		}
		return nil
	})
}
