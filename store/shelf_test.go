package store

import (
	"errors"
	"maps"
	"path/filepath"
	"testing"
)

type card struct {
	Name string `json:"name"`
	N    int    `json:"n"`
}

const cards Drawer[card] = "cards"

func TestADrawerKeepsWhatIsPutAndNothingOfAFailure(t *testing.T) {
	b := newBook(t)
	put := func(key string, n int, fail error) error {
		return b.Shelve(func(s *Shelf) error { return errors.Join(cards.Put(s, key, card{key, n}), fail) })
	}
	if err := errors.Join(put("a", 1, nil), put("b", 2, nil), put("a", 3, nil)); err != nil {
		t.Fatal(err)
	}
	if err := put("c", 9, errors.New("no")); err == nil {
		t.Fatal("a failure came back as nil")
	}
	if err := b.Shelve(func(s *Shelf) error { return cards.Delete(s, "b") }); err != nil {
		t.Fatal(err)
	}
	err := b.Read(At{}, func(v *View) error {
		if got := maps.Collect(cards.All(v)); !maps.Equal(got, map[string]card{"a": {"a", 3}}) {
			t.Errorf("the drawer holds %v", got)
		}
		_, ok, err := cards.Get(v, "b")
		if ok {
			t.Error("what was taken away is still there")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestTheShelfIsNoPartOfTheRecordAndABackupHoldsIt(t *testing.T) {
	b := newBook(t)
	if err := b.Shelve(func(s *Shelf) error { return cards.Put(s, "a", card{"a", 1}) }); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "copy.tollbook")
	if _, err := b.Backup(copied); err != nil {
		t.Fatal(err)
	}
	again, err := Open(copied, b.options)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	err = again.Read(At{}, func(v *View) error {
		if v.Head().Entry != 0 {
			t.Errorf("the journal has %d entries", v.Head().Entry)
		}
		if _, ok, err := cards.Get(v, "a"); !ok || err != nil {
			t.Errorf("the copy holds no card: %v", err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
