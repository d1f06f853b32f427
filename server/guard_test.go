package server

import (
	"errors"
	"testing"
	"time"

	"tollbook/server/people"
	"tollbook/store"
)

func TestARoleThatIsLostAfterTheDoorIsAskedForAgainWithinTheAct(t *testing.T) {
	h := newHouse(t)
	v := &visit{
		site:  &site{Options: Options{Book: h.book, Now: time.Now, Keeper: h.keeper}},
		needs: people.Record, who: people.Account{Name: "researcher", Role: people.Researcher},
		param: func(string) string { return "" },
	}
	if err := h.keeper.SetRole("administrator", "researcher", people.Viewer); err != nil {
		t.Fatal(err)
	}
	err := v.do("add", "", func(*store.Change) error {
		t.Error("the act began")
		return nil
	})
	if !errors.Is(err, errForbidden) || h.entries() != 0 {
		t.Errorf("%v, %d entries", err, h.entries())
	}
}
