package casualty_test

import (
	"encoding/json"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"tollbook/casualty"
)

// anyCount draws counts of every qualifier that the text form can say.
var anyCount = rapid.Custom(func(t *rapid.T) casualty.Count {
	c := casualty.Count{Qualifier: rapid.SampledFrom(append([]casualty.Qualifier{""}, casualty.Qualifiers...)).Draw(t, "qualifier")}
	n := rapid.OneOf(rapid.IntRange(0, 50), rapid.IntRange(0, casualty.MaxPeople)).Draw(t, "n")
	switch c.Qualifier {
	case casualty.Vague:
		c.Word = rapid.SampledFrom([]string{"dozens", "several", "hundreds", "some"}).Draw(t, "word")
	case casualty.None:
		c.Word = rapid.SampledFrom([]string{casualty.Denied, casualty.NotReported}).Draw(t, "word")
	case casualty.BetweenN:
		c.N, c.N2 = n, rapid.IntRange(n, casualty.MaxPeople).Draw(t, "n2")
	case "", casualty.Unspecified:
	default:
		c.N = n
	}
	if _, counted := c.Number(); counted || c.Qualifier == casualty.Vague {
		c.Unit = rapid.SampledFrom([]casualty.Unit{"", casualty.Families}).Draw(t, "unit")
	}
	return c
})

func TestCountRoundTrips(t *testing.T) {
	t.Run("what a count says reads back as the same count", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			want := anyCount.Draw(t, "count")
			if got, err := casualty.ParseCount(want.String()); err != nil || got != want {
				t.Fatalf("%q reads back as %+v (%v), want %+v", want, got, err, want)
			}
		})
	})
	t.Run("the JSON of a count reads back as the same count", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			want := anyCount.Draw(t, "count")
			want.Language = rapid.SampledFrom([]string{"", "uk", "ar"}).Draw(t, "language")
			if !want.Stated() {
				want.Language = ""
			}
			data, err := json.Marshal(want)
			if err != nil {
				t.Fatal(err)
			}
			var got casualty.Count
			if err := json.Unmarshal(data, &got); err != nil || got != want {
				t.Fatalf("%s reads back as %+v (%v), want %+v", data, got, err, want)
			}
		})
	})
}

func TestParseCount(t *testing.T) {
	for _, tt := range []struct {
		text string
		want casualty.Count
	}{
		{"12", casualty.Count{Qualifier: casualty.Exact, N: 12}},
		{" At least  1,200 ", casualty.Count{Qualifier: casualty.AtLeastN, N: 1200}},
		{"more than 12", casualty.Count{Qualifier: casualty.MoreThan, N: 12}},
		{"up to 12", casualty.Count{Qualifier: casualty.UpTo, N: 12}},
		{"about 12", casualty.Count{Qualifier: casualty.About, N: 12}},
		{"3 to 7", casualty.Count{Qualifier: casualty.BetweenN, N: 3, N2: 7}},
		{"dozens", casualty.Count{Qualifier: casualty.Vague, Word: "dozens"}},
		{"none", casualty.Count{Qualifier: casualty.None, Word: casualty.Denied}},
		{"none reported", casualty.Count{Qualifier: casualty.None, Word: casualty.NotReported}},
		{"stated without a number", casualty.Count{Qualifier: casualty.Unspecified}},
		{"3 families", casualty.Count{Qualifier: casualty.Exact, N: 3, Unit: casualty.Families}},
		{"0", casualty.Count{Qualifier: casualty.Exact}},
		{"", casualty.Count{}},
	} {
		t.Run("“"+tt.text+"” is read as worded", func(t *testing.T) {
			if got, err := casualty.ParseCount(tt.text); err != nil || got != tt.want {
				t.Errorf("read as %+v (%v), want %+v", got, err, tt.want)
			}
		})
	}
	for _, text := range []string{"12-", "-3", "7 to 3", "1,20", "12.5", "twelve", "dozns", "at least", "at least dozens", "2000000000", "none families", "3 to", "n/a"} {
		t.Run("“"+text+"” is refused with what is wanted", func(t *testing.T) {
			got, err := casualty.ParseCount(text)
			var problem *casualty.Problem
			if !errors.As(err, &problem) || problem.Want == "" {
				t.Errorf("read as %+v (%v), want a problem", got, err)
			}
		})
	}
}

func TestCountJSONNeverReadsAnUnknownAsZero(t *testing.T) {
	for _, text := range []string{
		`{"qualifier":"exact","n":null,"n2":null,"word":null}`,
		`{"qualifier":"between","n":3,"n2":null,"word":null}`,
		`{"qualifier":"vague","n":0,"n2":null,"word":"dozens"}`,
		`{"qualifier":"none","n":null,"n2":null,"word":null}`,
		`{"qualifier":"perhaps","n":3,"n2":null,"word":null}`,
	} {
		t.Run(text+" is refused", func(t *testing.T) {
			var c casualty.Count
			if err := json.Unmarshal([]byte(text), &c); err == nil {
				t.Errorf("read as %+v, want an error", c)
			}
		})
	}
}
