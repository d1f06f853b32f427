package server

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"tollbook/aggregate"
	"tollbook/casualty"
)

const host = "127.0.0.1:4711"

// site serves one record, or an error.
func site(r casualty.Record, err error) http.Handler {
	return New(Options{
		Record:   func() (casualty.Record, error) { return r, err },
		Methods:  aggregate.Methods[:2],
		Settings: func(casualty.Record) aggregate.Settings { return aggregate.Settings{SinglePerson: true} },
		Program:  "tollbook test", Host: host,
	})
}

func get(t *testing.T, h http.Handler, path, asHost string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Host = asHost
	h.ServeHTTP(w, r)
	return w
}

// village is a record of one incident whose only quote tries to be a script.
func village() casualty.Record {
	return casualty.Record{
		AsOf: "2025-03-04T09:00:00Z", Head: "ab12",
		Documents: []casualty.Document{{ID: "d1", Name: "a.txt", Source: "s1"}},
		Sources:   []casualty.Source{{ID: "s1", Name: "Gazette"}},
		Incidents: []casualty.Incident{{ID: "i1", Title: "Raid on a village", Day: "2025-03-03"}},
		Claims: []casualty.Claim{
			{
				ID: "c1", Document: "d1", Source: "s1", Status: casualty.Confirmed, Incident: "i1", Scope: casualty.ThisIncident,
				Harm: casualty.Killed, Count: casualty.Count{Qualifier: casualty.AtLeastN, N: 12},
				Quote: casualty.Quote{Text: "<script>alert(1)</script> 12 dead"},
			},
			{ID: "c2", Document: "d1", Source: "s1", Status: casualty.Suggested, Harm: casualty.Killed, Count: casualty.Count{Qualifier: casualty.Exact, N: 99}},
		},
	}
}

func TestEveryPageIsWellFormedAndSaysItsCase(t *testing.T) {
	for _, tt := range []struct {
		name   string
		record casualty.Record
		err    error
		path   string
		status int
		words  []string
		never  []string
	}{
		{"a full page shows figures, quotes as text and what is left out", village(), nil, "/", 200,
			[]string{"Raid on a village", "12 or more", "at least 12, no upper bound", "&lt;script&gt;", "1 claims are not confirmed"}, []string{"<script>", "99"}},
		{"an empty book says what to do", casualty.Record{}, nil, "/", 200, []string{"tollbook add", "tollbook review"}, nil},
		{"an address without a page says so", village(), nil, "/nowhere", 404, []string{"no page under this address"}, []string{"nowhere"}},
		{"a fault tells the person and gives no detail away", village(), errors.New("disk of A. Person broke"), "/", 500, []string{"The book is unharmed"}, []string{"A. Person"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := get(t, site(tt.record, tt.err), tt.path, host)
			if w.Code != tt.status {
				t.Errorf("status %d, want %d", w.Code, tt.status)
			}
			body := w.Body.String()
			balanced(t, body)
			for _, words := range tt.words {
				if !strings.Contains(body, words) {
					t.Errorf("the page does not say %q", words)
				}
			}
			for _, words := range tt.never {
				if strings.Contains(body, words) {
					t.Errorf("the page says %q", words)
				}
			}
		})
	}
}

// void elements have no end.
var void = map[string]bool{"meta": true, "link": true, "br": true, "input": true, "img": true, "hr": true}

// balanced fails on a page whose tags do not close in order.
func balanced(t *testing.T, page string) {
	t.Helper()
	var open []string
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("tags left open: %v", open)
			}
			return
		case html.StartTagToken:
			if name, _ := z.TagName(); !void[string(name)] {
				open = append(open, string(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				t.Fatalf("</%s> closes %v", name, open)
			}
			open = open[:len(open)-1]
		}
	}
}

func TestAForeignHostNameGetsNothing(t *testing.T) {
	w := get(t, site(village(), nil), "/", "evil.example")
	if w.Code != http.StatusMisdirectedRequest || w.Body.Len() > 0 {
		t.Errorf("a foreign host got %d and %d bytes", w.Code, w.Body.Len())
	}
}

func TestPagesLoadNothingFromElsewhereAndStayInNoCache(t *testing.T) {
	w := get(t, site(village(), nil), "/", host)
	if policy := w.Header().Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
		t.Errorf("policy %q", policy)
	}
	if cache := w.Header().Get("Cache-Control"); cache != "no-store" {
		t.Errorf("a data page may be cached: %q", cache)
	}
	if strings.Contains(w.Body.String(), "://") {
		t.Error("the page speaks of another address")
	}
	if css := get(t, site(village(), nil), "/tollbook.css", host); css.Code != 200 || !strings.HasPrefix(css.Header().Get("Content-Type"), "text/css") {
		t.Errorf("the stylesheet came as %d %q", css.Code, css.Header().Get("Content-Type"))
	}
}
