package store

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"tollbook/casualty"
)

// tamper changes what is kept behind the book's back.
func tamper(t *testing.T, b *Book, fn func(writer) error) {
	t.Helper()
	if err := b.engine.Update(fn); err != nil {
		t.Fatal(err)
	}
}

// replace puts other words into one value.
func replace(b bucket, key []byte, old, new string) func(writer) error {
	return func(w writer) error {
		value := w.Get(b, key)
		changed := bytes.Replace(value, []byte(old), []byte(new), 1)
		if bytes.Equal(value, changed) {
			return errors.New("nothing to replace: the test would prove nothing")
		}
		return w.Put(b, key, changed)
	}
}

func remove(b bucket, key []byte) func(writer) error {
	return func(w writer) error {
		if w.Get(b, key) == nil {
			return errors.New("nothing to remove: the test would prove nothing")
		}
		return w.Delete(b, key)
	}
}

func TestCheckFindsWhatWasChangedBehindTheBook(t *testing.T) {
	claim, source, doc := ref{'c', 1}, ref{'s', 1}, ref{'d', 1}
	chunk := append(number(nil, 1), 0, 0, 0, 0)
	row := number(number(nil, 1), 1) // of i1 and c1
	name, stray := keyOf("source", "name", "example wire"), keyOf("claim", "incident", "i1")
	for _, tt := range []struct {
		name   string
		tamper func(writer) error
		where  string
		what   string
	}{
		{"an entry with other words", replace(journalBucket, entryKey(1), "tester", "nobody"), "entry 2", "hash of the entry before"},
		{"the last entry with other words", replace(journalBucket, entryKey(3), "tester", "nobody"), "head", "another hash"},
		{"an entry that is missing", remove(journalBucket, entryKey(2)), "entry 2", "missing"},
		{"the last entry missing", remove(journalBucket, entryKey(3)), "head", "names entry 3"},
		{"a head that is not the journal's", replace(bookBucket, []byte("head"), `"entry":3`, `"entry":2`), "head", "names entry 2"},
		{"a version with another number of people", replace(versionsBucket, claim.versionKey(1), `"n":12`, `"n":13`), "c1, version 1", "content was changed"},
		{"a version whose content is gone", func(w writer) error { return w.Put(versionsBucket, claim.versionKey(1), nil) }, "c1, version 1", "no entry of the journal erases it"},
		{"a version that is missing", remove(versionsBucket, claim.versionKey(1)), "c1 of entry 1", "missing"},
		{"a version that nobody wrote", func(w writer) error { return w.Put(versionsBucket, claim.versionKey(2), []byte("x")) }, "c1, version 2", "in no entry"},
		{"a record with another number of people", replace(recordsBucket, claim.key(), `"n":12`, `"n":13`), "c1", "not its newest version"},
		{"a record that is missing", remove(recordsBucket, claim.key()), "c1", "is missing"},
		{"a record that speaks of one that is missing", remove(recordsBucket, source.key()), "d1", "s1"},
		{"a record of another id", replace(recordsBucket, claim.key(), `"id":"c1"`, `"id":"c7"`), "c1", "names another record"},
		{"a record that cannot be read", replace(recordsBucket, claim.key(), `{`, `[`), "c1", "cannot be read"},
		{"an index key that is missing", remove(name.in, name.key(source)), "index sources by name", "lacks a key"},
		{"an index key that no record gives", func(w writer) error { return w.Put(stray.in, stray.key(ref{'c', 2}), nil) }, "index claims by incident", "no record gives"},
		{"a row of the columns that is missing", remove(columnsBucket, row), "columns", "lacks a key"},
		{"a row of the columns with another number", func(w writer) error {
			changed := bytes.Clone(w.Get(columnsBucket, row))
			changed[19]++ // n
			return w.Put(columnsBucket, row, changed)
		}, "columns", "another value"},
		{"columns of another head", func(w writer) error { return w.Put(bookBucket, []byte("columns"), []byte("of another")) }, "columns", "another head"},
		{"a document with other bytes", replace(contentsBucket, chunk, "killed", "kissed"), "d1", "digest"},
		{"a document with fewer bytes", replace(contentsBucket, chunk, "killed", ""), "d1", "bytes are there"},
		{"a quote that is not at its place", replace(contentsBucket, chunk, "12", "21"), "claim c1", "exactly the words"},
		{"bytes of no document", func(w writer) error { return w.Put(contentsBucket, append(number(nil, 9), 0, 0, 0, 0), []byte("x")) }, "d9", "should have none"},
		{"a counter that would give an id twice", func(w writer) error { return w.Put(countersBucket, []byte("c"), []byte("2")) }, "counter of claims", "3 is given"},
		{"two records of one unique name", func(w writer) error {
			text := bytes.Replace(w.Get(recordsBucket, source.key()), []byte(`"s1"`), []byte(`"s2"`), 1)
			return errors.Join(w.Put(recordsBucket, ref{'s', 2}.key(), text), w.Put(name.in, name.key(ref{'s', 2}), nil))
		}, "s1", "shares its name with s2"},
		{"a document's record that says another size", replace(recordsBucket, doc.key(), `"size":`, `"size":1`), "d1", "bytes are there"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := newBook(t)
			strike(t, b)
			do(t, b, "add", func(c *Change) error { return addIncident(c, "Strike") })
			do(t, b, "link", func(c *Change) error { return link(c, "c1", "i1") })
			clean(t, b)
			tamper(t, b, tt.tamper)
			found, err := b.Check()
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range found {
				if f.Where == tt.where && strings.Contains(f.What, tt.what) {
					return
				}
			}
			t.Errorf("findings are %v, want one at %q that says %q", found, tt.where, tt.what)
		})
	}
}

