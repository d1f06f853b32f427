package curate_test

import (
	"strings"
	"testing"

	"tollbook/store"
)

func TestTheSameTableDoesNotBringBackWhatWasErased(t *testing.T) {
	book := newBook(t)
	brought(t, book, csvOf(t, strikes))
	before := recordOf(t, book)
	if _, err := book.Do(act("erase"), func(c *store.Change) error {
		for _, id := range []string{"c1", string(before.Claims[0].Incident)} {
			if err := c.Erase(id, "consent was withdrawn"); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	erased := recordOf(t, book)
	got := brought(t, book, csvOf(t, strikes))
	if r := recordOf(t, book); len(r.Claims) != len(erased.Claims) || len(r.Incidents) != len(erased.Incidents) || got.Claims+got.Incidents != 0 {
		t.Errorf("%d claims of %d, %d incidents of %d", len(r.Claims), len(erased.Claims), len(r.Incidents), len(erased.Incidents))
	}
	if reason := got.Rows[0].Reason(); !strings.Contains(reason, "figure of this row was lawfully erased") || !strings.Contains(reason, "incident was lawfully erased") {
		t.Errorf("the row says %q", reason)
	}
	changed := brought(t, book, csvOf(t, strings.Replace(strikes, "Market,3,7", "Market,4,7", 1)))
	if changed.Claims != 0 {
		t.Errorf("a changed row brought %d erased figures back", changed.Claims)
	}
}
