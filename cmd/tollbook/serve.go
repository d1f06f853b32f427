package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os/exec"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"tollbook/aggregate"
	"tollbook/asked"
	"tollbook/casualty"
	"tollbook/ingest/place"
	"tollbook/server"
	accounts "tollbook/server/people"
	"tollbook/store"
)

// serving is how the pages are served.
type serving struct {
	methods          settling
	address          string
	hosts            []string
	certificate, key string
	plain            bool // without encryption on a network, because something before it encrypts
	open             bool // a demonstration: everybody reads, nobody writes
	firstPage        string
	people           *accounts.Keeper
	lists            []string // of places
	places           []*place.List
}

func (a *app) serveCommand() *cobra.Command {
	var s serving
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the book to a team: pages in the browser and an interface for programs, until interrupted",
		Long: `Serve the book to a team: pages in the browser and an interface for programs, until interrupted.

On a book without people it prints an address with a token, with which the first
person is set up. It listens on this machine only, unless --address names another
address; then it asks for a certificate (--tls-certificate, --tls-key), or for
--behind-proxy where something before it encrypts. The interface describes itself at
/api/v1/openapi.json.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withNewBook(func(book *store.Book) error {
				return a.serve(cmd.Context(), book, s, func(string) error { return nil })
			})
		},
	}
	s.methods.flags(cmd, "envelope,lowest,gtd")
	cmd.Flags().StringVar(&s.address, "address", "127.0.0.1:4711", "address and port to listen on; port 0 takes a free one")
	cmd.Flags().StringSliceVar(&s.hosts, "host", nil, "further names that the server is reached by, with their port where it is not the usual one")
	cmd.Flags().StringVar(&s.certificate, "tls-certificate", "", "file with the certificate, PEM")
	cmd.Flags().StringVar(&s.key, "tls-key", "", "file with the certificate's key, PEM")
	cmd.Flags().StringArrayVar(&s.lists, "list", nil, "a list of places of your own, as often as you like, beside the built-in gazetteer (default: those in $TOLLBOOK_PLACES)")
	cmd.Flags().BoolVar(&s.plain, "behind-proxy", false, "listen on a network without encryption, because a proxy before this program encrypts")
	return cmd
}

// serve answers until ctx ends. ready is called once with the first page's address.
func (a *app) serve(ctx context.Context, book *store.Book, s serving, ready func(string) error) error {
	methods, err := s.methods.MethodList()
	if err != nil {
		return err
	}
	if s.places, err = a.placeLists(s.lists); err != nil {
		return err
	}
	if !s.open {
		if err := server.SweepUploads(book, uploadsOf(book), a.now()); err != nil {
			return err
		}
	}
	listener, err := s.listen()
	if err != nil {
		return err
	}
	srv := &http.Server{
		Handler:           a.handler(book, &s, methods, listener),
		ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 2 * time.Minute, IdleTimeout: 2 * time.Minute,
		ErrorLog: slog.NewLogLogger(slog.DiscardHandler, slog.LevelError), // it names the addresses of people
	}
	if !s.open {
		if err := a.takeOver(ctx, book); err != nil {
			fmt.Fprintf(a.errw, "tollbook: commands cannot reach this server while it has the book open: %v\n", err)
		}
	}
	page, err := a.announce(book, &s, listener)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
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

func (a *app) handler(book *store.Book, s *serving, methods []aggregate.Method, listener net.Listener) http.Handler {
	return server.New(server.Options{
		Book: book, Now: a.now, Keeper: s.keeper(a, book), Methods: methods, Program: program(),
		Hosts: append(s.hosts, listener.Addr().String()), TLS: s.certificate != "" || s.plain, Open: s.open, Places: s.places,
		Uploads: uploadsOf(book), Log: slog.New(slog.NewTextHandler(a.errw, nil)),
	})
}

// uploadsOf is the folder of tables that are being imported: beside the book, as
// private as the book.
func uploadsOf(book *store.Book) string { return book.Path() + ".uploads" }

func (s *serving) keeper(a *app, book *store.Book) *accounts.Keeper {
	if s.open {
		return nil
	}
	if s.people == nil {
		s.people = accounts.New(book, a.now)
	}
	return s.people
}

// announce says where the pages are, and on a book without people how the first
// one comes in.
func (a *app) announce(book *store.Book, s *serving, listener net.Listener) (page string, err error) {
	site := s.scheme() + "://" + listener.Addr().String()
	page = site + s.firstPage
	if keeper := s.keeper(a, book); keeper != nil {
		token, err := keeper.SetupToken()
		if err != nil {
			return "", err
		}
		if token != "" {
			page = site + "/setup?token=" + url.QueryEscape(token)
			a.printf("This book has no people yet. Set the first one up at %s\n", page)
		}
	}
	a.printf("Serving %s until you press Ctrl-C.\n", site+orElse(s.firstPage, "/"))
	return page, nil
}

func (s *serving) scheme() string {
	if s.certificate != "" {
		return "https"
	}
	return "http"
}

// listen refuses to serve a network in the clear.
func (s *serving) listen() (net.Listener, error) {
	host, _, err := net.SplitHostPort(s.address)
	if err != nil {
		return nil, &casualty.Problem{Where: "--address", Found: s.address, Want: "an address and a port such as 127.0.0.1:4711"}
	}
	ip := net.ParseIP(host)
	loopback := ip != nil && ip.IsLoopback() || host == "localhost"
	if !loopback && s.certificate == "" && !s.plain {
		return nil, &casualty.Problem{Where: "--address", Found: s.address, Want: "a loopback address such as 127.0.0.1:4711, or a certificate (--tls-certificate, --tls-key), or --behind-proxy: passwords and quotes must not cross a network in the clear"}
	}
	if (s.certificate == "") != (s.key == "") {
		return nil, &casualty.Problem{Where: "--tls-certificate, --tls-key", Want: "both files, or neither"}
	}
	listener, err := net.Listen("tcp", s.address)
	if err != nil || s.certificate == "" {
		return listener, err
	}
	pair, err := tls.LoadX509KeyPair(s.certificate, s.key)
	if err != nil {
		return nil, errors.Join(casualty.At("--tls-certificate", err), listener.Close())
	}
	return tls.NewListener(listener, &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12, NextProtos: []string{"http/1.1"}}), nil
}

// openInBrowser is what a double-click does: the default book, in the browser.
func (a *app) openInBrowser(ctx context.Context) error {
	return a.withNewBook(func(book *store.Book) error {
		a.printf("The book: %s\n`tollbook help` lists the commands.\n", book.Path())
		return a.serve(ctx, book, serving{methods: settling{asked.Settling{Methods: "envelope,lowest,gtd"}}, address: "127.0.0.1:0", firstPage: "/"}, browse)
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
