package phrase

import (
	"strings"
	"unicode"
)

// sample is how many bytes of a text tell its language.
const sample = 1 << 16

// languageOf is the language by its code; else the one that the text is written
// in: by its script, then by its commonest letters or words. Where nothing tells
// it is English.
func languageOf(text, code string) *language {
	if l := byCode(code); l != nil {
		return l
	}
	text = text[:min(len(text), sample)]
	if l := byCode(detect(text)); l != nil {
		return l
	}
	return languages[0].get()
}

func byCode(code string) *language {
	for _, l := range languages {
		if l.code == code {
			return l.get()
		}
	}
	return nil
}

// detect names the language of a text.
func detect(text string) string {
	var latin, cyrillic, arabic, russian, ukrainian int
	for _, r := range text {
		switch {
		case r < 0x80:
			if isLetter(r) {
				latin++
			}
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
			switch unicode.ToLower(r) {
			case 'ы', 'э', 'ё', 'ъ':
				russian++
			case 'і', 'ї', 'є', 'ґ':
				ukrainian++
			}
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case unicode.Is(unicode.Latin, r):
			latin++
		}
	}
	switch {
	case arabic > latin && arabic > cyrillic:
		return "ar"
	case cyrillic > latin && ukrainian > russian:
		return "uk"
	case cyrillic > latin:
		return "ru"
	}
	return latinLanguage(text)
}

// commonWords are words that nearly every sentence of the language holds and the
// other languages' do not.
var commonWords = map[string]string{
	"the": "en", "of": "en", "and": "en", "was": "en", "were": "en", "by": "en", "with": "en", "that": "en",
	"le": "fr", "les": "fr", "des": "fr", "du": "fr", "et": "fr", "une": "fr", "dans": "fr", "ont": "fr", "est": "fr", "au": "fr", "sur": "fr", "pour": "fr",
	"el": "es", "los": "es", "las": "es", "del": "es", "y": "es", "una": "es", "por": "es", "al": "es", "con": "es", "fueron": "es", "que": "es", "se": "es",
}

func latinLanguage(text string) string {
	counts := map[string]int{}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(word) <= 6 {
			counts[commonWords[strings.ToLower(word)]]++
		}
	}
	best := "en"
	for _, code := range []string{"fr", "es"} {
		if counts[code] > counts[best] {
			best = code
		}
	}
	return best
}
