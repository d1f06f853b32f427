package server

import (
	"bytes"
	"cmp"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/ingest/place"
	"tollbook/store"
)

// A page is one struct with what its template shows; it embeds a basePage.
type page interface{ template() string }

// A basePage is what the frame of every page shows.
type basePage struct {
	Title   string // translated
	Lang    string
	Dir     string // "ltr" or "rtl"
	Here    string // the path that the navigation marks: "/incidents"
	Address string // of this page, with its query
	Program string
	Who     string // name of who signed in; empty for nobody
	Role    string
	AsOf    string // the state that is shown, as asked for; empty is now
	Once    string // told back by a form, so that a double click does nothing twice
	Failed  failure
	Did     *didRow
	visit   *visit
}

// didRow is the act that led to this page, with its undo.
type didRow struct {
	Entry int
	What  string
}

// base is the frame of a page of this title in English.
func (v *visit) base(title string, values ...any) basePage {
	once := make([]byte, 12)
	_, _ = rand.Read(once) // never fails
	b := basePage{
		Title: say(v.lang, title, values...), Lang: v.lang, Dir: "ltr", Address: v.request.URL.RequestURI(), Program: v.Program,
		Who: v.who.Name, Role: string(v.who.Role), AsOf: v.about.asOf, Once: hex.EncodeToString(once), Failed: v.failed, visit: v,
	}
	if v.lang == "ar" {
		b.Dir = "rtl"
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(v.request.URL.Path, "/"), "/")
	b.Here = "/" + first
	b.Did = v.did()
	return b
}

// did looks up the act that a form did before it led here, for its author only.
func (v *visit) did() *didRow {
	n, err := strconv.Atoi(v.request.URL.Query().Get("did"))
	if err != nil || n < 1 || v.who.Name == "" {
		return nil
	}
	var row *didRow
	_ = v.Book.Read(store.At{}, func(view *store.View) error { // no such entry: nothing to show
		all, err := v.site.annals.upTo(view)
		if err == nil && n <= len(all) && all[n-1].Author == v.who.Name {
			row = &didRow{n, all[n-1].What}
		}
		return err
	})
	return row
}

// following is the address after a form was done, which tells what was done.
func (v *visit) following(next string) string {
	u, err := url.Parse(next)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(next, "/") || v.entry == 0 {
		if err == nil && !u.IsAbs() && u.Host == "" && strings.HasPrefix(next, "/") {
			return next
		}
		return "/"
	}
	q := u.Query()
	q.Set("did", strconv.Itoa(v.entry))
	u.RawQuery = q.Encode()
	return u.String()
}

// May tells whether the visitor may do an action; for templates.
func (b basePage) May(action string) bool {
	return b.visit != nil && b.AsOf == "" && b.visit.May(action)
}

// Sees tells whether the visitor may read what the action names, at any time.
func (b basePage) Sees(action string) bool { return b.visit != nil && b.visit.May(action) }

// Nobody tells that nobody signed in.
func (b basePage) Nobody() bool { return b.visit == nil || b.visit.who.Role == "" }

// Open tells that the book is shown to everybody, and nobody signs in.
func (b basePage) Open() bool { return b.visit != nil && b.visit.site.Open }

// Was is what a form held that is shown again, or else the value that the record holds.
func (b basePage) Was(field string, otherwise any) string {
	if was, ok := b.Failed.Form[field]; ok && len(was) > 0 {
		return was[0]
	}
	return fmt.Sprint(otherwise)
}

// FailedIn tells whether the form that posts to this verb is shown again.
func (b basePage) FailedIn(verb string) bool {
	return b.Failed.Sentence != "" && b.visit != nil && strings.HasSuffix(b.visit.request.URL.Path, "/"+verb)
}

// Marked tells whether a form that is shown again had this value in a field.
func (b basePage) Marked(field string, value any) bool {
	return slices.Contains(b.Failed.Form[field], fmt.Sprint(value))
}

// Wrong is what is wrong with a field of a form; nil for nothing.
func (b basePage) Wrong(field string) *casualty.Problem {
	for _, p := range b.Failed.Problems {
		if p.Where == field || strings.HasSuffix(p.Where, ": "+field) {
			return p
		}
	}
	return nil
}

