package aggregate

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tollbook/casualty"
)

// anyClaims draws the claims of one incident: few origins, few days, every kind
// of wording, scope and doubt, and links between claims that may run in circles.
var anyClaims = rapid.Custom(func(t *rapid.T) []Statement {
	claims := make([]Statement, rapid.IntRange(0, 8).Draw(t, "claims"))
	for i := range claims {
		claims[i] = drawStatement(t, i, len(claims))
	}
	return claims
})

func drawStatement(t *rapid.T, i, n int) Statement {
	oneOf := func(name string, values ...string) string { return rapid.SampledFrom(values).Draw(t, name) }
	seldom := func(name string) bool { return rapid.IntRange(0, 9).Draw(t, name) == 0 }
	other := func(name string) casualty.ClaimID {
		if !seldom(name) {
			return ""
		}
		return casualty.ClaimID(fmt.Sprintf("c%d", rapid.IntRange(0, n).Draw(t, name)))
	}
	s := Statement{
		Claim: casualty.Claim{
			ID: casualty.ClaimID(fmt.Sprintf("c%d", i)), Status: casualty.Confirmed, Count: drawCount(t),
			Harm:       casualty.Harm(oneOf("harm", "killed", "killed", "killed", "injured", "casualties", "missing")),
			Population: casualty.Population(oneOf("population", "", "", "", "civilians", "combatants", "contested")),
			Group:      casualty.Group(oneOf("group", "", "", "", "children")),
			Scope:      casualty.Scope(oneOf("scope", "incident", "incident", "incident", "", "other", "cumulative")),
			Source:     casualty.SourceID(oneOf("source", "s1", "s2", "s3")),
			Said:       casualty.Moment(oneOf("said", "", "2025-03-01", "2025-03-01T10:00Z", "2025-03-02", "2025-03", "2025-03-01/2025-03-04")),
			Contested:  seldom("contested"), Besides: seldom("besides"), Final: seldom("final"), Negated: seldom("negated"),
			Repeats: other("repeats"), Supersedes: other("supersedes"), SubsetOf: other("subset of"),
			Case: oneOf("case", "", "", "market"), State: casualty.State(oneOf("state", "", "verified", "verified", "alleged", "rejected")),
		},
		Voice: oneOf("voice", "o1", "o2", "o3"), Party: seldom("party"),
		Reliability: casualty.Reliability(oneOf("grade", "", "A", "C", "E")),
	}
	if seldom("retracted") {
		s.Status = casualty.Retracted
	}
	if seldom("identified") {
		s.Identified = rapid.IntRange(0, 9).Draw(t, "named")
	}
	return s
}

func drawCount(t *rapid.T) casualty.Count {
	c := casualty.Count{Qualifier: rapid.SampledFrom(casualty.Qualifiers).Draw(t, "qualifier")}
	switch c.Qualifier {
	case casualty.Vague:
		c.Word = rapid.SampledFrom([]string{"several", "dozens", "some"}).Draw(t, "word")
	case casualty.None:
		c.Word = rapid.SampledFrom([]string{casualty.Denied, casualty.NotReported}).Draw(t, "word")
	case casualty.BetweenN:
		c.N = rapid.IntRange(0, 20).Draw(t, "n")
		c.N2 = c.N + rapid.IntRange(0, 20).Draw(t, "more")
	case casualty.Unspecified:
	default:
		c.N = rapid.IntRange(0, 20).Draw(t, "n")
	}
	return c
}

// A case is a question put to claims by a method.
type trial struct {
	method   Method
	question Question
	claims   []Statement
	settings Settings
}

func (c trial) settle() Figure { return Settle(c.method, c.question, c.claims, c.settings) }

var anyTrial = rapid.Custom(func(t *rapid.T) trial {
	c := trial{
		method: rapid.SampledFrom(Methods).Draw(t, "method"),
		question: Question{
			Harm:       rapid.SampledFrom([]casualty.Harm{casualty.Killed, casualty.Killed, casualty.Injured}).Draw(t, "harm"),
			Population: rapid.SampledFrom([]casualty.Population{"", "", casualty.Civilians, casualty.Combatants}).Draw(t, "population"),
			Group:      rapid.SampledFrom([]casualty.Group{"", "", casualty.Children}).Draw(t, "group"),
		},
		claims:   anyClaims.Draw(t, "claims"),
		settings: Settings{IncidentDay: "2025-03-01", Rank: []casualty.SourceID{"s2", "s1"}},
	}
	if c.method.Name == "manual" {
		c.settings.Decision = &casualty.Decision{Figure: casualty.Between(1, 4), Reason: "lists compared", By: "a", SignedBy: "b", Claims: []casualty.ClaimID{"c0", "c2"}}
	}
	return c
})

func TestFigureProperties(t *testing.T) {
	for _, property := range []struct {
		name  string
		check func(*rapid.T, trial)
	}{
		{"the order of the claims never changes a figure", orderIsNothing},
		{"low is at most best, and best at most high", boundsAreOrdered},
		{"every claim that speaks to the harm is listed once, counted or set aside with a reason", everyClaimIsListed},
		{"a figure stands on a claim, and without one nothing is stated", nothingFromNothing},
		{"a repeat is never a second voice", repeatsAddNoVoice},
		{"another outlet of the same origin is never a second voice", outletsAddNoVoice},
		{"as of the end of everything is now", lateIsNow},
		{"a claim that entered later does not exist yet", futureIsUnknown},
	} {
		t.Run(property.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) { property.check(t, anyTrial.Draw(t, "trial")) })
		})
	}
}

