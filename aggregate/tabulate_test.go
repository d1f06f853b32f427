package aggregate

import (
	"slices"
	"testing"

	"tollbook/casualty"
)

// record is a small record: two strikes, a running total that names none, a
// suggestion nobody confirmed.
func record() casualty.Record {
	claim := func(id casualty.ClaimID, incident casualty.IncidentID, harm casualty.Harm, count casualty.Count) casualty.Claim {
		return casualty.Claim{ID: id, Incident: incident, Harm: harm, Count: count, Source: "s1", Status: casualty.Confirmed, Scope: casualty.ThisIncident, Said: "2025-07-01"}
	}
	exactly := func(n int) casualty.Count { return casualty.Count{Qualifier: casualty.Exact, N: n} }
	r := casualty.Record{
		Sources: []casualty.Source{{ID: "s1", Name: "the daily", Reliability: "B", Party: true}},
		Origins: []casualty.Origin{{ID: "o1", Name: "the hospital"}},
		Incidents: []casualty.Incident{
			{ID: "i1", Title: "market", Day: "2025-07-01"}, {ID: "i2", Title: "school", Day: "2025-07-02"}, {ID: "i3", Title: "bridge"},
		},
		Claims: []casualty.Claim{
			claim("c1", "i1", casualty.Killed, exactly(3)),
			claim("c2", "i1", casualty.Injured, casualty.Count{Qualifier: casualty.AtLeastN, N: 12}),
			claim("c3", "i2", casualty.Casualties, casualty.Count{Qualifier: casualty.None, Word: casualty.NotReported}),
			claim("c4", "", casualty.Killed, exactly(900)),
			claim("c5", "i2", casualty.Killed, exactly(50)),
		},
	}
	r.Claims[0].Origin = "o1"
	r.Claims[4].Status = casualty.Suggested
	return r
}

func TestTabulate(t *testing.T) {
	table := Tabulate(record(), envelope, Settings{})

	t.Run("an incident without a figure is counted in the total and adds nothing", func(t *testing.T) {
		i := slices.IndexFunc(table.Totals, func(x Total) bool { return x.Question.Harm == casualty.Killed })
		if i < 0 {
			t.Fatal("no total of the killed")
		}
		if got := table.Totals[i]; got.Incidents != 2 || got.Unknown != 1 || got.Range != casualty.Exactly(3) {
			t.Errorf("killed %+v, want 3 in 2 incidents, 1 unknown", got)
		}
	})
	t.Run("an open figure leaves the total without an upper bound", func(t *testing.T) {
		i := slices.IndexFunc(table.Totals, func(x Total) bool { return x.Question.Harm == casualty.Injured })
		if got := table.Totals[i].String(); got != "at least 12, no upper bound" {
			t.Errorf("injured %q, want at least 12, no upper bound", got)
		}
	})
	t.Run("a report of no casualties is none reported, for the killed and the injured", func(t *testing.T) {
		for _, h := range []casualty.Harm{casualty.Killed, casualty.Injured} {
			f, ok := table.Figure("i2", Question{Harm: h})
			if !ok || f.Status != NoneReported || f.Settled() {
				t.Errorf("%s: %+v, want none reported", h, f)
			}
		}
	})
	t.Run("an unconfirmed claim enters nothing and is counted", func(t *testing.T) {
		if table.Unconfirmed != 1 || table.Unlinked != 1 {
			t.Errorf("unconfirmed %d, unlinked %d, want 1 and 1", table.Unconfirmed, table.Unlinked)
		}
	})
	t.Run("an incident that no claim speaks of has no figure", func(t *testing.T) {
		for _, f := range table.Figures {
			if f.Incident.ID == "i3" {
				t.Errorf("figure %+v of an incident without claims", f.Figure)
			}
		}
	})
}

func TestStatements(t *testing.T) {
	statements := Statements(record())["i1"]
	t.Run("the origin is the voice, and no party because its outlet is one", func(t *testing.T) {
		if s := statements[0]; s.Voice != "o1" || s.Party || s.Reliability != "B" {
			t.Errorf("voice %q, party %v, grade %q; want o1, false, B", s.Voice, s.Party, s.Reliability)
		}
	})
	t.Run("claims of which nobody knows who speaks are no one voice", func(t *testing.T) {
		r := record()
		r.Claims[0].Source, r.Claims[0].Origin, r.Claims[1].Source = "", "", ""
		if s := Statements(r)["i1"]; s[0].Voice == s[1].Voice {
			t.Errorf("both claims have the voice %q", s[0].Voice)
		}
	})
	t.Run("without an origin the source is the voice", func(t *testing.T) {
		if s := statements[1]; s.Voice != "s1" || !s.Party {
			t.Errorf("voice %q, party %v; want s1, true", s.Voice, s.Party)
		}
	})
}

