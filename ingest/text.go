package ingest

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"tollbook/casualty"
	"tollbook/ingest/charset"
)

// As is what a person, or the network, knows of a document beside its bytes.
type As struct {
	Charset  string // overrules what is found; empty: found
	Declared string // charset that a server named; trusted less than the bytes
}

// made is what a reader makes of a document.
type made struct {
	text   string
	reader string // and its version; empty: the bytes are the text
	media  string
	// charset of the bytes, empty where they are no text.
	charset string
	// place says where in the document as received a part of the text stands; nil
	// where the bytes are the text.
	place func(start, end int) string
	pageSays
	notes []string // what was not read, for a person
	parts []int    // where parts that may be in unlike languages begin in the text; nil: one
}

// A reader makes text of a document's bytes.
type reader func(content []byte, as As, depth int) (made, error)

// charsetReader is the version of what decodes texts in other charsets.
const charsetReader = "charset/1 "

// readText takes a plain text or a page, in any charset.
func readText(content []byte, as As, _ int) (made, error) {
	m := made{media: "text/plain", charset: charset.UTF8, text: string(content)}
	if err := m.decode(content, as); err != nil {
		return m, err
	}
	if strings.IndexByte(m.text, 0) >= 0 {
		return m, &casualty.Problem{Found: "a binary file", Want: wanted}
	}
	if isHTML([]byte(m.text[:min(len(m.text), 1024)])) {
		m.media, m.pageSays = "text/html", describe(m.text)
	}
	return m, nil
}

// decode fills in the text and its charset. A charset that a person names
// counts, then UTF-8 where the bytes are UTF-8, then what a server or the page
// itself declares, then a guess.
func (m *made) decode(content []byte, as As) error {
	named := as.Charset
	if named == "" && utf8.Valid(content) && !charset.Wide(content) {
		return nil
	}
	if named == "" && !charset.Wide(content) {
		named = declared(content, as.Declared)
	}
	if named == charset.UTF8 && as.Charset == "" {
		text, err := charset.Broken(content)
		m.decoded(text, content, charset.UTF8)
		return err
	}
	text, name, err := charset.Decode(content, named)
	if err == nil && name != charset.UTF8 { // a byte order mark stays: places are those of the bytes
		m.decoded(string(text), content, name)
	}
	return err
}

// decoded makes text the document's, with its places in the bytes.
func (m *made) decoded(text string, content []byte, name string) {
	m.text, m.charset, m.reader = text, name, charsetReader+name
	placer := charset.NewPlacer(content, name)
	m.place = func(start, end int) string {
		from, to := placer.Place(start, end)
		return fmt.Sprintf("bytes %d to %d", from, to)
	}
}

// declared is the charset that a server, or the head of a page, names; empty for
// none that is known.
func declared(content []byte, byServer string) string {
	if name := charset.Known(byServer); name != "" {
		return name
	}
	head := content[:min(len(content), 4096)]
	if !isHTML(head) {
		return ""
	}
	_, after, _ := strings.Cut(strings.ToLower(string(head)), "charset=")
	after = strings.TrimLeft(after, `"' `)
	if end := strings.IndexAny(after, `"' />;`); end > 0 {
		return charset.Known(after[:end])
	}
	return ""
}

// shown is the text as it is read: as long as the text, byte for byte, without
// what a reader of the document does not see.
func shown(media, text string) string {
	switch media {
	case "text/html":
		return readable(text)
	case "text/plain":
		return unwrapped(text)
	}
	return text
}

// Shown is the text of a kept document as a person reads it: its places are those
// of the text, and what a page does not show is blank.
func Shown(meta casualty.Document, text string) string { return shown(meta.MediaType, text) }

// unwrapped is a text, as long as before, without the line ends that only keep its
// lines short, as mail programs and old agencies wrote them: the sentences go on.
// A paragraph is wrapped where in all its lines the first word of the next would
// not have fitted any more.
func unwrapped(text string) string {
	out := []byte(text)
	lines := lineEnds(text)
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && !lines[to-1].blank(text) && !lines[to].blank(text) {
			to++
		}
		if wrapped(text, lines[from:to]) {
			for _, l := range lines[from : to-1] {
				if !ended(text[l.start:l.end]) {
					blankEnd(out, l.end)
				}
			}
		}
		from = to
	}
	return string(out)
}

// blankEnd makes the end of a line a blank, or two.
func blankEnd(out []byte, at int) {
	if out[at] == '\r' {
		out[at] = ' '
		at++
	}
	out[at] = ' '
}

// A line stands at its bytes, without its end.
type line struct{ start, end int }

func (l line) blank(text string) bool { return strings.TrimSpace(text[l.start:l.end]) == "" }

func lineEnds(text string) []line {
	var all []line
	for start := 0; ; {
		i := strings.IndexByte(text[start:], '\n')
		if i < 0 {
			return append(all, line{start, len(text)})
		}
		end := start + i
		if end > start && text[end-1] == '\r' {
			end--
		}
		all = append(all, line{start, end})
		start += i + 1
	}
}

// Wrapped lines have so many characters at the most, and the longest of a
// paragraph so many at least.
const shortWrap, longWrap = 50, 110

// wrapped tells whether the lines of a paragraph are one line that was cut. Of
// two lines, the second must go on in small letters.
func wrapped(text string, lines []line) bool {
	if len(lines) < 2 {
		return false
	}
	width := 0
	for _, l := range lines {
		if l.end-l.start > 4*longWrap {
			return false
		}
		width = max(width, utf8.RuneCountInString(text[l.start:l.end]))
	}
	if width < shortWrap || width > longWrap {
		return false
	}
	for i, l := range lines[1:] {
		before := lines[i]
		first, _, _ := strings.Cut(strings.TrimLeft(text[l.start:l.end], " \t>"), " ")
		fits := utf8.RuneCountInString(text[before.start:before.end])+1+utf8.RuneCountInString(first) <= width
		if fits || len(lines) == 2 && !isLower(first) {
			return false
		}
	}
	return true
}

func isLower(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}

// ended tells whether a line ends with the end of a sentence.
func ended(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, " \t\"'”»)"))
	return strings.ContainsRune(".!?:؟۔…", r)
}

// A mark is where a part of a document begins in the text made of it.
type mark struct {
	at    int
	place string
}

// placeBy tells the part by its mark.
func placeBy(marks []mark) func(start, end int) string {
	return func(start, end int) string {
		i := sort.Search(len(marks), func(i int) bool { return marks[i].at > start })
		if i == 0 {
			return ""
		}
		last := sort.Search(len(marks), func(i int) bool { return marks[i].at >= end })
		if last > i {
			return marks[i-1].place + " to " + marks[last-1].place
		}
		return marks[i-1].place
	}
}
