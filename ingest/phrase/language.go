package phrase

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A language is one language's tables. The grammar is the same for all.
type language struct {
	code          string
	rows          []row
	short         string // abbreviations, which a full stop does not end
	adverb        string // the ending of adverbs, which change nothing: "newly"
	headFirst     bool   // the noun comes before its adjectives: "personnes disparues"
	verbFirst     bool   // a subject often follows its verb: "погибли трое"
	tensAnd       bool   // "thirty and six"
	uncased       bool   // no capitals: a name cannot be told from other words
	unitsFirst    bool   // "five and twenty"
	bare          bool   // no article: a noun in the singular is one person
	fold          func(dst []byte, word string) []byte
	shape         func(key []byte) (plural, verbal bool)
	cut           func(s *scanner, t token) token
	abbreviations map[string]bool
	vocabulary    map[string]int32
	phrases       [][]entry // by first word, longest first
}

// An entry is a word or phrase of the table.
type entry struct {
	second int32   // the word after the first; 0: none
	rest   []int32 // the words after the first
	tag    *tag
}

// A row is a line of a language's table: what the words do, and the words,
// parted by bars. Braces stand for choices: "погиб{,ла,ли}".
type row struct {
	tag   tag
	words string
}

// build makes the look-up tables of a language out of its rows.
func build(l *language) *language {
	l.vocabulary = map[string]int32{}
	l.phrases = make([][]entry, 1)
	for i := range l.rows {
		for at, form := range strings.Split(l.rows[i].words, "|") {
			t := l.rows[i].tag.numbered(at)
			for _, words := range expand(strings.TrimSpace(form)) {
				l.enter(words, &t)
			}
		}
	}
	l.abbreviations = map[string]bool{}
	for _, word := range strings.Fields(l.short) {
		l.abbreviations[word] = true
	}
	return l
}

// enter puts one phrase into the tables, before shorter ones. A phrase that
// stands in two rows does what both say.
func (l *language) enter(phrase string, t *tag) {
	var ids []int32
	for _, part := range parts(phrase) {
		ids = append(ids, l.id(part))
	}
	if len(ids) == 0 {
		return
	}
	list := l.phrases[ids[0]]
	at := len(list)
	for i, e := range list {
		if slices.Equal(e.rest, ids[1:]) {
			list[i].tag = e.tag.with(*t)
			return
		}
		if len(e.rest) < len(ids)-1 {
			at = i
			break
		}
	}
	list = append(list, entry{})
	copy(list[at+1:], list[at:])
	list[at] = entry{rest: ids[1:], tag: t}
	if len(ids) > 1 {
		list[at].second = ids[1]
	}
	l.phrases[ids[0]] = list
}

func (l *language) id(word string) int32 {
	key := string(l.fold(nil, word))
	if id, ok := l.vocabulary[key]; ok {
		return id
	}
	id := int32(len(l.phrases))
	l.vocabulary[key] = id
	l.phrases = append(l.phrases, nil)
	return id
}

// parts cuts a phrase of a table as the scanner cuts a text: at spaces, hyphens
// and Latin apostrophes, which themselves are left out.
func parts(phrase string) []string {
	cyrillic := strings.ContainsFunc(phrase, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
	return strings.FieldsFunc(phrase, func(r rune) bool {
		return r == ' ' || r == '-' || isApostrophe(r) && !cyrillic
	})
}

// expand writes out the choices in braces, which may hold braces.
func expand(form string) []string {
	open := strings.IndexByte(form, '{')
	if open < 0 {
		return []string{form}
	}
	var out []string
	choices, end := choose(form[open:])
	for _, choice := range choices {
		out = append(out, expand(form[:open]+choice+form[open+end:])...)
	}
	return out
}

// choose cuts the brace with which form begins into its choices, and tells where
// it ends.
func choose(form string) (choices []string, end int) {
	depth, from := 0, 1
	for i := 0; i < len(form); i++ {
		switch c := form[i]; {
		case c == '{':
			depth++
		case c == ',' && depth == 1:
			choices, from = append(choices, form[from:i]), i+1
		case c == '}' && depth == 1:
			return append(choices, form[from:i]), i + 1
		case c == '}':
			depth--
		}
	}
	panic("phrase: a brace is not closed: " + form)
}

// foldLatin writes a word in small letters without accents; Cyrillic letters
// that look like Latin ones are taken for them.
func foldLatin(dst []byte, word string) []byte {
	for _, r := range word {
		if r < utf8.RuneSelf {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			dst = append(dst, byte(r))
			continue
		}
		r = unicode.ToLower(r)
		if unicode.Is(unicode.Mn, r) || ignored(r) {
			continue
		}
		if plain, ok := latinFolds[r]; ok {
			dst = append(dst, plain...)
			continue
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

var latinFolds = folds("àaáaâaäaãaåaçcèeéeêeëeìiíiîiïiñnòoóoôoöoõoùuúuûuüuýy" + "аaеeоoрpсcхxуyіiјjѕsһh")

func folds(pairs string) map[rune]string {
	m := map[rune]string{'œ': "oe", 'æ': "ae", 'ß': "ss"}
	runes := []rune(pairs)
	for i := 0; i < len(runes); i += 2 {
		m[runes[i]] = string(runes[i+1])
	}
	return m
}

// cases tells whether a noun's ending shows what is done something to.
func (l *language) cases() bool { return l.bare && !l.uncased }

func once(tables *language) func() *language {
	return sync.OnceValue(func() *language { return build(tables) })
}

// languages are those that the reader knows, in the order of the tables. The tables
// of one are built when a text in it is first read: most commands read none.
var languages = []struct {
	code string
	get  func() *language
}{
	{"en", once(english)}, {"ru", once(russian)}, {"uk", once(ukrainian)}, {"fr", once(french)}, {"es", once(spanish)}, {"ar", once(arabic)},
}
