package aggregate

import (
	"reflect"
	"slices"
	"testing"

	"tollbook/casualty"
)

// The rules that no published example shows, in the words of docs/methods.md.
func TestRules(t *testing.T) {
	for _, tt := range []struct{ name, block string }{
		{"of two origins that add as many on top, a number closes a floor", `envelope killed
a | police | 2025-03-01 | killed 5
b | outlet | 2025-03-01 | killed 2 | besides
c | monitor | 2025-03-01 | killed at least 2 | besides
= 5 to 7`},
		{"of what two origins add on top the most counts", `envelope killed
a | police | 2025-03-01 | killed 5
b | outlet | 2025-03-01 | killed 2 | besides
c | monitor | 2025-03-01 | killed 4 | besides
= 5 to 9`},
		{"what one origin adds on top in two claims is added up", `envelope killed
a | police | 2025-03-01 | killed 5
b | outlet | 2025-03-01 | killed 2 | besides
c | outlet | 2025-03-01 | killed 3 | besides
= 5 to 10`},
		{"names that a party gives are no floor", `airwars killed
a | police | 2025-03-01 | killed 3
b | army | 2025-03-01 | killed 9 | names 7, party
= 3 to 9
problem below_identified`},
		{"what a person says replaces another stands, whatever the times", `envelope killed
a | police | 2025-03-02 | killed 9
b | police | 2025-03-01 | killed 7 | replaces a
= 7
aside a superseded`},
		{"two claims that are said to replace each other do not both vanish", `envelope killed
a | police | 2025-03-01 | killed 9 | replaces b
b | hospital | 2025-03-01 | killed 7 | replaces a
= 9
aside b superseded`},
		{"what repeats a withdrawn claim replaces nothing", `envelope killed
a | police | 2025-03-01 | killed 9
r | outlet | 2025-03-02 | killed 7 | retracted
s | site | 2025-03-02 | killed 7 | repeats r, replaces a
= 9
aside r retracted
aside s repeat`},
		{"a translation of the same words is a repeat", `envelope killed
a | police | 2025-03-01 | killed 5 | in ru
b | police | 2025-03-01 | killed 5 | in en, from site two
= 5
aside b repeat`},
		{"no scope is the incident's", `envelope killed
a | police | 2025-03-01 | killed 5 | scope incident
b | police | 2025-03-01 | killed 5 | from site two
= 5
aside b repeat`},
		{"what its own text withdraws is out", `envelope killed
a | police | 2025-03-01 | killed 34
b | police | 2025-03-01 | killed 48 | negated
= 34
aside b retracted`},
		{"a doubtful number does not overtake a denial", `envelope killed
a | police | 2025-03-01 | killed none
b | outlet | 2025-03-02 | killed 5 | doubt
= 0 to 5`},
		{"a doubtful number does not silence one without a number", `envelope killed
a | police | 2025-03-01 | killed stated without a number
b | outlet | 2025-03-01 | killed 5 | doubt
= 1 to 5`},
		{"a ceiling without a floor does not silence one without a number", `envelope killed
a | police | 2025-03-01 | killed stated without a number
b | outlet | 2025-03-01 | killed up to 5
= 1 to 5`},
		{"a doubtful number does not tell the killed from the injured", `envelope killed
a | police | 2025-03-01 | casualties 12
b | outlet | 2025-03-01 | killed 3 | doubt
= 0 to 12
nofloor`},
		{"a method that uses no undivided number uses none on top either", `aoav killed
a | police | 2025-03-01 | killed 5
b | police | 2025-03-01 | casualties 1 | besides
= best 5
aside b undivided`},
		{"a part that nothing tells apart never stands for the whole", `envelope injured
a | police | 2025-03-01 | injured 35
b | police | 2025-03-01 | injured 6 | of a
c | outlet | 2025-03-01 | injured 7 | subset
= 35
aside b other_people
aside c other_people`},
		{"where the count of civilians is withdrawn, the total is asked again", `ibc killed
a | police | 2025-03-01 | killed 12
b | police | 2025-03-01 | killed 9 | civilians, of a, retracted
= 12
status provisional
problem one_origin
aside b retracted`},
		{"fighters printed twice are taken off once", `airwars killed
a | outlet | 2025-03-01 | killed 5
b | outlet | 2025-03-01 | killed 2 | combatants, of a
c | outlet | 2025-03-01 | killed 2 | combatants, of a, from site two
= 3
aside b removed
aside c removed`},
		{"at least two fighters of five leave no floor of civilians", `airwars killed
a | outlet | 2025-03-01 | killed 5
b | outlet | 2025-03-01 | killed at least 2 | combatants, of a
= 0 to 3
nofloor
aside b removed`},
		{"people of contested status come on top", `airwars killed
a | outlet | 2025-03-01 | killed 5
b | monitor | 2025-03-01 | killed 2 | contested
= 5 to 7`},
		{"names that may belong elsewhere raise no doubt about the figure", `envelope killed
a | police | 2025-03-01 | killed 5
b | outlet | 2025-03-01 | killed 9 | names 9, doubt
= 5 to 9`},
		{"who gives no floor has no vote", `airwars killed
a | one | 2025-03-01 | killed up to 9
b | two | 2025-03-01 | killed up to 12
c | three | 2025-03-01 | killed 5
= 5 to 12`},
		{"a vague word has no vote", `airwars killed
a | one | 2025-03-01 | killed dozens
b | two | 2025-03-01 | killed dozens
c | three | 2025-03-01 | killed 40
= 40`},
		{"a denial by no party is heard", `airwars killed
a | hospital | 2025-03-01 | killed 5
b | ministry | 2025-03-02 | killed none
= 0 to 5`},
		{"more victims named than anybody counts raise the high as well, and it says so", `airwars killed
a | list | 2025-03-01 | killed up to 5 | names 8
= 8
problem below_identified`},
		{"a number goes before a better source's vague word", `ucdp killed
a | police | 2025-03-01 | killed dozens | grade A
b | outlet | 2025-03-01 | killed 40 | grade C
= 40, best 40`},
		{"the best number of a closed range is no floor", `ucdp killed
a | police | 2025-03-01 | killed at least 9 | grade A
b | outlet | 2025-03-01 | killed 11 | grade C
= 9 to 11, best 9`},
		{"who denies is no second origin", `ibc killed
a | police | 2025-03-01 | killed 5
b | ministry | 2025-03-02 | killed none
= 0 to 5
status provisional
problem one_origin`},
		{"a repeat is no detail", `aoav killed
a | outlet one | 2025-03-01 | killed 6
b | outlet two | 2025-03-01 | killed 9
c | outlet two | 2025-03-01 | killed 9 | repeats b
= best 6
aside b higher
aside c repeat`},
		{"what the source said another time is no detail", `aoav killed
a | outlet one | 2025-03-02 | killed 6
b | outlet two | 2025-03-02 | killed 9
c | outlet two | 2025-03-01 | injured 4
= best 6
aside b higher`},
		{"what it said of another incident is no detail", `aoav killed
a | outlet one | 2025-03-02 | killed 6
b | outlet two | 2025-03-02 | killed 9
c | outlet two | 2025-03-02 | injured 4 | scope other
= best 6
aside b higher`},
		{"of one source's two origins the later counts", `emdat killed
rank ministry
a | governor | 2025-03-01 | killed 100 | from ministry
b | hospital | 2025-03-02 | killed 118 | from ministry
= best 118
aside a older`},
		{"of one source's missing the latest count", `emdat killed
rank ministry
a | ministry | 2025-03-02 | killed at least 20
b | governor | 2025-03-01 | missing 3 | from ministry
c | hospital | 2025-03-02 | missing 5 | from ministry
d | other | 2025-03-01 | killed 30
= best 25 or more
aside b older
aside d lower_rank`},
		{"one origin with two numbers is outvoted by nobody", `gtd killed
a | police | 2025-03-01 | killed 7 | from site one
b | police | 2025-03-01 | killed 5 | from site two
= best 5
aside a higher`},
		{"a verified ceiling is no number", `verified killed
a | mission | 2025-03-01 | killed up to 12 | verified
= no figure
status no_figure
aside a not_recorded`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := readExample(t, tt.block)
			f := Settle(e.method, e.question, e.claims, e.settings)
			if got := said(f); got != e.figure {
				t.Errorf("figure %q, want %q", got, e.figure)
			}
			e.check(t, f)
		})
	}
}

