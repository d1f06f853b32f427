package aggregate

import (
	"slices"

	"tollbook/casualty"
)

// A hearing is the claims of one incident on one question, ready for a method:
// collapsed, set aside where they do not answer, and coded.
type hearing struct {
	question Question // as the method asks it
	settings Settings
	all      []*play // of the incident, of any harm
	plays    []*play // that are listed: of the harm asked, and what speaks to it
}

// rules are how a method wants the claims of a hearing prepared.
type rules struct {
	lexicon      casualty.Lexicon
	keepsEarlier bool // an origin's earlier words stay in play
	anyWords     bool // nothing is set aside for its words: unknown words, undivided, no number
	// civilians: people whose status is not stated count as civilians.
	civilians bool
	// onlyDivided: killed or injured, undivided, is never used.
	onlyDivided bool
	// zeroUndivided: killed or injured, undivided, counts as the least it allows: 0.
	zeroUndivided bool
	withMissing   bool // the missing are heard with the killed
}

// hear prepares collapsed claims for a method. The order of the steps is the
// rule: docs/methods.md, "Before any method".
func hear(q Question, collapsed []play, s Settings, r rules) *hearing {
	h := &hearing{question: q, settings: s, all: fresh(collapsed, r.keepsEarlier)}
	h.list(r)
	h.answer(r)
	for _, p := range h.plays {
		p.setAsideIf(p.repeats != "", Repeat, p.repeats)
		p.setAsideIf(p.replacedBy != "", Superseded, p.replacedBy)
	}
	h.hearDenials()
	h.code(r)
	h.divide(r)
	if !r.anyWords {
		h.preferNumbers()
	}
	return h
}

// fresh are copies of collapsed claims to work on.
func fresh(collapsed []play, keepsEarlier bool) []*play {
	copies := slices.Clone(collapsed)
	all := make([]*play, len(copies))
	for i := range copies {
		all[i] = &copies[i]
		if keepsEarlier {
			copies[i].replacedBy = ""
			if copies[i].reason == Decided {
				copies[i].reason = ""
			}
		}
	}
	return all
}

func (p *play) setAsideIf(holds bool, why Reason, by casualty.ClaimID) {
	if holds {
		p.setAside(why, by)
	}
}

// list keeps the claims that speak to the harm asked; the others are not listed.
func (h *hearing) list(r rules) {
	undividedToo := h.question.Harm == casualty.Killed || h.question.Harm == casualty.Injured
	missingToo := r.withMissing && h.question.Harm == casualty.Killed
	for _, p := range h.all {
		if p.Harm == h.question.Harm || undividedToo && p.Harm == casualty.Casualties || missingToo && p.Harm == casualty.Missing {
			h.plays = append(h.plays, p)
		}
	}
}

// hearDenials sets aside every "nobody" that was not said later than each claim
// left that counts somebody, and every silence, which states no number.
func (h *hearing) hearDenials() {
	for _, p := range h.plays {
		if !p.in() || !p.isNone() {
			continue
		}
		if by, overtaken := h.overtaken(p); overtaken {
			p.setAside(DenialOvertaken, by)
		} else if p.Count.Word != casualty.Denied {
			p.setAside(SilenceOnly, "")
		}
	}
}

// overtaken looks among the claims of any people that still stand: a denial of
// casualties falls with the first killed or injured, another with its own harm.
func (h *hearing) overtaken(denial *play) (by casualty.ClaimID, overtaken bool) {
	for _, p := range h.all {
		if !standsAnywhere(p) || !p.countsSomebody() || p.Contested || !denies(denial.Harm, p.Harm) {
			continue
		}
		if !later(denial.Said, p.Said) {
			return p.ID, true
		}
	}
	return "", false
}

// standsAnywhere: the claim is left whatever is asked.
func standsAnywhere(p *play) bool {
	outside := p.reason == Retracted || len(p.Over) > 0 || p.Dropped != "" || scopeReasons[p.Scope] != ""
	return !outside && p.repeats == "" && p.replacedBy == ""
}

func denies(denied, counted casualty.Harm) bool {
	if denied == casualty.Casualties {
		return counted == casualty.Killed || counted == casualty.Injured || counted == casualty.Casualties
	}
	return denied == counted
}

// code turns the words into ranges; what the lexicon does not record is set
// aside.
func (h *hearing) code(r rules) {
	for _, p := range h.plays {
		people, ok := r.lexicon.Code(p.Harm, p.Count, h.settings.Economy)
		if ok {
			p.coded = boundsOf(people)
		}
		p.setAsideIf(!ok && !r.anyWords, NotRecorded, "")
	}
	h.takeOffParts(r)
}

// divide deals with "killed or injured, undivided" where one of them is asked.
func (h *hearing) divide(r rules) {
	if h.question.Harm == casualty.Casualties || r.anyWords && !r.onlyDivided {
		return
	}
	divided := slices.ContainsFunc(h.plays, func(p *play) bool {
		return p.in() && p.Harm == h.question.Harm && !p.doubtful()
	})
	for _, p := range h.plays {
		if p.Harm != casualty.Casualties || p.isNone() || p.besides && !r.onlyDivided {
			continue
		}
		p.setAsideIf(divided || r.onlyDivided, Undivided, "")
		p.coded.low, p.coded.floor = 0, false
		if r.zeroUndivided {
			p.coded = bounds{stated: true}
		}
	}
}

// preferNumbers sets "there were deaths" aside where another claim of the harm
// says how many.
func (h *hearing) preferNumbers() {
	by := slices.IndexFunc(h.plays, func(p *play) bool {
		return p.in() && p.Harm == h.question.Harm && p.strength() > wordless && !p.doubtful() && p.coded.floor && p.coded.low >= 1
	})
	if by < 0 {
		return
	}
	for _, p := range h.plays {
		p.setAsideIf(p.strength() == wordless && p.Harm != casualty.Missing, NoNumber, h.plays[by].ID)
	}
}
