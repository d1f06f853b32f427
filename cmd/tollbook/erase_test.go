package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	accounts "tollbook/server/people"
	"tollbook/store"
)

func TestABookWithAccountsIsErasedByASecondPersonOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "team.tollbook")
	book, err := store.Create(path, store.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	keeper := accounts.New(book, time.Now)
	token, err := keeper.SetupToken()
	if err != nil {
		t.Fatal(err)
	}
	if err := keeper.SetUp(token, "first", "four words not together"); err != nil {
		t.Fatal(err)
	}
	if err := book.Close(); err != nil {
		t.Fatal(err)
	}
	if code, _, errOut := do(t, "Three people were killed.", "--book", path, "add", "-", "--source", "Gazette", "--published", "2031-01-01"); code != 0 {
		t.Fatal(errOut)
	}
	code, _, errOut := do(t, "", "--book", path, "erase", "d1", "--reason", "a court", "--yes")
	if code != 1 || !strings.Contains(errOut, "a second person") {
		t.Errorf("exit %d: %s", code, errOut)
	}
	if code, out, _ := do(t, "", "--book", path, "list", "documents"); code != 0 || strings.Contains(out, "erased") {
		t.Errorf("exit %d: %s", code, out)
	}
}
