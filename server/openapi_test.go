package server

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"

	"tollbook/example"
)

// described reads the interface's own description.
func (h *house) described() (*openapi3.T, routers.Router) {
	h.t.Helper()
	g := h.as("viewer").get(interfacePath + "/openapi.json")
	loader := openapi3.NewLoader()
	spec, err := loader.LoadFromData([]byte(g.body))
	if err != nil {
		h.t.Fatal(err)
	}
	if err := spec.Validate(context.Background()); err != nil {
		h.t.Fatalf("the description is no OpenAPI: %v", err)
	}
	spec.Servers = openapi3.Servers{{URL: h.site.URL}}
	router, err := gorillamux.NewRouter(spec)
	if err != nil {
		h.t.Fatal(err)
	}
	return spec, router
}

func TestTheDescriptionHasEveryRouteOfTheInterface(t *testing.T) {
	h := newHouse(t)
	spec, _ := h.described()
	var described []string
	for path, item := range spec.Paths.Map() {
		for method := range item.Operations() {
			described = append(described, method+" "+path)
		}
	}
	var routes []string
	for _, r := range Routes() {
		if strings.HasPrefix(r.Path, interfacePath) && !strings.HasSuffix(r.Path, "/openapi.json") {
			routes = append(routes, r.Method+" "+braced(r.Path))
		}
	}
	slices.Sort(described)
	slices.Sort(routes)
	if !slices.Equal(described, routes) {
		t.Errorf("described and not there, or there and not described:\n%v\n%v", described, routes)
	}
}

func TestEveryReadingAnswersAsDescribed(t *testing.T) {
	h := newHouse(t, example.Load, disputed)
	h.fill()
	_, router := h.described()
	b := h.as("administrator")
	for _, r := range readings() {
		address, ok := addressOf(r.route().path)
		if !ok {
			t.Errorf("%s: no sample of it in samples, so it was not asked", r.route().path)
			continue
		}
		h.answersAsDescribed(router, b, interfacePath+address)
	}
}

// answersAsDescribed asks once and holds the answer against the description.
func (h *house) answersAsDescribed(router routers.Router, b *browser, path string) {
	h.t.Helper()
	g := b.get(path)
	if g.status != http.StatusOK {
		h.t.Errorf("%s: %d %s", path, g.status, g.body)
		return
	}
	request, err := http.NewRequest(http.MethodGet, h.site.URL+path, nil)
	if err != nil {
		h.t.Fatal(err)
	}
	route, params, err := router.FindRoute(request)
	if err != nil {
		h.t.Errorf("%s: %v", path, err)
		return
	}
	err = openapi3filter.ValidateResponse(context.Background(), &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: request, PathParams: params, Route: route},
		Status:                 g.status, Header: g.header, Body: io.NopCloser(bytes.NewBufferString(g.body)),
	})
	if err != nil {
		h.t.Errorf("%s: the answer is not as described: %v", path, err)
	}
}
