package sheet

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"

	"github.com/klauspost/compress/flate"
)

// A packer is the zip writer that the library writes into. The library hands
// over some parts in the order of a Go map; the packer keeps each part
// compressed, edits those that need it, and writes them in one order with one
// time, so that equal parts make an equal file.
type packer struct {
	out   io.Writer
	edits map[string]func([]byte) ([]byte, error)
	rows  map[string]*rows // of tables, by the part that they belong into
	parts []*part
}

// A part is one file within the workbook, compressed as it comes.
type part struct {
	name   string
	raw    *bytes.Buffer // of a part that is edited first
	rows   *rows         // that belong into it
	packed bytes.Buffer
	after  bytes.Buffer // what follows the rows
	deflat *flate.Writer
	sum    uint32
	size   uint64
}

// The level is fixed with the module's version: another deflate gives other bytes.
const packLevel = 6

func checksum(b []byte) uint32 { return crc32.ChecksumIEEE(b) }

// Create begins a part; the part before it is complete.
func (p *packer) Create(name string) (io.Writer, error) {
	if err := p.finish(); err != nil {
		return nil, err
	}
	next := &part{name: name, rows: p.rows[name]}
	if p.edits[name] != nil || next.rows != nil {
		next.raw = &bytes.Buffer{}
	}
	p.parts = append(p.parts, next)
	return next, nil
}

// AddFS belongs to the library's interface and is not used.
func (p *packer) AddFS(fs.FS) error { return fmt.Errorf("sheet: a workbook takes no folder") }

func (t *part) Write(b []byte) (int, error) {
	if t.raw != nil {
		return t.raw.Write(b)
	}
	return t.deflate(b)
}

func (t *part) deflate(b []byte) (int, error) {
	if t.deflat == nil {
		var err error
		if t.deflat, err = flate.NewWriter(&t.packed, packLevel); err != nil {
			return 0, err
		}
	}
	t.sum = crc32.Update(t.sum, crc32.IEEETable, b)
	t.size += uint64(len(b))
	return t.deflat.Write(b)
}

// finish edits and closes the last part.
func (p *packer) finish() error {
	if len(p.parts) == 0 {
		return nil
	}
	t := p.parts[len(p.parts)-1]
	if t.rows != nil {
		return t.around()
	}
	if t.raw != nil {
		edited, err := p.edits[t.name](t.raw.Bytes())
		if err != nil {
			return fmt.Errorf("sheet: part %s: %w", t.name, err)
		}
		t.raw = nil
		if _, err := t.deflate(edited); err != nil {
			return err
		}
	}
	if t.deflat == nil {
		return nil
	}
	err := t.deflat.Close()
	t.deflat = nil
	return err
}

// around puts what the library wrote of a sheet around the rows of its table. Each
// of the three pieces is compressed for itself; together they are one stream.
func (t *part) around() error {
	before, after, found := bytes.Cut(t.raw.Bytes(), []byte("</sheetData>"))
	if !found {
		return fmt.Errorf("sheet: part %s has no rows to join", t.name)
	}
	if _, err := t.deflate(before); err != nil {
		return err
	}
	if err := t.deflat.Flush(); err != nil {
		return err
	}
	after = append([]byte("</sheetData>"), after...)
	t.sum = joined(joined(t.sum, t.rows.sum, t.rows.size), checksum(after), uint64(len(after)))
	t.size += t.rows.size + uint64(len(after))
	t.deflat.Reset(&t.after)
	_, err := t.deflat.Write(after)
	if err == nil {
		err = t.deflat.Close()
	}
	t.raw, t.deflat = nil, nil
	return err
}

// pieces are the compressed bytes of the part, in order.
func (t *part) pieces() []io.WriterTo {
	if t.rows == nil {
		return []io.WriterTo{&t.packed}
	}
	return []io.WriterTo{&t.packed, &t.rows.out, &t.after}
}

func (t *part) packedSize() uint64 {
	n := uint64(t.packed.Len() + t.after.Len())
	if t.rows != nil {
		n += t.rows.out.size
	}
	return n
}

// Close writes the parts: the two that say what the file is first, the others
// by name, all with the earliest time that a zip can carry.
func (p *packer) Close() error {
	if err := p.finish(); err != nil {
		return err
	}
	slices.SortFunc(p.parts, func(a, b *part) int {
		return cmp.Or(cmp.Compare(place(a.name), place(b.name)), cmp.Compare(a.name, b.name))
	})
	archive := zip.NewWriter(p.out)
	for _, t := range p.parts {
		w, err := archive.CreateRaw(t.header())
		if err != nil {
			return err
		}
		for _, piece := range t.pieces() {
			if _, err := piece.WriteTo(w); err != nil {
				return err
			}
		}
	}
	return archive.Close()
}

func place(name string) int {
	first := []string{"[Content_Types].xml", "_rels/.rels"}
	if i := slices.Index(first, name); i >= 0 {
		return i
	}
	return len(first)
}

// newYear1980 is the earliest date in the form of a zip.
const newYear1980 = 1<<5 | 1

func (t *part) header() *zip.FileHeader {
	h := &zip.FileHeader{
		Name: t.name, Method: zip.Deflate,
		CRC32: t.sum, CompressedSize64: t.packedSize(), UncompressedSize64: t.size,
	}
	//lint:ignore SA1019 CreateRaw writes this field as it stands and does not look at Modified
	h.ModifiedDate = newYear1980
	return h
}
