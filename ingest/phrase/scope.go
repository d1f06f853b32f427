package phrase

import (
	"cmp"

	"tollbook/casualty"
)

// context gives the sentence's figures their scope, their claimant and, where
// the text withdraws a number, says so.
func (r *reader) context() {
	for k := range r.quantities {
		r.withdraw(k)
	}
	r.supersede()
	for k := range r.quantities {
		if ante := r.byID(r.quantities[k].antecedent); ante != nil && r.quantities[k].subset {
			r.quantities[k].negated = r.quantities[k].negated || ante.negated
		}
	}
	r.speakers()
	for i := range r.units {
		r.aside = r.aside || r.is(i, aside) && i == 0
	}
	if n := len(r.units); r.aside && n > maxHeadline && r.markAt(n-1) == '.' {
		r.aside = false
	}
	if len(r.quantities)+len(r.extra) == 0 {
		return
	}
	scope, from := r.scopeOf()
	for _, list := range [][]quantity{r.quantities, r.extra} {
		for k := range list {
			if list[k].from >= from {
				list[k].scope = cmp.Or(list[k].scope, scope)
			}
		}
	}
}

// maxHeadline is how many units a headline has at most; a longer sentence with a
// full stop is the story again.
const maxHeadline = 12

// scopeOf tells of what the sentence speaks, by its cues, and from which unit on.
func (r *reader) scopeOf() (casualty.Scope, int) {
	if cue := r.period(); cue >= 0 {
		return casualty.Cumulative, r.bringing(cue)
	}
	if r.monthly() {
		return casualty.Integrative, 0
	}
	if r.aside || r.elsewhere() {
		return casualty.OtherIncident, 0
	}
	if i := r.backThen(); i > 0 {
		return casualty.OtherIncident, i
	}
	return casualty.ThisIncident, 0
}

// backThen is the unit at which the sentence goes back to what the present is likened
// to: "the deadliest since 2014, when 89 people were killed"; 0 for none.
func (r *reader) backThen() int {
	if r.does&since == 0 || r.does&superlative == 0 {
		return 0
	}
	for i := range r.units {
		if t := r.at(i); t == nil || t.word != when {
			continue
		}
		for j := i - 1; j > i-5; j-- {
			if r.fourDigits(j) {
				return i
			}
		}
	}
	return 0
}

// bringing is the unit at which a total begins whose period is told at unit cue:
// "nine were killed, bringing the total since May to 40".
func (r *reader) bringing(cue int) int {
	for i := cue - 1; i >= 0; i-- {
		if r.brings(i) {
			return i
		}
		j := i - 1
		for r.is(j, the|skip) || r.unknown(j) {
			j--
		}
		if r.is(i, toll) && isComma(r.markAt(j)) {
			return i // "погибли девять человек, число жертв с начала войны достигло 40"
		}
	}
	return 0
}

// brings tells whether unit i parts a day's number from its total.
func (r *reader) brings(i int) bool { return r.is(i, clause) && r.at(i).word == bringing }

// period is the unit that tells of a time longer than an incident: "this year",
// "since the war began", "in 2023"; -1 for none.
func (r *reader) period() int {
	if r.does&(cumulative|since|year) == 0 {
		return -1
	}
	superlatives := false
	for i := range r.units {
		switch {
		case r.is(i, superlative):
			superlatives = true
		case r.is(i, since) && r.at(i).word == from && !r.is(i, cumulative):
			if r.fourDigits(i+1) || r.is(i+1, month) {
				return i
			}
		case r.is(i, cumulative), r.is(i, since) && !superlatives && r.beginning(i+1):
			return i
		case r.is(i, year) && r.isYear(i+1):
			return i
		}
	}
	return -1
}

// beginning tells whether the words behind "since" name the beginning of a
// period: a date, a war.
func (r *reader) beginning(i int) bool {
	for j := i; j < i+9 && j < len(r.units) && r.markAt(j) == 0; j++ {
		if r.is(j, month|weekday|began) || r.isYear(j) {
			return true
		}
	}
	return false
}

// isYear tells whether unit i is a year by itself, which no month precedes and
// no noun follows.
func (r *reader) isYear(i int) bool {
	if i >= len(r.units) {
		return false
	}
	t := r.at(i + 1)
	return r.fourDigits(i) && (!t.is(person|thing) && !(t.is(harmful) && !r.lang.verbFirst) || t.word == yearNoun)
}

// fourDigits tells whether unit i is a number that can be a year.
func (r *reader) fourDigits(i int) bool {
	t := r.first(i)
	return t.kind == numberToken && t.end-t.start == 4 && t.value >= 1900 && t.value < 2100
}

