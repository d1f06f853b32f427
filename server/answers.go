package server

import (
	"errors"
	"net/http"

	"tollbook/casualty"
)

var errNoPage = errors.New("no such page")

// answers is what the site says to an error. The first match wins; anything else
// is a 500, told to the person without detail.
var answers = []struct {
	err      error
	status   int
	sentence string
}{
	{errNoPage, http.StatusNotFound, "There is no page under this address."},
	{casualty.ErrNotFound, http.StatusNotFound, "The record holds nothing under this name."},
	{casualty.ErrErased, http.StatusGone, "This was lawfully erased; its tombstone stays."},
}

// An errorPage tells a person what went wrong.
type errorPage struct {
	basePage
	Sentence string
}

func (errorPage) template() string { return "error.html" }

func (s *server) errorPage(err error) (page, int) {
	for _, a := range answers {
		if errors.Is(err, a.err) {
			return errorPage{s.base("Not here"), a.sentence}, a.status
		}
	}
	return errorPage{s.base("Something failed"), "The page could not be made. The book is unharmed; tollbook check looks it over."}, http.StatusInternalServerError
}
