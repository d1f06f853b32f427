package aggregate

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"tollbook/casualty"
)

// A Proposal is an incident that a claim may speak of, with the reason in words.
// A person confirms it; nothing is linked silently.
type Proposal struct {
	Incident casualty.IncidentID
	Reason   string
	weight   int
}

// How much each sign weighs. The order is what matters: a place named in the
// text goes before a date, a date before a word of the title.
const (
	samePlace  = 8
	sameDay    = 4
	nextDay    = 2
	soonAfter  = 2
	weeksAfter = 1
	sameTitle  = 1
)

// ProposeIncidents lists the incidents that a claim may speak of, the likeliest
// first, by place words, day and the words of the title. A place or a day that
// contradicts the claim's leaves an incident out; so does a running total, which
// belongs to no incident. published is when the claim's document came out.
func ProposeIncidents(c casualty.Claim, published casualty.Moment, incidents []casualty.Incident) []Proposal {
	return ProposeNamed(c, published, incidents, NamesOf)
}

// Names are the words by which a claim finds an incident.
type Names struct{ place, title []nameWord }

// NamesOf makes the names of an incident. It takes longer than to compare them: whoever
// asks for many claims keeps them, see [ProposeNamed].
func NamesOf(i *casualty.Incident) Names {
	return Names{nameWords(strings.Join([]string{i.Place.Name, i.Place.Admin1, i.Place.Admin2}, " ")), nameWords(i.Title)}
}

// ProposeNamed is [ProposeIncidents] for whoever holds the names of the incidents.
func ProposeNamed(c casualty.Claim, published casualty.Moment, incidents []casualty.Incident, names func(*casualty.Incident) Names) []Proposal {
	if c.Scope == casualty.Cumulative || c.Scope == casualty.Integrative {
		return nil
	}
	place, quoted := nameWords(c.Place), nameWords(c.Quote.Text)
	var proposals []Proposal
	for n := range incidents {
		i := &incidents[n]
		day := daySign(c, published, i)
		if day.against || i.Erased != "" {
			continue
		}
		known := names(i)
		if p, ok := proposed(i.ID, placeSign(place, known), day, titleSign(quoted, known)); ok {
			proposals = append(proposals, p)
		}
	}
	slices.SortStableFunc(proposals, func(a, b Proposal) int { return cmp.Compare(b.weight, a.weight) })
	return proposals
}

// A sign is one thing that speaks for an incident; against leaves it out.
type sign struct {
	weight  int
	reason  string
	against bool
}

// JoinProposals are two lists for one claim, on different incidents, as one list.
func JoinProposals(a, b []Proposal) []Proposal {
	return slices.SortedFunc(slices.Values(slices.Concat(a, b)), func(p, q Proposal) int {
		return cmp.Or(cmp.Compare(q.weight, p.weight), byID(casualty.ClaimID(p.Incident), casualty.ClaimID(q.Incident)))
	})
}

// proposed is an incident for which signs speak; not ok where one speaks against it, or
// none for it.
func proposed(id casualty.IncidentID, signs ...sign) (Proposal, bool) {
	p := Proposal{Incident: id}
	var reasons []string
	for _, s := range signs {
		if s.against {
			return Proposal{}, false
		}
		if s.weight > 0 {
			p.weight += s.weight
			reasons = append(reasons, s.reason)
		}
	}
	p.Reason = strings.Join(reasons, "; ")
	return p, p.weight > 0
}

// placeSign looks for the place that the claim names among the incident's places
// and the words of its title. Only a place of the incident's own contradicts it.
func placeSign(named []nameWord, i Names) sign {
	for _, word := range named {
		if slices.ContainsFunc(i.place, word.sounds) || slices.ContainsFunc(i.title, word.sounds) {
			return sign{weight: samePlace, reason: "names the place “" + word.text + "”"}
		}
	}
	return sign{against: len(named) > 0 && len(i.place) > 0}
}

func daySign(c casualty.Claim, published casualty.Moment, i *casualty.Incident) sign {
	switch {
	case !i.Day.Stated():
		return sign{}
	case c.Day.Overlaps(i.Day):
		return sign{weight: sameDay, reason: "the same day: " + string(c.Day)}
	case c.Day.Stated() && apart(c.Day, i.Day) <= 1:
		return sign{weight: nextDay, reason: "a day apart: " + string(c.Day) + " and " + string(i.Day)}
	case c.Day.Stated():
		return sign{against: true}
	}
	return saidSign(c, published, i)
}

// saidSign goes by when the claim was said or printed, where it names no day.
func saidSign(c casualty.Claim, published casualty.Moment, i *casualty.Incident) sign {
	said := c.Said
	if !said.Stated() {
		said = published
	}
	if !said.Stated() {
		return sign{}
	}
	switch days := daysAfter(said.Day(), i.Day); {
	case days < 0:
		return sign{against: true}
	case days <= 3:
		return sign{weight: soonAfter, reason: "said within three days of it"}
	case days <= 21:
		return sign{weight: weeksAfter, reason: "said within three weeks of it"}
	}
	return sign{}
}

func titleSign(quoted []nameWord, i Names) sign {
	for _, word := range i.title {
		if slices.ContainsFunc(quoted, word.names) {
			return sign{weight: sameTitle, reason: "its words name “" + word.text + "”"}
		}
	}
	return sign{}
}

// apart is how many days lie between two dates at least.
func apart(a, b casualty.Day) int {
	aFirst, aLast, _ := a.Numbers()
	bFirst, bLast, _ := b.Numbers()
	return max(0, aFirst-bLast, bFirst-aLast)
}

// daysAfter is how many days after an incident, at least, a date lies; negative
// if it lies before it.
func daysAfter(said, incident casualty.Day) int {
	saidFirst, saidLast, _ := said.Numbers()
	first, last, _ := incident.Numbers()
	if saidLast < first {
		return saidLast - first
	}
	return max(0, saidFirst-last)
}

// dayAfter is the day after the last one that a date can mean; empty if the date is
// not stated.
func dayAfter(d casualty.Day) casualty.Day {
	t, err := time.Parse(time.DateOnly, string(d.Last()))
	if err != nil {
		return ""
	}
	return casualty.DayOf(t.AddDate(0, 0, 1))
}
