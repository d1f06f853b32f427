package exports

import (
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tollbook/casualty"
	"tollbook/internal/sample"
)

// secretCount is what every record below hides: as a number of its own it is small,
// and each record lets it be told in another way.
const secretCount = 23

// among marks a claim as one of a part of the people.
func among(g casualty.Group, of casualty.ClaimID) func(*casualty.Claim) {
	return func(c *casualty.Claim) { c.Group, c.Subset, c.SubsetOf = g, true, of }
}

// besides marks a claim as one of further people.
func besides(c *casualty.Claim) { c.Besides = true }

// leaks are records from which the number can be told: what an earlier release
// held, and what the next one holds.
func leaks() map[string][2]casualty.Record {
	record := func(build func(m *sample.Maker, s, other casualty.SourceID)) casualty.Record {
		m := sample.New()
		s, other := m.Source("Vareno Courier"), m.Source("Radio Ostrel")
		m.Incident("Harbour", "2031-07-01")
		m.Claim(s, casualty.Killed, sample.Exactly(700))
		m.Incident("Market", "2031-07-02")
		build(m, s, other)
		return m.Record
	}
	alone := record(func(m *sample.Maker, s, _ casualty.SourceID) { m.Claim(s, casualty.Killed, sample.Exactly(412)) })
	nothing := record(func(*sample.Maker, casualty.SourceID, casualty.SourceID) {})
	return map[string][2]casualty.Record{
		"the number itself": {alone, record(func(m *sample.Maker, s, _ casualty.SourceID) {
			m.Claim(s, casualty.Killed, sample.Exactly(secretCount))
		})},
		"a total less one part": {alone, record(func(m *sample.Maker, s, _ casualty.SourceID) {
			all := m.Claim(s, casualty.Killed, sample.Exactly(412))
			m.Claim(s, casualty.Killed, sample.Exactly(412-secretCount), among(casualty.Women, all))
		})},
		"a total less two parts": {alone, record(func(m *sample.Maker, s, _ casualty.SourceID) {
			all := m.Claim(s, casualty.Killed, sample.Exactly(412))
			m.Claim(s, casualty.Killed, sample.Exactly(200), among(casualty.Women, all))
			m.Claim(s, casualty.Killed, sample.Exactly(212-secretCount), among(casualty.Men, all))
		})},
		"undivided less killed": {nothing, record(func(m *sample.Maker, s, other casualty.SourceID) {
			m.Claim(s, casualty.Casualties, sample.Exactly(412))
			m.Claim(other, casualty.Killed, sample.Exactly(412-secretCount))
		})},
		"people counted besides": {alone, record(func(m *sample.Maker, s, other casualty.SourceID) {
			m.Claim(s, casualty.Killed, sample.Exactly(412))
			m.Claim(other, casualty.Killed, sample.Exactly(secretCount), besides)
		})},
		"the low of sources that disagree": {alone, record(func(m *sample.Maker, s, other casualty.SourceID) {
			m.Claim(s, casualty.Killed, sample.Exactly(412))
			m.Claim(other, casualty.Killed, sample.Exactly(secretCount))
		})},
		"words quoted beside it": {alone, record(func(m *sample.Maker, s, _ casualty.SourceID) {
			quote := casualty.Quote{Text: "412 were injured and 23 died", Start: 0, End: 28, Released: true, Sensitivity: casualty.Public}
			m.Claim(s, casualty.Killed, sample.Exactly(secretCount), func(c *casualty.Claim) { c.Quote = quote })
			m.Incident("Bridge", "2031-07-03")
			m.Claim(s, casualty.Injured, sample.Exactly(412), func(c *casualty.Claim) { c.Quote = quote })
		})},
		"a ministry's total less the other incidents": {alone, record(func(m *sample.Maker, s, other casualty.SourceID) {
			m.Claim(s, casualty.Killed, sample.Exactly(secretCount))
			m.Claim(other, casualty.Killed, sample.Exactly(700+secretCount), func(c *casualty.Claim) { c.Scope = casualty.Integrative })
		})},
		"one release less the one before": {nothing, record(func(m *sample.Maker, s, _ casualty.SourceID) {
			m.Claim(s, casualty.Killed, sample.Exactly(secretCount))
		})},
	}
}

