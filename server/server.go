// Package server shows the book in a browser: server-rendered pages that load
// nothing from elsewhere and work without scripts.
//
// routes.go is the whole surface on one screen. A page is one struct and one
// template; every page is rendered in a test, full, empty and in error.
package server

import (
	"embed"
	"html/template"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// Options is what the pages need.
type Options struct {
	// Record reads the book as it stands when a page is asked for.
	Record   func() (casualty.Record, error)
	Methods  []aggregate.Method // laid side by side, at least one
	Settings func(casualty.Record) aggregate.Settings
	Program  string // "tollbook 0.1.0", for the foot of a page
	Host     string // the only Host header that is answered, host:port
}

//go:embed web
var web embed.FS

var pages = template.Must(template.New("").ParseFS(web, "web/*.html"))

type server struct{ Options }

// New makes the handler of all pages.
func New(o Options) http.Handler { return handler(o) }

// Routes are the addresses that are answered, as "GET /"; the manual lists them.
func Routes() []string {
	var routes []string
	for _, r := range handler(Options{}).Routes() {
		routes = append(routes, r.Method+" "+r.Path)
	}
	slices.Sort(routes)
	return routes
}

func handler(o Options) *gin.Engine {
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.Use(gin.CustomRecoveryWithWriter(nil, recovered), guard(o.Host))
	(&server{o}).routes(engine)
	return engine
}
