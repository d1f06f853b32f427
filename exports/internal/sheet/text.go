package sheet

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

// Clean makes text fit for a cell without hiding anything: control characters
// become their pictures (␀, ␉), bytes that are no UTF-8 become \xNN, characters
// that XML forbids become \uNNNN, and the line feeds beyond the 253rd become ␊.
// Line ends of other systems become line feeds. Ordinary text comes back as it was.
func Clean(text string) string {
	if plain(text) {
		return text
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var b strings.Builder
	feeds := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == '\n' {
			feeds++
		}
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02X`, text[i])
		case r == '\n' && feeds > MaxFeeds:
			b.WriteRune('␊')
		case r == '\n':
			b.WriteRune(r)
		case r < 0x20:
			b.WriteRune('\u2400' + r)
		case r == 0x7f:
			b.WriteRune('\u2421')
		case r >= 0x80 && r < 0xa0 || r == 0xfffe || r == 0xffff:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
		i += size
	}
	return b.String()
}

func plain(text string) bool {
	for i := range len(text) {
		if text[i] < 0x20 || text[i] >= 0x7f {
			return false
		}
	}
	return true
}

// Day is a calendar day as Excel counts it: days since the last of 1899, right
// from March 1900 on. No time zone moves it.
func Day(t time.Time) Cell {
	midnight := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	return Cell{Look: Date, Value: int(midnight.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)}
}

// Units is the length of text as Excel counts it, in UTF-16 units.
func Units(text string) int {
	if len(text) <= MaxText && plain(text) {
		return len(text)
	}
	n := 0
	for _, r := range text {
		n += utf16.RuneLen(r)
	}
	return n
}

// Fit cleans text and cuts what a cell cannot hold. What it cuts it marks within
// the text by what mark says of how many characters stand there and how many there
// were; cut tells the caller, who reports it.
func Fit(text string, mark func(shown, all int) string) (fitted string, cut bool) {
	text = Clean(text)
	units := Units(text)
	if units <= MaxText {
		return text, false
	}
	end, said := 0, " "+mark(MaxText, units)
	room := MaxText - Units(said)
	for i, r := range text {
		room -= utf16.RuneLen(r)
		if room < 0 {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	return text[:end] + said, true
}
