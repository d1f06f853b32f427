package main

import (
	"bufio"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var serves = regexp.MustCompile(`^Serving (http://\S+) until`)

func TestTheDemoServesItsTableUntilInterruptedAndLeavesTheWorkbookAlone(t *testing.T) {
	folder := t.TempDir()
	cmd := command(t, folder, "demo")
	cmd.Env = append(cmd.Env, "TMPDIR="+folder)
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer stop(cmd)
	address := ""
	lines := bufio.NewScanner(pipe)
	for address == "" && lines.Scan() {
		if m := serves.FindStringSubmatch(lines.Text()); m != nil {
			address = m[1]
		}
	}
	page := pageAt(t, address)
	if !strings.Contains(page, "Drone strike on a plant in Izhevsk") {
		t.Errorf("%s shows no incident: %s", address, page)
	}
	board, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	board.Path = "/incidents/i1"
	page += pageAt(t, board.String())
	words := strings.Join(strings.Fields(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(page, " ")), " ")
	for _, row := range []string{"9 to 16", "as reported: 35 to 45", "as reported: 6 to 35"} {
		if !strings.Contains(words, row) {
			t.Errorf("the page has no %q: %s", row, words)
		}
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Skipf("a process cannot be interrupted here: %v", err)
	}
	_, _ = io.Copy(io.Discard, pipe)
	if err := cmd.Wait(); err != nil {
		t.Errorf("interrupted, it ends with %v", err)
	}
	if left, err := filepath.Glob(filepath.Join(folder, "*")); err != nil || len(left) != 1 || filepath.Base(left[0]) != demoWorkbook {
		t.Errorf("the demo left %v (%v), want the workbook and nothing else", left, err)
	}
}

func pageAt(t *testing.T, address string) string {
	t.Helper()
	answer, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
