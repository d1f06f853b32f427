package curate

import (
	"reflect"
	"slices"
	"testing"

	"tollbook/casualty"
	"tollbook/store"
)

func TestANumberForSeveralIncidentsFollowsTheirMerge(t *testing.T) {
	book := villages(t)
	_, err := book.Do(store.Act{Author: "a", What: "correct"}, func(c *store.Change) error {
		if _, err := NewIncident(c, casualty.Incident{Title: "A third village"}); err != nil {
			return err
		}
		if err := Mend(c, "c1", []Value{{"over", "i1,i2,i3"}}); err != nil {
			return err
		}
		return Mend(c, "c2", []Value{{"over", "i1,i2"}})
	})
	if err != nil {
		t.Fatal(err)
	}
	var d casualty.Decision
	decide := func(c *store.Change) (err error) {
		d, err = MergeIncidents(c, Judgment{Reason: "the same raid", By: "a", Waits: true}, "i1", "i2")
		return err
	}
	if _, err := book.Do(store.Act{Author: "a", What: "decide", Reason: "r"}, decide); err != nil {
		t.Fatal(err)
	}
	foreseen := Foresee(recordOf(t, book), d)
	if _, err := book.Do(store.Act{Author: "b", What: "sign off"}, func(c *store.Change) error { return SignOff(c, d.ID, "b", "2026-01-01") }); err != nil {
		t.Fatal(err)
	}
	r := recordOf(t, book)
	if !reflect.DeepEqual(r.Claims, foreseen.Claims) {
		t.Errorf("foreseen %+v\nsigned %+v", foreseen.Claims, r.Claims)
	}
	t.Run("three become two", func(t *testing.T) {
		if c := r.Claims[0]; !slices.Equal(c.Over, []casualty.IncidentID{"i2", "i3"}) {
			t.Errorf("over %v, want i2 and i3", c.Over)
		}
	})
	t.Run("two become one, whose own number it is", func(t *testing.T) {
		if c := r.Claims[1]; len(c.Over) > 0 || c.Incident != "i2" {
			t.Errorf("over %v, of %s; want a number of i2", c.Over, c.Incident)
		}
	})
}
