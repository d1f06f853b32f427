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

	"tollbook/asked"
	"tollbook/casualty"
	"tollbook/store"
)

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
			defer sparing()()
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
		if asked.ReleaseFiles[format] == "" {
			return &casualty.Problem{Where: "--format", Found: format, Want: "one or more of xlsx, package, hxl, json, geojson, html"}
		}
	}
	frozen, err := asked.Frozen(book, o.asked())
	if err != nil {
		return err
	}
	r, to, err := frozen.Read(book, program())
	if err != nil {
		return err
	}
	defer a.watch(ctx, &to)()
	release, contents, err := asked.Made(ctx, r, to, wanted)
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
		if !slices.Contains(asked.KeptForms(release), x.format) {
			return &casualty.Problem{Where: "--format", Found: x.format, Want: "a form that a release keeps: " + strings.Join(asked.KeptForms(release), ", ")}
		}
		was, err = v.File(x.id, asked.ReleaseFiles[x.format])
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
	now, err := asked.Remade(cmd.Context(), book, release, x.format, program())
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
