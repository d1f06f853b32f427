package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"tollbook/casualty"
)

// pdfTime is how long pdftotext may take; pdfLines is the version of what joins
// its lines.
const (
	pdfTime  = 2 * time.Minute
	pdfLines = " lines/2"
)

// readPDF has pdftotext make the text. Readers in Go give Arabic backwards and
// letters of one word apart; a wrong text is worse than none, so there is no
// second way.
func readPDF(content []byte, _ As, _ int) (made, error) {
	m := made{media: "application/pdf"}
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		return m, &casualty.Problem{Found: "a PDF file, and no program pdftotext to read it with",
			Want: "pdftotext installed (apt install poppler-utils; brew install poppler; on Windows, poppler in the PATH), or the document saved as text from a PDF viewer"}
	}
	ctx, cancel := context.WithTimeout(context.Background(), pdfTime)
	defer cancel()
	var text limited
	cmd := exec.CommandContext(ctx, program, "-q", "-enc", "UTF-8", "-eol", "unix", "-", "-")
	cmd.Stdin, cmd.Stdout = bytes.NewReader(content), &text
	err = cmd.Run()
	switch {
	case text.over:
		return m, &casualty.Problem{Found: "a PDF file with more than 50 MiB of text", Want: "a document of at most 50 MiB of text: cut it into its articles"}
	case ctx.Err() != nil:
		return m, &casualty.Problem{Found: fmt.Sprintf("a PDF file that pdftotext could not read in %s", pdfTime), Want: "the document saved as text"}
	case err != nil:
		return m, &casualty.Problem{Found: "a PDF file that pdftotext cannot read: it is damaged, or has a password", Want: "the document without a password, or saved as text"}
	}
	said, turned := lamAlef(undirected(strings.ToValidUTF8(text.String(), "\ufffd")))
	if turned {
		m.notes = append(m.notes, "its Arabic has letters that change places when it is read by a program (ثلاثة becomes ثالثة): compare each number with the page")
	}
	m.text = joined(said)
	m.reader = "pdftotext " + pdfVersion(program) + pdfLines
	m.place = placeBy(pages(m.text))
	return m, nil
}

// beside are a digit and a letter that only marks of direction part: pdftotext writes the
// blank between them before the digit, "أصيب  14آخرون".
var beside = regexp.MustCompile(`(\p{Nd})[\x{202a}-\x{202e}\x{2066}-\x{2069}]+(\p{L})`)

// undirected drops the marks that pdftotext puts around Arabic for screens.
func undirected(text string) string {
	return strings.Map(withoutDirection, beside.ReplaceAllString(text, "$1 $2"))
}

func withoutDirection(r rune) rune {
	if r == '\u200e' || r == '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
		return -1
	}
	return r
}

// limited takes as much text as a document may have.
type limited struct {
	bytes.Buffer
	over bool
}

func (l *limited) Write(p []byte) (int, error) {
	if l.over = l.Len()+len(p) > MaxDocument; l.over {
		return 0, errors.New("too much")
	}
	return l.Buffer.Write(p)
}

// pdfVersion is what pdftotext says of itself, such as "22.12.0".
func pdfVersion(program string) string {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	said, _ := exec.CommandContext(ctx, program, "-v").CombinedOutput() // it ends with an error, by some versions
	line, _, _ := strings.Cut(string(said), "\n")
	words := strings.Fields(line)
	if len(words) == 0 {
		return "of no version"
	}
	return words[len(words)-1]
}

// joined makes one line of the lines of a paragraph: a page breaks its lines
// where it is full, not where a sentence ends. The text keeps its length.
func joined(text string) string {
	out := []byte(text)
	lines := lineEnds(text)
	for i := 0; i+1 < len(lines); i++ {
		this, next := text[lines[i].start:lines[i].end], text[lines[i+1].start:lines[i+1].end]
		if goesOn(this, next) {
			out[lines[i].end] = ' '
		}
	}
	return string(out)
}

// goesOn tells whether a paragraph goes on from one line to the next: neither is
// blank, a page or a list begins nowhere, and the line is long or the next goes
// on in small letters.
func goesOn(this, next string) bool {
	trimmed := strings.TrimSpace(next)
	if strings.TrimSpace(this) == "" || trimmed == "" || next[0] == '\f' || ended(this) {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(trimmed); strings.ContainsRune("-•–*▪●", first) {
		return false
	}
	return utf8.RuneCountInString(this) >= 40 || isLower(trimmed)
}

// pages are the marks of a text whose pages end in form feeds.
func pages(text string) []mark {
	marks := []mark{{0, "page 1"}}
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '\f')
		if i < 0 || at+i+1 >= len(text) {
			return marks
		}
		at += i + 1
		marks = append(marks, mark{at, fmt.Sprintf("page %d", len(marks)+1)})
	}
}