func TestQuestions(t *testing.T) {
	claims := []Statement{
		{Claim: casualty.Claim{Harm: casualty.Injured, Severity: casualty.Serious, Count: casualty.Count{Qualifier: casualty.Exact, N: 6}}},
		{Claim: casualty.Claim{Harm: casualty.Killed, Group: casualty.Children, Count: casualty.Count{Qualifier: casualty.Exact, N: 1}}},
		{Claim: casualty.Claim{Harm: casualty.Missing, Scope: casualty.Cumulative, Count: casualty.Count{Qualifier: casualty.Exact, N: 700}}},
	}
	want := []Question{
		{Harm: casualty.Killed}, {Harm: casualty.Killed, Group: casualty.Children},
		{Harm: casualty.Injured}, {Harm: casualty.Injured, Severity: casualty.Serious},
	}
	t.Run("all people come first, and a running total raises no question", func(t *testing.T) {
		if got := Questions(claims); !slices.Equal(got, want) {
			t.Errorf("questions %+v, want %+v", got, want)
		}
	})
}

func TestWhatDoesNotEnterATable(t *testing.T) {
	for _, tt := range []struct {
		name            string
		change          func(*casualty.Record)
		incidents       int // of the total of the killed
		unlinked, apart int
	}{
		{"an erased claim is in no figure", func(r *casualty.Record) { r.Claims[0].Erased = "asked for it" }, 1, 1, 0},
		{"an erased incident has no figure, and its claims name none", func(r *casualty.Record) { r.Incidents[0].Erased = "asked for it" }, 1, 3, 0},
		{"a rejected claim is in no figure", func(r *casualty.Record) { r.Claims[0].Status = casualty.Rejected }, 1, 1, 0},
		{"a running total needs no incident", func(r *casualty.Record) { r.Claims[3].Scope = casualty.Cumulative }, 2, 0, 1},
		{"and linked to one it still enters no figure", func(r *casualty.Record) {
			r.Claims[0].Scope = casualty.Cumulative
		}, 1, 1, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := record()
			tt.change(&r)
			table := Tabulate(r, envelope, Settings{})
			i := slices.IndexFunc(table.Totals, func(x Total) bool { return x.Question == killed })
			if got := table.Totals[i].Incidents; got != tt.incidents {
				t.Errorf("%d incidents, want %d", got, tt.incidents)
			}
			if table.Unlinked != tt.unlinked || table.Apart != tt.apart {
				t.Errorf("unlinked %d, apart %d; want %d, %d", table.Unlinked, table.Apart, tt.unlinked, tt.apart)
			}
		})
	}
}

