package exports

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"tollbook/casualty"
	"tollbook/internal/sample"
)

// secrets is a record with a marked secret in every place that a public output
// must not show, and the public words that it may.
func secrets() casualty.Record {
	m := sample.New()
	s := m.Source("Public Courier")
	hidden := m.Source("SECRET-source-name")
	m.Sources[1].Sensitivity, m.Sources[1].Address = casualty.Internal, "https://SECRET-source-address"
	m.Documents[1].Sensitivity, m.Documents[1].Name, m.Documents[1].Address = "", "SECRET-file.txt", "https://SECRET-address"
	m.Reports[0].Reader, m.Reports[0].Title = "SECRET researcher", "SECRET report title"
	named, unnamed := m.Origin("Mayor of Ostrel, with SECRET-alias-in-name", "SECRET-alias"), m.Origin("SECRET-origin")

	m.Incident("Market, where Secret-Masked lived", "2031-07-02")
	lat, lon := 12.987654, -45.123456
	in := &m.Incidents[0]
	in.Place = casualty.Place{Name: "SECRET street 5", Country: "XVA", Admin1: "Vareno", Admin2: "Lower Vareno", Precision: "exact", Lat: &lat, Lon: &lon}
	in.Notes = "SECRET note"
	in.Perpetrators = []casualty.Perpetrator{{Name: "SECRET person"}, {Name: "Northern Column", Party: true}}
	m.Claim(s, casualty.Killed, sample.Exactly(8), func(c *casualty.Claim) {
		c.Quote.Text, c.Quote.Masked = "eight died, SECRET-masked among them", []string{"Secret-Masked", "SECRET-alias-in-name"}
		c.Origin, c.Claimant, c.Place = named, "the mayor and secret-masked", "SECRET place as written"
	})
	m.Claim(hidden, casualty.Killed, sample.Word("SECRET words"), func(c *casualty.Claim) {
		c.Quote.Text, c.Quote.Released, c.Origin, c.Claimant, c.Case = "SECRET quote", false, unnamed, "SECRET claimant", "SECRET case"
		c.Quote.Sensitivity = casualty.Internal
	})
	m.Claim(s, casualty.Killed, sample.Exactly(9), func(c *casualty.Claim) {
		c.Erased, c.Quote.Consent, c.Quote.Text = "because SECRET asked", casualty.ConsentWithdrawn, "SECRET withdrawn"
	})
	m.Victims = []casualty.Victim{{ID: "v1", SealedName: "SECRET victim"}}
	m.Decisions = []casualty.Decision{{ID: "j1", Kind: "set_aside", Incident: "i1", Reason: "SECRET reason", By: "SECRET author", At: "2031-08-30"}}
	return m.Record
}

func TestNoPublicOutputShowsWhatIsProtected(t *testing.T) {
	record := secrets()
	for _, name := range []string{Public, Partner} {
		o := Options{Methods: methods(t, "envelope", "gtd"), Profile: name}
		outputs := parts(t, workbook(t, record, o))
		for _, out := range []struct {
			name string
			to   func(io.Writer) error
		}{
			{"json", func(w io.Writer) error { return JSON(w, record, o) }},
			{"hxl", func(w io.Writer) error { return HXL(w, record, o) }},
			{"geojson", func(w io.Writer) error { return GeoJSON(w, record, o) }},
			{"html", func(w io.Writer) error { return HTML(w, record, o) }},
			{"claims csv", func(w io.Writer) error { return CSV(w, record, o, "claims", true) }},
		} {
			outputs[out.name] = written(t, out.to)
		}
		for file, text := range parts(t, []byte(written(t, func(w io.Writer) error { return Package(w, record, o) }))) {
			outputs["package/"+file] = text
		}
		for part, text := range outputs {
			for _, bad := range []string{"secret", "12.98", "45.12"} {
				if i := strings.Index(strings.ToLower(text), bad); i >= 0 {
					t.Errorf("%s, %s: %.60q", name, part, text[max(i-20, 0):])
				}
			}
		}
		claims := outputs["claims csv"]
		for _, want := range []string{"eight died, [masked] among them", "Public Courier", record.Documents[0].SHA256} {
			if !strings.Contains(claims, want) {
				t.Errorf("%s: the claims do not show %q", name, want)
			}
		}
	}
	t.Run("the caches of charts and their alternative texts are searched too: they name the area", func(t *testing.T) {
		for _, folder := range []string{"xl/charts/", "xl/drawings/"} {
			found := false
			for part, text := range parts(t, workbook(t, record, Options{Profile: Public})) {
				found = found || strings.HasPrefix(part, folder) && strings.Contains(text, "Vareno")
			}
			if !found {
				t.Errorf("no part under %s names the area", folder)
			}
		}
	})
	t.Run("the internal workbook shows the notes, so that the search can find something", func(t *testing.T) {
		found := false
		for _, text := range parts(t, workbook(t, record, Options{})) {
			found = found || strings.Contains(text, "SECRET note")
			if strings.Contains(text, "SECRET victim") {
				t.Error("even the internal workbook must not name a victim")
			}
		}
		if !found {
			t.Error("the note is nowhere")
		}
	})
}

