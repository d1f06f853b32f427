package main

import (
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"
)

// While a server has the book open, no other process can. Commands are then done by
// the server's process, on the caller's own terminal and files: the caller hands
// its standard streams over through a socket that only the owner of the book can
// reach (socket_unix.go).

// ownBook are the commands that need no book of the person's, or a process of
// their own.
var ownBook = []string{"demo", "serve", "read", "template", "version", "restore", "help", "completion"}

// forwarded has a running server do the command; done is false where there is none
// that holds the book.
func (a *app) forwarded(cmd *cobra.Command) (code error, done bool) {
	for c := cmd; c.HasParent(); c = c.Parent() {
		if slices.Contains(ownBook, c.Name()) {
			return nil, false
		}
	}
	if a.given != nil || !cmd.HasParent() {
		return nil, false
	}
	return a.handOver(cmd.Context(), a.args)
}

// at is a path of the person who gave the command, whoever does it.
func (a *app) at(path string) string {
	if a.folder == "" || path == "" || path == "-" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(a.folder, path)
}
