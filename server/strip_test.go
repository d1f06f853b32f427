package server

import (
	"strings"
	"testing"

	"tollbook/casualty"
)

func TestAnAxisHoldsEveryNumberInRoundSteps(t *testing.T) {
	for most, want := range map[int][2]int{0: {1, 1}, 3: {3, 1}, 5: {5, 1}, 6: {6, 2}, 31: {40, 10}, 45: {50, 10}, 100: {100, 20}, 484: {500, 100}, 1_000_000_000: {1_000_000_000, 200_000_000}} {
		a := axisTo(most, false)
		if a.end != want[0] || a.step != want[1] {
			t.Errorf("up to %d: the axis ends at %d in steps of %d, want %v", most, a.end, a.step, want)
		}
		if a.x(0) != axisStart || a.x(a.end) != axisEnd {
			t.Errorf("up to %d: from %v to %v per cent", most, a.x(0), a.x(a.end))
		}
	}
}

// Each case of the grammar of marks, with what tells it from the others in grey.
func TestEachCaseHasAShapeOfItsOwn(t *testing.T) {
	a := axisTo(40, false)
	point, span, open := casualty.Exactly(20), casualty.Between(12, 24), casualty.AtLeast(12)
	drawn := map[string]string{}
	for name, c := range map[string]struct {
		mark markOf
		has  []string
	}{
		"number":                {markOf{Range: point}, []string{`<circle class="solid"`, `x="45%"`}},
		"range":                 {markOf{Range: span}, []string{`<rect class="solid" x="28.6%" y="50%" width="24.6%"`}},
		"no upper bound":        {markOf{Range: open}, []string{`<line class="line" x1="28.6%" x2="97.5%"`, `<circle class="solid"`}},
		"from a word":           {markOf{Range: span, Vague: true}, []string{`<rect class="hollow"`}},
		"without a number":      {markOf{Range: casualty.AtLeast(1), Bare: true}, []string{`<circle class="hollow"`, `<line class="line"`}},
		"none reported":         {markOf{None: true}, []string{`<circle class="hollow"`, `x="4%"`}},
		"denied by a party":     {markOf{None: true, Party: true}, []string{`<path class="hollow" d="` + diamond}},
		"of a party":            {markOf{Range: point, Party: true}, []string{`<path class="solid" d="` + diamond}},
		"range of a party":      {markOf{Range: span, Party: true}, []string{`<rect class="solid"`, `<path class="solid" d="` + diamond}},
		"superseded":            {markOf{Range: point, State: markSuperseded}, []string{`url(#hatch)`, `r="4"`}},
		"superseded, open":      {markOf{Range: open, State: markSuperseded}, []string{`<line class="thinline"`, `url(#hatch)`}},
		"set aside":             {markOf{Range: point, State: markAside}, []string{`<circle class="out"`, `class="slash"`}},
		"range set aside":       {markOf{Range: span, State: markAside}, []string{`<rect class="out"`, `class="slash"`}},
		"no floor":              {markOf{Range: casualty.AtMost(20)}, []string{`<line class="thinline" x1="4%" x2="45%"`, `<circle class="solid"`}},
		"nothing that is known": {markOf{}, nil},
	} {
		s := &strip{axis: a}
		c.mark.draw(s)
		for _, part := range c.has {
			if !strings.Contains(s.b.String(), part) {
				t.Errorf("%s: no %s in %s", name, part, s.b.String())
			}
		}
		if other, taken := drawn[s.b.String()]; taken {
			t.Errorf("%s looks as %s does", name, other)
		}
		drawn[s.b.String()] = name
		if (len(c.has) == 0) != (s.b.Len() == 0) {
			t.Errorf("%s: drawn as %q", name, s.b.String())
		}
	}
}

func TestAFigureThatIsNotKnownIsDrawnAsNothing(t *testing.T) {
	a := axisTo(10, false)
	for _, class := range []string{"settled", "band"} {
		if drawn := string(settledStrip(a, casualty.Range{})); strings.Contains(drawn, `class="`+class) {
			t.Errorf("a figure that is not known has a %s: %s", class, drawn)
		}
	}
	if drawn := string(settledStrip(a, casualty.AtMost(8))); strings.Contains(drawn, `class="strong" x="4%"`) {
		t.Error("a figure without a floor begins at a number 0")
	}
}
