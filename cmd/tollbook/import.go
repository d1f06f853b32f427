package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/ingest/mapping"
	"tollbook/ingest/table"
	"tollbook/store"
)

// importFlags is what a person says of a table and of how it is to be read.
type importFlags struct {
	addFlags
	mapping, preset, sheet, set, save, result string
	order, decimal, charset, delimiter        string
	zeroUnknown                               bool
	dry, yes, confirm, validOnly              bool
}

func (a *app) importCommand() *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use:   "import FILE --source NAME",
		Short: "Bring in a spreadsheet (xlsx, csv, JSON): every row accounted for, all or nothing",
		Long: `Bring in a spreadsheet (xlsx, csv, JSON): every row accounted for, all or nothing.

Columns are known by their headings, from a preset, from a mapping file, or found
from headings and HXL tags; what is found is shown first and read only with --yes.
--dry-run shows everything and writes nothing. A cell that cannot be read stops the
import, unless --valid-only sets it aside and keeps the rest. The same file again
changes nothing; a later file of the same set changes what changed in it. What the
rows say is suggested; --confirm, once you have looked at the mapping and the dry
run, confirms it, also when the file is in the book already.

A workbook that tollbook export wrote (--profile internal) brings in exactly the cells
that were changed in it, in its sheets Claims and Incidents.

The result is your own file again, with a status, a reason and ids on every row.
A mapping says for each column one of these, or a figure such as "killed", "injured
civilians low", "killed children high", "killed cumulative":

` + strings.TrimRight(mapping.Words(), "\n"),
		Example: `  tollbook import strikes.xlsx --source "Example Monitor" --dry-run
  tollbook import strikes.xlsx --source "Example Monitor" --yes --save-mapping strikes.json
  tollbook import strikes-july.xlsx --source "Example Monitor" --mapping strikes.json --confirm`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return a.importTable(cmd, args[0], f) },
	}
	f.flags(cmd)
	formatFlag(cmd, &f.format)
	return cmd
}

func (f *importFlags) flags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.BoolVar(&f.dry, "dry-run", false, "show what would be done, write nothing")
	flags.StringVar(&f.preset, "preset", "", "a mapping that comes with the program: "+strings.Join(presetNames(), ", "))
	flags.StringVar(&f.mapping, "mapping", "", "a mapping file")
	flags.StringVar(&f.save, "save-mapping", "", "write the mapping as it was used to this file")
	flags.BoolVar(&f.yes, "yes", false, "take the columns as they were found")
	flags.BoolVar(&f.confirm, "confirm", false, "confirm what the rows say, so that it enters figures")
	flags.BoolVar(&f.validOnly, "valid-only", false, "set aside what cannot be read and keep the rest")
	flags.StringVar(&f.sheet, "sheet", "", "the sheet to read (default: the one that fits)")
	flags.StringVar(&f.set, "set", "", "the series of files that this one belongs to (default: the mapping's, else the file's name)")
	flags.StringVar(&f.order, "date-order", "", "dmy, mdy, or serial for bare day numbers, where dates can be read both ways")
	flags.StringVar(&f.decimal, "decimal", "", "the decimal sign: with , the cell 1.200 is 1200")
	flags.BoolVar(&f.zeroUnknown, "zero-may-be-unknown", false, "0 stands for unknown too, so no row claims a reported zero")
	flags.StringVar(&f.charset, "charset", "", "of a csv (default: found and shown)")
	flags.StringVar(&f.delimiter, "delimiter", "", "of a csv (default: found and shown)")
	flags.StringVar(&f.result, "result", "", "where your file goes with a status on every row: .xlsx, .csv or .json by its name, or none (default: NAME.result beside where you are)")
	flags.StringVar(&f.source, "source", "", "who published the table, by name (required, but not for a workbook of our own)")
	flags.StringVar(&f.published, "published", "", "when: 2025-07-01")
	flags.StringVar(&f.address, "address", "", "where it was published")
	flags.StringVar(&f.sourceType, "source-type", "", "a new source's type: outlet, agency, ministry, ...")
	flags.StringVar(&f.reliability, "source-reliability", "", "a new source's reliability, A to F")
	flags.BoolVar(&f.party, "source-party", false, "a new source is a fighting side or speaks for one")
	flags.StringVar(&f.sensitivity, "sensitivity", "", "of the file: public, partner, internal or sealed")
	flags.StringVar(&f.consent, "consent", "", "of the people concerned: not_needed, given, refused or withdrawn")
}

func presetNames() []string {
	presets, err := mapping.Presets()
	if err != nil {
		return []string{err.Error()}
	}
	names := make([]string, len(presets))
	for i, m := range presets {
		names[i] = m.Name
	}
	return names
}

// lean is the number of rows beyond which an import is [sparing]: what it holds of each
// row adds up.
const lean = 10_000

func (a *app) importTable(cmd *cobra.Command, path string, f importFlags) error {
	path, f.mapping, f.save = a.at(path), a.at(f.mapping), a.at(f.save)
	file, content, err := readTable(path, f)
	if err != nil {
		return err
	}
	if own, ok := curate.ExportOf(file); ok {
		return a.importEdits(file, own.Head, f)
	}
	if f.source == "" {
		return &casualty.Problem{Where: "--source", Want: "who published the table, by name"}
	}
	m, err := f.mapped()
	if err != nil {
		return err
	}
	bound, err := m.On(file, f.sheet)
	if err != nil {
		return errors.Join(casualty.At(file.Name, err), a.saveDraft(file, f))
	}
	in, err := f.job(file, content, bound)
	if err != nil {
		return err
	}
	found := f.preset == "" && f.mapping == "" && !f.yes
	in.DryRun = f.dry || found
	if bound.Count() > lean {
		defer sparing()()
	}
	progress, finish := a.progress(bound.Count())
	in.Progress = progress
	var got curate.Imported
	err = a.withImportBook(in.DryRun, func(book *store.Book) (err error) {
		got, err = curate.ImportTable(cmd.Context(), book, a.act("import", "rows of "+file.Name+", sheet and columns as mapped"), in)
		return err
	})
	finish()
	if err != nil && !errors.Is(err, curate.ErrRows) {
		return err
	}
	p := importPage{app: a, flags: f, file: file, bound: bound, in: in, got: got, found: found}
	return p.out(err)
}