func TestColumnsHoldTheClaimsInTheOrderOfIncidents(t *testing.T) {
	b := newBook(t)
	strike(t, b)
	do(t, b, "add", func(c *Change) error { return errors.Join(addIncident(c, "First"), addIncident(c, "Second")) })
	do(t, b, "link", func(c *Change) error { return errors.Join(link(c, "c1", "i2"), link(c, "c3", "i1")) })
	linked := columnsOf(t, b, At{})
	do(t, b, "link", func(c *Change) error { return link(c, "c3", "i2") })

	t.Run("a row says what its claim says", func(t *testing.T) {
		c := columnsOf(t, b, At{})
		got := []any{c.Incident, c.Claim, c.Source, c.N, c.Harm, c.Qualifier, c.Status, c.Scope, c.Flags}
		want := []any{
			[]uint64{0, 2, 2}, []uint64{2, 1, 3}, []uint64{1, 1, 1}, []uint32{3, 12, 15}, []uint8{2, 1, 1}, []uint8{1, 2, 1}, []uint8{1, 1, 1}, []uint8{1, 1, 1},
			[]ColumnFlags{0, 0, FlagReplaces},
		}
		for i := range want {
			if !reflect.DeepEqual(got[i], want[i]) {
				t.Errorf("column %d is %v, want %v", i, got[i], want[i])
			}
		}
	})
	t.Run("columns of the past are those that stood then", func(t *testing.T) {
		if then := columnsOf(t, b, At{Entry: 3}); !reflect.DeepEqual(then, linked) {
			t.Errorf("columns are\n%+v, want\n%+v", then, linked)
		}
	})
	t.Run("columns that are missing are made anew when the book is opened", func(t *testing.T) {
		want := columnsOf(t, b, At{})
		tamper(t, b, func(w writer) error {
			for k := range w.Scan(columnsBucket, nil, nil) {
				if err := w.Delete(columnsBucket, k); err != nil {
					return err
				}
			}
			return w.Delete(bookBucket, []byte("columns"))
		})
		b.Close()
		again, err := Open(b.Path(), testOptions())
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		clean(t, again)
		if got := columnsOf(t, again, At{}); !reflect.DeepEqual(got, want) {
			t.Errorf("columns are\n%+v, want\n%+v", got, want)
		}
	})
}

func columnsOf(t *testing.T, b *Book, at At) (c Columns) {
	t.Helper()
	err := b.Read(at, func(v *View) (err error) {
		c, err = v.Columns()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEveryFlagOfAColumnSaysOneThing(t *testing.T) {
	for flag, claim := range map[ColumnFlags]casualty.Claim{
		FlagSubset:      {Subset: true},
		FlagNegated:     {Negated: true},
		FlagContested:   {Contested: true},
		FlagBesides:     {Besides: true},
		FlagFinal:       {Final: true},
		FlagDenied:      {Count: casualty.Count{Qualifier: casualty.None, Word: casualty.Denied}},
		FlagNotReported: {Count: casualty.Count{Qualifier: casualty.None, Word: casualty.NotReported}},
		FlagReplaces:    {Repeats: "c1"},
		0:               {Count: casualty.Count{Qualifier: casualty.Vague, Word: "dozens"}},
	} {
		if got := flagsOf(claim); got != flag {
			t.Errorf("flags of %+v are %b, want %b", claim, got, flag)
		}
	}
}
