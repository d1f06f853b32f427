package curate_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/ingest/near"
	"tollbook/store"
)

// outlets is how many documents tell each story that is told more than once.
const outlets = 3

// TestStoriesAreFoundInALargeBook finds in a book every story that is told again and
// nothing else, and compares few more documents than that.
func TestStoriesAreFoundInALargeBook(t *testing.T) {
	documents := 400
	if os.Getenv("TOLLBOOK_LONG") != "" {
		documents = 100_000
	}
	texts := stories(documents)
	book := newBook(t)
	for from := 0; from < len(texts); from += 10_000 {
		keep(t, book, texts[from:min(from+10_000, len(texts))])
	}
	start := time.Now()
	var found []curate.Likeness
	err := book.Read(store.At{}, func(v *store.View) (err error) { found, err = curate.Similar(v, ""); return err })
	if err != nil {
		t.Fatal(err)
	}
	took, memory := time.Since(start), heap()
	var index near.Index
	for _, text := range texts {
		index.Add(text)
	}
	compared := index.Pairs()
	t.Logf("%d documents: %d pairs found, %d of %d compared, in %s, with %d MB in use at its end", documents, len(found), len(compared), documents*(documents-1)/2, took.Round(time.Millisecond), memory>>20)
	if want := documents / 10 * outlets; len(found) != want {
		t.Errorf("%d pairs found, want %d", len(found), want)
	}
	for _, l := range found {
		if number(l.First.ID)/10 != number(l.Second.ID)/10 {
			t.Errorf("%s and %s tell different stories", l.First.ID, l.Second.ID)
		}
	}
	if len(compared) > 2*len(found) {
		t.Errorf("%d pairs compared for %d found", len(compared), len(found))
	}
}

// stories are made-up reports; of every ten, the first [outlets] print one agency's text
// among words of their own, and all end with a sentence that every agency writes.
func stories(n int) []string {
	r := rand.New(rand.NewPCG(1, 2))
	words := func(n int) string {
		all := make([]string, n)
		for i := range all {
			all[i] = fmt.Sprintf("w%d", r.IntN(20_000))
		}
		return strings.Join(all, " ")
	}
	texts := make([]string, n)
	agency := ""
	for i := range texts {
		if i%10 == 0 {
			agency = words(90)
		}
		texts[i] = words(120)
		if i%10 < outlets {
			texts[i] = words(30) + " " + agency + " " + words(20)
		}
		texts[i] += ". The reports could not be verified at once by anybody who was not there on that day or the day after."
	}
	return texts
}

// keep adds documents to the book in one act.
func keep(t *testing.T, book *store.Book, texts []string) {
	t.Helper()
	_, err := book.Do(act("add"), func(c *store.Change) error {
		source, err := store.Sources.Add(c, casualty.Source{Name: "Gazette " + texts[0][:30]})
		for _, text := range texts {
			if err != nil {
				return err
			}
			_, err = c.ReceiveRead(casualty.Document{Source: source.ID, MediaType: "text/plain", Published: "2031-04-30"}, []byte(text), text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// number is the place of a document among those kept, from 0.
func number(id casualty.DocumentID) (n int) {
	_, _ = fmt.Sscanf(string(id), "d%d", &n)
	return n - 1
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
