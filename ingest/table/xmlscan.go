package table

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// An xmlScan reads the XML of workbooks: elements, attributes, text. It knows
// the five entities and numbers of characters, and refuses a document type, so
// there is nothing in it that could grow. Prefixes of names are passed over: the
// strict variant differs from the usual one in name spaces alone.
type xmlScan struct {
	r    *bufio.Reader
	held []byte // of the token under way

	name  string // local name of a start or end
	attrs []byte // raw
	empty bool   // the start is its own end
	raw   []byte // the tag without its brackets; nil for the end of an empty element
	text  []byte // raw text; see string
	cdata bool
	ended bool // the empty start's end is yet to be given
}

type xmlToken uint8

const (
	xmlEnd xmlToken = iota + 1
	xmlStart
	xmlText
)

var errXML = errors.New("the workbook is damaged: its XML cannot be read")

func newXMLScan(r io.Reader) *xmlScan {
	b := bufio.NewReaderSize(r, 64<<10)
	if start, _ := b.Peek(2); len(start) == 2 && (start[0] == 0xff && start[1] == 0xfe || start[0] == 0xfe && start[1] == 0xff) {
		b = bufio.NewReaderSize(transform.NewReader(b, unicode.BOMOverride(encoding.Nop.NewDecoder())), 64<<10)
	}
	if start, _ := b.Peek(3); string(start) == "\xef\xbb\xbf" {
		_, _ = b.Discard(3)
	}
	return &xmlScan{r: b}
}

// next gives the next token; io.EOF after the last. What it points to is valid
// until the next call.
func (x *xmlScan) next() (xmlToken, error) {
	if x.ended {
		x.ended, x.raw = false, nil
		return xmlEnd, nil
	}
	for {
		c, err := x.r.ReadByte()
		if err != nil {
			return 0, err
		}
		if c != '<' {
			if err := x.r.UnreadByte(); err != nil {
				return 0, err
			}
			if x.text, err = x.until('<'); err != nil && err != io.EOF {
				return 0, err
			}
			x.cdata = false
			if err == nil {
				x.text = x.text[:len(x.text)-1]
				_ = x.r.UnreadByte()
			}
			return xmlText, nil
		}
		token, err := x.markup()
		if token != 0 || err != nil {
			return token, err
		}
	}
}

// until reads up to and including a byte, at most [MaxCell].
func (x *xmlScan) until(end byte) ([]byte, error) {
	part, err := x.r.ReadSlice(end)
	if err == nil {
		return part, nil
	}
	x.held = append(x.held[:0], part...)
	for err == bufio.ErrBufferFull {
		if len(x.held) > MaxCell {
			return nil, fmt.Errorf("%w: one cell holds more than a million bytes", errXML)
		}
		part, err = x.r.ReadSlice(end)
		x.held = append(x.held, part...)
	}
	return x.held, err
}

// markup reads what follows a "<"; 0 for what says nothing.
func (x *xmlScan) markup() (xmlToken, error) {
	start, _ := x.r.Peek(8)
	switch {
	case bytes.HasPrefix(start, []byte("!--")):
		return 0, x.skip("-->")
	case bytes.HasPrefix(start, []byte("![CDATA[")):
		_, _ = x.r.Discard(8)
		text, err := x.through("]]>")
		x.text, x.cdata = text, true
		return xmlText, err
	case bytes.HasPrefix(start, []byte("?")):
		return 0, x.skip("?>")
	case bytes.HasPrefix(start, []byte("!")):
		return 0, fmt.Errorf("%w: it declares a document type, as no spreadsheet program writes", errXML)
	}
	raw, err := x.tag()
	if err != nil {
		return 0, err
	}
	x.raw = raw
	closing := len(raw) > 0 && raw[0] == '/'
	if closing {
		raw = raw[1:]
	}
	x.empty = len(raw) > 0 && raw[len(raw)-1] == '/'
	if x.empty {
		raw = raw[:len(raw)-1]
	}
	name, attrs := raw, []byte(nil)
	if i := bytes.IndexAny(raw, " \t\r\n"); i >= 0 {
		name, attrs = raw[:i], raw[i+1:]
	}
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	x.setName(name)
	x.attrs = attrs
	if closing {
		return xmlEnd, nil
	}
	x.ended = x.empty
	return xmlStart, nil
}

