package aggregate

import (
	"cmp"
	"reflect"
	"slices"

	"tollbook/casualty"
)

// A State is a record as it is turned into figures: at one time, by one method.
type State struct {
	Record   casualty.Record
	Method   Method
	Settings Settings
	// Holds tells which incidents are asked for; nil: all. The record holds the others
	// as well, so that one that was left out does not pass for new.
	Holds func(casualty.Incident) bool
}

// Diff explains how the totals of one state became those of another: every
// change of a figure with its cause. Of several causes at one incident each is
// given what it added in a fixed order: method, settings, claims as they entered
// the record, victims, decisions, the incident's own fields; last what the
// caps of several incidents take off. The deltas add up, and those of two steps add
// up to those of both together.
func Diff(before, after State) []TotalChange {
	a, b := scenesOf(before), scenesOf(after)
	past := history{claimsOf(before.Record), claimsOf(after.Record), after.Record}
	changes := map[Question]*TotalChange{}
	at := func(q Question) *TotalChange {
		if changes[q] == nil {
			changes[q] = &TotalChange{Question: q, Before: Total{Question: q}, After: Total{Question: q}}
		}
		return changes[q]
	}
	for _, id := range idsOf(a, b) {
		for _, c := range steps(a[id], b[id], past) {
			t := at(c.Question)
			t.Changes = append(t.Changes, c)
			t.Delta = t.Delta.plus(c.Delta)
		}
	}
	was, is := figuresIn(a), figuresIn(b)
	for q, figures := range was {
		at(q).Before = totalWith(figures, before.Settings.Caps)
	}
	for q, figures := range is {
		at(q).After = totalWith(figures, after.Settings.Caps)
	}
	for q, t := range changes {
		held := heldBy(t.After, is[q]).minus(heldBy(t.Before, was[q]))
		if held != (Delta{}) {
			t.Changes = append(t.Changes, Change{Question: q, Cause: SharedCap, Delta: held})
			t.Delta = t.Delta.plus(held)
		}
	}
	list := make([]TotalChange, 0, len(changes))
	for _, t := range changes {
		list = append(list, *t)
	}
	slices.SortFunc(list, func(x, y TotalChange) int { return x.Question.Compare(y.Question) })
	return list
}

func idsOf(a, b map[casualty.IncidentID]*scene) []casualty.IncidentID {
	var ids []casualty.IncidentID
	for id := range a {
		ids = append(ids, id)
	}
	for id := range b {
		if a[id] == nil {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(x, y casualty.IncidentID) int { return byID(casualty.ClaimID(x), casualty.ClaimID(y)) })
	return ids
}

// heldBy is what caps add to the total of figures, which is less than nothing.
func heldBy(capped Total, figures []IncidentFigure) Delta {
	return weightOfTotal(capped).minus(weightOfTotal(sum(plain(inPlace(figures)))))
}

// totalWith is the total of figures under caps, with its panel.
func totalWith(figures []IncidentFigure, caps []Cap) Total {
	var all tally
	for i := range figures {
		e := entryOf(&figures[i].Incident, &figures[i].Figure)
		all.add(&e)
	}
	t := SumUnder(inPlace(figures), caps)
	t.Panel = all.panel()
	return t
}

func figuresIn(scenes map[casualty.IncidentID]*scene) map[Question][]IncidentFigure {
	figures := map[Question][]IncidentFigure{}
	for _, s := range scenes {
		for q, f := range s.figures() {
			figures[q] = append(figures[q], IncidentFigure{s.incident, f})
		}
	}
	return figures
}

// steps lead from one scene to the other, a change a step.
func steps(a, b *scene, past history) []Change {
	switch {
	case a == nil:
		return step(nil, b, past.appearance(b.incident.ID), "")
	case b == nil:
		return step(a, nil, past.disappearance(a.incident.ID), "")
	case reflect.DeepEqual(a.still(), b.still()) && a.method.String() == b.method.String() && a.method.Lexicon.String() == b.method.Lexicon.String():
		return nil
	}
	now := *a
	var changes []Change
	move := func(to scene, why Cause, claim casualty.ClaimID) {
		changes = append(changes, step(&now, &to, why, claim)...)
		now = to
	}
	to := now
	to.method = b.method
	move(to, MethodChange, "")
	to.settings, to.holds = b.settings, b.holds
	move(to, SettingsChange, "")
	for _, t := range turns(a.claims, b.claims) {
		to.claims = t.apply(to.claims)
		move(to, t.cause(past, a), t.id())
	}
	to.victims = b.victims
	move(to, VictimRecorded, "")
	to.decisions = b.decisions
	move(to, DecisionMade, "")
	why := Correction
	if gradedBy(b.decisions) {
		why = DecisionMade
	}
	move(*b, why, "")
	return changes
}

// still is what of a scene can be compared.
func (s scene) still() scene {
	s.out = s.leftOut()
	s.method, s.holds = Method{}, nil
	return s
}

// step is the change of each question's figure from one scene to the next; a
// question whose figure stays as it is has none.
func step(from, to *scene, why Cause, claim casualty.ClaimID) []Change {
	was, is := from.figures(), to.figures()
	var questions []Question
	for q := range was {
		questions = append(questions, q)
	}
	for q := range is {
		questions = appendNew(questions, q)
	}
	slices.SortFunc(questions, Question.Compare)
	var changes []Change
	for _, q := range questions {
		c := Change{Incident: either(from, to), Question: q, Cause: why, Claim: claim}
		if f, ok := was[q]; ok {
			c.From, c.Delta = f.stated(), c.Delta.minus(weightOf(&f))
		}
		if f, ok := is[q]; ok {
			c.To, c.Delta = f.stated(), c.Delta.plus(weightOf(&f))
		}
		if c.Delta != (Delta{}) || c.From != c.To {
			changes = append(changes, c)
		}
	}
	return changes
}

func either(a, b *scene) casualty.IncidentID {
	if a != nil {
		return a.incident.ID
	}
	return b.incident.ID
}

// A turn is a claim that came, went or changed.
type turn struct{ old, new *Statement }

func (t turn) id() casualty.ClaimID {
	if t.new != nil {
		return t.new.ID
	}
	return t.old.ID
}

// turns are the claims that differ, those that went or changed before those that
// came, each as they entered the record.
func turns(a, b []Statement) []turn {
	find := func(list []Statement, id casualty.ClaimID) *Statement {
		i := slices.IndexFunc(list, func(s Statement) bool { return s.ID == id })
		if i < 0 {
			return nil
		}
		return &list[i]
	}
	var list []turn
	for i := range a {
		if now := find(b, a[i].ID); now == nil || !reflect.DeepEqual(*now, a[i]) {
			list = append(list, turn{&a[i], now})
		}
	}
	for i := range b {
		if find(a, b[i].ID) == nil {
			list = append(list, turn{nil, &b[i]})
		}
	}
	slices.SortStableFunc(list, func(x, y turn) int {
		return cmp.Or(cmp.Compare(count(x.old == nil), count(y.old == nil)), byID(x.id(), y.id()))
	})
	return list
}

func (t turn) apply(claims []Statement) []Statement {
	kept := slices.DeleteFunc(slices.Clone(claims), func(s Statement) bool { return s.ID == t.id() })
	if t.new != nil {
		kept = append(kept, *t.new)
	}
	return kept
}
