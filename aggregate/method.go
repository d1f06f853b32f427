package aggregate

import (
	"slices"
	"strconv"
	"strings"

	"tollbook/casualty"
)

// A Method is a named, versioned, cited rule from claims to a figure. A published
// method is never edited: a change is a new version beside it.
type Method struct {
	Name    string
	Version int
	Lexicon casualty.Lexicon
	// After names the published practice that the method follows, with its source;
	// what is inference is said to be. Empty: the method is our own.
	After string
	// Sentence is the rule in one sentence.
	Sentence string
	// Point: the method gives one number and no range.
	Point bool

	// Needs tells that the method needs more than claims, and refuses a question where
	// that is missing: a date, a ranking, a decision.
	Needs bool

	civiliansOnly bool // asks for civilians, unless asked for combatants
	rules         func(Question) rules
	settle        func(*hearing, *Figure)
}

// String names the method with its version: "envelope/1".
func (m Method) String() string { return m.Name + "/" + strconv.Itoa(m.Version) }

// Methods are all methods, in the order of the manual.
var Methods = []Method{envelope, airwars, ucdp, lowest, ibc, aoav, gtd, emdat, verified, manual}

// MethodNamed is the newest method of that name, or the one of that version
// ("envelope/1"). The error is a [casualty.Problem] that lists the names.
func MethodNamed(name string) (Method, error) {
	names := make([]string, len(Methods))
	for i, m := range Methods {
		names[i] = m.Name
		if name == m.Name || name == m.String() {
			return m, nil
		}
	}
	return Method{}, &casualty.Problem{Found: name, Want: "one of " + strings.Join(names, ", ")}
}

// Settle makes a figure of an incident's claims on one question. The order of
// the claims does not change it. Every claim that speaks to the question is
// listed, counted or set aside with the reason.
func Settle(m Method, q Question, claims []Statement, s Settings) Figure {
	return m.settleOn(q, collapse(knownBy(claims, s.AsOf), s.AsOf), s)
}

// settleOn settles a question on collapsed claims, which serve many questions.
func (m Method) settleOn(q Question, collapsed []play, s Settings) Figure {
	asked := m.asks(q)
	f := Figure{Question: q, Population: asked.Population, Method: m.String(), Lexicon: m.Lexicon.String()}
	f.Span = span(m, asked, collapsed, s)
	h := hear(asked, collapsed, s, m.rulesFor(asked))
	heard := left(h.plays)
	m.settle(h, &f)
	f.conclude(h, heard)
	return f
}

// asks is the question as the method asks it.
func (m Method) asks(q Question) Question {
	if m.civiliansOnly && q.Population != casualty.Combatants {
		q.Population = casualty.Civilians
	}
	return q
}

func (m Method) rulesFor(q Question) rules {
	r := rules{}
	if m.rules != nil {
		r = m.rules(q)
	}
	r.lexicon = m.Lexicon
	return r
}

// span is what was reported, before any collapse: the range rule over the
// envelope's words, an origin's earlier words and what a person set aside included.
func span(m Method, q Question, collapsed []play, s Settings) casualty.Range {
	r := rules{lexicon: envelope.Lexicon, keepsEarlier: true, civilians: m.rulesFor(q).civilians}
	return rangeRule(hear(q, collapsed, s, r).plays, anybody).asRange()
}

// conclude lists the claims and says what became of the question. heard are the
// claims that came before the method.
func (f *Figure) conclude(h *hearing, heard []*play) {
	for _, p := range h.plays {
		if !f.FirstKnown.Stated() || later(f.FirstKnown, p.entered()) {
			f.FirstKnown = p.entered()
		}
		if p.in() && f.Status != Refused {
			f.Counted = append(f.Counted, p.use())
			continue
		}
		p.setAside(MethodRefused, "")
		f.SetAside = append(f.SetAside, p.use())
	}
	if f.Status == Settled && !f.Settled() {
		f.Status = h.silence()
	}
	if low, ok := f.leastSettled(); ok && low < max(mostIdentified(heard), h.settings.Identified) {
		f.problem(BelowIdentified)
	}
}

// silence: nothing could be counted. All that is known may be that no casualties
// were reported.
func (h *hearing) silence() Status {
	status := NoFigure
	for _, p := range h.plays {
		switch {
		case slices.Contains(elsewhere, p.reason): // it does not speak to the question
		case p.reason == SilenceOnly:
			status = NoneReported
		case p.coded.stated || p.reason == NotRecorded:
			return NoFigure
		}
	}
	return status
}

// elsewhere are the reasons of claims that answer another question, or nothing that the
// claim which they repeat does not.
var elsewhere = []Reason{Retracted, OtherIncident, RunningTotal, Integrative, OtherPeople, Repeat}

// leastSettled is the low of the figure, or its one number.
func (f *Figure) leastSettled() (int, bool) { return f.Shown().Low() }

// mostIdentified is the largest number of victims that a claim, not in doubt,
// names.
func mostIdentified(plays []*play) int {
	most := 0
	for _, p := range plays {
		if !p.doubtful() {
			most = max(most, p.Identified)
		}
	}
	return most
}

func (f *Figure) problem(code ProblemCode) {
	if !slices.Contains(f.Problems, code) {
		f.Problems = append(f.Problems, code)
	}
}

// refuse: the method cannot apply, and the problem says what is missing.
func (f *Figure) refuse(code ProblemCode) {
	f.Status = Refused
	f.problem(code)
}

// setRange states low to high; a low of 0 that nobody stated is marked.
func (f *Figure) setRange(b bounds) {
	f.Range = b.figureRange()
	f.NoFloor = b.stated && !b.floor
}

// setBest states the one number of claims that agree on it. It is a floor only
// if all their words are: a number closes a floor of the same size.
func (f *Figure) setBest(n int, claims []*play) {
	for _, p := range claims {
		if !p.coded.open {
			f.Best = casualty.Exactly(n)
			return
		}
	}
	f.Best = casualty.AtLeast(n)
}
