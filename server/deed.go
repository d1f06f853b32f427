package server

import (
	"context"
	"errors"
	"io"
	"net/http"
	"regexp"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
	"github.com/gin-gonic/gin/binding"

	"tollbook/server/people"
)

// A deed is one thing that a person can do. Its form stands on a page and posts to
// path; programs post JSON to the same path of the interface.
type deed interface {
	route() deedRoute
	mount(s *site, e *gin.Engine, api huma.API)
}

type deedRoute struct {
	path    string // with :id for the record that it speaks of
	name    string // of the operation: "confirm-claim"
	summary string
	may     people.Action
	// seen asks for the version of the record that the person saw.
	seen bool
	// page is shown again, with what is wrong, when a form fails.
	page func(*visit) (page, error)
	// pageOnly deeds have no JSON form: they set a cookie.
	pageOnly bool
}

// doing is a deed of an input I, read from a form or from JSON by the same names,
// that gives an O to a program and the address of the next page to a person.
type doing[I, O any] struct {
	deedRoute
	do func(v *visit, in I) (out O, next string, err error)
}

func (d doing[I, O]) route() deedRoute { return d.deedRoute }

// A nothing is the input or output of a deed that needs none.
type nothing struct{}

// An upload is an input that can come as a file of a form.
type upload interface {
	file(name string, content []byte)
}

func (d doing[I, O]) mount(s *site, e *gin.Engine, api huma.API) {
	e.POST(d.path, s.form(d.deedRoute, func(v *visit, c *gin.Context) (string, error) {
		in, err := formOf[I](c)
		if err != nil {
			return "", err
		}
		_, next, err := d.do(v, in)
		return next, err
	}))
	if d.pageOnly {
		return
	}
	op := huma.Operation{
		OperationID: d.name, Method: http.MethodPost, Path: interfacePath + braced(d.path), Summary: d.summary,
		Description: "Needs: " + string(d.may) + ".", Tags: []string{tagOf(d.path)}, Parameters: parametersOf(d.deedRoute),
		DefaultStatus: http.StatusOK, MaxBodyBytes: largestUpload, BodyReadTimeout: -1, // the server's own bounds hold
		Errors: []int{400, 401, 403, 404, 409, 410, 412, 422, 428},
	}
	run := func(ctx context.Context, in I) (*answer[O], error) {
		v := visitOf(ctx)
		if d.seen && v.version == 0 {
			return nil, errVersion
		}
		out, _, err := d.do(v, in)
		if err != nil {
			return nil, err
		}
		return &answer[O]{Entry: v.entry, Body: out}, nil
	}
	if _, none := any(*new(I)).(nothing); none {
		huma.Register(api, op, func(ctx context.Context, _ *struct{}) (*answer[O], error) { return run(ctx, *new(I)) })
		return
	}
	huma.Register(api, op, func(ctx context.Context, in *struct{ Body I }) (*answer[O], error) { return run(ctx, in.Body) })
}

// An answer tells beside its body which entry of the journal the request made.
type answer[O any] struct {
	Entry int `header:"Tollbook-Entry" doc:"The entry of the journal that was made; 0 if nothing changed"`
	Body  O
}

// form runs a deed for a page: then on to the next one, or the same page again
// with what is wrong.
func (s *site) form(r deedRoute, run func(*visit, *gin.Context) (string, error)) gin.HandlerFunc {
	return func(c *gin.Context) {
		v := visitOf(c.Request.Context())
		err := s.beforeForm(r, v, c)
		next := ""
		if err == nil {
			next, err = run(v, c)
		}
		if v.cookie != nil {
			http.SetCookie(c.Writer, v.cookie)
		}
		if err == nil {
			c.Redirect(http.StatusSeeOther, v.following(next))
			return
		}
		s.formFailed(r, v, c, err)
	}
}

func (s *site) beforeForm(r deedRoute, v *visit, c *gin.Context) error {
	if err := parseForm(c.Request); err != nil {
		return err
	}
	v.key = c.PostForm("once")
	v.version, _ = strconv.Atoi(c.PostForm("version"))
	if r.seen && v.version == 0 {
		return errVersion
	}
	return nil
}

// parseForm reads what a form sent. Large files lie in the system's folder for
// temporary files until the request ends.
func parseForm(r *http.Request) error {
	parse := r.ParseForm
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") {
		parse = func() error { return r.ParseMultipartForm(8 << 20) }
	}
	err := parse()
	var large *http.MaxBytesError
	if err != nil && !errors.As(err, &large) {
		return errUnread
	}
	return err
}

func (s *site) formFailed(r deedRoute, v *visit, c *gin.Context, err error) {
	_, status, sentence, known := answerTo(err)
	if !known {
		s.logFault(c.Request, r.name)
	}
	v.failed = failure{Sentence: sentence, Problems: problemsOf(err), Form: c.Request.PostForm}
	if v.clash != nil {
		v.failed.Conflicts = []conflict{*v.clash}
	} else if errors.Is(err, errChanged) {
		v.failed.Conflicts = v.conflicts(c.Request.PostForm)
	}
	if r.page == nil || status == http.StatusForbidden || status == http.StatusNotFound || !known {
		s.render(c, v, v.errorPage(err), status)
		return
	}
	p, pageErr := r.page(v)
	if pageErr != nil {
		s.render(c, v, v.errorPage(err), status)
		return
	}
	s.render(c, v, p, status)
}

// A failure is why a form is shown again, and what was in it.
type failure struct {
	Sentence  string
	Problems  []problemRow
	Form      map[string][]string
	Conflicts []conflict
}

// A fromForm is an input that takes a form's fields itself.
type fromForm interface {
	form(fields map[string][]string)
}

// formOf reads a form into the input of a deed, by the names of its JSON.
func formOf[I any](c *gin.Context) (in I, err error) {
	if _, ok := any(&in).(upload); ok {
		delete(c.Request.PostForm, "file") // a browser sends an empty value where no file is chosen
	}
	if err := binding.MapFormWithTag(&in, c.Request.PostForm, "json"); err != nil {
		return in, errUnread
	}
	if own, ok := any(&in).(fromForm); ok {
		own.form(c.Request.PostForm)
	}
	taker, ok := any(&in).(upload)
	if !ok || c.Request.MultipartForm == nil {
		return in, nil
	}
	for _, headers := range c.Request.MultipartForm.File {
		for _, h := range headers {
			f, err := h.Open()
			if err != nil {
				return in, err
			}
			content, err := io.ReadAll(f)
			f.Close()
			if err != nil {
				return in, err
			}
			if h.Filename != "" {
				taker.file(h.Filename, content)
			}
		}
	}
	return in, nil
}

var pathParameter = regexp.MustCompile(`:(\w+)`)

// braced is a path as OpenAPI writes it.
func braced(path string) string { return pathParameter.ReplaceAllString(path, "{$1}") }

// parametersOf are what every operation of a deed takes beside its body.
func parametersOf(r deedRoute) []*huma.Param {
	text := &huma.Schema{Type: "string"}
	params := []*huma.Param{{
		Name: "Idempotency-Key", In: "header", Schema: text,
		Description: "The same key again gives the same answer and does nothing twice",
	}}
	if r.seen {
		params = append(params, &huma.Param{
			Name: "If-Match", In: "header", Required: true, Schema: text,
			Description: "The ETag of the record as you saw it",
		})
	}
	for _, m := range pathParameter.FindAllStringSubmatch(r.path, -1) {
		params = append(params, &huma.Param{Name: m[1], In: "path", Required: true, Schema: text})
	}
	return params
}
