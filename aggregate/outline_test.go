package aggregate

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tollbook/casualty"
)

func TestOutlineProperties(t *testing.T) {
	t.Run("totals and panels made of outlines are those made of the claims", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			s := anyState.Draw(t, "state")
			s.Settings.Periods = rapid.SampledFrom([]PeriodRule{Start, Spans, Dealt}).Draw(t, "periods")
			for i := range s.Record.Incidents {
				drawPlace(t, &s.Record.Incidents[i])
			}
			by := rapid.SampledFrom([][]By{nil, {ByMonth, ByAdmin1}, {ByPopulation}, {ByPerpetrator}, {BySource, ByYear}}).Draw(t, "by")
			want := TotalsBy(Tabulate(s.Record, s.Method, s.Settings), by...)
			got := newSums(s.Settings, by)
			reader := NewOutlineReader()
			for _, incident := range s.Record.Incidents {
				on := recordOn(s.Record, incident.ID)
				o, err := reader.Read(OutlineOf(on, s.Method, s.Settings).Append(nil))
				if err != nil {
					t.Fatal(err)
				}
				if o.Unsettled {
					o.Figures = Tabulate(on, s.Method, s.Settings).Figures
				}
				for i := range o.Figures {
					if s.Settings.headlines(o.Figures[i].Incident.Grade) {
						got.add(&o.Figures[i])
					}
				}
			}
			if totals := got.totals(); asJSON(totals)+panelText(totals) != asJSON(want)+panelText(want) && len(totals)+len(want) > 0 {
				t.Fatalf("the outlines give\n%s\nthe claims\n%s", asJSON(totals), asJSON(want))
			}
		})
	})
	t.Run("an outline of any bytes is read or refused", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			row := append([]byte{OutlineVersion}, rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")...)
			if o, err := NewOutlineReader().Read(row); err != nil && len(o.Figures) > 0 {
				t.Fatal("figures of an outline that was refused")
			}
		})
	})
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
