package aggregate

import (
	"encoding/csv"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"tollbook/casualty"
)

// readings are the figures that a person read from the texts on five incidents,
// as claims by incident.
func readings(t *testing.T) map[string][]Statement {
	t.Helper()
	file, err := os.Open(testData(t, "airwars-source-texts", "dev-per-source-figures.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	claims := map[string][]Statement{}
	for n, cells := range rows[1:] {
		row := map[string]string{}
		for i, name := range rows[0] {
			row[name] = cells[i]
		}
		claims[row["incident_code"]] = append(claims[row["incident_code"]], reading(t, n, row))
	}
	return claims
}

func reading(t *testing.T, n int, row map[string]string) Statement {
	t.Helper()
	s := Statement{Voice: speaker(row), Claim: casualty.Claim{
		ID: casualty.ClaimID(fmt.Sprintf("c%d", n)), Source: casualty.SourceID(row["source_id"]), Status: casualty.Confirmed,
		Harm: harmsRead[row["measure"]], Population: populationsRead[row["category"]], Count: countRead(t, row),
		Said: casualty.Moment(row["incident_date"]),
	}}
	s.Count.Language = row["language"]
	s.Party = row["attributed_to"] == "Russian military"
	s.Contested = strings.Contains(row["note"], "wider scope") || widerPlaces[row["scope"]]
	if otherStrikes[row["scope"]] {
		s.Scope = casualty.OtherIncident
	}
	if strings.HasPrefix(row["note"], "earlier") {
		s.Said = "2000" // before the words that stand above it in the same text
	}
	return s
}

var (
	harmsRead       = map[string]casualty.Harm{"killed": casualty.Killed, "injured": casualty.Injured, "killed_or_injured": casualty.Casualties}
	populationsRead = map[string]casualty.Population{"civilians": casualty.Civilians, "combatants": casualty.Combatants}
	// The reader's more_than already holds the next number.
	qualifiersRead = map[string]casualty.Qualifier{"exact": casualty.Exact, "at_least": casualty.AtLeastN, "more_than": casualty.AtLeastN, "about": casualty.About}
	// Scopes that take in more than the incident, and another strike of the same day.
	widerPlaces  = map[string]bool{"Azaz shelling and bomb": true, "Afrin and Maryamin": true, "Idlib governorate": true}
	otherStrikes = map[string]bool{"bomb in a bin, hours before": true, "Al-Sheikh Yusuf area": true}
	// wordsRead are the vague words that the reader noted beside an unspecified number.
	wordsRead = []string{"many", "dozens", "several", "a number of"}
)

func countRead(t *testing.T, row map[string]string) casualty.Count {
	t.Helper()
	if q, ok := qualifiersRead[row["qualifier"]]; ok {
		n, err := strconv.Atoi(row["min"])
		if err != nil {
			t.Fatal(err)
		}
		return casualty.Count{Qualifier: q, N: n}
	}
	for _, word := range wordsRead {
		if strings.Contains(row["note"], word+" ") {
			return casualty.Count{Qualifier: casualty.Vague, Word: word}
		}
	}
	return casualty.Count{Qualifier: casualty.Unspecified}
}

// speaker is the origin of a figure: the rescuers whom many quote, one wire, else
// the outlet's own people or whom it alone quotes.
func speaker(row map[string]string) string {
	said := row["attributed_to"]
	switch {
	case said == "White Helmets" || row["publisher"] == "Syrian Civil Defense" || row["publisher"] == "SCD":
		return "White Helmets"
	case strings.Contains(said, "(wire)"):
		return "wire"
	case said == "" || strings.HasPrefix(said, "own "):
		return row["publisher"]
	}
	return row["publisher"] + ": " + said
}

func TestTheFiveIncidentsPageSaysWhatTheMethodMakes(t *testing.T) {
	claims := readings(t)
	page, err := os.ReadFile("../docs/airwars-five-incidents.md")
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for line := range strings.SplitSeq(string(page), "\n") {
		cells := strings.Split(line, " | ")
		if len(cells) != 5 || strings.HasPrefix(line, "| incident") {
			continue
		}
		compared++
		incident, harm, published, here := strings.TrimPrefix(cells[0], "| "), casualty.Harm(cells[1]), cells[2], cells[3]
		t.Run(fmt.Sprintf("%s %s is %s here and %s as published", incident, harm, here, published), func(t *testing.T) {
			f := Settle(airwars, Question{Harm: harm}, claims[incident], Settings{})
			if got, _ := f.Range.MarshalText(); string(got) != here {
				t.Errorf("the method makes %s, the page says %s", got, here)
			}
			if why := cells[4]; (why == "They agree. |") != (here == published) {
				t.Errorf("the page explains %q", why)
			}
		})
	}
	if compared != 10 {
		t.Errorf("%d rows, want five incidents by two harms", compared)
	}
}
