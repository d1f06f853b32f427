package aggregate

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tollbook/casualty"
)

// testData is a folder of data that others published; it does not come with the
// program.
func testData(t *testing.T, parts ...string) string {
	t.Helper()
	root := os.Getenv("TOLLBOOK_TESTDATA")
	if root == "" {
		t.Skip("TOLLBOOK_TESTDATA names no folder of published data")
	}
	return filepath.Join(append([]string{root, "data"}, parts...)...)
}

// A bulletin is a day of the published series: numbers as the ministry gave them,
// and those that the publisher of the series worked out.
type bulletin struct {
	Date     casualty.Day `json:"report_date"`
	Killed   *int         `json:"killed"`
	Total    *int         `json:"killed_cum"`
	Extended *int         `json:"ext_killed"`
	ExtTotal *int         `json:"ext_killed_cum"`
}

func bulletins(t *testing.T) []bulletin {
	t.Helper()
	data, err := os.ReadFile(testData(t, "gaza-daily-by-source", "casualties_daily.json"))
	if err != nil {
		t.Fatal(err)
	}
	var days []bulletin
	if err := json.Unmarshal(data, &days); err != nil {
		t.Fatal(err)
	}
	return days
}

func TestPublishedRunningTotals(t *testing.T) {
	var reported, extended Series
	for _, b := range bulletins(t) {
		reported = append(reported, Reading{Day: b.Date, Total: b.Total, Daily: b.Killed})
		extended = append(extended, Reading{Day: b.Date, Total: b.ExtTotal, Daily: b.Extended})
	}
	checked := reported.Check()

	t.Run("the checker names the days whose number is not the step of the total", func(t *testing.T) {
		want := []casualty.Day{"2023-12-05", "2023-12-08", "2023-12-09", "2024-01-12", "2024-01-16", "2024-08-27", "2024-08-28"}
		if got := daysWith(checked, Mismatch); !slices.Equal(got, want) {
			t.Errorf("days %v, want %v", got, want)
		}
	})
	t.Run("the days on which the two series differ are named", func(t *testing.T) {
		want := []casualty.Day{"2023-12-05", "2023-12-08", "2023-12-09", "2023-12-18", "2023-12-22", "2024-01-12", "2024-01-16"}
		if got := reported.DiffersFrom(extended); !slices.Equal(got, want) {
			t.Errorf("days %v, want %v", got, want)
		}
	})
	t.Run("the daily numbers of the extended series add up to its last total, 73,419", func(t *testing.T) {
		sum := 0
		for _, r := range extended {
			sum += *r.Daily
		}
		if last := *extended[len(extended)-1].Total; sum != 73419 || last != 73419 {
			t.Errorf("sum %d, last total %d, want 73419", sum, last)
		}
	})
	t.Run("the total never falls", func(t *testing.T) {
		if days := daysWith(checked, Fall); len(days) > 0 {
			t.Errorf("it falls on %v", days)
		}
	})
	t.Run("every day without a total or a number is filled and marked, or named as having none", func(t *testing.T) {
		missing := 0
		for i, r := range reported {
			missing += count(i > 0 && (r.Total == nil || r.Daily == nil))
		}
		if got := len(checked.Filled) + len(daysWith(checked, NoTotalRead)); got < missing {
			t.Errorf("%d filled or named, %d missing", got, missing)
		}
	})
}

func daysWith(c Checked, code FindingCode) []casualty.Day {
	var days []casualty.Day
	for _, f := range c.Findings {
		if f.Code == code {
			days = append(days, f.Day)
		}
	}
	return days
}
