package aggregate

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tollbook/casualty"
)

var figureBlock = regexp.MustCompile("(?s)```figure\n(.*?)```")

func methodsPage(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("../docs/methods.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

func TestTheExamplesOfTheMethodsPageHold(t *testing.T) {
	shown := map[string]bool{}
	for _, block := range figureBlock.FindAllStringSubmatch(methodsPage(t), -1) {
		e := readExample(t, block[1])
		shown[e.method.Name] = true
		t.Run(e.method.Name+" makes "+e.figure+" of "+strings.Join(e.words, ", "), func(t *testing.T) {
			f := Settle(e.method, e.question, e.claims, e.settings)
			if got := said(f); got != e.figure {
				t.Errorf("figure %q, want %q", got, e.figure)
			}
			e.check(t, f)
		})
	}
	for _, m := range Methods {
		if !shown[m.Name] && m.Name != "manual" {
			t.Errorf("the page has no example of %s", m.Name)
		}
	}
}

// said is a figure as the page writes it: "9 to 30, best 11".
func said(f Figure) string {
	switch {
	case !f.Settled():
		return "no figure"
	case !f.Range.Stated():
		return "best " + f.Best.String()
	case f.Best.Stated():
		return f.Range.String() + ", best " + f.Best.String()
	}
	return f.Range.String()
}

// An example is a block of the page.
type example struct {
	method   Method
	question Question
	claims   []Statement
	words    []string // of the claims
	settings Settings
	figure   string
	aside    map[casualty.ClaimID]Reason
	problems []ProblemCode
	status   Status
	span     string
	pending  string
	noFloor  bool
}

func (e example) check(t *testing.T, f Figure) {
	t.Helper()
	aside := map[casualty.ClaimID]Reason{}
	for _, u := range f.SetAside {
		aside[u.Claim] = u.Reason
	}
	for _, row := range []struct{ what, got, want string }{
		{"set aside", fmt.Sprint(aside), fmt.Sprint(e.aside)},
		{"problems", fmt.Sprint(f.Problems), fmt.Sprint(e.problems)},
		{"status", string(f.Status), string(e.status)},
		{"no floor", fmt.Sprint(f.NoFloor), fmt.Sprint(e.noFloor)},
	} {
		if row.got != row.want {
			t.Errorf("%s %s, want %s", row.what, row.got, row.want)
		}
	}
	if e.span != "" && f.Span.String() != e.span {
		t.Errorf("span %s, want %s", f.Span, e.span)
	}
	if e.pending != "" && f.Pending.String() != e.pending {
		t.Errorf("pending %s, want %s", f.Pending, e.pending)
	}
}

func readExample(t *testing.T, block string) example {
	t.Helper()
	e := example{aside: map[casualty.ClaimID]Reason{}, settings: Settings{IncidentDay: "2025-03-01"}}
	for i, line := range strings.Split(strings.TrimSpace(block), "\n") {
		word, rest, _ := strings.Cut(line, " ")
		switch {
		case i == 0:
			method, err := MethodNamed(word)
			if err != nil {
				t.Fatal(err)
			}
			e.method, e.question = method, Question{Harm: casualty.Harm(rest)}
		case strings.Contains(line, " | "):
			e.readClaim(t, line)
		default:
			e.readExpectation(t, word, rest)
		}
	}
	return e
}

func (e *example) readExpectation(t *testing.T, word, rest string) {
	t.Helper()
	switch word {
	case "=":
		e.figure = rest
	case "aside":
		id, reason, _ := strings.Cut(rest, " ")
		e.aside[casualty.ClaimID(id)] = Reason(reason)
	case "problem":
		e.problems = append(e.problems, ProblemCode(rest))
	case "status":
		e.status = Status(rest)
	case "span":
		e.span = rest
	case "pending":
		e.pending = rest
	case "nofloor":
		e.noFloor = true
	case "rank":
		for name := range strings.SplitSeq(rest, ", ") {
			e.settings.Rank = append(e.settings.Rank, casualty.SourceID(name))
		}
	default:
		t.Fatalf("an example says %q", word)
	}
}

func (e *example) readClaim(t *testing.T, line string) {
	t.Helper()
	cells := strings.Split(line, "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	harm, count, _ := strings.Cut(cells[3], " ")
	worded, err := casualty.ParseCount(count)
	if err != nil {
		t.Fatal(err)
	}
	s := Statement{Voice: cells[1], Claim: casualty.Claim{
		ID: casualty.ClaimID(cells[0]), Source: casualty.SourceID(cells[1]), Said: casualty.Moment(cells[2]),
		Harm: casualty.Harm(harm), Count: worded, Status: casualty.Confirmed,
	}}
	if len(cells) > 4 {
		for mark := range strings.SplitSeq(cells[4], ", ") {
			markClaim(t, &s, mark)
		}
	}
	e.claims = append(e.claims, s)
	e.words = append(e.words, count)
}

func markClaim(t *testing.T, s *Statement, mark string) {
	t.Helper()
	word, rest, _ := strings.Cut(mark, " ")
	switch word {
	case "party":
		s.Party = true
	case "grade":
		s.Reliability = casualty.Reliability(rest)
	case "names":
		s.Identified, _ = strconv.Atoi(rest)
	case "of":
		s.SubsetOf = casualty.ClaimID(rest)
	case "combatants", "civilians", "contested":
		s.Population = casualty.Population(word)
	case "doubt":
		s.Contested = true
	case "besides":
		s.Besides = true
	case "subset":
		s.Subset = true
	case "negated":
		s.Negated = true
	case "retracted":
		s.Status = casualty.Retracted
	case "repeats":
		s.Repeats = casualty.ClaimID(rest)
	case "replaces":
		s.Supersedes = casualty.ClaimID(rest)
	case "in":
		s.Count.Language = rest
	case "scope":
		s.Scope = casualty.Scope(rest)
	case "from":
		s.Source = casualty.SourceID(rest)
	case "case":
		s.Case = rest
	case "verified", "alleged":
		s.State = casualty.State(word)
	default:
		t.Fatalf("an example marks a claim as %q", mark)
	}
}

// The table of words on the page, row by row and lexicon by lexicon.
func TestTheWordsOfTheMethodsPageAreTheLexicons(t *testing.T) {
	_, table, _ := strings.Cut(methodsPage(t), "| words |")
	table, _, _ = strings.Cut("| words |"+table, "\n\n")
	var names [][]string
	for i, line := range strings.Split(table, "\n") {
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		switch {
		case i == 0:
			for _, c := range cells[1:] {
				names = append(names, strings.Split(c, ", "))
			}
		case i > 1:
			checkWords(t, cells, names)
		}
	}
	if len(names) != 7 {
		t.Errorf("%d columns of lexicons, want 7", len(names))
	}
}

func checkWords(t *testing.T, cells []string, names [][]string) {
	for _, words := range strings.Split(cells[0], ", ") {
		count, err := casualty.ParseCount(words)
		if err != nil {
			t.Fatal(err)
		}
		for i, column := range names {
			t.Run(fmt.Sprintf("%s is %s by %s", words, cells[i+1], column[0]), func(t *testing.T) {
				m, err := MethodNamed(column[0])
				if err != nil {
					t.Fatal(err)
				}
				want, got := cells[i+1], "-"
				if people, ok := m.Lexicon.Code(casualty.Killed, count, ""); ok {
					text, _ := people.MarshalText()
					got = string(text)
				}
				if got != want {
					t.Errorf("%s makes %s of %q, the page says %s", m.Lexicon, got, words, want)
				}
			})
		}
	}
}

func TestTheMethodsPageNamesEveryMethodAndReasonsHaveSentences(t *testing.T) {
	page := methodsPage(t)
	for _, m := range Methods {
		t.Run(m.Name+" has its section, its version and its source", func(t *testing.T) {
			_, section, ok := strings.Cut(page, "\n## "+m.Name+"\n")
			section, _, _ = strings.Cut(section, "\n## ")
			if !ok || !strings.Contains(section, fmt.Sprintf("Version %d", m.Version)) {
				t.Errorf("the page has no section on %s", m)
			}
			own := strings.Contains(section, "Our own")
			if own != (m.After == "") || !own && !strings.Contains(section, "after the published practice of") {
				t.Errorf("the section on %s does not say after whose practice it is", m.Name)
			}
		})
	}
}

func TestEverySentenceOfTheVectorsIsTheProgramsOwn(t *testing.T) {
	v := readVectors(t)
	for code, want := range v.Reasons {
		if got := Reason(code).Sentence(); got != want {
			t.Errorf("reason %s says %q, want %q", code, got, want)
		}
	}
	for code, want := range v.Statuses {
		if code == "absent" {
			code = ""
		}
		if got := Status(code).Sentence(); got != want {
			t.Errorf("status %q says %q, want %q", code, got, want)
		}
	}
	for code, want := range v.Problems {
		if got := ProblemCode(code).Sentence(); got != want {
			t.Errorf("problem %s says %q, want %q", code, got, want)
		}
	}
	// Decided and CapWithoutHighs are ours: the rows know no claim that a person set
	// aside, and no cap on one numbers.
	for _, missing := range []int{len(reasonSentences) - len(v.Reasons) - 1, len(statusSentences) - len(v.Statuses), len(problemSentences) - len(v.Problems) - 1} {
		if missing != 0 {
			t.Errorf("the tables differ in size by %d", missing)
		}
	}
}
