package phrase

import (
	"cmp"

	"tollbook/casualty"
)

// fewer is the word of a hedge that leaves its number out: "fewer than 12" is up
// to 11.
const fewer = "fewer than"

// cases is the word of what counts harm by its cases: "248 cases of detention".
const cases = "cases"

// affected is the word of harm that does not say which: "пострадавшие". Where
// there are none of them there are no casualties.
const affected = "affected"

// beyond is the word of what makes the number before it a difference: "12 more deaths
// than".
const beyond = "than"

// unknownNumber is the word for harm whose number nobody knows.
const unknownNumber = "unknown"

// possessive is the word of "his" and "her", beside which a relative is one more
// person.
const possessive = "his"

// pointing is the word of people who, with "the", were named before.
const pointing = "the same"

// peopleOnly is the word of verbs that are of harm only where people follow:
// "lost 14 men".
const peopleOnly = "people"

// ofLives is the word of "lives" and of the verbs whose object they are: "claimed
// 12 lives".
const ofLives = "lives"

// sameToll is the word of a toll that is the one spoken of: "put the figure at".
const sameToll = "same"

// relativeDay is the word of what tells a day by that of the publication:
// "yesterday".
const relativeDay = "day"

// from is the word of a preposition that tells a beginning where a month with its
// year, or a year, follows: "с февраля 2022 года".
const from = "from"

// yearNoun is the word of "year" behind its number: "в 2019 году".
const yearNoun = "year"

// ofEach is the word of what tells a share where both numbers are small: "three out of
// four".
const ofEach = "out of"

// remembrance is the word of what keeps people in mind: "monument to".
const remembrance = "remembrance"

// anyPeople is the word of people of any kind, who may stand before their number.
const anyPeople = "any people"

// where is the word of a clause that tells what happened at a place.
const where = "where"

// raises is the word of verbs that put one number of a toll for another: "a porté".
const raises = "raises"

// fears is the word of verbs whose clause tells what has not happened yet: "craignent
// que".
const fears = "fears"

// share is the word of most of those before it: "معظمهم".
const share = "share"

// inCare is the word of verbs of care and of those who may be in it for anything:
// "treated 300 patients".
const inCare = "in care"

// when is the word of a conjunction of time.
const when = "when"

// responsible is the word of what may be denied of a harm without its number.
const responsible = "responsible"

// untrue is the word of what says that a report before it is wrong: "was false".
const untrue = "untrue"

// asHostage is the word of what ends "took eleven people hostage".
const asHostage = "hostage"

// neither is the word of a "no" for two: "neither the pilot nor the two guards".
const neither = "neither"

// familyOf is the word of a family, whose number may follow: "a family of five".
const familyOf = "family"

// superseded is the word of what names an older toll: "a previous toll".
const superseded = "superseded"

// disputed is the word of what says that a report is wrong: "denied reports that".
const disputed = "disputed"

// disputing is the word of a verb that says the same of what stands before it:
// "which the army denied".
const disputing = "disputing"

// oneSpeaker is the word of an office that one person holds: "governor".
const oneSpeaker = "person"

// oneHeld is its word in the case of what is done something to: "мэра".
const oneHeld = "person harmed"

// toPerson is the word of a preposition before a person as object: "mataron al
// alcalde".
const toPerson = "to a person"

// recording is the word of what those do who keep count: "the ministry registered".
const recording = "recording"

// bringing is the word of what parts a day's number from the total that it adds
// to: "bringing the total".
const bringing = "bringing"

// A tag says what a word or phrase does in the grammar. A word may do several
// things: "one" is a number and stands for a person.
type tag struct {
	does  does
	n     int                // of a number or a multiplier
	word  string             // the code of a vague word
	hedge casualty.Qualifier // of a hedge
	harm  casualty.Harm
	group casualty.Group
	pop   casualty.Population
}

type does uint64

const (
	number      does = 1 << iota // "seven", "fifty"
	times                        // "hundred", "dozen": multiplies what stands before it
	vague                        // "dozens", "several"
	article                      // "a": with a person in the singular, one
	before                       // a hedge before its number: "at least"
	after                        // a hedge behind it: "or more"
	between                      // "between 3 and 7", "from 3 to 7"
	joins                        // "or", "to": joins the ends of a range
	and                          // "and"
	person                       // "people", "soldiers", "children"
	single                       // a person in the singular
	pair                         // a person in the dual: two
	thing                        // what is no people: "drones", "years", "per cent"
	harmful                      // any word of harm; what kind, the next seven say
	active                       // takes the harmed as object: "killed five"
	passive                      // takes the harmed as subject: "five were killed", "five killed"
	event                        // the harm itself: "deaths", "arrests"
	harmed                       // the harmed people: "martyrs", "bodies"
	victim                       // people harmed, how the text does not say: "victims"
	whole                        // a single person with what happened: "killed himself"
	formerly                     // "earlier", "had estimated": a number that a later one replaced
	serious                      // severity
	needsAux                     // passive only behind an auxiliary
	auxiliary                    // "was", "have been"
	skip                         // adverbs and adjectives that change nothing
	other                        // "others", "more"
	including                    // "including", "among them"
	among                        // "among the", "are among": a part of the harmed that follow
	ofThem                       // "of them", "of whom"
	of                           // "of"
	the                          // "the"
	no                           // "no", "not a single"
	nobody                       // "nobody"
	without                      // "without"
	not                          // "not"
	relative                     // "who", "which"
	preposition                  // "in", "after"
	clause                       // a conjunction that begins a clause: "while", "when"
	verb                         // a verb of no harm: nothing reaches across it
	say                          // "said", "reported"
	accordingTo                  // "according to"
	pronoun                      // "he", "she"
	toll                         // "death toll", "number of injured"
	reaches                      // between a toll and its number: "to", "at", "reached"
	cumulative                   // "since the war began", "this year"
	elsewhere                    // "last March", "in response": another incident
	since                        // "since": what follows began a period
	began                        // "began", "war": makes a period of "since"
	pluperfect                   // "had": what happened before
	force                        // an armed force: its men are combatants
	every                        // "all": says more of the people before
	superlative                  // "the worst ... since" is no total
	year                         // before a year, a period: "in 2023"
	aside                        // "read also": what follows speaks of other things
	withdrawn                    // "up from", "earlier": the number is no longer held
	reported                     // "reported", in a denial
	modal                        // "could", "to": without "have" a forecast
	compared                     // "above the ministry's tally": a difference
	age                          // "aged", "years old"
	office                       // who speaks: "officials", "ministry", "governor"
	month                        // "July"
	rank                         // of the armed forces: "Colonel"
	thereIs                      // "there were"
	weekday                      // "Tuesday"
)

func (t *tag) is(d does) bool { return t != nil && t.does&d != 0 }

// numbered gives months and weekdays their number by their place in the row: 1 is
// January and Monday.
func (t tag) numbered(at int) tag {
	switch {
	case t.is(month):
		t.n = at%12 + 1
	case t.is(weekday):
		t.n = at%7 + 1
	}
	return t
}

// with is the tag that does what both do; what it is worth comes from the first
// that says it.
func (t tag) with(more tag) *tag {
	t.n = cmp.Or(t.n, more.n)
	if more.is(vague) && !t.is(vague) {
		t.word = more.word // "тысячи" by itself is "thousands"
	}
	t.does |= more.does
	t.word = cmp.Or(t.word, more.word)
	t.hedge = cmp.Or(t.hedge, more.hedge)
	t.harm = cmp.Or(t.harm, more.harm)
	t.group = cmp.Or(t.group, more.group)
	t.pop = cmp.Or(t.pop, more.pop)
	return &t
}
