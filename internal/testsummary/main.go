// Command testsummary reads the output of go test -json and prints what a person
// wants to know: failures whole, what was skipped and why, and the counts.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// An event is one line of go test -json.
type event struct{ Action, Package, Test, Output string }

func main() {
	failed := summarize(os.Stdin, os.Stdout)
	if failed {
		os.Exit(1)
	}
}

// summarize tells whether anything failed; no test at all is a failure too.
func summarize(in io.Reader, out io.Writer) (failed bool) {
	output := map[string][]string{}
	counts := map[string]int{}
	skips := map[string]int{}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var e event
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			fmt.Fprintln(out, lines.Text()) // the go command's own words
			continue
		}
		key := e.Package + " " + e.Test
		switch e.Action {
		case "output", "build-output":
			output[key] = append(output[key], e.Output)
		case "fail":
			fmt.Fprintf(out, "--- failed: %s\n%s", key, strings.Join(output[key], ""))
			failed = true
			fallthrough
		case "pass", "skip":
			if e.Test != "" {
				counts[e.Action]++
			}
			if e.Action == "skip" && e.Test != "" {
				skips[reason(output[key])]++
			}
			delete(output, key)
		}
	}
	for key, text := range output {
		if strings.Contains(strings.Join(text, ""), "FAIL") {
			fmt.Fprintf(out, "--- %s\n%s", key, strings.Join(text, ""))
		}
	}
	printSkips(out, skips)
	fmt.Fprintf(out, "%d passed, %d failed, %d skipped\n", counts["pass"], counts["fail"], counts["skip"])
	return failed || counts["pass"] == 0
}

// reason is what a skipped test said.
func reason(lines []string) string {
	for _, line := range lines {
		if _, said, ok := strings.Cut(strings.TrimSpace(line), ".go:"); ok {
			_, said, _ = strings.Cut(said, ": ")
			return said
		}
	}
	return "no reason given"
}

func printSkips(out io.Writer, skips map[string]int) {
	reasons := make([]string, 0, len(skips))
	for r := range skips {
		reasons = append(reasons, r)
	}
	slices.Sort(reasons)
	for _, r := range reasons {
		fmt.Fprintf(out, "skipped %d: %s\n", skips[r], r)
	}
}
