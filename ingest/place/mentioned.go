package place

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// longestName is how many words a name has at most, to be looked for in a sentence.
const longestName = 4

// Of proposes places for the one that a claim names, as written; where it names none,
// for names of the lists in the words around its quote.
func Of(written, around, country string, lists ...*List) []Match {
	if written != "" {
		return Find(written, country, lists...)
	}
	return Mentioned(around, country, lists...)
}

// Mentioned looks for the names of a person's lists in a sentence. It is for
// scripts without capitals, where nothing marks a name and the reader takes none:
// the sentence says more than that the name stands there, so no match is sure.
func Mentioned(sentence, country string, lists ...*List) (found []Match) {
	words := strings.FieldsFunc(sentence, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && r != 'ـ' && r != '\'' && r != '-'
	})
	for from := 0; from < len(words); {
		matches, length := longestAt(words[from:], country, lists)
		for i := range matches {
			matches[i].Confidence = cmp.Or(map[Confidence]Confidence{High: Medium}[matches[i].Confidence], Low)
			matches[i].Reason = "a name of your list stands in the sentence: “" + strings.Join(words[from:from+length], " ") + "”"
		}
		found = append(found, matches...)
		from += max(length, 1)
	}
	return found
}

// longestAt are the places of the longest name that begins with the first word.
func longestAt(words []string, country string, lists []*List) ([]Match, int) {
	for n := min(longestName, len(words)); n > 0; n-- {
		for _, name := range bare(strings.Join(words[:n], " ")) {
			var found []Match
			for _, l := range lists {
				found = append(found, l.find(name, country)...)
			}
			if len(found) > 0 {
				return found, n
			}
		}
	}
	return nil, 0
}

// particles are written with an Arabic word: and, so, in, for, as.
var particles = []string{"و", "ف", "ب", "ل", "ك"}

// bare are the folded forms of a name with and without the particle that an Arabic
// one may carry. A name has three letters at least.
func bare(name string) []string {
	forms := []string{fold(name)}
	if script(name) == unicode.Arabic {
		for _, p := range particles {
			if rest, ok := strings.CutPrefix(forms[0], p); ok {
				forms = append(forms, rest, "ا"+rest) // "لل" is "ل" and "ال"
			}
		}
	}
	return slices.DeleteFunc(forms, func(f string) bool { return len([]rune(f)) < 3 })
}
