package table

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"

	"tollbook/casualty"
)

// The formats.
const (
	XLSX = "xlsx"
	CSV  = "csv"
	JSON = "json"
)

// Bounds of what is read. Excel's own are 1,048,576 rows, 16,384 columns and
// 32,767 characters a cell.
const (
	MaxFile    = 512 << 20 // bytes of a file
	MaxRows    = 1 << 20   // rows of a sheet; of a csv, see maxRecords
	MaxColumns = 16_384
	MaxCell    = 1 << 20 // bytes of a cell as written in the file

	maxRecords = 20_000_000
	maxCells   = 400_000_000 // what the widest row times the rows of a sheet may come to
)

// A File is one file with its tables.
type File struct {
	Name      string // without its folder
	Format    string // XLSX, CSV or JSON
	MediaType string
	Charset   string // of csv, as read: "utf-8", "windows-1251"
	Delimiter string // of csv
	Notes     []string
	Tables    []*Table

	content []byte
	parts   map[string]*zip.File // of a workbook
	sheets  map[string]string    // name -> part
}

// Options overrule what is found.
type Options struct {
	Charset   string // of csv: a name such as windows-1251
	Delimiter string // of csv: one character
}

// media are the types under which documents are kept.
var media = map[string]string{
	XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	CSV:  "text/csv",
	JSON: "application/json",
}

// Open tells what a file is by its bytes, and finds its tables. Whatever cannot
// be read is refused by a [casualty.Problem] that says what to do instead.
func Open(name string, content []byte, o Options) (*File, error) {
	f := &File{Name: path.Base(strings.ReplaceAll(name, `\`, "/")), content: content}
	if len(bytes.TrimSpace(content)) == 0 {
		return nil, &casualty.Problem{Where: f.Name, Found: "an empty file", Want: "a workbook (xlsx), csv or JSON file with rows in it"}
	}
	for _, k := range known {
		if bytes.HasPrefix(content, []byte(k.magic)) {
			if k.open == nil {
				return nil, &casualty.Problem{Where: f.Name, Found: k.is, Want: k.want}
			}
			return f, f.opened(k.open(f))
		}
	}
	if first := firstByte(content); first == '[' || first == '{' {
		if err := f.openJSON(); err == nil || !looksSeparated(content) {
			return f, f.opened(err)
		}
	}
	return f, f.opened(f.openCSV(o))
}

const saveAs = "an .xlsx file: open it in Excel or LibreOffice, choose File, Save As, Excel Workbook (.xlsx), without a password, and import that"

// known are the first bytes of files; open is nil for what is not read.
var known = []struct {
	magic, is, want string
	open            func(*File) error
}{
	{"PK\x03\x04", "", "", (*File).openZip},
	{"PK\x05\x06", "an empty zip file", saveAs, nil},
	{"\xd0\xcf\x11\xe0", "an old .xls workbook, or one with a password", saveAs, nil},
	{"%PDF-", "a PDF file", "the table as a workbook (xlsx) or csv: ask its publisher for it, or copy it into a spreadsheet and check it by hand", nil},
	{"\x1f\x8b", "a gzip file", "the file inside it: unpack it first", nil},
	{"{\\rtf", "an RTF document", saveAs, nil},
	{"<!DOCTYPE", "a web page", saveAs, nil},
	{"<html", "a web page, as some sites hand out in place of a workbook", saveAs, nil},
	{"<?xml", "an XML file", saveAs, nil},
}

func (f *File) opened(err error) error {
	if err != nil {
		return casualty.At(f.Name, err)
	}
	f.MediaType = media[f.Format]
	if len(f.Tables) == 0 {
		return &casualty.Problem{Where: f.Name, Found: "no table with rows", Want: "a file with a row of headings and rows below it"}
	}
	return nil
}

func firstByte(content []byte) byte {
	trimmed := bytes.TrimSpace(bytes.TrimPrefix(content, []byte("\xef\xbb\xbf")))
	if len(trimmed) == 0 {
		return 0
	}
	return trimmed[0]
}

// looksSeparated: a csv may begin with a bracket in its first heading.
func looksSeparated(content []byte) bool {
	line, _, _ := bytes.Cut(content, []byte("\n"))
	return bytes.ContainsAny(line, ",;\t") && !bytes.ContainsAny(line, `{"`)
}

// Table finds a table by its name.
func (f *File) Table(name string) (*Table, error) {
	var names []string
	for _, t := range f.Tables {
		if strings.EqualFold(strings.TrimSpace(t.Name), strings.TrimSpace(name)) {
			return t, nil
		}
		names = append(names, t.Name)
	}
	return nil, &casualty.Problem{Where: f.Name + ": sheet", Found: name, Want: "one of " + strings.Join(names, ", ")}
}

// Read takes a file in whole, so that one that changes meanwhile is still read
// as one: no more than [MaxFile] bytes.
func Read(name string, r io.Reader) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return nil, casualty.At(path.Base(name), err)
	}
	if len(content) > MaxFile {
		return nil, &casualty.Problem{Where: path.Base(name), Found: "more than 512 MiB", Want: "a smaller file: cut it by year or by place"}
	}
	return content, nil
}
