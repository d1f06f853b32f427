package server

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tollbook/aggregate"
	"tollbook/server/people"
	"tollbook/store"
)

// The first person is set up with the token of the console and a password written twice:
// nobody could let them in again who mistyped it once.
func TestTheFirstPersonWritesThePasswordTwice(t *testing.T) {
	book, err := store.Create(filepath.Join(t.TempDir(), "a.tollbook"), store.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	h := &house{t: t, book: book, keeper: people.NewWithCost(book, time.Now, cheap), site: httptest.NewUnstartedServer(nil)}
	h.site.Config.Handler = New(Options{Book: book, Now: time.Now, Keeper: h.keeper, Methods: aggregate.Methods[:1], Hosts: []string{h.site.Listener.Addr().String()}})
	h.site.Start()
	defer h.site.Close()
	token, err := h.keeper.SetupToken()
	if err != nil {
		t.Fatal(err)
	}
	b := h.as("")
	if g := b.post("/setup", "token", token, "name", "amal", "password", password, "again", password+"x"); g.status != http.StatusUnprocessableEntity || !strings.Contains(g.body, `value="amal"`) || strings.Contains(g.body, password) {
		t.Errorf("mistyped: %d, or the name is lost, or the password stands on the page", g.status)
	}
	if g := b.post("/setup", "token", token, "name", "amal", "password", password, "again", password); g.status != http.StatusSeeOther {
		t.Fatalf("%d %s", g.status, g.body)
	}
	if g := b.get("/"); g.status != http.StatusOK || !strings.Contains(g.body, "This book is empty") {
		t.Errorf("the first page: %d", g.status)
	}
}
