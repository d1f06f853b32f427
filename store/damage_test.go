package store

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"tollbook/casualty"
)

// Wherever one byte of a book is wrong, the book is refused, or a check finds it,
// or it was in no use; nobody is told another number.
func TestOneWrongByteIsNeverTakenForTheRecord(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector dies of the faults that a damaged file raises")
	}
	path, used := bookFile(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	want := recordOf(t, b, At{})
	b.Close()

	unused, found, refused := 0, 0, 0
	damaged := filepath.Join(t.TempDir(), "damaged")
	for at := int64(0); at < used; at += 37 {
		bad := append([]byte{}, whole...)
		bad[at] ^= 0x24
		if err := os.WriteFile(damaged, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		switch got, findings, err := readAll(damaged); {
		case err != nil:
			refused++
		case len(findings) > 0:
			found++
		case reflect.DeepEqual(got, want):
			unused++
		default:
			t.Errorf("with byte %d wrong a check finds nothing, and the record is\n%+v, want\n%+v", at, got, want)
		}
	}
	if found == 0 || refused == 0 {
		t.Errorf("%d bytes unused, %d found, %d refused: the test proves nothing", unused, found, refused)
	}
}

func readAll(path string) (r casualty.Record, found Findings, err error) {
	b, err := Open(path, testOptions())
	if err != nil {
		return r, nil, err
	}
	defer b.Close()
	if found, err = b.Check(); err != nil {
		return r, found, err
	}
	err = b.Read(At{}, func(v *View) error {
		r, err = v.Record()
		return err
	})
	return r, found, err
}
