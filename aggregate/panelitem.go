package aggregate

import (
	"fmt"
	"slices"

	"tollbook/casualty"
)

// An Item is one count of a [Panel], with the code and the words by which every output
// calls it.
type Item struct {
	Code, Words string
	N           int
}

// Items are what a panel counts, in the order of all outputs; [Panel.Precisions] and
// [Panel.Widest] stand after them.
func (p Panel) Items() []Item {
	return []Item{
		{"without_a_figure", "without a figure", p.Unknown},
		{"without_a_floor", "without a floor", p.NoFloor},
		{"open_above", "open above", p.NoCeiling},
		{"one_origin", "resting on one origin", p.OneOrigin},
		{"learnt_late", fmt.Sprintf("learnt more than %d days late", LateDays), p.LearntLate},
		{"on_a_decision", "resting on a decision", p.Decided},
		{"on_an_unsigned_decision", "of these on one that no second person signed", p.Unsigned},
		{"waiting_for_a_signature", "on which a decision waits for a signature", p.Waiting},
	}
}

// Precisions count the incidents by how well their date is known and by how well their
// place is, the best first, those of which there is none included.
func (p Panel) Precisions() []Item {
	items := make([]Item, 0, len(p.days)+len(p.places))
	for i, precision := range dayPrecisions {
		items = append(items, Item{"date_" + orNotStated(precision), dayWords[precision], int(p.days[i])})
	}
	for i, precision := range placePrecisions {
		items = append(items, Item{"place_" + orNotStated(precision), placeWords[precision], int(p.places[i])})
	}
	return items
}

func orNotStated[P ~string](precision P) string {
	if precision == "" {
		return "not_stated"
	}
	return string(precision)
}

var (
	dayWords = map[casualty.Precision]string{
		casualty.ToDay: "date known to the day", casualty.ToSpan: "date known to a span of days", casualty.ToMonth: "date known to the month",
		casualty.ToYear: "date known to the year", "": "date not stated",
	}
	placeWords = map[casualty.PlacePrecision]string{
		"exact": "place known exactly", "settlement": "place known to the settlement", "admin2": "place known to the second-level unit",
		"admin1": "place known to the first-level unit", "country": "place known to the country", "": "place not stated",
	}
)

// HasWidth tells whether any figure of the total has a range that is not open and not
// one number, of which [Panel.Widest] can hold a share.
func (p Panel) HasWidth() bool { return p.widths.all > 0 }

// PanelItems are the items of a panel that has counted nothing: the codes and words
// of all.
func PanelItems() []Item { return slices.Concat(Panel{}.Items(), Panel{}.Precisions()) }
