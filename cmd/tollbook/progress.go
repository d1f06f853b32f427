package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"golang.org/x/term"

	"tollbook/asked"
	"tollbook/exports"
)

// watch ends an export when ctx does, and shows on a terminal how far it is. The
// function that it gives ends the line.
func (a *app) watch(ctx context.Context, o *exports.Options) (ended func()) {
	terminal, shown := a.terminal(), time.Time{}
	o.Progress = func(sheet string, rows int) error {
		if ctx.Err() != nil {
			return asked.ErrStopped
		}
		if terminal && a.now().Sub(shown) > time.Second/5 {
			shown = a.now()
			fmt.Fprintf(a.errw, "\r\x1b[K%s: %d rows", sheet, rows)
		}
		return nil
	}
	return func() {
		if terminal && !shown.IsZero() {
			fmt.Fprint(a.errw, "\r\x1b[K")
		}
	}
}

// terminal tells whether errors go to a person's terminal.
func (a *app) terminal() bool {
	f, ok := a.errw.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
