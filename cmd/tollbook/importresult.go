package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/term"

	"tollbook/casualty"
	"tollbook/ingest/table"
)

func (p importPage) saveMapping() error {
	if p.flags.save == "" {
		return nil
	}
	m := p.bound.Complete()
	if m.Set == "" {
		m.Set = p.in.Set
	}
	return writeWhole(p.flags.save, false, m.Save)
}

// writeResult hands the person's own file back with a status on every row. A
// result of an earlier run under the name that the program chose is replaced.
func (p importPage) writeResult() error {
	path, force := p.flags.result, false
	if path == "none" {
		return nil
	}
	if path == "" {
		ext := map[string]string{table.XLSX: ".xlsx", table.CSV: ".csv", table.JSON: ".csv"}[p.file.Format]
		path, force = strings.TrimSuffix(p.file.Name, filepath.Ext(p.file.Name))+".result"+ext, true
	}
	write, err := p.resultAs(filepath.Ext(path))
	if err != nil {
		return err
	}
	if err := writeWhole(p.at(path), force, write); err != nil {
		return err
	}
	if p.flags.format == "table" {
		p.printf("\nEvery row with its status: %s\n", path)
	}
	return nil
}

// resultAs is how the result is written under a name that ends so. Of a file that
// has no such form, it is the list of rows.
func (p importPage) resultAs(ext string) (func(io.Writer) error, error) {
	format := strings.TrimPrefix(strings.ToLower(ext), ".")
	switch {
	case format == table.JSON:
		return func(w io.Writer) error {
			enc := json.NewEncoder(w)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			return enc.Encode(p.json(true).Rows)
		}, nil
	case format == p.file.Format:
		return func(w io.Writer) error { return p.got.Annotate(w, p.file, p.bound) }, nil
	case format == table.CSV:
		return p.got.List, nil
	}
	return nil, &casualty.Problem{Where: "--result", Found: ext, Want: "a name that ends in ." + p.file.Format + ", .csv or .json, or none"}
}

// progress draws how far a long import is, on a terminal only.
func (a *app) progress(total int) (show func(int), finish func()) {
	out, isFile := a.errw.(*os.File)
	if !isFile || !term.IsTerminal(int(out.Fd())) || total < 20_000 {
		return nil, func() {}
	}
	start := a.now()
	return func(rows int) {
			spent := a.now().Sub(start).Seconds()
			if spent <= 0 {
				return
			}
			fmt.Fprint(out, "\r"+progressLine(rows, total, spent)+" \x1b[K")
		}, func() {
			fmt.Fprint(out, "\r\x1b[K")
		}
}

// progressLine draws how far an import is after so many seconds: a bar, the rate and
// the time left.
func progressLine(rows, total int, seconds float64) string {
	const width = 20
	done := min(rows*width/max(total, 1), width)
	rate := float64(rows) / seconds
	left := time.Duration(float64(max(total-rows, 0))/max(rate, 0.001)) * time.Second
	return fmt.Sprintf("[%s%s] %s of %s rows, %s rows a second, %s left",
		strings.Repeat("#", done), strings.Repeat(".", width-done), thousands(rows), thousands(total), thousands(int(rate)), left)
}
