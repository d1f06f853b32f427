package ingest

import (
	"bytes"
	"cmp"
	"html"
	"strings"
	"unicode/utf8"
)

// isHTML tells whether a text is a page and no plain text.
func isHTML(content []byte) bool {
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(content[:min(len(content), 1024)], []byte("\ufeff"))))
	return bytes.HasPrefix(start, []byte("<!doctype html")) || bytes.HasPrefix(start, []byte("<html")) ||
		bytes.HasPrefix(start, []byte("<?xml")) && bytes.Contains(start, []byte("<html"))
}

// unread are the elements of a page whose content is not its story.
var unread = map[string]bool{
	"script": true, "style": true, "noscript": true, "template": true, "svg": true, "nav": true, "footer": true,
	"aside": true, "form": true, "button": true, "select": true, "iframe": true, "head": true,
}

// inline are the elements that part no sentences.
var inline = map[string]bool{
	"a": true, "abbr": true, "b": true, "bdi": true, "bdo": true, "cite": true, "em": true, "font": true, "i": true, "mark": true,
	"q": true, "s": true, "small": true, "span": true, "strong": true, "sub": true, "sup": true, "time": true, "u": true, "wbr": true,
}

// A piece of a page is a tag with what it hides, or a run of text between two
// tags.
type piece struct {
	start, end int
	tag        string // in small letters, with the slash of a closing one; empty for text
	text       bool
	heading    bool // text of a main heading
}

// pieces cuts a page, in one pass.
func pieces(page string) []piece {
	s := markup{page, [2]int{strings.LastIndexByte(page, '"'), strings.LastIndexByte(page, '\'')}}
	var all []piece
	start, heading := 0, false
	for at := 0; at < len(page); {
		i := strings.IndexByte(page[at:], '<')
		if i < 0 {
			break
		}
		at += i
		end, tag := s.tag(at)
		if end == 0 {
			at++ // no tag: "3 < 5"
			continue
		}
		if at > start {
			all = append(all, piece{start: start, end: at, text: true, heading: heading})
		}
		all = append(all, piece{start: at, end: end, tag: tag})
		heading = tag == "h1" || heading && tag != "/h1"
		start, at = end, end
	}
	if start < len(page) {
		all = append(all, piece{start: start, end: len(page), text: true, heading: heading})
	}
	return all
}

// readable is a page with everything but its words blanked out, byte for byte as
// long as the page: a place in it is the place in the page as received. Blocks
// end in a line break, a row of a label and its number in one, and an entity becomes its character. Where the page's
// article is found, only that and the main headings are its words.
func readable(page string) string {
	all := pieces(page)
	shown, within := article(page, all), joints(page, all)
	out := []byte(strings.Repeat(" ", len(page)))
	for i, p := range all {
		switch {
		case p.text && (shown == nil || shown[i] || p.heading):
			words(page, p, out)
		case !p.text && !inline[strings.TrimPrefix(p.tag, "/")]:
			out[p.start] = cmp.Or(within[i], '\n')
		}
	}
	return string(out)
}

// words copies a run of text, without the line ends of its source.
func words(page string, p piece, out []byte) {
	for at := p.start; at < p.end; {
		switch page[at] {
		case '&':
			at = entity(page[:p.end], at, out)
		case '\n', '\r':
			at++ // a line of the source is none of the page
		default:
			out[at] = page[at]
			at++
		}
	}
}

// markup is a page, and where its last quotation marks of either kind stand.
type markup struct {
	page string
	last [2]int
}

// tag gives the end of the tag at the place, with the content of an element that
// is not read, and its name; 0 where there is no tag.
func (m markup) tag(at int) (end int, name string) {
	page := m.page
	if strings.HasPrefix(page[at:], "<!--") {
		return after(page, at, "-->"), "!"
	}
	name = tagName(page[at+1:])
	if name == "" && !strings.HasPrefix(page[at:], "</") && !strings.HasPrefix(page[at:], "<!") && !strings.HasPrefix(page[at:], "<?") {
		return 0, ""
	}
	end = m.closed(at)
	if unread[name] && !strings.HasSuffix(page[at:end], "/>") {
		return closing(page, end, name), name
	}
	return end, cmp.Or(name, "!")
}

// closed is the place behind the mark that ends a tag: one in the value of an
// attribute does not.
func (m markup) closed(at int) int {
	page := m.page
	for at < len(page) {
		i := strings.IndexAny(page[at:], "\"'>")
		if i < 0 {
			break
		}
		at += i + 1
		mark := page[at-1]
		if mark == '>' {
			return at
		}
		kind := strings.IndexByte("\"'", mark)
		if value := strings.TrimRight(page[max(0, at-9):at-1], " \n\t"); strings.HasSuffix(value, "=") && at <= m.last[kind] {
			at += strings.IndexByte(page[at:], mark) + 1
		}
	}
	return len(page)
}

// tagName is the name of a tag in small letters, with its slash.
func tagName(tag string) string {
	end := strings.IndexFunc(tag, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '/' || r == '-' || r == ':')
	})
	if end <= 0 {
		return ""
	}
	name := strings.ToLower(tag[:end])
	return name[:1] + strings.TrimSuffix(name[1:], "/") // "br/" is "br", "/p" stays
}

// after is the place behind the next mark; the end of the page without one.
func after(page string, at int, mark string) int {
	if i := strings.Index(page[at:], mark); i >= 0 {
		return at + i + len(mark)
	}
	return len(page)
}

// closing is the place of the tag that closes the element; the end of the page
// without one.
func closing(page string, at int, name string) int {
	for at < len(page) {
		i := strings.Index(page[at:], "</")
		if i < 0 {
			return len(page)
		}
		at += i
		if tagName(page[at+1:]) == "/"+name {
			return at
		}
		at += 2
	}
	return at
}

// maxEntity is how many bytes a character entity has at most.
const maxEntity = 12

// entity writes the character that an entity stands for, filled up with marks
// that no reader sees; it returns where the page goes on.
func entity(page string, at int, out []byte) int {
	end := strings.IndexByte(page[at:min(len(page), at+maxEntity)], ';')
	if end < 0 {
		out[at] = '&'
		return at + 1
	}
	end += at + 1
	char := html.UnescapeString(page[at:end])
	if char == page[at:end] || len(char) > end-at || !utf8.ValidString(char) {
		out[at] = '&'
		return at + 1
	}
	fill(out[at:end], char)
	return end
}

// fill writes a character and fills the rest with soft hyphens, of two bytes, and
// one zero width space, of three.
func fill(out []byte, char string) {
	rest := out[copy(out, char):]
	if len(rest)%2 == 1 && len(rest) >= 3 {
		rest = rest[copy(rest, "\u200b"):]
	}
	for len(rest) >= 2 {
		rest = rest[copy(rest, "\u00ad"):]
	}
}
