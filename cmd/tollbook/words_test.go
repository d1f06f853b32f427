package main

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestATextCannotSteerTheTerminal(t *testing.T) {
	folder := t.TempDir()
	book := filepath.Join(folder, "b.tollbook")
	text := write(t, folder, "a.txt", "At least 5\u202e people were killed on Monday, said \x1b[2J\x1b[1;31mthe mayor.")
	for _, args := range [][]string{
		{"read", text},
		{"add", text, "--book", book, "--source", "Gaz\x1b[2Jette", "--published", "2025-03-03"},
		{"list", "sources", "--book", book},
		{"list", "claims", "--book", book},
	} {
		_, out, errOut := do(t, "", args...)
		if strings.ContainsAny(out+errOut, "\x1b\u202e") {
			t.Errorf("%v passed a control sequence on to the terminal: %q", args, out+errOut)
		}
	}
}

func TestLongTextsWrapWithTheirMarksOnEveryLine(t *testing.T) {
	lines := wrap("one two \x00three four five\x01 six", 9)
	got := strings.NewReplacer("\x00", "[", "\x01", "]").Replace(strings.Join(lines, "|"))
	if want := "one two|[three]|[four]|[five] six"; got != want {
		t.Errorf("wrapped as %q, want %q", got, want)
	}
}
