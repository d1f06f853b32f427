package store

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"tollbook/casualty"
)

// released keeps a release of two files, one of several chunks.
func released(t *testing.T, b *Book) (casualty.Release, [][]byte) {
	t.Helper()
	contents := [][]byte{bytes.Repeat([]byte("workbook"), chunkSize/4), []byte("package")}
	release := casualty.Release{Title: "July", Files: []casualty.File{{Name: "report.xlsx"}, {Name: "package.zip"}}}
	do(t, b, "release", func(c *Change) (err error) {
		release, err = c.KeepRelease(release, contents)
		return err
	})
	return release, contents
}

func fileOfRelease(t *testing.T, b *Book, name string) (content []byte, err error) {
	t.Helper()
	err = b.Read(At{}, func(v *View) (err error) {
		content, err = v.File("e1", name)
		return err
	})
	return content, err
}

func TestAReleaseKeepsItsFiles(t *testing.T) {
	b := newBook(t)
	release, contents := released(t, b)
	for i, f := range release.Files {
		got, err := fileOfRelease(t, b, f.Name)
		if err != nil || !bytes.Equal(got, contents[i]) || f.SHA256 != hashOf(contents[i]) {
			t.Errorf("%s: %d bytes of %d, digest %s: %v", f.Name, len(got), len(contents[i]), f.SHA256, err)
		}
	}
	if _, err := fileOfRelease(t, b, "other.csv"); !errors.Is(err, casualty.ErrNotFound) {
		t.Errorf("a file that was not kept gives %v", err)
	}
	clean(t, b)
}

func TestAReleasesDamagedFileIsFound(t *testing.T) {
	b := newBook(t)
	released(t, b)
	err := b.engine.Update(func(tx writer) error {
		return tx.Put(filesBucket, append(fileKey(ref{'e', 1}, 1), 0, 0, 0, 0), []byte("Package"))
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fileOfRelease(t, b, "package.zip"); err == nil {
		t.Error("a damaged file was handed out")
	}
	findings, err := b.Check()
	if err != nil || len(findings) != 1 || !strings.Contains(findings[0].String(), "package.zip") {
		t.Errorf("check finds %v, %v", findings, err)
	}
}

func TestErasingAReleaseTakesItsFiles(t *testing.T) {
	b := newBook(t)
	released(t, b)
	eraseFrom(t, b, "e1", "workbookworkbook")
	if _, err := fileOfRelease(t, b, "report.xlsx"); !errors.Is(err, casualty.ErrErased) {
		t.Errorf("a file of an erased release gives %v", err)
	}
	clean(t, b)
}
