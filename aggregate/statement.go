package aggregate

import (
	"cmp"
	"slices"

	"tollbook/casualty"
)

// Statements are the claims that may enter a figure, by incident, each with its
// voice and its source's grade: confirmed by a person, or retracted after that.
// Claims that name no incident are not among them.
func Statements(r casualty.Record) map[casualty.IncidentID][]Statement {
	g := gather(r)
	statements := make(map[casualty.IncidentID][]Statement, len(g.claims))
	for id := range g.claims {
		statements[id] = g.on(id)
	}
	return statements
}

// gathered are the claims of a record by incident, as places in it, so that a
// large record is not copied at once.
type gathered struct {
	record  casualty.Record
	sources map[casualty.SourceID]casualty.Source
	origins map[casualty.OriginID]casualty.Origin
	claims  map[casualty.IncidentID][]int32
}

func gather(r casualty.Record) gathered {
	g := gathered{r, map[casualty.SourceID]casualty.Source{}, map[casualty.OriginID]casualty.Origin{}, map[casualty.IncidentID][]int32{}}
	for _, s := range r.Sources {
		g.sources[s.ID] = s
	}
	for _, o := range r.Origins {
		g.origins[o.ID] = o
	}
	for i := range r.Claims {
		if c := &r.Claims[i]; c.Enters() && c.Incident != "" && c.Erased == "" {
			g.claims[c.Incident] = append(g.claims[c.Incident], int32(i))
		}
	}
	return g
}

// on are the statements on one incident.
func (g gathered) on(id casualty.IncidentID) []Statement {
	statements := make([]Statement, len(g.claims[id]))
	for n, i := range g.claims[id] {
		c := g.record.Claims[i]
		statements[n] = statementOf(c, g.sources[c.Source], g.origins[c.Origin])
	}
	return statements
}

func statementOf(c casualty.Claim, source casualty.Source, origin casualty.Origin) Statement {
	s := Statement{Claim: c, Voice: string(c.Origin), Reliability: source.Reliability, Party: origin.Party}
	if c.Origin == "" {
		s.Voice, s.Party = string(c.Source), source.Party
	}
	if s.Voice == "" { // nobody is known to speak: no two such claims are one voice
		s.Voice = "claim " + string(c.ID)
	}
	return s
}

// Questions are what to ask of an incident: per harm all people first, then each
// group, population and severity that its claims count apart. A claim of killed
// or injured, undivided, asks for both; one whose people may or may not be
// civilians asks for civilians and for combatants.
func Questions(claims []Statement) []Question {
	asked := map[Question]bool{}
	for _, s := range claims {
		if scopeReasons[s.Scope] == "" {
			for _, q := range questionsOf(s) {
				asked[q] = true
				asked[Question{Harm: q.Harm}] = true
			}
		}
	}
	questions := make([]Question, 0, len(asked))
	for q := range asked {
		questions = append(questions, q)
	}
	slices.SortFunc(questions, Question.Compare)
	return questions
}

func questionsOf(s Statement) []Question {
	harms := []casualty.Harm{s.Harm}
	if s.Harm == casualty.Casualties {
		harms = []casualty.Harm{casualty.Killed, casualty.Injured}
		if s.Count.Qualifier != casualty.None {
			harms = append(harms, casualty.Casualties)
		}
	}
	populations := []casualty.Population{s.Population}
	if s.Population == casualty.Contested {
		populations = []casualty.Population{casualty.Civilians, casualty.Combatants}
	}
	var questions []Question
	for _, h := range harms {
		for _, p := range populations {
			questions = append(questions, Question{h, p, s.Group, s.Severity})
		}
	}
	return questions
}

// AllPeople tells whether the question asks for all people who suffered the harm.
func (q Question) AllPeople() bool { return q.people() == people{} }

// Compare orders questions as tables show them: by harm, all people before some,
// then by population, group and severity, each in the order of its codes.
func (q Question) Compare(r Question) int {
	return cmp.Or(
		place(casualty.Harms, q.Harm, r.Harm),
		place(casualty.Populations, q.Population, r.Population),
		place(casualty.Groups, q.Group, r.Group),
		place(casualty.Severities, q.Severity, r.Severity),
	)
}

// place compares two codes by their places in a table; the empty code comes
// first, and codes that are in no table last, by name.
func place[C ~string](table []C, a, b C) int {
	return cmp.Or(cmp.Compare(placeOf(table, a), placeOf(table, b)), cmp.Compare(a, b))
}

func placeOf[C ~string](table []C, c C) int {
	switch i := slices.Index(table, c); {
	case c == "":
		return -1
	case i < 0:
		return len(table)
	default:
		return i
	}
}
