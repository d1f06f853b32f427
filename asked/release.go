package asked

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/exports"
	"tollbook/store"
)

// outlets are the forms of an export, by the name of --format.
var outlets = map[string]func(io.Writer, casualty.Record, exports.Options) error{
	"xlsx":    exports.Workbook,
	"package": exports.Package,
	"hxl":     exports.HXL,
	"json":    exports.JSON,
	"geojson": exports.GeoJSON,
	"html":    exports.HTML,
}

// Formats lists the outlets and the two forms of one table.
var Formats = []string{"xlsx", "csv", "csv-excel", "package", "hxl", "json", "geojson", "html"}

// Outlet finds the writer of a format; csv writes the one table that is named.
func Outlet(format, table string) (func(io.Writer, casualty.Record, exports.Options) error, error) {
	if write, ok := outlets[format]; ok {
		return write, nil
	}
	if format != "csv" && format != "csv-excel" {
		return nil, &casualty.Problem{Where: "format", Found: format, Want: "one of " + strings.Join(Formats, ", ")}
	}
	return func(w io.Writer, r casualty.Record, o exports.Options) error {
		return exports.CSV(w, r, o, table, format == "csv-excel")
	}, nil
}

// ReleaseFiles are the files that a release can keep, by their format.
var ReleaseFiles = map[string]string{
	"xlsx": "report.xlsx", "package": "package.zip", "hxl": "hxl.csv", "json": "tables.json", "geojson": "incidents.geojson", "html": "report.html",
}

// ErrStopped is what a person's wish to stop makes of an export.
var ErrStopped = errors.New("stopped; nothing was written")

// Stoppable ends a writing when a person wants it ended.
type Stoppable struct {
	Ctx context.Context
	io.Writer
}

func (s Stoppable) Write(b []byte) (int, error) {
	if s.Ctx.Err() != nil {
		return 0, ErrStopped
	}
	return s.Writer.Write(b)
}

// Frozen names what the order means today by what will mean it always: the
// entry of the journal and the versions of the methods.
func Frozen(book *store.Book, o Order) (Order, error) {
	r, err := o.Record(book)
	if err != nil {
		return o, err
	}
	if r.Entries == 0 {
		return o, &casualty.Problem{Where: "release", Want: "a book that holds something: this one is empty"}
	}
	methods, err := o.MethodList()
	if err != nil {
		return o, err
	}
	o.AsOf, o.Methods = fmt.Sprintf("#%d", r.Entries), methodVersions(methods)
	if o.Since != "" {
		at, err := StateNamed(book, o.Since)
		if err != nil {
			return o, err
		}
		since, err := Record(book, at)
		if err != nil {
			return o, err
		}
		if o.Since[0] != 'e' {
			o.Since = fmt.Sprintf("#%d", since.Entries)
		}
	}
	return o, nil
}

// Made makes the files and the digests of the tables.
func Made(ctx context.Context, r casualty.Record, o exports.Options, wanted []string) (release casualty.Release, contents [][]byte, err error) {
	m := o.Methods[0]
	release = casualty.Release{
		Title: o.Title, Profile: cmp.Or(o.Profile, exports.Internal), Method: m.String(), Lexicon: m.Lexicon.String(), AsOf: r.AsOf, Head: r.Head, Entry: r.Entries, Program: o.Program,
	}
	for _, format := range wanted {
		var b bytes.Buffer
		if err := outlets[format](Stoppable{ctx, &b}, r, o); err != nil {
			return release, nil, err
		}
		release.Files = append(release.Files, casualty.File{Name: ReleaseFiles[format]})
		contents = append(contents, b.Bytes())
	}
	release.Tables, err = exports.Freeze(r, o)
	return release, contents, err
}

// Remade makes a file of a release again, and holds its tables against those that
// were released.
func Remade(ctx context.Context, book *store.Book, release casualty.Release, format, program string) ([]byte, error) {
	o, err := OrderOf(release.Settings)
	if err != nil {
		return nil, err
	}
	r, to, err := o.Read(book, program)
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
	err = outlets[format](Stoppable{ctx, &b}, r, to)
	return b.Bytes(), err
}

// KeptForms are the forms of the files that a release keeps.
func KeptForms(release casualty.Release) (forms []string) {
	for _, format := range Formats {
		if slices.ContainsFunc(release.Files, func(f casualty.File) bool { return f.Name == ReleaseFiles[format] }) {
			forms = append(forms, format)
		}
	}
	return forms
}
