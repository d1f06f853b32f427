package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"tollbook/casualty"
)

// site serves on loopback; only the servers that a test allows may be reached.
func site(t *testing.T, answer http.HandlerFunc) (address string, allowed netip.AddrPort) {
	t.Helper()
	s := httptest.NewServer(answer)
	t.Cleanup(s.Close)
	return s.URL, netip.MustParseAddrPort(strings.TrimPrefix(s.URL, "http://"))
}

func options(allowed ...netip.AddrPort) Options {
	return Options{Allowed: allowed, Now: func() time.Time { return time.Date(2031, 8, 20, 9, 0, 0, 0, time.UTC) }}
}

func refused(t *testing.T, address string, o Options, want string) {
	t.Helper()
	page, err := Get(context.Background(), address, o)
	var p *casualty.Problem
	if !errors.As(err, &p) || !strings.Contains(err.Error(), want) {
		t.Errorf("%s gave %d bytes and %v, want a problem that says %q", address, len(page.Content), err, want)
	}
}

func TestWhatIsFetchedIsKeptAsReceivedWithWhatTheServerSaid(t *testing.T) {
	var asked http.Header
	address, allowed := site(t, func(w http.ResponseWriter, r *http.Request) {
		asked = r.Header
		if r.URL.Path == "/old" {
			http.Redirect(w, r, "/report.html", http.StatusMovedPermanently)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=windows-1251")
		w.Header().Set("Set-Cookie", "who=1")
		fmt.Fprint(w, "<html>\xcf\xff\xf2\xfc")
	})
	page, err := Get(context.Background(), address+"/old#part", options(allowed))
	if err != nil {
		t.Fatal(err)
	}
	f := page.Fetched
	if string(page.Content) != "<html>\xcf\xff\xf2\xfc" || page.Charset != "windows-1251" || page.Name != "report.html" {
		t.Errorf("page %q %q %q", page.Content, page.Charset, page.Name)
	}
	if f.Address != address+"/report.html" || !slices.Equal(f.Through, []string{address + "/old"}) || f.At != "2031-08-20T09:00:00Z" || f.Status != 200 {
		t.Errorf("fetched %+v", f)
	}
	if !slices.Contains(f.Headers, "Content-Type: text/html; charset=windows-1251") || strings.Contains(fmt.Sprint(f.Headers), "who=1") {
		t.Errorf("headers %q: want those of the answer without cookies", f.Headers)
	}
	if asked.Get("Referer") != "" || asked.Get("Cookie") != "" || asked.Get("Accept-Encoding") != "identity" {
		t.Errorf("asked with %v: nothing may say where one comes from", asked)
	}
}

func TestAddressesWithinANetworkAreRefused(t *testing.T) {
	reached := false
	address, _ := site(t, func(http.ResponseWriter, *http.Request) { reached = true })
	port := address[strings.LastIndexByte(address, ':'):]
	for _, a := range []string{address, "http://localhost" + port, "http://[::ffff:127.0.0.1]" + port, "http://0.0.0.0" + port, "http://127.1" + port, "http://2130706433" + port} {
		page, err := Get(context.Background(), a, options())
		if err == nil || len(page.Content) > 0 {
			t.Errorf("%s was fetched", a)
		}
	}
	refused(t, address, options(), "within a network")
	if reached {
		t.Error("the server was reached")
	}
}

func TestARedirectIntoANetworkIsRefused(t *testing.T) {
	reached := false
	inner, _ := site(t, func(http.ResponseWriter, *http.Request) { reached = true })
	for _, to := range []string{inner, "file:///etc/passwd", "http://user:word@example.org/"} {
		outer, allowed := site(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) })
		if _, err := Get(context.Background(), outer, options(allowed)); err == nil {
			t.Errorf("a redirect to %s was followed", to)
		}
	}
	if reached {
		t.Error("the server within was reached")
	}
}

func TestARedirectIsCheckedAsTheFirstAddressIs(t *testing.T) {
	asked, to := 0, ""
	address, allowed := site(t, func(w http.ResponseWriter, r *http.Request) {
		asked++
		http.Redirect(w, r, to, http.StatusFound)
	})
	to = strings.Replace(address, "http://", "http://user:word@", 1)
	if _, err := Get(context.Background(), address, options(allowed)); err == nil || asked != 1 {
		t.Errorf("%v after %d requests: a redirect to an address with a password was followed", err, asked)
	}
	asked, to = 0, "/round"
	if refused(t, address, options(allowed), "redirects"); asked != maxRedirects+1 {
		t.Errorf("%d redirects were followed, want %d", asked-1, maxRedirects)
	}
}

