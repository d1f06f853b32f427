package store

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
)

func TestBoltKeepsTheEngineContract(t *testing.T) {
	engineContract(t, func(t *testing.T) engine {
		b := newBook(t)
		return b.engine
	})
}

// engineContract is what every engine must do, whatever it stands on.
func engineContract(t *testing.T, open func(*testing.T) engine) {
	bucket := indexBucket("claim", "incident")
	put := func(t *testing.T, e engine, keys ...string) {
		t.Helper()
		err := e.Update(func(w writer) error {
			for _, k := range keys {
				if err := w.Put(bucket, []byte(k), []byte("value of "+k)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	keys := func(r reader, prefix, from string) string {
		var found []string
		for k, v := range r.Scan(bucket, []byte(prefix), []byte(from)) {
			if string(v) != "value of "+string(k) {
				found = append(found, "wrong value")
			}
			found = append(found, string(k))
		}
		return fmt.Sprint(found)
	}

	t.Run("a scan yields the keys of a prefix in byte order", func(t *testing.T) {
		e := open(t)
		put(t, e, "b2", "a", "b10", "c", "b\x00", "b", "b\xff")
		for _, tt := range []struct{ prefix, from, want string }{
			{"b", "", "[b b\x00 b10 b2 b\xff]"},
			{"b", "b1", "[b10 b2 b\xff]"},
			{"b", "a", "[b b\x00 b10 b2 b\xff]"},
			{"b", "c", "[]"},
			{"", "", "[a b b\x00 b10 b2 b\xff c]"},
			{"x", "", "[]"},
		} {
			e.View(func(r reader) error {
				if got := keys(r, tt.prefix, tt.from); got != tt.want {
					t.Errorf("Scan(%q, %q) = %q, want %q", tt.prefix, tt.from, got, tt.want)
				}
				return nil
			})
			e.Update(func(w writer) error {
				if got := keys(w, tt.prefix, tt.from); got != tt.want {
					t.Errorf("while writing, Scan(%q, %q) = %q, want %q", tt.prefix, tt.from, got, tt.want)
				}
				return nil
			})
		}
	})
	t.Run("no value and an empty value are two things", func(t *testing.T) {
		e := open(t)
		look := func(r reader) error {
			if got := r.Get(bucket, []byte("empty")); got == nil || len(got) != 0 {
				t.Errorf("the empty value is %v", got)
			}
			if got := r.Get(bucket, []byte("none")); got != nil {
				t.Errorf("no value is %v, want nil", got)
			}
			return nil
		}
		err := e.Update(func(w writer) error { return errors.Join(w.Put(bucket, []byte("empty"), nil), look(w)) })
		if err := errors.Join(err, e.View(look)); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("an update that fails changes nothing", func(t *testing.T) {
		e := open(t)
		put(t, e, "a")
		failure := errors.New("failed")
		err := e.Update(func(w writer) error {
			return errors.Join(w.Put(bucket, []byte("b"), nil), w.Delete(bucket, []byte("a")), failure)
		})
		e.View(func(r reader) error {
			if got := keys(r, "", ""); got != "[a]" || !errors.Is(err, failure) {
				t.Errorf("keys %s, error %v, want [a] and the failure", got, err)
			}
			return nil
		})
	})
	t.Run("an update sees what it wrote", func(t *testing.T) {
		e := open(t)
		put(t, e, "a", "b")
		e.Update(func(w writer) error {
			w.Delete(bucket, []byte("a"))
			w.Put(bucket, []byte("c"), []byte("value of c"))
			if got := keys(w, "", ""); got != "[b c]" || w.Get(bucket, []byte("a")) != nil {
				t.Errorf("keys %s, want [b c]", got)
			}
			return nil
		})
	})
	t.Run("an update reads, replaces and deletes what it put", func(t *testing.T) {
		e := open(t)
		put(t, e, "kept")
		var put, replaced, deleted string
		err := e.Update(func(w writer) error {
			a, b := []byte("a"), []byte("b")
			err := errors.Join(w.Put(bucket, a, []byte("first")), w.Put(bucket, b, []byte("value of b")))
			put = string(w.Get(bucket, a))
			err = errors.Join(err, w.Put(bucket, a, []byte("value of a")))
			replaced = string(w.Get(bucket, a))
			err = errors.Join(err, w.Delete(bucket, b))
			deleted = string(w.Get(bucket, b))
			return err
		})
		if put != "first" || replaced != "value of a" || deleted != "" || err != nil {
			t.Errorf("read %q, then %q, and %q where it was deleted, error %v", put, replaced, deleted, err)
		}
		e.View(func(r reader) error {
			if got := keys(r, "", ""); got != "[a kept]" {
				t.Errorf("keys %s, want [a kept]", got)
			}
			return nil
		})
	})
	t.Run("a key that cannot be kept fails the update, also after a scan", func(t *testing.T) {
		e := open(t)
		put(t, e, "a")
		err := e.Update(func(w writer) error {
			err := errors.Join(w.Put(bucket, []byte("b"), []byte("value of b")), w.Put(bucket, nil, nil))
			keys(w, "", "")
			return err
		})
		e.View(func(r reader) error {
			if got := keys(r, "", ""); got != "[a]" || err == nil {
				t.Errorf("keys %s, error %v, want [a] and an error", got, err)
			}
			return nil
		})
	})
	t.Run("a view does not see what is written meanwhile", func(t *testing.T) {
		e := open(t)
		put(t, e, "a")
		// Room first: where bbolt has to map a larger file, a writer waits for readers.
		room := []byte("room")
		e.Update(func(w writer) error { return w.Put(contentsBucket, room, make([]byte, 1<<20)) })
		e.Update(func(w writer) error { return w.Delete(contentsBucket, room) })
		e.View(func(r reader) error {
			put(t, e, "b")
			if got := keys(r, "", ""); got != "[a]" {
				t.Errorf("keys %s, want [a]", got)
			}
			return nil
		})
	})
	t.Run("a scan may delete and write what it has passed, and sees each key once", func(t *testing.T) {
		e := open(t)
		var many []string
		for i := range 3000 {
			many = append(many, fmt.Sprintf("%05d", i))
		}
		put(t, e, many...)
		var quiet, seen []string
		err := e.Update(func(w writer) error {
			for k := range w.Scan(bucket, nil, nil) {
				quiet = append(quiet, string(k))
			}
			for k := range w.Scan(bucket, nil, nil) {
				seen = append(seen, string(k))
				if err := errors.Join(w.Delete(bucket, k), w.Put(bucket, append([]byte("!"), k...), nil)); err != nil {
					return err
				}
			}
			return nil
		})
		if fmt.Sprint(seen) != fmt.Sprint(many) || fmt.Sprint(quiet) != fmt.Sprint(many) || err != nil {
			t.Errorf("%d and %d keys seen, error %v, want each of %d once", len(quiet), len(seen), err, len(many))
		}
	})
	t.Run("a value of 512 KiB and a key of 1 KiB are kept", func(t *testing.T) {
		e := open(t)
		key, value := bytes.Repeat([]byte("k"), 1<<10), bytes.Repeat([]byte("v"), 512<<10)
		if err := e.Update(func(w writer) error { return w.Put(contentsBucket, key, value) }); err != nil {
			t.Fatal(err)
		}
		e.View(func(r reader) error {
			if !bytes.Equal(r.Get(contentsBucket, key), value) {
				t.Error("the value came back different")
			}
			return nil
		})
	})
	t.Run("a panic of the caller goes on, and the engine with it", func(t *testing.T) {
		e := open(t)
		func() {
			defer func() {
				if r := recover(); r != "the caller's own" {
					t.Errorf("recovered %v", r)
				}
			}()
			e.Update(func(w writer) error { w.Put(bucket, []byte("a"), nil); panic("the caller's own") })
		}()
		put(t, e, "b")
		e.View(func(r reader) error {
			if got := keys(r, "", ""); got != "[b]" {
				t.Errorf("keys %s, want [b]", got)
			}
			return nil
		})
	})
	t.Run("an undamaged engine has no damage", func(t *testing.T) {
		e := open(t)
		put(t, e, "a")
		if found := e.Damage(); len(found) > 0 {
			t.Errorf("damage: %v", found)
		}
	})
}

func TestEveryIdHasOneKeyAndTheOrderOfItsNumber(t *testing.T) {
	var last []byte
	for _, id := range []string{"c1", "c2", "c9", "c10", "c255", "c256", "c70000"} {
		r, err := parseRef(id)
		if err != nil || refOf(r.key()) != r || r.String() != id || bytes.Compare(last, r.key()) >= 0 {
			t.Errorf("%s: ref %v, error %v, key %x after %x", id, r, err, r.key(), last)
		}
		last = r.key()
	}
	for _, id := range []string{"", "c", "c0", "c01", "c-1", "c+1", "x1", "1", "c1 ", "c99999999999999999999", filepath.Join("c", "1")} {
		if r, err := parseRef(id); err == nil {
			t.Errorf("%q is read as %v, want an error", id, r)
		}
	}
}
