package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"os"
	"os/user"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"tollbook/casualty"
	"tollbook/store"
)

// Exit codes are a contract for scripts.
const (
	exitDone     = 0
	exitFailed   = 1
	exitUsage    = 2
	exitProblems = 3 // done, with problems that a person must look at
)

// errProblems: the work is done and there is something to look at, which has
// been printed already.
var errProblems = errors.New("done, with problems to look at")

// An exitCode is how a command ended that another process did, and said so.
type exitCode int

func (c exitCode) Error() string { return fmt.Sprintf("exit code %d", int(c)) }

// An app is one run of the program: where it reads and writes, its clock, and
// the flags that every command has.
type app struct {
	in   io.Reader
	out  io.Writer
	errw io.Writer
	now  func() time.Time

	book   string // path; see bookPath
	author string

	args      []string         // as given
	given     *store.Book      // the book that a running server has open; nil: opened by this run
	folder    string           // where paths begin that are not absolute; empty: the folder of the process
	reachable []netip.AddrPort // servers that a test may fetch from; none otherwise
}

// run does one command and returns its exit code.
func run(ctx context.Context, args []string, in io.Reader, out, errw io.Writer) int {
	return (&app{in: in, out: out, errw: errw, now: time.Now}).run(ctx, args)
}

func (a *app) run(ctx context.Context, args []string) int {
	a.args = args
	root, started := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var elsewhere exitCode
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitDone
	case errors.As(err, &elsewhere):
		return int(elsewhere)
	case errors.Is(err, errProblems):
		return exitProblems
	case *started && !strings.HasPrefix(err.Error(), "--"): // a flag's value is usage too
		fmt.Fprintln(a.errw, "tollbook: "+err.Error())
		return exitFailed
	}
	fmt.Fprintln(a.errw, "tollbook: "+err.Error())
	fmt.Fprintln(a.errw, "Try: tollbook help")
	return exitUsage
}

// commands are listed here and nowhere else; the manual is held against them.
func (a *app) commands() []*cobra.Command {
	return []*cobra.Command{
		a.demoCommand(), a.serveCommand(),
		a.readCommand(), a.addCommand(), a.similarCommand(), a.placesCommand(), a.importCommand(), a.templateCommand(), a.reviewCommand(),
		a.correctCommand(), a.retractCommand(), a.decideCommand(), a.undoCommand(), a.eraseCommand(),
		a.figuresCommand(), a.totalsCommand(), a.diffCommand(), a.listCommand(), a.exportCommand(), a.releaseCommand(),
		a.checkCommand(), a.backupCommand(), a.restoreCommand(), a.versionCommand(),
	}
}

// root is the program's command tree. started turns true once a command's own
// work begins: an error before that is one of usage.
func (a *app) root() (root *cobra.Command, started *bool) {
	started = new(bool)
	root = &cobra.Command{
		Use:           "tollbook",
		Short:         "A record of civilian harm: what each source said, settled by a named rule, every number traceable to a sentence",
		Args:          cobra.NoArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(cmd *cobra.Command, _ []string) error { return a.openInBrowser(cmd.Context()) },
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.errw)
	flags := root.PersistentFlags()
	flags.StringVar(&a.book, "book", "", "the book: a file (default: $TOLLBOOK_BOOK, else "+shortHome(defaultBook())+")")
	flags.StringVar(&a.author, "author", "", "who does this, for the journal (default: $TOLLBOOK_AUTHOR, else your login name)")
	root.AddCommand(a.commands()...)
	for _, cmd := range everyCommand(root) {
		work := cmd.RunE
		cmd.RunE = func(cmd *cobra.Command, args []string) error {
			*started = true
			if code, done := a.forwarded(cmd); done {
				return code
			}
			return flagged(cmd, work(cmd, args))
		}
	}
	return root, started
}

// flagged names a problem with what a flag said by the flag.
func flagged(cmd *cobra.Command, err error) error {
	var p *casualty.Problem
	if !errors.As(err, &p) || p.Error() != err.Error() {
		return err
	}
	name := strings.ReplaceAll(p.Where, "_", "-")
	if name == "" || cmd.Flags().Lookup(name) == nil {
		return err
	}
	return &casualty.Problem{Where: "--" + name, Found: p.Found, Want: p.Want}
}

// everyCommand lists a command and all below it.
func everyCommand(cmd *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{cmd}
	for _, below := range cmd.Commands() {
		all = append(all, everyCommand(below)...)
	}
	return all
}

// who is the author for the journal.
func (a *app) who() string {
	if a.author != "" {
		return a.author
	}
	if name := os.Getenv("TOLLBOOK_AUTHOR"); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "unknown"
}

func (a *app) printf(format string, args ...any) { fmt.Fprintf(a.out, format, args...) }
