package sheet

import (
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"
)

// Properties describe the workbook to whoever lists files. They come from the
// record and the settings, never from the clock, the machine or its user.
type Properties struct {
	Title, Subject, Description, Creator, Keywords string
	Language                                       string     // ISO 639-1
	Created                                        string     // RFC 3339, in UTC
	Custom                                         []Property // in the order in which they are written
	RightToLeft                                    bool
	Footer                                         string // the left part of each page's footer
	Choose                                         string // what a reader is told who enters a value that a list has not
}

// A Property is one of the workbook's custom properties.
type Property struct{ Name, Value string }

// A Book is a workbook in the making. Its sheets are declared when it is made;
// each is opened, filled and closed once, in any order, and then it is written.
type Book struct {
	file   *excelize.File
	props  Properties
	names  []string
	styles [looks]int
	state  map[string]sheetState
	tables map[string]bool
	charts map[string][]byte // by part name
	drawn  int               // how many charts there are
	rows   map[string]*rows  // of tables, by part name
}

type sheetState int

const (
	declared sheetState = iota
	opened
	closed
)

// New makes a workbook with these sheets, in this order. The caller closes it.
func New(p Properties, names ...string) (*Book, error) {
	if err := checkNames(names); err != nil {
		return nil, err
	}
	b := &Book{
		file: excelize.NewFile(), props: p, names: names,
		state: map[string]sheetState{}, tables: map[string]bool{}, charts: map[string][]byte{}, rows: map[string]*rows{},
	}
	for i, name := range names {
		if err := b.declare(i, name); err != nil {
			return nil, err
		}
	}
	var err error
	if b.styles, err = makeStyles(b.file, p.RightToLeft); err != nil {
		return nil, err
	}
	return b, b.describe()
}

func (b *Book) declare(i int, name string) error {
	b.state[name] = declared
	if i == 0 {
		return b.file.SetSheetName(b.file.GetSheetName(0), name)
	}
	_, err := b.file.NewSheet(name)
	return err
}

// describe writes the properties, and none of the library's own.
func (b *Book) describe() error {
	err := b.file.SetDocProps(&excelize.DocProperties{
		Title: Clean(b.props.Title), Subject: Clean(b.props.Subject), Description: Clean(b.props.Description),
		Creator: Clean(b.props.Creator), LastModifiedBy: Clean(b.props.Creator), Keywords: Clean(b.props.Keywords),
		Language: b.props.Language, Created: b.props.Created, Modified: b.props.Created,
	})
	if err != nil {
		return err
	}
	// Excel takes a version that is not of this form for damage.
	if err := b.file.SetAppProps(&excelize.AppProperties{Application: "Tollbook", AppVersion: "1.0000"}); err != nil {
		return err
	}
	for _, p := range b.props.Custom {
		if err := b.file.SetCustomProps(excelize.CustomProperty{Name: p.Name, Value: Clean(p.Value)}); err != nil {
			return err
		}
	}
	return nil
}

// Write writes the workbook. Every sheet must have been filled and closed.
func (b *Book) Write(w io.Writer) error {
	for _, name := range b.names {
		if b.state[name] != closed {
			return fmt.Errorf("sheet: %s was not filled and closed", name)
		}
	}
	edits := map[string]func([]byte) ([]byte, error){
		"[Content_Types].xml": sortDefaults,
		"xl/styles.xml":       func(xml []byte) ([]byte, error) { return nameStyles(xml, b.styles) },
	}
	for name, drawn := range b.charts {
		edits[name] = func([]byte) ([]byte, error) { return drawn, nil }
	}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return &packer{out: w, edits: edits, rows: b.rows} })
	_, err := b.file.WriteToBuffer() // the packer writes past the library's buffer
	return err
}

// Close gives back what the workbook holds on disk.
func (b *Book) Close() error {
	for _, r := range b.rows {
		r.close()
	}
	return b.file.Close()
}

// part is the name of a sheet's part.
func (b *Book) part(name string) string {
	return fmt.Sprintf("xl/worksheets/sheet%d.xml", slices.Index(b.names, name)+1)
}
