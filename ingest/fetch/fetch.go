// Package fetch gets a document from an address on the web, once, for a person
// who asks for it.
//
// It answers nobody's wish to look into the network that the program runs in:
// every address that is dialled, after names are resolved and after each
// redirect, must be a public one. Size, time and type have bounds, no cookie and
// no word on where one comes from is sent, and what came is given as received,
// with the server's headers, the time and the digest.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"tollbook/casualty"
)

// Bounds that hold unless Options say less.
const (
	MaxBytes     = 50 << 20
	MaxTime      = 60 * time.Second
	maxRedirects = 5
	maxHeaders   = 64 << 10
)

// Options of one fetch. The zero Options are for use.
type Options struct {
	Proxy   string           // address of a proxy; empty: what the environment names, if anything
	Bytes   int64            // 0: MaxBytes
	Time    time.Duration    // 0: MaxTime
	Now     func() time.Time // the clock; required
	Allowed []netip.AddrPort // let through although not public: a test names its own server
}

// A Page is what was fetched.
type Page struct {
	Name    string // of the last part of the address
	Content []byte // as received
	Charset string // as the server declares it; may be empty or wrong
	Fetched casualty.Fetched
}

// types are what is taken. Some servers send anything as octet-stream: what it is
// shows when it is read.
var types = []string{
	"text/html", "application/xhtml+xml", "text/plain", "application/pdf", "message/rfc822", "application/octet-stream",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

// errNotPublic wraps what refuses an address.
var errNotPublic = errors.New("an address within a network")

// Get fetches one address. Errors that a person can mend are [casualty.Problem]s.
func Get(ctx context.Context, address string, o Options) (Page, error) {
	page, err := get(ctx, address, o.bounded())
	var p *casualty.Problem
	switch {
	case err == nil, errors.As(err, &p):
	case errors.Is(err, errNotPublic):
		err = &casualty.Problem{Where: address, Found: errNotPublic.Error(), Want: "a public one; or the document saved to a file by you, and that file"}
	case errors.Is(err, context.DeadlineExceeded):
		err = &casualty.Problem{Where: address, Found: "no whole answer in " + o.bounded().Time.String(), Want: "the document saved to a file by you, and that file"}
	default:
		err = casualty.At(address, err)
	}
	return page, err
}

func (o Options) bounded() Options {
	if o.Bytes == 0 {
		o.Bytes = MaxBytes
	}
	if o.Time == 0 {
		o.Time = MaxTime
	}
	return o
}

func get(ctx context.Context, address string, o Options) (page Page, err error) {
	target, err := checked(address)
	if err != nil {
		return page, err
	}
	ctx, cancel := context.WithTimeout(ctx, o.Time)
	defer cancel()
	proxy, err := o.proxy()
	if err != nil {
		return page, err
	}
	client := &http.Client{
		Transport: door{o, proxy},
		CheckRedirect: func(next *http.Request, before []*http.Request) error {
			page.Fetched.Through = append(page.Fetched.Through, before[len(before)-1].URL.String())
			return redirected(next, before)
		},
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, target.String(), nil)
	if err != nil {
		return page, err
	}
	plain(request.Header)
	answer, err := client.Do(request)
	if err != nil {
		return page, cause(err)
	}
	defer answer.Body.Close()
	return page, o.take(&page, answer)
}

// plain are the headers of every request: they tell nothing of who asks.
func plain(h http.Header) {
	h.Set("User-Agent", "Mozilla/5.0 (compatible; Tollbook)")
	h.Set("Accept", strings.Join(types[:5], ", "))
	h.Set("Accept-Encoding", "identity")
}

// cause takes off what net/http puts around an error: it repeats the address.
func cause(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}

// checked reads an address and refuses what no public document has.
func checked(address string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	want := "an address such as https://gazette.example/report"
	switch {
	case err != nil:
		return nil, &casualty.Problem{Found: address, Want: want}
	case u.Scheme != "http" && u.Scheme != "https", u.Hostname() == "":
		return nil, &casualty.Problem{Found: address, Want: want}
	case u.User != nil:
		return nil, &casualty.Problem{Found: "an address with a name or password in it", Want: want}
	}
	u.Fragment = ""
	return u, nil
}

func redirected(next *http.Request, before []*http.Request) error {
	if len(before) > maxRedirects {
		return &casualty.Problem{Where: before[0].URL.String(), Found: fmt.Sprintf("more than %d redirects", maxRedirects), Want: "the address where it ends"}
	}
	if _, err := checked(next.URL.String()); err != nil {
		return err
	}
	next.Header.Del("Referer")
	plain(next.Header)
	return nil
}

// take reads the answer within its bounds.
func (o Options) take(page *Page, answer *http.Response) error {
	where := answer.Request.URL.String()
	if answer.StatusCode != http.StatusOK {
		return &casualty.Problem{Where: where, Found: "the answer " + answer.Status, Want: "an address that answers with a document"}
	}
	media, params, err := mime.ParseMediaType(answer.Header.Get("Content-Type"))
	if answer.Header.Get("Content-Type") != "" && (err != nil || !slices.Contains(types, media)) {
		return &casualty.Problem{Where: where, Found: answer.Header.Get("Content-Type"), Want: "a page, a text, a PDF file, a Word document or a message"}
	}
	if coding := answer.Header.Get("Content-Encoding"); coding != "" && coding != "identity" {
		return &casualty.Problem{Where: where, Found: "an answer packed as " + coding + ", although it was asked for plainly", Want: "the document saved to a file by you, and that file"}
	}
	page.Content, err = io.ReadAll(io.LimitReader(answer.Body, o.Bytes+1))
	if err != nil {
		return err
	}
	if int64(len(page.Content)) > o.Bytes {
		return &casualty.Problem{Where: where, Found: fmt.Sprintf("more than %d bytes", o.Bytes), Want: "a document of at most so many"}
	}
	page.Charset, page.Name = params["charset"], nameOf(answer.Request.URL)
	page.Fetched.Address, page.Fetched.Status, page.Fetched.At = where, answer.StatusCode, casualty.MomentOf(o.Now())
	page.Fetched.Headers = headers(answer.Header)
	return nil
}

// headers are those of an answer by name, without the cookies: they could name who
// asked.
func headers(h http.Header) []string {
	lines := []string{}
	for name, values := range h {
		if name == "Set-Cookie" {
			continue
		}
		for _, v := range values {
			lines = append(lines, name+": "+strings.ToValidUTF8(v, "\ufffd"))
		}
	}
	slices.Sort(lines)
	return lines
}

func nameOf(u *url.URL) string {
	if name := path.Base(u.Path); name != "." && name != "/" {
		return name
	}
	return u.Hostname()
}

// proxy tells which proxy a request goes through.
func (o Options) proxy() (func(*http.Request) (*url.URL, error), error) {
	if o.Proxy == "" {
		return http.ProxyFromEnvironment, nil
	}
	u, err := url.Parse(o.Proxy)
	if err != nil || u.Host == "" || !slices.Contains([]string{"http", "https", "socks5", "socks5h"}, u.Scheme) {
		return nil, &casualty.Problem{Where: "proxy", Found: o.Proxy, Want: "an address such as http://127.0.0.1:8118 or socks5h://127.0.0.1:9050"}
	}
	return http.ProxyURL(u), nil
}
