package aggregate

import (
	"slices"
	"strings"

	"tollbook/casualty"
)

// AsStated is a range as its sources stated it: a low of 0 that nobody stated is
// no floor, "up to 20" and not "0 to 20"; where there is nothing but a method's own 0,
// nothing is stated.
func AsStated(r casualty.Range, noFloor bool) casualty.Range {
	low, _ := r.Low()
	switch highest, stated := r.Highest(); {
	case !noFloor || !stated || low > 0:
		return r
	case r.Open():
		return casualty.NoBound(highest)
	case highest == 0:
		return casualty.Range{}
	default:
		return casualty.AtMost(highest)
	}
}

// stated is the figure as shown, without what only the method's rule says.
func (f Figure) stated() casualty.Range { return AsStated(f.Shown(), f.NoFloor) }

// OwnZero is what a method's own 0 is called.
const OwnZero = "0 by the method's rule, reported by nobody"

// Words say the figure for a reader: "35 to 45", "9 or more", "up to 20", "3 to 7,
// best 5"; where there is none, "no figure" and why.
func (f Figure) Words() string {
	if !f.Settled() {
		return "no figure: " + strings.Join(f.Why(), "; ")
	}
	if f.Best.Stated() && f.Range.Stated() && f.Best != f.Range {
		return f.Range.String() + ", best " + f.Best.String() + f.adopted()
	}
	words := f.stated().String()
	if !f.stated().Stated() {
		words = OwnZero
	}
	if f.Status != Settled {
		words += " (" + f.Status.Sentence() + ")"
	}
	return words + f.adopted()
}

// adopted says that a person's decision stands where a method's figure would.
func (f Figure) adopted() string {
	if name, _, _ := strings.Cut(f.Method, "/"); name == manual.Name {
		return " (adopted by a decision)"
	}
	return ""
}

// Stated is what the words are worth, as stated: a method's own 0 is not.
func (u Use) Stated() casualty.Range {
	_, floor := u.Coded.Low()
	return AsStated(u.Coded, !floor)
}

// Worth says what the words are worth to the method.
func (u Use) Worth() string {
	if u.Coded.Stated() && !u.Stated().Stated() {
		return OwnZero
	}
	return u.Coded.String()
}

// Why says why there is no figure: the reasons of the claims that were asked, or
// what became of the question; a sentence each.
func (f Figure) Why() []string {
	var why []string
	for _, u := range f.SetAside {
		if s := u.Reason.Sentence(); u.Reason != OtherPeople && !slices.Contains(why, s) {
			why = append(why, s)
		}
	}
	if f.Status == Refused {
		for _, p := range f.Problems { // what is missing
			why = append(why, p.Sentence())
		}
	}
	switch {
	case len(why) > 0:
		return why
	case len(f.SetAside) > 0:
		return []string{"the claims count other people"}
	}
	return []string{f.Status.Sentence()}
}

// Words name what a question asks: "injured", "injured, serious", "killed,
// health workers".
func (q Question) Words() string {
	return strings.Join(append([]string{string(q.Harm)}, q.Of()...), ", ")
}

// Of says whom a question asks for, a word each; nothing for all people.
func (q Question) Of() []string {
	var words []string
	for _, w := range []string{string(q.Severity), strings.ReplaceAll(string(q.Group), "_", " "), string(q.Population)} {
		if w != "" {
			words = append(words, w)
		}
	}
	return words
}