func TestANumberOfTwoDaysIsOver24Hours(t *testing.T) {
	for days, want := range map[int]int{0: 1, 1: 1, 2: 0} {
		claim := Statement{Claim: casualty.Claim{ID: "a", Harm: casualty.Killed, Count: casualty.Count{Qualifier: casualty.Exact, N: 9}, Said: "2025-03-02", Days: days}, Voice: "a"}
		f := Settle(aoav, killed, []Statement{claim}, Settings{IncidentDay: "2025-03-01"})
		if len(f.Counted) != want || want == 0 && f.SetAside[0].Reason != Over24h {
			t.Errorf("of %d days: counted %v, set aside %v", days, f.Counted, f.SetAside)
		}
	}
}

func TestWhatAnOriginReplacedGaveWayToItsLastWord(t *testing.T) {
	var claims []Statement
	for i, said := range []casualty.Moment{"2025-03-01", "2025-03-02", "2025-03-03"} {
		id := casualty.ClaimID([]string{"a", "b", "c"}[i])
		claims = append(claims, Statement{Claim: casualty.Claim{ID: id, Harm: casualty.Killed, Count: casualty.Count{Qualifier: casualty.Exact, N: 500 - i}, Said: said}, Voice: "ministry"})
	}
	for _, u := range Settle(envelope, killed, claims, Settings{}).SetAside {
		if u.Reason != Superseded || u.By != "c" {
			t.Errorf("%s set aside as %s for %s, want superseded by c", u.Claim, u.Reason, u.By)
		}
	}
}

