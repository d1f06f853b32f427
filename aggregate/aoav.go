package aggregate

import "tollbook/casualty"

// aoav gives one number: of the newest report, of equally new ones the most
// detailed.
var aoav = Method{
	Name: "aoav", Version: 1, Lexicon: mustLexicon("aoav/1"), Point: true, Needs: true,
	After:    "after the published practice of Action on Armed Violence (its methodology): vague words are not recorded, nothing over 24 hours, most detail or most recent; recency before detail is inference",
	Sentence: "The number of the most recent report, of equally recent ones the most detailed, then the lower; vague words and totals over 24 hours are not recorded.",
	rules: func(q Question) rules {
		return rules{onlyDivided: true, civilians: q.Population == casualty.Civilians}
	},
	settle: settleAOAV,
}

func settleAOAV(h *hearing, f *Figure) {
	if !h.settings.IncidentDay.Stated() {
		f.refuse(NoIncidentDate)
		return
	}
	dropDoubtful(h)
	setAsideAll(h.plays, Over24h, func(p *play) bool { return p.Days > 1 })
	dropUndated(h, f)
	latest(h.plays, saidLater)
	keepBest(h.plays, LessDetailed, func(p *play) int { return -h.detail(p) })
	settleOn(f, least(h.plays, Higher))
}

// detail counts the distinct claims of the report that a claim stands in: what
// one source printed as said at one time, of any harm and people.
func (h *hearing) detail(p *play) int {
	n := 0
	for _, q := range h.all {
		n += count(q.Source == p.Source && q.Said == p.Said && q.repeats == "" && outside(q.Statement, h.settings.AsOf) == "")
	}
	return n
}
