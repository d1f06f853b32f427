package store

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"tollbook/casualty"
)

// The environment that makes this test binary a worker on a book instead.
const (
	workOn    = "TOLLBOOK_STORE_TEST_WORK_ON"
	workLimit = "TOLLBOOK_STORE_TEST_LIMIT" // bytes that a file may have; empty: no limit
	workSeed  = "TOLLBOOK_STORE_TEST_SEED"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(workOn); path != "" {
		work(path)
		return
	}
	os.Exit(m.Run())
}

// work does acts on a book without end and prints the number of each entry after
// it was acknowledged, or the error that ended it.
func work(path string) {
	seed, _ := strconv.ParseUint(os.Getenv(workSeed), 10, 64)
	limitFiles(os.Getenv(workLimit))
	b, err := Open(path, Options{Now: time.Now, Wait: time.Minute})
	if err != nil {
		fmt.Println("open:", err)
		return
	}
	for r := rand.New(rand.NewPCG(seed, 1)); ; {
		e, err := workOnce(b, r)
		if err != nil {
			fmt.Println("error:", err)
			return
		}
		fmt.Println(e.Number)
	}
}

func workOnce(b *Book, r *rand.Rand) (Entry, error) {
	act := Act{Author: "worker", What: "work"}
	switch r.IntN(10) {
	case 0:
		if e, err := b.Undo(act, 0); err == nil || !errors.As(err, new(*BookError)) {
			return e, nil // refused is an answer too, and writes nothing
		}
	case 1:
		last := lastReport(b)
		if last != "" {
			e, err := b.Do(act, func(c *Change) error { return c.Erase(last, "test") })
			if errors.Is(err, casualty.ErrErased) {
				return e, nil
			}
			return e, err
		}
	}
	text := fmt.Appendf(nil, "%s%d\n", strikeText, r.Uint64())
	text = append(text, make([]byte, r.IntN(100_000))...)
	return b.Do(act, func(c *Change) error {
		doc, err := c.Receive(casualty.Document{Name: "x.txt", MediaType: "text/plain"}, text)
		if err != nil {
			return err
		}
		_, _, err = c.AddReport(doc.ID, "test/1", "", suggestionsIn(string(text)))
		return err
	})
}

// lastReport is the id of the last report, empty if there is none.
func lastReport(b *Book) (last string) {
	b.Read(At{}, func(v *View) error {
		for r := range Reports.All(v) {
			last = string(r.ID)
		}
		return nil
	})
	return last
}

// worker starts this binary as a worker on a book.
func worker(t *testing.T, path, limit string, seed uint64) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), workOn+"="+path, workLimit+"="+limit, workSeed+"="+strconv.FormatUint(seed, 10))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

func TestWhatWasAcknowledgedSurvivesAKill(t *testing.T) {
	b := newBook(t)
	path := b.Path()
	b.Close()
	const kills = 20
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 0))
	for kill := range kills {
		cmd, out := worker(t, path, "", r.Uint64())
		acknowledged := 0
		for stop := r.IntN(12); out.Scan(); stop-- {
			n, err := strconv.Atoi(out.Text())
			if err != nil {
				t.Fatalf("the worker says %q", out.Text())
			}
			if acknowledged = max(acknowledged, n); stop == 0 {
				if err := cmd.Process.Kill(); err != nil { // what it printed meanwhile is still read
					t.Fatal(err)
				}
			}
		}
		cmd.Wait()
		surviving(t, path, acknowledged, fmt.Sprintf("kill %d", kill+1))
	}
	if left := filesIn(t, filepath.Dir(path)); len(left) > 2 { // the book and the last holder
		t.Errorf("left behind: %q", left)
	}
}

// surviving opens the book after a crash and looks for what was acknowledged.
func surviving(t *testing.T, path string, acknowledged int, when string) {
	t.Helper()
	b, err := Open(path, testOptions())
	if err != nil {
		t.Fatalf("%s: %v", when, err)
	}
	defer b.Close()
	clean(t, b)
	if r := recordOf(t, b, At{}); r.Entries < acknowledged {
		t.Fatalf("%s: the book has %d entries, and %d were acknowledged", when, r.Entries, acknowledged)
	}
}

func receiving(content []byte) func(*Change) error {
	return func(c *Change) error {
		_, err := c.Receive(casualty.Document{Name: "x.txt", MediaType: "text/plain"}, content)
		return err
	}
}