func TestQuestionsOfDoubtfulClaims(t *testing.T) {
	ask := func(c casualty.Claim) []Question { return Questions([]Statement{{Claim: c}}) }
	one := casualty.Count{Qualifier: casualty.Exact, N: 1}
	for _, tt := range []struct {
		name  string
		claim casualty.Claim
		want  []Question
	}{
		{"people of contested status are asked for as civilians and as combatants", casualty.Claim{Harm: casualty.Killed, Population: casualty.Contested, Count: one},
			[]Question{{Harm: casualty.Killed}, {Harm: casualty.Killed, Population: casualty.Civilians}, {Harm: casualty.Killed, Population: casualty.Combatants}}},
		{"killed or injured, undivided, asks for both and for itself", casualty.Claim{Harm: casualty.Casualties, Count: one},
			[]Question{{Harm: casualty.Killed}, {Harm: casualty.Injured}, {Harm: casualty.Casualties}}},
		{"no casualties asks for both", casualty.Claim{Harm: casualty.Casualties, Count: casualty.Count{Qualifier: casualty.None, Word: casualty.Denied}},
			[]Question{{Harm: casualty.Killed}, {Harm: casualty.Injured}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := ask(tt.claim); !slices.Equal(got, tt.want) {
				t.Errorf("asked %+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestTotalsByDefaults(t *testing.T) {
	incident := casualty.Incident{ID: "i1", Day: "2025-01-30/2025-02-02"}
	table := Table{Figures: []IncidentFigure{{incident, Figure{Question: killed, Range: casualty.Exactly(4)}}}}
	t.Run("an incident across two months is in the month it began in", func(t *testing.T) {
		if got := byKey(TotalsBy(table, ByMonth)); len(got) != 1 || got["2025-01"].Low == nil {
			t.Errorf("months %v, want 2025-01", got)
		}
	})
	for _, tt := range []struct {
		by   By
		day  casualty.Day
		want string
	}{
		{ByDay, "2025-01", "unallocated in 2025-01"}, {ByMonth, "2025", "unallocated in 2025"}, {ByYear, "2025-03", "2025"},
		{ByQuarter, "2025-12-31", "2025-Q4"}, {ByQuarter, "2025-01", "2025-Q1"}, {ByMonth, "", "unallocated"},
	} {
		t.Run(string(tt.day)+" by "+string(tt.by)+" is "+tt.want, func(t *testing.T) {
			table.Figures[0].Incident.Day = tt.day
			if got := TotalsBy(table, tt.by); got[0].Key != tt.want {
				t.Errorf("key %q, want %q", got[0].Key, tt.want)
			}
		})
	}
	t.Run("the whole of a figure is reported, not allotted", func(t *testing.T) {
		if part := table.Figures[0].Figure.Split(1)[0]; part.Allotted || part.Range != casualty.Exactly(4) {
			t.Errorf("part %+v, want the figure itself", part)
		}
	})
	t.Run("keys of no place come last, each within its month", func(t *testing.T) {
		table.Figures = nil
		for _, at := range [][2]string{{"2025-01-01", ""}, {"2025-02-01", "south"}, {"2025-01-01", "north"}, {"", "north"}} {
			i := casualty.Incident{ID: casualty.IncidentID(at[0] + at[1]), Day: casualty.Day(at[0]), Place: casualty.Place{Admin1: at[1]}}
			table.Figures = append(table.Figures, IncidentFigure{i, Figure{Question: killed, Range: casualty.Exactly(1)}})
		}
		var got []string
		for _, total := range TotalsBy(table, ByMonth, ByAdmin1) {
			got = append(got, total.Key)
		}
		if want := []string{"2025-01 / north", "2025-01 / unallocated", "2025-02 / south", "unallocated / north"}; !slices.Equal(got, want) {
			t.Errorf("keys %q, want %q", got, want)
		}
	})
}

func TestParseBy(t *testing.T) {
	t.Run("a list of breakdowns is read in its order", func(t *testing.T) {
		if got, err := ParseBy("month, admin1"); err != nil || !slices.Equal(got, []By{ByMonth, ByAdmin1}) {
			t.Errorf("%v, %v; want month, admin1", got, err)
		}
	})
	t.Run("an unknown one is refused with the list", func(t *testing.T) {
		if got, err := ParseBy("month,week"); err == nil {
			t.Errorf("read as %v, want an error", got)
		}
	})
}

func TestATotalSaysWhatItsMethodLacks(t *testing.T) {
	summary := SummaryOf(Tabulate(record(), emdat, Settings{}))
	if !slices.Equal(summary.Missing, []ProblemCode{NoRanking}) {
		t.Errorf("emdat without a ranking lacks %v", summary.Missing)
	}
	if lacks := SummaryOf(Tabulate(record(), emdat, Settings{Rank: []casualty.SourceID{"s1"}})).Missing; len(lacks) > 0 {
		t.Errorf("emdat with a ranking lacks %v", lacks)
	}
	t.Run("also where it was added up in parts", func(t *testing.T) {
		one, other := NewSumming(emdat, Settings{}), NewSumming(emdat, Settings{})
		other.Add(Outline{Figures: Tabulate(record(), emdat, Settings{}).Figures})
		one.Join(other)
		if lacks := one.Summary().Missing; !slices.Equal(lacks, []ProblemCode{NoRanking}) {
			t.Errorf("lacks %v", lacks)
		}
	})
}

func TestATableGivesAMethodWhatItNeeds(t *testing.T) {
	t.Run("the day of the incident", func(t *testing.T) {
		f, _ := Tabulate(record(), aoav, Settings{}).Figure("i1", killed)
		if f.Best != casualty.Exactly(3) {
			t.Errorf("aoav gives %s, want 3", f.Words())
		}
	})
	t.Run("the victims of the people that it asks for", func(t *testing.T) {
		r := record()
		for _, who := range []casualty.Population{casualty.Civilians, casualty.Civilians, casualty.Civilians, casualty.Civilians, casualty.Combatants} {
			r.Victims = append(r.Victims, casualty.Victim{Population: who, Moves: []casualty.Move{{Incident: "i1", Harm: casualty.Killed}}})
		}
		f, _ := Tabulate(r, airwars, Settings{}).Figure("i1", killed)
		if low, _ := f.Range.Low(); low != 4 {
			t.Errorf("airwars has the low %d, want that of the four civilians", low)
		}
	})
	t.Run("and counts what rests on an unsigned decision", func(t *testing.T) {
		r := disputed(casualty.Decision{ID: "j1", Kind: "set_aside", Incident: "i1", Claims: []casualty.ClaimID{"c1"}, Reason: "another day", By: "a"})
		if table := Tabulate(r, envelope, Settings{SinglePerson: true}); table.Decided != 1 || table.Unsigned != 1 || table.Waiting != 0 {
			t.Errorf("decided %d, unsigned %d, waiting %d", table.Decided, table.Unsigned, table.Waiting)
		}
		if table := Tabulate(r, envelope, Settings{}); table.Decided != 0 || table.Unsigned != 0 || table.Waiting != 1 {
			t.Errorf("with several people: decided %d, unsigned %d, waiting %d", table.Decided, table.Unsigned, table.Waiting)
		}
	})
	t.Run("what was erased is no claim without an incident", func(t *testing.T) {
		r := record()
		r.Claims[3].Erased = "asked for it"
		running := r.Claims[3]
		running.ID, running.Scope = "c8", casualty.Cumulative
		r.Claims[4].Erased = "asked for it" // a suggestion
		r.Claims = append(r.Claims, running)
		if table := Tabulate(r, envelope, Settings{}); table.Unlinked != 0 || table.Apart != 0 || table.Unconfirmed != 0 {
			t.Errorf("unlinked %d, apart %d, unconfirmed %d, want none", table.Unlinked, table.Apart, table.Unconfirmed)
		}
	})
}
