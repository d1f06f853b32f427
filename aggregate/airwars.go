package aggregate

import "tollbook/casualty"

// airwars counts civilians: a low that names, agreement or the lowest report
// carry, and a high that takes in what is in doubt.
var airwars = Method{
	Name: "airwars", Version: 1, Lexicon: mustLexicon("airwars/1"), civiliansOnly: true,
	After:    "after the published practice of Airwars (its incident pages and code): the low from victims identified, a consensus figure or the lowest report, the high from the highest; more than half of the origins as consensus is inference",
	Sentence: "Civilians: the low is the larger of the victims identified and what most origins agree on, failing that the lowest report; the high takes in doubtful claims; a party's number reaches the high only.",
	rules:    func(Question) rules { return rules{civilians: true} },
	settle:   settleAirwars,
}

func settleAirwars(h *hearing, f *Figure) {
	b := reliableRange(h)
	if !b.stated {
		return
	}
	identified := max(identifiedBy(left(h.plays)), h.settings.Identified)
	agreed, consensus := consensusOf(left(h.plays))
	floor := b.low
	if consensus {
		floor = agreed
	}
	b.low, b.floor = max(floor, identified), b.floor || identified > 0
	if b.low > b.top { // more named than anybody counted
		b.top = b.low
		f.problem(BelowIdentified)
	}
	f.setRange(b)
	setAsideBelow(h.plays, b.low, identified)
}

// reliableRange is the range rule in which parties, and sources graded D or E,
// set no low; a party's "nobody" is not heard at all.
func reliableRange(h *hearing) bounds {
	setAsideAll(h.plays, FromParty, func(p *play) bool { return p.Party && p.isNone() })
	return rangeRule(h.plays, (*play).credible)
}

// credible: the source is no party and not graded unreliable.
func (p *play) credible() bool { return !p.Party && !p.unreliable() }

// setsLow: a credible claim that is not in doubt.
func (p *play) setsLow() bool { return p.credible() && !p.doubtful() }

// identifiedBy is the largest number of victims that a claim which may set the
// low names.
func identifiedBy(plays []*play) int {
	most := 0
	for _, p := range plays {
		if p.setsLow() {
			most = max(most, p.Identified)
		}
	}
	return most
}

// consensusOf is the low that more than half of the voices with a number give.
func consensusOf(plays []*play) (n int, ok bool) {
	var numbers []*play
	for _, p := range plays {
		if p.setsLow() && p.coded.floor && p.strength() == number {
			numbers = append(numbers, p)
		}
	}
	return majority(numbers)
}

// setAsideBelow sets closed numbers below the low aside: below the victims
// identified, else below what most origins agree on. The claim whose names make
// the low stays, whatever it counts.
func setAsideBelow(plays []*play, low, identified int) {
	for _, p := range left(plays) {
		if !p.setsLow() || p.strength() != number || p.Harm == casualty.Casualties || p.coded.open || max(p.coded.top, p.Identified) >= low {
			continue
		}
		p.setAsideIf(p.coded.top < identified, UnderIdentified, "")
		p.setAside(UnderConsensus, "")
	}
}
