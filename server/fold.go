package server

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// alikeLetters are letters that people write for one another, beyond what taking
// marks away makes one: Unicode takes the hamza off أ إ آ ؤ ئ as a mark.
var alikeLetters = strings.NewReplacer("ٱ", "ا", "ى", "ي", "ة", "ه", "ء", "", "ـ", "", "ک", "ك", "ی", "ي", "ё", "е", "ł", "l", "ø", "o", "đ", "d", "ı", "i", "’", "'")

// folded is a text as a search compares it: without case, diacritics, Arabic vowel
// signs, hamza and kashida, and with the digits of any script as 0 to 9.
func folded(text string) string {
	if strings.IndexFunc(text, func(r rune) bool { return r > unicode.MaxASCII }) < 0 {
		return strings.ToLower(text)
	}
	plain, _, err := transform.String(transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), norm.NFC, cases.Fold()), text)
	if err != nil {
		plain = strings.ToLower(text)
	}
	return strings.Map(digit, alikeLetters.Replace(plain))
}

// digit is a decimal digit of any script as 0 to 9: each script has its ten in a row.
func digit(r rune) rune {
	if r <= unicode.MaxASCII || !unicode.Is(unicode.Nd, r) {
		return r
	}
	zero := r
	for r-zero < 9 && unicode.Is(unicode.Nd, zero-1) {
		zero--
	}
	return '0' + (r-zero)%10
}

// A search is what somebody looks for: every word of it, anywhere.
type search []string

func searchFor(text string) search { return strings.Fields(folded(text)) }

// in tells whether the texts hold every word together.
func (s search) in(texts ...string) bool {
	if len(s) == 0 {
		return true
	}
	return s.within(folded(strings.Join(texts, "\n")))
}

// within is in, for a text that is folded already.
func (s search) within(all string) bool {
	for _, word := range s {
		if !strings.Contains(all, word) {
			return false
		}
	}
	return true
}
