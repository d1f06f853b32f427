package aggregate

import (
	"testing"

	"tollbook/casualty"
)

func TestWhatEMDATAdds(t *testing.T) {
	claim := func(id casualty.ClaimID, source casualty.SourceID, harm casualty.Harm, count casualty.Count) Statement {
		return Statement{Claim: casualty.Claim{ID: id, Source: source, Harm: harm, Count: count, Said: "2025-07-01"}, Voice: string(source)}
	}
	exactly := func(n int) casualty.Count { return casualty.Count{Qualifier: casualty.Exact, N: n} }
	doubtful := claim("a", "s1", casualty.Killed, exactly(9))
	doubtful.Contested = true
	for _, tt := range []struct {
		name   string
		claims []Statement
		want   casualty.Range
	}{
		{"doubtful people do not count, whatever the rank of the source", []Statement{doubtful, claim("b", "s2", casualty.Killed, exactly(4))}, casualty.Exactly(4)},
		{"of two numbers of the missing the lower is added", []Statement{claim("a", "s1", casualty.Killed, exactly(4)), claim("b", "s1", casualty.Missing, exactly(3)), claim("c", "s1", casualty.Missing, exactly(2))}, casualty.Exactly(6)},
		{"a floor of the missing leaves a floor", []Statement{claim("a", "s1", casualty.Killed, exactly(4)), claim("b", "s1", casualty.Missing, casualty.Count{Qualifier: casualty.AtLeastN, N: 2})}, casualty.AtLeast(6)},
		{"a number of the missing closes a floor of the same size", []Statement{claim("a", "s1", casualty.Killed, exactly(4)), claim("b", "s1", casualty.Missing, casualty.Count{Qualifier: casualty.AtLeastN, N: 2}), claim("c", "s1", casualty.Missing, exactly(2))}, casualty.Exactly(6)},
		{"a denial of casualties is a denial of the dead", []Statement{claim("a", "s1", casualty.Casualties, casualty.Count{Qualifier: casualty.None, Word: casualty.Denied})}, casualty.Exactly(0)},
		{"the missing alone are no dead", []Statement{claim("a", "s1", casualty.Missing, exactly(3))}, casualty.Range{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if f := Settle(emdat, killed, tt.claims, Settings{Rank: []casualty.SourceID{"s1", "s2"}}); f.Best != tt.want {
				t.Errorf("best %v, want %v; %+v", f.Best, tt.want, f.SetAside)
			}
		})
	}
}
