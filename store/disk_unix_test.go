//go:build linux || darwin

package store

import (
	"os/signal"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// limitFiles makes this process meet a full disk after so many bytes of a file.
func limitFiles(bytes string) {
	n, err := strconv.ParseUint(bytes, 10, 64)
	if err != nil {
		return
	}
	signal.Ignore(unix.SIGXFSZ)
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: n, Max: n}); err != nil {
		panic(err)
	}
}

func TestAFileThatMayNotGrowLosesNothing(t *testing.T) {
	b := newBook(t)
	path := b.Path()
	b.Close()
	for _, limit := range []int{300_000, 700_000, 1_000_000, 1_500_000} {
		cmd, out := worker(t, path, strconv.Itoa(limit), uint64(limit))
		acknowledged, last := 0, ""
		for out.Scan() {
			if n, err := strconv.Atoi(out.Text()); err == nil {
				acknowledged = max(acknowledged, n)
			}
			last = out.Text()
		}
		cmd.Wait()
		if !strings.Contains(last, "may not grow") || !strings.Contains(last, path) {
			t.Errorf("at %d bytes the worker ends with %q", limit, last)
		}
		surviving(t, path, acknowledged, "at "+strconv.Itoa(limit)+" bytes")
	}
}
