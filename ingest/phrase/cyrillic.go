package phrase

import (
	"unicode"
	"unicode/utf8"
)

// foldCyrillic writes a word in small letters, ё as е and without stress marks;
// a Latin letter in a Cyrillic word is taken for the one that looks like it.
func foldCyrillic(dst []byte, word string) []byte {
	cyrillic := false
	for _, r := range word {
		cyrillic = cyrillic || unicode.Is(unicode.Cyrillic, r)
	}
	for _, r := range word {
		if 'а' <= r && r <= 'я' { // nearly every one
			dst = utf8.AppendRune(dst, r)
			continue
		}
		r = unicode.ToLower(r)
		switch {
		case unicode.Is(unicode.Mn, r), ignored(r):
			continue
		case r == 'ё':
			r = 'е'
		case isApostrophe(r):
			r = '\''
		case cyrillic && cyrillicTwins[r] != 0:
			r = cyrillicTwins[r]
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

var cyrillicTwins = map[rune]rune{'a': 'а', 'e': 'е', 'o': 'о', 'p': 'р', 'c': 'с', 'x': 'х', 'y': 'у', 'i': 'і'}
