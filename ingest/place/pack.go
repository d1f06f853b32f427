package place

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"slices"
	"strings"
)

// An Entry is one place of a gazetteer.
type Entry struct {
	Name       string
	Country    string  // ISO 3166-1, two letters
	Admin1     string  // name of the first-level unit; empty: not known
	Lat, Lon   float64 // degrees
	Population int     // 0: not known
	ID         int     // of GeoNames; 0: not known
}

// Pack writes entries in little space: column after column, in the order of their
// folded names, compressed.
func Pack(entries []Entry) ([]byte, error) {
	entries = slices.Clone(entries)
	slices.SortFunc(entries, func(a, b Entry) int {
		if order := strings.Compare(fold(a.Name), fold(b.Name)); order != 0 {
			return order
		}
		return b.Population - a.Population
	})
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	p := packer{w: w, texts: map[string]uint64{}}
	p.number(uint64(len(entries)))
	for _, column := range columns {
		for i := range entries {
			column.pack(&p, &entries[i])
		}
	}
	err = errors.Join(p.err, w.Close())
	return b.Bytes(), err
}

// columns are how each part of an entry is written and read.
var columns = []struct {
	pack   func(*packer, *Entry)
	unpack func(*unpacker, *Entry)
}{
	{func(p *packer, e *Entry) { p.following(e.Name) }, func(u *unpacker, e *Entry) { e.Name = u.following() }},
	{func(p *packer, e *Entry) { p.repeated(e.Country) }, func(u *unpacker, e *Entry) { e.Country = u.repeated() }},
	{func(p *packer, e *Entry) { p.repeated(e.Admin1) }, func(u *unpacker, e *Entry) { e.Admin1 = u.repeated() }},
	{func(p *packer, e *Entry) { p.degrees(e.Lat) }, func(u *unpacker, e *Entry) { e.Lat = u.degrees() }},
	{func(p *packer, e *Entry) { p.degrees(e.Lon) }, func(u *unpacker, e *Entry) { e.Lon = u.degrees() }},
	{func(p *packer, e *Entry) { p.number(uint64(e.Population)) }, func(u *unpacker, e *Entry) { e.Population = int(u.number()) }},
	{func(p *packer, e *Entry) { p.number(uint64(e.ID)) }, func(u *unpacker, e *Entry) { e.ID = int(u.number()) }},
}

type packer struct {
	w     io.Writer
	err   error
	last  string
	texts map[string]uint64 // number of each repeated text, from 1
}

func (p *packer) bytes(b []byte) {
	if p.err == nil {
		_, p.err = p.w.Write(b)
	}
}

func (p *packer) number(n uint64) { p.bytes(binary.AppendUvarint(nil, n)) }

// following writes a text as what it has of the one before, and the rest.
func (p *packer) following(text string) {
	same := 0
	for same < min(len(text), len(p.last)) && text[same] == p.last[same] {
		same++
	}
	p.last = text
	p.number(uint64(same))
	p.number(uint64(len(text) - same))
	p.bytes([]byte(text[same:]))
}

// repeated writes a text once, and its number from then on.
func (p *packer) repeated(text string) {
	n := p.texts[text]
	p.number(n)
	if n == 0 {
		p.texts[text] = uint64(len(p.texts)) + 1
		p.number(uint64(len(text)))
		p.bytes([]byte(text))
	}
}

// degrees are kept to the ten-thousandth: eleven metres.
func (p *packer) degrees(d float64) { p.bytes(binary.AppendVarint(nil, int64(math.Round(d*1e4)))) }

func unpack(packed []byte) ([]Entry, error) {
	text, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		return nil, err
	}
	u := unpacker{rest: text}
	n := u.number()
	if n > uint64(len(text)) {
		return nil, errCutOff
	}
	entries := make([]Entry, n)
	for _, column := range columns {
		for i := range entries {
			column.unpack(&u, &entries[i])
		}
	}
	return entries, u.err
}

var errCutOff = errors.New("the gazetteer is cut off")

type unpacker struct {
	rest  []byte
	err   error
	last  []byte
	texts []string
}

func (u *unpacker) number() uint64 {
	n, size := binary.Uvarint(u.rest)
	return n * uint64(u.take(size))
}

func (u *unpacker) take(size int) (ok int) {
	if size <= 0 || size > len(u.rest) || u.err != nil {
		u.err, u.rest = errCutOff, nil
		return 0
	}
	u.rest = u.rest[size:]
	return 1
}

func (u *unpacker) bytes(n uint64) []byte {
	if n > uint64(len(u.rest)) {
		u.err, u.rest = errCutOff, nil
		return nil
	}
	b := u.rest[:n]
	u.rest = u.rest[n:]
	return b
}

func (u *unpacker) following() string {
	same := min(int(u.number()), len(u.last))
	u.last = append(u.last[:same], u.bytes(u.number())...)
	return string(u.last)
}

func (u *unpacker) repeated() string {
	n := u.number()
	if n == 0 {
		u.texts = append(u.texts, string(u.bytes(u.number())))
		n = uint64(len(u.texts))
	}
	if n > uint64(len(u.texts)) {
		u.err = errCutOff
		return ""
	}
	return u.texts[n-1]
}

func (u *unpacker) degrees() float64 {
	n, size := binary.Varint(u.rest)
	return float64(n*int64(u.take(size))) / 1e4
}
