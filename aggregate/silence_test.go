package aggregate

import (
	"testing"

	"tollbook/casualty"
)

func TestSilenceBesideClaimsOnOtherQuestionsIsNoneReported(t *testing.T) {
	silence := Statement{Voice: "a", Claim: casualty.Claim{
		ID: "c1", Harm: casualty.Casualties, Status: casualty.Confirmed, Scope: casualty.ThisIncident, Said: "2025-03-01",
		Count: casualty.Count{Qualifier: casualty.None, Word: casualty.NotReported},
	}}
	five := Statement{Voice: "b", Claim: casualty.Claim{
		ID: "c2", Harm: casualty.Killed, Status: casualty.Confirmed, Scope: casualty.Cumulative, Said: "2025-03-01",
		Count: casualty.Count{Qualifier: casualty.Exact, N: 5},
	}}
	q := Question{Harm: casualty.Killed}
	f := Settle(envelope, q, []Statement{silence, five}, Settings{})
	if f.Status != NoneReported || f.Settled() {
		t.Errorf("beside a running total the figure is %s, want none reported", f.Words())
	}
	five.Scope = casualty.ThisIncident
	if f = Settle(envelope, q, []Statement{silence, five}, Settings{}); f.Words() != "5" {
		t.Errorf("beside a count the figure is %s, want 5", f.Words())
	}
}

func TestARepeatOfAWithdrawnNumberTakesNothingFromSilence(t *testing.T) {
	claim := func(id casualty.ClaimID, count casualty.Count) Statement {
		return Statement{Voice: string(id), Claim: casualty.Claim{ID: id, Harm: casualty.Killed, Status: casualty.Confirmed, Said: "2025-03-01", Count: count}}
	}
	silence := claim("c1", casualty.Count{Qualifier: casualty.None, Word: casualty.NotReported})
	withdrawn, again := claim("c2", casualty.Count{Qualifier: casualty.Exact, N: 5}), claim("c3", casualty.Count{Qualifier: casualty.Exact, N: 5})
	withdrawn.Status, again.Repeats = casualty.Retracted, "c2"
	if f := Settle(envelope, killed, []Statement{silence, withdrawn, again}, Settings{}); f.Status != NoneReported {
		t.Errorf("the figure is %s, want none reported", f.Words())
	}
}