func TestWhoseWordIsAPartys(t *testing.T) {
	r := casualty.Record{
		Sources: []casualty.Source{{ID: "s1", Party: true}, {ID: "s2"}},
		Origins: []casualty.Origin{{ID: "o1", Party: true}, {ID: "o2"}},
	}
	for _, tt := range []struct {
		name   string
		source casualty.SourceID
		origin casualty.OriginID
		want   bool
	}{
		{"a source that is a party speaks for itself", "s1", "", true},
		{"a source that is none", "s2", "", false},
		{"a party that an outlet quotes", "s2", "o1", true},
		{"a hospital that a party's outlet quotes is no party", "s1", "o2", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r.Incidents = []casualty.Incident{{ID: "i1"}}
			r.Claims = []casualty.Claim{{ID: "c1", Incident: "i1", Source: tt.source, Origin: tt.origin, Status: casualty.Confirmed, Harm: casualty.Killed}}
			if got := Statements(r)["i1"][0].Party; got != tt.want {
				t.Errorf("a party: %v, want %v", got, tt.want)
			}
		})
	}
}

func TestOfACircleOfRepeatsTheFirstStands(t *testing.T) {
	claim := func(id, repeats casualty.ClaimID) Statement {
		return Statement{Claim: casualty.Claim{ID: id, Repeats: repeats, Harm: casualty.Killed, Count: casualty.Count{Qualifier: casualty.Exact, N: 5}}, Voice: string(id)}
	}
	f := Settle(envelope, killed, []Statement{claim("a", "b"), claim("b", "c"), claim("c", "a")}, Settings{})
	if len(f.Counted) != 1 || f.Counted[0].Claim != "a" {
		t.Errorf("counted %+v, want a alone", f.Counted)
	}
	for _, u := range f.SetAside {
		if u.Reason != Repeat || u.By != "a" {
			t.Errorf("%s set aside as %s of %s, want a repeat of a", u.Claim, u.Reason, u.By)
		}
	}
}

