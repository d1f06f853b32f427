// Package server shows a book to a team: pages in the browser, and the same as a
// documented interface for programs.
//
// routes.go is the whole surface on one screen. A page is one struct and one
// template. What a person can do is a [deed]: one function from which the form of
// a page and the operation of the interface are both made, so that neither can do
// what the other cannot. Who may do what is the table of package people, asked at
// every route and again within the transaction of every act ([visit.do]).
//
// Nothing is loaded from elsewhere, every form works without scripts, and no text
// of the record goes to a log.
package server

import (
	"cmp"
	"embed"
	"log/slog"
	"maps"
	"net/http"
	"slices"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/klauspost/compress/gzhttp"

	"tollbook/aggregate"
	"tollbook/ingest/place"
	"tollbook/server/people"
	"tollbook/store"
)

// Options is what the pages need.
type Options struct {
	Book    *store.Book
	Now     func() time.Time
	Keeper  *people.Keeper     // nil on an open book
	Methods []aggregate.Method // laid side by side where a page does not choose, at least one
	Program string             // "tollbook 0.1.0", for the foot of a page
	Hosts   []string           // the Host headers that are answered, host:port
	TLS     bool               // cookies go over encrypted connections only
	Places  []*place.List      // a person's own lists of places, beside the built-in gazetteer
	Uploads string             // folder of tables that are being imported; only this program's
	// Open shows everything to everybody and lets nobody write: for a demonstration.
	Open bool
	Log  *slog.Logger // nil: nothing is logged
}

//go:embed web
var web embed.FS

// A site is one server over one book.
type site struct {
	Options
	records records
	annals  annals
	replies replies
	tasks   tasks
	desk    desk
	once    shownOnce
	rules   map[string]Route // by method and path
}

// New makes the handler of all pages and of the interface.
func New(o Options) http.Handler {
	engine, _ := build(o)
	return guard(o, engine)
}

// build makes the routes, and lists them with who may use them.
func build(o Options) (*gin.Engine, []Route) {
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.HandleMethodNotAllowed = true
	s := &site{Options: o, rules: map[string]Route{}}
	s.records.book = o.Book
	engine.Use(gin.CustomRecoveryWithWriter(nil, s.recovered), s.receive)
	s.mount(engine)
	return engine, slices.SortedFunc(maps.Values(s.rules), func(a, b Route) int { return cmp.Compare(a.Path+" "+a.Method, b.Path+" "+b.Method) })
}

// Routes are all addresses with who may use them; the manual lists them.
func Routes() []Route {
	_, routes := build(Options{Open: true})
	return routes
}

// guard stands before every route: the host's name, where a request comes from,
// the size of what it brings.
func guard(o Options, engine http.Handler) http.Handler {
	origin := http.NewCrossOriginProtection()
	origin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { writeProblem(w, r, errCrossSite) }))
	packed, err := gzhttp.NewWrapper(gzhttp.MinSize(1400), gzhttp.RandomJitter(32, 0, false), gzhttp.ExceptContentTypes([]string{"text/event-stream"}))
	if err != nil {
		panic(err) // the options are constants
	}
	inner := packed(origin.Handler(engine))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range headers {
			w.Header().Set(name, value)
		}
		if o.TLS {
			w.Header().Set("Strict-Transport-Security", "max-age=31536000")
		}
		if !slices.Contains(o.Hosts, r.Host) {
			w.WriteHeader(http.StatusMisdirectedRequest)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, largest(r))
		inner.ServeHTTP(w, r)
	})
}

// Bounds of what a request may bring, in bytes.
const (
	largestForm   = 2 << 20
	largestUpload = 64 << 20
)

func largest(r *http.Request) int64 {
	if slices.Contains(uploads, r.URL.Path) {
		return largestUpload
	}
	return largestForm
}

// headers keep the pages to themselves: scripts and styles of our own only,
// nothing from elsewhere, no copy left in a cache, and no site that a reader goes
// on to learns of the book.
var headers = map[string]string{
	"Content-Security-Policy":      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
	"X-Content-Type-Options":       "nosniff",
	"Referrer-Policy":              "no-referrer",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Permissions-Policy":           "camera=(), geolocation=(), microphone=()",
	"Cache-Control":                "no-store",
}
