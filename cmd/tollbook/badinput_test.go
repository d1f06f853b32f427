package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// same tells whether a file's bytes are what they were.
func same(t *testing.T, path string, was []byte) {
	t.Helper()
	now, err := os.ReadFile(path)
	if err != nil || string(now) != string(was) {
		t.Errorf("%s was changed by a command that failed (%v)", filepath.Base(path), err)
	}
}

// refused runs a command that must fail with one sentence that says these words.
func refused(t *testing.T, words []string, args ...string) {
	t.Helper()
	code, out, errOut := do(t, "", args...)
	if code != exitFailed || out != "" {
		t.Errorf("%v: exit code %d, output %q; want a failure", args, code, out)
	}
	if strings.Count(strings.TrimSpace(errOut), "\n") > 0 || strings.Contains(errOut, "goroutine") {
		t.Errorf("%v said more than a sentence:\n%s", args, errOut)
	}
	for _, w := range words {
		if !strings.Contains(errOut, w) {
			t.Errorf("%v said %q, want it to speak of %q", args, errOut, w)
		}
	}
}

func TestBadInputGetsASentenceAndLosesNothing(t *testing.T) {
	folder := t.TempDir()
	book := filepath.Join(folder, "b.tollbook")
	good := write(t, folder, "good.txt", "Five people were killed in the village on Monday.")
	add := func(path, book string) []string {
		return []string{"add", path, "--book", book, "--source", "Gazette", "--published", "2025-03-03"}
	}
	if code, _, errOut := do(t, "", add(good, book)...); code != exitDone {
		t.Fatal(errOut)
	}
	was, err := os.ReadFile(book)
	if err != nil {
		t.Fatal(err)
	}
	latin := write(t, folder, "latin.txt", "Cinq morts \xe0 B\xe9ja, selon la pr\xe9fecture.")
	refused(t, []string{"latin.txt", "UTF-8"}, append(add(latin, book), "--charset", "utf-8")...)
	empty := write(t, folder, "empty.txt", "")
	refused(t, []string{"empty.txt"}, add(empty, book)...)
	huge := filepath.Join(folder, "huge.txt")
	if err := os.WriteFile(huge, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(huge, 200<<20); err != nil {
		t.Fatal(err)
	}
	refused(t, []string{"huge.txt", "MiB"}, add(huge, book)...)
	refused(t, []string{"folder"}, add(folder, book)...)
	torn := write(t, folder, "torn.tollbook", string(was[:len(was)/8]))
	refused(t, []string{"torn.tollbook"}, "check", "--book", torn)
	noise := write(t, folder, "noise.tollbook", strings.Repeat("no book at all ", 5000))
	refused(t, []string{"noise.tollbook"}, "figures", "--book", noise)
	same(t, noise, []byte(strings.Repeat("no book at all ", 5000)))
	same(t, torn, was[:len(was)/8])
	if code, out, errOut := do(t, "", "check", "--book", book); code != exitDone || !strings.Contains(out, "1 document, 1 claim") {
		t.Errorf("after all this the book reads %q %q", out, errOut)
	}
}

func TestAFullDiskLosesNothing(t *testing.T) {
	folder := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder).CombinedOutput(); err != nil {
		t.Skipf("a full disk needs a small file system of its own, and mounting one is not allowed here: %s", out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", folder).Run() })
	book := filepath.Join(folder, "b.tollbook")
	outside := t.TempDir()
	good := write(t, outside, "good.txt", "Five people were killed in the village on Monday.")
	if code, _, errOut := do(t, "", "add", good, "--book", book, "--source", "Gazette", "--published", "2025-03-03"); code != exitDone {
		t.Fatal(errOut)
	}
	large := write(t, outside, "large.txt", strings.Repeat("Five people were killed in the village on Monday. ", 20_000))
	refused(t, []string{"disk is full"}, "add", large, "--book", book, "--source", "Gazette", "--published", "2025-03-03")
	refused(t, []string{"disk is full"}, "backup", filepath.Join(folder, "copy.tollbook"), "--book", book)
	if code, out, errOut := do(t, "", "check", "--book", book); code != exitDone || !strings.Contains(out, "1 document, 1 claim") {
		t.Errorf("after a full disk the book reads %q %q", out, errOut)
	}
	names, err := os.ReadDir(folder)
	if err != nil || len(names) != 1 {
		t.Errorf("a full disk left %v behind (%v)", names, err)
	}
}
