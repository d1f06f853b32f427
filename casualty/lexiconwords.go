package casualty

// A Basis tells what kind of statement a value is.
type Basis string

// Bases.
const (
	Fact      Basis = "fact"      // a recorder wrote it down, or its published numbers show it
	Derived   Basis = "derived"   // read from published numbers, not written down
	Inference Basis = "inference" // ours
)

// A wordValue is what a vague word is worth in one lexicon, and why. An empty range is
// "not recorded": set aside, not guessed.
type wordValue struct {
	Range
	basis  Basis
	source string
}

func fact(r Range, source string) wordValue     { return wordValue{r, Fact, source} }
func derived(r Range, source string) wordValue  { return wordValue{r, Derived, source} }
func inferred(r Range, source string) wordValue { return wordValue{r, Inference, source} }

// Where the values come from.
const (
	airwarsPage  = "Airwars, published incident pages such as "
	ucdpValues   = "UCDP, package uncertainUCDP: this is among the values reported for such words; that this word has it is inferred from the pattern “a plural is two of its unit”"
	acledSmall   = "ACLED codebook: 3 or 10 for small words, by scale and context (fact); that 3 is taken is inferred"
	acledUnit    = "ACLED codebook: the least of the unit"
	acledTens    = "ACLED fatality FAQ: 10 for tens"
	acledAndSoOn = "ACLED fatality FAQ: 100 for hundreds, “and so on”"
	emdatUnit    = "EM-DAT guidelines: two of the unit, for the injured and the affected"
)

func least(n int) wordValue {
	return inferred(AtLeast(n), "our own: the least that the word allows, open above")
}

func unknownTo(whose string) wordValue { return inferred(Range{}, "no value in "+whose) }

var (
	noAirwars = unknownTo("the Airwars pages that were read")
	noUCDP    = unknownTo("the UCDP texts that were read")
	noLowest  = unknownTo("the ACLED texts that were read")
	noEmdat   = unknownTo("the EM-DAT guidelines")
	notValued = unknownTo("any lexicon: the word is known and says no number")
)

// refusals are why the lexicons that record no vague word record none: what their
// recorder says of which words.
var refusals = map[string]struct {
	said  []string
	words string
}{
	"aoav": {[]string{"several", "numerous"}, "AOAV methodology: several and numerous people are not recorded"},
	"gtd":  {[]string{"several"}, "GTD codebook: without a usable figure the field stays blank"},
}

// vagueWords are the values of the vague words, a column a lexicon: envelope, airwars,
// ucdp, lowest, emdat.
var vagueWords = map[string][columns]wordValue{
	"several":   {least(2), fact(Exactly(2), airwarsPage+"ISPT0166"), inferred(Exactly(3), ucdpValues), inferred(Exactly(3), acledSmall), noEmdat},
	"few":       {least(2), noAirwars, noUCDP, inferred(Exactly(3), acledSmall), noEmdat},
	"many":      {least(2), fact(Between(2, 10), airwarsPage+"ISPT0369"), noUCDP, inferred(Exactly(3), acledSmall), noEmdat},
	"tens":      {least(10), noAirwars, inferred(Exactly(20), ucdpValues), fact(Exactly(10), acledTens), noEmdat},
	"dozens":    {least(12), fact(Between(12, 24), airwarsPage+"ISPT0005, ISPT0281"), inferred(Exactly(24), ucdpValues), fact(Exactly(12), acledUnit), noEmdat},
	"scores":    {least(20), noAirwars, inferred(Exactly(40), ucdpValues), noLowest, noEmdat},
	"hundreds":  {least(100), derived(Between(100, 200), airwarsPage+"ISPT0044, ISPT0587"), inferred(Exactly(200), ucdpValues), fact(Exactly(100), acledUnit), fact(Exactly(200), emdatUnit)},
	"thousands": {least(1000), noAirwars, inferred(Exactly(2000), ucdpValues), fact(Exactly(1000), acledAndSoOn), fact(Exactly(2000), emdatUnit)},
	"some":      {notValued, notValued, notValued, notValued, notValued},
	"numerous":  {notValued, notValued, notValued, notValued, notValued},
}

// WordLanguages are the languages whose vague words the lexicons know.
var WordLanguages = []string{"en", "fr", "es", "ru", "uk", "ar"}

// sameWords lead a wording to the English word of the table that it means, language by
// language. "Several dozen" is the plural of the unit. No recorder whose texts were
// read publishes values for words of another language than English: that these mean
// the same is our reading.
var sameWords = map[string]map[string]string{
	"en": {
		"a number of": "several", "a number": "several", "a few": "few", "a great many": "many",
		"tens of": "tens", "several tens": "tens",
		"dozens of": "dozens", "several dozen": "dozens", "a few dozen": "dozens", "some dozens": "dozens",
		"large number": "dozens", "large numbers": "dozens", "a large number": "dozens", "a large number of": "dozens", "large numbers of": "dozens",
		"scores of": "scores", "hundreds of": "hundreds", "several hundred": "hundreds", "a few hundred": "hundreds", "many hundreds": "hundreds",
		"thousands of": "thousands", "several thousand": "thousands", "a few thousand": "thousands", "many thousands": "thousands",
	},
	"ru": {
		"несколько": "several", "ряд": "several", "много": "many", "десятки": "tens", "несколько десятков": "tens",
		"сотни": "hundreds", "несколько сотен": "hundreds", "тысячи": "thousands", "несколько тысяч": "thousands",
	},
	"uk": {
		"кілька": "several", "декілька": "several", "багато": "many", "десятки": "tens", "кілька десятків": "tens",
		"сотні": "hundreds", "кілька сотень": "hundreds", "тисячі": "thousands", "кілька тисяч": "thousands",
	},
	"fr": {
		"plusieurs": "several", "quelques": "few", "de nombreux": "many", "de nombreuses": "many", "dizaines": "tens", "des dizaines": "tens", "des dizaines de": "tens",
		"plusieurs dizaines": "tens", "centaines": "hundreds", "des centaines": "hundreds", "des centaines de": "hundreds", "plusieurs centaines": "hundreds",
		"milliers": "thousands", "des milliers": "thousands", "des milliers de": "thousands", "plusieurs milliers": "thousands",
	},
	"es": {
		"varios": "several", "varias": "several", "unos": "few", "unas": "few", "muchos": "many", "muchas": "many", "decenas": "tens", "decenas de": "tens",
		"docenas": "dozens", "docenas de": "dozens", "cientos": "hundreds", "cientos de": "hundreds", "centenares": "hundreds", "centenares de": "hundreds",
		"miles": "thousands", "miles de": "thousands",
	},
	"ar": {
		"عدد من": "several", "عدداً من": "several", "عددا من": "several", "عدة": "several", "العديد من": "many",
		"عشرات": "tens", "العشرات": "tens", "مئات": "hundreds", "المئات": "hundreds", "آلاف": "thousands", "الآلاف": "thousands",
	},
}

// sameWord is sameWords of all languages.
var sameWord = func() map[string]string {
	all := map[string]string{}
	for _, words := range sameWords {
		for wording, word := range words {
			all[wording] = word
		}
	}
	return all
}()
