package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// number reads digits with any grouping: "1,200", "1 200", "1.200", "١٬٢٠٠".
func (s *scanner) number() token {
	t := token{start: s.at, kind: numberToken, tenths: -1}
	digits := s.digits(&t)
	lead := digits
	for lead <= 3 && s.group(&t) {
		digits += 3
	}
	if digits > 9 {
		t.kind = otherNumber
	}
	s.fraction(&t)
	r, _ := utf8.DecodeRuneInString(s.text[s.at:])
	if isLetter(r) && !s.wordFollows() { // "15km", "1st"
		s.alphanumeric()
		t.kind = otherNumber
	}
	t.end = s.at
	return t
}

// wordFollows tells whether an Arabic word begins right behind a number: the blank is
// left out there often, "أصيب 14شخصا".
func (s *scanner) wordFollows() bool {
	letters := 0
	for _, r := range s.text[s.at:min(len(s.text), s.at+6)] {
		if !unicode.Is(unicode.Arabic, r) || !isLetter(r) {
			break
		}
		letters++
	}
	return s.lang.uncased && letters >= 3
}

// digits reads a run of digits into the token's value and tells how many.
func (s *scanner) digits(t *token) int {
	count := 0
	for s.at < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		d := digit(r)
		if d < 0 {
			break
		}
		if count < 10 {
			t.value = t.value*10 + d
		}
		count++
		s.at += size
	}
	return count
}

// group reads one more group of three digits behind its separator.
func (s *scanner) group(t *token) bool {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	if !strings.ContainsRune(",. \u00a0\u202f\u2009'’٬،", r) || size == 0 {
		return false
	}
	at := s.at + size
	for i := 0; i < 3; i++ {
		d, n := utf8.DecodeRuneInString(s.text[at:])
		if digit(d) < 0 {
			return false
		}
		at += n
	}
	if d, _ := utf8.DecodeRuneInString(s.text[at:]); digit(d) >= 0 {
		return false
	}
	s.at += size
	s.digits(t)
	return true
}

// fraction reads ".5", ",5", ":30" and the like: no count of people by itself,
// unless a multiplier follows ("1.5 million").
func (s *scanner) fraction(t *token) {
	for {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		if size == 0 || !strings.ContainsRune(".,:/٫", r) {
			return
		}
		after, _ := utf8.DecodeRuneInString(s.text[s.at+size:])
		if digit(after) < 0 {
			return
		}
		s.at += size
		var rest token
		digits := s.digits(&rest)
		t.tenths = -1
		if digits == 1 && (r == '.' || r == ',' || r == '٫') && t.kind == numberToken {
			t.tenths = rest.value
		}
		t.kind = otherNumber
	}
}

// digit is the value of a digit, in Latin, Arabic-Indic or Persian form; -1 for
// anything else.
func digit(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case '٠' <= r && r <= '٩':
		return int(r - '٠')
	case '۰' <= r && r <= '۹':
		return int(r - '۰')
	}
	return -1
}
