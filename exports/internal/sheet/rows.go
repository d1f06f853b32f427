package sheet

import (
	"bytes"
	"io"
	"math/bits"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"
)

// The rows of a table are appended as bytes and compressed as they come, because
// the library's cost for each cell is many times that of its bytes, and because it
// keeps a large file in memory. What the library writes of the sheet, the packer
// puts around them.

// chunkSize is how many bytes of rows are compressed at once. A chunk begins with
// an empty dictionary, so that chunks can be compressed side by side; their order
// and their sizes do not depend on how many are.
const chunkSize = 512 << 10

// rows are the rows of one table, compressed.
type rows struct {
	raw   []byte // not compressed yet
	out   spill
	size  uint64 // of what was compressed
	sum   uint32 // CRC-32 of it
	queue chan *chunk
	ended chan error
}

type chunk struct {
	raw    []byte
	packed bytes.Buffer
	sum    uint32
	done   chan error
}

// rowsLevel is faster than packLevel by half, for a file that is a fifth larger.
const rowsLevel = 1

var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, rowsLevel)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

func (c *chunk) deflate() {
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(&c.packed)
	_, err := w.Write(c.raw)
	if err == nil {
		err = w.Flush() // ends on a whole byte; the stream goes on
	}
	c.sum = checksum(c.raw)
	c.done <- err
}

// add takes what has been appended to raw, a chunk at a time.
func (r *rows) add() {
	if len(r.raw) >= chunkSize {
		r.send()
	}
}

func (r *rows) send() {
	if r.queue == nil {
		r.queue, r.ended = make(chan *chunk, runtime.GOMAXPROCS(0)), make(chan error, 1)
		go r.collect(r.queue)
	}
	c := &chunk{raw: r.raw, done: make(chan error, 1)}
	r.raw = make([]byte, 0, chunkSize+chunkSize/8)
	r.queue <- c
	go c.deflate()
}

// collect keeps the chunks in their order.
func (r *rows) collect(queue chan *chunk) {
	var failed error
	for c := range queue {
		if err := <-c.done; err != nil && failed == nil {
			failed = err
		}
		if failed == nil {
			_, failed = c.packed.WriteTo(&r.out)
		}
		r.sum = joined(r.sum, c.sum, uint64(len(c.raw)))
		r.size += uint64(len(c.raw))
	}
	r.ended <- failed
}

// end compresses what is left.
func (r *rows) end() error {
	if len(r.raw) > 0 {
		r.send()
	}
	if r.queue == nil {
		return nil
	}
	close(r.queue)
	r.queue = nil
	return <-r.ended
}

// close ends the work that is under way and gives back the disk.
func (r *rows) close() {
	if r.queue != nil {
		close(r.queue)
		<-r.ended
		r.queue = nil
	}
	r.out.close()
}

// A spill keeps bytes in memory while they are few, then in a file of the system's
// temporary folder that has no name where the system can do without.
type spill struct {
	small bytes.Buffer
	file  *os.File
	size  uint64
}

// spillAt is how many bytes still stand in memory.
const spillAt = 1 << 20

func (s *spill) Write(b []byte) (int, error) {
	s.size += uint64(len(b))
	if s.file == nil && s.small.Len()+len(b) <= spillAt {
		return s.small.Write(b)
	}
	if s.file == nil {
		file, err := os.CreateTemp("", "tollbook-rows-*")
		if err != nil {
			return 0, err
		}
		_ = os.Remove(file.Name()) // a crash leaves nothing; Windows removes it in close
		s.file = file
		if _, err := s.small.WriteTo(file); err != nil {
			return 0, err
		}
	}
	return s.file.Write(b)
}

func (s *spill) WriteTo(w io.Writer) (int64, error) {
	if s.file == nil {
		return s.small.WriteTo(w)
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return 0, err
	}
	return io.Copy(w, s.file)
}

func (s *spill) close() {
	if s.file != nil {
		_ = s.file.Close()
		_ = os.Remove(s.file.Name())
		s.file = nil
	}
}