func TestARepeatOfACircleRepeatsTheClaimThatStands(t *testing.T) {
	claim := func(id, repeats, supersedes casualty.ClaimID) Statement {
		return Statement{Claim: casualty.Claim{ID: id, Repeats: repeats, Supersedes: supersedes, Harm: casualty.Killed, Count: casualty.Count{Qualifier: casualty.Exact, N: 5}}, Voice: string(id)}
	}
	// d repeats b, and b and a each other: d is a's own word again and does not replace it.
	f := Settle(envelope, killed, []Statement{claim("a", "b", ""), claim("b", "a", ""), claim("d", "b", "a")}, Settings{})
	if f.Range != casualty.Exactly(5) || len(f.Counted) != 1 || f.Counted[0].Claim != "a" {
		t.Errorf("figure %v, counted %+v; want the 5 of a", f.Range, f.Counted)
	}
}

func TestACountOfCiviliansThatIsARepeatTakesNothingFromATotal(t *testing.T) {
	count := func(id casualty.ClaimID, of casualty.Population, n int) Statement {
		return Statement{Claim: casualty.Claim{ID: id, Population: of, Harm: casualty.Killed, Count: casualty.Count{Qualifier: casualty.Exact, N: n}}, Voice: string(id)}
	}
	part := count("b", casualty.Civilians, 4)
	part.SubsetOf, part.Repeats = "a", "a"
	f := Settle(airwars, killed, []Statement{count("a", "", 9), part}, Settings{})
	if f.Range != casualty.Exactly(9) {
		t.Errorf("figure %v, want the 9 of the total", f.Range)
	}
	part.Repeats = ""
	if f := Settle(airwars, killed, []Statement{count("a", "", 9), part}, Settings{}); f.Range != casualty.Exactly(4) {
		t.Errorf("figure %v, want the 4 civilians that the source counts itself", f.Range)
	}
}

func TestANumberForSeveralIncidentsIsInNoneOfTheirFigures(t *testing.T) {
	claim := func(id casualty.ClaimID, n int, over ...casualty.IncidentID) Statement {
		return Statement{Claim: casualty.Claim{ID: id, Over: over, Harm: casualty.Killed, Count: casualty.Count{Qualifier: casualty.Exact, N: n}}, Voice: string(id)}
	}
	f := Settle(envelope, killed, []Statement{claim("a", 3), claim("b", 12, "i1", "i2")}, Settings{})
	if f.Range != casualty.Exactly(3) || len(f.SetAside) != 1 || f.SetAside[0].Reason != OtherIncident {
		t.Errorf("figure %v, set aside %+v; want 3 without the number for both", f.Range, f.SetAside)
	}
}

