package exports

import (
	"testing"

	"tollbook/aggregate"
	"tollbook/internal/sample"
)

func TestTheWorkbookSaysWhatItsTotalsDoNotKnow(t *testing.T) {
	told := map[[2]string]string{}
	for _, row := range tableOf(t, workbook(t, sample.Disputed(), Options{}), panelSheet) {
		told[[2]string{row["Question"], row["Measure"]}] = row["Number"]
	}
	for _, tt := range []struct{ about, measure, want, why string }{
		{"killed", "incidents", "4", "each incident is asked for the killed"},
		{"killed", "without_a_claim", "0", "every incident has a claim on the killed"},
		{"missing", "without_a_claim", "3", "no claim of the other three speaks of the missing"},
		{"killed", "without_a_figure", "1", "the road, of which nothing but silence is known"},
		{"killed", "date_day", "2", "the square and the depot"},
		{"killed", "date_month", "1", "the water works"},
		{"killed", "date_not_stated", "1", "the road"},
		{"killed", "date_year", "0", "none, which is a count and no unknown"},
		{"injured", "without_a_floor", "2", "“up to 20”, and killed or injured undivided"},
		{"injured", "ten_widest_percent", "100", "there are no more than ten"},
		{"missing", "open_above", "1", "“there were some” has no upper bound"},
		{"missing", "one_origin", "1", "one origin alone"},
		{"missing", "ten_widest_percent", "", "an open figure has no width to hold a share of"},
		{"the whole record", "unconfirmed_claims", "1", "one claim is suggested"},
		{"the whole record", "unlinked_claims", "1", "one names no incident"},
		{"the whole record", "apart_claims", "1", "one is a running total"},
	} {
		if got, ok := told[[2]string{tt.about, tt.measure}]; !ok || got != tt.want {
			t.Errorf("%s, %s: %q (there: %v), want %q: %s", tt.about, tt.measure, got, ok, tt.want, tt.why)
		}
	}
	for _, item := range aggregate.PanelItems() {
		if _, ok := told[[2]string{"killed", item.Code}]; !ok {
			t.Errorf("%s is in the panel of a total and not in the workbook", item.Code)
		}
	}
}
