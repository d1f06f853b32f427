package phrase

import "tollbook/casualty"

// A quantity is a number as worded with what it counts: "at least 35 others",
// "seven of them", "a man of 58". What happened to them is found later.
type quantity struct {
	from, to int // units
	number   int // the unit of the number itself
	counted  int // where the number ends
	count    casualty.Count
	head     head
	alone    bool // an article or a bare noun: "a man"
	others   bool
	group    casualty.Group
	pop      casualty.Population
	severity casualty.Severity
	part     part
	partHarm casualty.Harm
	nounHarm casualty.Harm // what the noun says by itself: "victims"

	harm       casualty.Harm
	predicate  [2]int // units of the words of harm; none if both are 0
	subset     bool
	negated    bool
	scope      casualty.Scope
	used       bool // swallowed by a list
	earlier    bool // told as what was said at first
	total      bool // the number of a toll
	list       bool // a sum of a list
	couple     bool // two by one word: "a couple"
	carried    bool // the verb is left out
	id         int  // its number in the text, from 1
	antecedent int  // the id of the quantity that this one is a part of; 0: none
}

// head says what kind of noun a number counts.
type head uint8

const (
	bareHead    head = iota // no noun: "injuring 35"
	personHead              // people
	harmedHead              // "dead", "deaths"
	unknownHead             // a noun that the tables do not hold
	thingHead               // no people
)

// part says of whom the quantity is a part.
type part uint8

const (
	noPart     part = iota
	partThem        // "of them"
	partHarmed      // "of the dead"
	partPeople      // "of the officers"
)

// quantity reads a quantity at unit i.
func (r *reader) quantity(i int) (quantity, bool) {
	q := quantity{from: i}
	hedge, i := r.hedges(i)
	if r.is(i, article) && r.is(i+1, times) {
		i++ // "a dozen"
	}
	if r.is(i, other) && !r.is(i, person) { // "another three", "another man"
		q.others = true
		i++
	}
	i = r.ofFamily(i)
	if r.theThree(i) {
		return r.numbered(q, i), true
	}
	if r.inverted(i) {
		return r.roughly(q, i), true
	}
	c, next, ok := r.count(i)
	if !ok || r.lang.uncased && c.N == 1 && c.Qualifier == casualty.Exact && r.is(i-1, thing) {
		return r.someone(q, i)
	}
	q.number, q.counted, q.count, i = i, next, c, next
	if end := r.years(q.number); end > q.number {
		return r.aged(q, end)
	}
	if end := r.outOf(c, next); end > next {
		q.head, q.to = thingHead, end
		return q, true
	}
	if r.ordinary(q.number) {
		q.head = thingHead
		q.to = next
		return q, true
	}
	q.hedge(hedge)
	if r.markAt(i) == '+' && r.first(i).glued {
		q.hedge(&tag{hedge: casualty.AtLeastN}) // "200+"
		i++
	}
	if t := r.at(i - 1); t.is(number | times) {
		q.hedge(t) // "une vingtaine"
	}
	i = r.hedgeAfter(&q, i)
	collective := r.is(i-1, number) && r.is(i-1, person)
	if r.is(i-1, number) && r.is(i-1, ofThem) {
		q.part = partThem // "أحدهم"
	}
	i = r.noun(&q, i)
	if r.is(q.number, article) && q.count.N == 1 && r.has(q.number, i, pair) {
		q.count.N, q.couple = 2, true // "un couple"
	}
	if end := r.outOf(c, i); end > i && !r.is(end, thing) {
		q.head, q.harm, q.to = thingHead, "", end // "trois victimes sur quatre"
		return q, true
	}
	i = r.deadAndWounded(&q, i)
	if collective && q.head == bareHead {
		q.head = personHead // "трое"
	}
	i = r.hedgeAfter(&q, i)
	if t := r.at(i); t.is(compared) && (t.word == beyond || t.word == fewer) && !r.number(i+1) || r.compares(q.from) {
		q.head, q.harm = thingHead, "" // "12 more deaths than", "بزيادة 12 قتيلا"
	}
	q.to = r.tail(&q, i)
	return q, true
}

// deadAndWounded reads on where one number counts killed and injured together:
// "40 killed and wounded", "عشرات القتلى والجرحى"; what follows an article ("et des
// blessés") it does not count.
func (r *reader) deadAndWounded(q *quantity, i int) int {
	j := i + 1
	if r.is(j, of) && !r.is(j, the) {
		j++
	}
	if q.head != harmedHead || !r.is(i, and) || !r.is(j, harmed) || r.is(j, single|pair) || r.startsWithArticle(j) {
		return i
	}
	if both := [2]casualty.Harm{q.harm, r.at(j).harm}; both != [2]casualty.Harm{casualty.Killed, casualty.Injured} && both != [2]casualty.Harm{casualty.Injured, casualty.Killed} {
		return i
	}
	q.harm, q.predicate = casualty.Casualties, [2]int{q.predicate[0], j + 1}
	return j + 1
}

// startsWithArticle tells of an Arabic noun with its article beside one without:
// those were named before.
func (r *reader) startsWithArticle(j int) bool { return r.first(j).definite && !r.first(j-2).definite }

// theThree tells whether people at unit i, one more of a list, have their number behind
// them with an article, as Arabic writes it: "وأطفالهما الثلاثة".
func (r *reader) theThree(i int) bool {
	return r.lang.uncased && r.is(i, person) && !r.is(i, single|pair|number) && !r.first(i).definite && r.is(i-1, and) && r.number(i+1) && r.first(i+1).definite
}

// numbered reads those people.
func (r *reader) numbered(q quantity, i int) quantity {
	n, _, _ := r.numeral(i + 1)
	q.number, q.counted, q.to, q.head = i, i+2, i+2, personHead
	q.count = casualty.Count{Qualifier: casualty.Exact, N: n}
	r.describe(&q, r.at(i))
	return q
}

// ofFamily passes over "a family of" before its number.
func (r *reader) ofFamily(i int) int {
	j := i
	for r.is(j, article|the) {
		j++
	}
	if r.is(j, thing) && r.at(j).word == familyOf && r.is(j+1, of) && r.number(j+2) {
		return j + 2
	}
	return i
}
