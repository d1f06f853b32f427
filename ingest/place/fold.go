package place

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold is a name without what spellings of one name differ in: case, accents,
// marks, hyphens and blanks, vowel signs and the forms of alif.
func fold(name string) string {
	plain := true
	for i := 0; i < len(name) && plain; i++ {
		plain = name[i] < 0x80
	}
	if !plain {
		name = norm.NFD.String(name)
	}
	var b strings.Builder
	blank := true // at the beginning none is written
	for _, r := range name {
		r = unicode.ToLower(r)
		if same, ok := folded[r]; ok {
			b.WriteString(same)
			blank = blank && same == ""
			continue
		}
		switch {
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Lm, r) || strings.ContainsRune("'’‘ʼʻ`´\"ـ", r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
			blank = false
		case !blank:
			b.WriteByte(' ')
			blank = true
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}

// folded are letters that have no accent to take off.
var folded = map[rune]string{
	'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'ħ': "h", 'ı': "i", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ə': "a",
	'ى': "ي", 'ة': "ه", 'ٱ': "ا", 'ء': "", 'ئ': "ي", 'ؤ': "و", 'ی': "ي", 'ک': "ك", 'ґ': "г", 'є': "е", 'ъ': "",
}

// script tells in which script most of a name is written.
func script(name string) *unicode.RangeTable {
	for _, table := range []*unicode.RangeTable{unicode.Arabic, unicode.Cyrillic} {
		if strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(table, r) }) {
			return table
		}
	}
	return unicode.Latin
}

// latin are ways to write a Cyrillic letter in Latin ones, as gazetteers do: the
// Russian way first, then the Ukrainian where it differs. After BGN/PCGN, without
// marks.
var latin = map[rune][2]string{
	'а': {"a", "a"}, 'б': {"b", "b"}, 'в': {"v", "v"}, 'г': {"g", "h"}, 'д': {"d", "d"}, 'е': {"e", "e"}, 'ж': {"zh", "zh"}, 'з': {"z", "z"},
	'и': {"i", "y"}, 'і': {"i", "i"}, 'к': {"k", "k"}, 'л': {"l", "l"}, 'м': {"m", "m"}, 'н': {"n", "n"}, 'о': {"o", "o"}, 'п': {"p", "p"},
	'р': {"r", "r"}, 'с': {"s", "s"}, 'т': {"t", "t"}, 'у': {"u", "u"}, 'ф': {"f", "f"}, 'х': {"kh", "kh"}, 'ц': {"ts", "ts"}, 'ч': {"ch", "ch"},
	'ш': {"sh", "sh"}, 'щ': {"shch", "shch"}, 'ы': {"y", "y"}, 'ь': {"", ""}, 'э': {"e", "e"}, 'ю': {"yu", "iu"}, 'я': {"ya", "ia"},
}

// romanized are Latin spellings that a folded Cyrillic name may have.
func romanized(name string) []string {
	var out []string
	for way := range 2 {
		var b strings.Builder
		for _, r := range name {
			if l, ok := latin[r]; ok {
				b.WriteString(l[way])
			} else {
				b.WriteRune(r)
			}
		}
		out = append(out, b.String())
	}
	return append(out, strings.NewReplacer("ii", "yi", "iy", "y").Replace(out[1]))
}

// endings are what a Cyrillic name of a place ends in after "in" and "near", and
// what it may end in by itself.
var endings = []struct{ said, by []string }{
	{[]string{"е"}, []string{"", "а", "о"}}, {[]string{"и"}, []string{"ь", "я", ""}}, {[]string{"ом", "ем"}, []string{"", "о", "е"}},
	{[]string{"ой"}, []string{"а"}}, {[]string{"у"}, []string{"", "а"}}, {[]string{"і"}, []string{"", "а", "я"}}, {[]string{"ах"}, []string{"ы", "и"}},
	{[]string{"ы"}, []string{"а"}}, {[]string{"а"}, []string{""}}, {[]string{"ску"}, []string{"ск", "ськ"}}, {[]string{"ові", "еві"}, []string{"ів", "їв"}},
}

// nominatives are the names that a Cyrillic word in another case may stand for,
// itself first.
func nominatives(name string) []string {
	all := []string{name}
	for _, e := range endings {
		for _, said := range e.said {
			stem, ok := strings.CutSuffix(name, said)
			if !ok || len(stem) < 6 {
				continue
			}
			for _, by := range e.by {
				all = append(all, stem+by)
			}
		}
	}
	return all
}

// consonants are what a name keeps between Arabic and Latin letters: vowels are
// not written in one and chosen at will in the other.
var consonants = map[rune]string{
	'ب': "b", 'ت': "t", 'ث': "t", 'ج': "j", 'ح': "h", 'خ': "k", 'د': "d", 'ذ': "d", 'ر': "r", 'ز': "z", 'س': "s", 'ش': "s", 'ص': "s", 'ض': "d",
	'ط': "t", 'ظ': "z", 'غ': "g", 'ف': "f", 'ق': "k", 'ك': "k", 'ل': "l", 'م': "m", 'ن': "n", 'پ': "b", 'چ': "j", 'گ': "g", 'ڤ': "f",
}

// skeleton is the consonants of a name's words in Latin letters, without the article.
func skeleton(name string) string {
	var words []string
	for word := range strings.FieldsSeq(fold(name)) {
		switch {
		case script(word) == unicode.Arabic:
			var b strings.Builder
			for _, r := range strings.TrimPrefix(word, "ال") {
				b.WriteString(consonants[r])
			}
			words = append(words, undoubled(b.String()))
		case !articles[word]:
			words = append(words, undoubled(latinConsonants.Replace(word)))
		}
	}
	return strings.Join(words, " ")
}

var latinConsonants = strings.NewReplacer("sh", "s", "ch", "s", "kh", "k", "gh", "g", "th", "t", "dh", "d", "q", "k", "c", "k", "p", "b", "v", "f",
	"ph", "f", "a", "", "e", "", "i", "", "o", "", "u", "", "w", "", "y", "")

// undoubled drops the second of two letters that are the same: doubled ones are
// written once in Arabic.
func undoubled(text string) string {
	var b strings.Builder
	for i := range len(text) {
		if i == 0 || text[i] != text[i-1] {
			b.WriteByte(text[i])
		}
	}
	return strings.TrimSuffix(b.String(), "h") // the last h of "Dar'ah" is no letter of its own
}

// articles are the Arabic article as it is written in Latin letters.
var articles = map[string]bool{
	"al": true, "el": true, "an": true, "en": true, "ar": true, "er": true, "as": true, "es": true, "at": true, "et": true, "ad": true,
	"ed": true, "ash": true, "esh": true, "az": true, "ez": true, "adh": true, "ath": true, "aj": true,
}

// withoutArticle is a folded Latin name without its leading article; empty where it
// has none.
func withoutArticle(name string) string {
	first, rest, ok := strings.Cut(name, " ")
	if !ok || !articles[first] {
		return ""
	}
	return rest
}
