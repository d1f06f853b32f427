package casualty_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tollbook/casualty"
)

// anyDay draws dates of every precision.
var anyDay = rapid.Custom(func(t *rapid.T) casualty.Day {
	first := time.Date(rapid.IntRange(1990, 2030).Draw(t, "year"), 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 365).Draw(t, "day"))
	last := first.AddDate(0, 0, rapid.IntRange(1, 100).Draw(t, "days"))
	return rapid.SampledFrom([]casualty.Day{
		"", casualty.DayOf(first), casualty.Day(first.Format("2006-01")), casualty.Day(first.Format("2006")),
		casualty.DayOf(first) + "/" + casualty.DayOf(last),
	}).Draw(t, "date")
})

var anyMoment = rapid.Custom(func(t *rapid.T) casualty.Moment {
	day := anyDay.Draw(t, "date")
	if day.Precision() != casualty.ToDay {
		return casualty.Moment(day)
	}
	clock := fmt.Sprintf("T%02d:%02d", rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"))
	seconds := rapid.SampledFrom([]string{"", ":07"}).Draw(t, "seconds")
	offset := rapid.SampledFrom([]string{"", "Z", "+03:00", "-05:30"}).Draw(t, "offset")
	return casualty.Moment(string(day) + rapid.SampledFrom([]string{"", clock + seconds + offset}).Draw(t, "clock"))
})

func TestDayRoundTrips(t *testing.T) {
	t.Run("a date reads back as the same date", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			want := anyDay.Draw(t, "date")
			data, err := json.Marshal(want)
			if err != nil {
				t.Fatal(err)
			}
			var got casualty.Day
			if err := json.Unmarshal(data, &got); err != nil || got != want {
				t.Fatalf("%s reads back as %q (%v), want %q", data, got, err, want)
			}
		})
	})
	t.Run("a moment reads back as the same moment", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			want := anyMoment.Draw(t, "moment")
			data, err := json.Marshal(want)
			if err != nil {
				t.Fatal(err)
			}
			var got casualty.Moment
			if err := json.Unmarshal(data, &got); err != nil || got != want {
				t.Fatalf("%s reads back as %q (%v), want %q", data, got, err, want)
			}
		})
	})
	t.Run("comparing two moments the other way round gives the opposite", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			a, b := anyMoment.Draw(t, "a"), anyMoment.Draw(t, "b")
			forth, known1 := a.Compare(b)
			back, known2 := b.Compare(a)
			if known1 != known2 || forth != -back {
				t.Fatalf("%q, %q: %d %v; the other way %d %v", a, b, forth, known1, back, known2)
			}
		})
	})
}

func TestDayEnds(t *testing.T) {
	for _, tt := range []struct{ day, first, last casualty.Day }{
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2023", "2023-01-01", "2023-12-31"},
		{"2024-07-08", "2024-07-08", "2024-07-08"},
		{"2024-07-30/2024-08-02", "2024-07-30", "2024-08-02"},
		{"", "", ""},
	} {
		t.Run("“"+string(tt.day)+"” runs from its first to its last day", func(t *testing.T) {
			if first, last := tt.day.First(), tt.day.Last(); first != tt.first || last != tt.last {
				t.Errorf("from %q to %q, want %q to %q", first, last, tt.first, tt.last)
			}
		})
	}
}

