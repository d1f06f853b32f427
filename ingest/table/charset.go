package table

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"tollbook/casualty"
)

// candidates are the charsets that are tried for a text that is not UTF-8, by
// the commonest letters of the languages written in them. A short list guesses
// better than a long one; whatever is found is shown, and --charset overrules it.
var candidates = []struct {
	name    string
	coding  encoding.Encoding
	letters string
}{
	{"windows-1252", charmap.Windows1252, "éèàçêôùîñáíóúãõäöüßëïâ’“”–ÉÄÖÜ"},
	{"windows-1251", charmap.Windows1251, "оеаинтсрвлкмдпуяыьгзбчійхжшєїОЕАИНТСРВКМДП"},
	{"windows-1256", charmap.Windows1256, "اليمنوترةبعدسفهكقحجشطصخضذثزغءظأإآىئ،؟"},
	{"koi8-r", charmap.KOI8R, "оеаинтсрвлкмдпуяыьгзбчйхжш"},
	{"windows-1255", charmap.Windows1255, "יוהלאמרתבשנדקעחפםטגצסזכןץ"},
}

// decode gives the text of a csv in UTF-8 and the name of its charset.
func decode(content []byte, wanted string) (text []byte, name string, err error) {
	if wanted != "" && !strings.EqualFold(wanted, "utf-16") {
		return decodeAs(content, wanted)
	}
	switch {
	case bytes.HasPrefix(content, []byte("\xef\xbb\xbf")):
		content = content[3:]
		if utf8.Valid(content) {
			return content, "utf-8", nil
		}
	case bytes.HasPrefix(content, []byte("\xff\xfe")), bytes.HasPrefix(content, []byte("\xfe\xff")):
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(content)
		return text, "utf-16", err
	case utf8.Valid(content):
		return content, "utf-8", nil
	}
	return guessed(content)
}

func decodeAs(content []byte, wanted string) ([]byte, string, error) {
	coding, name := charset.Lookup(strings.TrimSpace(wanted))
	if coding == nil {
		return nil, "", &casualty.Problem{Where: "charset", Found: wanted, Want: "a name such as utf-8, windows-1251, windows-1252, windows-1256 or koi8-r"}
	}
	content = bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))
	if name == "utf-8" && !utf8.Valid(content) {
		return nil, "", &casualty.Problem{Where: "charset", Found: "bytes that are not UTF-8", Want: "another charset, such as windows-1252"}
	}
	text, err := coding.NewDecoder().Bytes(content)
	return text, name, err
}

// guessed takes the charset in which most letters beyond ASCII are common ones.
func guessed(content []byte) ([]byte, string, error) {
	sample := content[:min(len(content), 1<<20)]
	best, at := 0.0, -1
	for i, c := range candidates {
		if share := commonShare(sample, c.coding, c.letters); share > best {
			best, at = share, i
		}
	}
	if at < 0 || best < 0.5 {
		return nil, "", &casualty.Problem{Where: "charset", Found: "text that is not UTF-8 and no charset that fits",
			Want: "the charset said with --charset, such as windows-1251; or the file saved again as CSV UTF-8"}
	}
	text, err := candidates[at].coding.NewDecoder().Bytes(content)
	return text, candidates[at].name, err
}

func commonShare(sample []byte, coding encoding.Encoding, letters string) float64 {
	text, err := coding.NewDecoder().Bytes(sample)
	if err != nil {
		return 0
	}
	high, common := 0, 0
	for _, r := range string(text) {
		if r >= utf8.RuneSelf {
			high++
			if strings.ContainsRune(letters, r) {
				common++
			}
		}
	}
	if high == 0 {
		return 0
	}
	return float64(common) / float64(high)
}

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
