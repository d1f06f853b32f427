package store

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"tollbook/casualty"
)

func TestABookIsReadAsItStood(t *testing.T) {
	b := newBook(t)
	var now time.Time
	b.options.Now = func() time.Time { return now }
	// Entries 2 and 3 fall into one second; before entry 4 the clock was set back.
	begun := begun.Add(24 * time.Hour) // the book was made before
	times := []time.Time{begun, begun.Add(time.Hour), begun.Add(time.Hour + time.Millisecond), begun.Add(time.Minute)}
	states := []casualty.Record{recordOf(t, b, At{})}
	for i, title := range []string{"First", "Second", "Third", "Fourth"} {
		now = times[i]
		do(t, b, "add", func(c *Change) error { return addIncident(c, title) })
		states = append(states, recordOf(t, b, At{}))
	}
	for _, tt := range []struct {
		name string
		at   At
		want int
	}{
		{"now", At{}, 4},
		{"after the first entry", At{Entry: 1}, 1},
		{"after the third entry", At{Entry: 3}, 3},
		{"at the time of the first entry", At{Time: begun}, 1},
		{"a second before the second", At{Time: begun.Add(time.Hour - time.Second)}, 1},
		{"at a time that several entries share: after the last of them", At{Time: begun.Add(time.Hour)}, 4},
		{"in another zone", At{Time: begun.In(time.FixedZone("", 5*3600))}, 1},
		{"before the first entry", At{Time: begun.Add(-time.Hour)}, 0},
		{"in the future", At{Time: begun.AddDate(1, 0, 0)}, 4},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := recordOf(t, b, tt.at); got.Entries != tt.want || !reflect.DeepEqual(content(got), content(states[tt.want])) || got.Head != states[tt.want].Head {
				t.Errorf("as of entry %d:\n%+v, want entry %d:\n%+v", got.Entries, got, tt.want, states[tt.want])
			}
		})
	}
	t.Run("a clock that was set back records no earlier than the entry before", func(t *testing.T) {
		if got, want := states[4].AsOf, casualty.MomentOf(begun.Add(time.Hour)); got != want {
			t.Errorf("recorded at %s, want %s", got, want)
		}
	})
	t.Run("a single record is read as it stood", func(t *testing.T) {
		do(t, b, "rename", func(c *Change) error { return Incidents.Put(c, casualty.Incident{ID: "i2", Title: "Renamed"}) })
		for entry, want := range map[int]string{1: "", 2: "Second", 4: "Second", 5: "Renamed"} {
			b.Read(At{Entry: entry}, func(v *View) error {
				in, err := Incidents.Get(v, "i2")
				if in.Title != want || errors.Is(err, casualty.ErrNotFound) != (want == "") {
					t.Errorf("as of entry %d i2 is %q, error %v, want %q", entry, in.Title, err, want)
				}
				return nil
			})
		}
	})
	t.Run("an entry that is not there is refused", func(t *testing.T) {
		if err := b.Read(At{Entry: 6}, func(*View) error { return nil }); err == nil {
			t.Error("no error")
		}
	})
	clean(t, b)
}

func TestIdsSortAsNumbers(t *testing.T) {
	b := newBook(t)
	do(t, b, "add", func(c *Change) error {
		for range 12 {
			if err := addIncident(c, "Strike"); err != nil {
				return err
			}
		}
		return nil
	})
	r := recordOf(t, b, At{})
	if got := r.Incidents[1].ID + " " + r.Incidents[9].ID; got != "i2 i10" {
		t.Errorf("the second and the tenth are %s, want i2 i10", got)
	}
}

func TestTheSameActsGiveTheSameBook(t *testing.T) {
	first, second := newBook(t), newBook(t)
	for _, b := range []*Book{first, second} {
		strike(t, b)
	}
	a, b := recordOf(t, first, At{}), recordOf(t, second, At{})
	if !reflect.DeepEqual(a, b) {
		t.Errorf("two books made alike differ: heads %s and %s", a.Head, b.Head)
	}
}
