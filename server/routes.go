package server

import (
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"tollbook/server/people"
)

// A Route is one address and the action that it needs.
type Route struct {
	Method, Path string
	May          people.Action
}

// A pageRoute is a page and who may see it.
type pageRoute struct {
	path string
	may  people.Action
	show func(*visit) (page, error)
}

// pages are all that a browser can show.
func pages() []pageRoute {
	return slices.Concat(
		entrancePages(),
		homePages(),
		documentPages(),
		claimPages(),
		incidentPages(),
		decisionPages(),
		totalsPages(),
		sourcePages(),
		originPages(),
		journalPages(),
		erasurePages(),
		peoplePages(),
		accountPages(),
		importPages(),
		releasePages(),
		taskPages(),
	)
}

// deeds are all that a person or a program can do.
func deeds() []deed {
	return slices.Concat(
		entranceDeeds(),
		exampleDeeds(),
		documentDeeds(),
		claimDeeds(),
		bulkDeeds(),
		judgeDeeds(),
		decisionDeeds(),
		nearDeeds(),
		placeDeeds(),
		sourceDeeds(),
		originDeeds(),
		journalDeeds(),
		erasureDeeds(),
		peopleDeeds(),
		accountDeeds(),
		importDeeds(),
		releaseDeeds(),
		taskDeeds(),
	)
}

// readings are all that a program can ask for.
func readings() []reading {
	return slices.Concat(
		homeReadings(),
		documentReadings(),
		claimReadings(),
		placeReadings(),
		incidentReadings(),
		decisionReadings(),
		totalsReadings(),
		sourceReadings(),
		originReadings(),
		journalReadings(),
		erasureReadings(),
		peopleReadings(),
		accountReadings(),
		importReadings(),
		releaseReadings(),
		taskReadings(),
	)
}

// downloads are the files that a person can take away.
func downloads() []downloadRoute {
	return slices.Concat(documentDownloads())
}

// uploads are the addresses that take files.
var uploads = []string{"/documents/add", interfacePath + "/documents/add", "/imports", interfacePath + "/imports"}

// mount puts every route on the engine and into the rules.
func (s *site) mount(e *gin.Engine) {
	s.plain(e)
	api := described(e, s.Program)
	for _, p := range pages() {
		e.GET(p.path, s.show(p.show))
		s.rule(http.MethodGet, p.path, p.may)
	}
	for _, d := range downloads() {
		e.GET(d.path, s.give(d.give))
		s.rule(http.MethodGet, d.path, d.may)
	}
	for _, d := range deeds() {
		r := d.route()
		d.mount(s, e, api)
		s.rule(http.MethodPost, r.path, r.may)
		if !r.pageOnly {
			s.rule(http.MethodPost, interfacePath+r.path, r.may)
		}
	}
	for _, r := range readings() {
		r.mount(api)
		s.rule(http.MethodGet, interfacePath+r.route().path, r.route().may)
	}
	spec, err := api.OpenAPI().MarshalJSON()
	e.GET(interfacePath+"/openapi.json", func(c *gin.Context) {
		if err != nil {
			s.refuse(c, visitOf(c.Request.Context()), err)
			return
		}
		c.Data(http.StatusOK, "application/openapi+json", spec)
	})
	s.rule(http.MethodGet, interfacePath+"/openapi.json", people.SeeFigures)
}

// rule is the one place where a route is given to those who may use it.
func (s *site) rule(method, path string, may people.Action) {
	s.rules[method+" "+path] = Route{method, path, may}
}

// plain are the routes that are neither pages nor of the interface.
func (s *site) plain(e *gin.Engine) {
	for path, handler := range map[string]gin.HandlerFunc{
		"/static/:name": static,
		"/livez":        func(c *gin.Context) { c.String(http.StatusOK, "alive\n") },
		"/readyz":       s.ready,
		"/version":      func(c *gin.Context) { c.String(http.StatusOK, s.Program+"\n") },
		"/language":     chooseLanguage,
	} {
		e.GET(path, handler)
		s.rule(http.MethodGet, path, people.Anyone)
	}
	e.GET("/tasks/:task/events", s.taskEvents)
	s.rule(http.MethodGet, "/tasks/:task/events", people.Own)
	e.GET("/releases/:id/files/:name", s.releaseFile)
	s.rule(http.MethodGet, "/releases/:id/files/:name", people.SeeSources)
	e.GET("/imports/:job/result", s.resultFile)
	s.rule(http.MethodGet, "/imports/:job/result", people.Record)
	e.NoRoute(func(c *gin.Context) { s.refuse(c, visitOf(c.Request.Context()), errNoPage) })
	e.NoMethod(func(c *gin.Context) { s.refuse(c, visitOf(c.Request.Context()), errMethod) })
}
