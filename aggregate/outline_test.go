package aggregate

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tollbook/casualty"
)

func TestOutlineProperties(t *testing.T) {
	t.Run("totals and panels made of outlines, in parts and in any order, are those made of the claims", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			s := anyState.Draw(t, "state")
			s.Settings.Periods = rapid.SampledFrom([]PeriodRule{Start, Spans, Dealt}).Draw(t, "periods")
			by := rapid.SampledFrom([][]By{nil, {ByMonth, ByAdmin1}, {ByPopulation}, {ByPerpetrator}, {BySource, ByYear}}).Draw(t, "by")
			outlinesAddUp(t, s, by)
		})
	})
	t.Run("so is what is dealt over two months, in the order of the incidents", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			s := anyState.Draw(t, "state")
			s.Settings.Periods = Dealt
			for i := range s.Record.Incidents {
				s.Record.Incidents[i].Day = "2025-03-30/2025-04-02"
			}
			outlinesAddUp(t, s, []By{ByMonth})
		})
	})
	t.Run("an outline of any bytes is read or refused", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			row := append([]byte{OutlineVersion}, rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")...)
			if o, err := new(OutlineReader).Read(row); err != nil && len(o.Figures) > 0 {
				t.Fatal("figures of an outline that was refused")
			}
		})
	})
}

// outlinesAddUp holds the sum of a state's outlines, as the book keeps them, to that of
// its claims.
func outlinesAddUp(t *rapid.T, s State, by []By) {
	for i := range s.Record.Incidents {
		drawPlace(t, &s.Record.Incidents[i])
	}
	parts := []*Summing{NewSumming(s.Method, s.Settings, by...), NewSumming(s.Method, s.Settings, by...)}
	reader := new(OutlineReader)
	for _, incident := range rapid.Permutation(s.Record.Incidents).Draw(t, "order") {
		on := recordOn(s.Record, incident.ID)
		o, err := reader.Read(OutlineOf(on, s.Method, s.Settings).Append(nil))
		if err != nil {
			t.Fatal(err)
		}
		if o.Unsettled {
			o.Figures = Tabulate(on, s.Method, s.Settings).Figures
		}
		rapid.SampledFrom(parts).Draw(t, "part").Add(o)
	}
	parts[0].Join(parts[1])
	want := SummaryOf(Tabulate(s.Record, s.Method, s.Settings), by...)
	if got := parts[0].Summary(); summaryText(got) != summaryText(want) {
		t.Fatalf("the outlines give\n%s\nthe claims\n%s", summaryText(got), summaryText(want))
	}
}

// summaryText is what a summary says of figures, without the claims that enter none.
func summaryText(s Summary) string {
	s.Method, s.Settings, s.Unconfirmed, s.Unlinked, s.Apart = Method{}, Settings{}, 0, 0, 0
	return asJSON([]any{s.Incidents, s.Dealt, s.Rows, s.Whole, s.Beside}) + panelText(s.Rows) + panelText(s.Whole) + panelText(s.Beside)
}

// panelText is what of a panel its JSON does not show.
func panelText(totals []Total) string {
	text := ""
	for _, t := range totals {
		text += asJSON([]any{t.Panel.Days(), t.Panel.Places(), t.Panel.Widest()})
	}
	return text
}

// recordOn is what of a record speaks of one incident.
func recordOn(r casualty.Record, id casualty.IncidentID) casualty.Record {
	r.Incidents = slices.DeleteFunc(slices.Clone(r.Incidents), func(i casualty.Incident) bool { return i.ID != id })
	r.Claims = slices.DeleteFunc(slices.Clone(r.Claims), func(c casualty.Claim) bool { return c.Incident != id })
	return r
}

func TestOutlinesThatTimeAloneChanges(t *testing.T) {
	for _, row := range []struct {
		name  string
		claim casualty.Claim
		want  bool
	}{
		{"a claim withdrawn yesterday", casualty.Claim{Known: "2025-03-01", RetractedAt: "2025-03-02", Status: casualty.Retracted}, false},
		{"a claim whose withdrawal is dated tomorrow", casualty.Claim{Known: "2025-03-01", RetractedAt: "2025-03-05", Status: casualty.Retracted}, true},
		{"a claim withdrawn at some time of this day, which is not later", casualty.Claim{Known: "2025-03-01", RetractedAt: "2025-03-03", Status: casualty.Retracted}, false},
	} {
		t.Run(row.name, func(t *testing.T) {
			c := row.claim
			c.ID, c.Incident, c.Harm, c.Count = "c1", "i1", casualty.Killed, casualty.Count{Qualifier: casualty.Exact, N: 3}
			r := casualty.Record{Incidents: []casualty.Incident{{ID: "i1"}}, Claims: []casualty.Claim{c}}
			o := OutlineOf(r, envelope, Settings{AsOf: "2025-03-03T10:00:00Z"})
			if o.Unsettled != row.want || o.Unsettled && len(o.Figures) > 0 {
				t.Errorf("unsettled %v with %d figures, want %v", o.Unsettled, len(o.Figures), row.want)
			}
		})
	}
}

func drawPlace(t *rapid.T, i *casualty.Incident) {
	i.Day = rapid.SampledFrom([]casualty.Day{"", "2025-03-01", "2025-01-30/2025-02-02", "2025"}).Draw(t, "day")
	i.Place.Admin1 = rapid.SampledFrom([]string{"", "north"}).Draw(t, "place")
	if rapid.Bool().Draw(t, "two perpetrators") {
		i.Perpetrators = []casualty.Perpetrator{{Name: "A"}, {Name: "B"}}
	}
}
