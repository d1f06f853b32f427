package aggregate

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tollbook/casualty"
)

// An OriginProposal is an origin that a claimant, as written, may be, with the
// reason in words. It is never applied silently.
type OriginProposal struct {
	Origin casualty.OriginID
	Reason string
	Exact  bool // the name or an alias, letter for letter
	weight int  // words in common, in percent of all
}

// ProposeOrigins lists the origins that a claimant may be: first by exact name
// or alias, then by likeness that tolerates transliteration ("Alexander",
// "Aleksandr" and "Александр Бречалов") and roles around a name.
func ProposeOrigins(claimant string, origins []casualty.Origin) []OriginProposal {
	var proposals []OriginProposal
	for _, o := range origins {
		if p, ok := proposeOrigin(claimant, o); ok && o.Erased == "" {
			proposals = append(proposals, p)
		}
	}
	slices.SortStableFunc(proposals, func(a, b OriginProposal) int { return cmp.Compare(b.weight, a.weight) })
	return proposals
}

func proposeOrigin(claimant string, o casualty.Origin) (OriginProposal, bool) {
	best := OriginProposal{Origin: o.ID}
	for i, name := range append([]string{o.Name}, o.Aliases...) {
		if plainName(name) == plainName(claimant) && plainName(name) != "" {
			reason := "the same name"
			if i > 0 {
				reason = "a confirmed other spelling"
			}
			return OriginProposal{Origin: o.ID, Reason: reason, Exact: true, weight: 200}, true
		}
		if percent := alike(nameWords(claimant), nameWords(name)); percent > best.weight {
			best.weight, best.Reason = percent, "sounds like “"+name+"”"
		}
	}
	return best, best.weight > 0
}

func plainName(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

// alike is the share of words in common, in percent, where all the words of one
// name are in the other; 0 where each has words of its own.
func alike(a, b []nameWord) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	for _, word := range a {
		if !slices.ContainsFunc(b, word.sounds) {
			return 0
		}
	}
	return 100 * len(a) / len(b)
}

// A nameWord is a word of a name with the key under which its spellings meet.
type nameWord struct{ text, key string }

// sounds tells whether two words may be spellings of one.
func (w nameWord) sounds(other nameWord) bool { return w.key == other.key }

// names is sounds within a sentence: a word in small letters is no name, and
// matches its own letters only ("people" is not "Pole").
func (w nameWord) names(other nameWord) bool {
	return strings.EqualFold(w.text, other.text) || w.sounds(other) && !small(w.text) && !small(other.text)
}

func small(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}

// littleWords say nothing about who or which place is meant.
var littleWords = map[string]bool{
	"the": true, "of": true, "and": true, "in": true, "on": true, "at": true, "a": true, "an": true, "to": true, "for": true, "by": true, "from": true,
	"de": true, "la": true, "le": true, "du": true, "des": true, "el": true, "al": true, "и": true, "в": true, "на": true, "та": true, "у": true,
	"oblast": true, "region": true, "province": true, "governorate": true, "district": true, "city": true, "town": true, "village": true,
	"область": true, "области": true, "район": true, "районе": true, "город": true, "городе": true, "село": true, "місто": true, "області": true, "районі": true,
}

func nameWords(text string) []nameWord {
	var words []nameWord
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) }) {
		if small := strings.ToLower(word); !littleWords[small] {
			if key := spellingKey(small); key != "" {
				words = append(words, nameWord{word, key})
			}
		}
	}
	return words
}

// latin writes Cyrillic, Arabic and accented letters in plain Latin ones.
var latin = strings.NewReplacer(
	"а", "a", "б", "b", "в", "v", "г", "g", "ґ", "g", "д", "d", "е", "e", "ё", "e", "є", "e", "ж", "zh", "з", "z", "и", "i", "і", "i", "ї", "i", "й", "i",
	"к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch",
	"ш", "sh", "щ", "sh", "ъ", "", "ы", "i", "ь", "", "э", "e", "ю", "iu", "я", "ia",
	"ا", "a", "أ", "a", "إ", "a", "آ", "a", "ب", "b", "ت", "t", "ث", "th", "ج", "j", "ح", "h", "خ", "kh", "د", "d", "ذ", "dh", "ر", "r", "ز", "z", "س", "s",
	"ش", "sh", "ص", "s", "ض", "d", "ط", "t", "ظ", "z", "ع", "a", "غ", "gh", "ف", "f", "ق", "q", "ك", "k", "ل", "l", "م", "m", "ن", "n", "ه", "h", "ة", "a", "و", "w", "ي", "y", "ى", "a",
	"á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "é", "e", "è", "e", "ê", "e", "ë", "e", "í", "i", "ì", "i", "î", "i", "ï", "i", "ı", "i",
	"ó", "o", "ò", "o", "ô", "o", "ö", "o", "õ", "o", "ø", "o", "ú", "u", "ù", "u", "û", "u", "ü", "u", "ç", "s", "ñ", "n", "š", "sh", "ž", "zh", "č", "ch", "ć", "ch", "ş", "sh", "ğ", "g", "ł", "l",
)

// sameSound are spellings of one sound in transliterations.
var sameSound = strings.NewReplacer("shch", "s", "sch", "s", "sh", "s", "kh", "h", "gh", "g", "zh", "z", "ts", "s", "tz", "s", "ch", "c", "ck", "k", "ks", "x", "cs", "x", "ph", "f", "th", "t", "dh", "d", "q", "k", "w", "v")

// spellingKey is a word's consonants in plain Latin, with a star for a vowel at
// its head: what is left where transliterations differ in vowels and doubled
// letters.
func spellingKey(word string) string {
	plain := sameSound.Replace(latin.Replace(word))
	var key []rune
	for i, r := range plain {
		vowel := strings.ContainsRune("aeiouyj", r) || unicode.Is(unicode.Mn, r)
		if i == 0 && vowel {
			r = '*'
		}
		if i > 0 && vowel || len(key) > 0 && key[len(key)-1] == r {
			continue
		}
		key = append(key, r)
	}
	return string(key)
}