func TestWhatIsACap(t *testing.T) {
	both := func(id casualty.ClaimID, source casualty.SourceID, said casualty.Moment, count casualty.Count) casualty.Claim {
		return casualty.Claim{ID: id, Source: source, Said: said, Status: casualty.Confirmed, Harm: casualty.Killed, Count: count, Over: []casualty.IncidentID{"i1", "i2"}}
	}
	with := func(c casualty.Claim, change func(*casualty.Claim)) casualty.Claim { change(&c); return c }
	twelve, fourteen := casualty.Count{Qualifier: casualty.Exact, N: 12}, casualty.Count{Qualifier: casualty.Exact, N: 14}
	first := both("c1", "s1", "2025-07-01", twelve)
	for _, tt := range []struct {
		name   string
		claims []casualty.Claim
		want   []Cap
	}{
		{"a confirmed number for two incidents", []casualty.Claim{first}, []Cap{{killed, first.Over, 12, false}}},
		{"nobody confirmed it", []casualty.Claim{with(first, func(c *casualty.Claim) { c.Status = casualty.Suggested })}, nil},
		{"it speaks of one incident", []casualty.Claim{with(first, func(c *casualty.Claim) { c.Over = []casualty.IncidentID{"i1", "i1"} })}, nil},
		{"its own text withdraws it", []casualty.Claim{with(first, func(c *casualty.Claim) { c.Negated = true })}, nil},
		{"it was erased", []casualty.Claim{with(first, func(c *casualty.Claim) { c.Erased = "asked for it" })}, nil},
		{"it is a running total", []casualty.Claim{with(first, func(c *casualty.Claim) { c.Scope = casualty.Cumulative })}, nil},
		{"its people may belong elsewhere", []casualty.Claim{with(first, func(c *casualty.Claim) { c.Contested = true })}, nil},
		{"it says nobody", []casualty.Claim{both("c1", "s1", "", casualty.Count{Qualifier: casualty.None, Word: casualty.NotReported})}, nil},
		{"it denies that anybody was", []casualty.Claim{both("c1", "s1", "", casualty.Count{Qualifier: casualty.None, Word: casualty.Denied})}, nil},
		{"two outlets give the same number", []casualty.Claim{first, both("c2", "s2", "2025-07-01", twelve)}, []Cap{{killed, first.Over, 12, false}}},
		{"the incidents are named in another order", []casualty.Claim{first, with(both("c2", "s2", "", twelve), func(c *casualty.Claim) { c.Over = []casualty.IncidentID{"i2", "i1"} })}, []Cap{{killed, first.Over, 12, false}}},
		{"two origins differ: the larger holds", []casualty.Claim{first, both("c2", "s2", "2025-07-01", fourteen)}, []Cap{{killed, first.Over, 14, false}}},
		{"the origin spoke later, even lower", []casualty.Claim{both("c2", "s1", "2025-07-01", fourteen), both("c3", "s1", "2025-07-02", twelve)}, []Cap{{killed, first.Over, 12, false}}},
		{"a repeat is no second number", []casualty.Claim{first, with(both("c2", "s2", "", fourteen), func(c *casualty.Claim) { c.Repeats = "c1" })}, []Cap{{killed, first.Over, 12, false}}},
		{"what was withdrawn leaves the number before", []casualty.Claim{first, with(both("c2", "s1", "2025-07-02", fourteen), func(c *casualty.Claim) { c.Status = casualty.Retracted })}, []Cap{{killed, first.Over, 12, false}}},
		{"a floor is open", []casualty.Claim{both("c1", "s1", "", casualty.Count{Qualifier: casualty.AtLeastN, N: 12})}, []Cap{{killed, first.Over, 12, true}}},
		{"other people are another question", []casualty.Claim{first, with(first, func(c *casualty.Claim) { c.ID, c.Group = "c2", casualty.Children })}, []Cap{{killed, first.Over, 12, false}, {Question{Harm: casualty.Killed, Group: casualty.Children}, first.Over, 12, false}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := CapsOf(tt.claims); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("caps %+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestACapOnOneNumbersOnlyContradicts(t *testing.T) {
	number := func(id casualty.IncidentID, n int) IncidentFigure {
		return IncidentFigure{casualty.Incident{ID: id}, Figure{Question: killed, Best: casualty.Exactly(n)}}
	}
	floor := func(id casualty.IncidentID, n int) IncidentFigure {
		return IncidentFigure{casualty.Incident{ID: id}, Figure{Question: killed, Best: casualty.AtLeast(n)}}
	}
	within := func(id casualty.IncidentID, low, high int) IncidentFigure {
		return IncidentFigure{casualty.Incident{ID: id}, Figure{Question: killed, Range: casualty.Between(low, high)}}
	}
	twelve := []Cap{{killed, []casualty.IncidentID{"i1", "i2"}, 12, false}}
	for _, tt := range []struct {
		name     string
		figures  []IncidentFigure
		caps     []Cap
		want     casualty.Range
		problems []ProblemCode
	}{
		{"numbers within the cap stay", []IncidentFigure{number("i1", 3), number("i2", 4)}, twelve, casualty.Exactly(7), nil},
		{"lows that reach the cap leave no width", []IncidentFigure{within("i1", 5, 9), within("i2", 7, 9)}, twelve, casualty.Exactly(12), nil},
		{"numbers above the cap contradict it", []IncidentFigure{number("i1", 7), number("i2", 8)}, twelve, casualty.Exactly(15), []ProblemCode{CapBelowLows}},
		{"a floor within the cap stays one, and the total says so", []IncidentFigure{floor("i1", 3), number("i2", 4)}, twelve, casualty.AtLeast(7), []ProblemCode{CapWithoutHighs}},
		{"beside a range that a person adopted, the cap holds what is under it", []IncidentFigure{floor("i1", 3), number("i2", 4), within("i3", 1, 2)}, twelve, casualty.Between(8, 14), nil},
		{"the same cap twice is two, and no crash", []IncidentFigure{within("i1", 3, 12), within("i2", 4, 12)}, append(twelve, twelve...), casualty.Between(7, 24), []ProblemCode{CapsOverlap}},
		{"a cap that is itself a floor is in nobody's way", []IncidentFigure{within("i1", 3, 12), within("i2", 4, 12)}, append([]Cap{{killed, []casualty.IncidentID{"i2", "i3"}, 5, true}}, twelve...), casualty.Between(7, 12), nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			total := SumUnder(inPlace(tt.figures), tt.caps)
			table := TotalsBy(Table{Figures: tt.figures, Settings: Settings{Caps: tt.caps}})[0]
			if total.Shown() != tt.want || table.Shown() != tt.want {
				t.Errorf("total %v, in a table %v, want %v", total.Shown(), table.Shown(), tt.want)
			}
			if !slices.Equal(total.Problems, tt.problems) || !slices.Equal(table.Problems, tt.problems) {
				t.Errorf("problems %v, in a table %v, want %v", total.Problems, table.Problems, tt.problems)
			}
		})
	}
}

func TestACapHoldsItsOwnQuestionAndTheBest(t *testing.T) {
	within := func(id casualty.IncidentID) IncidentFigure {
		return IncidentFigure{casualty.Incident{ID: id}, Figure{Question: killed, Range: casualty.Between(3, 12), Best: casualty.Exactly(10)}}
	}
	figures := []IncidentFigure{within("i1"), within("i2")}
	both := []casualty.IncidentID{"i1", "i2"}
	children := Cap{Question{Harm: casualty.Killed, Group: casualty.Children}, both, 7, false}
	for _, total := range []Total{SumUnder(inPlace(figures), []Cap{children}), TotalsBy(Table{Figures: figures, Settings: Settings{Caps: []Cap{children}}})[0]} {
		if total.Range != casualty.Between(6, 24) || len(total.Problems) > 0 {
			t.Errorf("a number of children holds all people: %v, %v", total.Range, total.Problems)
		}
	}
	twelve := Cap{killed, both, 12, false}
	for _, total := range []Total{SumUnder(inPlace(figures), []Cap{twelve}), TotalsBy(Table{Figures: figures, Settings: Settings{Caps: []Cap{twelve}}})[0]} {
		if total.Range != casualty.Between(6, 12) || total.Best != casualty.Exactly(12) {
			t.Errorf("the best %v is above the high of %v", total.Best, total.Range)
		}
	}
}

func TestTheNewestAdoptedFigureStands(t *testing.T) {
	adopt := func(id casualty.DecisionID, n int) casualty.Decision {
		return casualty.Decision{ID: id, Kind: "adopt_figure", Incident: "i1", Harm: casualty.Killed, Figure: casualty.Exactly(n), Reason: "lists", By: "a", SignedBy: "b"}
	}
	f, _ := Tabulate(disputed(adopt("j1", 4), adopt("j2", 5)), manual, Settings{}).Figure("i1", killed)
	if f.Range != casualty.Exactly(5) {
		t.Errorf("figure %v, want 5, which was adopted last", f.Range)
	}
}
