package casualty

// Lexicons are all published lexicons, oldest version first.
//
// Fact is what the recorder wrote down or what its published numbers show;
// inference is marked in Source and in docs/methods.md.
var Lexicons = []Lexicon{envelopeWords, airwarsWords, ucdpWords, lowestWords, aoavWords, gtdWords, emdatWords}

// The columns of the table of vague words.
type wordColumn int

const (
	envelopeColumn wordColumn = iota
	airwarsColumn
	ucdpColumn
	lowestColumn
	emdatColumn
	noColumn // no vague word is recorded
	columns
)

var (
	envelopeWords = Lexicon{
		Name: "envelope", Version: 1, Source: "our own: the least that the words allow, open above (inference)",
		forms: envelopeForms, words: envelopeColumn, plural: least(1),
	}
	airwarsWords = Lexicon{
		Name: "airwars", Version: 1, Source: "Airwars, published incident pages: plural 2, Arabic plural 3, up to N as the maximum (fact); N+1 for more than N, two a family (read from the numbers)",
		forms: airwarsForms, words: airwarsColumn, plural: fact(AtLeast(2), airwarsPage+"ISPT0714"), arabic: fact(AtLeast(3), airwarsPage+"ISPT0625, whose dual is two"),
		families: twoEach, familiesFrom: derived(Range{}, airwarsPage+"ISPT0394: eight named and three families are at least 14"),
	}
	ucdpWords = Lexicon{
		Name: "ucdp", Version: 1, Source: "UCDP, the reported values that the uncertainUCDP package lists; which word has which value is inference",
		forms: ucdpForms, words: ucdpColumn, plural: inferred(AtLeast(2), ucdpValues),
	}
	lowestWords = Lexicon{
		Name: "lowest", Version: 1, Source: "ACLED codebook: 3 or 10 for small words (3 taken), 10, 12, 100, 1,000 (fact); the lowest number named (inference)",
		forms: lowestForms, words: lowestColumn, plural: inferred(AtLeast(3), acledSmall),
	}
	aoavWords = Lexicon{
		Name: "aoav", Version: 1, Source: "AOAV methodology: several and numerous are not recorded (fact); N for more than N (inference)",
		forms: aoavForms, words: noColumn, plural: fact(Range{}, "AOAV methodology: people without a number are not recorded"),
	}
	gtdWords = Lexicon{
		Name: "gtd", Version: 1, Source: "GTD codebook: no usable figure stays blank (fact); N for more than N (inference)",
		forms: gtdForms, words: noColumn, plural: fact(Range{}, "GTD codebook: without a usable figure the field stays blank"),
	}
	emdatWords = Lexicon{
		Name: "emdat", Version: 1, Source: "EM-DAT guidelines: 200, 2,000, families of 5 or 3, the mean of a range (fact); the mean rounded down and its use for all harm (inference)",
		forms: emdatForms, words: emdatColumn, wordsOf: []Harm{Injured, Displaced}, plural: noEmdat,
		families: byEconomy, familiesFrom: fact(Range{}, "EM-DAT guidelines: five people a family in a developing economy, three in an industrialised one, of those affected or without a home"),
	}
)

// twoEach: a family is at least two people.
func twoEach(_ Harm, families Range, _ string) (Range, bool) {
	low, ok := families.Low()
	return AtLeast(2 * low), ok && low > 0
}

// familySize is the people that EM-DAT counts for a family without a home.
var familySize = map[string]int{"developing": 5, "industrialised": 3}

func byEconomy(h Harm, families Range, economy string) (Range, bool) {
	size, known := familySize[economy]
	low, ok := families.Low()
	if h != Displaced || !known || !ok {
		return Range{}, false
	}
	if families.Open() {
		return AtLeast(size * low), true
	}
	return Exactly(size * low), true
}
