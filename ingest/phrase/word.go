package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word reads a run of letters. An apostrophe belongs to a Cyrillic word and
// parts a Latin one ("l'attaque", "Friday's").
func (s *scanner) word(first rune) token {
	start := s.at
	cyrillic := first >= utf8.RuneSelf && unicode.Is(unicode.Cyrillic, first)
	for s.at < len(s.text) {
		if isLatin(s.text[s.at]) { // saves the questions below
			s.at++
			continue
		}
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		if isApostrophe(r) && cyrillic {
			after, _ := utf8.DecodeRuneInString(s.text[s.at+size:])
			if isLetter(after) {
				s.at += size
				continue
			}
			break
		}
		if digit(r) >= 0 && !s.lang.uncased { // "AK47", "Х101": a name
			s.alphanumeric()
			return token{start: start, end: s.at, kind: otherNumber}
		}
		if !isLetter(r) && r != 'ـ' && !ignored(r) {
			break
		}
		s.at += size
	}
	if s.designation(start) {
		return token{start: start, end: s.at, kind: otherNumber}
	}
	return s.known(token{start: start, end: s.at, kind: wordToken, upper: unicode.IsUpper(first)})
}

// designation reads on where a hyphen and a digit follow: "S-300", "Tu-95MS".
func (s *scanner) designation(start int) bool {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	if r != '-' && r != '‑' && r != '–' || s.at-start > 12 || size == 0 {
		return false
	}
	after, _ := utf8.DecodeRuneInString(s.text[s.at+size:])
	first, _ := utf8.DecodeRuneInString(s.text[start:])
	if digit(after) < 0 || !unicode.IsUpper(first) {
		return false
	}
	s.at += size
	s.alphanumeric()
	return true
}

func (s *scanner) alphanumeric() {
	for s.at < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		if !isLetter(r) && digit(r) < 0 {
			return
		}
		s.at += size
	}
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '`' }

// lookUp finds the word in the tables. An Arabic word is also looked up without the particles
// written with it.
func (s *scanner) lookUp(t token) token {
	s.key = s.lang.fold(s.key[:0], s.text[t.start:t.end])
	t.word = s.lang.vocabulary[string(s.key)]
	if s.lang.cut != nil {
		t = s.lang.cut(s, t)
	}
	t.plural, t.verbal = s.lang.shape(s.key)
	t.adverb = t.word == 0 && s.lang.adverb != "" && len(s.key) > len(s.lang.adverb)+2 && strings.HasSuffix(string(s.key), s.lang.adverb)
	return t
}
