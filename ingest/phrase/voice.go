package phrase

// voices keeps who speaks in the sentence, and who spoke before.
type voices struct {
	said []voice
	name string // the last person speaking, by name or by office
	role string // a speaker of the sentence before, named by office alone
}

// A voice is a speaker as written and where in the sentence it speaks.
type voice struct {
	at    int // the unit of "said" or "according to"
	who   string
	first bool // a name that opens the sentence
	role  bool // one person, by office alone: "the governor"
}

// speakers finds who speaks in the sentence.
func (r *reader) speakers() {
	r.voices.said = r.voices.said[:0]
	if r.does&(say|accordingTo) == 0 {
		return
	}
	for i := range r.units {
		switch {
		case r.is(i, accordingTo) && r.is(i, pronoun): // "по его словам"
			r.hear(i, i, i+1)
		case r.is(i, accordingTo):
			from, to := r.following(i + 1)
			r.hear(i, from, to)
		case r.is(i, say) && !r.passiveSay(i):
			from, to := r.speaker(i)
			r.hear(i, from, to)
		}
	}
}

// passiveSay tells of "was reported", which names no speaker.
func (r *reader) passiveSay(i int) bool {
	for i--; r.is(i, skip|auxiliary|not) || r.adverb(i); i-- {
		if r.is(i, auxiliary) && r.is(i, needsAux) {
			return true
		}
	}
	return false
}

// hear adds the speaker that stands in the units from from up to to.
func (r *reader) hear(at, from, to int) {
	if to == from+1 && r.is(from, pronoun) {
		if r.voices.name != "" {
			r.voices.said = append(r.voices.said, voice{at: at, who: r.voices.name})
		}
		return
	}
	for from < to && (r.is(from, the|of|preposition|weekday) || isComma(r.markAt(from))) {
		from++
	}
	for from < to && (r.dayWord(from) || r.is(from, the)) {
		from++
	}
	for from < to && r.dayWord(to-1) {
		to--
	}
	if from >= to || !r.speaks(from, to) {
		return
	}
	v := voice{at: at, first: from == 0 && r.name(from)-from >= 2, role: r.oneSpeaker(from, to)}
	if a, b := r.nameIn(from, to); b > a {
		from, to, v.role = a, b, false
	}
	start, end := r.bytes(from, to)
	v.who = seen(r.text[start:end])
	if v.role || r.name(from) == to && to-from >= 2 {
		r.voices.name = v.who
	}
	r.voices.said = append(r.voices.said, v)
}

// dayWord tells whether unit i says "yesterday" or the like.
func (r *reader) dayWord(i int) bool { return r.at(i) != nil && r.at(i).word == relativeDay }

// speaks tells whether the words can name a speaker: one that begins with a
// capital or an article, or people, or an office.
func (r *reader) speaks(from, to int) bool {
	if r.is(from-1, the) && r.unknown(to-1) {
		return true // "the coastguard said"
	}
	for i := from; i < to; i++ {
		if r.is(i, thereIs|no) {
			return false
		}
		if r.is(i, person|office) || r.first(i).upper || r.lang.uncased {
			return true
		}
	}
	return false
}

// oneSpeaker tells whether the words name an office that one person holds.
func (r *reader) oneSpeaker(from, to int) bool {
	for i := from; i < to; i++ {
		if r.is(i, office) && r.at(i).word == oneSpeaker {
			return true
		}
	}
	return false
}

// nameIn finds a person's name: two words with capitals that follow neither a
// preposition nor an article, alone between commas or at the start.
func (r *reader) nameIn(from, to int) (start, end int) {
	for i := from; i < to; i++ {
		end := min(r.name(i), to)
		if end-i >= 2 && !r.is(i-1, preposition|of|the) && (end == to || r.markAt(end) != 0) && (i == 0 || r.markAt(i-1) != 0 || r.is(i-1, office)) {
			return i, end
		}
		i = max(i, end)
	}
	return 0, 0
}

// maxSpeaker is how many units may name a speaker.
const maxSpeaker = 24

// following is the noun behind "according to".
func (r *reader) following(i int) (from, to int) {
	for r.is(i, weekday|preposition) || r.is(i, the) && r.is(i+1, weekday) {
		i++
	}
	from = i
	for i < len(r.units) && i < from+12 && r.markAt(i) == 0 && !r.is(i, clause|relative|verb|say|harmful|and|weekday) && !r.number(i) {
		i++
	}
	if r.is(i, weekday) && r.is(i-1, thing|the|preposition) && i > from {
		i-- // "الشرطة يوم الثلاثاء", "la policía el martes"
	}
	return from, i
}

// speaker is who "said" at unit i: before it, or behind it where it follows a
// comma or a quotation.
func (r *reader) speaker(i int) (from, to int) {
	end := i
	for r.is(end-1, auxiliary|skip|formerly|pluperfect) && !r.is(end-1, the) {
		end--
	}
	if n := r.nameBefore(end - 1); isComma(r.markAt(end-1)) && n >= 2 && isComma(r.markAt(end-2-n)) {
		return end - 1 - n, end - 1 // "the governor, Ada Example, said"
	}
	if r.lang.uncased || end == 0 || isQuote(r.markAt(end-1)) || isHyphen(r.markAt(end-1)) || isComma(r.markAt(end-1)) && r.parenthesis(end-1) < 0 {
		return r.following(i + 1)
	}
	from = end - 1
	if isComma(r.markAt(from)) {
		from = r.parenthesis(from)
		return from, end - 1
	}
	for from > 0 && from > end-maxSpeaker && r.markAt(from-1) == 0 && !r.is(from-1, clause|relative|verb|say|and) && !r.covered(from-1) {
		from--
	}
	return from, end
}

// parenthesis is where the subject begins whose insertion ends with the comma at
// unit i: "Ada Example, the head of the region, said"; -1 for none.
func (r *reader) parenthesis(i int) int {
	commas := 0
	for j := i - 1; j >= 0 && j > i-maxSpeaker; j-- {
		if isComma(r.markAt(j)) {
			commas++
		}
		if r.is(j, harmful|say) || r.markAt(j) == ';' {
			return -1
		}
		if j == 0 && commas > 0 {
			return 0
		}
	}
	return -1
}

// claimant is who says the figure: the speaker before it in its sentence, else
// the first behind it.
func (r *reader) claimant(q *quantity) string {
	who := ""
	for _, v := range r.voices.said {
		if v.at >= q.to && who != "" {
			break
		}
		who = v.who
		if v.at >= q.to {
			break
		}
	}
	return who
}

// resolve names the speaker that the sentence before gave by office alone: the
// person who opens this sentence by name and speaks.
func (r *reader) resolve(shown int) {
	role := r.voices.role
	r.voices.role = ""
	for _, v := range r.voices.said {
		if v.role {
			r.voices.role = v.who
		}
		if !v.first || role == "" {
			continue
		}
		for i := shown; i < len(r.figures); i++ {
			if r.figures[i].Claimant == role {
				r.figures[i].Claimant = v.who
			}
		}
		return
	}
}