// counting are the fields in which a number of people can stand.
var counting = regexp.MustCompile(`low|best|high|words|worded|quote|before|after|added|bar|whisker|label|title|vareno|killed|injured|casualties|explanation|claimant`)

var digits = regexp.MustCompile(`\d[\d,]*`)

// numbersShown are all numbers of people in a public export, in whatever form.
func numbersShown(t *testing.T, r casualty.Record, since *casualty.Record, under int) []int {
	t.Helper()
	o := Options{Methods: methods(t, "envelope", "lowest", "gtd", "emdat"), Profile: Public, SmallCounts: under, Since: since}
	var out struct {
		Tables map[string][]map[string]any `json:"tables"`
	}
	if err := json.Unmarshal([]byte(written(t, func(w io.Writer) error { return JSON(w, r, o) })), &out); err != nil {
		t.Fatal(err)
	}
	var shown []int
	note := func(text string) {
		for _, d := range digits.FindAllString(text, -1) {
			if n, err := strconv.Atoi(strings.ReplaceAll(d, ",", "")); err == nil {
				shown = append(shown, n)
			}
		}
	}
	for name, rows := range out.Tables {
		for _, row := range rows {
			for field, value := range row {
				if name != "notes" && name != "data_dictionary" && name != "code_lists" && counting.MatchString(field) {
					note(fmt.Sprint(value))
				}
			}
		}
	}
	hxl := csvRows(t, written(t, func(w io.Writer) error { return HXL(w, r, o) }))
	for _, row := range hxl[2:] {
		for i, cell := range row {
			if strings.HasPrefix(hxl[1][i], "#affected") {
				note(cell)
			}
		}
	}
	slices.Sort(shown)
	return slices.Compact(shown)
}

// told says how the secret can be told from the numbers: one of them, one less
// another, one less two others, or one of a mean.
func told(shown []int) string {
	for _, a := range shown {
		if a == secretCount {
			return "it is shown"
		}
		for _, b := range shown {
			if a-b == secretCount || 2*a-b == secretCount {
				return fmt.Sprintf("of %d and %d", a, b)
			}
			for _, c := range shown {
				if b < c && a-b-c == secretCount {
					return fmt.Sprintf("%d less %d less %d", a, b, c)
				}
			}
		}
	}
	return ""
}

func TestASmallCountCannotBeToldFromWhatIsShown(t *testing.T) {
	for name, releases := range leaks() {
		t.Run(name, func(t *testing.T) {
			before, after := releases[0], releases[1]
			attack := func(under int) string {
				shown := append(numbersShown(t, before, nil, under), numbersShown(t, after, &before, under)...)
				slices.Sort(shown)
				return told(slices.Compact(shown))
			}
			if how := attack(50); how != "" {
				t.Errorf("%d can be told: %s", secretCount, how)
			}
			if attack(0) == "" {
				t.Error("without small counts the attack finds nothing: it proves nothing")
			}
		})
	}
}

func TestIncidentsWithoutSmallCountsAreShownAsTheyAre(t *testing.T) {
	record := sample.Many(12)
	o := Options{Profile: Public, SmallCounts: 3}
	plain, coarse := tableOf(t, workbook(t, record, Options{Profile: Public}), figuresSheet), tableOf(t, workbook(t, record, o), figuresSheet)
	same := 0
	for i, row := range plain {
		if coarse[i]["In words"] == row["In words"] && coarse[i]["Reported highest"] == row["Reported highest"] {
			same++
		}
	}
	if same == 0 || same == len(plain) {
		t.Errorf("%d of %d figures are as they were; some must be, and some not", same, len(plain))
	}
}
