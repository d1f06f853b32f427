package exports

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"

	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

//go:embed words.tsv
var wordsTable string

// Languages are those of the workbook's fixed texts, as ISO 639-1 codes. Codes,
// ids and field names are the same in all of them.
var Languages = []string{"en", "fr", "es", "ru", "uk", "ar"}

// wordsIn are the fixed texts in one language, by the English text.
func wordsIn(language string) map[string]string {
	words := map[string]string{}
	lines := strings.Split(strings.TrimSuffix(wordsTable, "\n"), "\n")
	at := -1
	for i, code := range strings.Split(lines[0], "\t") {
		if code == language {
			at = i
		}
	}
	for _, line := range lines[1:] {
		if cells := strings.Split(line, "\t"); at > 0 {
			words[cells[0]] = cells[at]
		}
	}
	return words
}

// noneOfThese is said of things. What stands after the mark is not printed: the word
// for nobody differs from it in some languages.
const noneOfThese = "none|of these"

// say is a fixed text in the workbook's language. A text without a translation
// is said in English and remembered, which a test looks at.
func (c *content) say(text string, values ...any) string {
	if translated, ok := c.phrases[text]; ok {
		text = translated
	} else if c.foreign() && text != "" {
		c.missing = append(c.missing, text)
	}
	text, _, _ = strings.Cut(text, "|")
	if len(values) == 0 {
		return text
	}
	for i, value := range values {
		values[i] = fmt.Sprint(value)
		if c.options.Language == "ar" {
			values[i] = isolated(fmt.Sprint(value))
		}
	}
	return fmt.Sprintf(text, values...)
}

// marks are the signs that a language writes otherwise than English does.
var marks = map[string]map[string]string{"fr": {":": " :", ";": " ;"}, "ar": {",": "،", ";": "؛"}}

// mark is a sign between two texts, with the blank behind it.
func (c *content) mark(sign string) string {
	if own, ok := marks[c.options.Language][sign]; ok {
		sign = own
	}
	return sign + " "
}

var leftToRight = regexp.MustCompile(`[A-Za-z]|\d[-/.:]\d`)

// isolated keeps dates, ids and Latin words in their own order within a text
// that runs from right to left: 2031-08-07 must not read 07-08-2031.
func isolated(value string) string {
	if !leftToRight.MatchString(value) {
		return value
	}
	return "\u2066" + value + "\u2069"
}

func (c *content) foreign() bool { return len(c.phrases) > 0 }

var numeral = regexp.MustCompile(`\d+(?:,\d{3})*`)

// tell is a text with numbers in the workbook's language: "5 to 12 or more". In
// another language the numbers have no commas, which some read as decimals.
func (c *content) tell(text string) string {
	if !c.foreign() {
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
	return c.say(pattern, numbers...)
}

// count is a number as the texts show it.
func (c *content) count(n int) string { return c.tell(casualty.Exactly(n).String()) }

// spoken is a formula for a text with numbers: the cells stand where the pattern
// has %s.
func (c *content) spoken(pattern string, cells ...string) string {
	var parts []string
	for i, text := range strings.Split(c.say(pattern), "%s") {
		if i > 0 {
			parts = append(parts, c.spelled(cells[i-1]))
		}
		if text != "" {
			parts = append(parts, sheet.Literal(text))
		}
	}
	return strings.Join(parts, "&")
}

// spelled is a formula for a number as the texts show it: FIXED puts the commas.
func (c *content) spelled(cell string) string {
	if c.foreign() {
		return "TEXT(" + cell + `,"0")`
	}
	return "FIXED(" + cell + ",0)"
}
