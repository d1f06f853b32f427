package aggregate

import (
	"slices"
	"testing"

	"tollbook/casualty"
)

func TestProposeIncidents(t *testing.T) {
	incidents := []casualty.Incident{
		{ID: "i1", Title: "Strike on a plant in Izhevsk", Day: "2025-07-01", Place: casualty.Place{Name: "Izhevsk", Admin1: "Udmurtia"}},
		{ID: "i2", Title: "Drone over Belgorod, near the Pole of Blyz", Day: "2025-07-01", Place: casualty.Place{Name: "Belgorod"}},
		{ID: "i3", Title: "Shelling, place not known", Day: "2025-06-20"},
		{ID: "i4", Title: "Drone over Izhevsk", Day: "2025-07-01", Place: casualty.Place{Name: "Izhevsk"}, Erased: "asked for it"},
	}
	for _, tt := range []struct {
		name      string
		claim     casualty.Claim
		published casualty.Moment
		want      []casualty.IncidentID
	}{
		{"the place named comes first, and another place is out", casualty.Claim{Place: "Izhevsk"}, "2025-07-01T15:00Z", []casualty.IncidentID{"i1", "i3"}},
		{"a place in another script is the same place", casualty.Claim{Place: "в Ижевске"}, "2025-07-01", []casualty.IncidentID{"i1", "i3"}},
		{"without a place the days decide", casualty.Claim{Day: "2025-07-01"}, "2025-07-02", []casualty.IncidentID{"i1", "i2"}},
		{"a day apart is weaker than the day itself", casualty.Claim{Day: "2025-06-21"}, "2025-07-02", []casualty.IncidentID{"i3"}},
		{"what was said before an incident does not speak of it", casualty.Claim{Said: "2025-06-21"}, "2025-06-21", []casualty.IncidentID{"i3"}},
		{"words of the title decide between incidents of one day", casualty.Claim{Quote: casualty.Quote{Text: "two hurt by a drone"}}, "2025-07-01", []casualty.IncidentID{"i2", "i1", "i3"}},
		{"a word that only sounds like a name of the title names nothing", casualty.Claim{Quote: casualty.Quote{Text: "two people were hurt in the blaze"}}, "2025-07-01", []casualty.IncidentID{"i1", "i2", "i3"}},
		{"a running total belongs to no incident", casualty.Claim{Place: "Izhevsk", Scope: casualty.Cumulative}, "2025-07-01", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []casualty.IncidentID
			for _, p := range ProposeIncidents(tt.claim, tt.published, incidents) {
				got = append(got, p.Incident)
				if p.Reason == "" {
					t.Errorf("%s is proposed without a reason", p.Incident)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("proposed %v, want %v", got, tt.want)
			}
		})
	}
}

func TestProposeOrigins(t *testing.T) {
	origins := []casualty.Origin{
		{ID: "o1", Name: "Ministry of Health"},
		{ID: "o2", Name: "Aleksandr Primerov", Aliases: []string{"head of the region"}},
		{ID: "o3", Name: "Ministry of Defence"},
		{ID: "o4", Name: "Aleksandr Primerov", Erased: "asked for it"},
	}
	for _, tt := range []struct {
		name, claimant string
		want           []casualty.OriginID
		exact          bool
	}{
		{"the name itself is exact", "ministry of  health", []casualty.OriginID{"o1"}, true},
		{"an alias is exact", "Head of the region", []casualty.OriginID{"o2"}, true},
		{"another transliteration is likely", "Alexander Primerov", []casualty.OriginID{"o2"}, false},
		{"the name in its own script is likely", "Александр Примеров", []casualty.OriginID{"o2"}, false},
		{"a role around the name does not hide it", "regional governor Alexander Primerov, on Telegram", []casualty.OriginID{"o2"}, false},
		{"a word in common is not enough", "Ministry of Transport", nil, false},
		{"what could be two is proposed as two", "the ministry", []casualty.OriginID{"o1", "o3"}, false},
		{"no claimant is nobody", "", nil, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []casualty.OriginID
			for _, p := range ProposeOrigins(tt.claimant, origins) {
				got = append(got, p.Origin)
				if p.Exact != tt.exact || p.Reason == "" {
					t.Errorf("%s: exact %v, reason %q; want exact %v and a reason", p.Origin, p.Exact, p.Reason, tt.exact)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q may be %v, want %v", tt.claimant, got, tt.want)
			}
		})
	}
}
