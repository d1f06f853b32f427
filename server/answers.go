package server

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/gin-gonic/gin"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/server/people"
	"tollbook/store"
)

// What a request can come to, beside the errors of the packages below.
var (
	errNoPage    = errors.New("no such page")
	errMethod    = errors.New("no such method")
	errSignIn    = errors.New("nobody signed in")
	errForbidden = errors.New("not allowed to this role")
	errCrossSite = errors.New("another site sent this")
	errChanged   = errors.New("changed meanwhile")
	errVersion   = errors.New("no version")
	errPast      = errors.New("the past is read only")
	errTooLarge  = errors.New("too large")
	errRepeated  = errors.New("done before, and its answer is gone")
	errOtherKey  = errors.New("the key of another request")
	errUnread    = errors.New("the request cannot be read")
)

// answers is what the site says to an error: its code in addresses of problems,
// its status, a sentence for a person. The first match wins; anything else is a
// 500, told without detail.
var answers = []struct {
	err      error
	code     string
	status   int
	sentence string
}{
	{errNoPage, "not-found", http.StatusNotFound, "There is nothing under this address."},
	{errMethod, "method", http.StatusMethodNotAllowed, "This address does not answer that method."},
	{errSignIn, "sign-in", http.StatusUnauthorized, "Sign in first."},
	{errForbidden, "role", http.StatusForbidden, "Your role does not allow this. An administrator can change roles."},
	{errCrossSite, "cross-site", http.StatusForbidden, "Another site sent this request, so it was not done."},
	{errChanged, "changed", http.StatusPreconditionFailed, "Somebody changed this record after you opened it. Nothing of yours was written; look at both and decide."},
	{people.ErrMeanwhile, "changed", http.StatusPreconditionFailed, "Somebody changed this record after you opened it. Nothing of yours was written; look at both and decide."},
	{errVersion, "version-required", http.StatusPreconditionRequired, "Say which version of the record you saw: If-Match with its ETag."},
	{errPast, "past", http.StatusConflict, "This is the book as it was then. Go back to now to change something."},
	{errTooLarge, "too-large", http.StatusRequestEntityTooLarge, "This is larger than the server takes."},
	{errRepeated, "done-before", http.StatusConflict, "This request was done before; the journal shows it. It was not done again."},
	{errOtherKey, "key-reused", http.StatusUnprocessableEntity, "This idempotency key belongs to another request."},
	{errUnread, "unreadable", http.StatusBadRequest, "The request cannot be read: it is not in the form that the interface describes."},
	{people.ErrSignIn, "sign-in", http.StatusUnauthorized, "The name, the password or the code is not right."},
	{people.ErrThrottled, "too-many", http.StatusTooManyRequests, "Too many tries. Wait a minute and try again."},
	{people.ErrToken, "token", http.StatusUnauthorized, "This link or token is not known, was used, or has run out."},
	{people.ErrLast, "last-administrator", http.StatusConflict, "This is the last administrator. Make another one first."},
	{people.ErrManage, "role", http.StatusForbidden, "Your role does not allow this. An administrator can change roles."},
	{people.ErrSetUp, "set-up", http.StatusConflict, "The book has its first person already. Ask an administrator for an invitation."},
	{curate.ErrOwn, "own-decision", http.StatusForbidden, "Nobody signs off their own decision. Ask another person."},
	{casualty.ErrErased, "erased", http.StatusGone, "This was lawfully erased; its tombstone stays."},
	{casualty.ErrNotFound, "not-found", http.StatusNotFound, "The record holds nothing under this name."},
	{casualty.ErrExists, "exists", http.StatusConflict, "This is in the book already."},
	{store.ErrUndo, "undo", http.StatusConflict, "This cannot be undone: something later stands on it. The journal shows what; undo that first."},
}

// answerTo is the row of an error; ok is false for a fault of the program.
func answerTo(err error) (code string, status int, sentence string, ok bool) {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		err = errTooLarge
	}
	for _, a := range answers {
		if errors.Is(err, a.err) {
			return a.code, a.status, a.sentence, true
		}
	}
	if len(problemsOf(err)) > 0 {
		return "input", http.StatusUnprocessableEntity, "Something was not understood; nothing was changed.", true
	}
	return "fault", http.StatusInternalServerError, "This failed. The book is unharmed; `tollbook check` looks it over.", false
}

func statusOf(err error) int { _, status, _, _ := answerTo(err); return status }

// A problem is RFC 9457, with one row for everything that is wrong.
type problem struct {
	Type   string   `json:"type" doc:"What kind of problem it is"`
	Title  string   `json:"title" doc:"The kind of problem in words"`
	Status int      `json:"status"`
	Errors []detail `json:"errors,omitempty"`
}

// A detail says where something is wrong, what was found and what is wanted. What
// was sent is never repeated: it can be the name of a person.
type detail struct {
	Where  string `json:"where"`
	Found  string `json:"found"`
	Wanted string `json:"wanted"`
}

func problemOf(err error) problem {
	code, status, sentence, _ := answerTo(err)
	p := problem{Type: "urn:tollbook:problem:" + code, Title: sentence, Status: status}
	for _, each := range problemsOf(err) {
		p.Errors = append(p.Errors, detail{each.Where, shapeOf(each.Found), each.Want})
	}
	return p
}

// shapeOf tells of a value how long it is, and not what it says.
func shapeOf(found string) string {
	switch n := utf8.RuneCountInString(found); n {
	case 0:
		return "nothing"
	case 1:
		return "1 character"
	default:
		return casualty.Exactly(n).String() + " characters"
	}
}

// problemsOf are all problems within an error, joined ones too.
func problemsOf(err error) []*casualty.Problem {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var all []*casualty.Problem
		for _, each := range joined.Unwrap() {
			all = append(all, problemsOf(each)...)
		}
		return all
	}
	var p *casualty.Problem
	if p, ok := err.(*casualty.Problem); ok {
		return []*casualty.Problem{p}
	}
	if inner := errors.Unwrap(err); inner != nil {
		return problemsOf(inner)
	}
	if errors.As(err, &p) {
		return []*casualty.Problem{p}
	}
	return nil
}

// forPrograms tells whether a request is for the interface and not for a page.
func forPrograms(r *http.Request) bool { return strings.HasPrefix(r.URL.Path, interfacePath+"/") }

// writeProblem answers a program, or a person whose request came to no page.
func writeProblem(w http.ResponseWriter, _ *http.Request, err error) {
	p := problemOf(err)
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // the connection is gone: nobody to tell
}

// recovered answers a fault of the program without detail; nothing of the record
// goes to a log.
func (s *site) recovered(c *gin.Context, _ any) {
	s.logFault(c.Request, "panic")
	if !c.Writer.Written() {
		writeProblem(c.Writer, c.Request, errors.New("panic"))
	}
	c.Abort()
}

// logFault says that something failed and where, never with which data.
func (s *site) logFault(r *http.Request, kind string) {
	if s.Log != nil {
		s.Log.Error("request failed", "method", r.Method, "kind", kind)
	}
}