func TestOnlyPublicAddressesArePublic(t *testing.T) {
	for text, want := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1::1": true, "8.8.8.8": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false, "100.64.0.1": false,
		"100.127.255.255": false, "0.0.0.0": false, "224.0.0.1": false, "255.255.255.255": false, "198.18.0.1": false, "240.0.0.1": false,
		"::1": false, "::": false, "fe80::1": false, "fe80::1%eth0": false, "fc00::1": false, "fd12::1": false, "ff02::1": false,
		"::ffff:10.0.0.1": false, "::ffff:8.8.8.8": true, "::10.0.0.1": false, "64:ff9b::a00:1": false, "2002:a00:1::": false, "2001:db8::1": false,
		"192.0.2.1": false, "203.0.113.9": false, "fec0::1": false,
	} {
		if got := (Options{}).public(netip.AddrPortFrom(netip.MustParseAddr(text), 80)); got != want {
			t.Errorf("%s: public %v, want %v", text, got, want)
		}
	}
}

func TestThroughAProxyNamesAreResolvedThereAndAddressesWithinRefused(t *testing.T) {
	var asked []string
	proxy, _ := site(t, func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.String())
		if r.URL.Path == "/inward" {
			http.Redirect(w, r, "http://10.0.0.1/", http.StatusFound)
			return
		}
		w.Header().Set("Content-Type", "text/plain")
		fmt.Fprint(w, "Nine people were killed.")
	})
	o := options()
	o.Proxy = proxy
	page, err := Get(context.Background(), "http://gazette.example/report", o)
	if err != nil || string(page.Content) != "Nine people were killed." || !slices.Equal(asked, []string{"http://gazette.example/report"}) {
		t.Errorf("%q, %v; the proxy was asked for %v", page.Content, err, asked)
	}
	for _, a := range []string{"http://127.0.0.1/", "http://[::1]/", "http://10.0.0.1/", "http://localhost/", "http://printer.local/", "http://router/", "http://0x7f.0.0.1/", "http://127.1/", proxy, "http://gazette.example/inward"} {
		asked = nil
		refused(t, a, o, "within a network")
		if len(asked) > 1 || len(asked) == 1 && !strings.HasSuffix(asked[0], "/inward") {
			t.Errorf("the proxy was asked for %v", asked)
		}
	}
	o.Proxy = "nonsense"
	refused(t, "http://gazette.example/", o, "proxy")
}

func TestAnAnswerThatIsNoDocumentIsRefusedWithASentence(t *testing.T) {
	address, allowed := site(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/picture":
			w.Header().Set("Content-Type", "image/png")
		case "/packed":
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Encoding", "gzip")
		case "/round":
			http.Redirect(w, r, "/round", http.StatusFound)
		case "/slow":
			w.Header().Set("Content-Type", "text/html")
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		case "/endless":
			w.Header().Set("Content-Type", "text/html")
			for range 1000 {
				if _, err := io.WriteString(w, strings.Repeat("a", 1000)); err != nil {
					return
				}
			}
		case "/headers":
			w.Header().Set("X", strings.Repeat("a", 1<<20))
		default:
			http.NotFound(w, r)
		}
	})
	o := options(allowed)
	refused(t, address+"/picture", o, "image/png")
	refused(t, address+"/packed", o, "gzip")
	refused(t, address+"/round", o, "redirects")
	refused(t, address+"/missing", o, "404")
	refused(t, "ftp://gazette.example/", o, "https://")
	refused(t, "https://", o, "https://")
	refused(t, "http://me:word@gazette.example/", o, "password")
	o.Bytes = 10_000
	refused(t, address+"/endless", o, "more than 10000 bytes")
	o.Time = 200 * time.Millisecond
	refused(t, address+"/slow", o, "no whole answer")
	if _, err := Get(context.Background(), address+"/headers", options(allowed)); err == nil {
		t.Error("a mebibyte of headers was taken")
	}
}
