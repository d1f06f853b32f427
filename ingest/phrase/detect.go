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
	var before rune
	for _, r := range text {
		if isApostrophe(r) && unicode.Is(unicode.Cyrillic, before) {
			ukrainian++ // "п'ять"; Russian has none
		}
		before = r
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
	case cyrillic > latin && ukrainian == russian:
		return byWords(text, "ru", "uk")
	case cyrillic > latin && ukrainian > russian:
		return "uk"
	case cyrillic > latin:
		return "ru"
	}
	return byWords(text, "en", "fr", "es")
}

// commonWords are words that the language has and the others of its script have
// not: the commonest, and of those a short report is made of.
var commonWords = wordsOf(map[string]string{
	"en": "the of and was were by with that in at to killed dead wounded injured people two three five six seven eight nine ten",
	"fr": "le les des du et une dans ont est au sur pour à selon après près chez par qui d l aux fait mort morts blessé blessés tué tués tuée tuées personnes disparus deux trois quatre cinq sept huit neuf dix onze douze",
	"es": "el los las del y una por al con fueron que se según tras muerto muertos muertes herido heridos fallecidos personas desaparecidos dos tres cuatro cinco siete ocho nueve diez doce",
	"ru": "и что",
	"uk": "та загинув загинула загинуло загинули загиблих поранено поранених шестеро",
})

func wordsOf(lists map[string]string) map[string]string {
	codes := map[string]string{}
	for code, words := range lists {
		for _, word := range strings.Fields(words) {
			codes[word] = code
		}
	}
	return codes
}

// byWords is the language most of whose words a text holds; the first of those
// that tie.
func byWords(text string, best string, others ...string) string {
	counts := map[string]int{}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(word) <= longestCommon {
			counts[commonWords[strings.ToLower(word)]]++
		}
	}
	for _, code := range others {
		if counts[code] > counts[best] {
			best = code
		}
	}
	return best
}

// longestCommon is how many bytes a common word has at most.
const longestCommon = 20
