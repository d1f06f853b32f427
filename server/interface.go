package server

import (
	"context"
	"fmt"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"tollbook/casualty"
	"tollbook/server/people"
)

// interfacePath is where programs speak to the server.
const interfacePath = "/api/v1"

// A reading is one thing that a program can ask for.
type reading interface {
	route() readRoute
	mount(api huma.API)
}

type readRoute struct {
	path, name, summary string
	may                 people.Action
}

// asking is a reading of parameters I that gives an O. etag is the version of what
// was read, empty where it has none.
type asking[I, O any] struct {
	readRoute
	ask func(v *visit, in *I) (out O, etag string, err error)
}

func (a asking[I, O]) route() readRoute { return a.readRoute }

type readAnswer[O any] struct {
	ETag string `header:"ETag"`
	Body O
}

func (a asking[I, O]) mount(api huma.API) {
	op := huma.Operation{
		OperationID: a.name, Method: http.MethodGet, Path: interfacePath + braced(a.path), Summary: a.summary,
		Description: "Needs: " + string(a.may) + ".", Tags: []string{tagOf(a.path)},
		Parameters: parametersOf(deedRoute{path: a.path})[1:], Errors: []int{400, 401, 403, 404, 410, 422},
	}
	op.Parameters = append(op.Parameters, &huma.Param{
		Name: "as_of", In: "query", Schema: &huma.Schema{Type: "string"},
		Description: "The book as it stood: a date, a time, or an entry of the journal such as #12",
	})
	huma.Register(api, op, func(ctx context.Context, in *I) (*readAnswer[O], error) {
		out, etag, err := a.ask(visitOf(ctx), in)
		if err != nil {
			return nil, err
		}
		return &readAnswer[O]{ETag: etag, Body: out}, nil
	})
}

// tagOf groups operations by the noun that their path begins with.
func tagOf(path string) string {
	noun, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	return noun
}

// etagOf is the tag of one version of a record.
func etagOf(id string, version int) string { return fmt.Sprintf(`"%s-%d"`, id, version) }

// versionIn reads the version from a tag; 0 if there is none.
func versionIn(etag string) int {
	_, number, _ := strings.Cut(strings.Trim(etag, `"`), "-")
	n, err := strconv.Atoi(number)
	if err != nil {
		return 0
	}
	return n
}

// described is the interface's own description, OpenAPI 3.1. Its pages of
// documentation are ours: huma's load scripts from elsewhere.
func described(e *gin.Engine, program string) huma.API {
	config := huma.DefaultConfig("Tollbook", strings.TrimPrefix(program, "tollbook "))
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = "", "", ""
	config.CreateHooks = nil // no $schema in answers
	config.Info.Description = "What a person can do on the pages, a program can do here. Figures are ranges: an open range has high null and open true; what is not stated is null and never 0."
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"token": {Type: "http", Scheme: "bearer"}}
	config.Security = []map[string][]string{{"token": {}}}
	api := humagin.New(e, config)
	for from, to := range map[reflect.Type]reflect.Type{
		reflect.TypeFor[casualty.Count](): reflect.TypeFor[countShape](),
		reflect.TypeFor[casualty.Range](): reflect.TypeFor[rangeShape](),
	} {
		api.OpenAPI().Components.Schemas.RegisterTypeAlias(from, to)
	}
	return api
}

// countShape and rangeShape describe what counts and ranges write of themselves.
type (
	countShape struct{}
	rangeShape struct{}
)

func (countShape) Schema(huma.Registry) *huma.Schema {
	return orNull("The number as worded; null is not stated", map[string]string{
		"qualifier": "string", "n": "integer", "n2": "integer", "word": "string", "unit": "string", "language": "string",
	}, "qualifier")
}

func (rangeShape) Schema(huma.Registry) *huma.Schema {
	return orNull("Whole people, both bounds included; open above: high is null and highest the largest number named; null is not stated, never 0", map[string]string{
		"low": "integer", "high": "integer", "open": "boolean", "highest": "integer",
	}, "open")
}

// orNull is an object whose members can be null, but for the one of this name, or null.
func orNull(says string, members map[string]string, always string) *huma.Schema {
	object := &huma.Schema{Type: "object", Properties: map[string]*huma.Schema{}, Required: []string{always}}
	for name, kind := range members {
		object.Properties[name] = &huma.Schema{Type: kind, Nullable: name != always}
	}
	return &huma.Schema{Description: says, AnyOf: []*huma.Schema{object, {Type: "null"}}}
}

// A failed is an error as the interface answers it: RFC 9457.
type failed struct {
	problem
	err error
}

func (f *failed) Error() string  { return f.Title }
func (f *failed) GetStatus() int { return f.Status }
func (f *failed) Unwrap() error  { return f.err }
func (f *failed) ContentType(string) string {
	return "application/problem+json"
}

// init makes huma answer with our problems. What it finds wrong with a request it
// says with the value that was sent; that part is left out.
func init() {
	huma.NewError = func(status int, _ string, errs ...error) huma.StatusError {
		for _, err := range errs {
			if _, _, _, ok := answerTo(err); ok && statusOf(err) != http.StatusInternalServerError {
				return &failed{problemOf(err), err}
			}
		}
		if status == http.StatusInternalServerError {
			return &failed{problemOf(fmt.Errorf("fault")), nil}
		}
		return &failed{misread(status, errs), nil}
	}
}

// misread tells where a request is not what the interface describes.
func misread(status int, errs []error) problem {
	p := problemOf(errUnread)
	p.Status = status
	for _, err := range errs {
		if d, ok := err.(*huma.ErrorDetail); ok {
			p.Errors = append(p.Errors, detail{Where: d.Location, Found: "something else", Wanted: d.Message})
		}
	}
	return p
}

// A problemRow is a problem as pages show it.
type problemRow = *casualty.Problem
