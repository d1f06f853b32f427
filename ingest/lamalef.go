package ingest

import (
	"regexp"
	"strings"
)

// Many PDF files write لا as one sign. Where a program turns the signs of a line
// round, as all known ones do to read Arabic, the two letters of that sign change
// places: "الإطفاء" comes out as "اإلطفاء" and "ثلاثة" (three) as "ثالثة" (third).

// turned are beginnings of words that no Arabic word has, and that show that this
// happened.
var turned = regexp.MustCompile(`(^|[\s،؛(«"])([وفبكل]?)ا([إأآ])ل`)

// threes are the words whose turned form is another word, before what is counted:
// "third" stands before one, "three" before several.
var threes = regexp.MustCompile(`ثالث(ة?\s+(?:أشخاص|أطفال|مدنيين|مواطنين|نساء|رجال|جنود|قتلى|جرحى|شهداء|عناصر|مصابين|آخرين|أفراد|عمال|مسلحين|صحفيين|مسعفين))`)

// others are the turned forms of words that count people and are no words
// themselves, with what was written.
var others = strings.NewReplacer("ثالثين", "ثلاثين", "ثالثون", "ثلاثون", "ثالثمائة", "ثلاثمائة", "ثالثمئة", "ثلاثمئة", "آالف", "آلاف", "االثنين", "الاثنين")

// lamAlef puts the letters right where that is certain, and tells whether the text
// has such signs at all.
func lamAlef(text string) (mended string, found bool) {
	if found = turned.MatchString(text); !found && !strings.Contains(text, "آالف") && !threes.MatchString(text) {
		return text, false
	}
	text = turned.ReplaceAllString(text, "${1}${2}ال${3}")
	return others.Replace(threes.ReplaceAllString(text, "ثلاث${1}")), true
}
