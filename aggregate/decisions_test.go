package aggregate

import (
	"testing"

	"tollbook/casualty"
)

// disputed is a record of one strike with two origins that differ.
func disputed(decisions ...casualty.Decision) casualty.Record {
	claim := func(id casualty.ClaimID, source casualty.SourceID, n int) casualty.Claim {
		return casualty.Claim{
			ID: id, Source: source, Incident: "i1", Status: casualty.Confirmed, Said: "2025-07-01",
			Harm: casualty.Killed, Count: casualty.Count{Qualifier: casualty.Exact, N: n},
		}
	}
	return casualty.Record{
		Sources:   []casualty.Source{{ID: "s1"}, {ID: "s2"}},
		Incidents: []casualty.Incident{{ID: "i1", Day: "2025-07-01"}},
		Claims:    []casualty.Claim{claim("c1", "s1", 3), claim("c2", "s2", 9)},
		Decisions: decisions,
	}
}

func TestDecisions(t *testing.T) {
	setAside := casualty.Decision{ID: "j1", Kind: "set_aside", Incident: "i1", Claims: []casualty.ClaimID{"c2"}, Reason: "speaks of the whole week", By: "a", SignedBy: "b", At: "2025-07-02"}
	adopt := casualty.Decision{ID: "j2", Kind: "adopt_figure", Incident: "i1", Harm: casualty.Killed, Figure: casualty.Between(4, 6), Reason: "lists compared", By: "a", SignedBy: "b", At: "2025-07-02"}
	unsigned := func(d casualty.Decision) casualty.Decision { d.SignedBy = ""; return d }
	own := func(d casualty.Decision) casualty.Decision { d.SignedBy = d.By; return d }

	for _, tt := range []struct {
		name             string
		decision         casualty.Decision
		method           Method
		settings         Settings
		want             casualty.Range
		decided, waiting int
	}{
		{"a claim that a decision in force sets aside is not counted", setAside, envelope, Settings{}, casualty.Exactly(3), 1, 0},
		{"before another person signs it off, a decision changes nothing and is counted as waiting", unsigned(setAside), envelope, Settings{}, casualty.Between(3, 9), 0, 1},
		{"nobody signs off their own decision: it still waits", own(setAside), envelope, Settings{}, casualty.Between(3, 9), 0, 1},
		{"a grade that waits for a signature is counted with the incident's figures", casualty.Decision{ID: "j4", Kind: "grade_incident", Incident: "i1", Reason: "x", By: "a"}, envelope, Settings{}, casualty.Between(3, 9), 0, 1},
		{"in a book of one person no second signature is asked", unsigned(setAside), envelope, Settings{SinglePerson: true}, casualty.Exactly(3), 1, 0},
		{"a decision made later does not exist as of an earlier day", setAside, envelope, Settings{AsOf: "2025-07-01"}, casualty.Between(3, 9), 0, 0},
		{"an erased decision changes nothing", casualty.Decision{ID: "j3", Kind: "set_aside", Incident: "i1", Claims: []casualty.ClaimID{"c2"}, Reason: "x", By: "a", SignedBy: "b", Erased: "asked for it"}, envelope, Settings{}, casualty.Between(3, 9), 0, 0},
		{"manual takes the adopted figure", adopt, manual, Settings{}, casualty.Between(4, 6), 1, 0},
		{"manual has no figure before the decision is signed off, and counts it as waiting", unsigned(adopt), manual, Settings{}, casualty.Range{}, 0, 1},
		{"another method keeps its own figure beside an adopted one", adopt, envelope, Settings{}, casualty.Between(3, 9), 0, 0},
		{"where a table takes adopted figures, the decision stands before the method", adopt, envelope, Settings{Adopted: true}, casualty.Between(4, 6), 1, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			table := Tabulate(disputed(tt.decision), tt.method, tt.settings)
			f, ok := table.Figure("i1", Question{Harm: casualty.Killed})
			if !ok || f.Range != tt.want {
				t.Errorf("figure %v, want %v", f.Range, tt.want)
			}
			if table.Decided != tt.decided || table.Waiting != tt.waiting {
				t.Errorf("decided %d, waiting %d; want %d, %d", table.Decided, table.Waiting, tt.decided, tt.waiting)
			}
		})
	}
	t.Run("beside an adopted range a figure of one number adds that number to both ends", func(t *testing.T) {
		r := disputed(adopt)
		other := r.Claims[1]
		other.ID, other.Incident = "c3", "i2"
		r.Claims, r.Incidents = append(r.Claims, other), append(r.Incidents, casualty.Incident{ID: "i2"})
		table := Tabulate(r, lowest, Settings{Adopted: true})
		for _, total := range []Total{table.Totals[0], sum(plain(inPlace(table.Figures)))} {
			if total.Range != casualty.Between(4+9, 6+9) || total.Best.Stated() {
				t.Errorf("total %v, best %v; want 13 to 15 and no best", total.Range, total.Best)
			}
		}
	})
	t.Run("a best number outside the adopted range is refused", func(t *testing.T) {
		outside := adopt
		best := 9
		outside.Best = &best
		f, _ := Tabulate(disputed(outside), manual, Settings{}).Figure("i1", Question{Harm: casualty.Killed})
		if f.Status != Refused || len(f.Problems) != 1 || f.Problems[0] != LowAboveHigh {
			t.Errorf("status %q, problems %v; want refused, low_above_high", f.Status, f.Problems)
		}
	})
}