// elsewhere tells whether the sentence speaks of another time or incident: "last
// March", "in January 2005", a weekday other than that of the main report.
func (r *reader) elsewhere() bool {
	if r.does&(elsewhere|month|weekday) == 0 {
		return false
	}
	day := int32(0)
	for i := range r.units {
		switch {
		case r.is(i, elsewhere):
			return true
		case r.is(i, month) && r.isYear(i+1) && i > 0 && r.olderMonth(i), r.monthAlone(i):
			return true
		case r.is(i, weekday) && !r.sayDay(i):
			if day == 0 || r.first(i).word == r.mainDay {
				day = r.first(i).word
			}
		}
	}
	if day == 0 {
		return false
	}
	if r.mainDay == 0 {
		r.mainDay = day
	}
	return day != r.mainDay && (r.does&pluperfect != 0 || !r.more())
}

// more tells whether the sentence adds to the figures before it: "two more".
func (r *reader) more() bool {
	for _, q := range r.quantities {
		if q.others {
			return true
		}
	}
	return false
}

// monthly tells whether somebody who keeps count gives a total for a month: "the
// ministry registered 412 deaths in March".
func (r *reader) monthly() bool {
	if r.does&month == 0 || r.does&reported == 0 {
		return false
	}
	records, months := 0, 0
	for i := range r.units {
		if r.records(i) {
			records++
		}
		if r.isMonth(i) {
			months++
			if !r.is(i-1, preposition|year|of|skip) || r.dayNumber(i-1) > 0 || r.dayNumber(i+1) > 0 || r.is(i-1, of) && r.dayNumber(i-2) > 0 {
				return false
			}
		}
	}
	return records == 1 && months == 1
}

// records tells whether unit i is a verb of keeping count, of harm.
func (r *reader) records(i int) bool {
	if t := r.at(i); t == nil || t.word != recording {
		return false
	}
	for i++; r.is(i, the|skip|of) && r.startsQuantity(i) < 0 && !r.is(i, harmful); i++ {
	}
	return r.lang.uncased || r.startsQuantity(i) >= 0 || r.is(i, harmful)
}

// olderMonth tells whether a month with its year lies before the document's
// own, or, where that is not known, stands behind a figure already read.
func (r *reader) olderMonth(i int) bool {
	if day := r.published.Day(); day.Stated() {
		return r.text[r.first(i+1).start:r.first(i+1).end] < string(day)[:4]
	}
	return len(r.figures) > 0
}

// monthAlone tells whether unit i is a month without a day, behind a figure
// already read: news tells the day of what is new.
func (r *reader) monthAlone(i int) bool {
	return len(r.figures) > 0 && r.is(i, month) && r.is(i-1, preposition|year) && !r.number(i+1) && !r.is(i, auxiliary)
}

// sayDay tells whether a weekday is the day of the saying: "told reporters on
// Monday", or a dateline.
func (r *reader) sayDay(i int) bool {
	if r.isMonth(i) && r.dayNumber(i+1) > 0 && isHyphen(r.markAt(i+2)) {
		return true // "KYIV, July 5 -"
	}
	if isHyphen(r.markAt(i+1)) || isComma(r.markAt(i-1)) && isHyphen(r.markAt(i+1)) {
		return true
	}
	if i == 0 || i == 1 && r.is(0, preposition|the) || i == 2 && r.is(1, the) {
		return r.openingSay(i)
	}
	for j := i - 1; j >= 0 && j > i-6 && r.markAt(j) == 0; j-- {
		if r.is(j, say) {
			return true
		}
		if r.is(j, harmful) {
			return false
		}
	}
	return r.is(i+1, say)
}

// openingSay tells whether the weekday at unit i, which opens the sentence, is that of
// a verb of saying: "on Tuesday the governor said", with nothing but the speaker
// between, and no comma behind.
func (r *reader) openingSay(i int) bool {
	for j := i + 1; j < i+8; j++ {
		switch {
		case r.is(j, say):
			return !isComma(r.markAt(j + 1))
		case isComma(r.markAt(j)) && j == i+1:
		case r.markAt(j) != 0, r.is(j, verb|harmful|auxiliary|preposition|clause), r.covered(j):
			return false
		}
	}
	return false
}

// byID is the quantity of the sentence with that id; nil for none.
func (r *reader) byID(id int) *quantity {
	for k := range r.quantities {
		if id > 0 && r.quantities[k].id == id {
			return &r.quantities[k]
		}
	}
	return nil
}
