package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// A console asks a person: one key, or one line.
type console struct {
	in    *bufio.Reader
	out   io.Writer
	tty   *os.File // nil where input is no terminal
	width int
	marks bool // the terminal shows reverse video
}

// newConsole is the terminal that the program runs at; ok is false where there
// is none. Where the output goes elsewhere, the screens are drawn on the terminal
// all the same.
func (a *app) newConsole() (c *console, ok bool) {
	in, isFile := a.in.(*os.File)
	if !isFile || !term.IsTerminal(int(in.Fd())) {
		return nil, false
	}
	out, isFile := a.out.(*os.File)
	if !isFile || !term.IsTerminal(int(out.Fd())) {
		var err error
		if out, err = os.OpenFile("/dev/tty", os.O_WRONLY, 0); err != nil {
			return nil, false
		}
	}
	c = &console{in: bufio.NewReader(in), out: out, tty: in, width: 80, marks: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
	if width, _, err := term.GetSize(int(out.Fd())); err == nil && width >= 40 {
		c.width = min(width, 110)
	}
	return c, true
}

// key waits for one key. Ctrl-C and the end of input are q.
func (c *console) key() (rune, error) {
	state, err := term.MakeRaw(int(c.tty.Fd()))
	if err != nil {
		return 0, err
	}
	defer func() { _ = term.Restore(int(c.tty.Fd()), state) }()
	r, _, err := c.in.ReadRune()
	if err == io.EOF || r == 3 || r == 4 {
		return 'q', nil
	}
	return r, err
}

// line asks for a line; an empty one means "leave it".
func (c *console) line(prompt string) (string, error) {
	fmt.Fprint(c.out, prompt)
	text, err := c.in.ReadString('\n')
	if err == io.EOF {
		err = nil
	}
	return strings.TrimSpace(text), err
}

// marked turns the two ends of a quote, \x00 and \x01, into brackets, with
// reverse video between them where the terminal has it.
func (c *console) marked(line string) string {
	if c.marks {
		return strings.NewReplacer("\x00", "\x1b[7m[", "\x01", "]\x1b[0m").Replace(line)
	}
	return strings.NewReplacer("\x00", "[", "\x01", "]").Replace(line)
}

// forget drops the keys that were typed ahead.
func (c *console) forget() { _, _ = c.in.Discard(c.in.Buffered()) }

func (c *console) clear() {
	if c.marks {
		fmt.Fprint(c.out, "\x1b[H\x1b[2J")
	}
}
