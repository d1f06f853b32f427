package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"tollbook/casualty"
	"tollbook/server"
	"tollbook/store"
)

func (a *app) serveCommand() *cobra.Command {
	var s settling
	var address string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the book's figures as a web page on this machine, until interrupted",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withBook(func(book *store.Book) error {
				return a.serve(cmd.Context(), book, s, address, func(string) error { return nil })
			})
		},
	}
	s.flags(cmd, "envelope,lowest,gtd")
	cmd.Flags().StringVar(&address, "address", "127.0.0.1:0", "loopback address and port to listen on; port 0 takes a free one")
	return cmd
}

// serve answers on a loopback address until ctx ends. ready is called once with
// the page's address.
func (a *app) serve(ctx context.Context, book *store.Book, s settling, address string, ready func(string) error) error {
	methods, err := s.methodList()
	if err != nil {
		return err
	}
	listener, err := listenLoopback(address)
	if err != nil {
		return err
	}
	page := "http://" + listener.Addr().String() + "/"
	srv := &http.Server{
		Handler: server.New(server.Options{
			Record:  func() (casualty.Record, error) { return s.record(book) },
			Methods: methods, Settings: s.settings, Program: program(), Host: listener.Addr().String(),
		}),
		ReadHeaderTimeout: 10 * time.Second,
	}
	a.printf("Serving %s until you press Ctrl-C.\n", page)
	if err := ready(page); err != nil {
		fmt.Fprintln(a.errw, "tollbook: "+err.Error())
	}
	go func() {
		<-ctx.Done()
		wait, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(wait)
	}()
	if err := srv.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// listenLoopback refuses to show the record to a network: there are no accounts
// to guard it yet.
func listenLoopback(address string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(address)
	if ip := net.ParseIP(host); err != nil || ip == nil || !ip.IsLoopback() {
		return nil, &casualty.Problem{Where: "--address", Found: address, Want: "a loopback address such as 127.0.0.1:8080: the page has no accounts that would guard it on a network"}
	}
	return net.Listen("tcp", address)
}

// openInBrowser is what a double-click does: the default book, in the browser.
func (a *app) openInBrowser(ctx context.Context) error {
	return a.withNewBook(func(book *store.Book) error {
		a.printf("The book: %s\n`tollbook help` lists the commands.\n", book.Path())
		return a.serve(ctx, book, settling{methods: "envelope,lowest,gtd"}, "127.0.0.1:0", browse)
	})
}

// browsers open an address with the system's own program.
var browsers = map[string][]string{
	"darwin":  {"open"},
	"windows": {"rundll32", "url.dll,FileProtocolHandler"},
}

func browse(page string) error {
	command, ok := browsers[runtime.GOOS]
	if !ok {
		command = []string{"xdg-open"}
	}
	if err := exec.Command(command[0], append(command[1:], page)...).Start(); err != nil {
		return fmt.Errorf("no browser could be opened; open %s yourself", page)
	}
	return nil
}