func TestVictims(t *testing.T) {
	age := func(n int) *int { return &n }
	victims := []casualty.Victim{
		{ID: "v1", Sex: "f", Age: age(9), Moves: []casualty.Move{{Incident: "i1", Harm: casualty.Injured}, {Incident: "i1", Harm: casualty.Killed}}},
		{ID: "v2", Sex: "m", Moves: []casualty.Move{{Incident: "i1", Harm: casualty.Killed}}},
		{ID: "v3", Moves: []casualty.Move{{Incident: "i1", Harm: casualty.Missing}, {Incident: "i1"}}},
		{ID: "v4", Population: casualty.Combatants, Moves: []casualty.Move{{Incident: "i1", Harm: casualty.Killed}}},
		{ID: "v5", Erased: "asked for it", Moves: []casualty.Move{{Incident: "i1", Harm: casualty.Killed}}},
		{ID: "v6", Moves: []casualty.Move{{Incident: "i2", Harm: casualty.Killed}}},
	}
	for _, tt := range []struct {
		name string
		ask  Question
		want int
	}{
		{"who was injured and then died is among the killed", Question{Harm: casualty.Killed}, 3},
		{"and no longer among the injured", Question{Harm: casualty.Injured}, 0},
		{"who was missing and then found is counted nowhere", Question{Harm: casualty.Missing}, 0},
		{"a person of no stated status is a civilian", Question{Harm: casualty.Killed, Population: casualty.Civilians}, 2},
		{"a combatant is a combatant", Question{Harm: casualty.Killed, Population: casualty.Combatants}, 1},
		{"a girl is a child", Question{Harm: casualty.Killed, Group: casualty.Children}, 1},
		{"a man of no stated age is in no group", Question{Harm: casualty.Killed, Group: casualty.Men}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Identified(victims, "i1", tt.ask); got != tt.want {
				t.Errorf("%d identified, want %d", got, tt.want)
			}
		})
	}

	r := disputed()
	for range 5 {
		r.Victims = append(r.Victims, casualty.Victim{Moves: []casualty.Move{{Incident: "i1", Harm: casualty.Killed}}})
	}
	t.Run("identified victims are the floor by airwars", func(t *testing.T) {
		f, _ := Tabulate(r, airwars, Settings{}).Figure("i1", killed)
		if f.Range != casualty.Between(5, 9) {
			t.Errorf("figure %v, want 5 to 9", f.Range)
		}
	})
	t.Run("elsewhere a figure below them stays and says so", func(t *testing.T) {
		f, _ := Tabulate(r, envelope, Settings{}).Figure("i1", killed)
		if f.Range != casualty.Between(3, 9) || len(f.Problems) != 1 || f.Problems[0] != BelowIdentified {
			t.Errorf("figure %v, problems %v; want 3 to 9, below_identified", f.Range, f.Problems)
		}
	})
}
