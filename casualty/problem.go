package casualty

import (
	"errors"
	"strings"
)

// Sentinel errors. Errors that wrap them say which record was meant.
var (
	// ErrNotFound: the record holds nothing under this name.
	ErrNotFound = errors.New("not in the record")
	// ErrExists: something of this name is there already.
	ErrExists = errors.New("already in the record")
	// ErrErased: the content was lawfully erased; its tombstone says why.
	ErrErased = errors.New("erased")
)

// A Problem is bad input, told so that a person can act on it: where it stands,
// what was found, what is wanted. Problems of one document come back together.
type Problem struct {
	Where string // "report.txt", "Sheet1!C14", "claim c12: said"; may be empty
	Found string // as found, cut short for the eye
	Want  string // what would be right, with an example
}

func (p *Problem) Error() string {
	var b strings.Builder
	if p.Where != "" {
		b.WriteString(p.Where + ": ")
	}
	if p.Found != "" {
		b.WriteString("found “" + Shorten(p.Found, 60) + "”, ")
	}
	b.WriteString("want " + p.Want)
	return b.String()
}

// At returns err with its place in front; a Problem keeps its parts.
func At(where string, err error) error {
	var p *Problem
	if errors.As(err, &p) && p.Where == "" {
		return &Problem{Where: where, Found: p.Found, Want: p.Want}
	}
	return &placed{where, err}
}

type placed struct {
	where string
	err   error
}

func (p *placed) Error() string { return p.where + ": " + p.err.Error() }
func (p *placed) Unwrap() error { return p.err }

// Shorten cuts text to at most n characters, with an ellipsis for what is gone,
// and puts it on one line.
func Shorten(text string, n int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= n {
		return string(runes)
	}
	return string(runes[:n-1]) + "…"
}
