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

func asExact(c Count) Range       { return Exactly(c.N) }
func asFloor(c Count) Range       { return AtLeast(c.N) }
func asNextFloor(c Count) Range   { return AtLeast(c.N + 1) }
func asCeiling(c Count) Range     { return AtMost(c.N) }
func asRange(c Count) Range       { return Between(c.N, c.N2) }
func asLowerEnd(c Count) Range    { return Exactly(c.N) }
func asRoundedMean(c Count) Range { return Exactly(c.N + (c.N2-c.N)/2) }

// ranged are the forms of the methods that give a range.
var ranged = map[Qualifier]form{
	Exact: asExact, About: asExact, AtLeastN: asFloor, MoreThan: asNextFloor, UpTo: asCeiling, BetweenN: asRange,
}

// point are the forms of the methods that give one number and refuse what has
// no one number.
var point = map[Qualifier]form{Exact: asExact, About: asExact, AtLeastN: asFloor, MoreThan: asFloor}

var (
	envelopeWords = Lexicon{
		Name: "envelope", Version: 1, Source: "our own: the least that the words allow, open above (inference)",
		forms: ranged, words: envelopeColumn, plural: AtLeast(1),
	}
	airwarsWords = Lexicon{
		Name: "airwars", Version: 1, Source: "Airwars, published incident pages: plural 2, Arabic plural 3, up to N as the maximum (fact); N+1 for more than N, two a family (read from the numbers)",
		forms: ranged, words: airwarsColumn, plural: AtLeast(2), arabic: AtLeast(3), families: twoEach,
	}
	ucdpWords = Lexicon{
		Name: "ucdp", Version: 1, Source: "UCDP, the reported values that the uncertainUCDP package lists; which word has which value is inference",
		forms: ranged, words: ucdpColumn, plural: AtLeast(2),
	}
	lowestWords = Lexicon{
		Name: "lowest", Version: 1, Source: "ACLED codebook: 3 or 10 for small words (3 taken), 10, 12, 100, 1,000 (fact); the lowest number named (inference)",
		forms: map[Qualifier]form{Exact: asExact, About: asExact, AtLeastN: asFloor, MoreThan: asFloor, UpTo: asExact, BetweenN: asLowerEnd},
		words: lowestColumn, plural: AtLeast(3),
	}
	aoavWords = Lexicon{
		Name: "aoav", Version: 1, Source: "AOAV methodology: several and numerous are not recorded (fact); N for more than N (inference)",
		forms: point, words: noColumn,
	}
	gtdWords = Lexicon{
		Name: "gtd", Version: 1, Source: "GTD codebook: no usable figure stays blank (fact); N for more than N (inference)",
		forms: point, words: noColumn,
	}
	emdatWords = Lexicon{
		Name: "emdat", Version: 1, Source: "EM-DAT guidelines: 200, 2,000, families of 5 or 3, the mean of a range (fact); the mean rounded down and its use for all harm (inference)",
		forms: map[Qualifier]form{Exact: asExact, About: asExact, AtLeastN: asFloor, MoreThan: asFloor, BetweenN: asRoundedMean},
		words: emdatColumn, wordsOf: []Harm{Injured, Displaced}, families: byEconomy,
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
