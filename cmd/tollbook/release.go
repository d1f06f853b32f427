package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tollbook/casualty"
	"tollbook/exports"
	"tollbook/store"
)

// releaseFiles are the files that a release can keep, by their format.
var releaseFiles = map[string]string{
	"xlsx": "report.xlsx", "package": "package.zip", "hxl": "hxl.csv", "json": "tables.json", "geojson": "incidents.geojson", "html": "report.html",
}

func (a *app) releaseCommand() *cobra.Command {
	var o order
	var wanted []string
	cmd := &cobra.Command{
		Use:   "release --title TITLE",
		Short: "Freeze an export in the book: the files themselves, what was asked for, and digests of files and tables",
		Long: `Freeze an export in the book: the files themselves, what was asked for, and
digests of files and tables. tollbook export --release makes it again, also from
a book that has moved on, and compares.

What is erased from the record later still stands in the files of earlier
releases, here and wherever they were handed on; tollbook erase e1 takes a
release's files out of the book.`,
		Example: `  tollbook release --title "Harm to civilians, July 2025" --from 2025-07-01 --to 2025-07-31 --profile public
  tollbook export --release e1 --out july.xlsx`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withBook(func(book *store.Book) error { return a.release(cmd.Context(), book, o, wanted) })
		},
	}
	o.flags(cmd)
	cmd.Flags().StringSliceVar(&wanted, "format", []string{"xlsx", "package"}, "which files: xlsx, package, hxl, json, geojson, html")
	_ = cmd.MarkFlagRequired("title")
	return cmd
}

func (a *app) release(ctx context.Context, book *store.Book, o order, wanted []string) error {
	for _, format := range wanted {
		if releaseFiles[format] == "" {
			return &casualty.Problem{Where: "--format", Found: format, Want: "one or more of xlsx, package, hxl, json, geojson, html"}
		}
	}
	frozen, err := frozenOrder(book, o)
	if err != nil {
		return err
	}
	r, to, err := frozen.read(book)
	if err != nil {
		return err
	}
	defer a.watch(ctx, &to)()
	release, contents, err := made(ctx, r, to, wanted)
	if err != nil {
		return err
	}
	text, err := json.Marshal(frozen)
	if err != nil {
		return err
	}
	release.Settings = string(text)
	_, err = book.Do(a.act("release", release.Title), func(c *store.Change) error {
		release, err = c.KeepRelease(release, contents)
		return err
	})
	if err != nil {
		return err
	}
	a.showRelease(release)
	return nil
}

// frozenOrder names what the order means today by what will mean it always: the
// entry of the journal and the versions of the methods.
func frozenOrder(book *store.Book, o order) (order, error) {
	r, err := o.settling.record(book)
	if err != nil {
		return o, err
	}
	if r.Entries == 0 {
		return o, &casualty.Problem{Where: "release", Want: "a book that holds something: this one is empty"}
	}
	methods, err := o.settling.methodList()
	if err != nil {
		return o, err
	}
	o.settling.asOf, o.settling.methods = fmt.Sprintf("#%d", r.Entries), methodVersions(methods)
	if o.Since != "" {
		at, err := stateNamed(book, o.Since)
		if err != nil {
			return o, err
		}
		since, err := record(book, at)
		if err != nil {
			return o, err
		}
		if o.Since[0] != 'e' {
			o.Since = fmt.Sprintf("#%d", since.Entries)
		}
	}
	return o.whole(), nil
}

// made makes the files and the digests of the tables.
func made(ctx context.Context, r casualty.Record, o exports.Options, wanted []string) (release casualty.Release, contents [][]byte, err error) {
	m := o.Methods[0]
	release = casualty.Release{
		Title: o.Title, Profile: o.Profile, Method: m.String(), Lexicon: m.Lexicon.String(), AsOf: r.AsOf, Head: r.Head, Entry: r.Entries, Program: o.Program,
	}
	for _, format := range wanted {
		var b bytes.Buffer
		if err := outlets[format](stoppable{ctx, &b}, r, o); err != nil {
			return release, nil, err
		}
		release.Files = append(release.Files, casualty.File{Name: releaseFiles[format]})
		contents = append(contents, b.Bytes())
	}
	release.Tables, err = exports.Freeze(r, o)
	return release, contents, err
}

func (a *app) showRelease(release casualty.Release) {
	a.printf("Release %s: %s, as of entry #%d of the journal, %s.\n", release.ID, release.Title, release.Entry, release.AsOf)
	for _, f := range release.Files {
		a.printf("  %-18s %9d bytes  %s\n", f.Name, f.Size, f.SHA256)
	}
	for _, t := range release.Tables {
		a.printf("  %-18s %9d rows   %s\n", t.Name, t.Rows, t.SHA256)
	}
}

// again is a release to be made again in one of its forms.
type again struct {
	id     casualty.ReleaseID
	format string
	kept   bool
}

func (a *app) exportAgain(cmd *cobra.Command, book *store.Book, x again, out string, force bool) error {
	var release casualty.Release
	var was []byte
	err := book.Read(store.At{}, func(v *store.View) (err error) {
		if release, err = store.Releases.Get(v, x.id); err != nil {
			return err
		}
		if !slices.Contains(keptForms(release), x.format) {
			return &casualty.Problem{Where: "--format", Found: x.format, Want: "a form that a release keeps: " + strings.Join(keptForms(release), ", ")}
		}
		was, err = v.File(x.id, releaseFiles[x.format])
		return err
	})
	if err != nil {
		return err
	}
	if x.kept {
		if err := writeWhole(a.at(out), force, func(w io.Writer) error { _, err := w.Write(was); return err }); err != nil {
			return err
		}
		a.printf("Wrote %s as release %s kept it: %d bytes.\n", out, x.id, len(was))
		return nil
	}
	now, err := remade(cmd.Context(), book, release, x.format)
	if err != nil {
		return fmt.Errorf("release %s cannot be made again: %w; --kept gives the file as it was kept", x.id, err)
	}
	if release.Program == program() && !bytes.Equal(now, was) {
		return fmt.Errorf("release %s: the same program made other bytes than it kept; --kept gives the file as it was kept", x.id)
	}
	if err := writeWhole(a.at(out), force, func(w io.Writer) error { _, err := w.Write(now); return err }); err != nil {
		return err
	}
	a.printf("Wrote %s: release %s again, %s.\n", out, x.id, likeness(release, now, was))
	return nil
}

func likeness(release casualty.Release, now, was []byte) string {
	if bytes.Equal(now, was) {
		return fmt.Sprintf("the same %d bytes", len(now))
	}
	return fmt.Sprintf("the same tables (%d) by another program version than %s", len(release.Tables), release.Program)
}

// remade makes a file of a release again, and holds its tables against those that
// were released.
func remade(ctx context.Context, book *store.Book, release casualty.Release, format string) ([]byte, error) {
	o, err := orderOf(release.Settings)
	if err != nil {
		return nil, err
	}
	r, to, err := o.read(book)
	if err != nil {
		return nil, err
	}
	if r.Head != release.Head {
		return nil, &casualty.Problem{Where: "the journal's head", Found: r.Head, Want: release.Head}
	}
	if err := exports.Thawed(r, to, release.Tables); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = outlets[format](stoppable{ctx, &b}, r, to)
	return b.Bytes(), err
}

func keptForms(release casualty.Release) (forms []string) {
	for _, format := range formats {
		if slices.ContainsFunc(release.Files, func(f casualty.File) bool { return f.Name == releaseFiles[format] }) {
			forms = append(forms, format)
		}
	}
	return forms
}
