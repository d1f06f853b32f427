package casualty_test

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"tollbook/casualty"
)

// anyRange draws ranges of every kind, the one that is not stated included.
var anyRange = rapid.Custom(func(t *rapid.T) casualty.Range {
	low := rapid.IntRange(0, 5000).Draw(t, "low")
	top := low + rapid.IntRange(0, 5000).Draw(t, "width")
	return rapid.SampledFrom([]casualty.Range{
		{}, casualty.Exactly(low), casualty.Between(low, top), casualty.AtLeast(low), casualty.AtLeastUpTo(low, top), casualty.AtMost(top), casualty.NoBound(top),
	}).Draw(t, "range")
})

func TestRangeRoundTrips(t *testing.T) {
	t.Run("the short form of a range reads back as the same range", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			want := anyRange.Draw(t, "range")
			text, err := want.MarshalText()
			if err != nil {
				t.Fatal(err)
			}
			if got, err := casualty.ParseRange(string(text)); err != nil || got != want {
				t.Fatalf("%q reads back as %v (%v), want %v", text, got, err, want)
			}
		})
	})
	t.Run("the JSON of a range reads back as the same range", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			want := anyRange.Draw(t, "range")
			data, err := json.Marshal(want)
			if err != nil {
				t.Fatal(err)
			}
			var got casualty.Range
			if err := json.Unmarshal(data, &got); err != nil || got != want {
				t.Fatalf("%s reads back as %v (%v), want %v", data, got, err, want)
			}
		})
	})
}

func TestRangeJSONRefusesContradictions(t *testing.T) {
	for _, tt := range []struct{ name, json string }{
		{"a high beside an open end", `{"low":1,"high":2,"open":true,"highest":2}`},
		{"a low above the high", `{"low":3,"high":2,"open":false,"highest":2}`},
		{"a low below 0", `{"low":-1,"high":2,"open":false,"highest":2}`},
		{"no number at all", `{"low":null,"high":null,"open":false,"highest":null}`},
		{"a highest number that is not the high", `{"low":1,"high":2,"open":false,"highest":3}`},
	} {
		t.Run(tt.name+" is refused", func(t *testing.T) {
			var r casualty.Range
			if err := json.Unmarshal([]byte(tt.json), &r); err == nil {
				t.Errorf("%s reads as %v, want an error", tt.json, r)
			}
		})
	}
}

func TestRangeAdd(t *testing.T) {
	var none casualty.Range
	for _, tt := range []struct {
		name       string
		a, b, want casualty.Range
		ok         bool
	}{
		{"lows and highs are added apart", casualty.Between(3, 7), casualty.Exactly(5), casualty.Between(8, 12), true},
		{"an open part leaves the sum open", casualty.AtLeast(12), casualty.Exactly(5), casualty.AtLeast(17), true},
		{"a part without a floor adds to the high only", casualty.AtMost(20), casualty.Exactly(5), casualty.Between(5, 25), true},
		{"two parts without a floor have none", casualty.AtMost(20), casualty.AtMost(5), casualty.AtMost(25), true},
		{"a part without any bound leaves another's floor, and the sum open", casualty.NoBound(9), casualty.Exactly(5), casualty.AtLeastUpTo(5, 14), true},
		{"without a floor anywhere and open anywhere nothing is bounded", casualty.AtMost(20), casualty.NoBound(5), casualty.NoBound(25), true},
		{"a reported zero adds nothing and is stated", casualty.Exactly(0), casualty.Exactly(5), casualty.Exactly(5), true},
		{"what is not stated gives no sum", none, casualty.Exactly(5), none, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, order := range [][2]casualty.Range{{tt.a, tt.b}, {tt.b, tt.a}} {
				if got, ok := order[0].Add(order[1]); got != tt.want || ok != tt.ok {
					t.Errorf("%v + %v = %v, %v; want %v, %v", order[0], order[1], got, ok, tt.want, tt.ok)
				}
			}
		})
	}
}

func TestRangeInWords(t *testing.T) {
	for want, r := range map[string]casualty.Range{
		"12": casualty.Exactly(12), "3 to 7": casualty.Between(3, 7), "1,200 or more": casualty.AtLeast(1200),
		"5 to 12 or more": casualty.AtLeastUpTo(5, 12), "up to 20": casualty.AtMost(20), "no floor stated, no upper bound": casualty.NoBound(20), "not stated": {},
	} {
		t.Run(want+" is said so", func(t *testing.T) {
			if got := r.String(); got != want {
				t.Errorf("said as %q, want %q", got, want)
			}
		})
	}
}

func TestRangeCompare(t *testing.T) {
	order := []casualty.Range{{}, casualty.AtMost(3), casualty.Between(2, 3), casualty.Exactly(3), casualty.AtLeast(3), casualty.Between(3, 4)}
	for i, a := range order {
		for j, b := range order {
			t.Run("ranges have one order: "+a.String()+" and "+b.String(), func(t *testing.T) {
				if got, want := sign(a.Compare(b)), sign(i-j); got != want {
					t.Errorf("compare %v with %v: %d, want %d", a, b, got, want)
				}
			})
		}
	}
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}
