package casualty

import "strings"

// A form makes a range of a count that carries numbers.
type form func(c Count) Range

// A formValue is what a lexicon makes of a form of words, and why. No form: not
// recorded.
type formValue struct {
	code   form
	basis  Basis
	source string
}

func asExact(c Count) Range       { return Exactly(c.N) }
func asFloor(c Count) Range       { return AtLeast(c.N) }
func asNextFloor(c Count) Range   { return AtLeast(c.N + 1) }
func asCeiling(c Count) Range     { return AtMost(c.N) }
func asRange(c Count) Range       { return Between(c.N, c.N2) }
func asLowerEnd(c Count) Range    { return Exactly(c.N) }
func asRoundedMean(c Count) Range { return Exactly(c.N + (c.N2-c.N)/2) }

// Where the forms of words come from.
const (
	asStatedWords = "our own: the number as stated"
	airwarsUpTo   = "Airwars, published incident pages: up to N and as many as N are the maximum"
	airwarsNext   = "Airwars, published incident pages: in 57 of 112 occurrences of more than N a published end is N+1, in 14 it is N"
	ucdpNext      = "UCDP, package uncertainUCDP: 13, 101 and 1001 are among the values reported (fact); that they are more than a unit is inferred"
	acledRange    = "ACLED codebook: where reports are vague the lowest is recorded (fact); that of one report's words it is the lowest number named is inferred"
	emdatMean     = "EM-DAT guidelines: the mean of a range, of those affected (fact); that it is rounded down and used for all harm is inferred"
)

func formFact(f form, source string) formValue     { return formValue{f, Fact, source} }
func formDerived(f form, source string) formValue  { return formValue{f, Derived, source} }
func formInferred(f form, source string) formValue { return formValue{f, Inference, source} }

// silentOn is a form of which a recorder's texts, as far as they were read, say
// nothing: what is made of it is inferred.
func silentOn(f form, whose string) formValue {
	return formInferred(f, whose+" do not say; the number as stated is inferred")
}

// notOneNumber is a form that the methods of one number refuse.
func notOneNumber(whose string) formValue {
	return formInferred(nil, whose+" name no value; that what is no one number is not recorded is inferred")
}

// The texts that were read, recorder by recorder.
const (
	airwarsTexts = "the Airwars pages that were read"
	ucdpTexts    = "the UCDP texts that were read"
	acledTexts   = "the ACLED texts that were read"
	aoavTexts    = "the AOAV texts that were read"
	gtdTexts     = "the texts of the GTD codebook that were read"
	emdatTexts   = "the EM-DAT guidelines"
)

// What each lexicon makes of the forms of words that carry numbers.
var (
	envelopeForms = map[Qualifier]formValue{
		Exact: formInferred(asExact, asStatedWords), About: formInferred(asExact, asStatedWords), AtLeastN: formInferred(asFloor, "our own: a floor, open above"),
		MoreThan: formInferred(asNextFloor, "our own: more than N are N+1 whole people at least"), UpTo: formInferred(asCeiling, "our own: an upper end, no floor stated"), BetweenN: formInferred(asRange, asStatedWords),
	}
	airwarsForms = map[Qualifier]formValue{
		Exact: formFact(asExact, airwarsPage+"ISPT0053"), About: formDerived(asExact, airwarsPage+"ISPT0106, where about 12 is the maximum 12"), AtLeastN: silentOn(asFloor, airwarsTexts),
		MoreThan: formDerived(asNextFloor, airwarsNext), UpTo: formFact(asCeiling, airwarsUpTo), BetweenN: silentOn(asRange, airwarsTexts),
	}
	ucdpForms = map[Qualifier]formValue{
		Exact: silentOn(asExact, ucdpTexts), About: silentOn(asExact, ucdpTexts), AtLeastN: silentOn(asFloor, ucdpTexts),
		MoreThan: formInferred(asNextFloor, ucdpNext), UpTo: silentOn(asCeiling, ucdpTexts), BetweenN: silentOn(asRange, ucdpTexts),
	}
	lowestForms = map[Qualifier]formValue{
		Exact: silentOn(asExact, acledTexts), About: silentOn(asExact, acledTexts), AtLeastN: silentOn(asFloor, acledTexts),
		MoreThan: formInferred(asFloor, acledRange), UpTo: formInferred(asExact, acledRange), BetweenN: formInferred(asLowerEnd, acledRange),
	}
	aoavForms  = oneNumber(aoavTexts)
	gtdForms   = oneNumber(gtdTexts)
	emdatForms = map[Qualifier]formValue{
		Exact: silentOn(asExact, emdatTexts), About: silentOn(asExact, emdatTexts), AtLeastN: silentOn(asFloor, emdatTexts),
		MoreThan: silentOn(asFloor, emdatTexts), UpTo: notOneNumber(emdatTexts), BetweenN: formInferred(asRoundedMean, emdatMean),
	}
)