// appendRow writes a row as the sheet's part has it. letters name its columns.
func appendRow(b []byte, row int, height float64, letters []string, styles *[looks]int, cells []Cell) []byte {
	b = append(b, `<row r="`...)
	b = strconv.AppendInt(b, int64(row), 10)
	b = append(b, `" ht="`...)
	b = strconv.AppendFloat(b, height, 'f', -1, 64)
	b = append(b, `" customHeight="1">`...)
	for i := range cells {
		b = append(b, `<c r="`...)
		b = append(b, letters[i]...)
		b = strconv.AppendInt(b, int64(row), 10)
		b = append(b, `" s="`...)
		b = strconv.AppendInt(b, int64(styles[cells[i].Look]), 10)
		b = append(b, '"')
		b = appendValue(b, &cells[i])
	}
	return append(b, `</row>`...)
}

func appendValue(b []byte, c *Cell) []byte {
	text, isText := c.Value.(string)
	switch {
	case c.Formula == "" && c.Value == nil:
		return append(b, `/>`...)
	case c.Formula == "" && isText:
		b = append(b, ` t="inlineStr"><is><t`...)
		if text != strings.TrimSpace(text) {
			b = append(b, ` xml:space="preserve"`...)
		}
		b = append(b, '>')
		return append(appendText(b, text), `</t></is></c>`...)
	case isText:
		b = append(b, ` t="str"`...)
	}
	b = append(b, '>')
	if c.Formula != "" {
		b = append(b, `<f>`...)
		b = append(appendEscaped(b, c.Formula), `</f>`...)
	}
	switch v := c.Value.(type) {
	case int:
		b = append(b, `<v>`...)
		b = append(strconv.AppendInt(b, int64(v), 10), `</v>`...)
	case float64:
		b = append(b, `<v>`...)
		b = append(strconv.AppendFloat(b, v, 'f', -1, 64), `</v>`...)
	case string:
		if v != "" {
			b = append(b, `<v>`...)
			b = append(appendText(b, v), `</v>`...)
		}
	}
	return append(b, `</c>`...)
}

// coded is text that Excel would take for the code of a character.
var coded = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

func appendText(b []byte, text string) []byte {
	if strings.Contains(text, "_x") {
		text = coded.ReplaceAllString(text, "_x005F$0")
	}
	return appendEscaped(b, text)
}

func appendEscaped(b []byte, text string) []byte {
	for {
		i := strings.IndexAny(text, `&<>"`)
		if i < 0 {
			return append(b, text...)
		}
		b = append(b, text[:i]...)
		switch text[i] {
		case '&':
			b = append(b, `&amp;`...)
		case '<':
			b = append(b, `&lt;`...)
		case '>':
			b = append(b, `&gt;`...)
		case '"':
			b = append(b, `&#34;`...)
		}
		text = text[i+1:]
	}
}

// joined is the CRC-32 of two texts of which each's is known: that of the first is
// shifted by the length of the second, in bytes. After zlib's crc32_combine.
func joined(first, second uint32, length uint64) uint32 {
	shift := uint32(1) << 31  // x to the power of 0
	square := uint32(1) << 23 // x to the power of 8: one byte
	for ; length > 0; length >>= 1 {
		if length&1 == 1 {
			shift = product(square, shift)
		}
		square = product(square, square)
	}
	return product(shift, first) ^ second
}

// product multiplies two polynomials over bits, the lowest power in the highest
// bit, modulo that of CRC-32.
func product(a, b uint32) uint32 {
	p := uint32(0)
	for ; a != 0; a &^= 1 << (31 - bits.LeadingZeros32(a)) {
		p ^= times(b, bits.LeadingZeros32(a))
	}
	return p
}

// times is b times x to the power of n.
func times(b uint32, n int) uint32 {
	for range n {
		b = b>>1 ^ 0xedb88320&-(b&1)
	}
	return b
}
