package table

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Garbled tells whether a text looks as if it had been read in a wrong charset
// once and saved so: "MÃ©naka" for "Ménaka". It is kept as it is; nobody can be
// sure what it was.
func Garbled(text string) bool {
	var before rune
	for _, r := range text {
		lead := before == 'Ã' || before == 'Â' || before == 'Ð' || before == 'Ñ' || before == 'Ø' || before == 'Ù' || before == 'â'
		if lead && (r >= 0x80 && r <= 0xbf || r == '€' || r == '™' || r == 'œ' || r == 'ž' || r == '‚' || r == '„' || r == '…') {
			return true
		}
		before = r
	}
	return strings.ContainsRune(text, utf8.RuneError)
}

func (f *File) note(format string, args ...any) {
	f.Notes = append(f.Notes, fmt.Sprintf(format, args...))
}
