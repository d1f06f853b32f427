package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tollbook/casualty"
)

// tenRows adds ten incidents with two claims each, settling after each if the act
// is large, and changes the first incident at the end.
func tenRows(c *Change) error {
	doc, err := c.Receive(casualty.Document{Name: "x.txt", MediaType: "text/plain"}, []byte(strikeText))
	if err != nil {
		return err
	}
	for n := range 50 {
		if _, err := Sources.Add(c, casualty.Source{Name: fmt.Sprint("Outlet ", n)}); err != nil {
			return err
		}
	}
	for row := range 10 {
		if err := errors.Join(addRow(c, doc.ID, row), c.Settle()); err != nil {
			return err
		}
	}
	in, err := Incidents.Get(c, "i1")
	in.Title = "Changed later in the same act"
	return errors.Join(err, Incidents.Put(c, in))
}

func TestALargeActIsTheSameActInLessMemory(t *testing.T) {
	small, large := newBook(t), newBook(t)
	do(t, small, "import", tenRows)
	act := Act{Author: "A. Researcher", What: "import", Reason: "a test"}
	entry, err := large.DoLarge(act, tenRows)
	if err != nil || entry.Number != 1 {
		t.Fatal(entry, err)
	}
	clean(t, large)
	if a, b := recordOf(t, small, At{}), recordOf(t, large, At{}); len(a.Claims) != 20 || len(b.Claims) != 20 || b.Incidents[0].Title != a.Incidents[0].Title || b.Entries != 1 {
		t.Errorf("%d claims in one transaction, %d in several; the incident is %q and %q", len(a.Claims), len(b.Claims), a.Incidents[0].Title, b.Incidents[0].Title)
	}
	list := func(b *Book) (changes []EntryChange) {
		b.Read(At{}, func(v *View) error {
			for e, err := range v.Journal(1) {
				if err != nil {
					t.Fatal(err)
				}
				changes = e.Changes
			}
			return nil
		})
		return changes
	}
	one, several := list(small), list(large)
	if len(one) != len(several) {
		t.Fatalf("the journal lists %d changes of one and %d of the other", len(one), len(several))
	}
	for i := range one {
		if one[i].ID != several[i].ID || one[i].Version != 1 || several[i].Version != 1 {
			t.Errorf("change %d is %s version %d and %s version %d", i, one[i].ID, one[i].Version, several[i].ID, several[i].Version)
		}
	}
	if _, err := large.Undo(act, 0); err != nil {
		t.Errorf("a large act cannot be undone: %v", err)
	}
	clean(t, large)
	if r := recordOf(t, large, At{}); len(r.Claims)+len(r.Incidents) != 0 {
		t.Errorf("after the undo %d claims are there", len(r.Claims))
	}
}

// A large act without a settling gives the very bytes of the journal that a small
// one gives, though it puts its entry together another way.
func TestTheEntryOfALargeActIsWrittenAsAnyOther(t *testing.T) {
	act := Act{Author: `A. "changes":[ Researcher`, What: "import", Reason: "a \"changes\":[ test"}
	add := func(c *Change) error {
		_, err := Sources.Add(c, casualty.Source{Name: "Outlet"})
		return err
	}
	a, b := newBook(t), newBook(t)
	one, err1 := a.Do(act, add)
	other, err2 := b.DoLarge(act, add)
	if err1 != nil || err2 != nil || one.Hash != other.Hash {
		t.Errorf("hashes %s and %s (%v, %v)", one.Hash, other.Hash, err1, err2)
	}
}

func TestALargeActThatFailsOrIsCutOffLeavesTheBookAsItWas(t *testing.T) {
	b := newBook(t)
	do(t, b, "add", func(c *Change) error { _, err := Sources.Add(c, casualty.Source{Name: "Before"}); return err })
	before, folder := recordOf(t, b, At{}), filepath.Dir(b.Path())
	stop := errors.New("stopped")
	_, err := b.DoLarge(Act{Author: "A", What: "import"}, func(c *Change) error { return errors.Join(tenRows(c), stop) })
	if !errors.Is(err, stop) {
		t.Errorf("it ends with %v", err)
	}
	if r := recordOf(t, b, At{}); r.Head != before.Head || len(r.Sources) != 1 {
		t.Errorf("%d sources are there", len(r.Sources))
	}
	// What a crash would leave.
	left := filepath.Join(folder, "."+filepath.Base(b.Path())+".123"+partial)
	if err := os.WriteFile(left, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.Close()
	again, err := Open(b.Path(), testOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	names, _ := os.ReadDir(folder)
	for _, n := range names {
		if n.Name() != filepath.Base(b.Path()) && n.Name() != filepath.Base(holderPath(b.Path())) {
			t.Errorf("%s is left behind", n.Name())
		}
	}
	clean(t, again)
}

// Readers see the state before a large act until it is done; an act that waited,
// and a program that waited for the lock, go on with the book as it is after it.
func TestOthersBesideALargeAct(t *testing.T) {
	b := newBook(t)
	waited := make(chan error, 1)
	_, err := b.DoLarge(Act{Author: "A", What: "import"}, func(c *Change) error {
		if err := tenRows(c); err != nil {
			return err
		}
		if r := recordOf(t, b, At{}); len(r.Claims) != 0 {
			t.Errorf("a reader sees %d claims of an act that is not done", len(r.Claims))
		}
		go func() {
			_, err := b.Do(Act{Author: "B", What: "add"}, func(c *Change) error {
				_, err := Sources.Add(c, casualty.Source{Name: "After"})
				return err
			})
			waited <- err
		}()
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := <-waited; err != nil {
		t.Fatal(err)
	}
	if r := recordOf(t, b, At{}); len(r.Claims) != 20 || len(r.Sources) != 51 || r.Entries != 2 {
		t.Errorf("%d claims, %d sources, %d entries; want 20, 51 and 2", len(r.Claims), len(r.Sources), r.Entries)
	}

	opened := make(chan *boltEngine, 1)
	if _, err := b.DoLarge(Act{Author: "A", What: "add"}, func(c *Change) error {
		go func() {
			db, err := boltOpen(b.Path(), openMode{wait: 10 * time.Second})
			if err != nil {
				t.Error(err)
			}
			opened <- &boltEngine{db: db, path: b.Path()}
		}()
		time.Sleep(300 * time.Millisecond) // it stands at the lock of the file that will be replaced
		_, err := Sources.Add(c, casualty.Source{Name: "Last"})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	b.Close()
	other := <-opened
	if other.db == nil {
		return
	}
	defer other.Close()
	err = other.View(func(tx reader) error {
		if head, err := headOf(tx); err != nil || head.Entry != 3 {
			t.Errorf("the program that waited reads entry %d (%v), want 3", head.Entry, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
