package curate

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"tollbook/casualty"
	"tollbook/ingest"
	"tollbook/store"
)

// keptIn makes a book with one document in windows-1251, after a last change to
// what is kept of it, and gives what a check of texts finds.
func keptIn(t *testing.T, change func(*ingest.Document, []casualty.Claim)) []string {
	t.Helper()
	book, err := store.Create(filepath.Join(t.TempDir(), "b.tollbook"), store.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	content, err := charmap.Windows1251.NewEncoder().Bytes([]byte("Погибли трое человек, сообщил глава района."))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := ingest.NewDocument("a.txt", content)
	if err != nil {
		t.Fatal(err)
	}
	claims := ingest.Read(doc, ingest.Options{})
	if len(claims) != 1 {
		t.Fatalf("%d claims", len(claims))
	}
	change(&doc, claims)
	_, err = book.Do(store.Act{Author: "a", What: "add"}, func(c *store.Change) error {
		meta := doc.Meta
		source, err := store.Sources.Add(c, casualty.Source{Name: "Gazette"})
		if err != nil {
			return err
		}
		meta.Source = source.ID
		kept, err := c.ReceiveRead(meta, doc.Content, doc.Text)
		if err != nil {
			return err
		}
		_, _, err = c.AddReport(kept.ID, ingest.Reader, "", claims)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	err = book.Read(store.At{}, func(v *store.View) (err error) { found, err = CheckTexts(v); return err })
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestATextIsMadeAnewAndComparedWithItsPlaces(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*ingest.Document, []casualty.Claim)
		want   string
	}{
		{"as it was made", func(*ingest.Document, []casualty.Claim) {}, ""},
		{"another text", func(d *ingest.Document, _ []casualty.Claim) { d.Text += "!" }, "is not what charset/1 windows-1251 makes"},
		{"another place", func(_ *ingest.Document, c []casualty.Claim) { c[0].Quote.Original = "bytes 1 to 2" }, "bytes 0 to 20 of d1, not at bytes 1 to 2"},
		{"another version of the reader", func(d *ingest.Document, _ []casualty.Claim) { d.Text += "!"; d.Meta.Text.Reader = "charset/0" }, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found := strings.Join(keptIn(t, tt.change), "; ")
			if tt.want == "" && found != "" || !strings.Contains(found, tt.want) {
				t.Errorf("found %q, want %q", found, tt.want)
			}
		})
	}
}

// A quote that an earlier version kept without its paragraph still stands at its place;
// one that stands elsewhere does not.
func TestAPlaceKeptWithoutItsParagraphIsTheSame(t *testing.T) {
	for _, tt := range []struct {
		where, kept string
		same        bool
	}{
		{"paragraph 3", "", true},
		{"paragraph 3, bytes 310 to 340", "bytes 310 to 340", true},
		{"page 3", "page 3", true},
		{"paragraph 3, bytes 310 to 340", "bytes 10 to 340", false},
		{"paragraph 13", "paragraph 3", false},
		{"page 3", "", false},
	} {
		if got := sayAgain(tt.where, tt.kept); got != tt.same {
			t.Errorf("%q kept as %q: %t", tt.where, tt.kept, got)
		}
	}
}
