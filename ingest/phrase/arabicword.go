package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// foldArabic writes a word without vowel signs and stretching, with one form of
// alif, ya and ta marbuta.
func foldArabic(dst []byte, word string) []byte {
	for _, r := range word {
		switch r {
		case 'أ', 'إ', 'آ', 'ٱ':
			r = 'ا'
		case 'ى', 'ی':
			r = 'ي'
		case 'ک':
			r = 'ك'
		case 'ة':
			r = 'ه'
		case 'ـ':
			continue
		}
		if unicode.Is(unicode.Mn, r) || ignored(r) {
			continue
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
	}
	return dst
}

// cutArabic looks at a word that begins no phrase of the tables without the particles
// written with it: a conjunction becomes a token of its own, article and
// prepositions are passed over.
func cutArabic(s *scanner, t token) token {
	key := string(s.key)
	if t.word != 0 && len(s.lang.phrases[t.word]) > 0 {
		t.stem = s.lang.stripped(key, particles[1:])
		return t
	}
	first, size := utf8.DecodeRuneInString(key)
	if first == 'و' || first == 'ف' {
		written, n := utf8.DecodeRuneInString(s.text[t.start:])
		if rest := key[size:]; s.lang.stem(rest) != 0 && written == first {
			s.at = t.start + n
			t.end = s.at
			t.word = s.lang.vocabulary[key[:size]]
			return t
		}
	}
	t.stem = s.lang.stem(key)
	t.led = t.stem != 0 && !strings.HasPrefix(key, "ال") && s.lang.vocabulary[key] != t.stem
	t.definite = t.stem != 0 && (strings.HasPrefix(key, "ال") || strings.HasPrefix(key, "لل") || strings.HasPrefix(key, "بال"))
	return t
}

// particles are written with the noun that follows them.
var particles = []string{"", "ال", "بال", "لل", "كال", "ب", "ل"}

// stem finds the word without its particles.
func (l *language) stem(key string) int32 { return l.stripped(key, particles) }

func (l *language) stripped(key string, particles []string) int32 {
	for _, particle := range particles {
		rest, ok := strings.CutPrefix(key, particle)
		if id := l.vocabulary[rest]; ok && len(rest) >= 4 && id != 0 && len(l.phrases[id]) > 0 {
			return id
		}
	}
	return 0
}