// setName keeps the common names from being made anew for each cell.
func (x *xmlScan) setName(name []byte) {
	if x.name != string(name) {
		switch string(name) {
		case "c":
			x.name = "c"
		case "v":
			x.name = "v"
		case "row":
			x.name = "row"
		case "t":
			x.name = "t"
		case "f":
			x.name = "f"
		default:
			x.name = string(name)
		}
	}
}

// tag reads to the ">" that ends the tag; one within quotes does not.
func (x *xmlScan) tag() ([]byte, error) {
	raw, err := x.until('>')
	if err != nil {
		return nil, unexpected(err)
	}
	if !openQuote(raw) {
		return raw[:len(raw)-1], nil
	}
	whole := bytes.Clone(raw)
	for openQuote(whole) {
		more, err := x.until('>')
		if err != nil {
			return nil, unexpected(err)
		}
		if whole = append(whole, more...); len(whole) > MaxCell {
			return nil, fmt.Errorf("%w: an endless tag", errXML)
		}
	}
	return whole[:len(whole)-1], nil
}

func openQuote(raw []byte) bool {
	var quote byte
	for _, c := range raw {
		switch {
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote:
			quote = 0
		}
	}
	return quote != 0
}

func unexpected(err error) error {
	if err == io.EOF {
		return fmt.Errorf("%w: it breaks off", errXML)
	}
	return err
}

// through reads up to a mark and gives what stands before it.
func (x *xmlScan) through(mark string) ([]byte, error) {
	var whole []byte
	for !bytes.HasSuffix(whole, []byte(mark)) {
		part, err := x.until('>')
		if err != nil {
			return nil, unexpected(err)
		}
		if whole = append(whole, part...); len(whole) > MaxCell {
			return nil, fmt.Errorf("%w: one cell holds more than a million bytes", errXML)
		}
	}
	return whole[:len(whole)-len(mark)], nil
}

func (x *xmlScan) skip(mark string) error {
	_, err := x.through(mark)
	return err
}

// attr is an attribute's value, by its local name; empty if it is not there.
func (x *xmlScan) attr(name string) string { return decoded(x.rawAttr(name)) }

// rawAttr is the value as it is written, valid until the next token.
func (x *xmlScan) rawAttr(name string) []byte {
	for rest := x.attrs; ; {
		at := bytes.IndexByte(rest, '=')
		if at < 0 {
			return nil
		}
		key := bytes.TrimSpace(rest[:at])
		rest = bytes.TrimLeft(rest[at+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		if i := bytes.LastIndexByte(key, ':'); i >= 0 {
			key = key[i+1:]
		}
		if string(key) == name {
			return rest[1 : end+1]
		}
		rest = rest[end+2:]
	}
}

// appendTo adds the text of the token to b.
func (x *xmlScan) appendTo(b []byte) []byte {
	if x.cdata || bytes.IndexByte(x.text, '&') < 0 && bytes.IndexByte(x.text, '\r') < 0 {
		return append(b, x.text...)
	}
	return append(b, decoded(x.text)...)
}

// string is the text of the token.
func (x *xmlScan) string() string {
	if x.cdata {
		return string(x.text)
	}
	return decoded(x.text)
}

var entities = map[string]string{"amp": "&", "lt": "<", "gt": ">", "quot": `"`, "apos": "'"}

// decoded replaces the five entities and numbers of characters, and line ends as
// XML does; an entity that it does not know stays as it is written.
func decoded(raw []byte) string {
	text := string(raw)
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	if strings.IndexByte(text, '&') < 0 {
		return text
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "&")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, ";")
		value, known := entity(name)
		if !closed || !known {
			b.WriteByte('&')
			text = rest
			continue
		}
		b.WriteString(value)
		text = after
	}
}

func entity(name string) (string, bool) {
	if value, ok := entities[name]; ok {
		return value, true
	}
	digits, isNumber := strings.CutPrefix(name, "#")
	if !isNumber {
		return "", false
	}
	base := 10
	if hex, isHex := strings.CutPrefix(digits, "x"); isHex {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	if err != nil || !utf8.ValidRune(rune(n)) {
		return "", false
	}
	return string(rune(n)), true
}
