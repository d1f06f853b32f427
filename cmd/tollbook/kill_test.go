package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"tollbook/store"
)

// A killed run is a command that is killed at some moment, and what it has said
// until then.
type killed struct{ said string }

// kill starts a command, waits, and kills it the hard way. The wait is random, so
// that over many runs the moment falls into every part of the work.
func kill(t *testing.T, folder string, wait time.Duration, args ...string) killed {
	t.Helper()
	var out bytes.Buffer
	cmd := command(t, folder, args...)
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(wait, func() { _ = cmd.Process.Kill() })
	_ = cmd.Wait() // killed or done, both are the point
	timer.Stop()
	return killed{out.String()}
}

// usual is how long a whole run of a command takes, so that kills spread over it.
func usual(t *testing.T, folder string, args ...string) time.Duration {
	t.Helper()
	start := time.Now()
	out, err := command(t, folder, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return time.Since(start)
}

// killRounds is how often each run of ./test kills a command.
const killRounds = 50

func TestWhatWasAcknowledgedSurvivesKillAndTheBookIsClean(t *testing.T) {
	if testing.Short() {
		t.Skip("many-times runs go without -short")
	}
	folder := t.TempDir()
	write(t, folder, "seed.txt", "Five people were killed in the village on Monday.")
	add := func(name string) []string {
		return []string{"add", name, "--book", "b.tollbook", "--source", "Gazette", "--published", "2025-03-03"}
	}
	whole := usual(t, folder, add("seed.txt")...)
	var acknowledged []string // document ids
	for round := range killRounds {
		wait := time.Duration(rand.Float64() * 1.2 * float64(whole))
		var got killed
		switch round % 4 {
		case 0:
			name := fmt.Sprintf("r%d.txt", round)
			write(t, folder, name, fmt.Sprintf("At least %d people were killed in the village on Monday.", round+2))
			got = kill(t, folder, wait, add(name)...)
			acknowledged = append(acknowledged, ids(`Kept as document (d\d+),`, got.said)...)
		case 1:
			write(t, folder, "d.json", fmt.Sprintf(`{"format":"tollbook decisions, version 1","claims":[{"claim":"c1","do":"confirm","set":{"place":"village %d"}}]}`, round))
			got = kill(t, folder, wait, "review", "d.json", "--book", "b.tollbook")
			checkEntries(t, folder, ids(`Entry #(\d+) of`, got.said))
		case 2:
			got = kill(t, folder, wait, "export", "--book", "b.tollbook", "--out", fmt.Sprintf("e%d.xlsx", round))
			wholeOrAbsent(t, folder, fmt.Sprintf("e%d.xlsx", round), strings.Contains(got.said, "Wrote"))
		case 3:
			name := fmt.Sprintf("k%d.tollbook", round)
			got = kill(t, folder, wait, "backup", name, "--book", "b.tollbook")
			wholeBackup(t, folder, name, strings.Contains(got.said, "Backed up"))
		}
		if out, err := command(t, folder, "check", "--book", "b.tollbook").CombinedOutput(); err != nil {
			t.Fatalf("round %d: the book is not clean after a kill: %v\n%s", round, err, out)
		}
	}
	listed, err := command(t, folder, "list", "documents", "--book", "b.tollbook", "--format", "csv").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range acknowledged {
		if !strings.Contains(string(listed), "\n"+id+",") {
			t.Errorf("document %s was acknowledged and is not in the book", id)
		}
	}
}

func ids(pattern, said string) []string {
	var found []string
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(said, -1) {
		found = append(found, m[1])
	}
	return found
}

// checkEntries: an entry that was acknowledged is in the journal.
func checkEntries(t *testing.T, folder string, numbers []string) {
	t.Helper()
	for _, number := range numbers {
		out, err := command(t, folder, "list", "journal", "--book", "b.tollbook", "--format", "csv").Output()
		if err != nil || !strings.Contains(string(out), "\n#"+number+",") {
			t.Errorf("entry %s was acknowledged and is not in the journal: %v", number, err)
		}
	}
}

// wholeOrAbsent: a workbook is there whole, or not at all, and there if it was
// acknowledged.
func wholeOrAbsent(t *testing.T, folder, name string, acknowledged bool) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		if acknowledged {
			t.Errorf("%s was acknowledged and is not there", name)
		}
		return
	}
	// A zip ends in its directory's end record; a torn one does not.
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) || !bytes.Contains(data[max(0, len(data)-64):], []byte("PK\x05\x06")) {
		t.Errorf("%s is half a workbook of %d bytes", name, len(data))
	}
}

func wholeBackup(t *testing.T, folder, name string, acknowledged bool) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
		if acknowledged {
			t.Errorf("%s was acknowledged and is not there", name)
		}
		return
	}
	if out, err := command(t, folder, "check", "--book", name).CombinedOutput(); err != nil {
		t.Errorf("%s is there and not clean: %v\n%s", name, err, out)
	}
}

func TestASecondProcessIsToldWhoHoldsTheBook(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "a.txt", "Five people were killed in the village on Monday.")
	usual(t, folder, "add", "a.txt", "--book", "b.tollbook", "--source", "Gazette", "--published", "2025-03-03")
	book, err := store.Open(filepath.Join(folder, "b.tollbook"), store.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	out, err := command(t, folder, "figures", "--book", "b.tollbook").CombinedOutput()
	if err == nil || !strings.Contains(string(out), strconv.Itoa(os.Getpid())) {
		t.Errorf("a second process was told %q, want the holder's process number %d", out, os.Getpid())
	}
}

func stop(cmd *exec.Cmd) {
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}
