package charset

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// A Placer tells where in the bytes of a document a part of its decoded text
// stands. Asked in the order of the text, it goes through the bytes once.
type Placer struct {
	content []byte
	coding  encoding.Encoding
	mark    int // length of the byte order mark
	text    int // a place in the text, and
	bytes   int // the place of the bytes that became it
}

// NewPlacer makes a Placer for content in the charset that [Decode] named.
func NewPlacer(content []byte, name string) *Placer {
	coding, _ := charset.Lookup(name)
	if name == UTF8 {
		coding = unicode.UTF8
	}
	p := &Placer{content: content, coding: coding}
	for _, mark := range marks[name] {
		if bytes.HasPrefix(content, []byte(mark)) {
			p.mark = len(mark)
		}
	}
	p.bytes = p.mark
	return p
}

// marks are the byte order marks that [Decode] takes away.
var marks = map[string][]string{"utf-16le": {"\xff\xfe"}, "utf-16be": {"\xfe\xff"}}

// Place gives the bytes that became the bytes start to end of the text.
func (p *Placer) Place(start, end int) (from, to int) {
	if p.coding == nil {
		return start, end
	}
	if start < p.text {
		p.text, p.bytes = 0, p.mark
	}
	p.bytes += p.read(p.bytes, start-p.text)
	p.text = start
	return p.bytes, p.bytes + p.read(p.bytes, end-start)
}

// read tells how many bytes from a place on give n bytes of text.
func (p *Placer) read(at, n int) (taken int) {
	const step = 64 << 10
	decoder := p.coding.NewDecoder()
	var buffer [step]byte
	for n > 0 {
		room := min(n, step)
		wrote, used, err := decoder.Transform(buffer[:room], p.content[at+taken:], true)
		taken, n = taken+used, n-wrote
		if err == nil || wrote == 0 && (used == 0 || room < utf8.UTFMax) {
			break
		}
	}
	return taken
}
