package ingest

import (
	"bytes"
	"html"
	"strings"
	"unicode/utf8"

	"tollbook/casualty"
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

// readable is a page with everything but its words blanked out, byte for byte as
// long as the page: a place in it is the place in the page as received. Blocks
// end in a line break, and an entity becomes its character.
func readable(page string) string {
	out := []byte(strings.Repeat(" ", len(page)))
	for at := 0; at < len(page); {
		switch page[at] {
		case '<':
			at = skipTag(page, at, out)
		case '&':
			at = entity(page, at, out)
		case '\n', '\r':
			at++ // a line of the source is none of the page
		default:
			out[at] = page[at]
			at++
		}
	}
	return string(out)
}

// skipTag passes over the tag at the place, and over the content of an element
// that is not read; it returns where the page goes on.
func skipTag(page string, at int, out []byte) int {
	if strings.HasPrefix(page[at:], "<!--") {
		return after(page, at, "-->")
	}
	name := tagName(page[at+1:])
	if name == "" && !strings.HasPrefix(page[at:], "</") && !strings.HasPrefix(page[at:], "<!") && !strings.HasPrefix(page[at:], "<?") {
		out[at] = '<' // no tag: "3 < 5"
		return at + 1
	}
	if !inline[strings.TrimPrefix(name, "/")] {
		out[at] = '\n'
	}
	end := after(page, at, ">")
	if unread[name] && !strings.HasSuffix(page[at:end], "/>") {
		return closing(page, end, name)
	}
	return end
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

// attribute is the value of the attribute that follows the mark in a page's head;
// empty where there is none.
func attribute(head, mark, name string) string {
	i := strings.Index(head, mark)
	if i < 0 {
		return ""
	}
	tag := head[strings.LastIndexByte(head[:i+1], '<')+1:]
	tag = tag[:after(tag, 0, ">")]
	_, value, found := strings.Cut(tag, name+`="`)
	if !found {
		return ""
	}
	value, _, _ = strings.Cut(value, `"`)
	return html.UnescapeString(value)
}

// describe takes from a page's head what it says of itself: when it was
// published, and in which language. What is not well formed is not taken.
func describe(meta *casualty.Document, page string) {
	head := page[:min(len(page), 1<<16)]
	if published, err := casualty.ParseMoment(attribute(head, `"article:published_time"`, "content")); err == nil {
		meta.Published = published
	}
	if language, _, _ := strings.Cut(attribute(head, "<html", "lang"), "-"); len(language) == 2 {
		meta.Language = strings.ToLower(language)
	}
}
