package phrase

import (
	"strings"

	"tollbook/casualty"
)

// count reads a number as worded at unit i, without its hedge: digits, words,
// a vague word or a range.
func (r *reader) count(i int) (casualty.Count, int, bool) {
	if r.is(i, between) || r.lang.uncased && r.is(i, of) && r.is(i-1, active|passive) {
		if c, next, ok := r.bounds(i + 1); ok {
			return c, next, true
		}
	}
	n, word, next, ok := r.value(i)
	if !ok {
		return casualty.Count{}, i, false
	}
	if r.is(i-1, month|year|since) && r.isYear(i) {
		return casualty.Count{Qualifier: casualty.Exact, N: n}, next, true // "since May 2023 to"
	}
	if r.isMonth(i-1) && r.dayNumber(i) > 0 {
		return casualty.Count{Qualifier: casualty.Exact, N: n}, next, true // "July 5 - Nine people"
	}
	if word == unknownNumber {
		return casualty.Count{Qualifier: casualty.Unspecified}, next, true
	}
	if word != "" {
		return casualty.Count{Qualifier: casualty.Vague, Word: word}, next, true
	}
	if m, end, ok := r.upper(next, n); ok && !r.is(i-1, withdrawn|compared) && !r.raised(i) {
		return casualty.Count{Qualifier: casualty.BetweenN, N: n, N2: m}, end, true
	}
	return casualty.Count{Qualifier: casualty.Exact, N: n}, next, true
}

// bounds reads "3 and 7" behind "between".
func (r *reader) bounds(i int) (casualty.Count, int, bool) {
	n, word, next, ok := r.value(i)
	if !ok || word != "" || !r.is(next, and|joins|reaches) {
		return casualty.Count{}, i, false
	}
	m, word, end, ok := r.value(next + 1)
	if !ok || word != "" || m <= n {
		return casualty.Count{}, i, false
	}
	return casualty.Count{Qualifier: casualty.BetweenN, N: n, N2: m}, end, true
}

// upper reads the upper end of a range: "-15", "or six", "to 7".
func (r *reader) upper(i, n int) (m, next int, ok bool) {
	if i >= len(r.units) {
		return 0, i, false
	}
	j := i
	switch {
	case r.units[i].hyphened:
	case r.is(i, joins) || isHyphen(r.markAt(i)):
		j++
	default:
		return 0, i, false
	}
	m, word, next, ok := r.value(j)
	return m, next, ok && word == "" && m > n
}

// value reads one number: digits, number words, digits with a multiplier; or a
// vague word, whose code it returns.
func (r *reader) value(i int) (n int, word string, next int, ok bool) {
	if r.is(i, vague) && !(r.is(i, times) && r.is(i-1, before)) {
		return r.vagueWord(i) // "тысячи" are thousands, "более тысячи" is one
	}
	if n, next, ok := r.decimal(i); ok {
		return n, "", next, true
	}
	start, total, current := i, 0, -1
	for ; i < len(r.units); i++ {
		if i > start && r.units[i].hyphened && r.first(i).kind == numberToken {
			break // "10-15"
		}
		v, mult, isNumber := r.numeral(i)
		switch {
		case isNumber && mult && current >= 0 && total+current*v <= casualty.MaxPeople:
			current *= v
			if v >= 1000 {
				total, current = total+current, 0
			}
		case isNumber && mult && current < 0 && i == start:
			current = v
			if r.twofold(i) {
				current *= 2
			}
			if v >= 1000 {
				total, current = current, 0
			}
		case isNumber && !mult && (current < 0 || r.lang.completes(current, v) && r.first(i).kind == wordToken && r.first(i-1).kind == wordToken || total > 0 && current == 0):
			current = max(current, 0) + v
		case i > start && r.is(i, and) && r.continues(i+1, total, current):
		default:
			return max(current, 0) + total, "", i, i > start
		}
	}
	return max(current, 0) + total, "", i, i > start
}

// twofold tells whether unit i is a multiplier in the Arabic dual, which its noun
// follows: "مليونا شخص" is two million, "12 مليونا" twelve.
func (r *reader) twofold(i int) bool {
	t := r.first(i)
	return r.lang.uncased && strings.HasSuffix(r.text[t.start:t.end], "ا") && r.is(i+1, person|thing)
}

// decimal reads "1.5 million".
func (r *reader) decimal(i int) (n, next int, ok bool) {
	t := r.first(i)
	if t.kind != otherNumber || t.tenths < 0 || !r.is(i+1, times) || r.at(i+1).n < 1000 || t.value > 999 {
		return 0, i, false
	}
	n = (t.value*10 + t.tenths) * (r.at(i+1).n / 10)
	return n, i + 2, n <= casualty.MaxPeople
}

// numeral is the value of unit i as a number, and whether it multiplies.
func (r *reader) numeral(i int) (v int, mult, ok bool) {
	if i >= len(r.units) {
		return 0, false, false
	}
	if t := r.first(i); t.kind == numberToken && r.units[i].tag == nil {
		return t.value, false, t.value <= casualty.MaxPeople
	}
	t := r.at(i)
	if t.is(times) && (i == 0 || r.first(i-1).kind != otherNumber) {
		return t.n, true, true
	}
	if t.is(number) && t.n > 0 {
		return t.n, false, true
	}
	return 0, false, false
}

// completes tells whether a smaller numeral completes a larger one: "fifty"
// "nine", "two hundred" "five"; where units come first also "خمسة" "عشرين".
func (l *language) completes(current, v int) bool {
	switch {
	case current == 0:
		return false
	case l.unitsFirst && v >= 10 && v < 100 && current%100 > 0 && current%100 < 10:
		return true
	case current%100 != 0 || v >= 100:
		return current%100 >= 20 && current%10 == 0 && v < 10
	}
	return v < 100
}

// continues tells whether "and" stands within a number: "two hundred and five".
func (r *reader) continues(i, total, current int) bool {
	v, mult, ok := r.numeral(i)
	if !ok || mult {
		return false
	}
	whole := max(current, 0) + total
	if r.lang.tensAnd && whole%100 >= 30 && whole%10 == 0 && v < 10 {
		return true // "treinta y seis"
	}
	if r.lang.unitsFirst && whole >= 1000 && whole%1000 == 0 && v < 1000 {
		return true // "62 ألفا و192"
	}
	if r.lang.unitsFirst && v >= 20 && v < 100 && v%10 == 0 && whole%100 > 0 && whole%100 < 10 {
		return true // "خمسة وعشرون"
	}
	return whole >= 100 && whole%100 == 0 && v < 100 && r.first(i).kind == wordToken
}

// vagueWord reads "dozens", "several hundred", "tens of thousands".
func (r *reader) vagueWord(i int) (n int, word string, next int, ok bool) {
	word = r.at(i).word
	i++
	for {
		// "tens of thousands", "several hundred"
		j := i
		if r.is(j, of) {
			j++
		}
		if !r.is(j, vague|times) {
			break
		}
		word += joint(j > i) + r.at(j).word
		i = j + 1
	}
	return 0, word, i, true
}

// joint joins the parts of a vague word as English writes them.
func joint(of bool) string {
	if of {
		return " of "
	}
	return " "
}
