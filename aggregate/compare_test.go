package aggregate

import (
	"strings"
	"testing"

	"tollbook/casualty"
)

func TestCompare(t *testing.T) {
	r := record()
	dozens := r.Claims[0]
	dozens.ID, dozens.Origin, dozens.Count = "c6", "", casualty.Count{Qualifier: casualty.Vague, Word: "dozens"}
	r.Claims = append(r.Claims, dozens)
	rows := Compare(r, []Method{envelope, lowest, gtd}, Settings{})

	t.Run("each row has a figure of each method on the same question", func(t *testing.T) {
		for _, row := range rows {
			if len(row.Figures) != 3 {
				t.Fatalf("%d figures of %s %v, want 3", len(row.Figures), row.Incident.ID, row.Question)
			}
			for _, f := range row.Figures {
				if f.Question != row.Question {
					t.Errorf("a figure of %v stands in the row of %v", f.Question, row.Question)
				}
			}
		}
	})
	t.Run("a difference is explained claim by claim", func(t *testing.T) {
		var said []string
		for _, d := range rows[0].Differences() {
			said = append(said, rows[0].Sentence(d))
		}
		want := "c6: envelope counts it as 12 or more; lowest sets it aside: a lower number is preferred; gtd sets it aside: the method's lexicon has no value for these words"
		if got := strings.Join(said, "\n"); got != want {
			t.Errorf("differences %q, want %q", got, want)
		}
	})
	t.Run("words that two methods read differently are a difference though both count them", func(t *testing.T) {
		row := Compare(r, []Method{envelope, airwars}, Settings{})[0]
		var said []string
		for _, d := range row.Differences() {
			said = append(said, row.Sentence(d))
		}
		if want := "c6: envelope counts it as 12 or more; airwars counts it as 12 to 24"; strings.Join(said, "\n") != want {
			t.Errorf("differences %q, want %q", said, want)
		}
	})
	t.Run("methods agree on what is exact and on what nobody states", func(t *testing.T) {
		for _, row := range rows {
			want := row.Incident.ID != "i1" || row.Question.Harm != casualty.Killed
			if row.Question.Harm == casualty.Injured && row.Incident.ID == "i1" {
				want = false // gtd: only a party speaks
			}
			if row.Agree() != want {
				t.Errorf("%s %s: agree %v, want %v", row.Incident.ID, row.Question.Harm, row.Agree(), want)
			}
		}
	})
}

func TestAgreeingIsOnTheSamePeople(t *testing.T) {
	same := Comparison{Figures: []Figure{{Range: casualty.Exactly(5)}, {Best: casualty.Exactly(5)}}}
	if !same.Agree() {
		t.Error("a range of one number does not agree with that number")
	}
	same.Figures[1].Population = casualty.Civilians
	if same.Agree() {
		t.Error("five people agree with five civilians")
	}
}

func TestDifferencesStandInTheOrderOfTheClaims(t *testing.T) {
	r := record()
	r.Claims = r.Claims[:1]
	dozens, up := r.Claims[0], r.Claims[0]
	dozens.Origin, dozens.Count = "", casualty.Count{Qualifier: casualty.Vague, Word: "dozens"}
	up.ID, up.Count = "c2", casualty.Count{Qualifier: casualty.UpTo, N: 4}
	r.Claims = []casualty.Claim{dozens, up}
	row := Compare(r, []Method{lowest, gtd}, Settings{})[0] // lowest counts c2 and sets c1 aside
	differences := row.Differences()
	if len(differences) != 2 || differences[0].Claim != "c1" || differences[1].Claim != "c2" {
		t.Errorf("differences %+v, want c1, c2", differences)
	}
}

func TestAClaimIsTreatedAlikeOnlyWhereBothHearIt(t *testing.T) {
	if (Difference{Claim: "c1", Uses: []Use{{}, {Claim: "c1"}}}).same() {
		t.Error("not heard, and counted without a number, pass for the same")
	}
}

func TestAClaimThatOneMethodDoesNotHearIsADifference(t *testing.T) {
	r := record()
	missing := r.Claims[0]
	missing.ID, missing.Harm, missing.Count = "c7", casualty.Missing, casualty.Count{Qualifier: casualty.Exact, N: 2}
	r.Claims = append(r.Claims, missing)
	row := Compare(r, []Method{envelope, emdat}, Settings{Rank: []casualty.SourceID{"s1"}})[0]
	for _, d := range row.Differences() {
		if d.Claim == "c7" {
			if got := row.Sentence(d); got != "c7: envelope does not hear it; emdat counts it as 2" {
				t.Errorf("said %q", got)
			}
			return
		}
	}
	t.Error("the missing, which emdat adds to the dead, are no difference")
}
