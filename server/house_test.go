package server

import (
	"bytes"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"

	"tollbook/aggregate"
	"tollbook/server/people"
	"tollbook/store"
)

const password = "four words not together"

// cheap makes a house full of people in little time; what a password costs in
// earnest is the package people's to test.
var cheap = &argon2id.Params{Memory: 8, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// A house is a server over a real book, with one person of each role, named after it.
type house struct {
	t       *testing.T
	book    *store.Book
	keeper  *people.Keeper
	site    *httptest.Server
	uploads string
}

// newHouse makes a house; with says what the book holds.
func newHouse(t *testing.T, with ...func(*store.Book) error) *house {
	t.Helper()
	o := store.Options{Now: time.Now} // the one clock of the house
	book, err := store.Create(filepath.Join(t.TempDir(), "a.tollbook"), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	for _, fill := range with {
		if err := fill(book); err != nil {
			t.Fatal(err)
		}
	}
	h := &house{t: t, book: book, keeper: people.NewWithCost(book, time.Now, cheap), uploads: filepath.Join(t.TempDir(), "uploads")}
	h.site = httptest.NewUnstartedServer(nil)
	h.site.Config.Handler = New(Options{
		Book: book, Now: time.Now, Keeper: h.keeper, Methods: aggregate.Methods[:3], Program: "tollbook test",
		Hosts: []string{h.site.Listener.Addr().String()}, Uploads: h.uploads,
	})
	h.site.Start()
	t.Cleanup(h.site.Close)
	token, err := h.keeper.SetupToken()
	if err != nil {
		t.Fatal(err)
	}
	if err := h.keeper.SetUp(token, string(people.Administrator), password); err != nil {
		t.Fatal(err)
	}
	for _, role := range people.Roles {
		if role != people.Administrator {
			h.join(string(role), role)
		}
	}
	return h
}

// join invites a person, who comes.
func (h *house) join(name string, role people.Role) {
	h.t.Helper()
	token, err := h.keeper.Invite("administrator", name, role)
	if err != nil {
		h.t.Fatal(err)
	}
	if _, err := h.keeper.Accept(token, password); err != nil {
		h.t.Fatal(err)
	}
}

// A browser is one person's, or nobody's.
type browser struct {
	*house
	client *http.Client
}

// as is a browser in which a person signed in; an empty name is nobody.
func (h *house) as(name string) *browser {
	h.t.Helper()
	jar, _ := cookiejar.New(nil)
	b := &browser{h, &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
	if name != "" {
		secret, err := h.keeper.SignIn(name, password, "", "127.0.0.1")
		if err != nil {
			h.t.Fatal(err)
		}
		site, _ := url.Parse(h.site.URL)
		jar.SetCookies(site, []*http.Cookie{{Name: "tollbook_session", Value: secret, Path: "/"}})
	}
	return b
}

// upload sends a form with a file: names and values in turn.
func (b *browser) upload(path, name string, content []byte, form ...string) got {
	b.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for i := 0; i+1 < len(form); i += 2 {
		if err := w.WriteField(form[i], form[i+1]); err != nil {
			b.t.Fatal(err)
		}
	}
	f, err := w.CreateFormFile("file", name)
	if err != nil {
		b.t.Fatal(err)
	}
	if _, err := f.Write(content); err != nil {
		b.t.Fatal(err)
	}
	w.Close()
	return b.send(http.MethodPost, path, w.FormDataContentType(), body.String())
}

// A got is what came back.
type got struct {
	status int
	header http.Header
	body   string
}

func (b *browser) send(method, path, contentType, body string, header ...string) got {
	b.t.Helper()
	r, err := http.NewRequest(method, b.site.URL+path, strings.NewReader(body))
	if err != nil {
		b.t.Fatal(err)
	}
	if contentType != "" {
		r.Header.Set("Content-Type", contentType)
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	answer, err := b.client.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	return got{answer.StatusCode, answer.Header, string(text)}
}

func (b *browser) get(path string, header ...string) got {
	b.t.Helper()
	return b.send(http.MethodGet, path, "", "", header...)
}

// post sends a form: names and values in turn.
func (b *browser) post(path string, form ...string) got {
	b.t.Helper()
	values := url.Values{}
	for i := 0; i+1 < len(form); i += 2 {
		values.Add(form[i], form[i+1])
	}
	return b.send(http.MethodPost, path, "application/x-www-form-urlencoded", values.Encode())
}

// json sends JSON to the interface.
func (b *browser) json(path string, body any, header ...string) got {
	b.t.Helper()
	text, err := json.Marshal(body)
	if err != nil {
		b.t.Fatal(err)
	}
	return b.send(http.MethodPost, interfacePath+path, "application/json", string(text), header...)
}
