//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// nobody is an account that owns nothing. Root writes into read-only folders, so
// a test that runs as root starts the program as nobody.
const nobody = 65534

func TestAReadOnlyFolderGetsASentence(t *testing.T) {
	folder := t.TempDir()
	for _, above := range []string{folder, filepath.Dir(folder)} {
		if err := os.Chmod(above, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	text := write(t, folder, "a.txt", "Five people were killed in the village on Monday.")
	closed := filepath.Join(folder, "closed")
	if err := os.Mkdir(closed, 0o555); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(text, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := asNobody(t, folder, "add", text, "--book", filepath.Join(closed, "b.tollbook"), "--source", "Gazette", "--published", "2025-03-03")
	out, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "may not write here") || strings.Count(string(out), "\n") != 1 {
		t.Errorf("said %q (%v), want one sentence", out, err)
	}
	if names, _ := os.ReadDir(closed); len(names) != 0 {
		t.Errorf("left behind: %v", names)
	}
}

// asNobody is a child process of the program that may write nowhere else.
func asNobody(t *testing.T, folder string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := command(t, folder, args...)
	if os.Geteuid() != 0 {
		return cmd
	}
	// The test binary lies in a folder of root's own; nobody needs a copy.
	program := filepath.Join(folder, "program")
	data, err := os.ReadFile(cmd.Path)
	if err == nil {
		err = os.WriteFile(program, data, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	cmd.Path = program
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	return cmd
}
