package store

import (
	"testing"

	"tollbook/casualty"
)

func TestEveryValueHasOneForm(t *testing.T) {
	for _, tt := range []struct {
		name  string
		value any
		want  string
	}{
		{"fields in their order, without space, and no needless escapes", casualty.Source{ID: "s1", Name: "A <b> & “Wire”", Party: true}, `{"id":"s1","name":"A <b> & “Wire”","party":true}`},
		{"what is not stated is left out or null, never 0", casualty.Move{Incident: "i1"}, `{"incident":"i1"}`},
		{"a replacement character that was in the text stays", casualty.Origin{ID: "o1", Name: "�"}, `{"id":"o1","name":"�"}`},
		{"a backslash before the letters of an escape is only a backslash", casualty.Origin{ID: "o1", Name: `\ufffd \\ufffd`}, `{"id":"o1","name":"\\ufffd \\\\ufffd"}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := canonical(tt.value); string(got) != tt.want || err != nil {
				t.Errorf("canonical = %s, error %v, want %s", got, err, tt.want)
			}
		})
	}
	for _, name := range []string{"\xff", `\` + "\xff", `\\` + "\xff", `\ufffd` + "\xff"} {
		if got, err := canonical(casualty.Origin{Name: name}); err == nil {
			t.Errorf("%q became %s, want it refused: its bytes would be lost", name, got)
		}
	}
}

func TestARowHoldsEveryNumberOfItsClaim(t *testing.T) {
	claim := casualty.Claim{
		ID: "c70000", Incident: "i300", Source: "s2", Origin: "o3", Identified: 4,
		Harm: casualty.Displaced, Count: casualty.Count{Qualifier: casualty.BetweenN, N: 5, N2: casualty.MaxPeople, Unit: casualty.Families},
		Population: casualty.Combatants, Group: casualty.Soldiers, Severity: casualty.Serious, Scope: casualty.Integrative,
		Status: casualty.Retracted, State: casualty.Dismissed, Final: true,
	}
	key, row, err := claimRow(claim)
	if err != nil {
		t.Fatal(err)
	}
	var c Columns
	if err := c.add(key, row); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		got  uint64
		want uint64
	}{
		{"incident", c.Incident[0], 300}, {"claim", c.Claim[0], 70000}, {"source", c.Source[0], 2}, {"origin", c.Origin[0], 3},
		{"n", uint64(c.N[0]), 5}, {"n2", uint64(c.N2[0]), casualty.MaxPeople}, {"identified", uint64(c.Identified[0]), 4},
		{"harm", uint64(c.Harm[0]), 7}, {"qualifier", uint64(c.Qualifier[0]), 6}, {"status", uint64(c.Status[0]), 4},
		{"scope", uint64(c.Scope[0]), 4}, {"population", uint64(c.Population[0]), 2}, {"group", uint64(c.Group[0]), 12},
		{"severity", uint64(c.Severity[0]), 1}, {"unit", uint64(c.Unit[0]), 2}, {"state", uint64(c.State[0]), 4},
		{"flags", uint64(c.Flags[0]), uint64(FlagFinal)},
	} {
		if tt.got != tt.want {
			t.Errorf("%s is %d, want %d", tt.name, tt.got, tt.want)
		}
	}
}
