// Package charset finds in which charset a text was written and decodes it.
//
// A byte order mark or valid UTF-8 is certain. Anything else is a guess among a
// short list of charsets, by the letters that are common in the languages
// written in them; a short list guesses better than a long one. What was found
// is named, so that a person can see it and overrule it.
package charset

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"tollbook/casualty"
)

// UTF8 is the name of the charset of a text that needs no decoding.
const UTF8 = "utf-8"

// Names are examples for a sentence to a person.
const Names = "utf-8, utf-16, windows-1251, windows-1252, windows-1256 or koi8-r"

// A candidate is a charset and the letters beyond ASCII of what is written in it,
// the commonest first.
type candidate struct {
	name    string
	coding  encoding.Encoding
	letters string
}

const (
	western  = "éèàêçôùîñáíóúãõäöüßëïâ’“”–ÉÄÖÜ«»—¿¡"
	cyrillic = "оеаинтсрвлкмдпуяыьгзбчійхжшєїюцщэфОЕАИНТСРВКМДПґё«»—–“”’№"
	arabic   = "الينمتوربةعدسفهكقأحجشطصخىإذءضزثئغظآؤ،؟«»"
	hebrew   = "יוהלאמרתבשנדקעחפםטגצסזכןץ"
)

var candidates = []candidate{
	{"windows-1252", charmap.Windows1252, western},
	{"windows-1251", charmap.Windows1251, cyrillic},
	{"windows-1256", charmap.Windows1256, arabic},
	{"koi8-u", charmap.KOI8U, cyrillic}, // koi8-r, and four Ukrainian letters in the place of line drawings
	{"iso-8859-5", charmap.ISO8859_5, cyrillic},
	{"ibm866", charmap.CodePage866, cyrillic},
	{"iso-8859-6", charmap.ISO8859_6, arabic},
	{"windows-1255", charmap.Windows1255, hebrew},
}

// Decode gives the text in UTF-8, without a byte order mark, and the name of its
// charset. wanted overrules what is found; empty finds it. A charset that is not
// known, or that the bytes cannot be in, is a [casualty.Problem].
func Decode(content []byte, wanted string) (text []byte, name string, err error) {
	if wanted != "" && !strings.EqualFold(wanted, "utf-16") {
		return decodeAs(content, wanted)
	}
	if rest, marked := bytes.CutPrefix(content, []byte("\xef\xbb\xbf")); marked && utf8.Valid(rest) {
		return rest, UTF8, nil
	}
	if order, name := wide(content, wanted != ""); name != "" {
		text, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(content)
		return text, name, err
	}
	if utf8.Valid(content) {
		return content, UTF8, nil
	}
	return guessed(content)
}

func decodeAs(content []byte, wanted string) ([]byte, string, error) {
	coding, name := charset.Lookup(strings.TrimSpace(wanted))
	if coding == nil {
		return nil, "", &casualty.Problem{Where: "charset", Found: wanted, Want: "a name such as " + Names}
	}
	content = bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))
	if name == UTF8 {
		if !utf8.Valid(content) {
			return nil, "", &casualty.Problem{Where: "charset", Found: "bytes that are not UTF-8", Want: "another charset, such as windows-1252"}
		}
		return content, name, nil
	}
	text, err := coding.NewDecoder().Bytes(content)
	return bytes.TrimPrefix(text, []byte("\ufeff")), name, err
}

// Broken decodes a text that is said to be in UTF-8 and is broken in places: what
// is no character becomes U+FFFD. [NewPlacer] knows it as utf-8.
func Broken(content []byte) (string, error) {
	text, err := unicode.UTF8.NewDecoder().Bytes(content)
	return string(text), err
}

// wide tells a text of two bytes a character by its mark, or by the zeros that
// stand in every other place of Latin letters, blanks and line ends; asked says
// that a person named it.
func wide(content []byte, asked bool) (order unicode.Endianness, name string) {
	sample := content[:min(len(content), 1<<16)&^1]
	zeros := [2]int{}
	for i, b := range sample {
		if b == 0 {
			zeros[i%2]++
		}
	}
	const share = 24 // at least one place in so many: Arabic has a blank in six letters
	switch {
	case bytes.HasPrefix(content, []byte("\xff\xfe")):
		return unicode.LittleEndian, "utf-16le"
	case bytes.HasPrefix(content, []byte("\xfe\xff")):
		return unicode.BigEndian, "utf-16be"
	case len(content)%2 == 1 || len(sample) == 0:
	case zeros[1]*share > len(sample) && zeros[0]*8 < zeros[1], asked && zeros[1] >= zeros[0]:
		return unicode.LittleEndian, "utf-16le"
	case zeros[0]*share > len(sample) && zeros[1]*8 < zeros[0], asked:
		return unicode.BigEndian, "utf-16be"
	}
	return unicode.LittleEndian, ""
}

// guessed takes the charset in which the letters beyond ASCII are the commonest
// ones.
func guessed(content []byte) ([]byte, string, error) {
	sample := content[:min(len(content), 1<<20)]
	best, at := 0.0, -1
	for i, c := range candidates {
		if common, score := c.fits(sample); common >= 0.5 && score > best {
			best, at = score, i
		}
	}
	if at < 0 {
		return nil, "", &casualty.Problem{Where: "charset", Found: "text that is not UTF-8 and no charset that fits",
			Want: "the charset said with --charset, such as windows-1251; or the file saved again as UTF-8"}
	}
	text, err := candidates[at].coding.NewDecoder().Bytes(content)
	return text, candidates[at].name, err
}

// fits gives the share of the characters beyond ASCII that are letters of the
// candidate's languages, and a score in which the commonest letters count most.
func (c candidate) fits(sample []byte) (common, score float64) {
	text, err := c.coding.NewDecoder().Bytes(sample)
	if err != nil {
		return 0, 0
	}
	worth := c.worth()
	var high int
	for _, r := range string(text) {
		if r < utf8.RuneSelf {
			continue
		}
		high++
		if w := worth[r]; w > 0 {
			common++
			score += w
		}
	}
	return common / float64(max(high, 1)), score / float64(max(high, 1))
}

// worth is 1 for the commonest letter and little for the rarest.
func (c candidate) worth() map[rune]float64 {
	letters := []rune(c.letters)
	worth := make(map[rune]float64, len(letters))
	for i, r := range letters {
		worth[r] = 1 - float64(i)/float64(len(letters)+1)
	}
	return worth
}

// Known tells the usual name of a charset, such as "windows-1252" for "latin1";
// empty for one that is not known.
func Known(name string) string {
	coding, usual := charset.Lookup(strings.TrimSpace(name))
	if coding == nil || usual == "replacement" {
		return ""
	}
	return usual
}

// Wide tells a text of two bytes a character, by its mark or its zeros.
func Wide(content []byte) bool {
	_, name := wide(content, false)
	return name != ""
}
