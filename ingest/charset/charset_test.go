package charset

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"tollbook/casualty"
)

// sentences are made up; each is what a short report may consist of.
var sentences = map[string]string{
	"ru": "Погибли трое человек, ещё пятеро ранены, сообщил глава района.",
	"uk": "Троє людей загинули, ще п’ятеро дістали поранення, повідомив голова громади.",
	"ar": "قتل ثلاثة أشخاص وأصيب سبعة آخرون بجروح في قصف على السوق، حسب مصدر طبي.",
	"fr": "Trois personnes ont été tuées et sept blessées près du marché, d’après le maire.",
	"es": "Tres niños murieron y siete personas resultaron heridas, según el médico del hospital de la región.",
}

func TestACharsetIsFoundByTheCommonLettersOfAShortText(t *testing.T) {
	for _, tt := range []struct{ charset, language string }{
		{"windows-1251", "ru"}, {"windows-1251", "uk"}, {"koi8-u", "ru"}, {"koi8-u", "uk"}, {"ibm866", "ru"}, {"iso-8859-5", "ru"},
		{"windows-1256", "ar"}, {"iso-8859-6", "ar"}, {"windows-1252", "fr"}, {"windows-1252", "es"},
		{"utf-8", "ru"}, {"utf-8", "ar"},
		{"utf-16le", "ar"}, {"utf-16be", "ar"}, {"utf-16le", "ru"}, {"utf-16be", "fr"}, {"utf-16le", "es"},
	} {
		t.Run(tt.charset+" "+tt.language, func(t *testing.T) {
			sentence := sentences[tt.language]
			if tt.charset == "iso-8859-5" || tt.charset == "ibm866" || tt.charset == "koi8-u" || tt.charset == "iso-8859-6" {
				sentence = strings.ReplaceAll(sentence, "’", "'") // they have none
			}
			text, name, err := Decode(encode(t, tt.charset, sentence), "")
			if err != nil || name != tt.charset || string(text) != sentence {
				t.Errorf("%q in %s: %v", text, name, err)
			}
		})
	}
}

func encode(t *testing.T, name, text string) []byte {
	t.Helper()
	coding, _ := charset.Lookup(name)
	content, err := coding.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestAPersonOverrulesWhatWouldBeFound(t *testing.T) {
	content := encode(t, "windows-1251", "Пять")
	for _, name := range []string{"windows-1251", "CP1251", " Windows-1251 "} {
		if text, got, err := Decode(content, name); err != nil || string(text) != "Пять" || got != "windows-1251" {
			t.Errorf("%s: %q in %s, %v", name, text, got, err)
		}
	}
	if text, _, err := Decode(content, "windows-1252"); err != nil || string(text) != "Ïÿòü" {
		t.Errorf("%q, %v: want the letters of the charset that was named", text, err)
	}
	var p *casualty.Problem
	for _, name := range []string{"klingon", "utf-8"} {
		if _, _, err := Decode(content, name); !errors.As(err, &p) {
			t.Errorf("%s: %v, want a problem", name, err)
		}
	}
}

func TestAByteOrderMarkIsNoneOfTheText(t *testing.T) {
	for _, content := range []string{"\xef\xbb\xbfFive", "\xff\xfeF\x00i\x00v\x00e\x00", "\xfe\xff\x00F\x00i\x00v\x00e"} {
		if text, name, err := Decode([]byte(content), ""); err != nil || string(text) != "Five" {
			t.Errorf("%q in %s, %v", text, name, err)
		}
	}
}

func TestEveryPartOfATextHasItsPlaceInTheBytes(t *testing.T) {
	for _, tt := range []struct{ charset, mark, language string }{
		{"windows-1251", "", "ru"}, {"windows-1256", "", "ar"}, {"utf-16le", "\xff\xfe", "ar"}, {"utf-16be", "\xfe\xff", "uk"}, {"utf-16le", "", "es"}, {"windows-1252", "", "fr"},
	} {
		content := append([]byte(tt.mark), encode(t, tt.charset, sentences[tt.language])...)
		text, name, err := Decode(content, "")
		if err != nil || name != tt.charset {
			t.Fatal(name, err)
		}
		coding, _ := charset.Lookup(name)
		p := NewPlacer(content, name)
		for start := range string(text) {
			for _, length := range []int{1, 7} {
				end := start
				for range length {
					_, size := utf8.DecodeRune(text[end:])
					end += size
				}
				from, to := p.Place(start, end)
				if said, _ := coding.NewDecoder().Bytes(content[from:to]); string(said) != string(text[start:end]) {
					t.Fatalf("%s: bytes %d to %d are %q, want %q", name, from, to, said, text[start:end])
				}
			}
		}
		if from, _ := p.Place(0, 1); from != len(tt.mark) {
			t.Errorf("%s: asked again, the text begins at byte %d, want %d", name, from, len(tt.mark))
		}
	}
}

func TestWhatFitsNoCharsetIsRefused(t *testing.T) {
	var p *casualty.Problem
	if _, name, err := Decode([]byte("\xb1\xb6\xb1\xb1\xb6"), ""); !errors.As(err, &p) {
		t.Errorf("read as %s, %v: want a problem", name, err)
	}
}

// Whatever the bytes, what is decoded is whole characters.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("\xff\xfe\x00\xd8"), "")
	f.Add([]byte("\xcf\xee"), "windows-1251")
	f.Fuzz(func(t *testing.T, content []byte, wanted string) {
		text, _, err := Decode(content, wanted)
		if err == nil && !utf8.Valid(text) {
			t.Errorf("%q is not UTF-8", text)
		}
	})
}
