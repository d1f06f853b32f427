package exports

import (
	"strings"
	"testing"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/internal/sample"
)

func TestSettingsReachTheTotals(t *testing.T) {
	graded := sample.Four()
	graded.Incidents[1].Grade = casualty.GradeWeak
	for _, tt := range []struct {
		name     string
		record   casualty.Record
		settings aggregate.Settings
		sheet    string
		key      string
		want     string // in words
		live     bool
	}{
		{"a grade that is not in the headline stands beside", graded, aggregate.Settings{Grades: []casualty.Grade{casualty.GradeFair}}, summarySheet, "killed", "18 to 22", true},
		{"a shared cap closes the total, which no formula can", sample.Four(), aggregate.Settings{Caps: []aggregate.Cap{{
			Question: aggregate.Question{Harm: casualty.Killed}, Over: []casualty.IncidentID{"i2", "i4"}, High: 25,
		}}}, summarySheet, "killed", "30 to 37", false},
		{"an incident counts in the month it began", sample.Four(), aggregate.Settings{}, monthsSheet, "2031-08", "3 to 7", true},
		{"a date known to the year is in no month", sample.Four(), aggregate.Settings{}, monthsSheet, "unallocated in 2031", "10", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book := open(t, parts(t, workbook(t, tt.record, Options{Settings: tt.settings})))
			s := book.sheet(tt.sheet)
			if got := cellAt(s.rows, tt.key, "In words"); got != tt.want {
				t.Errorf("%s says %q, want %q", tt.sheet, got, tt.want)
			}
			if live := strings.Contains(book.parts[s.part], "<f>"); live != tt.live {
				t.Errorf("the totals are formulas: %v, want %v", live, tt.live)
			}
		})
	}
}

func TestChangesSinceAReleaseAddUpToTheChangeOfTheTotal(t *testing.T) {
	before, after := sample.Four(), sample.Four()
	before.Incidents, before.Claims = before.Incidents[:3], before.Claims[:3]
	after.Claims[0].Count.N = 8 // was 5
	book := open(t, parts(t, workbook(t, after, Options{Since: &before, SinceName: "release of July"})))
	s := book.sheet(changesSheet)
	if s.cells["A2"].Inline != "Since: release of July." {
		t.Errorf("the sheet says %q", s.cells["A2"].Inline)
	}
	sum := 0
	for i, added := range s.column("Low added") {
		n := map[string]int{"3": 3, "10": 10, "13": 13}[added]
		if s.column("Incident")[i] == "" {
			if n != sum || sum != 13 || s.column("Before")[i] != "20 to 24 or more" || s.column("After")[i] != "33 to 37 or more" {
				t.Errorf("the total's row says %q to %q, %s added; its changes add to %d", s.column("Before")[i], s.column("After")[i], added, sum)
			}
		}
		sum += n
	}
	if causes := strings.Join(s.column("Cause"), " "); !strings.Contains(causes, "correction") || !strings.Contains(causes, "new_incident") {
		t.Errorf("the causes are %q", causes)
	}
}
