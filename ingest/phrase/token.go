package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word, a number in digits or a mark, at its bytes of the text.
type token struct {
	start, end int
	word       int32 // in the language's vocabulary; 0: not in it
	stem       int32 // of an Arabic word without its particles; 0: none
	kind       kind
	mark       rune // of a mark
	value      int  // of a number
	tenths     int  // of a decimal: "1.5" is value 1, tenths 5; -1: no such decimal
	glued      bool // nothing stands between it and the token before
	upper      bool // a word that begins with a capital
	plural     bool // a word that ends like a plural
	definite   bool // written with an article
	led        bool // written with a preposition: "بانفجار"
	adverb     bool // a word that ends like an adverb
	verbal     bool // a word that ends like a verb form
}

type kind uint8

const (
	wordToken   kind = iota + 1
	numberToken      // whole people can be counted by it
	otherNumber      // a decimal, a clock time, a number with letters
	markToken
	breakToken // the end of a line
)

// longest is how many tokens a sentence may have. A longer one is cut, so that
// no text takes more than linear time.
const longest = 250

// A scanner cuts a text into sentences of tokens, in one pass.
type scanner struct {
	text string
	at   int
	lang *language
	key  []byte               // the folded word
	seen *[seenWords]seenWord // nil in a short text
}

// next returns the tokens of the next sentence, in buf; none at the end. A
// sentence ends at a full stop that is none of an abbreviation, at a question
// or exclamation mark and at the end of a line.
func (s *scanner) next(buf []token) []token {
	buf = buf[:0]
	end := -1
	for s.at < len(s.text) && len(buf) < longest {
		t, ok := s.token(end)
		if !ok {
			break
		}
		if t.kind == breakToken {
			if len(buf) > 0 {
				break
			}
			continue
		}
		end = t.end
		buf = append(buf, t)
		if t.kind == markToken && s.ends(buf) {
			break
		}
	}
	return buf
}

// ends tells whether the last token, a mark, ends the sentence.
func (s *scanner) ends(tokens []token) bool {
	t := tokens[len(tokens)-1]
	switch t.mark {
	case '!', '?', '؟', '…', '۔':
		return true
	case '.':
	default:
		return false
	}
	if len(tokens) > 1 && t.glued && s.abbreviates(tokens[len(tokens)-2]) {
		return false
	}
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	if size == 0 {
		return true
	}
	if strings.ContainsRune("\"”»)’'", r) {
		return true
	}
	if !unicode.IsSpace(r) {
		return unicode.IsUpper(r) && len(tokens) > 1 && tokens[len(tokens)-2].end-tokens[len(tokens)-2].start > 2
	}
	r, _ = utf8.DecodeRuneInString(strings.TrimLeft(s.text[s.at:min(len(s.text), s.at+16)], " \u00a0"))
	return !unicode.IsLower(r)
}

// abbreviates tells whether a full stop after the word belongs to it.
func (s *scanner) abbreviates(t token) bool {
	if t.kind != wordToken {
		return false
	}
	word := s.text[t.start:t.end]
	return utf8.RuneCountInString(word) == 1 && t.upper || s.lang.abbreviations[strings.ToLower(word)]
}

// token reads one token; before is where the token before it ended.
func (s *scanner) token(before int) (token, bool) {
	for s.at < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			s.at += size
			return token{start: s.at - size, end: s.at, kind: breakToken}, true
		case unicode.IsSpace(r) || ignored(r):
			s.at += size
		default:
			t := s.visible(r, size)
			t.glued = t.start == before
			return t, true
		}
	}
	return token{}, false
}

// ignored are characters that no reader sees: soft hyphens, joiners, marks and
// embeddings of direction.
func ignored(r rune) bool {
	switch {
	case r == '\u00ad', r == '\u061c', r == '\ufeff':
		return true
	case r < '\u200b':
		return false
	}
	return r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2060' && r <= '\u2069'
}

// seen is a part of a text as its reader sees it: one blank where any stand, none of
// the characters that are not seen.
func seen(text string) string {
	shown := strings.Map(func(r rune) rune {
		if ignored(r) {
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(shown), " ")
}

func (s *scanner) visible(r rune, size int) token {
	switch {
	case digit(r) >= 0:
		return s.number()
	case isLetter(r):
		return s.word(r)
	}
	t := token{start: s.at, end: s.at + size, kind: markToken, mark: r}
	s.at += size
	return t
}

// isLatin tells a letter without accent by its byte.
func isLatin(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

func isLetter(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return isLatin(byte(r))
	case 'А' <= r && r <= 'я', 'ء' <= r && r <= 'غ', 'ف' <= r && r <= 'ي':
		return true // nearly every one that is asked
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}
