package table

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"tollbook/casualty"
)

// Bounds of a workbook's parts, uncompressed. They are counted as the bytes
// come, because what a zip file says of itself need not be true.
const (
	maxParts   = 10_000
	maxSmall   = 64 << 20  // workbook, relations, styles
	maxStrings = 256 << 20 // shared texts, all together
	maxSheet   = 4 << 30
	maxRatio   = 1_500 // uncompressed bytes for each compressed one; deflate itself ends near 1,030
)

var errTooLarge = errors.New("unpacked it is larger than any spreadsheet program would write: a broken or hostile file")

func (f *File) openZip() error {
	archive, err := zip.NewReader(bytes.NewReader(f.content), int64(len(f.content)))
	if err != nil {
		return &casualty.Problem{Found: "a damaged zip file", Want: saveAs}
	}
	if len(archive.File) > maxParts {
		return &casualty.Problem{Found: fmt.Sprintf("a zip file of %d parts", len(archive.File)), Want: saveAs}
	}
	f.parts = map[string]*zip.File{}
	for _, part := range archive.File {
		name := strings.ToLower(part.Name)
		if _, twice := f.parts[name]; twice {
			return &casualty.Problem{Found: "a workbook with two parts of one name", Want: saveAs}
		}
		f.parts[name] = part
	}
	for _, other := range []struct{ part, is string }{
		{"xl/workbook.bin", "a binary workbook (.xlsb)"},
		{"mimetype", "an OpenDocument file (.ods)"},
		{"word/document.xml", "a Word document"},
	} {
		if f.parts[other.part] != nil {
			return &casualty.Problem{Found: other.is, Want: saveAs}
		}
	}
	f.Format = XLSX
	return f.openWorkbook()
}

// part opens a part for reading up to a bound.
func (f *File) part(name string, bound int64) (io.ReadCloser, error) {
	part, ok := f.parts[strings.ToLower(strings.TrimPrefix(name, "/"))]
	if !ok {
		return nil, fmt.Errorf("%w: the part %q is missing", errXML, casualty.Shorten(name, 60))
	}
	if max := int64(part.CompressedSize64) * maxRatio; max < bound {
		bound = max + 1<<16
	}
	r, err := part.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %v", errXML, err)
	}
	return &bounded{ReadCloser: r, left: bound}, nil
}

// bounded ends with an error, not with an end of file, when there is too much.
type bounded struct {
	io.ReadCloser
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, errTooLarge
	}
	if err != nil && err != io.EOF {
		err = fmt.Errorf("%w: %v", errXML, err)
	}
	return n, err
}

// scan walks through a part, a call for each token.
func (f *File) scan(name string, bound int64, fn func(*xmlScan, xmlToken) error) error {
	r, err := f.part(name, bound)
	if err != nil {
		return err
	}
	defer r.Close()
	x := newXMLScan(r)
	for {
		token, err := x.next()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = fn(x, token)
		}
		if err != nil {
			return err
		}
	}
}

// A book is what the sheets of a workbook share.
type book struct {
	file    *File
	era1904 bool
	formats []dateForm // of each cell style
	strings []string
}

func (f *File) openWorkbook() error {
	b := &book{file: f}
	main, err := f.mainPart()
	if err != nil {
		return err
	}
	relations, err := f.relations(main)
	if err != nil {
		return err
	}
	var sheets []struct {
		name, part string
		veiled     bool
	}
	err = f.scan(main, maxSmall, func(x *xmlScan, token xmlToken) error {
		switch {
		case token != xmlStart:
		case x.name == "workbookPr":
			b.era1904 = isTrue(x.attr("date1904"))
		case x.name == "sheet":
			if r := relations[x.attr("id")]; strings.HasSuffix(r.kind, "/worksheet") {
				sheets = append(sheets, struct {
					name, part string
					veiled     bool
				}{x.attr("name"), r.target, strings.Contains(strings.ToLower(x.attr("state")), "hidden")})
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, r := range relations {
		switch {
		case strings.HasSuffix(r.kind, "/sharedStrings"):
			err = b.readStrings(r.target)
		case strings.HasSuffix(r.kind, "/styles"):
			err = b.readStyles(r.target)
		}
		if err != nil {
			return err
		}
	}
	f.sheets = map[string]string{}
	for _, s := range sheets {
		t, err := b.sheet(s.name, s.part)
		if err != nil {
			return casualty.At("sheet "+casualty.Shorten(s.name, 40), err)
		}
		if t.Veiled = s.veiled; t.Count > 0 {
			f.Tables = append(f.Tables, t)
			f.sheets[s.name] = s.part
		}
	}
	return nil
}

type relation struct{ kind, target string }

func (f *File) mainPart() (string, error) {
	relations, err := f.relations("")
	if err != nil {
		return "", &casualty.Problem{Found: "a zip file that is no workbook", Want: saveAs}
	}
	for _, r := range relations {
		if strings.HasSuffix(r.kind, "/officeDocument") {
			return r.target, nil
		}
	}
	return "", &casualty.Problem{Found: "a zip file that is no workbook", Want: saveAs}
}

// relations are the parts that a part names, by id. A target stays within the
// file whatever it says: parts are looked up by name, never on disk.
func (f *File) relations(of string) (map[string]relation, error) {
	folder, base := path.Split(of)
	all := map[string]relation{}
	err := f.scan(folder+"_rels/"+base+".rels", maxSmall, func(x *xmlScan, token xmlToken) error {
		if token == xmlStart && x.name == "Relationship" && x.attr("TargetMode") != "External" {
			target := x.attr("Target")
			if !strings.HasPrefix(target, "/") {
				target = "/" + folder + target
			}
			all[x.attr("Id")] = relation{x.attr("Type"), strings.TrimPrefix(path.Clean(target), "/")}
		}
		return nil
	})
	return all, err
}

func isTrue(text string) bool { return text == "1" || text == "true" || text == "on" }

// readStrings reads the texts that cells share. Readings for the ear (rPh) are
// no part of a text.
func (b *book) readStrings(part string) error {
	var text strings.Builder
	var inText, inReading bool
	total := 0
	return b.file.scan(part, maxStrings, func(x *xmlScan, token xmlToken) error {
		switch {
		case token == xmlStart && x.name == "si":
			text.Reset()
		case token == xmlEnd && x.name == "si":
			if total += text.Len(); total > maxStrings {
				return errTooLarge
			}
			b.strings = append(b.strings, unescaped(text.String()))
		case x.name == "rPh" && token != xmlText:
			inReading = token == xmlStart
		case x.name == "t" && token != xmlText:
			inText = token == xmlStart
		case token == xmlText && inText && !inReading:
			text.WriteString(x.string())
		}
		return nil
	})
}

// unescaped undoes Excel's way of writing control characters: _x000D_.
func unescaped(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '_' && i+7 <= len(text) && text[i+1] == 'x' && text[i+6] == '_' {
			if n, err := strconv.ParseUint(text[i+2:i+6], 16, 16); err == nil {
				b.WriteRune(rune(n))
				i += 6
				continue
			}
		}
		b.WriteByte(text[i])
	}
	return b.String()
}
