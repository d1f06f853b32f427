package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tollbook/casualty"
	"tollbook/store"
)

func TestAnAddressIsFetchedOnlyWhenAskedAndKeptWithWhatTheServerSaid(t *testing.T) {
	const page = "<html><head><meta property=\"article:published_time\" content=\"2025-07-03\"></head><p>Nine people were killed, the mayor said.</p></html>"
	asked := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked++
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, page)
	}))
	defer server.Close()
	path := filepath.Join(t.TempDir(), "b.tollbook")
	add := func(reachable []netip.AddrPort, flags ...string) (string, error) {
		var out bytes.Buffer
		a := &app{in: strings.NewReader(""), out: &out, errw: &out, now: time.Now, reachable: reachable}
		root, _ := a.root()
		root.SetArgs(append([]string{"add", server.URL + "/news", "--book", path, "--source", "Gazette"}, flags...))
		err := root.Execute()
		return out.String(), err
	}
	if _, err := add(nil); err == nil || !strings.Contains(err.Error(), "--fetch") {
		t.Errorf("%v, want a word on --fetch", err)
	}
	if _, err := add(nil, "--fetch"); err == nil || !strings.Contains(err.Error(), "within a network") {
		t.Errorf("%v, want a server on loopback refused", err)
	}
	if asked > 0 {
		t.Fatal("the server was reached")
	}
	here := netip.MustParseAddrPort(strings.TrimPrefix(server.URL, "http://"))
	if out, err := add([]netip.AddrPort{here}, "--fetch"); err != nil {
		t.Fatal(err, out)
	}
	book, err := store.Open(path, store.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	err = book.Read(store.At{}, func(v *store.View) error {
		d, err := store.Documents.Get(v, "d1")
		if err != nil {
			return err
		}
		content, err := v.Content("d1")
		if string(content) != page || d.Address != server.URL+"/news" || d.Published != casualty.Moment("2025-07-03") || d.Fetched == nil || d.Fetched.Status != 200 || len(d.Fetched.Headers) == 0 {
			t.Errorf("document %+v, fetched %+v, content %q", d, d.Fetched, content)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
