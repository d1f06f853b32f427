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
	if c.Scope == casualty.Cumulative || c.Scope == casualty.Integrative {
		return nil
	}
	var proposals []Proposal
	for _, i := range incidents {
		if p, ok := propose(c, published, i); ok && i.Erased == "" {
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

func propose(c casualty.Claim, published casualty.Moment, i casualty.Incident) (Proposal, bool) {
	p := Proposal{Incident: i.ID}
	var reasons []string
	for _, s := range []sign{placeSign(c, i), daySign(c, published, i), titleSign(c, i)} {
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
func placeSign(c casualty.Claim, i casualty.Incident) sign {
	named := nameWords(c.Place)
	places := nameWords(strings.Join([]string{i.Place.Name, i.Place.Admin1, i.Place.Admin2}, " "))
	for _, word := range named {
		if slices.ContainsFunc(append(places, nameWords(i.Title)...), word.sounds) {
			return sign{weight: samePlace, reason: "names the place “" + word.text + "”"}
		}
	}
	return sign{against: len(named) > 0 && len(places) > 0}
}

func daySign(c casualty.Claim, published casualty.Moment, i casualty.Incident) sign {
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
func saidSign(c casualty.Claim, published casualty.Moment, i casualty.Incident) sign {
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

func titleSign(c casualty.Claim, i casualty.Incident) sign {
	quoted := nameWords(c.Quote.Text)
	for _, word := range nameWords(i.Title) {
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