// TitleOf is what readers know an incident by, failing that its id; empty for none.
func (b basePage) TitleOf(id casualty.IncidentID) string {
	if s, err := b.visit.showing(); err == nil && id != "" {
		return cmp.Or(s.incidentName(id), string(id))
	}
	return string(id)
}

// Anchor is where a field stands on its page: "c4: said" at c4-said.
func (b basePage) Anchor(where string) string { return strings.ReplaceAll(where, ": ", "-") }

// With is this page's address with one parameter of its query set, or without it
// for an empty value.
func (b basePage) With(name, value string) string {
	u, err := url.Parse(b.Address)
	if err != nil {
		return "/"
	}
	q := u.Query()
	q.Del("did")
	if value == "" {
		q.Del(name)
	} else {
		q.Set(name, value)
	}
	u.RawQuery = q.Encode()
	return u.String()
}

// Link is an address within the state that is shown: the past stays the past.
func (b basePage) Link(parts ...any) string {
	address, fragment, _ := strings.Cut(fmt.Sprint(parts...), "#")
	if b.AsOf != "" {
		mark := "?"
		if strings.Contains(address, "?") {
			mark = "&"
		}
		address += mark + "as_of=" + url.QueryEscape(b.AsOf)
	}
	if fragment != "" {
		address += "#" + fragment
	}
	return address
}

// templates are parsed once for each language, so that texts are looked up where
// they stand.
var templates = sync.OnceValue(func() map[string]*template.Template {
	parsed := map[string]*template.Template{}
	for _, lang := range Languages {
		parsed[lang] = template.Must(template.New("").Funcs(functions(lang)).ParseFS(web, "web/*.html"))
	}
	return parsed
})

// functions are what templates can call beside the methods of their page.
func functions(lang string) template.FuncMap {
	return template.FuncMap{
		"t":           func(text string, values ...any) string { return say(lang, text, values...) },
		"tell":        func(text any) string { return tell(lang, fmt.Sprint(text)) },
		"because":     func(reason string) string { return because(lang, reason) },
		"attribution": func() string { return place.Attribution },
		"code":        func(code any) string { return codeWords(lang, fmt.Sprint(code)) },
		"asks":        func(q aggregate.Question) string { return asks(lang, q) },
		"args":        func(values ...any) []any { return values },
		"want":        func(sentence string) string { return wanted(lang, sentence) },
		"where":       func(place string) string { return whereWords(lang, place) },
		"plus":        func(a, b int) int { return a + b },
		"neg":         func(n int) int { return -n },
	}
}

// asks names what a question asks: "injured, serious".
func asks(lang string, q aggregate.Question) string {
	words := []string{codeWords(lang, string(q.Harm))}
	for _, of := range q.Of() {
		words = append(words, codeWords(lang, of))
	}
	return strings.Join(words, say(lang, ", "))
}

// render writes a page whole, or not at all.
func (s *site) render(c *gin.Context, v *visit, p page, status int) {
	var out bytes.Buffer
	if err := templates()[v.lang].ExecuteTemplate(&out, p.template(), p); err != nil {
		s.logFault(c.Request, "template "+p.template())
		writeProblem(c.Writer, c.Request, err)
		return
	}
	c.Header("Content-Language", v.lang)
	c.Data(status, "text/html; charset=utf-8", out.Bytes())
}

// show is the handler of a page.
func (s *site) show(make func(*visit) (page, error)) gin.HandlerFunc {
	return func(c *gin.Context) {
		v := visitOf(c.Request.Context())
		p, err := make(v)
		if err != nil {
			if _, _, _, known := answerTo(err); !known {
				s.logFault(c.Request, "page")
			}
			s.render(c, v, v.errorPage(err), statusOf(err))
			return
		}
		s.render(c, v, p, http.StatusOK)
	}
}

// An errorPage tells a person what went wrong.
type errorPage struct {
	basePage
	Sentence string
	Details  []string
}

func (errorPage) template() string { return "error" }

func (v *visit) errorPage(err error) page {
	_, status, sentence, _ := answerTo(err)
	title := "This was not done"
	switch {
	case status == http.StatusNotFound:
		title = "Not here"
	case status >= 500:
		title = "Something failed"
	}
	p := errorPage{basePage: v.base(title), Sentence: say(v.lang, sentence)}
	for _, problem := range problemsOf(err) {
		p.Details = append(p.Details, problemWords(v.lang, problem))
	}
	return p
}
