package aggregate

import "tollbook/casualty"

// people are who a claim or a question speaks of.
type people struct {
	population casualty.Population
	group      casualty.Group
	severity   casualty.Severity
}

func (q Question) people() people                { return people{q.Population, q.Group, q.Severity} }
func (s Statement) people() people               { return people{s.Population, s.Group, s.Severity} }
func (p people) of(c casualty.Population) people { p.population = c; return p }

// covers tells whether more people, or the same, are spoken of than in q.
func (p people) covers(q people) bool {
	return (p.population == "" || p.population == q.population) &&
		(p.group == "" || p.group == q.group) &&
		(p.severity == "" || p.severity == q.severity)
}

// answer sets aside the claims that count other people than asked.
func (h *hearing) answer(r rules) {
	asked := h.question.people()
	for _, p := range h.plays {
		if !p.in() || p.isNone() && p.people().covers(asked) {
			continue
		}
		switch {
		case h.isPart(p):
			p.setAside(OtherPeople, p.SubsetOf)
		case p.people() == asked:
		case contestedBetween(p, asked):
			if r.civilians && h.partOfUnstated(p, asked) {
				p.setAside(Removed, p.SubsetOf)
			}
			p.besides = true
		case r.civilians && asked.population == casualty.Civilians && p.people() == asked.of(""):
			h.answerAsCivilians(p, asked)
		case r.civilians && asked.population == casualty.Civilians && p.people() == asked.of(casualty.Combatants) && h.partOfUnstated(p, asked):
			p.setAside(Removed, p.SubsetOf)
		default:
			p.setAside(OtherPeople, "")
		}
	}
}

// isPart: the people are part of another figure and nothing but that tells them
// apart from it ("including six in hospital").
func (h *hearing) isPart(p *play) bool {
	if p.SubsetOf == "" {
		return p.Subset && p.people() == people{}
	}
	total := h.named(p.SubsetOf)
	return total != nil && total.people() == p.people() || total == nil && p.people() == people{}
}

func (h *hearing) named(id casualty.ClaimID) *play {
	for _, p := range h.all {
		if p.ID == id {
			return p
		}
	}
	return nil
}

// contestedBetween: sources disagree whether the people are civilians; they
// count besides for both answers.
func contestedBetween(p *play, asked people) bool {
	either := asked.population == casualty.Civilians || asked.population == casualty.Combatants
	return either && p.people() == asked.of(casualty.Contested)
}

// answerAsCivilians takes people of no stated status as civilians, unless their
// source counts the civilians among them itself, and not by repeating somebody.
func (h *hearing) answerAsCivilians(p *play, asked people) {
	for _, part := range h.all {
		if part.SubsetOf == p.ID && part.Harm == p.Harm && part.in() && part.repeats == "" && part.people() == asked {
			p.setAside(OtherPeople, part.ID)
			return
		}
	}
}

// partOfUnstated: the claim is part of a total of no stated status, from which a
// method that asks for civilians takes it off.
func (h *hearing) partOfUnstated(p *play, asked people) bool {
	total := h.named(p.SubsetOf)
	return total != nil && total.Harm == p.Harm && total.people() == asked.of("")
}

// takeOffParts takes stated combatants off totals of no stated status: low less
// the part's high, high less the part's low; contested people off the low only.
// A part without an upper end, or larger than the low, leaves no floor.
func (h *hearing) takeOffParts(r rules) {
	if !r.civilians {
		return
	}
	for _, part := range h.plays {
		if part.reason != Removed || part.repeats != "" || part.replacedBy != "" {
			continue
		}
		people, coded := r.lexicon.Code(part.Harm, part.Count, h.settings.Economy)
		takeOff(&h.named(part.SubsetOf).coded, boundsOf(people), coded, part.Population == casualty.Combatants)
	}
}

func takeOff(total *bounds, part bounds, coded, combatants bool) {
	total.floor = total.floor && coded && !part.open && part.top <= total.low
	total.low -= min(total.low, part.top)
	if !total.floor {
		total.low = 0
	}
	if combatants && coded {
		total.top = max(total.low, total.top-part.low)
	}
}
