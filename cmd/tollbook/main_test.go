package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// asCommand set in the environment makes the test binary the program itself, so
// that a test can start it as a process and kill it.
const asCommand = "TOLLBOOK_TEST_AS_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		main()
		return
	}
	testscript.Main(m, map[string]func(){"tollbook": main})
}

// TestScripts runs the commands as a person types them; each script in
// testdata/script is one story.
func TestScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("The short run starts no outside programs.")
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("TOLLBOOK_AUTHOR", "A. Researcher")
			e.Setenv("HOME", e.WorkDir)
			return nil
		},
		Condition: func(cond string) (bool, error) { return cond == "root" && os.Geteuid() == 0, nil },
	})
}

// command is a child process of the program.
func command(t *testing.T, folder string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), asCommand+"=1", "TOLLBOOK_AUTHOR=A. Researcher", "HOME="+folder)
	return cmd
}

// do runs the program in this process and gives its exit code and output.
func do(t *testing.T, stdin string, args ...string) (code int, out, errOut string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(stdin), &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

// write puts a file into the test's folder and gives its path.
func write(t *testing.T, folder, name, content string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestExitCodesAreTheContract(t *testing.T) {
	folder := t.TempDir()
	book := filepath.Join(folder, "b.tollbook")
	text := write(t, folder, "a.txt", "Five people were killed in the village on Monday.")
	for _, tt := range []struct {
		name string
		args []string
		want int
	}{
		{"an unknown command is wrong usage", []string{"figure"}, exitUsage},
		{"an unknown flag is wrong usage", []string{"figures", "--metod", "gtd"}, exitUsage},
		{"a missing argument is wrong usage", []string{"read"}, exitUsage},
		{"a missing required flag is wrong usage", []string{"add", text}, exitUsage},
		{"a book that is not there is a failure", []string{"figures", "--book", book}, exitFailed},
		{"a form that no listing has is wrong usage, before anything is done", []string{"add", text, "--format", "yaml", "--book", book, "--source", "Gazette", "--published", "2025-03-03"}, exitUsage},
		{"and nothing was done", []string{"figures", "--book", book}, exitFailed},
		{"a text read is done", []string{"read", text}, exitDone},
		{"an added text is done", []string{"add", text, "--book", book, "--source", "Gazette", "--published", "2025-03-03"}, exitDone},
		{"the same text again is a failure", []string{"add", text, "--book", book, "--source", "Gazette", "--published", "2025-03-03"}, exitFailed},
		{"a flag's wrong value is wrong usage", []string{"figures", "--book", book, "--method", "median"}, exitUsage},
		{"a sound book is done", []string{"check", "--book", book}, exitDone},
	} {
		if code, _, errOut := do(t, "", tt.args...); code != tt.want {
			t.Errorf("%s: exit code %d, want %d: %s", tt.name, code, tt.want, errOut)
		}
	}
}