func TestFiguresAreTheSameInEveryProfile(t *testing.T) {
	want := tableOf(t, workbook(t, secrets(), Options{Profile: Internal}), figuresSheet)
	for _, profile := range []string{Partner, Public} {
		for i, row := range tableOf(t, workbook(t, secrets(), Options{Profile: profile}), figuresSheet) {
			if row["In words"] != want[i]["In words"] || row["Figure"] != want[i]["Figure"] {
				t.Errorf("%s: %s is %q, internally %q", profile, row["Figure"], row["In words"], want[i]["In words"])
			}
		}
	}
}

func TestSmallCountsCannotBeFoundBySubtracting(t *testing.T) {
	record := sample.Many(40)
	o := Options{Methods: methods(t, "envelope", "gtd"), Profile: Public, SmallCounts: 5}
	book := workbook(t, record, o)
	low, high := 0, 0
	for _, row := range tableOf(t, book, figuresSheet) {
		for _, heading := range []string{"Low", "Best", "High", "Highest", "Reported low", "Reported high"} {
			if n, err := strconv.Atoi(row[heading]); err == nil && n > 1 && n < 4 {
				t.Errorf("%s of %s is %d", heading, row["Figure"], n)
			}
		}
		if row["Question"] == "injured" {
			l, _ := strconv.Atoi(row["Low"])
			h, _ := strconv.Atoi(row["High"])
			low, high = low+l, high+h
		}
	}
	total := tableOf(t, book, summarySheet)[1]
	if total["Low"] != fmt.Sprint(low) || total["High"] != fmt.Sprint(high) {
		t.Errorf("the total is %s to %s, what is shown adds to %d to %d: the rest could be found by subtracting", total["Low"], total["High"], low, high)
	}
	for _, row := range tableOf(t, book, claimsSheet) {
		for _, small := range []string{"2", "3", "2 to 5", "at least 2", "at least 3"} {
			if row["As worded"] == small {
				t.Errorf("claim %s is worded %q", row["Claim"], small)
			}
		}
	}
	t.Run("a change from 5 to 6 between two releases cannot be seen where 12 is the smallest number shown", func(t *testing.T) {
		o.SmallCounts = 12
		before, later := workbook(t, sample.Four(), o), sample.Four()
		later.Claims[0].Count.N = 6 // was 5
		for _, sheet := range []string{summarySheet, figuresSheet, claimsSheet} {
			before, after := tableOf(t, before, sheet), tableOf(t, workbook(t, later, o), sheet)
			for i := range before {
				for heading := range before[i] {
					if before[i][heading] != after[i][heading] {
						t.Errorf("%s row %d: %s changed from %q to %q", sheet, i, heading, before[i][heading], after[i][heading])
					}
				}
			}
		}
	})
}