func TestDayIsACalendars(t *testing.T) {
	t.Run("a text of a date's form is a day where the calendar has it", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			text := fmt.Sprintf("%04d-%02d-%02d", rapid.IntRange(1, 9999).Draw(t, "year"), rapid.IntRange(0, 13).Draw(t, "month"), rapid.IntRange(0, 32).Draw(t, "day"))
			want, wantErr := time.Parse(time.DateOnly, text)
			day, err := casualty.ParseDay(text)
			if (err == nil) != (wantErr == nil) {
				t.Fatalf("%s reads as %q (%v), the calendar says %v", text, day, err, wantErr)
			}
			if n, last, ok := day.Numbers(); err == nil && (!ok || int64(n) != want.Unix()/86400 || last != n) {
				t.Fatalf("%s is day %d to %d (%v) from 1970, want %d", text, n, last, ok, want.Unix()/86400)
			}
		})
	})
	for _, tt := range []struct {
		day         casualty.Day
		first, last int
		stated      bool
	}{
		{"", 0, 0, false},
		{"1970", 0, 364, true},
		{"1972-02", 761, 789, true},
		{"1970-01-02/1970-01-05", 1, 4, true},
	} {
		t.Run("“"+string(tt.day)+"” has the numbers of its first and last day", func(t *testing.T) {
			if first, last, ok := tt.day.Numbers(); first != tt.first || last != tt.last || ok != tt.stated {
				t.Errorf("%d to %d (%v), want %d to %d (%v)", first, last, ok, tt.first, tt.last, tt.stated)
			}
		})
	}
}

func TestParseDayRefuses(t *testing.T) {
	for _, text := range []string{"2024-02-30", "2024-13", "08.07.2024", "2024-7-8", "2024-07-10/2024-07-08", "2024-07/2024-08", "0000", "yesterday", "2024-07-08T10:00"} {
		t.Run(text, func(t *testing.T) {
			if day, err := casualty.ParseDay(text); err == nil {
				t.Errorf("reads as %q, want an error", day)
			}
		})
	}
}

func TestDayCompare(t *testing.T) {
	for _, tt := range []struct {
		name  string
		a, b  casualty.Day
		order int
		known bool
	}{
		{"a day comes after the day before", "2024-07-09", "2024-07-08", 1, true},
		{"a month does not come after a day in it", "2024-07", "2024-07-31", 0, true},
		{"a month comes after a day of the month before", "2024-07", "2024-06-30", 1, true},
		{"a span comes after what ended before it", "2024-07-08/2024-07-10", "2024-07-07", 1, true},
		{"a span and a day in it have no known order", "2024-07-08/2024-07-10", "2024-07-09", 0, false},
		{"a date that is not stated has no order", "", "2024-07-09", 0, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if order, known := tt.a.Compare(tt.b); order != tt.order || known != tt.known {
				t.Errorf("%d, %v; want %d, %v", order, known, tt.order, tt.known)
			}
		})
	}
}

func TestDayOverlaps(t *testing.T) {
	for _, tt := range []struct {
		name string
		a, b casualty.Day
		want bool
	}{
		{"a day overlaps its month", "2024-07-08", "2024-07", true},
		{"the last day of a span is in it", "2024-07-08/2024-07-10", "2024-07-10", true},
		{"the day after a span is not", "2024-07-08/2024-07-10", "2024-07-11", false},
		{"what is not stated overlaps nothing", "", "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.a.Overlaps(tt.b); got != tt.want {
				t.Errorf("overlaps: %v, want %v", got, tt.want)
			}
			if got := tt.b.Overlaps(tt.a); got != tt.want {
				t.Errorf("the other way: %v, want %v", got, tt.want)
			}
		})
	}
}

func TestMomentCompare(t *testing.T) {
	for _, tt := range []struct {
		name  string
		a, b  casualty.Moment
		order int
		known bool
	}{
		{"clock times with offsets compare as instants", "2025-07-01T12:00Z", "2025-07-01T14:00+03:00", 1, true},
		{"clock times without offsets compare as written", "2025-07-01T12:00", "2025-07-01T14:00", -1, true},
		{"a clock time and a day compare as days", "2025-07-01T23:00Z", "2025-07-01", 0, true},
		{"an offset on one side only leaves the days", "2025-07-01T23:00Z", "2025-07-01T01:00", 0, true},
		{"what is not stated has no order", "", "2025-07-01", 0, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if order, known := tt.a.Compare(tt.b); order != tt.order || known != tt.known {
				t.Errorf("%d, %v; want %d, %v", order, known, tt.order, tt.known)
			}
		})
	}
}