func readTable(path string, f importFlags) (*table.File, []byte, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, nil, &casualty.Problem{Where: path, Found: "a folder", Want: "a file"}
	}
	var content []byte
	err := openSteady(path, func(in io.Reader) (err error) {
		content, err = table.Read(path, in)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	file, err := table.Open(path, content, table.Options{Charset: f.charset, Delimiter: f.delimiter})
	return file, content, err
}

// saveDraft writes the headings down for a person to say what they mean, where
// too little was found.
func (a *app) saveDraft(file *table.File, f importFlags) error {
	if f.save == "" || f.mapping != "" || f.preset != "" {
		return nil
	}
	m, err := mapping.Draft(file, f.sheet)
	if err != nil {
		return err
	}
	if err := writeWhole(f.save, false, m.Save); err != nil {
		return err
	}
	a.printf("Wrote %s: say there what the columns mean.\n", f.save)
	return nil
}

// mapped is the mapping that the flags ask for; without one, a mapping that
// finds everything.
func (f importFlags) mapped() (m mapping.Mapping, err error) {
	switch {
	case f.mapping != "" && f.preset != "":
		return m, &casualty.Problem{Where: "--mapping", Found: "a preset beside it", Want: "one of the two"}
	case f.preset != "":
		m, err = mapping.Preset(f.preset)
	case f.mapping != "":
		in, openErr := os.Open(f.mapping)
		if openErr != nil {
			return m, openErr
		}
		defer in.Close()
		if m, err = mapping.Load(in); err != nil {
			err = casualty.At(f.mapping, err)
		}
	default:
		m = mapping.Mapping{Format: mapping.Format, Find: true}
	}
	for _, over := range []struct {
		from string
		to   *string
	}{{f.order, &m.DateOrder}, {f.decimal, &m.Decimal}, {f.set, &m.Set}} {
		if over.from != "" {
			*over.to = over.from
		}
	}
	m.ZeroUnknown = m.ZeroUnknown || f.zeroUnknown
	return m, errors.Join(err, m.Check())
}

// job joins the table with what the person said of it.
func (f importFlags) job(file *table.File, content []byte, bound *mapping.Bound) (curate.Import, error) {
	in := curate.Import{
		Content: content, Bound: bound, Set: bound.Mapping.Set, Confirm: f.confirm, ValidOnly: f.validOnly,
		Source:   casualty.Source{Name: f.source, Party: f.party},
		Document: casualty.Document{Name: file.Name, MediaType: file.MediaType, Charset: file.Charset, Address: f.address},
	}
	if in.Set == "" {
		in.Set = strings.TrimSuffix(file.Name, filepath.Ext(file.Name))
	}
	if f.delimiter != "" && file.Format == table.CSV {
		in.Document.MediaType = mime.FormatMediaType(file.MediaType, map[string]string{"delimiter": f.delimiter}) // so that a check reads it the same way
	}
	published, err := casualty.ParseMoment(f.published)
	if err != nil {
		return in, casualty.At("--published", err)
	}
	in.Document.Published = published
	for _, v := range []curate.Value{{Name: "type", Text: f.sourceType}, {Name: "reliability", Text: f.reliability}} {
		if err := curate.SetSource(&in.Source, v); err != nil {
			return in, casualty.At("--source-"+v.Name, err)
		}
	}
	return in, curate.SetProtection(&in.Document, f.sensitivity, f.consent)
}

// withImportBook runs fn on the book. A dry run where there is none yet takes
// one that is gone afterwards.
func (a *app) withImportBook(dry bool, fn func(*store.Book) error) error {
	_, err := os.Stat(a.bookPath())
	absent := errors.Is(err, fs.ErrNotExist)
	switch {
	case !absent:
		return a.withBook(fn)
	case !dry:
		if err = a.withNewBook(fn); err != nil {
			a.removeEmptyBook()
		}
		return err
	}
	folder, err := os.MkdirTemp("", "tollbook-dry-run-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	book, err := store.Create(filepath.Join(folder, "dry.tollbook"), a.options())
	if err != nil {
		return err
	}
	return errors.Join(fn(book), book.Close())
}

// removeEmptyBook takes away a book that was made for an import that failed: it
// leaves nothing behind. A book that anybody has written to stays.
func (a *app) removeEmptyBook() {
	empty := false
	err := a.withBook(func(book *store.Book) error {
		return book.Read(store.At{}, func(v *store.View) error {
			empty = v.Head().Entry == 0
			return nil
		})
	})
	if err == nil && empty {
		_ = os.Remove(a.bookPath())
	}
}

// problemsOr tells what the exit code is to be.
func problemsOr(got curate.Imported) error {
	if len(got.Problems) > 0 || got.Count()[curate.RowConflict] > 0 {
		return errProblems
	}
	return nil
}

func thousands(n int) string {
	text := fmt.Sprint(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}