func orderIsNothing(t *rapid.T, c trial) {
	want := asJSON(c.settle())
	c.claims = rapid.Permutation(c.claims).Draw(t, "order")
	if got := asJSON(c.settle()); got != want {
		t.Fatalf("in another order %s, want %s", got, want)
	}
}

func boundsAreOrdered(t *rapid.T, c trial) {
	f := c.settle()
	low, _ := f.Range.Low()
	highest, ranged := f.Range.Highest()
	best, hasBest := f.Best.Low()
	if ranged && low > highest || ranged && hasBest && (best < low || best > highest) {
		t.Fatalf("low %d, best %d, highest %d", low, best, highest)
	}
}

func everyClaimIsListed(t *rapid.T, c trial) {
	f := c.settle()
	listed := map[casualty.ClaimID]int{}
	for _, u := range slices.Concat(f.Counted, f.SetAside) {
		listed[u.Claim]++
	}
	for _, s := range c.claims {
		if s.Harm == c.question.Harm && listed[s.ID] != 1 {
			t.Fatalf("claim %s is listed %d times", s.ID, listed[s.ID])
		}
	}
	for _, u := range f.SetAside {
		if u.Reason.Sentence() == "" {
			t.Fatalf("claim %s is set aside for %q, which has no sentence", u.Claim, u.Reason)
		}
	}
}

func nothingFromNothing(t *rapid.T, c trial) {
	f := c.settle()
	if f.Settled() != (len(f.Counted) > 0) && c.method.Name != "manual" {
		t.Fatalf("%d claims counted, and the figure is %v", len(f.Counted), f.Shown())
	}
	if f.Settled() == (f.Status == NoFigure || f.Status == NoneReported || f.Status == Refused || f.Status == Pending) {
		t.Fatalf("figure %v with status %q", f.Shown(), f.Status)
	}
}

// number is what a reader takes from a figure, its reasons apart.
func figureNumber(f Figure) string {
	return fmt.Sprint(f.Range, f.Best, f.Span, f.Status, f.Pending, f.Problems)
}

func repeatsAddNoVoice(t *rapid.T, c trial) {
	if len(c.claims) == 0 {
		return
	}
	want := figureNumber(c.settle())
	first := rapid.SampledFrom(c.claims).Draw(t, "repeated")
	again := first
	again.ID, again.Repeats, again.Supersedes, again.Status = "c99", first.ID, "", casualty.Confirmed
	again.Voice, again.Source, again.Reliability, again.Said = "another outlet", "s9", "A", "2025-03-09"
	c.claims = append(c.claims, again)
	if got := figureNumber(c.settle()); got != want {
		t.Fatalf("with the repeat %s, want %s", got, want)
	}
}

func outletsAddNoVoice(t *rapid.T, c trial) {
	if len(c.claims) == 0 {
		return
	}
	want := figureNumber(c.settle())
	again := rapid.SampledFrom(c.claims).Draw(t, "printed again")
	again.ID, again.Source, again.Known, again.Reliability = "c99", "s9", "2025-03-09", "A"
	c.claims = append(c.claims, again)
	if got := figureNumber(c.settle()); got != want {
		t.Fatalf("printed again %s, want %s", got, want)
	}
}

func lateIsNow(t *rapid.T, c trial) {
	want := asJSON(c.settle())
	c.settings.AsOf = "2030-01-01"
	if got := asJSON(c.settle()); got != want {
		t.Fatalf("as of the end %s, want %s", got, want)
	}
}

func futureIsUnknown(t *rapid.T, c trial) {
	c.settings.AsOf = "2025-03-10"
	want := asJSON(c.settle())
	late := drawStatement(t, 98, len(c.claims))
	late.Known = "2025-03-11"
	c.claims = append(c.claims, late)
	if got := asJSON(c.settle()); got != want {
		t.Fatalf("with a claim of tomorrow %s, want %s", got, want)
	}
}

func TestSumProperties(t *testing.T) {
	t.Run("a figure that is not stated changes no sum", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			var figures []Figure
			for range rapid.IntRange(0, 5).Draw(t, "figures") {
				figures = append(figures, anyTrial.Draw(t, "trial").settle())
			}
			want := Sum(figures)
			got := Sum(append(figures, Figure{Status: NoFigure}))
			if got.Range != want.Range || got.Best != want.Best || got.Unknown != want.Unknown+1 {
				t.Fatalf("with an unknown %+v, without %+v", got, want)
			}
		})
	})
	t.Run("the shares of a figure keep their order and add up to it", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			f := anyTrial.Draw(t, "trial").settle()
			var sum Figure
			for _, part := range f.Split(rapid.IntRange(1, 9).Draw(t, "parts")) {
				low, _ := part.Range.Low()
				if best, ok := part.Best.Low(); ok && part.Range.Stated() && best < low {
					t.Fatalf("a share of best %d and low %d", best, low)
				}
				sum.Range, sum.Best = plus(sum.Range, part.Range), plus(sum.Best, part.Best)
			}
			if sum.Range != f.Range || sum.Best != f.Best {
				t.Fatalf("the shares add up to %v and %v, want %v and %v", sum.Range, sum.Best, f.Range, f.Best)
			}
		})
	})
}
