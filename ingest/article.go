package ingest

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability"
	xhtml "golang.org/x/net/html"

	"tollbook/casualty"
)

// Bounds of a page whose article is looked for; all words of a larger one are
// read. Looking takes time that grows faster than the page.
const (
	maxPage     = 4 << 20
	maxElements = 30_000
	minArticle  = 140 // characters; a shorter one was probably not found
)

// article tells which runs of text are the page's article; nil where none is
// found. Every run carries its number through the library, in characters that no
// page uses.
func article(page string, all []piece) []bool {
	found, ok := parsed(numbered(page, all))
	if !ok || utf8.RuneCountInString(numbers.ReplaceAllString(found.TextContent, "")) < minArticle {
		return nil
	}
	shown := make([]bool, len(all))
	for _, m := range numbers.FindAllString(found.Content, -1) {
		if i := numberIn(m); i < len(all) {
			shown[i] = true
		}
	}
	return shown
}

// A number in a page is its decimal digits in a private area, between two marks
// of it.
const numberMark, firstDigit = '\ue000', '\ue010'

var numbers = regexp.MustCompile("\ue000[\ue010-\ue019]+\ue000")

func numbered(page string, all []piece) string {
	var b strings.Builder
	b.Grow(len(page) + 20*len(all))
	for i, p := range all {
		if p.text && strings.TrimSpace(page[p.start:p.end]) != "" {
			b.WriteRune(numberMark)
			for _, d := range strconv.Itoa(i) {
				b.WriteRune(d - '0' + firstDigit)
			}
			b.WriteRune(numberMark)
		}
		b.WriteString(page[p.start:p.end])
	}
	return b.String()
}

func numberIn(mark string) int {
	n := 0
	for _, r := range strings.Trim(mark, string(numberMark)) {
		n = min(n*10+int(r-firstDigit), 1<<30)
	}
	return n
}

// parsed looks for the article of a page. Whatever the library makes of a broken
// page, the page can still be read whole.
func parsed(page string) (found readability.Article, ok bool) {
	if len(page) > 2*maxPage {
		return found, false
	}
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	doc, err := xhtml.Parse(strings.NewReader(page))
	if err != nil {
		return found, false
	}
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	found, err = parser.ParseAndMutate(doc, nil)
	return found, err == nil && found.Node != nil
}

// pageSays is what a page says of itself.
type pageSays struct {
	title, author, language string
	published               casualty.Moment
}

var (
	titleTag  = regexp.MustCompile(`(?is)<title[^>]*>(.*?)</title>`)
	published = regexp.MustCompile(`(?i)(?:["'](?:article:published_time|datePublished|pubdate|date|dc\.date(?:\.issued)?)["'][^<>]{0,200}?(?:content=|datetime=|:)\s*["']|<time[^<>]{0,200}?datetime=["'])([0-9T:.+\-Z ]{10,35})["']`)
	language  = regexp.MustCompile(`(?i)<html[^<>]{0,500}?\slang=["']?([a-z]{2})\b`)
	author    = regexp.MustCompile(`(?i)<meta[^<>]{0,200}?(?:name|property)=["'](?:author|article:author|dc\.creator)["'][^<>]{0,200}?content=["']([^"'<>]{2,120})["']`)
	linked    = regexp.MustCompile(`(?i)"author"\s*:\s*[\[{\s]{1,9}[^\]}]{0,200}?"name"\s*:\s*"([^"<>]{2,120})"`)
	fractions = regexp.MustCompile(`\.[0-9]+`)
)

// describe takes from a page what it says of itself: headline, author, language,
// and when it was published. A date is taken in the order of ISO 8601 only; in any
// other one cannot be sure which number is the month.
func describe(page string) (says pageSays) {
	head := page[:min(len(page), 1<<18)]
	says.title = oneLine(first(titleTag, head))
	says.author = oneLine(first(author, head))
	if says.author == "" || strings.HasPrefix(says.author, "http") {
		says.author = oneLine(first(linked, head))
	}
	says.language = strings.ToLower(first(language, head))
	for _, m := range published.FindAllStringSubmatch(head, 8) {
		if when, err := casualty.ParseMoment(isoTime(m[1])); err == nil {
			says.published = when
			break
		}
	}
	return says
}

func first(pattern *regexp.Regexp, text string) string {
	if m := pattern.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

// oneLine is text of a page on one line.
func oneLine(text string) string {
	return casualty.Shorten(strings.ToValidUTF8(html.UnescapeString(text), ""), 300)
}

// isoTime writes a time as a [casualty.Moment] has it: without fractions of a
// second, the offset with a colon.
func isoTime(text string) string {
	text = fractions.ReplaceAllString(strings.TrimSpace(text), "")
	if len(text) > 10 && text[10] == ' ' {
		text = text[:10] + "T" + strings.TrimSpace(text[11:])
	}
	if n := len(text); n > 19 && (text[n-5] == '+' || text[n-5] == '-') && text[n-3] != ':' {
		text = text[:n-2] + ":" + text[n-2:]
	}
	return text
}
