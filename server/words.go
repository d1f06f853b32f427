package server

import (
	"cmp"
	"embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"

	"tollbook/casualty"
	"tollbook/exports"
)

// Languages are those of the pages.
var Languages = []string{"en", "ar"}

//go:embed words
var wordTables embed.FS

// phrases are the fixed texts of the pages in Arabic, by the English text: those
// of the workbook, and those of the tables under words, one a group of pages.
var phrases = sync.OnceValue(func() map[string]string {
	all := exports.Words("ar")
	files, err := wordTables.ReadDir("words")
	if err != nil {
		panic(err) // they are embedded
	}
	for _, f := range files {
		table, _ := wordTables.ReadFile("words/" + f.Name())
		for line := range strings.Lines(string(table)) {
			english, arabic, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			all[english] = arabic
		}
	}
	return all
})

// missing notes texts that have no translation; a test looks at it.
var missing sync.Map

// say is a fixed text in a language.
func say(lang, text string, values ...any) string {
	if lang == "ar" && text != "" {
		if translated, ok := phrases()[text]; ok {
			text = translated
		} else {
			missing.Store(text, true)
		}
	}
	if len(values) == 0 {
		return text
	}
	words := make([]any, len(values))
	for i, value := range values {
		words[i] = fmt.Sprint(value)
		if lang == "ar" {
			words[i] = isolated(fmt.Sprint(value))
		}
	}
	return fmt.Sprintf(text, words...)
}

var leftToRight = regexp.MustCompile(`[A-Za-z]|\d[-/.:]\d`)

// isolated keeps dates, ids and Latin words in their own order within a text that
// runs from right to left.
func isolated(value string) string {
	if !leftToRight.MatchString(value) {
		return value
	}
	return "\u2066" + value + "\u2069"
}

var numeral = regexp.MustCompile(`\d+(?:,\d{3})*`)

// tell is a text with numbers, such as "5 to 12 or more", in a language.
func tell(lang, text string) string {
	if lang == "en" {
		return text
	}
	var numbers []any
	pattern := numeral.ReplaceAllStringFunc(text, func(n string) string {
		numbers = append(numbers, strings.ReplaceAll(n, ",", ""))
		return "%s"
	})
	if pattern == "%s" {
		return numbers[0].(string)
	}
	return say(lang, pattern, numbers...)
}

// codeWords is a code as a reader sees it: "aid workers".
func codeWords(lang, code string) string { return say(lang, strings.ReplaceAll(code, "_", " ")) }

// wanted is what a problem wants, in a language. A sentence that carries a value is
// told by what stands around it; one that is in no table stays as it is.
func wanted(lang, sentence string) string {
	if lang != "ar" {
		return sentence
	}
	if translated, ok := phrases()[sentence]; ok {
		return translated
	}
	for _, f := range wantedFrames() {
		if m := f.fits.FindStringSubmatch(sentence); m != nil {
			values := make([]any, len(m)-1)
			for i, value := range m[1:] {
				values[i] = wanted(lang, value) // a code, or another sentence
			}
			return say(lang, f.text, values...)
		}
	}
	return sentence
}

// A wantedFrame is a sentence with room for values.
type wantedFrame struct {
	text string
	fits *regexp.Regexp
}

// wantedFrames are those of the table wanted, that with most words first.
var wantedFrames = sync.OnceValue(func() (frames []wantedFrame) {
	table, _ := wordTables.ReadFile("words/wanted.tsv")
	for line := range strings.Lines(string(table)) {
		if english, _, _ := strings.Cut(line, "\t"); strings.Contains(english, "%s") {
			frames = append(frames, wantedFrame{english, regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(english), "%s", "(.+)") + "$")})
		}
	}
	slices.SortFunc(frames, func(a, b wantedFrame) int { return cmp.Compare(len(b.text), len(a.text)) })
	return frames
})

// whereWords is where a problem is, for a reader: "c4: said", "reason".
func whereWords(lang, place string) string {
	before, field := "", place
	if at := strings.LastIndex(place, ": "); at >= 0 {
		before, field = place[:at+2], place[at+2:]
	}
	return before + wanted(lang, strings.ReplaceAll(field, "_", " "))
}

// problemWords is a problem in one sentence.
func problemWords(lang string, p *casualty.Problem) string {
	if lang == "en" {
		return p.Error()
	}
	return whereWords(lang, p.Where) + ": " + say(lang, "wanted: %s", wanted(lang, p.Want))
}

const languageCookie = "tollbook_language"

// languageOf is the language that a person chose, else the browser's.
func languageOf(c *gin.Context) string {
	if chosen, err := c.Cookie(languageCookie); err == nil && slices.Contains(Languages, chosen) {
		return chosen
	}
	if strings.HasPrefix(c.GetHeader("Accept-Language"), "ar") {
		return "ar"
	}
	return "en"
}
