package mapping

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tollbook/ingest/table"
)

func TestDatesAsPeopleWriteThem(t *testing.T) {
	for _, tt := range []struct{ cell, order, want string }{
		{"2024-07-08", "", "2024-07-08"}, {"2024/7/8", "", "2024-07-08"}, {"2024-07-08T23:59:00.000+14:00", "", "2024-07-08"}, {"2002-11-03T00:00:00.000Z", "", "2002-11-03"},
		{"2024-07", "", "2024-07"}, {"2024", "", "2024"}, {"2010/3/0", "", "2010-03"}, {"2010/0/0", "", "2010"},
		{"8 July 2024", "", "2024-07-08"}, {"8th Jul 2024", "", "2024-07-08"}, {"July 8, 2024", "", "2024-07-08"}, {"Mon, 8 July 2024", "", "2024-07-08"}, {"July 2024", "", "2024-07"}, {"8-Jul-2024", "", "2024-07-08"},
		{"08/07/2024", DayFirst, "2024-07-08"}, {"08/07/2024", MonthFirst, "2024-08-07"}, {"7/7/2024", "", "2024-07-07"}, {"٠٨/٠٧/٢٠٢٤", DayFirst, "2024-07-08"},
		{"2024-07-08/2024-07-10", "", "2024-07-08/2024-07-10"}, {"8-10 July 2024", "", "2024-07-08/2024-07-10"}, {"8/7/2024 - 10/7/2024", DayFirst, "2024-07-08/2024-07-10"}, {"2024-07-08 to 2024-07-10", "", "2024-07-08/2024-07-10"},
		{"45481", Serial, "2024-07-08"}, {"", "", ""}, {"unknown", "", ""},
	} {
		if day, p := readDate(text(tt.cell), tt.order); p != nil || string(day) != tt.want {
			t.Errorf("%q (%s) is %q (%v), want %q", tt.cell, tt.order, day, p, tt.want)
		}
	}
	for _, tt := range []struct{ cell, order, speaks string }{
		{"08/07/24", DayFirst, "four digits"}, {"8-Jul-24", "", "four digits"}, {"4-Mar", "", "no year"}, {"31/02/2024", DayFirst, "a date such as"}, {"13/01/2024", MonthFirst, "a date such as"},
		{"45481", "", "serial"}, {"soon", "", "a date such as"}, {"08/07/2024", "", "a date such as"}, {"2024-07-10/2024-07-08", "", "a date such as"},
	} {
		cell := text(tt.cell)
		if tt.speaks == "serial" {
			cell.Kind = table.Number
		}
		if day, p := readDate(cell, tt.order); p == nil || !strings.Contains(p.Want, tt.speaks) {
			t.Errorf("%q (%s) is %q, %v; want a problem that speaks of %q", tt.cell, tt.order, day, p, tt.speaks)
		}
	}
}

func TestEveryDayOfAYearInBothOrdersIsExact(t *testing.T) {
	for day := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() == 2024; day = day.AddDate(0, 0, 1) {
		for layout, order := range map[string]string{"02/01/2006": DayFirst, "01/02/2006": MonthFirst, "2.1.2006": DayFirst, "1-2-2006": MonthFirst} {
			cell := text(day.Format(layout))
			if got, p := readDate(cell, order); p != nil || string(got) != day.Format("2006-01-02") {
				t.Errorf("%s (%s) is %s (%v)", cell.Text, order, got, p)
			}
		}
	}
}

func TestAColumnTellsItsOrderOrAsks(t *testing.T) {
	for _, tt := range []struct {
		name  string
		cells []string
		want  string // empty: it asks
	}{
		{"a day above 12 shows that the day is first", []string{"01/02/2024", "13/02/2024"}, DayFirst},
		{"a second number above 12 shows that the month is first", []string{"01/02/2024", "02/13/2024"}, MonthFirst},
		{"an end of a span shows it too", []string{"01/02/2024 - 14/02/2024"}, DayFirst},
		{"nothing shows it", []string{"01/02/2024", "03/04/2024"}, ""},
		{"both are shown", []string{"13/02/2024", "02/13/2024"}, ""},
		{"cells that are dates beside dates typed as text", []string{"=2024-02-01", "13/02/2024"}, ""},
		{"dates that read the same both ways", []string{"01/01/2024", "2/2/2024"}, "none"},
		{"dates with the year first", []string{"2024-02-01"}, "none"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var o orderFinder
			for i, c := range tt.cells {
				cell := text(c)
				if stored, ok := strings.CutPrefix(c, "="); ok {
					cell = table.Cell{Text: stored, Kind: table.Date}
				}
				o.look(cell, func() string { return fmt.Sprintf("A%d", i+2) })
			}
			order, err := o.order("Date")
			if tt.want == "" {
				if !asksForOrder(err) {
					t.Errorf("it took %q (%v), want it to ask for --date-order", order, err)
				}
				return
			}
			if want := strings.TrimSuffix(tt.want, "none"); err != nil || order != want {
				t.Errorf("order %q (%v), want %q", order, err, want)
			}
		})
	}
}
