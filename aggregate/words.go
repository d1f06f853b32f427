package aggregate

import (
	"slices"
	"strings"

	"tollbook/casualty"
)

// AsStated is a range as its sources stated it: a low of 0 that nobody stated is
// no floor, "up to 20" and not "0 to 20". An open range keeps its low; its words
// say what it lacks.
func AsStated(r casualty.Range, noFloor bool) casualty.Range {
	low, _ := r.Low()
	if high, closed := r.High(); noFloor && closed && low == 0 {
		return casualty.AtMost(high)
	}
	return r
}

// Words say the figure for a reader: "35 to 45", "9 or more", "up to 20", "3 to 7,
// best 5"; where there is none, "no figure" and why.
func (f Figure) Words() string {
	if !f.Settled() {
		return "no figure: " + strings.Join(f.Why(), "; ")
	}
	if f.Best.Stated() && f.Range.Stated() && f.Best != f.Range {
		return f.Range.String() + ", best " + f.Best.String() + f.adopted()
	}
	words := AsStated(f.Shown(), f.NoFloor).String()
	if low, _ := f.Shown().Low(); f.NoFloor && f.Shown().Open() && low == 0 {
		words = "no floor stated, no upper bound"
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

// Why says why there is no figure: the reasons of the claims that were asked, or
// what became of the question; a sentence each.
func (f Figure) Why() []string {
	var why []string
	for _, u := range f.SetAside {
		if s := u.Reason.Sentence(); u.Reason != OtherPeople && !slices.Contains(why, s) {
			why = append(why, s)
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