// oneNumber are the forms of the methods that give one number and refuse what has
// no one number.
func oneNumber(whose string) map[Qualifier]formValue {
	return map[Qualifier]formValue{
		Exact: silentOn(asExact, whose), About: silentOn(asExact, whose), AtLeastN: silentOn(asFloor, whose), MoreThan: silentOn(asFloor, whose),
		UpTo: notOneNumber(whose), BetweenN: notOneNumber(whose),
	}
}

// A FormValue is what a lexicon makes of a form of words, shown on an example, and
// where it has that from.
type FormValue struct {
	Example Count  // with 7, and 12 where there are two numbers
	Harm    Harm   // of the example
	Economy string // of the example; empty: any
	Range   Range  // not stated: not recorded
	Basis   Basis
	Source  string
}

// Words are the example as a reader says it.
func (f FormValue) Words() string {
	words := f.Example.String()
	if f.Example.Qualifier == Unspecified {
		words = "harm, no number"
	}
	if f.Example.Language == "ar" {
		words += ", in Arabic"
	}
	if f.Economy != "" {
		words += ", " + f.Economy + " economy"
	}
	if f.Harm != Killed {
		words += " (" + string(f.Harm) + ")"
	}
	return strings.TrimSpace(words)
}

// examples are the forms of words, each with the harm and the economy by which every
// lexicon that has a value for it gives one.
var examples = []FormValue{
	{Example: Count{Qualifier: Exact, N: 7}, Harm: Killed}, {Example: Count{Qualifier: About, N: 7}, Harm: Killed}, {Example: Count{Qualifier: AtLeastN, N: 7}, Harm: Killed},
	{Example: Count{Qualifier: MoreThan, N: 7}, Harm: Killed}, {Example: Count{Qualifier: UpTo, N: 7}, Harm: Killed}, {Example: Count{Qualifier: BetweenN, N: 7, N2: 12}, Harm: Killed},
	{Example: Count{Qualifier: Unspecified}, Harm: Killed}, {Example: Count{Qualifier: Unspecified, Language: "ar"}, Harm: Killed},
	{Example: Count{Qualifier: Exact, N: 7, Unit: Families}, Harm: Displaced, Economy: "developing"}, {Example: Count{Qualifier: Exact, N: 7, Unit: Families}, Harm: Displaced, Economy: "industrialised"},
	{Example: Count{Qualifier: None, Word: Denied}, Harm: Killed}, {Example: Count{Qualifier: None, Word: NotReported}, Harm: Killed},
}

// Forms are what the lexicon makes of the forms of words, each with its source.
func (l Lexicon) Forms() []FormValue {
	var list []FormValue
	for _, f := range examples {
		f.Range, _ = l.Code(f.Harm, f.Example, f.Economy)
		f.Basis, f.Source = l.formSource(f.Example)
		list = append(list, f)
	}
	return list
}

func (l Lexicon) formSource(c Count) (Basis, string) {
	switch {
	case c.Unit == Families && l.families == nil:
		return Inference, "no value in this lexicon: a number of families is no number of people"
	case c.Unit == Families:
		return l.familiesFrom.basis, l.familiesFrom.source
	case c.Qualifier == None && c.Word == Denied:
		return Inference, "our own: a denial is a reported zero"
	case c.Qualifier == None:
		return Inference, "our own: silence states no number"
	case c.Qualifier == Unspecified && c.Language == "ar" && l.arabic.Stated():
		return l.arabic.basis, l.arabic.source
	case c.Qualifier == Unspecified:
		return l.plural.basis, l.plural.source
	}
	f := l.forms[c.Qualifier]
	return f.basis, f.source
}
