package curate

import (
	"errors"
	"reflect"
	"testing"

	"tollbook/casualty"
	"tollbook/store"
)

// villages is the village of the decisions file, with a second incident and origin.
func villages(t *testing.T) *store.Book {
	t.Helper()
	book := bookOf(t)
	if _, _, err := apply(book, village); err != nil {
		t.Fatal(err)
	}
	_, err := book.Do(store.Act{Author: "a", What: "add"}, func(c *store.Change) error {
		if _, err := NewIncident(c, casualty.Incident{Title: "The same village"}); err != nil {
			return err
		}
		_, err := store.Origins.Add(c, casualty.Origin{Name: "the village's mayor"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// waiting are one decision of each kind that changes other records.
var waiting = map[string]func(*store.Change, Judgment) (casualty.Decision, error){
	"grade":         func(c *store.Change, j Judgment) (casualty.Decision, error) { return Grade(c, j, "i1", "weak") },
	"merge":         func(c *store.Change, j Judgment) (casualty.Decision, error) { return MergeIncidents(c, j, "i1", "i2") },
	"merge origins": func(c *store.Change, j Judgment) (casualty.Decision, error) { return MergeOrigins(c, j, "o1", "o2") },
	"split": func(c *store.Change, j Judgment) (casualty.Decision, error) {
		return SplitIncident(c, j, "i1", casualty.Incident{Title: "Another"}, []casualty.ClaimID{"c2"})
	},
	"set aside": func(c *store.Change, j Judgment) (casualty.Decision, error) {
		return SetAside(c, j, "i1", []casualty.ClaimID{"c1"})
	},
}

func recordOf(t *testing.T, book *store.Book) (r casualty.Record) {
	t.Helper()
	err := book.Read(store.At{}, func(v *store.View) (err error) { r, err = v.Record(); return err })
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestADecisionThatWaitsIsCarriedOutWhenItIsSignedAsWasForeseen(t *testing.T) {
	for name, decide := range waiting {
		t.Run(name, func(t *testing.T) {
			book := villages(t)
			before := recordOf(t, book)
			var d casualty.Decision
			_, err := book.Do(store.Act{Author: "a", What: "decide", Reason: "r"}, func(c *store.Change) (err error) {
				d, err = decide(c, Judgment{Reason: "r", By: "a", Waits: true})
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			proposed := recordOf(t, book)
			if !reflect.DeepEqual(proposed.Claims, before.Claims) || !reflect.DeepEqual(proposed.Incidents[:2], before.Incidents) {
				t.Error("it changed the record before anybody signed it")
			}
			foreseen := Foresee(proposed, d)
			_, err = book.Do(store.Act{Author: "b", What: "sign off"}, func(c *store.Change) error { return SignOff(c, d.ID, "b", "2026-01-01") })
			if err != nil {
				t.Fatal(err)
			}
			signed := recordOf(t, book)
			if !reflect.DeepEqual(signed.Claims, foreseen.Claims) || signed.Incidents[0].Grade != foreseen.Incidents[0].Grade {
				t.Errorf("foreseen %+v\nsigned %+v", foreseen.Claims, signed.Claims)
			}
			if name != "set aside" && reflect.DeepEqual(signed.Claims, before.Claims) && reflect.DeepEqual(signed.Incidents[:2], before.Incidents) {
				t.Error("it changed nothing after it was signed")
			}
			if signed.Decisions[0].Waits {
				t.Error("it still says that it waits")
			}
		})
	}
}

func TestADecisionIsCarriedOutAtOnceInABookOfOnePerson(t *testing.T) {
	book := villages(t)
	_, err := book.Do(store.Act{Author: "a", What: "decide", Reason: "r"}, func(c *store.Change) error {
		_, err := MergeIncidents(c, Judgment{Reason: "r", By: "a"}, "i1", "i2")
		return err
	})
	if r := recordOf(t, book); err != nil || r.Claims[0].Incident != "i2" || r.Decisions[0].Waits {
		t.Errorf("%v %+v", err, r.Claims[0])
	}
}

func TestTheAuthorSignsByNoSpellingOfTheName(t *testing.T) {
	book := villages(t)
	for _, name := range []string{"Ana Lima", "ana lima", " Ana  Lima ", ""} {
		_, err := book.Do(store.Act{Author: "a", What: "decide", Reason: "r"}, func(c *store.Change) error {
			d, err := Grade(c, Judgment{Reason: "r", By: "Ana Lima", Waits: true}, "i1", "weak")
			if err != nil {
				return err
			}
			return SignOff(c, d.ID, name, "2026-01-01")
		})
		if !errors.Is(err, ErrOwn) {
			t.Errorf("as %q: %v", name, err)
		}
	}
}
