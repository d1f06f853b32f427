package aggregate

import (
	"testing"

	"tollbook/casualty"
)

func TestWordsOfFigures(t *testing.T) {
	for _, tt := range []struct {
		name string
		f    Figure
		want string
	}{
		{"a range is said from low to high", Figure{Range: casualty.Between(35, 45)}, "35 to 45"},
		{"an open range has no upper bound", Figure{Range: casualty.AtLeastUpTo(5, 12)}, "5 to 12 or more"},
		{"a method of one number says it", Figure{Best: casualty.Exactly(14)}, "14"},
		{"a best inside its range stands beside it", Figure{Range: casualty.Between(3, 7), Best: casualty.Exactly(5)}, "3 to 7, best 5"},
		{"a floor that nobody stated is not 0", Figure{Range: casualty.Between(0, 20), NoFloor: true}, "up to 20"},
		{"a method's own 0 is said to be that, and is no ceiling", Figure{Best: casualty.Exactly(0), NoFloor: true}, "0 by the method's rule, reported by nobody"},
		{"a reported zero is 0", Figure{Range: casualty.Exactly(0)}, "0"},
		{"without floor and ceiling nothing is bounded", Figure{Range: casualty.AtLeastUpTo(0, 9), NoFloor: true}, "no floor stated, no upper bound"},
		{"a provisional figure says so", Figure{Range: casualty.Exactly(3), Status: Provisional}, "3 (one independent origin only)"},
		{"no figure says why", Figure{Status: NoFigure, SetAside: []Use{{Reason: NotRecorded}, {Reason: OtherPeople}}}, "no figure: the method's lexicon has no value for these words"},
		{"a method that cannot apply says what is missing", Figure{Status: Refused, SetAside: []Use{{Reason: MethodRefused}}, Problems: []ProblemCode{NoRanking}}, "no figure: the method cannot apply; no ranking of sources"},
		{"claims of other people only", Figure{Status: NoFigure, SetAside: []Use{{Reason: OtherPeople}}}, "no figure: the claims count other people"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.f.Words(); got != tt.want {
				t.Errorf("said %q, want %q", got, tt.want)
			}
		})
	}
}

func TestWordsOfQuestions(t *testing.T) {
	for want, q := range map[string]Question{
		"killed":                 {Harm: casualty.Killed},
		"injured, serious":       {Harm: casualty.Injured, Severity: casualty.Serious},
		"killed, health workers": {Harm: casualty.Killed, Group: casualty.HealthWorkers},
		"killed, combatants":     {Harm: casualty.Killed, Population: casualty.Combatants},
	} {
		if got := q.Words(); got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}

func TestALowThatSomebodyStatedStays(t *testing.T) {
	for r, want := range map[casualty.Range]casualty.Range{
		casualty.Between(5, 20): casualty.Between(5, 20), casualty.AtLeastUpTo(5, 20): casualty.AtLeastUpTo(5, 20), // others of the sum have no floor
		casualty.Between(0, 20): casualty.AtMost(20), casualty.AtLeastUpTo(0, 20): casualty.NoBound(20), casualty.Exactly(0): {}, {}: {},
	} {
		if got := AsStated(r, true); got != want {
			t.Errorf("%v is stated as %v, want %v", r, got, want)
		}
		if got := AsStated(r, false); got != r {
			t.Errorf("with a floor %v is stated as %v", r, got)
		}
	}
}

func TestAMethodsOwnZeroIsStatedNowhere(t *testing.T) {
	killed := Question{Harm: casualty.Killed}
	undivided := Statement{Claim: casualty.Claim{ID: "c1", Harm: casualty.Casualties, Count: casualty.Count{Qualifier: casualty.Exact, N: 50}}}
	f := Settle(lowest, killed, []Statement{undivided}, Settings{})
	if best, _ := f.Best.Low(); best != 0 || f.stated().Stated() {
		t.Errorf("best %v, stated as %v; want 0 by the rule, and nothing stated", f.Best, f.stated())
	}
	if u := f.Counted[0]; u.Stated().Stated() || u.Worth() != OwnZero {
		t.Errorf("the claim is worth %q, stated as %v", u.Worth(), u.Stated())
	}
	if f := Settle(lowest, Question{Harm: casualty.Casualties}, []Statement{undivided}, Settings{}); f.NoFloor || f.Best != casualty.Exactly(50) {
		t.Errorf("casualties asked as casualties: best %v, without a floor %v; want a stated 50", f.Best, f.NoFloor)
	}
}
