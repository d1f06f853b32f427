// Command tollbook keeps a record of civilian harm: what each source said, as it
// said it, settled by a named rule, printed as a workbook whose every number
// leads back to a sentence.
//
// One file holds one command. [run] does what main would, so that tests run the
// commands as they are.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	// A reader that closes early (| head) is an error of one write, not the end of
	// the program in the middle of its work.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
